"""Tell under which 二级指标 a row belongs, how strongly, and why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from perf_lint.facts import placement_effects, placement_outputs
from perf_lint.facts.deadlines import DATE_KINDS
from perf_lint.facts.form_view import FormFacts
from perf_lint.facts.indicator_view import COSTS, IndicatorFacts
from perf_lint.facts.marks import LISTED_MARKS, Ends, Test, mark
from perf_lint.facts.measures import expected_measure
from perf_lint.facts.names import is_level_name
from perf_lint.facts.placement_evidence import OF_NATURE, OUTPUTS, Evidence
from perf_lint.facts.placement_outputs import PROMPT_RATE
from perf_lint.facts.vocabulary import declare, fact
from perf_lint.model.levels import (
    COST,
    ECONOMIC,
    ECONOMIC_COST,
    QUALITY,
    QUANTITY,
    SATISFACTION,
    SERVED,
    SOCIAL,
    TIMELINESS,
)
from perf_lint.text.endings import know
from perf_lint.text.matching import find_word, last_word
from perf_lint.text.wordlists import strip_unit

Finder = Callable[[IndicatorFacts], Evidence | None]


class Placement:
    """A row that belongs elsewhere: `level2` where to, `strength` strong or weak, and the reason."""

    TYPE = "Placement"
    __slots__ = ("__dict__", "level2", "path", "reason", "reason_en", "row", "strength")

    def __init__(self, row: IndicatorFacts, evidence: Evidence, level2: str) -> None:
        self.path = row.path
        self.row = row
        self.level2 = level2
        self.strength = evidence.strength
        self.reason = evidence.reason.zh
        self.reason_en = evidence.reason.en


declare(
    "Placement",
    {
        "path": ("string", "字段路径"),
        "row": ("Indicator", "指标行"),
        "level2": ("string", "应属二级指标"),
        "strength": ("string", "证据强弱"),
        "reason": ("string", "理由"),
        "reason_en": ("string", "英文理由"),
    },
)


@lru_cache(maxsize=1024)
def tests_for(level1: str | None, level2: str | None) -> tuple[Finder, ...]:
    """Give the tests that can speak of a row under these levels, strong evidence before weak."""
    satisfaction = level1 == SATISFACTION
    output = level2 in OUTPUTS or level2 in COSTS
    tests: tuple[tuple[bool, Finder], ...] = (
        (not satisfaction and level2 != SERVED, placement_outputs.satisfaction_elsewhere),
        (not satisfaction and level2 != TIMELINESS, placement_outputs.timeliness_elsewhere),
        (not satisfaction and level2 not in COSTS, placement_outputs.money_elsewhere),
        (level2 in placement_outputs.NO_COUNTS, placement_outputs.count_elsewhere),
        (output and level2 != QUALITY, placement_outputs.accuracy_elsewhere),
        (satisfaction or level2 == SERVED, placement_effects.no_satisfaction),
        (level2 == QUANTITY, placement_outputs.rate_as_quantity),
        (level2 == QUANTITY, placement_effects.effect_as_output),
        (level2 in OF_NATURE, placement_effects.not_ecological),
        (level2 == ECONOMIC, placement_effects.not_economic),
        (
            level2 in (SOCIAL, QUALITY, TIMELINESS) or level2 in OF_NATURE,
            placement_effects.economic_elsewhere,
        ),
    )
    return tuple(test for speaks, test in tests if speaks)


def _ends(words: str) -> Ends:
    """Ask whether a name without its unit ends in a word of a list."""
    know(words)
    return Ends(lambda name: last_word(strip_unit(name), words))


def evidence_for(row: IndicatorFacts) -> Evidence | None:
    """Give the first evidence that the row belongs under another 二级指标 than its own."""
    if not row.level2 or is_level_name(row):
        return None
    for test in tests_for(row.level1, row.level2):
        if evidence := test(row):
            return evidence
    return None


def _needs(test: Finder, name: Test | Ends | None = None, kinds: Sequence[str] = ()) -> int:
    """Say without which name and kind of value a test has nothing to say."""
    return mark(name, kinds=kinds, levels=lambda row: test in tests_for(row.level1, row.level2))


def _names_satisfaction(name: str) -> bool:
    return find_word(name, "satisfaction") is not None


_PROMPT = Ends(lambda name: name.endswith(("率", "性")), lambda row: PROMPT_RATE.search(strip_unit(row.name)))
_NO_SATISFACTION = Ends(lambda name: not _names_satisfaction(name), lambda row: not _names_satisfaction(row.name))
know(("率", "性"))
MISPLACED = (
    _needs(placement_outputs.satisfaction_elsewhere, _ends("satisfaction-endings"))
    | _needs(placement_outputs.timeliness_elsewhere, _ends("timeliness-endings"))
    | _needs(placement_outputs.timeliness_elsewhere, _PROMPT)
    | _needs(placement_outputs.timeliness_elsewhere, kinds=DATE_KINDS)
    | _needs(placement_outputs.money_elsewhere, kinds=("money", "rate", "number"))
    | _needs(placement_outputs.count_elsewhere, kinds=("count",))
    | _needs(placement_outputs.accuracy_elsewhere, _ends("quality-rate-endings"))
    | _needs(placement_outputs.rate_as_quantity, Ends(lambda name: expected_measure(name) == "rate"))
    | _needs(placement_effects.no_satisfaction, _NO_SATISFACTION)
    | _needs(placement_effects.effect_as_output, kinds=("percent", "qualitative"))
    | _needs(placement_effects.not_ecological)
    | _needs(placement_effects.not_economic)
    | _needs(placement_effects.economic_elsewhere, lambda row: find_word(row.name, "economy-strong"))
)


LISTED_MARKS["misplaced"] = MISPLACED


@fact(FormFacts, "list(Placement)", "放错位置的指标")
def misplaced(form: FormFacts) -> tuple[Placement, ...]:
    """Give the rows that belong elsewhere, each with the level in the form's own framework."""
    found = []
    for row in form.asked(MISPLACED):
        if not row.is_filled:
            continue
        if evidence := evidence_for(row):
            level2 = evidence.level2
            if level2 == COST and form.framework == "cn-2021":
                level2 = ECONOMIC_COST
            found.append(Placement(row, evidence, level2))
    return tuple(found)
