"""Slips of the keyboard in rule files: what a Chinese input method leaves, indentation, quotes, guesses of YAML."""

import pytest

from perf_lint.pack import PackError, load
from tests.pack.packs import RULE, pack, rule

TEXT = RULE.format(code="XYZ101")


def problems(tmp_path, text):
    """Give the mistakes in one rule file: place, and what is said in both languages."""
    folder = pack(tmp_path / "mine", {})
    (tmp_path / "mine" / "XYZ101.yaml").write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(PackError) as caught:
        load([folder], cache=False)
    return [(f"{problem.line}:{problem.column}", *problem.words) for problem in caught.value.problems]


YAML = ("不是合法的 YAML：{}", "not valid YAML: {}")
COLON = ("全角冒号「：」，请改为半角「: 」", "full-width colon “：”: write “: ”")
COMMA = ("全角逗号「，」，请改为半角「, 」", "full-width comma “，”: write “, ”")
QUOTES = ('全角引号，请改为半角引号 "', 'full-width quotation mark: write "')
INDENT = ("缩进不对：同一层的要对齐，用空格", "the indentation is off: align what is on one level, with blanks")
TEXT_NEEDS_QUOTES = (
    "含有 { }、冒号加空格或 # 的文字要用引号括起来，或写 | 另起一行",
    "quote a text that holds { }, a colon with a blank, or #, or write | and start a new line",
)
UNCLOSED = ("引号没有成对", "a quotation mark is not closed")
FIRST = ("以 @ % * & ! ` 开头的文字要用引号括起来", "quote a text that begins with @ % * & ! or `")


@pytest.mark.parametrize(
    ("old", "new", "place", "said"),
    [
        ("code: XYZ101", "code：XYZ101", "1:5", COLON),
        ("severity: warning", "severity：warning", "4:9", COLON),
        ("explain: {why: 太长, fix: 改短}", "explain:\n  why：太长\n  fix: 改短", "16:6", COLON),
        ("explain: {why: 太长, fix: 改短}", "explain:\n  why: 太长\n  fix：改短", "17:6", COLON),
        ("- good: {rows: [", "- good: {rows：[", "20:14", COLON),
        ("{why: 太长, fix: 改短}", "{why: 太长，fix: 改短}", "15:18", COMMA),
        ('at: "indicators[0].name", message', 'at: "indicators[0].name"，message', "19:37", COMMA),
        ('"indicators[0].name"', "“indicators[0].name”", "19:17", QUOTES),
        ("  limit", "\tlimit", "8:1", ("缩进不能用制表符（Tab），请改为空格", "no tabs in the indentation: use blanks")),
        ("name: name-too-long", "name: name-too-long\n\u3000\u3000title", "3:1", ("缩进里有全角空格，请改为半角空格", "full-width blanks in the indentation: use plain ones")),
        ("severity: warning", "severity:warning", "4:9", ("冒号后面要有一个空格", "a blank must follow the colon")),
        ("severity: warning", " severity: warning", "4:10", INDENT),
        ("- good:", " - good:", "20:2", INDENT),
        ("  expect:", "    expect:", "19:5", INDENT),
        ("message: 名称有 {i.name.size()} 个字", "message: {i.name.size()} 个字", "14:26", TEXT_NEEDS_QUOTES),
        ("message: 名称有", "message: 名称: ", "14:12", TEXT_NEEDS_QUOTES),
        ("message: 名称有", 'message: "名称', "14:10", UNCLOSED),
        ("message: 名称有", "message: @名称", "14:10", FIRST),
        ("message: 名称有", "message: *名称", "14:11", FIRST),
    ],
)  # fmt: skip
def test_a_slip_that_ends_the_yaml(tmp_path, old, new, place, said):
    assert old in TEXT
    expected = [(place, *(frame.format(words) for frame, words in zip(YAML, said, strict=True)))]
    assert problems(tmp_path, TEXT.replace(old, new, 1)) == expected


CODE = ("规则编号是三个大写字母加三位数字，例如 JYJ101", "a code is three capitals and three digits: JYJ101")
PLAIN_QUOTES = ('；有全角引号「“」，要用半角 " 或不写', '; full-width quotation mark “: write " or none')


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("code: XYZ101", "code: “XYZ101”", ("1:7", f"「“XYZ101”」写法不对：{CODE[0]}{PLAIN_QUOTES[0]}", f"““XYZ101”” is wrong: {CODE[1]}{PLAIN_QUOTES[1]}")),
        ("severity: warning", "severity: 警告", ("4:11", "「警告」不在可选之列：error、warning、info，请写「warning」", "“警告” is none of error, warning, info; write “warning”")),
        ("severity: warning", "severity: ｗarning", ("4:11", "「ｗarning」不在可选之列：error、warning、info；有全角字符「ｗ」，要用半角「w」", "“ｗarning” is none of error, warning, info; full-width “ｗ”: write “w”")),
        ("severity: warning", "severity: warnin", ("4:11", "「warnin」不在可选之列：error、warning、info，是否想写「warning」？", "“warnin” is none of error, warning, info; did you mean “warning”?")),
        ('"4"', "“4”", ("8:31", f"要的是数，写的是「“4”」{PLAIN_QUOTES[0]}", f"a number is wanted, not ““4””{PLAIN_QUOTES[1]}")),
        ('"4"', "2024-01-01", ("8:31", "要的是数，写的是「2024-01-01」", "a number is wanted, not “2024-01-01”")),
        ('type: int, default: "4"', "type: bool, default: on", ("8:32", "要的是 true 或 false，写的是「on」", "true or false is wanted, not “on”")),
        ("i.name != null", "i.name != “培训”", ("11:17", '全角符号「“」，请改为半角「"」', 'full-width ““”: write “"”')),
        ("i.name.size() <=", "i.name.size（）<=", ("12:20", "全角符号「（」，请改为半角「(」", "full-width “（”: write “(”")),
        ("数量指标|培训人数|20人", "数量指标｜培训人数｜20人", ("20:17", "一行写作 二级指标|三级指标|指标值，或 一级指标|二级指标|三级指标|指标值；竖线用半角 |", "a row is level 2|name|value, or level 1|level 2|name|value")),
        ("title: 名称太长", "title:", ("3:1", "这里不能空着", "this must not be blank")),
        ("at: i.name", "at: i.name\nat: i.value", ("14:1", "「at」写了两次，第一次在第 13 行", "“at” is given twice, first in line 13")),
        ("  limit", "\u3000limit", ("8:1", "不认识的键「\u3000limit」；有全角空格「\u3000」，要用半角「 」", "unknown key “\u3000limit”; full-width blank “\u3000”: write “ ”")),
        ("{why: 太长, fix", "{why：太长, fix", ("15:11", "不认识的键「why：太长」；有全角冒号「：」，要用半角「:」", "unknown key “why：太长”; full-width colon “：”: write “:”")),
    ],
)  # fmt: skip
def test_a_slip_inside_the_yaml(tmp_path, old, new, expected):
    assert old in TEXT
    assert expected in problems(tmp_path, TEXT.replace(old, new, 1))


@pytest.mark.parametrize("dressed", [
    lambda text: text.replace("\n", "\r\n"), lambda text: "\ufeff" + text, lambda text: text.replace(": ", ":\t", 1),
], ids=["CRLF", "byte order mark", "tab behind a colon"])  # fmt: skip
def test_what_editors_of_windows_do_is_no_mistake_and_moves_no_place(tmp_path, dressed):
    made = load([pack(tmp_path / "good", {"XYZ101": dressed(TEXT)})], cache=False)
    assert [rule.code for rule in made.rules] == ["XYZ101"]
    wrong = dressed(TEXT).replace("i.name != null", "i.nam != null")
    assert [(place, zh) for place, zh, _ in problems(tmp_path, wrong)] == [
        ("11:9", "没有指标行的字段「nam」，是否想写「name」？")
    ]


@pytest.mark.parametrize("encoding", ["utf-16", "gb18030"])
def test_another_encoding_is_told(tmp_path, encoding):
    said = ("1:1", "文件不是 UTF-8 编码，请另存为 UTF-8", "the file is not UTF-8: save it as UTF-8")
    assert problems(tmp_path, TEXT.encode(encoding)) == [said]


def test_several_slips_are_told_at_once(tmp_path):
    text = rule(severity="警告", confidence="高", code="“XYZ101”")
    assert [place for place, _, _ in problems(tmp_path, text)] == ["1:7", "4:11", "5:13"]


def test_a_rule_without_english_says_the_same_in_chinese(tmp_path):
    made = load([pack(tmp_path / "mine", {"XYZ101": rule(en=None)})], cache=False).rules[0]
    assert made.info("en").title == made.info("zh").title == "名称太长"
    assert made.info("en").why == "太长"
    assert [p[:2] for p in problems(tmp_path, rule(en=None, message="{i.nam}".join("“”")))] == [
        ("14:14", "没有指标行的字段「nam」，是否想写「name」？")
    ]
