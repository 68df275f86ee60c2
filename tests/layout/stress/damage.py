"""Damage pages the way conversion and people damage them: cells moved, broken, respelled, text put between."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from tests.layout.stress.bases import Line, Page

Operator = Callable[[Page, Random], None]
BREAKS = ([], ["- 3 -"], ["第 3 页 共 12 页"], ["3"])


def rows(page: Page) -> list[Line]:
    return [line for line in page.lines if line.kind == "row" and line.item is not None]


def _pick(page: Page, rng: Random, kind: str = "row") -> Line:
    return rng.choice([line for line in page.lines if line.kind == kind])


def lose_tabs(page: Page, rng: Random) -> None:
    """Move rows left, as where a merged cell in front was lost; what is lost in front stands behind."""
    for line in rows(page):
        lead = next(at for at, cell in enumerate(line.cells) if cell)
        if rng.random() < 0.5:
            drop = rng.randint(0, lead)
            line.cells = line.cells[drop:] + [""] * drop


def gain_tab(page: Page, rng: Random) -> None:
    """Move rows right by one empty cell in front of any cell."""
    for line in rows(page):
        if rng.random() < 0.3:
            line.cells.insert(rng.choice([at for at, cell in enumerate(line.cells) if cell]), "")


def trailing_blanks(page: Page, rng: Random) -> None:
    """Add empty cells at the ends of lines."""
    for line in page.lines:
        if line.kind not in ("title", "year", "loose", "blank") and rng.random() < 0.5:
            line.cells.extend([""] * rng.randint(1, 3))


def _break(page: Page, at: int, rng: Random, *, heading: bool) -> int:
    """Put a page break before line `at`; give the new index of that line."""
    between = [Line("blank", []), *(Line("loose", [text]) for text in rng.choice(BREAKS))]
    if heading and rng.random() < 0.4:
        between.append(next(Line("repeated", list(line.cells)) for line in page.lines if line.kind == "heading"))
    page.lines[at:at] = between
    return at + len(between)


def _fold(page: Page, rng: Random, kind: str, at: int) -> None:
    """Break a cell over two lines, as where a line break within it was written into the text."""
    found = [line for line in page.lines if line.kind == kind and len(line.cells[at]) > 7]
    if not found:
        return
    line = rng.choice(found)
    text, index = line.cells[at], page.lines.index(line)
    cut = rng.randint(
        max(text.find(sign) for sign in (": ", "）", "①", "必")) + 3 if kind == "row" else 3, len(text) - 2
    )
    rest = [text[cut:], *line.cells[at + 1 :]]
    line.cells = [*line.cells[:at], text[:cut]]
    page.lines.insert(index + 1, Line("rest" if len(rest) > 1 else "loose", rest, None))


def fold_name(page: Page, rng: Random) -> None:
    """Break a name over two lines, its value behind the second."""
    if page.shape != "hebei":
        _fold(page, rng, "row", page.at("name"))


def fold_value(page: Page, rng: Random) -> None:
    """Break a value over two lines."""
    if page.shape != "hebei":
        _fold(page, rng, "row", page.at("value"))


def fold_goal(page: Page, rng: Random) -> None:
    """Break the goal over two lines."""
    if page.shape != "hebei":
        line = _pick(page, rng, "goal")
        _fold(page, rng, "goal", max(i for i, cell in enumerate(line.cells) if cell))


def annex_inside(page: Page, rng: Random) -> None:
    """Print 附件 or the title again at the head of a new page within the table."""
    at = page.lines.index(_pick(page, rng))
    page.lines[at:at] = [Line("blank", []), Line("loose", [rng.choice(("附件11", "附件2：", "续表", "（续）"))])]


def strip(page: Page, _: Random) -> None:
    """Take all leading tabs away."""
    for line in rows(page):
        while not line.cells[0]:
            line.cells.append(line.cells.pop(0))


def page_break(page: Page, rng: Random) -> None:
    """Break the page between two rows."""
    _break(page, page.lines.index(_pick(page, rng)), rng, heading=True)


def split_level(page: Page, rng: Random) -> None:
    """Break a level cell that spans several rows: its rest stands in the next row, below the page break."""
    found = rows(page)
    column = rng.choice(("level1", "level2"))
    at = page.at(column)
    spots = [i for i, line in enumerate(found[:-1]) if len(line.cells[at]) > 2 and not found[i + 1].cells[at]]
    if not spots:
        return
    first, second = found[(spot := rng.choice(spots))], found[spot + 1]
    text = first.cells[at]
    cut = rng.randint(2, len(text) - 1)
    first.cells[at], second.cells[at] = text[:cut], text[cut:]
    _break(page, page.lines.index(second), rng, heading=False)


def _split(page: Page, rng: Random, role: str, shortest: int) -> None:
    at = page.at(role)
    found = [line for line in rows(page) if len(line.cells[at]) >= shortest]
    if not found:
        return
    line = rng.choice(found)
    text = line.cells[at]
    cut = rng.randint(max(2, len(text) // 3), len(text) - 2)
    index = page.lines.index(line)
    line.cells[at] = text[:cut]
    page.lines.insert(index + 1, Line("rest", ["" if i != at else text[cut:] for i in range(len(line.cells))]))
    _break(page, index + 1, rng, heading=False)


def split_name(page: Page, rng: Random) -> None:
    """Break a name over two pages."""
    _split(page, rng, "name", 7)


def split_value(page: Page, rng: Random) -> None:
    """Break a value over two pages."""
    _split(page, rng, "value", 5)


def split_goal(page: Page, rng: Random) -> None:
    """Break the goal over two pages."""
    line = _pick(page, rng, "goal")
    at = max(i for i, cell in enumerate(line.cells) if cell)
    text = line.cells[at]
    cut = rng.randint(4, len(text) - 4)
    line.cells[at] = text[:cut]
    index = page.lines.index(line)
    page.lines.insert(index + 1, Line("rest", ["" if i != at else text[cut:] for i in range(len(line.cells))]))
    if rng.random() < 0.7:
        _break(page, index + 1, rng, heading=False)


def break_header(page: Page, rng: Random) -> None:
    """Break the page inside the header block."""
    line = rng.choice([line for line in page.lines if line.kind in ("field", "money", "goal")][1:])
    _break(page, page.lines.index(line), rng, heading=False)


def pipes(page: Page, rng: Random) -> None:
    """Part cells with pipes, a rule below the first row."""
    page.separator = "|"
    if rng.random() < 0.5 and page.shape != "hebei":
        at = next(i for i, line in enumerate(page.lines) if line.kind in ("field", "unit")) + 1
        page.lines.insert(at, Line("loose", ["|" + "---|" * len(page.columns)]))


def blanks(page: Page, _: Random) -> None:
    """Part cells with blanks: empty cells vanish."""
    page.separator = "    "


def spaced(page: Page, rng: Random) -> None:
    """Put blanks inside labels and level names."""
    for line in page.lines:
        if line.kind in ("field", "money", "goal", "heading"):
            line.cells = [_spread(cell, rng) if _is_label(cell) else cell for cell in line.cells]
        elif line.kind == "row":
            for role in ("level1", "level2"):
                line.cells[page.at(role)] = _spread(line.cells[page.at(role)], rng)


def _spread(text: str, rng: Random) -> str:
    blank = rng.choice((" ", "  ", "\u3000"))
    return "".join(char + (blank if rng.random() < 0.3 else "") for char in text).strip()


LABELS = ("项目", "主管", "实施单位", "年度", "其中", "其他资金", "总体", "一级", "二级", "三级", "指标值", "绩效")


def _is_label(text: str) -> bool:
    return text.startswith(LABELS) and len(text) <= 12 and not text[-1:].isdigit()


WIDE = str.maketrans("():,;", "（）：，；")
NARROW = str.maketrans("（）：，；【】", "():,;[]")


def widths(page: Page, rng: Random) -> None:
    """Write all signs wide, or all narrow."""
    table = rng.choice((WIDE, NARROW))
    for line in page.lines:
        line.cells = [cell.translate(table) for cell in line.cells]


def abbreviate(page: Page, _: Random) -> None:
    """Shorten level names: 产出, 数量."""
    for line in rows(page):
        for role in ("level1", "level2"):
            at = page.at(role)
            line.cells[at] = line.cells[at].replace("指标", "", 1)


def fill_levels(page: Page, _: Random) -> None:
    """Write the level cells in every row."""
    for role in ("level1", "level2"):
        at, last = page.at(role), ""
        for line in rows(page):
            last = line.cells[at] = line.cells[at] or last


def drop_other(page: Page, _: Random) -> None:
    """Leave out the row of 其他资金."""
    if page.shape == "hebei":
        return
    kept = [line for line in page.lines if line.kind != "money" or not any(c.startswith("其他") for c in line.cells)]
    if len(kept) < len(page.lines):
        page.lines, page.fields["other"] = kept, None


def drop_title(page: Page, _: Random) -> None:
    """Leave out title and year."""
    if page.fields["kind"] == "self-evaluation":
        return
    page.lines = [line for line in page.lines if line.kind not in ("title", "year")]
    page.fields["title"] = ""
    del page.fields["year"]


def title_with_year(page: Page, rng: Random) -> None:
    """Write the year within the title."""
    year = [line for line in page.lines if line.kind == "year"]
    if year:
        page.lines.remove(year[0])
        form = rng.choice(("{year}年{title}", "{title}（{year}年度）", "{year}年度{title}"))
        title = form.format(year=page.fields.get("year"), title=page.fields["title"])
        page.lines[0].cells[0] = page.fields["title"] = title


def annexed(page: Page, rng: Random) -> None:
    """Put 附件 lines and blank lines above."""
    page.lines[0:0] = [Line("loose", [rng.choice(("附件11", "## 附件 3", "附件2-1：", "附表1"))]), Line("blank", [])]


def footnotes(page: Page, _: Random) -> None:
    """Add notes and signatures below."""
    width = len(page.columns)
    page.lines += [
        Line("note", ["注：本表由项目单位填报，一式三份。", *[""] * (width - 1)]),
        Line("note", ["填表人：", "王某", "联系电话：", "0955-7012345", *[""] * (width - 4)][:width]),
        Line("blank", []),
        Line("loose", ["单位负责人（签字）：        财务负责人："]),
    ]


def running_title(page: Page, rng: Random) -> None:
    """Print the report's name at the head of a new page."""
    index = page.lines.index(_pick(page, rng))
    page.lines[index:index] = [
        Line("blank", []),
        Line("loose", ["- 12 -"]),
        Line("loose", ["青河县2025年部门预算公开"]),
        Line("blank", []),
    ]


def empty_value(page: Page, rng: Random) -> None:
    """Leave a value blank."""
    line = _pick(page, rng)
    at = page.at("value")
    if line.item is None or "sign" in page.columns or page.items[line.item]["name"] == "无":
        return
    line.cells[at] = ""
    page.items[line.item]["value"] = ""


def empty_line(page: Page, rng: Random) -> None:
    """Leave blank lines between rows."""
    for line in rows(page):
        if rng.random() < 0.3:
            page.lines.insert(page.lines.index(line), Line("blank", []))


def template_row(page: Page, rng: Random) -> None:
    """Leave a row of the template without text."""
    index = page.lines.index(_pick(page, rng))
    page.lines.insert(index, Line("note", [""] * len(page.columns)))


def split_labels(page: Page, _: Random) -> None:
    """Merge money label and amount into one cell."""
    for line in page.lines:
        if line.kind == "money" and page.shape in ("block", "plain"):
            at = max(i for i, cell in enumerate(line.cells) if cell)
            if at and line.cells[at][:1].isdigit():
                line.cells[at - 1 : at + 1] = [f"{line.cells[at - 1]} {line.cells[at]}", ""]


def narrow(page: Page, _: Random) -> None:
    """Break level names into pieces of two characters."""
    for line in rows(page):
        for role in ("level1", "level2"):
            at = page.at(role)
            line.cells[at] = " ".join(line.cells[at][i : i + 2] for i in range(0, len(line.cells[at]), 2))


MOVES: list[Operator] = [lose_tabs, gain_tab, trailing_blanks, empty_line, template_row, strip]
SPLITS: list[Operator] = [
    page_break,
    split_level,
    split_name,
    split_value,
    split_goal,
    break_header,
    running_title,
    annex_inside,
]
FOLDS: list[Operator] = [fold_name, fold_value, fold_goal]
SPELLINGS: list[Operator] = [spaced, widths, abbreviate, narrow, fill_levels, split_labels]
CONTENTS: list[Operator] = [drop_other, drop_title, title_with_year, annexed, footnotes, empty_value]
SIGNS: list[Operator] = [pipes, blanks]
ALL = [*CONTENTS, *SPELLINGS, *SPLITS, *FOLDS, *SIGNS, *MOVES]
"""In the order in which they can be put to work together."""
