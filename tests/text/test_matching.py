"""Words of a list are found in a text as if each were tried."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from perf_lint.text.matching import find_word, last_word, last_words
from perf_lint.text.wordlists import contains_word, word_list

LISTS = (
    *("good-rates", "bad-things", "bad-tails", "count-endings", "project-suffixes", "management-terms"),
    *("other-year-reasons", "unit-cost-names", "timing-words", "satisfaction"),
)


def texts(words: tuple[str, ...]) -> Iterator[str]:
    rng = random.Random(5)
    for _ in range(400):
        first, second = rng.choice(words), rng.choice(words)
        yield rng.choice(("", "设备", "率")) + first + rng.choice(("", second, second[-1:], "（个）"))
        yield first[1:] + second[: rng.randint(0, 3)]
    yield from ("", "率", "数", "设备", *words)


@pytest.mark.parametrize("name", LISTS)
def test_every_word_is_tried(name: str):
    words = word_list(name)
    for text in texts(words):
        ends = sorted({word for word in words if text.endswith(word)}, key=len, reverse=True)
        assert last_words(text, name) == tuple(ends), text
        assert last_word(text, name) == (ends[0] if ends else None), text
        held = [word for word in words if word in text]
        assert contains_word.__wrapped__(text, name) == bool(held), text
        assert (find_word(text, name) in held) if held else find_word(text, name) is None, text
