"""Follow field paths (`indicators[3].value`) into a form: the text there, the row's words, its lasting name."""

from __future__ import annotations

from typing import Any

from perf_lint.model.form import Amount, Form, Indicator
from perf_lint.text.pattern import lazy_pattern

STEP = lazy_pattern(r"([A-Za-z_]\w*)|\[(\d+)\]")
INDICATOR = lazy_pattern(r"indicators\[(\d+)\]")


def indicator_at(form: Form, path: str) -> Indicator | None:
    """Give the row that a path lies in, or None."""
    match = INDICATOR.match(path)
    number = int(match[1]) if match else -1
    return form.indicators[number] if 0 <= number < len(form.indicators) else None


def text_at(form: Form, path: str) -> str:
    """Give the text of a field as written; of a row its name; empty for a block or an unknown path."""
    found: Any = form
    for name, number in STEP.findall(path):
        if number:
            found = found[int(number)] if isinstance(found, tuple) and int(number) < len(found) else None
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
