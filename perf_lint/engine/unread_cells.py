"""Withhold findings that rest on a cell that nobody knows: damaged, or a formula saved without its value."""

from __future__ import annotations

from perf_lint.engine.paths import indicator_at
from perf_lint.engine.report import Subject
from perf_lint.model.finding import Finding, NotEvaluated
from perf_lint.model.form import Form
from perf_lint.model.place import Place
from perf_lint.model.words import Lang, Words

REASONS = {
    "formula-without-value": Words(
        "单元格 {cell} 是公式，文件里没有保存它的结果；用 Excel 打开保存一次再检查",
        "cell {cell} is a formula saved without its value; open and save the file in Excel, then check again",
    ),
    "damaged-cell": Words("单元格 {cell} 已损坏，内容读不出来", "cell {cell} is damaged and cannot be read"),
}
"""Why a cell is unknown, by the reader's remark."""


def withheld(finding: Finding, subject: Subject, lang: Lang) -> NotEvaluated | None:
    """Give the answer "not evaluated" in place of a finding that needs an unknown cell; None for a sound finding.

    A finding needs the cells that it names; one with arithmetic on money needs every amount of the form.
    """
    form = subject.form
    if not form.cell_remarks:
        return None
    unknown = {path: code for path, code in sorted(form.cell_remarks) if code in REASONS}
    named = {finding.at, *(item.at for item in finding.related)}
    cause = next((path for path in unknown if path in named), None)
    if cause is None and any(_is_money(form, path) for path in named):
        cause = next((path for path in unknown if _is_money(form, path)), None)
    if cause is None:
        return None
    place = subject.source.place(cause)
    reason = REASONS[unknown[cause]].to(lang).format(cell=_cell(place))
    return NotEvaluated(finding.rule, reason, form.index, subject.project, finding.at, place)


def _is_money(form: Form, path: str) -> bool:
    row = indicator_at(form, path)
    if row is None:
        return path.startswith("funding")
    return path.endswith(".value") and "成本" in f"{row.level1 or row.level1_text}{row.level2 or row.level2_text}"


def _cell(place: Place) -> str:
    return f"{place.sheet}!{place.cell}" if place.sheet else place.cell or ""
