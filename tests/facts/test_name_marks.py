"""Names need not be asked everything: their ending and their characters tell what is not worth asking."""

from __future__ import annotations

import random

import pytest

from perf_lint.facts import derive, marks
from perf_lint.facts.indicator_view import IndicatorFacts
from perf_lint.facts.marks import Ends, is_plain_name, marks_of_name
from perf_lint.facts.placeholders import LEFT
from perf_lint.facts.polarity import BAD
from perf_lint.facts.slips import SLIPS
from perf_lint.facts.truncation import BROKEN
from perf_lint.model.form import Form, Indicator
from perf_lint.text import endings, keys
from perf_lint.text.data import rules_dir
from perf_lint.text.endings import longest_ending, words_of
from perf_lint.text.matching import last_word, last_words
from perf_lint.text.wordlists import word_list

SPLIT = (SLIPS, LEFT, BROKEN, BAD)
"""Questions with two tests, one of which will do for plain names."""
PIECES = (
    *("的", "和", "与", "及", "或", "者", "率", "其", "且", "、", "、、", "的的", "们", "漏", "错", "错兑漏兑", "以及"),
    *("指标一", "目标二", "请填写", "此处说明", "在此填报", "请", "12", "5次", "3", "３", "年", "月", "季度", "2024年"),
    *"（”《 La%…*。；𠀀㎡ﬁ",
    *("（%）", "(人)", "A区", "oO", "1O", "$x$", "**", "xx", "○○", "及时受理", "按期回国", "应贷尽贷", "功率运行"),
    *("组织组织", "满意", "指标", "数", "数量", "用户数", "停车场数", "情况", "及其", "并且"),
)


def lists() -> list[str]:
    files = sorted((rules_dir() / "words").glob("*.yaml"))
    return [file.stem for file in files if "\nentries:\n" in file.read_text(encoding="utf-8")]


@pytest.fixture(scope="module")
def names() -> list[str]:
    rng = random.Random(11)
    words = [piece for name in lists() for word in word_list(name) for piece in word.split("/")]
    plain = [word for word in words if is_plain_name("甲乙丙" + word)]
    made = []
    for number in range(12000):
        common = number % 2  # every other name is a plain one, as most names are
        pool = plain if common else words
        pieces = [rng.choice(PIECES if rng.random() < (0.15, 0.08)[common] else pool) for _ in range(rng.randint(1, 4))]
        made.append("".join(pieces))
    begun = [text for piece in PIECES for text in (f"{piece}设备质检", f"设备质检{piece}")]
    ended = [f"设备{word}" for source in endings._sources for word in words_of(source)]
    return [*made, *begun, *ended, *words, *PIECES, ""]


def row_of(name: str) -> IndicatorFacts:
    return IndicatorFacts(Indicator(name=name, value="5"), 0)


def holds(asks: marks.Test | Ends, row: IndicatorFacts) -> bool:
    if isinstance(asks, Ends):
        return bool(asks.test(row) if asks.test else asks.asks(row.name))
    return bool(asks(row))


def test_a_name_is_asked_whatever_it_may_answer(names: list[str]):
    wanted = dict.fromkeys((bit for bit, _, _ in marks._name_tests), 0)
    named = sum(wanted)
    for name in names:
        row, plain = row_of(name), is_plain_name(name)
        quick = marks_of_name(row, name)
        for bit, asks, _ in marks._name_tests:
            answer = holds(asks, row)
            if plain and answer:
                assert quick & next((one & named for one in SPLIT if bit & one), bit), (name, bit)
                wanted[bit] += 1
            else:
                assert bool(quick & bit) == answer, (name, bit)
    held = {bit for bit, count in wanted.items() if count}
    assert all(held & set(_bits(one & named)) for one in SPLIT)
    assert len([bit for bit, _, odd in marks._name_tests if not odd and bit not in held]) < 2


def _bits(marks_: int) -> list[int]:
    return [1 << place for place in range(marks_.bit_length()) if marks_ >> place & 1]


def test_most_names_are_asked_little():
    counts = [len(marks._asked_after(longest_ending(name))[1]) for name in ("设备验收合格率", "培训人数", "网络建设")]
    assert max(counts) < len(marks._name_tests) - 10


def test_the_longest_ending_tells_which_words_end_a_text(names: list[str]):
    derive(Form(1))  # all facts are imported: all endings are known
    known = [source for source in endings._sources if isinstance(source, str)]
    tuples = [tuple(words_of(source)) for source in endings._sources]
    assert len(known) > 10
    for name in names:
        ending = longest_ending(name)
        assert name.endswith(ending)
        for source in known:
            assert last_words(ending, source) == last_words(name, source)
            assert last_word(ending, source) == last_word(name, source)
        assert [ending.endswith(words) for words in tuples] == [name.endswith(words) for words in tuples], name


def test_of_two_known_endings_the_longer_is_given(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(endings, "_sources", [("率", "合格率"), lambda: ["格率"]])
    endings._known.cache_clear()
    found = [longest_ending(text) for text in ("产品合格率", "合格率", "及格率", "率", "数", "")]
    monkeypatch.undo()
    endings._known.cache_clear()
    assert found == ["合格率", "合格率", "格率", "率", "", ""]


def test_nothing_falls_away_of_what_needs_no_key(monkeypatch: pytest.MonkeyPatch):
    texts = [character for character in map(chr, range(0x11000)) if keys._REDUCED.fullmatch(character)]
    assert len(texts) > 20000
    monkeypatch.setattr(keys, "_REDUCED", keys.lazy_pattern("(?!)"))
    keys.name_key.cache_clear()
    assert [keys.name_key(text) for text in texts] == texts
    keys.name_key.cache_clear()
