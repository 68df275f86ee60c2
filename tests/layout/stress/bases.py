"""Lay forms out as lines of cells, and say what must be read in them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cache
from pathlib import Path

Item = dict[str, str | None]


@dataclass
class Line:
    """A line of a page: its kind, its cells by grid column, and the number of its indicator."""

    kind: str
    cells: list[str]
    item: int | None = None


@dataclass
class Page:
    """One form as lines, and what it says."""

    name: str
    shape: str
    lines: list[Line]
    fields: dict[str, object]
    items: list[Item]
    columns: list[str]
    """Roles of the grid columns of the indicator rows."""
    separator: str = "\t"
    may_join: set[int] = field(default_factory=set)

    def at(self, role: str) -> int:
        return self.columns.index(role)

    def copy(self) -> Page:
        lines = [replace(line, cells=list(line.cells)) for line in self.lines]
        return replace(self, lines=lines, fields=dict(self.fields), items=[dict(item) for item in self.items])


ROLES = {
    "三级指标": "name", "指标值": "value", "年度指标值": "value", "指标性质": "sign", "度量单位": "unit", "绩效指标描述": "description",
    "指标值确定依据": "basis",
}  # fmt: skip
MARK = {"": "{}", "★": "★{}"}


@cache
def _bases() -> dict[str, dict[str, str]]:
    text = Path(__file__).with_name("bases.txt").read_text(encoding="utf-8")
    found = {}
    for part in text.split("\n\n"):
        lines = [line for line in part.splitlines() if line and not line.startswith("#")]
        keys = dict(line.split(": ", 1) for line in lines if ": " in line and "|" not in line.split(": ", 1)[0])
        keys["rows"] = "\n".join(line for line in lines if "|" in line.split(": ", 1)[0])
        found[keys["name"]] = keys
    return found


def names() -> list[str]:
    return list(_bases())


@cache
def _page(name: str) -> Page:
    base = _bases()[name]
    headings = base["columns"].split("|")
    lead = ["block"] if base["shape"] in ("block", "wide") else []
    columns = [*lead, "level1", "level2", *(ROLES.get(heading, heading) for heading in headings)]
    page = Page(name, base["shape"], [], _fields(base), [], columns)
    width = len(columns)
    head = {"block": _block_head, "plain": _plain_head, "wide": _wide_head, "hebei": _hebei_head}[base["shape"]]
    page.lines = [Line("title", [base["title"]])]
    if "year" in base and base["year"] not in base["title"]:
        page.lines.append(Line("year", [f"({base['year']}年度)"]))
    page.lines += [Line(kind, cells + [""] * (width - len(cells))) for kind, cells in head(base)]
    first = ["绩效指标"] if lead else []
    page.lines.append(Line("heading", [*first, "一级指标", "二级指标", *headings]))
    _rows(page, base["rows"].splitlines(), lead)
    return page


def page(name: str) -> Page:
    """Give a fresh copy of a base form."""
    return _page(name).copy()


def _fields(base: dict[str, str]) -> dict[str, object]:
    fields: dict[str, object] = {
        "title": base["title"],
        "year": int(base["year"]) if "year" in base else None,
        "project_name": base["project"],
        "project_code": base.get("code"),
        "department": base.get("department"),
        "implementing_unit": base["unit"],
        "attribute": base.get("attribute"),
        "period": base.get("period"),
        "goal": base["goal"].split("|")[1],
        "purpose": base.get("purpose"),
        "kind": base.get("kind", "target"),
    }
    for role in ("total", "fiscal", "other"):
        written = base[role].split("|")[2] if role in base else ""
        fields[role] = Decimal(written) if written else None
    return fields


def _money(base: dict[str, str]) -> list[tuple[str, str]]:
    parts = (base[role].split("|") for role in ("total", "fiscal", "other") if role in base)
    return [(part[0], part[1]) for part in parts]


def _block_head(base: dict[str, str]) -> list[tuple[str, list[str]]]:
    block = base.get("money", "项目资金 (万元)")
    money = _money(base)
    return [
        ("field", [base.get("project_label", "项目名称"), "", base["project"]]),
        ("field", [base.get("department_label", "主管部门及代码"), "", base["department"], "实施单位", base["unit"]]),
        ("field", ["项目属性", "", base["attribute"], "项目期", base["period"]]),
        ("money", [block, "", *money[0]]),
        *(("money", ["", "", *pair]) for pair in money[1:]),
        ("goal", [base["goal"].split("|")[0], "", base["goal"].split("|")[1]]),
    ]


def _plain_head(base: dict[str, str]) -> list[tuple[str, list[str]]]:
    block = base.get("money", "项目资金（万元）")
    money = _money(base)
    return [
        ("field", ["项目名称", base["project"]]),
        ("field", ["主管部门", base["department"], "实施单位", base["unit"]]),
        ("field", ["项目属性", base["attribute"], "项目期", base["period"]]),
        ("money", [block, *money[0]]),
        *(("money", ["", *pair]) for pair in money[1:]),
        ("goal", base["goal"].split("|")),
    ]


def _wide_head(base: dict[str, str]) -> list[tuple[str, list[str]]]:
    rows = _block_head(base)
    label, text = base["goal"].split("|")
    return [*rows[:-1], ("goal", ["绩效目标", "", label, text])]


def _hebei_head(base: dict[str, str]) -> list[tuple[str, list[str]]]:
    money = [part for pair in _money(base) for part in pair]
    return [
        ("unit", [base["unit"], "单位：元"]),
        ("field", ["项目编码", base["code"], "项目名称", base["project"]]),
        ("money", ["预算规模及资金用途", *money[:6]]),
        ("field", ["", base["purpose"]]),
        ("plan", ["资金支出计划（%）", "3月底", "6月底", "10月底", "12月底"]),
        ("plan", ["", "25.00%", "50.00%", "75.00%", "100.00%"]),
        ("goal", base["goal"].split("|")),
        ("gap", []),
    ]


def _rows(page: Page, rows: list[str], lead: list[str]) -> None:
    before = ("", "")
    for number, row in enumerate(rows):
        one, two, mark, label, name, *rest = row.split("|")
        marked = f"★{two}" if mark == "★" else f"{two} ({mark})" if mark else two
        shown = (one if one != before[0] else "", marked if (one, marked) != before else "")
        before = (one, marked)
        colon = ": " if label[:1] == "指" else ""
        page.lines.append(Line("row", [*("" for _ in lead), *shown, label + colon + name, *rest], number))
        texts = dict(zip(page.columns[len(lead) + 2 :], [name, *rest], strict=True))
        value = texts["value"]
        if texts.get("sign") not in (None, "定性"):
            value = (texts["sign"] or "").replace("＝", "=") + value + (texts["unit"] or "")
        page.items.append(
            {"level1": one, "level2": two, "mark": mark or None, "label": label or None, "name": name, "value": value}
        )
