"""What stands outside findings (an unused or expired suppression, a reader's remark) is in every format that people read."""

from io import BytesIO

import docx
import openpyxl
import pytest

from perf_lint import reporters
from perf_lint.model.document import Remark
from perf_lint.model.place import Place
from perf_lint.model.words import Words
from tests.reporters.sample_run import FILE, REPORT

UNUSED = Words(
    "屏蔽没有用到，可以删去：perf-lint.yaml:3 VAL501", "suppression not used, it may go: perf-lint.yaml:3 VAL501"
)
HIDDEN = Words("有隐藏的行", "a row is hidden")
SAID = {
    "zh": (f"{FILE} 第4行：有隐藏的行", UNUSED.zh),
    "en": (f"{FILE} line 4: a row is hidden", UNUSED.en),
}
RUN = REPORT._replace(
    files=(REPORT.files[0]._replace(remarks=(Remark("hidden-row", HIDDEN, Place(FILE, line=4)),)), REPORT.files[1]),
    warnings=(UNUSED,),
)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_html_lists_them(lang):
    page = reporters.load("html").render(RUN, lang)
    assert all(f"<li>{line}</li>" in page for line in SAID[lang])


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_markdown_lists_them_last(lang):
    text = reporters.load("markdown").render(RUN, lang)
    title = {"zh": "说明", "en": "Notes"}[lang]
    assert text.endswith(f"\n\n## {title}\n\n- {SAID[lang][0]}\n- {SAID[lang][1]}\n")


def test_the_opinion_has_a_section_of_its_own():
    made = docx.Document(BytesIO(reporters.load("docx").render(RUN)))
    headings = [p.text for p in made.paragraphs if p.style.name == "Heading 1"]
    assert headings[-2:] == ["五、需要说明的事项", "六、审核意见"]
    assert [[cell.text for cell in row.cells] for row in made.tables[-1].rows] == [
        ["文件", "位置", "说明"], [FILE, "第4行", HIDDEN.zh], ["—", "—", UNUSED.zh],
    ]  # fmt: skip


def test_the_list_has_them_on_its_last_sheet():
    sheet = openpyxl.load_workbook(BytesIO(reporters.load("xlsx").render(RUN))).worksheets[2]
    rows = [[cell or "" for cell in row] for row in sheet.iter_rows(values_only=True)]
    assert rows[-2:] == [["说明", "", "", FILE, "第4行", HIDDEN.zh], ["说明", "", "", "", "", UNUSED.zh]]
