"""A pack from a stranger: it is refused or stops by itself, reaches nothing outside its folder, and harms no other rule."""

import os
import tracemalloc

import pytest

from perf_lint.engine.run import run
from perf_lint.pack import PackError, load
from perf_lint.pack.example import build_forms
from tests.pack.packs import RULE, pack, rule

ROWS = {"rows": ["数量指标|" + "培" * 300 + "|20人"] * 60}
MEGABYTES = 1 << 20


def refused(folder):
    with pytest.raises(PackError) as caught:
        load([str(folder)], cache=False)
    return str(caught.value)


def outcome(tmp_path, text):
    """Run one hostile rule beside a harmless one on a large form."""
    harmless = rule("XYZ999").replace('default: "4"', 'default: "999"').replace("6 个字", "无")
    folder = pack(tmp_path / "mine", {"XYZ101": text, "XYZ999": harmless.replace("assert: i", "assert: 1 < 0 && i")})
    return run(load([folder], cache=False), [("a", build_forms(ROWS)[0])], "zh")


def steps(first, later, number=40):
    """Give named steps, each made of the one before."""
    return "let:\n  a0: '" + first + "'\n" + "".join(f"  a{n}: {later.format(f'a{n - 1}')}\n" for n in range(1, number))


LOOP = "form.indicators.{}"
STOPPED = [
    rule(assert_="a39.size() < 3") + steps('"xxxxxxxxxx"', "{0} + {0}"),
    rule(assert_="a39.size() < 3") + steps("[1, 2]", "{0} + {0}"),
    rule(assert_="a8.size() < 3") + steps('"xxxxxxxxxx"', '\'{0}.replace("x", "xxxxxxxxxx")\'', 9),
    rule(assert_="form.indicators.all(a, form.indicators.all(b, form.indicators.all(c, a.name != '')))"),
    rule(assert_="form.indicators.all(a, form.indicators.all(b, similarity(a.name + b.name, b.name) >= 0))"),
    rule(assert_="form.indicators.all(a, nearest(a.name, form.indicators.map(b, b.name)) != 'x')"),
    rule(assert_="form.indicators.map(a, form.indicators.map(b, a.name + b.name + i.name)).size() > 9999"),
    rule(assert_="form.indicators.map(a, join(form.indicators.map(b, b.name), i.name)).size() > 9999"),
    rule(assert_="999999999999 * 999999999999 * 999999999999 * 999999999999 * 999999999999 * 999999999999 > 0"),
]


@pytest.mark.parametrize("text", STOPPED, ids=range(len(STOPPED)))
def test_a_rule_without_end_stops_and_the_others_run(tmp_path, text):
    peak = 0
    if "similarity" in text:  # slow to trace, and it keeps nothing
        found = outcome(tmp_path, text)
    else:
        tracemalloc.start()
        found = outcome(tmp_path, text)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert [(crash.rule, crash.cause) for crash in found.crashes] == [("XYZ101", "步数超过上限")]
    assert {finding.rule for finding in found.findings} == {"XYZ999"}
    assert len(found.findings) == 60
    assert peak < 100 * MEGABYTES


@pytest.mark.parametrize(
    ("pattern", "cause"),
    [
        ("(a+)+$", "不能在重复之中再重复"),
        ("(a|a)*$", "不能在重复之中再重复"),
        ("a.*b.*c.*d.*", "最多 3 处"),
        (".{0,50}" * 10 + "x", "组合起来太慢"),
        ("a?" * 50 + "a" * 50, "组合起来太慢"),
        ("(a{0,9}b{0,9}){9}x", "不能在重复之中再重复"),
        ("(a?|b?)" * 12 + "x", "组合起来太慢"),
        ("a{99999}", "重复次数最多 50"),
        (r"(.)\1", "反向引用"),
        ("(?=a)a", "前后断言"),
        ("a" * 400, "正则太长"),
    ],
)
def test_patterns_that_could_take_long_are_refused(tmp_path, pattern, cause):
    text = rule(when=f"'matches(i.name, r\"{pattern}\")'")
    assert cause in refused(pack(tmp_path / "mine", {"XYZ101": text}))


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        (rule(assert_="(" * 39 + "!(" * 41 + "true" + ")" * 80), "嵌套超过 40 层"),
        (rule(assert_="1 + " * 1500 + "1 > 0"), "太长，最多 4000 字"),
        (rule(message="“{i.name}”" * 300), "太长，最多 2000 字"),
        (rule(name="a" * 1000), "太长，最多 60 字"),
        ("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "不用别名"),
        ("{a: " * 40 + "1" + "}" * 40, "文件嵌套太深或内容太多"),
        ("a: [" + "x, " * 30_000 + "]\n", "文件嵌套太深或内容太多"),
        (f"a: {'x' * 300_000}\n", "文件太大"),
        ("a: !!python/object/apply:os.system [id]\n", "不用标签"),
        (rule(when="words('../../../../etc/passwd') != null"), "只能用字母、数字和 -"),
        (rule(when="words('/etc/passwd') != null"), "只能用字母、数字和 -"),
        (rule(when="i.__class__ != null"), "没有指标行的字段「__class__」"),
    ],
)
def test_what_is_too_much_or_reaches_out_is_refused(tmp_path, text, cause):
    assert cause in refused(pack(tmp_path / "mine", {"XYZ101": text}))


SECRET = "root:x:0:0\n"


@pytest.mark.parametrize("name", ["XYZ101.yaml", "pack.yaml", "words", "words/own.yaml"])
def test_links_out_of_the_folder_are_not_read(tmp_path, name):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "own.yaml").write_text(SECRET, "utf-8")
    folder = tmp_path / "mine"
    pack(folder, {"XYZ102": rule("XYZ102")})
    if name == "words/own.yaml":
        (folder / "words").mkdir()
    (folder / name).unlink(missing_ok=True)
    (folder / name).symlink_to(outside if name == "words" else outside / "own.yaml")
    said = refused(folder)
    assert said.endswith("是指向目录之外的链接，不读")
    assert SECRET.strip() not in said


def test_links_within_the_folder_are_read_and_circles_told(tmp_path):
    folder = tmp_path / "mine"
    pack(folder, {"XYZ101": rule()})
    (folder / "XYZ101.yaml").rename(folder / "rule.txt")
    (folder / "XYZ101.yaml").symlink_to("rule.txt")
    assert [made.code for made in load([str(folder)], cache=False).rules] == ["XYZ101"]
    (folder / "XYZ102.yaml").symlink_to("XYZ102.yaml")
    assert refused(folder) == "mine/XYZ102.yaml: 是指向目录之外的链接，不读"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_a_pipe_is_not_waited_for(tmp_path):
    folder = tmp_path / "mine"
    pack(folder, {})
    os.mkfifo(folder / "XYZ101.yaml")
    assert refused(folder) == "mine/XYZ101.yaml: 这不是普通文件，不读"


def test_a_folder_of_too_many_files(tmp_path):
    folder = tmp_path / "mine"
    pack(folder, {})
    for number in range(1001):
        (folder / f"X{number:04}.yaml").touch()
    assert "文件太多：1002 个，最多 1000 个" in refused(folder)


@pytest.mark.parametrize(
    ("manifest", "cause"),
    [
        ({"extends": "[os]"}, "没有规则包「os」"),
        ({"extends": "[../../../../../etc]"}, "这个目录里没有规则文件"),
        ({"functions": "[os]"}, "没有安装函数插件「os」"),
        ({"functions": "['pdb:set_trace']"}, "没有安装函数插件「pdb:set_trace」"),
        ({"import": "os"}, "不认识的键「import」"),
    ],
)
def test_a_manifest_names_nothing_that_is_not_installed(tmp_path, manifest, cause):
    assert cause in refused(pack(tmp_path / "mine", {"XYZ101": rule()}, **manifest))


def test_a_flood_of_examples_and_steps_is_bounded_by_the_file(tmp_path):
    many = RULE.format(code="XYZ101") + "- good: {rows: [数量指标|培训人数|20人]}\n" * 5000
    assert "文件嵌套太深或内容太多" in refused(pack(tmp_path / "mine", {"XYZ101": many}))
