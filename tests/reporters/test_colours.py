"""A severity has one colour, whatever report shows it."""

from io import BytesIO

import openpyxl

from perf_lint.model.colours import INK, TINT
from perf_lint.reporters import html, xlsx
from perf_lint.writeback.annotate_text import annotate
from tests.reporters.sample import FULL


def test_the_page_the_list_and_the_marked_text_show_the_same_colours():
    page = html.render(FULL)
    marked = annotate("一\n", "一.txt", FULL)
    for severity, ink in INK.items():
        assert f"--{severity}: #{ink}; --{severity}-bg: #{TINT[severity]};" in page
        assert f".{severity}{{border-color:#{ink}}}" in marked
    rows = list(openpyxl.load_workbook(BytesIO(xlsx.render(FULL))).worksheets[0].iter_rows(min_row=2))
    shown = {row[1].value: row[1].font.color.rgb for row in rows if row[1].value}
    assert shown == {"错误": "FFB3372B", "提示": "FF33658A"}
