"""Tell what was settled from what was asked for: of two figures or goals side by side the settled one holds."""

from __future__ import annotations

from perf_lint.text.pattern import lazy_pattern

SETTLED = r"(?:(?:调整|审核|核减|变更)后|核定|批复|审定|核准)的?"
FORMER = r"(?:(?:调整|审核|核减|变更)前|申报|申请|送审|原)的?"
_SETTLED = lazy_pattern(SETTLED)
_FORMER = lazy_pattern(FORMER)


def is_settled(label: str) -> bool:
    """Say whether a label speaks of what was approved or changed to (核定金额, 调整后指标值)."""
    return _SETTLED.match(label) is not None


def is_former(label: str) -> bool:
    """Say whether a label speaks of what was asked for, or held before a change (申报金额, 调整前指标值)."""
    return _FORMER.match(label) is not None
