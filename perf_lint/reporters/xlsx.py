"""Write a run as 问题清单, an Excel list of findings with a sheet of statistics."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any, NamedTuple

from perf_lint.model.colours import GOOD, INK
from perf_lint.model.finding import SEVERITIES, Finding, Known, Report
from perf_lint.model.form import Form
from perf_lint.model.terms import SEVERITY_WORDS
from perf_lint.model.words import Lang, Words
from perf_lint.model.written import AUTHOR
from perf_lint.reporters.places import place_words
from perf_lint.reporters.remarks import TITLE, notes
from perf_lint.reporters.states import STATES, is_compared, state_counts
from perf_lint.text.undecoded import readable
from perf_lint.text.width import widest

SUFFIX = ".xlsx"
MOST_ROWS = 1_048_575
"""Rows of a sheet below its header."""
LONGEST_CELL = 32_000
LINE_HEIGHT, TALLEST_ROW = 17.0, 409.0
"""Points; Excel takes no taller rows."""

_COLUMNS = (
    (Words("序号", "No."), 6),
    (Words("级别", "Severity"), 7),
    (Words("规则", "Rule"), 9),
    (Words("单位", "Unit"), 22),
    (Words("项目", "Project"), 28),
    (Words("文件", "File"), 26),
    (Words("第几张表", "Form"), 8),
    (Words("位置", "Place"), 18),
    (Words("原文", "As written"), 22),
    (Words("问题", "Finding"), 46),
    (Words("算式", "Arithmetic"), 28),
    (Words("怎么改", "What to do"), 36),
    (Words("依据", "Basis"), 30),
    (Words("指纹", "Fingerprint"), 18),
)
_STATE = (Words("整改情况", "State"), 9)


class _Page(NamedTuple):
    sheet: Any
    lang: Lang
    style: dict[str, Any]


def render(report: Report, lang: Lang = "zh", **_: object) -> bytes:
    """Give the workbook as bytes; no cell is ever read as a formula or a link."""
    import xlsxwriter

    report = report.loaded()
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"author": AUTHOR})
    style = {
        "head": book.add_format({"bold": True, "bg_color": "#EEF1F4", "border": 1, "border_color": "#C9CED4"}),
        "text": book.add_format({"text_wrap": True, "valign": "top"}),
        **{name: book.add_format({"font_color": f"#{ink}", "valign": "top"}) for name, ink in INK.items()},
        "gone": book.add_format({"font_color": f"#{GOOD}", "text_wrap": True, "valign": "top"}),
    }
    for words, write in (
        (Words("问题清单", "Findings"), _list),
        (Words("统计", "Statistics"), _statistics),
        (Words("未评估与未读", "Not evaluated, unread"), _rest),
    ):
        write(_Page(book.add_worksheet(words.to(lang)), lang, style), report)
    book.close()
    return out.getvalue()


def _list(page: _Page, report: Report) -> None:
    sheet, lang, style = page
    forms = {(file.path, read.form.index): read.form for file in report.files for read in file.forms}
    compared = is_compared(report)
    columns = (*_COLUMNS, _STATE) if compared else _COLUMNS
    for column, (name, width) in enumerate(columns):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, name.to(lang), style["head"])
    for row, finding in enumerate(report.findings[:MOST_ROWS], 1):
        form = forms.get((finding.place.file, finding.form or 0))
        sheet.write_number(row, 0, row, style["text"])
        texts = _cells(finding, form, report, lang)
        for column, text in enumerate(texts, 1):
            chosen = style[finding.severity] if column == 1 else style["text"]
            sheet.write_string(row, column, _cell(text), chosen)
        sheet.set_row(row, _height(texts))
        if finding.state:
            sheet.write_string(row, len(_COLUMNS), STATES[finding.state].to(lang), style["text"])
    rows = min(len(report.findings), MOST_ROWS)
    for known in report.gone[: MOST_ROWS - rows]:
        rows += 1
        _gone(page, rows, known)
    sheet.freeze_panes(1, 3)
    sheet.autofilter(0, 0, max(1, rows), len(columns) - 1)
    sheet.set_landscape()
    sheet.set_paper(8)  # A3
    sheet.repeat_rows(0)
    sheet.fit_to_pages(1, 0)


def _cell(text: str) -> str:
    return readable(text[:LONGEST_CELL])


def _height(texts: Sequence[str]) -> float:
    """Give a row the height of its longest cell, in points: not every program finds it by itself."""
    widths = [width for _, width in _COLUMNS[1:]]
    lines = max(
        sum(-(-max(1, widest(part)) // (width - 2)) for part in text.split("\n"))
        for text, width in zip(texts, widths, strict=True)
    )
    return min(LINE_HEIGHT * lines, TALLEST_ROW)


def _gone(page: _Page, row: int, known: Known) -> None:
    """Write what only the earlier version has: what it said, with no place in this one."""
    page.sheet.write_number(row, 0, row, page.style["text"])
    texts = {
        2: known.rule,
        4: known.project,
        9: known.message,
        13: known.fingerprint,
        len(_COLUMNS): STATES[known.state].to(page.lang),
    }
    for column, text in texts.items():
        page.sheet.write_string(row, column, _cell(text), page.style["gone" if known.state == "gone" else "text"])


def _cells(finding: Finding, form: Form | None, report: Report, lang: Lang) -> list[str]:
    rule = report.rules.get(finding.rule)
    asked = [*filter(None, (finding.repair,)), *report.to_do(finding)]
    return [
        SEVERITY_WORDS[finding.severity].to(lang),
        finding.rule,
        _unit(form),
        finding.project,
        finding.place.file,
        "" if finding.form is None else str(finding.form),
        place_words(finding.place, lang),
        finding.text,
        finding.message,
        finding.show,
        "\n".join(asked),
        "\n".join(rule.basis) if rule else "",
        finding.fingerprint,
    ]


def _statistics(page: _Page, report: Report) -> None:
    sheet, lang, style = page
    sheet.fit_to_pages(1, 0)  # on paper the counts stay beside their names
    forms = {(file.path, read.form.index): read.form for file in report.files for read in file.forms}
    sheet.set_column(0, 0, 48)
    sheet.set_column(1, 4, 10)
    row = 0
    rules = (f"{f.rule} {report.rules[f.rule].title if f.rule in report.rules else f.name}" for f in report.findings)
    units = (_unit(forms.get((f.place.file, f.form or 0))) or "—" for f in report.findings)
    projects = (f.project or "—" for f in report.findings)
    for name, keys in (
        (Words("按规则", "By rule"), rules),
        (Words("按单位", "By unit"), units),
        (Words("按项目", "By project"), projects),
    ):
        row = _block(page, row, name.to(lang), _count(report.findings, keys))
    totals = (
        (Words("绩效目标表", "Forms"), len(forms)),
        (Words("三级指标", "Indicators"), sum(len(form.indicators) for form in forms.values())),
        (Words("已屏蔽", "Suppressed"), len(report.suppressed)),
        (Words("未评估", "Not evaluated"), len(report.not_evaluated)),
        (Words("读不了的文件", "Unreadable files"), sum(file.problem is not None for file in report.files)),
    )
    states = state_counts(report).items() if is_compared(report) else ()
    for words, number in (*totals, *((STATES[state], number) for state, number in states)):
        sheet.write_string(row, 0, words.to(lang), style["text"])
        sheet.write_number(row, 1, number, style["text"])
        row += 1


def _count(findings: Iterable[Finding], keys: Iterable[str]) -> dict[str, Counter[str]]:
    table: dict[str, Counter[str]] = {}
    for finding, key in zip(findings, keys, strict=True):
        table.setdefault(key, Counter())[finding.severity] += 1
    return dict(sorted(table.items(), key=lambda item: (-item[1].total(), item[0])))


def _block(page: _Page, row: int, name: str, table: dict[str, Counter[str]]) -> int:
    sheet, lang, style = page
    header = [name, *(SEVERITY_WORDS[s].to(lang) for s in SEVERITIES), Words("合计", "total").to(lang)]
    for column, text in enumerate(header):
        sheet.write_string(row, column, text, style["head"])
    for key, counts in table.items():
        row += 1
        sheet.write_string(row, 0, _cell(key), style["text"])
        for column, number in enumerate([*(counts[s] for s in SEVERITIES), counts.total()], 1):
            sheet.write_number(row, column, number, style["text"])
    return row + 2


def _rest(page: _Page, report: Report) -> None:
    sheet, lang, style = page
    sheet.fit_to_pages(1, 0)
    header = (
        Words("类别", "Kind"),
        Words("规则", "Rule"),
        Words("项目", "Project"),
        Words("文件", "File"),
        Words("位置", "Place"),
        Words("内容或原因", "Text or reason"),
    )
    for column, (words, width) in enumerate(zip(header, (12, 9, 30, 30, 20, 60), strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, words.to(lang), style["head"])
    for row, cells in enumerate(_rest_rows(report, lang), 1):
        for column, text in enumerate(cells):
            sheet.write_string(row, column, _cell(text), style["text"])
    sheet.freeze_panes(1, 0)


def _rest_rows(report: Report, lang: Lang) -> Iterable[tuple[str, ...]]:
    for item in report.not_evaluated:
        kind = Words("未评估", "not evaluated").to(lang)
        yield kind, item.rule, item.project, item.place.file, place_words(item.place, lang), item.reason
    for file in report.files:
        if file.problem is not None:
            yield Words("读不了", "unreadable").to(lang), "SRC001", "", file.path, "", file.problem.to(lang)
        for read in file.forms:
            project = read.form.project_name or ""
            for index, text in enumerate(read.form.unread):
                place = place_words(read.source.place(f"unread[{index}]"), lang)
                yield Words("未读格", "unread").to(lang), "", project, file.path, place, text

    for note in notes(report, lang):
        yield TITLE.to(lang), "", "", note.file, note.place, note.text


def _unit(form: Form | None) -> str:
    return (form.implementing_unit or form.department or "") if form else ""
