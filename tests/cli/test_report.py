"""`perf-lint report`: three documents for the reviewer."""

import re
from io import BytesIO

import docx
import openpyxl

FILES = ("审核意见.docx", "问题清单.xlsx", "检查报告.html")
ENGLISH = ("review.docx", "findings.xlsx", "report.html")


def written(folder, names=FILES):
    return {name: (folder / name).read_bytes() for name in names if (folder / name).exists()}


def test_three_documents_that_tell_the_same(perf_lint, form, home):
    form(total="57", day="2025年2月30日")
    code, out, err = perf_lint("report", "表.txt", "--select", "AMT201", "--select", "DAT301")
    assert (code, out, err) == (0, "", "".join(f"已写入 {name}\n" for name in FILES))
    files = written(home)
    message = "成本指标合计 56 万元，年度资金总额 57 万元，相差 1 万元"
    text = "\n".join(p.text for p in docx.Document(BytesIO(files["审核意见.docx"])).paragraphs)
    assert f"【错误】{message}" in text
    sheet = openpyxl.load_workbook(BytesIO(files["问题清单.xlsx"])).worksheets[0]
    assert next((row[2].value, row[9].value) for row in sheet.iter_rows(min_row=2)) == ("AMT201", message)
    assert sheet.max_row == 3
    assert f'<p class="message">{message}</p>' in files["检查报告.html"].decode()


def test_the_same_input_gives_the_same_documents(perf_lint, form, home):
    form(total="57")
    for folder in ("一", "二"):
        perf_lint("report", "表.txt", "-o", folder)
    first, second = written(home / "一"), written(home / "二")
    assert first["检查报告.html"] == second["检查报告.html"]
    for name, read in (("审核意见.docx", paragraphs), ("问题清单.xlsx", cells)):
        assert read(first[name]) == read(second[name])


def paragraphs(data):
    return [p.text for p in docx.Document(BytesIO(data)).paragraphs]


def cells(data):
    return [list(sheet.values) for sheet in openpyxl.load_workbook(BytesIO(data))]


def test_nothing_is_overwritten_and_nothing_half_done(perf_lint, form, home):
    form()
    (home / "检查报告.html").write_text("上一次的")
    code, _, err = perf_lint("report", "表.txt")
    assert code == 2
    assert err == "perf-lint: 检查报告.html 已经存在；要覆盖请加 --force，或用 -o 写到别的目录\n"
    assert list(written(home)) == ["检查报告.html"]
    assert (home / "检查报告.html").read_text() == "上一次的"
    assert perf_lint("report", "表.txt", "--force")[0] == 0
    assert len(written(home)) == 3


def test_english(perf_lint, form, home):
    form()
    code, _, err = perf_lint("report", "表.txt", "--lang", "en", "-o", "out")
    assert (code, err) == (0, "".join(f"wrote out/{name}\n" for name in ENGLISH))
    assert len(written(home / "out", ENGLISH)) == 3


def test_unreadable_files_are_in_the_report_and_in_the_exit_code(perf_lint, form, home):
    form()
    (home / "坏.docx").write_bytes(b"PK\x03\x04")
    code, _, _ = perf_lint("report", "表.txt", "坏.docx")
    assert code == 2
    rows = [cell.text for t in docx.Document(home / "审核意见.docx").tables for row in t.rows for cell in row.cells]
    assert "坏.docx" in rows


def test_no_form(perf_lint, home):
    (home / "信.txt").write_text("各位同事：明天开会。\n", "utf-8")
    assert perf_lint("report", "信.txt")[0] == 3


def test_a_file_that_cannot_be_read_is_named_once_in_every_report(perf_lint, form, home):
    form()
    (home / "空.txt").write_bytes(b"")
    assert perf_lint("report", ".", "--lang", "en", "--select", "SRC001")[0] == 2
    said = [part.text for part in docx.Document(str(home / "review.docx")).paragraphs if part.text]
    assert said[said.index("2. Findings") + 1 : said.index("3. Not evaluated")] == [
        "Error: the file is empty", "Place: ./空.txt, whole file", "Asked of the unit: get the file again",
        "Rule: SRC001",
    ]  # fmt: skip
    page = (home / "report.html").read_text("utf-8")
    assert re.findall(r'<span class="place">([^<]*)</span>', page) == ["./空.txt"]
    assert "unusable files" not in page.split("</header>")[1]
    assert perf_lint("check", "空.txt", "-f", "github")[1] == (
        "::error file=空.txt,title=SRC001 文件无法读取::整个文件 文件是空的\n"
    )
    assert perf_lint("check", "空.txt", "-f", "github", "--ignore", "SRC001")[1] == (
        "::error file=空.txt,title=读不了这个文件::文件是空的\n"
    )


def test_a_report_of_ours_is_no_form_even_where_it_is_named_outright(perf_lint, form, home):
    form()
    perf_lint("report", "表.txt")
    for name in FILES:
        code, out, _ = perf_lint("check", name)
        assert code == 2
        assert f"{name}\n\n错误    整个文件  SRC001\n        这是本程序写的检查报告，不是绩效目标表\n" in out
    made = docx.Document()  # of the same name, by somebody else
    made.add_paragraph("各位同事：明天开会。")
    made.save(home / "审核意见.docx")
    assert "文件里没有找到绩效目标表" in perf_lint("check", "审核意见.docx")[1]
