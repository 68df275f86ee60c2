"""Bring what was reached, where a table of its own tells it, to the indicators that it is about."""

from __future__ import annotations

from perf_lint.layout.draft import FormDraft
from perf_lint.layout.indicator_draft import IndicatorDraft
from perf_lint.layout.indicators import IndicatorReader
from perf_lint.text.blanks import squeeze

_RESULTS = ("actual", "score", "reason")


def join_results(results: IndicatorReader, sets: list[IndicatorReader], draft: FormDraft) -> None:
    """Give each result to the only indicator of its name; leave one that has none unread."""
    known: dict[str, list[IndicatorDraft]] = {}
    for reader in sets:
        for item in reader.items:
            known.setdefault(squeeze(item.texts["name"]), []).append(item)
    for result in results.items:
        found = known.get(squeeze(result.texts["name"]), [])
        for role, cell in result.cells.items():
            if len(found) == 1 and role in _RESULTS:
                found[0].texts[role], found[0].cells[role] = result.texts[role], cell
            elif len(found) != 1 and cell.text:
                draft.unread.append((result.origin, cell))
    main = sets[0]
    added = tuple(column for column in results.columns.items if column.role in _RESULTS)
    main.head(main.columns._replace(items=main.columns.items + added))
