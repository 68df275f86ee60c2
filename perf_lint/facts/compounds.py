"""Notice rows that put several measures into one."""

from __future__ import annotations

from functools import lru_cache

from perf_lint.facts.indicator_view import IndicatorFacts
from perf_lint.facts.measures import expected_measure
from perf_lint.facts.vocabulary import fact
from perf_lint.text.matching import KEPT_READINGS, last_word
from perf_lint.text.pattern import lazy_pattern

_JOINTS = lazy_pattern(r"[、，,；;]|以及|(?<![普涉惠波触])及(?![时率格])|(?<![参给])与|(?<![饱缓温])和(?!谐)")
"""Marks and words that join two measures; 普及率, 及时率, 参与率 and 饱和率 hold none."""
_JOINING = frozenset("、，,；;以及与和")
"""What every joint begins with."""
_BRACKETED = lazy_pattern(r"[(（][^)）]*[)）]")

_SOFT = ("素质", "意识", "水平", "能力")
"""What is measured beside a rate (服务能力和水平达标率), and a measure only where there is no other."""


def _is_measure(part: str) -> bool:
    return last_word(part, "compound-measures") is not None or expected_measure(part) == "rate"


@lru_cache(KEPT_READINGS)
def measures_in(name: str) -> tuple[str, ...]:
    """Give the parts of a name that each end in a measure: 群众满意度、获得感 has two.

    A part that only lists what is measured (工资及保险发放准确率) is none.
    """
    plain = _BRACKETED.sub("", name)
    parts = [plain.strip()] if _JOINING.isdisjoint(plain) else [part.strip() for part in _JOINTS.split(plain)]
    found = tuple(part for part in parts if part and _is_measure(part))
    firm = tuple(part for part in found if not part.endswith(_SOFT))
    return firm or found


def may_join(name: str) -> bool:
    """Tell whether a name has a character with which a joint begins."""
    return not _JOINING.isdisjoint(name)


@fact(IndicatorFacts, "list(string)", "名称中的各项衡量内容", "of_name")
def measures(row: IndicatorFacts) -> tuple[str, ...]:
    """Give the measures that the name joins; fewer than two are the usual case."""
    return measures_in(row.name)
