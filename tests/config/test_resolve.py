import pytest

from perf_lint.config import ConfigError, Output, Settings, resolve
from perf_lint.model.suppression import Change, Suppression

WHOLE = """\
packs: [core, ./packs/own]
profile: strict
select: [AMT, DAT301]
ignore: VAL512
fail-on: warning
jobs: 2
cache: false
lang: en
baseline: old.json
exclude: ["归档/**"]
outputs: [terminal, json=out/report.json]
limits:
  max_bytes: 1_000
overrides:
  AMT201:
    severity: warning
    params: {tolerance: 010}
suppressions:
  - rule: AMT201
    reason: 年中追加
    approver: 李处长
    expires: 2026-12-31
    project: 禁毒*
"""


def config_in(folder, text, name="perf-lint.yaml"):
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def test_a_whole_file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    config_in(tmp_path, WHOLE)
    assert resolve().settings == Settings(
        packs=("core", "./packs/own"),
        profile="strict",
        select=("AMT", "DAT301"),
        ignore=("VAL512",),
        overrides=(Change(("AMT201",), "warning", {"tolerance": "010"}, origin="perf-lint.yaml:15"),),
        suppressions=(
            Suppression(
                "年中追加",
                "AMT201",
                project="禁毒*",
                approver="李处长",
                expires="2026-12-31",
                origin="perf-lint.yaml:19",
            ),
        ),
        outputs=(Output("terminal"), Output("json", "out/report.json")),
        limits={"max_bytes": 1000},
        jobs=2,
        exclude=("归档/**",),
        lang="en",
        fail_on="warning",
        cache=False,
        baseline="old.json",
        origins={
            name: f"perf-lint.yaml:{line}"
            for line, text in enumerate(WHOLE.splitlines(), start=1)
            if (name := text.partition(":")[0].replace("-", "_")).isidentifier()
        },
    )


def test_each_setting_says_where_it_comes_from(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    config_in(tmp_path, "select: AMT\njobs: 3\n")
    resolved = resolve(given={"jobs": 1, "lang": None})
    assert resolved.settings.jobs == 1
    assert resolved.settings.origins == {"select": "perf-lint.yaml:1"}  # for the messages of what it means
    assert {name: words.zh for name, words in resolved.origins.items()} == {
        "select": "perf-lint.yaml:1",
        "jobs": "命令行",
    }


def test_found_upward_from_the_file_first(tmp_path, monkeypatch):
    here, there = tmp_path / "here", tmp_path / "there" / "deep"
    here.mkdir()
    there.mkdir(parents=True)
    config_in(here, "jobs: 1\n")
    config_in(tmp_path / "there", "jobs: 2\n")
    monkeypatch.chdir(here)
    assert resolve([str(there / "表.txt")]).settings.jobs == 2
    assert resolve([str(there)]).settings.jobs == 2
    assert resolve(["表.txt"]).settings.jobs == 1
    assert resolve().settings.jobs == 1


def test_an_empty_name_reads_none(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    config_in(tmp_path, "jobs: 1\n")
    assert resolve(config="") == (Settings(), {}, None)


def test_pyproject_counts_only_with_its_table(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    config_in(tmp_path, "[tool.other]\njobs = 4\n", "pyproject.toml")
    assert resolve().file is None
    config_in(tmp_path, '[tool.other]\njobs = 4\n\n[tool.perf-lint]\nfail-on = "info"\njobs = 5\n', "pyproject.toml")
    resolved = resolve()
    assert (resolved.settings.jobs, resolved.settings.fail_on) == (5, "info")
    assert resolved.origins["jobs"].zh == "pyproject.toml:6"


def test_paths_in_a_file_are_relative_to_it(tmp_path, monkeypatch):
    (tmp_path / "conf").mkdir()
    monkeypatch.chdir(tmp_path)
    config_in(tmp_path / "conf", "baseline: b.json\noutputs: [json=r.json, terminal]\npacks: [core, packs/own]\n")
    settings = resolve(config="conf/perf-lint.yaml").settings
    assert settings.baseline == "conf/b.json"
    assert settings.outputs == (Output("json", "conf/r.json"), Output("terminal"))
    assert settings.packs == ("core", "conf/packs/own")


def test_a_folder_of_rules_is_looked_for_beside_the_configuration(tmp_path, monkeypatch):
    (tmp_path / "conf" / "我的规则").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    config_in(tmp_path / "conf", "packs: [我的规则, cn-2015]\n")
    assert resolve(config="conf/perf-lint.yaml").settings.packs == ("conf/我的规则", "cn-2015")


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        ("selct: AMT\n", "perf-lint.yaml:1：没有设置项「selct」，是否想写「select」？", "perf-lint.yaml:1: there is no setting “selct”; did you mean “select”?"),
        ("# 注\njobs: viele\n", "perf-lint.yaml:2：jobs 应当是不小于 0 的整数", "perf-lint.yaml:2: jobs must be a whole number, 0 or more"),
        ("jobs: -1\n", "perf-lint.yaml:1：jobs 应当是不小于 0 的整数", "perf-lint.yaml:1: jobs must be a whole number, 0 or more"),
        ("cache: maybe\n", "perf-lint.yaml:1：cache 应当是 true 或 false", "perf-lint.yaml:1: cache must be true or false"),
        ("fail_on: eror\n", "perf-lint.yaml:1：fail_on 不能是「eror」，可以是 error、warning、info、never，是否想写「error」？", "perf-lint.yaml:1: fail_on cannot be “eror”; use error, warning, info, never; did you mean “error”?"),
        ("jobs: 1\njobs: 2\n", "perf-lint.yaml:2：jobs 写了两次", "perf-lint.yaml:2: jobs is given twice"),
        ("select: {a: b}\n", "perf-lint.yaml:1：select 应当是一个列表", "perf-lint.yaml:1: select must be a list"),
        ("- a\n", "perf-lint.yaml:1：配置应当是“键: 值”", "perf-lint.yaml:1: configuration must be key: value"),
        ("suppressions:\n- rule: AMT201\n", "perf-lint.yaml:2：suppressions[1] 没有写理由（reason）", "perf-lint.yaml:2: suppressions[1] gives no reason"),
        ("suppressions:\n- reason: 好\n", "perf-lint.yaml:2：suppressions[1] 要写明规则（rule）或指纹（fingerprint）", "perf-lint.yaml:2: suppressions[1] needs a rule or a fingerprint"),
        ("suppressions:\n- {reason: 好, rule: A}\n- reson: 好\n", "perf-lint.yaml:3：suppressions[2] 里没有「reson」，是否想写「reason」？", "perf-lint.yaml:3: suppressions[2] has no “reson”; did you mean “reason”?"),
        ("suppressions:\n- rule: A\n  reason: 好\n  expires: 明年\n", "perf-lint.yaml:4：suppressions[1].expires 应当是日期，例如 2026-12-31", "perf-lint.yaml:4: suppressions[1].expires must be a date such as 2026-12-31"),
        ("overrides:\n  AMT201: {severity: fatal}\n", "perf-lint.yaml:2：overrides.AMT201.severity 不能是「fatal」，可以是 error、warning、info、off", "perf-lint.yaml:2: overrides.AMT201.severity cannot be “fatal”; use error, warning, info, off"),
        ("limits: {max_byte: 3}\n", "perf-lint.yaml:1：limits 里没有「max_byte」，是否想写「max_bytes」？", "perf-lint.yaml:1: limits has no “max_byte”; did you mean “max_bytes”?"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_its_line(tmp_path, monkeypatch, text, zh, en):
    monkeypatch.chdir(tmp_path)
    config_in(tmp_path, text)
    with pytest.raises(ConfigError) as caught:
        resolve()
    assert caught.value.words == (zh, en)


@pytest.mark.parametrize(
    ("name", "content", "start"),
    [
        ("perf-lint.yaml", b"a: [b\n", "perf-lint.yaml:2：不是合法的 YAML"),
        ("perf-lint.yaml", b"\xff\xfe\x00", "perf-lint.yaml：配置文件不是 UTF-8 编码"),
        ("pyproject.toml", b"[tool.perf-lint\n", "pyproject.toml：不是合法的 TOML"),
    ],
)
def test_a_file_that_is_no_configuration(tmp_path, monkeypatch, name, content, start):
    monkeypatch.chdir(tmp_path)
    (tmp_path / name).write_bytes(content)
    with pytest.raises(ConfigError) as caught:
        resolve()
    assert caught.value.words.zh.startswith(start)


def test_a_named_file_must_exist(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ConfigError) as caught:
        resolve(config="nowhere.yaml")
    assert caught.value.words.zh == "nowhere.yaml：读不了配置文件（路径不存在）"
