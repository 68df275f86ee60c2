"""Lattices from lines, text from glyphs: the geometry behind PDF tables, without a PDF."""

from __future__ import annotations

import pytest

from perf_lint.readers.page.content import Frame, Glyph, Ruling
from perf_lint.readers.page.lattice import Slot, joined, lattices
from perf_lint.readers.page.lines import cell_text, line_text, lines_of
from perf_lint.readers.page.unruled import columns_of


def _grid(xs, ys):
    across = [Ruling(y, xs[0], xs[-1]) for y in ys]
    return across, [Ruling(x, ys[0], ys[-1]) for x in xs]


def test_a_full_lattice():
    (lattice,) = lattices(*_grid([0, 50, 100], [0, 20, 40]))
    assert lattice.slots == (Slot(0, 0, 1, 1), Slot(0, 1, 1, 1), Slot(1, 0, 1, 1), Slot(1, 1, 1, 1))
    assert [lattice.slot_at(25, 10), lattice.slot_at(75, 30), lattice.slot_at(120, 10)] == [0, 3, None]
    assert lattice.box(lattice.slots[3]) == (50, 20, 100, 40)


def test_missing_walls_and_floors_make_spans():
    across = [Ruling(0, 0, 100), Ruling(20, 50, 100), Ruling(40, 0, 100)]
    down = [Ruling(0, 0, 40), Ruling(50, 0, 40), Ruling(100, 0, 40)]
    (lattice,) = lattices(across, down)
    assert lattice.slots == (Slot(0, 0, 2, 1), Slot(0, 1, 1, 1), Slot(1, 1, 1, 1))


def test_a_region_that_is_no_rectangle_is_cut_into_rectangles():
    across, down = _grid([0, 50, 100], [0, 20, 40])
    down[1] = Ruling(50, 0, 20)
    across[1] = Ruling(20, 50, 100)
    (lattice,) = lattices(across, down)
    assert lattice.slots == (Slot(0, 0, 2, 1), Slot(0, 1, 1, 1), Slot(1, 1, 1, 1))
    assert [owner for row in lattice.owner for owner in row] == [0, 1, 0, 2]


def test_tables_apart_are_two_and_lines_alone_are_none():
    first, second = _grid([0, 50, 100], [0, 20]), _grid([0, 50, 100], [100, 120])
    assert len(lattices(first[0] + second[0], first[1] + second[1])) == 2
    assert lattices([Ruling(0, 0, 100)], []) == []
    assert lattices(*_grid([0, 100], [0, 20])) == []


def test_pieces_and_double_lines_are_one_line():
    assert joined([Ruling(10, 0, 30), Ruling(11, 31, 60), Ruling(10, 80, 90)]) == [
        Ruling(pytest.approx(31 / 3), 0, 60),
        Ruling(pytest.approx(31 / 3), 80, 90),
    ]


def _glyphs(text, x=0.0, y=10.0, size=10.0, serial=0):
    found = []
    for char in text:
        width = size if char > "\u2e80" else size / 2
        if char != " ":
            found.append(
                Glyph(
                    char,
                    x,
                    y - size,
                    x + width,
                    y + 2,
                    x,
                    y,
                    serial + len(found),
                    text[max(0, text.index(char) - 1)] == " ",
                )
            )
        x += width
    return found


def _line(*parts):
    (line,) = lines_of([glyph for x, text in parts for glyph in _glyphs(text, x)])
    return line


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        (((0, "数量"), (20, "指标")), "数量指标"),
        (((0, "数量"), (22.5, "2025"), (45, "年")), "数量2025年"),
        (((0, "ab"), (13, "cd")), "ab cd"),
        (((0, "ab"), (11, "cd")), "abcd"),
        (((0, "项"), (25, "目")), "项 目"),
        (((0, "甲 乙"),), "甲 乙"),
    ],
)
def test_blanks_where_they_are_seen(parts, text):
    assert line_text(_line(*parts)) == text


def test_heights_that_fonts_claim_do_not_part_a_line():
    tall = [glyph._replace(top=-20.0, bottom=-2.0) for glyph in _glyphs("指标")]
    assert [line_text(line) for line in lines_of([*tall, *_glyphs("1", 20), *_glyphs("2", 25, 6, 5)])] == ["指标1²"]


def test_bold_by_printing_twice_is_read_once():
    assert line_text(_line((0, "甲"), (0.4, "甲"), (10, "甲"))) == "甲甲"


def test_columns_are_parted_by_wide_gaps():
    assert [line_text(part) for part in columns_of(_line((0, "项目名称"), (80, "某项目")))] == ["项目名称", "某项目"]


@pytest.mark.parametrize(
    ("first", "second", "width", "text"),
    [
        ("全县十二个乡镇日", "产日清", 90, "全县十二个乡镇日产日清"),
        ("目标1", "目标2", 200, "目标1\n目标2"),
        ("(11642300MB0W149", "971)", 90, "(11642300MB0W149971)"),
        ("performance", "budget", 65, "performance budget"),
        ("20240630", "20241231", 50, "2024063020241231"),
    ],
)
def test_wrapped_lines_join_and_broken_ones_stay(first, second, width, text):
    lines = lines_of([*_glyphs(first), *_glyphs(second, 0, 24)])
    assert cell_text(lines, width) == text


@pytest.mark.parametrize(
    ("reading", "shown", "box"),
    [
        (0, 0, (10, 170, 30, 180)),
        (1, 1, (20, 10, 30, 30)),
        (2, 2, (70, 20, 90, 30)),
        (3, 3, (170, 70, 180, 90)),
        (1, 0, (10, 170, 30, 180)),
    ],
)
def test_boxes_on_turned_pages(reading, shown, box):
    frame = Frame(0, 0, 100, 200, reading, shown)
    assert frame.on_page(frame.upright(10, 20, 30, 30)) == box


@pytest.mark.parametrize(
    ("small", "x", "y", "size", "text"),
    [
        ("4", 30, 8, 6, ["面积10⁴"]),
        ("3", 30, 6, 5, ["面积10³"]),
        ("-3", 30, 8, 5, ["面积10⁻³"]),
        ("4", 60, 8, 6, ["面积10 4"]),
        ("4", 30, 12, 6, ["面积104"]),
        ("4", 30, 8, 10, ["面积104"]),
        ("注", 30, 6, 5, ["注", "面积10"]),
        ("4", 30, -4, 6, ["4", "面积10"]),
    ],
)
def test_raised_figures_are_superscripts(small, x, y, size, text):
    lines = lines_of([*_glyphs("面积", 0, 12), *_glyphs("10", 20, 12), *_glyphs(small, x, y, size)])
    assert [line_text(line) for line in lines] == text
