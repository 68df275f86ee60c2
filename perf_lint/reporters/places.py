"""Say in words where a cell stands."""

from __future__ import annotations

from perf_lint.model.place import Place
from perf_lint.model.words import Lang


def place_words(place: Place, lang: Lang = "zh") -> str:
    """Name the place within its file: 第16行, 表1 第5行第4列, 项目表!D12, 第2页 表1 第5行第4列."""
    if place.cell:
        return f"{place.sheet}!{place.cell}" if place.sheet else place.cell
    chinese = lang == "zh"
    if place.line is not None:
        return f"第{place.line}行" if chinese else f"line {place.line}"
    parts: list[str] = []
    if place.page is not None:
        parts.append(f"第{place.page}页" if chinese else f"page {place.page}")
    if place.table is not None:
        parts.append(f"表{place.table}" if chinese else f"table {place.table}")
    if place.row is not None and place.column is not None:
        parts.append(f"第{place.row}行第{place.column}列" if chinese else f"row {place.row} column {place.column}")
    if parts:
        return (" " if chinese else ", ").join(parts)
    return "整个文件" if chinese else "whole file"
