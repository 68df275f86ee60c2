# 全部命令只需要 Python 3.11+、make 和软件源；装好一次之后可以离线使用。
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed

.PHONY: demo test check setup corpus corpus-findings docs pictures bench bench-values clean

demo: setup  ## 检查 examples/ 并显示报告
	@$(BIN)/perf-lint check examples --fail-on never

test: setup check  ## 静态检查和全部测试
	@$(BIN)/python -m pytest

check: setup  ## ruff、mypy --strict、import-linter
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache

setup: $(STAMP)

$(STAMP): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "需要 Python 3.11 以上"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[arrow,dask]' --group dev
	@touch $(STAMP)

docs: setup  ## 重新生成 docs/ 下由程序写的页面
	@$(BIN)/python -m perf_lint.reporters.contract docs/schema
	@$(BIN)/python -m perf_lint.pack.documents docs
	@$(BIN)/python -m perf_lint.values.grammar.build
	@$(BIN)/python docs/make_values.py
	@$(BIN)/python docs/make_console.py

pictures: setup  ## 重画文档里的图（需要 Chromium、LibreOffice、poppler）
	@$(BIN)/python docs/make_pictures.py

bench: setup  ## 启动、每张表的成本、随规模的增长、多进程（几分钟；十万张表用 python -m benchmarks.memory）
	@for part in peers start_up marginal linearity cores; do $(BIN)/python -m benchmarks.$$part || exit 1; done
	@$(BIN)/python -m benchmarks.memory 1000 10000

corpus: setup  ## 与真实文档的人工判读逐项比较
	@$(BIN)/python tests/corpus/measure.py

corpus-findings: setup  ## 与真实文档中人工发现的问题逐条比较
	@$(BIN)/python tests/corpus/score.py

bench-values: setup benchmarks/.venv  ## 指标值的读取与其他库并列，写 docs/benchmarks-values.md
	@$(BIN)/python benchmarks/values.py

benchmarks/.venv: benchmarks/values-requirements.txt
	@$(PYTHON) -m venv $@
	@$@/bin/python -m pip install --quiet --disable-pip-version-check -r benchmarks/values-requirements.txt
	@touch $@

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache dist
