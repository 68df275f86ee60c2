"""The quick way to usual widths gives what Unicode's own way gives."""

from __future__ import annotations

import random
import sys
import unicodedata

import pytest

from perf_lint.text import nfkc as module
from perf_lint.text.nfkc import nfkc

ALL = [chr(code) for code in range(sys.maxunicode + 1)]
SOLE = [char for char in ALL if module._SOLE.fullmatch(char)]
OTHERS = ("\u0301", "\u3099", "か", "각", "ᄀ", "ᅡ", "①", "…", "㎡", "²", "ﬁ", "é", "\u0338", "〇", "\U0002f800", "µ")
"""Signs that join with their neighbours, and such as become others."""


def test_every_character_becomes_what_it_becomes_alone():
    assert [char for char in ALL if nfkc(char) != unicodedata.normalize("NFKC", char)] == []


def test_no_character_of_the_quick_way_joins_with_a_neighbour():
    assert not any(unicodedata.combining(char) for char in SOLE)
    rng = random.Random(3)
    for _ in range(4000):
        text = "".join(rng.choices(SOLE, k=6))
        assert nfkc(text) == unicodedata.normalize("NFKC", text)


def test_other_characters_go_the_long_way():
    rng = random.Random(4)
    for _ in range(4000):
        text = "".join(rng.choices((*SOLE[:130], *OTHERS, "完", "成", "（", "％"), k=7))
        assert nfkc(text) == unicodedata.normalize("NFKC", text)


def test_the_usual_text_of_a_form_goes_the_quick_way(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(module, "unicodedata", None)
    assert nfkc("目标1：完成（一期）“５０％”以上；共 20 万元。") == "目标1:完成(一期)“50%”以上;共 20 万元。"
