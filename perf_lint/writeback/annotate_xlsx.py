"""Put findings into a workbook: a comment on each cell and a quiet fill."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from perf_lint.model.finding import Finding, Report
from perf_lint.model.words import Lang
from perf_lint.writeback.notes import note_text
from perf_lint.writeback.package import Package
from perf_lint.writeback.sheet_cells import SheetCells, workbook_sheets
from perf_lint.writeback.sheet_comments import CommentBoxes
from perf_lint.writeback.sheet_styles import Fills


def annotate(data: bytes, path: str, report: Report, lang: Lang = "zh") -> bytes:
    """Give a copy of the workbook with the report's findings of `path` at their cells."""
    package = Package(data, path)
    sheets = workbook_sheets(package)
    fills = Fills(package)
    first = next(iter(sheets), "")
    for sheet, cells in _by_cell(report.findings, path, first).items():
        part = sheets.get(sheet) or sheets[first]
        root = package.tree(part)
        boxes = CommentBoxes(package, part)
        grid = SheetCells(root)
        for address, findings in cells.items():
            fills.tint(grid.cell(address), findings)
            boxes.add(address, "\n\n".join(note_text(finding, report, lang) for finding in findings))
        boxes.finish(root)
    fills.finish()
    return package.save()


def _by_cell(findings: Sequence[Finding], path: str, first: str) -> Mapping[str, Mapping[str, list[Finding]]]:
    """Sort findings by sheet and address; one without a cell goes to A1."""
    table: dict[str, dict[str, list[Finding]]] = {}
    for finding in findings:
        place = finding.place
        if place.file == path:
            table.setdefault(place.sheet or first, {}).setdefault(place.cell or "A1", []).append(finding)
    return table
