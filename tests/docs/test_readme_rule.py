"""README's rule is a rule that works, and the commands below it do what they say."""

import re
import shlex
from pathlib import Path

import pytest

from perf_lint.cli.main import run

TEXT = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
SHOWN = TEXT.partition("run by the tests -->")[2]
RULE = re.search(r"```yaml\n(.*?)```", SHOWN, re.DOTALL)[1]
COMMANDS = [line.split("#")[0] for line in re.search(r"```sh\n(.*?)```", SHOWN, re.DOTALL)[1].splitlines()]
FORM = """\
项目支出绩效目标表
（2025年度）
项目名称\t教师培训项目
实施单位\t清河县教育局
项目资金（万元）\t年度资金总额\t{total}
总体目标\t组织教师业务培训2次。
绩效指标\t一级指标\t二级指标\t三级指标\t指标值
\t产出指标\t数量指标\t业务培训次数\t≥2次
\t\t质量指标\t培训合格率\t≥95%
\t\t时效指标\t完成时间\t2025年12月底前
\t\t成本指标\t培训费\t6万元
\t效益指标\t社会效益指标\t教师业务水平提升率\t≥10%
\t满意度指标\t服务对象满意度指标\t教师满意度\t≥90%
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PERF_LINT_CACHE_DIR", str(tmp_path / "cache"))
    (tmp_path / "我的规则").mkdir()
    (tmp_path / "我的规则" / "JYJ001.yaml").write_text(RULE, "utf-8")
    (tmp_path / "表.txt").write_text(FORM.format(total="7"), "utf-8")
    return tmp_path


def test_the_commands_are_those_of_a_plain_folder():
    assert [shlex.split(command) for command in COMMANDS] == [
        ["perf-lint", "rules", "test", "./我的规则"],
        ["perf-lint", "check", "表.txt", "--pack", "./我的规则"],
    ]


def test_the_examples_are_the_test(folder, capfd):
    assert not (folder / "我的规则" / "pack.yaml").exists()
    assert run(shlex.split(COMMANDS[0])[1:]) == 0
    assert capfd.readouterr().out == "1 条规则，3 个示例，全部相符\n"


@pytest.mark.usefixtures("folder")
def test_the_check_finds_it_beside_what_the_shipped_rules_find(capfd):
    assert run([*shlex.split(COMMANDS[1])[1:], "--format", "csv"]) == 0
    out = capfd.readouterr().out
    assert "「业务培训次数」有次数，表里没有培训人数" in out
    assert "AMT201" in out
