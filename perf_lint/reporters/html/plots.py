"""Turn counts into the lengths of small bar plots."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from perf_lint.model.finding import SEVERITIES, Finding

MOST_BARS = 10


class Bar(NamedTuple):
    """A bar: its name, the count of each severity (gravest first) and their sum."""

    name: str
    counts: tuple[int, ...]
    total: int


def count_by(findings: Sequence[Finding], names: Sequence[str]) -> list[Bar]:
    """Count findings by the name that stands at the same index of `names`; gravest first, then the longest."""
    table: dict[str, list[int]] = {}
    for finding, name in zip(findings, names, strict=True):
        table.setdefault(name, [0] * len(SEVERITIES))[SEVERITIES.index(finding.severity)] += 1
    rows = [Bar(name, tuple(counts), sum(counts)) for name, counts in table.items()]
    rows.sort(key=lambda bar: (*(-count for count in bar.counts), bar.name))
    return rows


def rest(rows: Sequence[Bar]) -> tuple[int, int]:
    """Count the bars that are not drawn, and what they stand for."""
    hidden = rows[MOST_BARS:]
    return len(hidden), sum(bar.total for bar in hidden)


def bars(rows: Sequence[Bar]) -> list[tuple[Bar, list[tuple[str, float, int]]]]:
    """Give each of the first bars its parts as (severity, share of the longest bar in percent, count)."""
    rows = rows[:MOST_BARS]
    longest = max((bar.total for bar in rows), default=1)
    return [
        (
            bar,
            [
                (severity, round(100 * count / longest, 2), count)
                for severity, count in zip(SEVERITIES, bar.counts, strict=True)
                if count
            ],
        )
        for bar in rows
    ]
