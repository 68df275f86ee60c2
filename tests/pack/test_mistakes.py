"""What a writer of rules is told about mistakes: the file, the line, a caret, and all of them at once."""

import pytest

from perf_lint.pack import PackError, load
from tests.pack.packs import RULE, pack, rule


def told(tmp_path, text, code="XYZ101", **manifest):
    with pytest.raises(PackError) as caught:
        load([pack(tmp_path / "mine", {code: text}, **manifest)], cache=False)
    return str(caught.value)


def test_a_misspelt_field_points_at_itself(tmp_path):
    assert told(tmp_path, rule(assert_="i.nmae.size() <= params.limit")) == (
        "mine/XYZ101.yaml:12:11: 没有指标行的字段「nmae」，是否想写「name」？\n"
        "  assert: i.nmae.size() <= params.limit\n"
        "            ^^^^"
    )


def test_carets_stand_below_wide_characters(tmp_path):
    assert told(tmp_path, rule(message="名称“{i.nmae}”太长")) == (
        "mine/XYZ101.yaml:14:16: 没有指标行的字段「nmae」，是否想写「name」？\n"
        "  message: 名称“{i.nmae}”太长\n"
        "                   ^^^^"
    )


def test_every_mistake_of_every_file_is_told_at_once(tmp_path):
    wrong = rule(when="i.nam != null", message="'{wam(1)}'", severity="error", confidence="low")
    with pytest.raises(PackError) as caught:
        load([pack(tmp_path / "mine", {"XYZ101": wrong, "XYZ102": rule("XYZ102", at="form.gaol")})], cache=False)
    assert [(p.file, p.line, p.column, p.words.zh) for p in caught.value.problems] == [
        ("mine/XYZ101.yaml", 4, 11, "error 只用于 confidence: high 的规则"),
        ("mine/XYZ101.yaml", 11, 9, "没有指标行的字段「nam」，是否想写「name」？"),
        ("mine/XYZ101.yaml", 14, 12, "没有函数「wam」，是否想写「wan」？"),
        ("mine/XYZ102.yaml", 13, 10, "没有绩效目标表的字段「gaol」，是否想写「goal」？"),
    ]


def test_a_long_line_is_shown_around_the_mistake(tmp_path):
    said = told(tmp_path, rule(when="i.name != null && " * 30 + "i.nmae != null")).splitlines()
    assert len(said[1]) <= 152
    assert said[1].index("nmae") == said[2].index("^")


LONG = """\
let:
  first: >-
    i.name != null
    && i.nmae == ''
  second: |
    1 +
      'a'
"""


def test_places_inside_folded_and_literal_texts(tmp_path):
    problems = told(tmp_path, RULE.format(code="XYZ101") + LONG)
    assert "mine/XYZ101.yaml:24:10: 没有指标行的字段「nmae」" in problems
    assert "mine/XYZ101.yaml:26:7: 整数 + 文字" in problems


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"severity": "fatal"}, "4:11: 「fatal」不在可选之列：error、warning、info"),
        ({"code": "XYZ999"}, "1:7: 文件名是 XYZ101.yaml，code 却是 XYZ999"),
        ({"code": "xyz1"}, "1:7: 「xyz1」写法不对：规则编号是三个大写字母加三位数字，例如 JYJ101"),
        ({"title": None}, "1:1: 缺少「title」"),
        ({"mesage": "x"}, "21:1: 不认识的键「mesage」，是否想写「message」？"),
        ({"explain": "{why: 太长, fixx: 改短}"}, "15:20: 不认识的键「fixx」，是否想写「fix」？"),
        ({"basis": "[{ref: MOF}]"}, "21:15: pack.yaml 的 authorities 里没有「MOF」"),
        ({"as_": None}, "9:7: each 和 as 要一起写"),
        ({"each": "form.goal"}, "9:7: each 要的是列表，得到的是文字"),
        ({"assert_": None}, "1:1: 缺少 assert：说明什么情况才算对"),
        ({"assert_": "i.name"}, "12:11: 这里要的是是否，得到的是文字"),
        ({"at": "1 + 2"}, "13:5: 这里要写位置，例如 form.goal、i.value"),
        ({"message": "名称 {i.name"}, "14:13: { 没有配对的 }"),
        ({"message": "{i.name} 太长"}, "14:19: 不是合法的 YAML"),
        ({"message": "{i.name}"}, "14:10: 这里要写文字；以 { 开头的要用引号括起来"),
        ({"at": "[i.name, i.value]"}, "13:5: 这里要写文字；以 [ 开头的要用引号括起来"),
        ({"message": "名称 }"}, "14:13: 多了一个 }"),
        ({"message": "名称 {}"}, "14:13: { } 里没有表达式"),
        ({"let": "{form: '1'}"}, "21:7: 名称「form」已有别的意思"),
        ({"examples": "[]"}, "17:11: examples 里至少要有一个错误示例（bad）"),
        ({"fix": "[{safety: safe, propose: 改}]"}, "21:7: safe 和 unsafe 的修改要写 replace"),
    ],
)
def test_one_mistake(tmp_path, changes, expected):
    text = rule(**changes)
    if "examples" in changes:
        text = text[: text.index("- bad")]
    assert f"mine/XYZ101.yaml:{expected}" in told(tmp_path, text)


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        ("- bad: {rows: [数量指标|培训人员数量|20人]}", "21:3: bad 示例要写 expect：预期在哪里报什么"),
        ("- bad: {}\n  good: {}", "21:3: 每个示例写 bad 或 good，二者选一"),
        ("- good: {totl: 3万元}", "21:10: 不认识的键「totl」，是否想写「total」？"),
        ("- good: {rows: [数量指标|培训人数]}", "21:17: 一行写作 二级指标|三级指标|指标值"),
        ("- good: {rows: [{nam: 培训}]}", "21:18: 不认识的键「nam」，是否想写「name」？"),
        ("- good: {rows: 数量指标}", "一行写作"),
        ("- good: {year: 今年}", "21:10: year 要写成 2024 这样的四位数，写的是「今年」"),
        ('- good: {}\n  params: {limt: "3"}', "22:12: 没有参数「limt」"),
        ("- good: {forms: [{total: 1万元}], total: 1万元}", "forms 之外不能再有别的键"),
    ],
)
def test_a_mistake_in_an_example(tmp_path, example, expected):
    assert expected in told(tmp_path, RULE.format(code="XYZ101") + example + "\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("code: &a XYZ101\nname: *a\n", "1:7: 规则文件里不用别名（& 和 *），请写全"),
        ("code: !!python/object:os.system XYZ101\n", "1:7: 规则文件里不用标签（!）"),
        ("code: XYZ101\ncode: XYZ102\n", "2:1: 「code」写了两次，第一次在第 1 行"),
        ("[" * 30, "文件嵌套太深或内容太多"),
        ("a: [" + "x," * 30_000 + "]", "文件嵌套太深或内容太多"),
        ("message: 合计 {a}: {b}\n", "含有 { }、冒号加空格或 # 的文字要用引号括起来"),
        ("[1, 2]: 3\n", "1:1: 键必须是文字"),
        ("- 1\n", "1:1: 文件应由 键: 值 组成"),
        ("", "1:1: 文件应由 键: 值 组成"),
        ("x" * 300_000, "文件太大：300000 字节，最多 262144 字节"),
        ("a: \x01\n", "不是合法的 YAML"),
        ("---\na: b\n---\nc: d\n", "不是合法的 YAML"),
    ],
)
def test_yaml_that_is_refused(tmp_path, text, expected):
    assert expected in told(tmp_path, text)


def test_a_file_in_another_encoding(tmp_path):
    folder = pack(tmp_path / "mine", {})
    (tmp_path / "mine" / "XYZ101.yaml").write_bytes("code: 规则".encode("gb18030"))
    with pytest.raises(PackError, match="文件不是 UTF-8 编码"):
        load([folder], cache=False)


def test_texts_are_never_guessed(tmp_path):
    text = rule().replace('since: "1"', "since: 1:30").replace('default: "4"', "default: 010")
    made = load([pack(tmp_path / "mine", {"XYZ101": text})], cache=False).rules[0]
    assert made.data["since"] == "1:30"
    assert dict(made.params) == {"limit": 10}
