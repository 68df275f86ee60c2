"""Symbol fonts in workbooks: ≥ written as ³ in Symbol, ticked boxes as letters of Wingdings 2."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from perf_lint.readers.sheet.old_fonts import styled_text
from tests.readers.sheet.factory import NAMESPACES, load, row, sheet, strings, texts_of


def _run(text: str, font: str = "") -> str:
    rpr = f'<rPr><rFont val="{font}"/></rPr>' if font else ""
    return f"<r>{rpr}<t>{text}</t></r>"


def _shared(index: int, style: int = 0) -> str:
    return f'<c r="A{index + 1}" s="{style}" t="s"><v>{index}</v></c>'


def test_runs_in_symbol_fonts():
    items = (
        _run("³", "Symbol") + _run("95%"),
        _run("新增") + _run("R", "Wingdings 2") + _run("延续") + _run("£", "Wingdings 2"),
        _run("R³", "宋体") + _run("m"),
        _run("≥9", "Symbol"),
    )
    document = load(sheet(*(row(index + 1, _shared(index)) for index in range(4))), sharedStrings=strings(*items))
    assert texts_of(document) == ["≥95%", "新增☑延续☐", "R³m", "≥9"]


def test_raised_runs():
    up, down = (
        '<r><rPr><vertAlign val="superscript"/></rPr><t>4</t></r>',
        '<r><rPr><vertAlign val="subscript"/></rPr><t>2</t></r>',
    )
    items = (_run("10") + up + _run("亩"), _run("CO") + down)
    document = load(sheet(row(1, _shared(0)), row(2, _shared(1))), sharedStrings=strings(*items))
    assert texts_of(document) == ["10⁴亩", "CO2"]


def test_cells_in_symbol_fonts():
    fonts = '<fonts><font><name val="宋体"/></font><font><name val="Wingdings"/></font></fonts>'
    styles = f'<styleSheet {NAMESPACES}>{fonts}<cellXfs><xf fontId="0"/><xf fontId="1"/></cellXfs></styleSheet>'
    cells = (_shared(0, 1), _shared(1, 0))
    document = load(
        sheet(*(row(index + 1, cell) for index, cell in enumerate(cells))),
        styles=styles,
        sharedStrings=strings("<t>þ</t>", "<t>þ</t>"),
    )
    assert texts_of(document) == ["☑", "þ"]


@pytest.mark.parametrize(
    ("text", "style", "runs", "shown"),
    [
        ("³95m", 0, [(0, 1), (1, 0)], "≥95m"),
        ("新增R延续£", 0, [(2, 2), (3, 0), (5, 2)], "新增☑延续☐"),
        ("³95", 1, [], "≥95"),
        ("R3", 0, [], "R3"),
        ("R3", 0, [(9, 2)], "R3"),
        ("R3", 7, [(0, 9)], "R3"),
        ("104亩", 0, [(2, 3), (3, 0)], "10⁴亩"),
        ("𠮷104亩", 0, [(4, 3), (5, 0)], "𠮷10⁴亩"),
    ],
)
def test_old_workbooks(text, style, runs, shown):
    fonts = [SimpleNamespace(name=name, escapement=0) for name in ("宋体", "Symbol", "Wingdings 2")]
    fonts.append(SimpleNamespace(name="宋体", escapement=1))
    book = SimpleNamespace(font_list=fonts, xf_list=[SimpleNamespace(font_index=0), SimpleNamespace(font_index=1)])
    page = SimpleNamespace(rich_text_runlist_map={(2, 3): runs} if runs else {})
    assert styled_text(book, page, 2, 3, SimpleNamespace(value=text, xf_index=style)) == shown
