"""Read indicators that a form tells in sentences, because it has no rows of them."""

from __future__ import annotations

from collections.abc import Callable

from perf_lint.layout.draft import FormDraft
from perf_lint.layout.indicators import IndicatorReader
from perf_lint.layout.levels import read_level
from perf_lint.layout.prose import has_prose, read_prose


def read_told(draft: FormDraft, begin: Callable[[], IndicatorReader]) -> None:
    """Look for indicators in what stayed unread, else in the goal; `begin` makes their set where there are any."""
    texts = [spot for spot in draft.unread if has_prose(spot[1].text)]
    if not texts and has_prose(draft.texts.get("goal", "")):
        origin, cell = draft.spots["goal"]
        texts = [(origin, cell._replace(text=draft.texts["goal"]))]
    if not texts:
        return
    reader = begin()
    draft.unread = [spot for spot in draft.unread if not (has_prose(spot[1].text) or read_level(spot[1].text))]
    for origin, cell in texts:
        items, unsure = read_prose(cell.text)
        for item in items:
            reader.take_prose(item, origin, cell)
        draft.unread.extend((origin, cell._replace(text=text)) for text in unsure)
