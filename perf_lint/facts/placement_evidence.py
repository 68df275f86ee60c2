"""Hold a piece of evidence that a row belongs under another 二级指标, and groups of levels."""

from typing import NamedTuple

from perf_lint.model.levels import COST, ECOLOGICAL, ENVIRONMENTAL, QUALITY, QUANTITY, TIMELINESS
from perf_lint.model.words import Words

OF_NATURE = frozenset((ECOLOGICAL, ENVIRONMENTAL))
OUTPUTS = frozenset((QUANTITY, QUALITY, TIMELINESS, COST))


class Evidence(NamedTuple):
    """Where a row belongs, `strong` or `weak`, and why in words."""

    level2: str
    strength: str
    reason: Words


def strong(level2: str, zh: str, en: str) -> Evidence:
    """Make evidence that a reviewer would not argue with."""
    return Evidence(level2, "strong", Words(zh, en))


def weak(level2: str, zh: str, en: str) -> Evidence:
    """Make evidence that some official samples contradict."""
    return Evidence(level2, "weak", Words(zh, en))
