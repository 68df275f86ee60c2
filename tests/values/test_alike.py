"""A number read beside words that were parsed with another one must be what its own text says."""

from itertools import product
from typing import Any

from perf_lint.values.core import ALIKE, machine, parse_core
from perf_lint.values.grammar.driver import SyntaxStop
from perf_lint.values.grammar.table import load
from perf_lint.values.parts import Unclear

SIGNS = ("", "≥", "≤")
NUMBERS = ("1", "2", "9", "10", "12", "24", "25", "31", "99", "100", "365", "999")
BEFORE = ("", "万", "亿", "多", "余", "个百分")
BEHIND = ("", "以上", "左右", "前", "内", "余")


def _read(read: Any, text: str) -> Any:
    try:
        return read(text)
    except (SyntaxStop, Unclear) as cause:
        return repr(cause)


def test_every_unit_reads_the_same_by_either_way():
    words = {f"{before}{unit}{behind}" for before, unit, behind in product(BEFORE, load().units, BEHIND)}
    asked = sorted(word for word in words if ALIKE.fullmatch(f"5{word}"))[::5]
    assert len(asked) > 500
    for at, word in enumerate(asked):
        text = f"{SIGNS[at % 3]}{NUMBERS[at % len(NUMBERS)]}{word}"
        assert _read(parse_core, text) == _read(machine().parse, text), text


def test_a_number_that_words_may_speak_of_is_read_in_full():
    for text in ("2024年底", "3天2次", "12.5%", "1,000人", "05个", "≥95%≤98%", "每3年1次", "5万-8万"):
        assert ALIKE.fullmatch(text) is None, text
