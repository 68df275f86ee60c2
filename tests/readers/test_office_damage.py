"""Damaged and hostile Office files: the reader's own error or a document, nothing else, and soon."""

from __future__ import annotations

import pytest

from perf_lint.model.document import Document
from perf_lint.readers import docx, read_bytes, xls, xlsx
from perf_lint.readers.base import DEFAULT_LIMITS, Limits, ReadError
from tests.readers import office_samples
from tests.readers.mutation import damaged, damaged_parts
from tests.readers.sheet import factory as sheet
from tests.readers.word import factory as word

SAMPLES = {
    "docx": (docx, office_samples.rich_docx()),
    "xlsx": (xlsx, office_samples.rich_xlsx()),
    "xls": (xls, office_samples.rich_xls()),
}
ROUNDS = 400


@pytest.mark.parametrize("name", SAMPLES)
def test_samples_are_whole(name):
    reader, data = SAMPLES[name]
    document = reader.read(data, f"表.{name}", DEFAULT_LIMITS)
    assert document.blocks
    assert read_bytes(data, "无后缀") == reader.read(data, "无后缀", DEFAULT_LIMITS)


@pytest.mark.parametrize(
    ("name", "damage"),
    [("docx", damaged), ("docx", damaged_parts), ("xlsx", damaged), ("xlsx", damaged_parts), ("xls", damaged)],
)
def test_mutations_raise_nothing_but_the_readers_error(name, damage):
    reader, data = SAMPLES[name]
    outcomes = set()
    for seed in range(ROUNDS):
        broken = damage(data, seed)
        try:
            outcomes.add(type(reader.read(broken, "坏", DEFAULT_LIMITS)))
        except ReadError:
            outcomes.add(ReadError)
    assert outcomes == {Document, ReadError}


@pytest.mark.parametrize("span", ["1000000", "2147483647", "999999999"])
def test_spans_in_the_millions(span):
    wide = word.tbl(word.tr(word.tc("a", properties=f'<w:gridSpan w:val="{span}"/>'), "b"))
    with pytest.raises(ReadError) as caught:
        word.load(wide)
    assert caught.value.words.zh == "第 1 个表格的合并跨度超出上限 10000 列，文件可能已损坏"


@pytest.mark.parametrize("span", ["-3", "0", "x", "9" * 50, "٣"])
def test_spans_that_are_no_numbers_count_as_one(span):
    document = word.load(word.tbl(word.tr(word.tc("a", properties=f'<w:gridSpan w:val="{span}"/>'), "b")))
    assert [cell[1] for cell in word.cells_of(document)] == [1, 2]


def test_indents_in_the_millions():
    with pytest.raises(ReadError):
        word.load(word.tbl(word.tr("a", properties='<w:gridBefore w:val="90000000"/>')))


def test_tables_nested_too_deep():
    def nest(depth: int) -> str:
        return word.tbl(word.tr(word.tc(nest(depth - 1), "<w:p/>"))) if depth else word.p("内")

    assert word.outline(word.load(nest(40)))[-1] == "table 40: 内\n"
    with pytest.raises(ReadError) as caught:
        word.load(nest(40), Limits(max_depth=39))
    assert caught.value.words.zh == "表格嵌套超过 39 层，超出上限"
    with pytest.raises(ReadError, match="not well-formed"):
        word.load(nest(90))


def test_runs_nested_as_deep_as_xml_allows():
    deep = "<w:smartTag>" * 240 + word.run("底") + "</w:smartTag>" * 240
    assert word.outline(word.load(word.p(deep))) == ["底"]


def test_too_many_cells():
    with pytest.raises(ReadError, match="more than 5 cells"):
        word.load(word.tbl(*[word.tr("a", "b")] * 3), Limits(max_cells=5))


def test_hundred_thousand_merges_take_no_time():
    rows = [sheet.row(number, sheet.c(f"A{number}", 1)) for number in range(1, 300)]
    merges = tuple(f"A{number}:XFD1048576" for number in range(1, 3000))
    document = sheet.load(sheet.sheet(*rows, merges=merges))
    assert len(document.blocks[0].cells) == 1


def test_package_without_a_document():
    with pytest.raises(ReadError) as caught:
        docx.read(word.zipped({"[Content_Types].xml": "<Types/>"}), "表.docx", DEFAULT_LIMITS)
    assert caught.value.words.zh == "压缩包里没有 Word 正文或 Excel 工作簿，不是完整的办公文件"


def test_relations_that_leave_the_package():
    data = word.rezipped(
        word.docx(word.p("a")), lambda part: part.replace(b'"word/document.xml"', b'"../../../etc/passwd"')
    )
    assert word.outline(read_bytes(data, "表.docx")) == ["a"]
    outside = word.rezipped(data, lambda part: part.replace(b'Id="r"', b'Id="r" TargetMode="External"'))
    assert word.outline(read_bytes(outside, "表.docx")) == ["a"]


def test_binary_workbook():
    data = word.rezipped(sheet.xlsx(sheet.sheet()), lambda part: part.replace(b"/xl/workbook.xml", b"/xl/workbook.bin"))
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    files["xl/workbook.bin"] = b"\x83\x01"
    with pytest.raises(ReadError) as caught:
        read_bytes(word.zipped(files), "表.xlsb")
    assert caught.value.words.zh == "这是二进制工作簿（.xlsb），请在 Excel 里另存为 .xlsx 再检查"


def test_other_packages_are_refused():
    slides = {"[Content_Types].xml": "<Types/>", "ppt/presentation.xml": "<p/>"}
    with pytest.raises(ReadError):
        read_bytes(word.zipped(slides), "表.pptx")


def test_many_sheets_share_one_limit():
    page = sheet.sheet(*(sheet.row(number, sheet.c(f"A{number}", 1)) for number in range(1, 40)))
    with pytest.raises(ReadError, match="more than 100 cells"):
        sheet.load(page, page, page, limits=Limits(max_cells=100))
    with pytest.raises(ReadError, match="more elements in all"):
        sheet.load(*[page] * 9, limits=Limits(max_nodes=600))
