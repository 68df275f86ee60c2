"""Word lists that a pack brings itself, in words/ beside its rules."""

import pytest

from perf_lint.expr.wordlist import listed
from perf_lint.facts import derive
from perf_lint.pack import PackError, load
from perf_lint.pack.example import build_form
from tests.pack.examples import run_all_examples
from tests.pack.packs import pack, rule

LIST = "source: 我局 2025 年审核要点\nentries:\n- 赋能\n- 抓手\n"
FORM = derive(build_form({"rows": ["数量指标|赋能次数|3次", "数量指标|培训次数|3次", "数量指标|进一步|3次"]}))


def using(name):
    return rule(assert_=f"contains_any(i.name, words('{name}')) == false", params=None).replace(
        '  limit: {type: int, default: "4", doc: 最多几个字}\n', ""
    ).replace("培训人员数量", "赋能人员数量")  # fmt: skip


def own(folder, words, text, **manifest):
    made = pack(folder, {"XYZ101": text}, **manifest)
    (folder / "words").mkdir()
    for name, content in words.items():
        (folder / "words" / f"{name}.yaml").write_text(content, "utf-8")
    return made


def found(loaded, code="XYZ101"):
    (made,) = [made for made in loaded.rules if made.code == code]
    return [item.name for item, missing in made.run(FORM, ()) if missing is None]


def test_a_list_of_the_pack(tmp_path, cache_folder):
    mine = own(tmp_path / "mine", {"套话": LIST}, using("套话"))
    assert [result.differences for result in run_all_examples([mine])] == [(), ()]
    for _ in range(2):  # from the files, then from the cache
        assert found(load([mine])) == ["赋能次数"]
    assert cache_folder.exists()


def test_a_changed_list_is_read_again(tmp_path, cache_folder):
    mine = own(tmp_path / "mine", {"套话": LIST}, using("套话"))
    assert found(load([mine])) == ["赋能次数"]
    (tmp_path / "mine" / "words" / "套话.yaml").write_text(LIST.replace("抓手", "培训"), "utf-8")
    assert found(load([mine])) == ["赋能次数", "培训次数"]
    assert cache_folder.exists()


def test_it_stands_before_the_shipped_list_for_this_pack_alone(tmp_path):
    assert "进一步" in listed("vague-words")
    mine = own(tmp_path / "mine", {"vague-words": LIST}, using("vague-words"))
    other = pack(tmp_path / "other", {"XYZ102": using("vague-words").replace("XYZ101", "XYZ102")})
    loaded = load([mine, other], cache=False)
    assert found(loaded) == ["赋能次数"]
    assert found(loaded, "XYZ102") == ["进一步"]


def test_a_pack_sees_the_lists_of_the_pack_that_it_extends(tmp_path):
    own(tmp_path / "base", {"套话": LIST}, rule())
    text = using("套话").replace("XYZ101", "XYZ102")
    top = pack(tmp_path / "top", {"XYZ102": text}, extends="[../base]")
    assert found(load([top], cache=False), "XYZ102") == ["赋能次数"]


def test_a_folder_without_manifest_has_lists_too(tmp_path):
    own(tmp_path / "mine", {"套话": LIST}, using("套话"))
    (tmp_path / "mine" / "pack.yaml").unlink()
    assert found(load([str(tmp_path / "mine")], cache=False)) == ["赋能次数"]


@pytest.mark.parametrize(
    ("words", "name", "said"),
    [
        ({"套话": LIST}, "套花", "mine/XYZ101.yaml:10:36: 没有词表「套花」（words/套花.yaml）"),
        ({"套话": "entries: 赋能\n"}, "套话", "mine/words/套话.yaml:1:10: 这里要写列表（每项以 - 开头）"),
        (
            {"套话": "entires:\n- 赋能\n"},
            "套话",
            "mine/words/套话.yaml:1:1: 不认识的键「entires」，是否想写「entries」？",
        ),
        ({"套 话": LIST}, "套话", "mine/words/套 话.yaml: 词表的文件名只能用字母、数字和 -"),
        ({}, "../../../etc/passwd", "mine/XYZ101.yaml:10:36: 词表名「../../../etc/passwd」只能用字母、数字和 -"),
    ],
)
def test_a_mistake_in_a_list(tmp_path, words, name, said):
    mine = own(tmp_path / "mine", words, using(name))
    with pytest.raises(PackError) as caught:
        load([mine], cache=False)
    assert said in str(caught.value)
