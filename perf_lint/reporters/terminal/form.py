"""Lay out a form as it was read: header, money, goal, indicators under their levels, what stayed unread."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from perf_lint.model.finding import FileReport
from perf_lint.model.form import Amount, Form, Indicator, ReadForm
from perf_lint.model.words import Lang, Words
from perf_lint.reporters.fields import FIELDS
from perf_lint.reporters.places import place_words
from perf_lint.reporters.terminal.blocks import labelled
from perf_lint.reporters.terminal.phrases import UNREAD
from perf_lint.reporters.terminal.style import BLANK, Line, Span
from perf_lint.text.numbers import plain_number
from perf_lint.text.width import pad, visible, widest, wrap

HEADER = ("project_name", "project_code", "department", "implementing_unit", "attribute", "period")
TEXTS = ("purpose", "long_term_goal", "goal")
LABEL_COLUMNS = {"zh": 12, "en": 19}
PLACE_COLUMNS = 14
"""Room for the place at least."""
LEAST_ROOM = 20
"""Columns that name and value get on the narrowest terminal."""
INFERRED = Words("（由上下文推断）", " (inferred from the context)")
NO_LEVEL = Words("（没有一级指标）", "(no level)")
NO_FORM = Words("没有绩效目标表", "no form found")


def file_lines(file: FileReport, lang: Lang, columns: int) -> Iterator[Line]:
    """Give all forms of a file, or why there are none."""
    if file.problem is not None or not file.forms:
        reason = file.problem or NO_FORM
        yield (Span(visible(file.path), "bold"), Span(f"  {reason.to(lang)}"))
        yield BLANK
    for read in file.forms:
        number = f"第 {read.form.index} 张表" if lang == "zh" else f"form {read.form.index}"
        yield (Span(f"{visible(file.path)} · {number}", "dim"),)
        yield from _header(read.form, lang, columns)
        yield from _indicators(read, lang, columns)
        yield from _unread(read, lang, columns)


def _header(form: Form, lang: Lang, columns: int) -> Iterator[Line]:
    yield (Span(visible(form.title), "bold"),)
    yield BLANK
    rows = [(name, getattr(form, name)) for name in HEADER]
    if form.year is not None:
        rows.append(("year", f"{form.year}{INFERRED.to(lang) if form.year_inferred else ''}"))
    funding = form.funding
    parts = (("total", funding.total), ("fiscal", funding.fiscal), ("other", funding.other))
    rows += [(f"funding.{name}", _amount(amount, lang)) for name, amount in parts if amount is not None]
    rows += [(name, getattr(form, name)) for name in TEXTS]
    for name, text in rows:
        if text is not None:
            yield from _field(FIELDS[name].to(lang), text, lang, columns)
    for item in funding.items:
        yield from _field(item.label, _amount(item.amount, lang), lang, columns)
    for step in form.plan:
        yield from _field(step.label, step.text, lang, columns)
    yield BLANK


def _amount(amount: Amount, lang: Lang) -> str:
    if amount.yuan is None:
        return amount.text
    yuan = plain_number(amount.yuan)
    return f"{amount.text}  = {yuan} {'元' if lang == 'zh' else 'yuan'}"


def _field(label: str, text: str, lang: Lang, columns: int) -> Iterator[Line]:
    room = LABEL_COLUMNS[lang]
    lines = [line for part in text.splitlines() or [""] for line in wrap(visible(part), columns - room)]
    for number, line in enumerate(lines):
        yield (Span(pad(visible(label) if number == 0 else "", room), "dim"), Span(line))


def _indicators(read: ReadForm, lang: Lang, columns: int) -> Iterator[Line]:
    level1: str | None = ""
    level2: str | None = ""
    paths = [f"indicators[{index}].value" for index in range(len(read.form.indicators))]
    places = [visible(place_words(read.source.place(path), lang)) for path in paths]
    room = max(LEAST_ROOM, columns - max(PLACE_COLUMNS, *map(widest, places), 0) - 6)
    for indicator, place in zip(read.form.indicators, places, strict=True):
        if indicator.level1 != level1:
            level1, level2 = indicator.level1, ""
            yield (Span(visible(level1 or indicator.level1_text) or NO_LEVEL.to(lang), "bold"),)
        if indicator.level2 != level2:
            level2 = indicator.level2
            mark = (
                Words(f"（{visible(indicator.mark)}）", f" ({visible(indicator.mark)})").to(lang)
                if indicator.mark
                else ""
            )
            yield (Span(f"  {visible(level2 or indicator.level2_text)}{mark}", "info"),)
        yield from _row(indicator, place, room)
    yield BLANK


def _row(indicator: Indicator, place: str, room: int) -> Iterator[Line]:
    """Give name, value and place side by side; the first two share `room` columns."""
    left = room * 3 // 5
    name = " ".join(part for part in (indicator.label, indicator.name) if part)
    names = wrap(visible(name), left)
    values = wrap(visible(indicator.value) or "—", room - left)
    for number, (one, two) in enumerate(zip_longest(names, values, fillvalue="")):
        where = Span(f" {place}", "dim") if number == 0 else Span("")
        yield (Span("    "), Span(pad(one, left + 1)), Span(pad(two, room - left), "sum"), where)


def _unread(read: ReadForm, lang: Lang, columns: int) -> Iterator[Line]:
    for index, text in enumerate(read.form.unread):
        place = place_words(read.source.place(f"unread[{index}]"), lang)
        yield from labelled(UNREAD if index == 0 else "", f"{place}  {text}", lang, columns, "warning")
    if read.form.unread:
        yield BLANK
