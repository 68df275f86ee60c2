import pytest

from perf_lint.cli.main import run

HEAD = """\
项目支出绩效目标表
（2025年度）
项目名称\t{project}
主管部门及代码\t清河县教育局 (105001)\t实施单位\t清河县教育局
项目属性\t延续项目\t项目期\t2025年
项目资金（万元）\t年度资金总额\t{total}
\t其中：财政拨款\t{total}
\t其他资金\t
总体目标\t目标1：配备保安52人；目标2：更新监控设备。
绩效指标\t一级指标\t二级指标\t三级指标\t指标值
"""
ROWS = """\
\t产出指标\t数量指标（必填）\t指标1：配备保安人数\t≥52人
\t\t质量指标（必填）\t指标1：保安持证上岗率\t≥95%
\t\t时效指标（必填）\t指标1：设备更新完成时间\t{day}前
\t\t成本指标（必填）\t指标1：保安服务费\t38万元
\t\t\t指标2：设备更新费\t18万元
\t效益指标\t社会效益指标（必填）\t指标1：校园安全事故下降率\t≥10%
\t满意度指标\t服务对象满意度指标（必填）\t指标1：师生满意度\t≥90%
"""
FORM = HEAD.replace("{project}", "校园安全防护项目") + ROWS


@pytest.fixture
def home(tmp_path, monkeypatch):
    """An empty working folder, no settings of the person who runs the tests."""
    monkeypatch.chdir(tmp_path)
    for name in ("PERF_LINT_LANG", "NO_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path


@pytest.fixture
def perf_lint(home, capfd):  # noqa: ARG001
    """Run a command line; give exit code, standard output and standard error."""

    def call(*argv):
        code = run([str(word) for word in argv])
        out, err = capfd.readouterr()
        return code, out, err

    return call


@pytest.fixture
def form(home):
    """Write a form; by default its costs add up."""

    def write(name="表.txt", total="56", day="2025年9月30日"):
        file = home / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(FORM.format(total=total, day=day), encoding="utf-8")
        return name

    return write
