"""Describe a form without saying in which format it will be written."""

from __future__ import annotations

from typing import NamedTuple

from perf_lint.model.form import Form, Indicator


class IndicatorRow(NamedTuple):
    """One row: its levels as printed (with marks), and its further cells in the order of the headings."""

    level1: str
    level2: str
    cells: tuple[str, ...]


class Spec(NamedTuple):
    """One form: lines above the table, header pairs, money lines, goal and indicator rows."""

    heading: tuple[str, ...]
    header: tuple[tuple[str, str], ...]
    """Label and value; the first stands alone on its row, the others two pairs a row."""
    money_label: str
    money: tuple[tuple[str, str], ...]
    goal: tuple[str, str]
    columns: tuple[str, ...]
    """Headings behind the two levels."""
    rows: tuple[IndicatorRow, ...]
    goal_first: bool = True


def spec_of(form: Form) -> Spec:
    """Describe a form that was read, in the shape that most provinces print."""
    header = (
        ("项目名称", form.project_name or ""),
        ("主管部门及代码", form.department or ""),
        ("实施单位", form.implementing_unit or ""),
        ("项目属性", form.attribute or ""),
        ("项目期", form.period or ""),
    )
    parts = (
        ("年度资金总额:", form.funding.total),
        ("其中:财政拨款", form.funding.fiscal),
        ("其他资金", form.funding.other),
    )
    money = tuple((label, amount.text if amount else "") for label, amount in parts)
    unit = form.funding.header_unit or "万元"
    extra = [name for name in ("description", "basis") if name in form.has]
    titles = {"description": "绩效指标描述", "basis": "指标值确定依据"}
    columns = (
        "三级指标",
        *(titles[name] for name in extra if name == "description"),
        "指标值",
        *(titles[name] for name in extra if name == "basis"),
    )
    year = (f"({form.year}年度)",) if form.year else ()
    rows = tuple(_row(indicator, extra) for indicator in form.indicators)
    return Spec(
        (form.title, *year), header, f"项目资金 ({unit})", money, ("年度总体目标", form.goal or ""), columns, rows
    )


def _row(indicator: Indicator, extra: list[str]) -> IndicatorRow:
    mark = f" ({indicator.mark})" if indicator.mark else ""
    label = f"{indicator.label}:" if indicator.label else ""
    cells = [label + indicator.name]
    if "description" in extra:
        cells.append(indicator.description or "")
    cells.append(indicator.value)
    if "basis" in extra:
        cells.append(indicator.basis or "")
    return IndicatorRow(indicator.level1 or "", (indicator.level2 or "") + mark, tuple(cells))
