"""Write pages as text, read them, and list every difference."""

from __future__ import annotations

from perf_lint.layout import recognise
from perf_lint.model.form import ReadForm
from perf_lint.readers import read_bytes
from perf_lint.text.blanks import squeeze
from tests.layout.stress.bases import Line, Page

MONEY = ("total", "fiscal", "other")


def write(page: Page) -> str:
    """Write a page as text; 河北 forms with one cell a line."""
    if page.shape == "hebei":
        return "".join(_stacked(line) for line in page.lines)
    return "".join(_joined(line, page.separator) + "\n" for line in page.lines)


def _joined(line: Line, separator: str) -> str:
    if line.kind in ("title", "year", "loose", "blank"):
        return line.cells[0] if line.cells else ""
    if separator == "|":
        return "| " + " | ".join(line.cells) + " |"
    if separator == "    ":
        return separator.join(cell for cell in line.cells if cell)
    return separator.join(line.cells)


def _stacked(line: Line) -> str:
    if line.kind in ("title", "loose", "year"):
        return line.cells[0] + "\n"
    if line.kind == "blank":
        return "\n"
    if line.kind == "gap":
        return " \n"
    cells = list(line.cells)
    while cells and not cells[-1]:
        cells.pop()
    return "".join(f"\t{cell}\n" for cell in cells) + "\n"


def write_lines(page: Page, end: str) -> str:
    """Write every cell on a line of its own, empty ones left out."""
    return "".join(cell + end for line in page.lines for cell in line.cells if cell)


def write_tabbed(page: Page) -> str:
    """Write every cell on a line of its own behind a tab, a blank line between rows."""
    return "".join(_stacked(line) for line in page.lines)


def differences(page: Page, text: str | None = None, data: bytes | None = None) -> list[str]:
    """Read a page and say what differs from what it must say."""
    text = write(page) if text is None else text
    forms = recognise(read_bytes(data or text.encode(), "a.txt"))
    if len(forms) != 1:
        return [f"forms: {len(forms)}"]
    return form_differences(page, forms[0], text.replace("\r\n", "\n").split("\n"))


def form_differences(page: Page, read: ReadForm, lines: list[str]) -> list[str]:
    """Say what differs in one form."""
    form, found = read.form, []
    for role, wanted in page.fields.items():
        if role in MONEY:
            amount = getattr(form.funding, role)
            got = amount.yuan if amount else None
        else:
            got = getattr(form, role)
        if role == "year" and form.year_inferred:
            got = None
        if got != wanted and not (isinstance(got, str) and isinstance(wanted, str) and squeeze(got) == squeeze(wanted)):
            found.append(f"{role}: {got!r}, wanted {wanted!r}")
    found += [f"unread: {text!r}" for text in form.unread]
    items = form.indicators
    if len(items) != len(page.items):
        found.append(f"indicators: {len(items)}, wanted {len(page.items)}: {[(i.name, i.value) for i in items]}")
        return found
    for number, (item, wanted) in enumerate(zip(items, page.items, strict=True)):
        for role, text in wanted.items():
            got = getattr(item, role)
            if got != text and squeeze(got or "") != squeeze(text or ""):
                found.append(f"indicators[{number}].{role}: {got!r}, wanted {text!r}")
        line = read.source.place(f"indicators[{number}]").line
        if lines and (line is None or not _stands(item.name, item.value, lines[line - 1])):
            found.append(f"indicators[{number}] line {line}: {item.name!r}")
    return found


def _stands(name: str, value: str, line: str) -> bool:
    key = squeeze(line)
    starts = (squeeze(text).lstrip("≥≤=><约")[:1] for text in (name, value))
    return any(start and start in key for start in starts)
