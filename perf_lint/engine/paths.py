"""Follow field paths (`indicators[3].value`) into a form: the text there, the row's words, its lasting name."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from perf_lint.model.form import Amount, Form, Indicator
from perf_lint.text.pattern import lazy_pattern
from perf_lint.text.wordlists import KEPT_READINGS

STEP = lazy_pattern(r"([A-Za-z_]\w*)|\[(\d+)\]")
INDICATOR = lazy_pattern(r"indicators\[(\d+)\]")


@lru_cache(KEPT_READINGS)
def _row_number(path: str) -> int:
    """Give the number of the row that a path lies in, -1 outside rows; few paths recur all the time."""
    match = INDICATOR.match(path)
    return int(match[1]) if match else -1


@lru_cache(KEPT_READINGS)
def _steps(path: str) -> tuple[tuple[str, int], ...]:
    """Part a path into names and numbers; what stands first in a step says which."""
    return tuple((name, int(number or 0)) for name, number in STEP.findall(path))


def indicator_at(form: Form, path: str) -> Indicator | None:
    """Give the row that a path lies in, or None."""
    number = _row_number(path)
    return form.indicators[number] if 0 <= number < len(form.indicators) else None


def text_at(form: Form, path: str) -> str:
    """Give the text of a field as written; of a row its name; empty for a block or an unknown path."""
    found: Any = form
    for name, number in _steps(path):
        if not name:
            found = found[number] if isinstance(found, tuple) and number < len(found) else None
        else:
            found = getattr(found, f"{name}_text", None) if name in ("level1", "level2") else getattr(found, name, None)
        if found is None:
            return ""
    if isinstance(found, Amount):
        return found.text
    if isinstance(found, Indicator):
        return found.name
    text = getattr(found, "text", found)
    return str(text) if isinstance(text, str | int) else ""


def row_words_at(form: Form, path: str) -> tuple[str, ...]:
    """Give levels, mark and name of the row that a path lies in; empty outside rows."""
    row = indicator_at(form, path)
    return tuple(word for word in (row.level1, row.level2, row.mark, row.name) if word) if row else ()


def named_path(form: Form, path: str) -> str:
    """Give a path by names in place of numbers, so that rows may move: `成本指标/保险费.value`."""
    row = indicator_at(form, path)
    if row is None:
        return path
    rest = path[path.index("]") + 1 :]
    return f"{row.level2 or row.level1 or ''}/{''.join(row.name.split())}{rest}"
