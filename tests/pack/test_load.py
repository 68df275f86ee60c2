"""Which rules of which packs run, with which severity and parameters."""

import pytest

from perf_lint.pack import Change, PackError, load
from perf_lint.pack.example import build_form
from tests.pack.packs import pack, rule

FORM_2015 = build_form({"rows": ["成本指标|会议费|1万元"]})
FORM_2021 = build_form({"framework": "cn-2021", "rows": ["成本指标|会议费|1万元"]})
FORM_OTHER = build_form({"framework": "other"})


@pytest.fixture(scope="module")
def shipped():
    return load(cache=False)


def packs_of(loaded, form):
    return {rule.pack for rule in loaded.rules_for(form)}


def test_the_form_s_framework_decides_which_packs_apply(shipped):
    assert shipped.names == ("core 2026.1", "cn-2015 2026.1", "cn-2021 2026.1")
    assert packs_of(shipped, FORM_2015) == {"core", "cn-2015"}
    assert packs_of(shipped, FORM_2021) == {"core", "cn-2021"}
    assert packs_of(shipped, FORM_OTHER) == {"core"}


def test_a_regional_pack_stands_on_its_base():
    loaded = load(["ningxia"], cache=False)
    assert loaded.names == ("core 2026.1", "cn-2015 2026.1", "ningxia 2026.1")
    codes = {rule.code for rule in loaded.rules}
    assert "REQ191" in codes
    assert "REQ107" not in codes


def two_packs(tmp_path):
    pack(tmp_path / "base", {"XYZ101": rule(), "XYZ102": rule("XYZ102"), "ABC101": rule("ABC101")})
    overrides = "[{rules: [XYZ102], severity: info, params: {limit: 9}}, {rules: [ABC], off: true}]"
    changed = {"XYZ101": rule(title="换了"), "XYZ103": rule("XYZ103", status="preview")}
    return pack(tmp_path / "top", changed, extends="[../base]", overrides=overrides)


def test_a_pack_extends_replaces_and_overrides(tmp_path):
    loaded = load([two_packs(tmp_path)], cache=False)
    assert loaded.names == ("base 1", "top 1")
    assert [(r.code, r.pack, r.title.zh) for r in loaded.rules] == [
        ("XYZ101", "top", "换了"),
        ("XYZ102", "base", "名称太长"),
    ]
    assert [loaded.params_for(r, "a.txt") for r in loaded.rules] == [(4,), (9,)]
    assert loaded.severity_of("XYZ102", "warning", "a.txt", ()) == "info"


def test_packs_that_do_not_extend_each_other_keep_their_rules_of_one_code(tmp_path):
    one = pack(tmp_path / "one", {"XYZ101": rule(title="一")}, framework="[cn-2015]")
    two = pack(tmp_path / "two", {"XYZ101": rule(title="二")}, framework="[cn-2021]")
    loaded = load([one, two], cache=False)
    assert [r.title.zh for r in loaded.rules_for(FORM_2015)] == ["一"]
    assert [r.title.zh for r in loaded.rules_for(FORM_2021)] == ["二"]
    assert loaded.infos("zh")["XYZ101"].title == "一"


def test_selection_by_code_and_prefix_and_profile(tmp_path):
    top = two_packs(tmp_path)

    def codes(**options):
        return [r.code for r in load([top], cache=False, **options).rules]

    assert codes(profile="auditor") == ["XYZ101", "XYZ102", "XYZ103"]
    assert codes(select=["XYZ103"]) == ["XYZ103"]
    assert codes(select=["XYZ"], ignore=["XYZ101"]) == ["XYZ102", "XYZ103"]
    assert codes(ignore=["XYZ"]) == []


def test_the_hook_profile_is_certain_only(shipped):
    hook = load(profile="hook", cache=False)
    assert {r.confidence for r in hook.rules} == {"high"}
    assert len(hook.rules) < len(shipped.rules)


def test_changes_by_family_file_and_element(tmp_path):
    changes = [
        Change(("XYZ",), severity="info"),
        Change(("XYZ101",), severity="error", files=("*.docx", "旧/*")),
        Change(("XYZ101",), severity="off", elements=("成本指标",)),
        Change(("XYZ101",), params={"limit": "7"}, files=("b.txt",)),
    ]
    mine = pack(tmp_path / "mine", {"XYZ101": rule(), "XYZ102": rule("XYZ102")})
    loaded = load([mine], overrides=changes, cache=False)
    first, second = loaded.rules
    assert loaded.severity_of("XYZ101", "warning", "a.txt", ()) == "info"
    assert loaded.severity_of("XYZ101", "warning", "dir/a.docx", ()) == "error"
    assert loaded.severity_of("XYZ101", "warning", "旧/a.txt", ()) == "error"
    assert loaded.severity_of("XYZ101", "warning", "a.docx", ("产出指标", "成本指标")) == "off"
    assert loaded.severity_of("XYZ102", "warning", "a.docx", ("成本指标",)) == "info"
    assert loaded.params_for(first, "dir/b.txt") == (7,)
    assert loaded.params_for(first, "c.txt") == (4,)
    assert loaded.params_for(second, "b.txt") == (4,)


def test_what_is_said_of_a_rule_has_the_severity_that_holds_everywhere(tmp_path):
    mine = pack(tmp_path / "mine", {"XYZ101": rule()})
    partly = [
        Change(("XYZ",), severity="error", files=("a*",)),
        Change(("XYZ",), severity="error", elements=("成本指标",)),
    ]
    assert load([mine], overrides=partly, cache=False).infos("zh")["XYZ101"].severity == "warning"
    everywhere = [Change(("*",), severity="error"), Change(("XYZ",), severity="info")]
    assert load([mine], overrides=everywhere, cache=False).infos("zh")["XYZ101"].severity == "info"


def test_off_everywhere_drops_the_rule_and_a_later_change_brings_it_back(tmp_path):
    mine = pack(tmp_path / "mine", {"XYZ101": rule()})
    off, on = Change(("*",), severity="off"), Change(("XYZ101",), severity="info")
    assert load([mine], overrides=[off], cache=False).rules == ()
    assert [r.code for r in load([mine], overrides=[off, on], cache=False).rules] == ["XYZ101"]


def test_overrides_of_a_configuration(tmp_path):
    mine = pack(tmp_path / "mine", {"XYZ101": rule()})
    given = [Change(("XYZ",), "info", {"limit": "5"}, origin="perf-lint.yaml:3")]
    loaded = load([mine], overrides=given, cache=False)
    assert loaded.params_for(loaded.rules[0], "a") == (5,)
    assert loaded.severity_of("XYZ101", "warning", "a", ()) == "info"


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"select": ["XYZ9"]}, "没有规则「XYZ9」，是否想写「XYZ101」？"),
        ({"ignore": ["XZY101"]}, "没有规则「XZY101」，是否想写「XYZ101」？"),
        ({"profile": "audit"}, "没有档次「audit」，是否想写「auditor」？"),
        ({"profile": "none"}, "没有档次「none」；可用：accountant、hook、auditor"),
        ({"select": ["XYZ101,XYZ102"]}, "没有规则「XYZ101,XYZ102」；几个编号要分开写"),
        ({"select": ["XYZ9"], "origins": {"select": "c:2"}}, "c:2: 没有规则「XYZ9」，是否想写「XYZ101」？"),
        ({"ignore": ["XZY101"], "origins": {"ignore": "c:3"}}, "c:3: 没有规则「XZY101」，是否想写「XYZ101」？"),
        ({"profile": "audit", "origins": {"profile": "c:4"}}, "c:4: 没有档次「audit」，是否想写「auditor」？"),
        ({"overrides": [Change(("ABC",), origin="c:1")]}, "c:1: 没有规则「ABC」；可用：XYZ101"),
        (
            {"overrides": [Change(("XYZ",), severity="fatal", origin="c:1")]},
            "c:1: 没有级别「fatal」；可用：error、warning、info、off",
        ),
        (
            {"overrides": [Change(("XYZ",), params={"limt": "1"}, origin="c:1")]},
            "c:1: XYZ 没有参数「limt」，是否想写「limit」？",
        ),
        (
            {"overrides": [Change(("XYZ",), params={"limit": "多"}, origin="c:1")]},
            "c:1: 参数 limit：要的是数，写的是「多」",
        ),
        (
            {"overrides": [Change(("XYZ",), params={"limit": "1.5"}, origin="c:1")]},
            "c:1: 参数 limit：要的是整数，写的是「1.5」",
        ),
    ],
)
def test_a_setting_that_means_nothing_is_refused(tmp_path, options, message):
    mine = pack(tmp_path / "mine", {"XYZ101": rule()})
    with pytest.raises(PackError) as caught:
        load([mine], cache=False, **options)
    assert str(caught.value) == message


def test_an_unknown_pack_is_refused_with_the_nearest(tmp_path):
    with pytest.raises(PackError, match=r"^没有规则包「cn-2051」，是否想写「cn-2021」？$"):
        load(["cn-2051"], cache=False)
    with pytest.raises(PackError, match=r"这个目录里没有规则文件；规则文件以编号为名，例如 JYJ101\.yaml"):
        load([str(tmp_path)], cache=False)


def test_packs_that_extend_each_other_are_refused(tmp_path):
    pack(tmp_path / "a", {}, extends="[../b]")
    with pytest.raises(PackError, match="extends 绕成了圈或太深"):
        load([pack(tmp_path / "b", {}, extends="[../a]")], cache=False)
