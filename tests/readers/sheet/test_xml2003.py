"""XML spreadsheets of Excel 2003, as systems export them under the suffix .xls."""

from __future__ import annotations

import pytest

from perf_lint.model.place import Place
from perf_lint.readers import read_bytes
from perf_lint.readers.base import ReadError
from tests.readers.mutation import damaged
from tests.readers.sheet.factory import cells_of, codes

BOOK = """<?xml version="1.0" encoding="UTF-8"?>
<?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:x="urn:schemas-microsoft-com:office:excel">
 <Styles>
  <Style ss:ID="pct"><NumberFormat ss:Format="0%"/></Style>
  <Style ss:ID="day"><NumberFormat ss:Format="Long Date"/></Style>
  <Style ss:ID="wan"><NumberFormat ss:Format="0&quot;万元&quot;"/></Style>
  <Style ss:ID="plain"><Font/></Style>
 </Styles>
 <Worksheet ss:Name="绩效">
  <Table>
   <Row><Cell ss:MergeAcross="2"><Data ss:Type="String">绩效目标表</Data></Cell><Cell><Data ss:Type="String">右</Data></Cell></Row>
   <Row ss:Index="3"><Cell ss:MergeDown="1"><Data ss:Type="String">产出</Data></Cell>
    <Cell ss:StyleID="pct"><Data ss:Type="Number">0.85</Data></Cell>
    <Cell ss:Index="4" ss:StyleID="day"><Data ss:Type="DateTime">2024-06-30T00:00:00.000</Data></Cell></Row>
   <Row ss:Hidden="1"><Cell ss:Index="2" ss:StyleID="wan"><Data ss:Type="Number">50</Data></Cell>
    <Cell ss:Formula="=R1C1"/><Cell><Data ss:Type="Error">#REF!</Data></Cell></Row>
   <Row><Cell ss:StyleID="plain"><Data ss:Type="Boolean">1</Data></Cell>
    <Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>富</B>文本&#10;二</ss:Data></Cell></Row>
  </Table>
 </Worksheet>
 <Worksheet ss:Name="空"><Table/></Worksheet>
</Workbook>
""".encode()


def test_cells_as_excel_shows_them():
    document = read_bytes(BOOK, "导出.xls")
    assert document.format == "xls-xml"
    assert [block.sheet for block in document.blocks] == ["绩效"]
    assert cells_of(document) == [
        ("A1", 1, 3, "绩效目标表"),
        ("D1", 1, 1, "右"),
        ("A3", 2, 1, "产出"),
        ("B3", 1, 1, "85%"),
        ("D3", 1, 1, "2024年6月30日"),
        ("B4", 1, 1, "50万元"),
        ("C4", 1, 1, ""),
        ("D4", 1, 1, "#REF!"),
        ("A5", 1, 1, "TRUE"),
        ("B5", 1, 1, "富文本\n二"),
    ]
    assert codes(document) == [
        ("formula-without-value", "绩效", "C4"),
        ("cell-error", "绩效", "D4"),
        ("hidden-row", "绩效", "B4"),
    ]


def test_place():
    grid = read_bytes(BOOK, "导出.xls").blocks[0]
    assert grid.place(grid.cells[3], "导出.xls") == Place(
        file="导出.xls", sheet="绩效", cell="B3", row=3, column=2, snippet="85%"
    )


@pytest.mark.parametrize("index", ["99999999", "1048577"])
def test_addresses_beyond_the_sheet(index):
    with pytest.raises(ReadError, match="the file is damaged"):
        read_bytes(BOOK.replace(b'ss:Index="3"', f'ss:Index="{index}"'.encode()), "导出.xls")
    with pytest.raises(ReadError, match="the file is damaged"):
        read_bytes(BOOK.replace(b'ss:Index="4"', f'ss:Index="{index}"'.encode()), "导出.xls")


def test_mutations():
    from perf_lint.readers.base import DEFAULT_LIMITS
    from perf_lint.readers.xml2003 import read

    outcomes = []
    for seed in range(300):
        try:
            outcomes.append(bool(read(damaged(BOOK, seed), "坏", DEFAULT_LIMITS).blocks))
        except ReadError:
            outcomes.append(None)
    assert {True, None} <= set(outcomes)
