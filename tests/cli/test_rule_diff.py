"""What `rules diff` says of two packs: in their rules, and in what they find."""

import pytest

from tests.pack.packs import pack, rule

OVERRIDES = "[{rules: [AMT201], severity: warning}, {rules: [DAT301], off: true}, {rules: [VAL], severity: info, files: ['旧/*']}]"


@pytest.fixture
def own(home):
    """A pack of three changes and one rule, on top of the shipped one."""
    text = (
        rule("XYZ101")
        .replace('default: "4"', 'default: "9"')
        .replace("培训人员数量", "全县中小学校培训人员数量")
        .replace("6 个字", "12 个字")
    )
    return pack(home / "本地", {"XYZ101": text}, name="local", extends="[cn-2015]", overrides=OVERRIDES)


@pytest.mark.usefixtures("own")
def test_rules_with_what_the_overrides_make_of_them(perf_lint):
    code, out, err = perf_lint("rules", "diff", "cn-2015", "./本地")
    assert (code, err) == (1, "")
    lines = out.splitlines()
    assert [line for line in lines if "VAL" not in line] == [
        "~ AMT201  级别 错误 → 警告",
        "~ DAT301  级别 错误 → 不用",
        "+ XYZ101  名称太长",
    ]
    assert "~ VAL501  对部分文件或指标的规定" in lines
    assert perf_lint("rules", "diff", "cn-2015", "./本地", "--lang", "en")[1].splitlines()[:2] == [
        "~ AMT201  severity error → warning",
        "~ DAT301  severity error → off",
    ]


def test_changed_words_are_told_from_changed_logic(perf_lint, home):
    pack(home / "旧", {"XYZ101": rule(), "XYZ102": rule("XYZ102")}, name="local")
    longer = rule(message="名称太长，有 {i.name.size()} 个字")
    changed = rule("XYZ102", assert_="i.name.size() < params.limit")
    pack(home / "新", {"XYZ101": longer, "XYZ102": changed}, name="local")
    assert perf_lint("rules", "diff", "./旧", "./新") == (1, "~ XYZ101  报告里的话\n~ XYZ102  判断\n", "")


def test_a_code_in_two_packs_is_matched_pack_by_pack(perf_lint):
    out = perf_lint("rules", "diff", "cn-2015", "ningxia")[1]
    assert "REQ101" not in out
    assert perf_lint("rules", "diff", "ningxia", "ningxia") == (0, "没有不同\n", "")


@pytest.mark.usefixtures("own")
def test_findings_in_files(perf_lint, form, home):
    (home / "送审").mkdir()
    form("送审/甲.txt", total="60", day="2025年9月31日")
    form("送审/乙.txt")
    code, out, err = perf_lint("rules", "diff", "cn-2015", "./本地", "送审")
    assert (code, err) == (1, "")
    assert (
        out
        == """\
--- core 2026.1、cn-2015 2026.1
+++ core 2026.1、cn-2015 2026.1、local 1

送审/甲.txt
  ~ 错误 → 警告   第6行 成本指标合计 56 万元，年度资金总额 60 万元，相差 4 万元
                  AMT201
  - 错误          第13行 「2025年9月31日」不是真实的日期：2025年9月只有 30 天
                  DAT301

2 个文件、2 张表：新出现 0 处，不再报 1 处，级别或说法改变 1 处，相同 1 处
"""
    )


@pytest.mark.usefixtures("own")
def test_findings_in_english_and_the_other_way_round(perf_lint, form):
    out = perf_lint("rules", "diff", "./本地", "cn-2015", form(day="2025年9月31日"), "--lang", "en")[1]
    assert (
        out
        == """\
--- core 2026.1, cn-2015 2026.1, local 1
+++ core 2026.1, cn-2015 2026.1

表.txt
  + error             line 13 2025年9月31日 is not a date of the calendar: 2025
                      年9月 has only 30 days DAT301

1 file, 1 form: 1 appear, 0 vanish, 0 change, 0 stay
"""
    )


def test_packs_that_find_the_same(perf_lint, form):
    code, out, _ = perf_lint("rules", "diff", "cn-2015", "cn-2015", form(total="60"))
    assert code == 0
    assert out.splitlines()[3:] == ["1 个文件、1 张表：新出现 0 处，不再报 0 处，级别或说法改变 0 处，相同 1 处"]


def test_a_file_that_cannot_be_used_is_told(perf_lint, form):
    code, _, err = perf_lint("rules", "diff", "core", "cn-2015", form(), "没有.txt")
    assert code == 2
    assert err == "没有.txt：文件不存在\n"
