import zipfile
from io import BytesIO

import docx

from perf_lint.model.finding import FileReport, Report
from perf_lint.reporters.docx import render
from perf_lint.reporters.docx.sections import write_sections
from perf_lint.reporters.docx.style import new_document
from tests.reporters.sample import SUM, text_form
from tests.reporters.sample_run import REPORT


def paragraphs(data):
    return [p.text for p in docx.Document(BytesIO(data)).paragraphs if p.text]


def test_whole_text_in_order():
    assert paragraphs(render(REPORT)) == [
        "项目支出绩效目标审核意见",
        "填报单位：清河县教育局、清河县卫健局",
        "审核规则：core 2026.1，cn-2015 2026.1",
        "一、审核范围",
        "二、审核发现",
        "1. 校园安全<b>防护</b>",
        "来源：提升.txt 第1张表",
        "【错误】成本指标合计 7 万元，年度资金总额 6 万元，相差 1 万元",
        "位置：第6行，“6万元”",
        "算式：3 + 4 = 7 ≠ 6 万元",
        "相关位置：第15行 约3万元；第16行 约4万元",
        "请单位：核对各项成本。",
        "依据：《中央部门预算绩效目标管理办法》（财预〔2015〕88号）",
        "规则：AMT201",
        "【警告】“持证上岗率”是比率，指标值却写成 52人",
        "位置：第14行，“52人”",
        "请单位：改写为百分数，例如 ≥95%",
        "规则：VAL505",
        "三、未能评估的事项",
        "下列规则因表中缺少内容而不能判断，不等于通过。",
        "四、未能读取的内容",
        "五、审核意见",
        "本次共审核绩效目标表 2 张，发现错误 1 处、警告 1 处、提示 0 处，未评估 1 项，已屏蔽 0 处。",
        "审核结论：□ 通过　□ 修改后通过　□ 退回重报",
        "审核人：　　　　　　　　　　复核人：",
        "审核单位（盖章）：",
        "　　　　年　　月　　日",
    ]


def test_tables_hold_scope_gaps_and_unread():
    tables = docx.Document(BytesIO(render(REPORT))).tables
    assert [[[cell.text for cell in row.cells] for row in table.rows[1:]] for table in tables] == [
        [
            ["1", "校园安全<b>防护</b>", "清河县教育局", "6", "5", "1 / 1 / 0"],
            ["2", "村卫生室运行补助", "清河县卫健局", "—", "0", "0 / 0 / 0"],
        ],
        [["AMT201", "村卫生室运行补助", "第33行", "缺资金总额"], ["XRF999", "提升.txt", "—", "ZeroDivision"]],
        [["损坏.docx", "—", "文件不完整，读不出来。"], ["提升.txt", "第20行", "（此行无人认领）"]],
    ]


def test_document_names_no_program_and_no_time_of_its_own():
    one, two = (zipfile.ZipFile(BytesIO(render(REPORT))).read("word/document.xml") for _ in range(2))
    assert one == two


class Counted(list):
    """Findings that count how often they are gone through."""

    passes = 0

    def __iter__(self):
        type(self).passes += 1
        return super().__iter__()


def passes(files):
    """Count the passes over the findings that a report with so many files takes."""
    names = [f"{number}.txt" for number in range(files)]
    findings = Counted([SUM._replace(place=SUM.place._replace(file=name)) for name in names])
    Counted.passes = 0
    report = Report(tuple(FileReport(name, "text", (text_form(),)) for name in names), findings)
    write_sections(new_document(), report, "zh")
    return Counted.passes


def test_more_forms_take_no_more_passes_over_the_findings():
    assert passes(1) == passes(9)


def test_pages_break_between_findings_and_rows():
    document = docx.Document(BytesIO(render(REPORT)))
    kept = [p.text for p in document.paragraphs if p.paragraph_format.keep_with_next]
    assert kept == [p.text for p in document.paragraphs if p.text.startswith(("来源", "【"))]
    rows = [row._tr.xml for table in document.tables for row in table.rows]
    assert all("w:cantSplit" in row for row in rows)
    assert sum("w:tblHeader" in row for row in rows) == len(document.tables)
