"""Formulas that the writing program never calculated, and how accounting formats show a nought."""

from __future__ import annotations

import pytest

from tests.readers.sheet.factory import c, codes, load, row, sheet, styles, texts_of

ASKS = '<calcPr calcId="124519" fullCalcOnLoad="1"/>'


def _sums():
    return sheet(
        row(1, c("A1", "总额"), c("B1", 0, formula="SUM(B2:B3)"), c("C1", 0), c("D1", 6, formula="2*3")),
        row(2, c("A2", "户数"), c("B2", 0, style=1, formula="5+1"), c("C2", "空", kind="str", formula='"空"')),
    )


def test_a_nought_that_waits_for_the_first_calculation_is_unknown():
    document = load(_sums(), styles=styles('0"户"'), properties=ASKS)
    assert texts_of(document) == ["总额", "", "0", "6", "户数", "", "空"]
    assert [cell.remarks for cell in document.blocks[0].cells if cell.address in ("B1", "B2", "C1", "D1")] == [
        ("formula-without-value",), (), (), ("formula-without-value",),
    ]  # fmt: skip
    assert codes(document) == [("formula-without-value", "表1", "B1")]


@pytest.mark.parametrize("calculation", ["", '<calcPr calcId="191029"/>', '<calcPr fullCalcOnLoad="0"/>'])
def test_a_nought_that_was_calculated_is_read(calculation):
    document = load(_sums(), styles=styles('0"户"'), properties=calculation)
    assert (texts_of(document)[1], codes(document)) == ("0", [])


@pytest.mark.parametrize(
    ("code", "value", "shown"),
    [
        ('_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ', 0, "0"),
        ('#,##0;-#,##0;"—"', 0, "0"),
        ('_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ', 12.5, "12.50"),
        ('0;-0;"无"', 0, "无"),
        ("0;-0;;@", 0, ""),
    ],
)
def test_a_nought_shown_as_a_dash_is_nought(code, value, shown):
    document = load(sheet(row(1, c("A1", "其他资金"), c("B1", value, style=1))), styles=styles(code))
    assert [text.strip() for text in texts_of(document)] == ["其他资金", shown]
