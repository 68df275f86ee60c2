import re

from perf_lint.model.finding import Report
from perf_lint.model.place import Place
from perf_lint.writeback.annotate_text import annotate
from tests.reporters.sample_run import COST, RATE, REPORT

TEXT = "项目名称\t<b>安保</b>\n资金总额\t6万元\n持证上岗率\t52人\n"


def page(*findings):
    return annotate(TEXT, "表.txt", Report(findings=findings, rules=REPORT.rules))


def at(finding, line, char):
    return finding._replace(place=Place("表.txt", line=line, char=char))


def test_findings_stand_below_their_lines_and_mark_their_cells():
    body = page(at(COST, 2, 6), at(RATE, 3, 7)).split("<body>")[1]
    assert re.findall(r"<pre>(.*?)</pre>", body) == [
        "项目名称\t&lt;b&gt;安保&lt;/b&gt;",
        '资金总额\t<mark style="background:#FBE3DF">6万元</mark>',
        '持证上岗率\t<mark style="background:#FDF0CF">52人</mark>',
    ]
    assert re.findall(r'class="(row|note \w+)"', body) == ["row", "row", "note error", "row", "note warning"]


def test_two_findings_on_one_cell_mark_it_once_by_the_gravest():
    both = RATE._replace(text="6万元")
    body = page(at(COST, 2, 6), at(both, 2, 6))
    assert body.count("<mark") == 1
    assert "#FBE3DF" in body


def test_a_file_without_findings_is_shown_whole():
    assert "<mark" not in page()
    assert page().count('class="row"') == 3
