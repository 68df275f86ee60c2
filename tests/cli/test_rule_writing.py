"""The way of somebody who writes a first rule in an empty folder, command by command."""

import json

import jsonschema
import pytest
import yaml


@pytest.fixture
def mine(perf_lint, home):
    """A folder with one new rule and nothing else."""
    assert perf_lint("rules", "new", "jyj101", "-o", "我的规则")[0] == 0
    return home / "我的规则"


def test_from_nothing_to_a_finding(perf_lint, mine, form):
    assert [path.name for path in mine.iterdir()] == ["JYJ101.yaml"]
    (mine / "JYJ101.yaml").write_text(
        (mine / "JYJ101.yaml").read_text("utf-8").replace('default: "20"', 'default: "7"').replace("超过 20", "超过 7")
        .replace("养护农村公路里程", "公路里程"), "utf-8"
    )  # fmt: skip
    tested = (0, "1 条规则，2 个示例，全部相符\n", "")
    for word in ("我的规则", "./我的规则", "我的规则/", "./我的规则/JYJ101.yaml", str(mine)):
        assert perf_lint("rules", "test", word) == tested
    code, out, err = perf_lint("check", form(total="60"), "--pack", "./我的规则", "--format", "json")
    assert (code, err) == (1, "")
    found = [(finding["rule"], finding["at"]) for finding in json.loads(out)["findings"]]
    assert ("JYJ101", "indicators[2].name") in found
    assert ("AMT201", "funding.total") in found


def test_a_code_means_its_file_in_this_folder(perf_lint, mine, monkeypatch):
    monkeypatch.chdir(mine)
    assert perf_lint("rules", "test", "jyj101")[1] == "1 条规则，2 个示例，全部相符\n"
    assert perf_lint("rules", "test", ".")[1] == "1 条规则，2 个示例，全部相符\n"


def test_codes_files_and_folders_go_together(perf_lint, mine):
    (mine / "JYJ102.yaml").write_text((mine / "JYJ101.yaml").read_text("utf-8").replace("JYJ101", "JYJ102"), "utf-8")
    out = perf_lint("rules", "test", "我的规则", "REQ191", "--pack", "ningxia")[1]
    assert out == "3 条规则，9 个示例，全部相符\n"


def test_the_folder_s_rule_replaces_the_shipped_one_of_its_code(perf_lint, mine, form):
    text = (mine / "JYJ101.yaml").read_text("utf-8").replace("JYJ101", "AMT201")
    (mine / "JYJ101.yaml").unlink()
    (mine / "AMT201.yaml").write_text(text, "utf-8")
    assert "AMT201" not in perf_lint("check", form(total="60"), "--pack", "./我的规则")[1]
    assert perf_lint("rules", "list", "--pack", "./我的规则", "--select", "AMT201")[1].splitlines() == [
        "AMT201   警告     推断     一句话说出错在哪里",
        "",
        "1 条规则（core 2026.1、cn-2015 2026.1、cn-2021 2026.1、我的规则）",
    ]


@pytest.mark.parametrize(
    ("argv", "zh", "en"),
    [
        (["rules", "test", "没有"], "没有规则「没有」；自己的规则写文件名或目录", "no rule “没有”; name your own by file or folder"),
        (["rules", "test", "./没有"], "没有文件或目录 ./没有", "there is no file or folder ./没有"),
        (["rules", "test", "空的"], "{home}/空的: 这个目录里没有规则文件；规则文件以编号为名，例如 JYJ101.yaml", "{home}/空的: no rule files in this folder; they are named after their code, such as JYJ101.yaml"),
        (["check", "--pack", "./没有"], "./没有: 没有这个目录", "./没有: there is no such folder"),
        (["check", "--pack", "./我的规则/JYJ101.yaml"], "./我的规则/JYJ101.yaml: 这是文件；--pack 要写放规则文件的目录", "./我的规则/JYJ101.yaml: this is a file; --pack wants the folder of the rule files"),
        (["rules", "new", "JYJ1"], "规则编号「JYJ1」写法不对：三个字母加三位数字，例如 XYZ101", "“JYJ1” is no rule code: three letters and three digits, such as XYZ101"),
        (["check", "--pack", "./小写"], "小写/jyj101.yaml: 规则文件的名字要用大写，以 .yaml 结尾：改为 JYJ101.yaml", "小写/jyj101.yaml: name a rule file in capitals and .yaml: JYJ101.yaml"),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("mine")
def test_a_wrong_turn_is_told_in_both_languages(perf_lint, home, argv, zh, en):
    (home / "空的").mkdir()
    (home / "小写").mkdir()
    (home / "小写" / "jyj101.yaml").write_text("code: JYJ101\n", "utf-8")
    assert perf_lint(*argv) == (2, "", f"perf-lint: {zh}\n".replace("{home}", str(home)))
    assert perf_lint(*argv, "--lang", "en") == (2, "", f"perf-lint: {en}\n".replace("{home}", str(home)))


def test_mistakes_are_told_in_both_languages(perf_lint, mine):
    file = mine / "JYJ101.yaml"
    file.write_text(
        file.read_text("utf-8").replace("i.name.size()", "i.nmae.size()").replace("字数 >", "字树 >"), "utf-8"
    )
    assert perf_lint("check", "--pack", "./我的规则") == (2, "", """\
perf-lint: 规则文件有 2 处错误
我的规则/JYJ101.yaml:15:9: 没有指标行的字段「nmae」，是否想写「name」？
    字数: i.nmae.size()
            ^^^^
我的规则/JYJ101.yaml:16:7: 没有名称「字树」，是否想写「字数」？
  when: 字树 > 0                     # 什么情况下才检查
        ^^^^
""")  # fmt: skip
    assert perf_lint("rules", "test", "我的规则", "--lang", "en") == (2, "", """\
perf-lint: 2 mistakes in the rule files
我的规则/JYJ101.yaml:15:9: no field of Indicator “nmae”; did you mean “name”?
    字数: i.nmae.size()
            ^^^^
我的规则/JYJ101.yaml:16:7: no name “字树”; did you mean “字数”?
  when: 字树 > 0                     # 什么情况下才检查
        ^^^^
""")  # fmt: skip


def test_a_differing_example_is_told_in_english(perf_lint, mine):
    file = mine / "JYJ101.yaml"
    file.write_text(file.read_text("utf-8").replace("超过 20 个字}]", "超过 30 个字}]"), "utf-8")
    assert perf_lint("rules", "test", "我的规则", "--lang", "en")[:2] == (1, """\
我的规则/JYJ101.yaml: example 1 (bad)
  - expected indicators[0].name: 超过 30 个字
  + got indicators[0].name: 名称有 24 个字，超过 20 个字 (warning)
1 rule, 2 examples: 1 of them differ from their examples
""")  # fmt: skip


def test_the_editor_s_schema_fits_the_new_rule(perf_lint, mine, home):
    assert perf_lint("rules", "schema", "-o", "rule.schema.json") == (0, "", "")
    schema = json.loads((home / "rule.schema.json").read_text("utf-8"))
    assert json.loads(perf_lint("rules", "schema")[1]) == schema
    text = (mine / "JYJ101.yaml").read_text("utf-8")
    assert text.startswith("# yaml-language-server: $schema=rule.schema.json\n")
    jsonschema.Draft202012Validator(schema).validate(yaml.safe_load(text))
