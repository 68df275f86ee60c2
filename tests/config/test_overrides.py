"""Changes of rules in a configuration: by code, family, file, level and name."""

import json

import pytest

from perf_lint.cli.main import run
from perf_lint.config import ConfigError, resolve
from perf_lint.model.suppression import Change
from tests.cli.conftest import FORM

LIST = """\
overrides:
  - rules: [AMT, DAT301]
    severity: warning
    files: ["试点/*", "*.xlsx"]
  - {rules: VAL501, off: true, elements: 社会效益指标}
  - {rules: ["*"], severity: info, elements: ["*满意度"]}
  - {rules: [AMT201], params: {tolerance: "100"}}
"""


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PERF_LINT_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path


def configured(folder, text):
    (folder / "perf-lint.yaml").write_text(text, "utf-8")
    return resolve().settings.overrides


def test_a_list_has_the_keys_of_a_pack(here):
    assert configured(here, LIST) == (
        Change(("AMT", "DAT301"), "warning", files=("试点/*", "*.xlsx"), origin="perf-lint.yaml:2"),
        Change(("VAL501",), "off", elements=("社会效益指标",), origin="perf-lint.yaml:5"),
        Change(("*",), "info", elements=("*满意度",), origin="perf-lint.yaml:6"),
        Change(("AMT201",), params={"tolerance": "100"}, origin="perf-lint.yaml:7"),
    )


def test_toml_says_the_same(here):
    (here / "pyproject.toml").write_text(
        '[tool.perf-lint]\noverrides = [{rules = ["AMT"], severity = "info", files = ["a/*"]}]\n', "utf-8"
    )
    assert resolve().settings.overrides == (Change(("AMT",), "info", files=("a/*",), origin="pyproject.toml:2"),)


def findings(capfd, *paths):
    run(["check", *paths, "--format", "json"])
    return {(f["path"], f["rule"]): f["severity"] for f in json.loads(capfd.readouterr().out)["findings"]}


def test_family_and_file(here, capfd):
    for folder in ("试点", "其他"):
        (here / folder).mkdir()
        (here / folder / "表.txt").write_text(FORM.format(total="60", day="2025年9月31日"), "utf-8")
    configured(
        here,
        "overrides:\n- {rules: [AMT], severity: info, files: ['试点/*']}\n- {rules: [DAT], off: true, files: ['其他/*']}\n",
    )
    found = findings(capfd, "试点", "其他")
    assert found["试点/表.txt", "AMT201"] == "info"
    assert found["试点/表.txt", "DAT301"] == "error"
    assert found["其他/表.txt", "AMT201"] == "error"
    assert ("其他/表.txt", "DAT301") not in found


@pytest.mark.parametrize("element", ["时效指标", "产出指标", "设备更新完成时间", "*完成时间"])
def test_elements_are_levels_and_names(here, capfd, element):
    (here / "表.txt").write_text(FORM.format(total="60", day="2025年9月31日"), "utf-8")
    configured(here, f"overrides:\n- {{rules: ['*'], severity: info, elements: ['{element}']}}\n")
    found = findings(capfd, "表.txt")
    assert found["表.txt", "DAT301"] == "info"
    assert found["表.txt", "AMT201"] == "error"


@pytest.mark.parametrize(
    ("entry", "zh", "en"),
    [
        ("- {severity: info}", 'overrides[1] 没有写明规则（rules），全部规则写 "*"', 'overrides[1] names no rules; "*" for all'),
        ("- {rules: [AMT]}", "overrides[1] 什么也没有改：写 severity、off 或 params", "overrides[1] changes nothing: give severity, off or params"),
        ("- {rules: [AMT], elemnts: [a], off: true}", "overrides[1]里没有「elemnts」，是否想写「elements」？", "overrides[1] has no “elemnts”; did you mean “elements”?"),
        ("- {rule: AMT}", "overrides[1]里没有「rule」，是否想写「rules」？", "overrides[1] has no “rule”; did you mean “rules”?"),
        ("  AMT: {severity: warn}", "overrides.AMT.severity 不能是「warn」，可以是 error、warning、info、off，是否想写「warning」？", "overrides.AMT.severity cannot be “warn”; use error, warning, info, off; did you mean “warning”?"),
        ("- {rules: [AMT], off: vielleicht}", "overrides[1].off 应当是 true 或 false", "overrides[1].off must be true or false"),
    ],
)  # fmt: skip
def test_a_mistake_is_named(here, entry, zh, en):
    with pytest.raises(ConfigError) as caught:
        configured(here, f"overrides:\n{entry}\n")
    assert caught.value.words == (f"perf-lint.yaml:2：{zh}".replace("]里", "] 里"), f"perf-lint.yaml:2: {en}")


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("- {rules: [AMTT], off: true}", "perf-lint: perf-lint.yaml:2: 没有规则「AMTT」"),
        ("- {rules: [AMT201], params: {tolerance: '1'}, elements: [成本指标]}", "perf-lint: perf-lint.yaml:2: 参数不能只对某些指标（elements）改"),
        ("- {rules: [AMT201], params: {tolerence: '1'}}", "perf-lint: perf-lint.yaml:2: AMT201 没有参数「tolerence」，是否想写「tolerance」？"),
    ],
)  # fmt: skip
def test_what_no_rule_can_mean_is_named_with_its_line(here, capfd, entry, said):
    (here / "表.txt").write_text(FORM.format(total="60", day="2025年9月30日"), "utf-8")
    configured(here, f"overrides:\n{entry}\n")
    assert run(["check", "表.txt"]) == 2
    assert capfd.readouterr().err.startswith(said)
