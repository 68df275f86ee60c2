"""Lay out one finding, and the labelled lines below it."""

from __future__ import annotations

from perf_lint.model.finding import Finding, Related
from perf_lint.model.form import Form
from perf_lint.model.terms import SEVERITY_WORDS
from perf_lint.model.words import Lang, Words
from perf_lint.reporters.fields import field_words, row_name
from perf_lint.reporters.places import place_words
from perf_lint.reporters.terminal import phrases
from perf_lint.reporters.terminal.style import Line, Span
from perf_lint.text.width import cut, harmless, pad, visible, widest, wrap

GUTTER = {"zh": 8, "en": 9}
"""Columns of the left margin that holds the severity or a label."""


def finding_lines(finding: Finding, to_do: str, form: Form | None, lang: Lang, columns: int) -> list[Line]:
    """Lay out a finding: its head, what is wrong, the arithmetic, the related rows, what to do (if not empty)."""
    arithmetic = "" if finding.show in finding.message else finding.show
    details = (
        (phrases.ARITHMETIC, arithmetic, "sum"),
        (phrases.RELATED, related_text(finding, form, lang), "dim"),
        (phrases.REPAIR, finding.repair, ""),
        (phrases.FIX, to_do, "good"),
    )
    lines = [*_head(finding, form, lang, columns), *labelled("", finding.message, lang, columns)]
    indent = Span(" " * GUTTER[lang])
    for label, text, style in details:
        if text:
            lines += [(indent, *line) for line in labelled(label, text, lang, columns - GUTTER[lang], style)]
    return lines


def labelled(label: Words | str, text: str, lang: Lang, columns: int, style: str = "") -> list[Line]:
    """Wrap `text` beside the margin, which holds `label` on the first line."""
    gutter = GUTTER[lang]
    name = label if isinstance(label, str) else label.to(lang)
    wrapped = wrap(harmless(text), columns - gutter)
    first: Line = (Span(pad(name, gutter), "dim"), Span(wrapped[0], style))
    return [first, *((Span(" " * gutter), Span(line, style)) for line in wrapped[1:])]


def margin(severity: str, lang: Lang) -> Span:
    """Give the coloured name of a severity, filling the margin."""
    return Span(pad(SEVERITY_WORDS[severity].to(lang), GUTTER[lang]), severity)


def quoted(text: str) -> str:
    """Put a document's words in quotation marks; the curly ones tell a line break where they open and close."""
    return f"“{text}”"


def related_text(finding: Finding, form: Form | None, lang: Lang) -> str:
    """Name the related places with their rows and texts; another file or form is named too."""
    comma = "，" if lang == "zh" else "; "
    return comma.join(_related(item, finding, form, lang) for item in finding.related)


def _related(item: Related, finding: Finding, form: Form | None, lang: Lang) -> str:
    other_file = "" if item.place.file == finding.place.file else f"{item.place.file} "
    project = quoted(item.project) if item.project and item.project != finding.project else ""
    where = f"{other_file}{project}{place_words(item.place, lang)}"
    here = form if not other_file and not project else None
    name = cut(row_name(item.at, here), NAME_COLUMNS)
    said = item.note or item.place.snippet
    return " ".join(part for part in (where, "" if name == said else name, said) if part)


def _head(finding: Finding, form: Form | None, lang: Lang, columns: int) -> list[Line]:
    """Give place, field and text of the cell, and the rule's code behind them; the text gets a line if it must."""
    place = visible(place_words(finding.place, lang))
    field = visible(field_words(finding.at, form, lang))
    said = visible(finding.text or finding.place.snippet)
    said = "" if said == field else said
    room = columns - GUTTER[lang] - widest(place) - widest(finding.rule) - 4
    code = Span(f"  {finding.rule}", "dim")
    spans = [margin(finding.severity, lang), Span(place, "bold")]
    # A long name leaves most of the line to the cell's text, which is what the reader looks for.
    kept = min(widest(said) + 6, room * 3 // 5) if said else 0
    if field and said and room - kept < min(widest(field), LEAST_FIELD):
        spans.append(Span(f"  {cut(field, room)}"))
        return [(*spans, code), (Span(" " * GUTTER[lang]), Span(quoted(cut(said, columns - GUTTER[lang] - 4))))]
    if field:
        field = cut(field, room - kept)
        spans.append(Span(f"  {field}"))
        room -= widest(field) + 2
    if said and room >= MINIMUM_QUOTE:
        spans.append(Span(f"  {quoted(cut(said, room - 4))}"))
    return [(*spans, code)]


LEAST_FIELD = 24
"""Columns that a field's name is not cut below while the cell's text could go on the next line."""
NAME_COLUMNS = 28
"""Columns of a row's name among the related places."""
MINIMUM_QUOTE = 12
"""Columns below which quoting the cell is no use."""
