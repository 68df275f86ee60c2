import re
import shutil
import subprocess

import pytest

from perf_lint.reporters.html import render
from perf_lint.reporters.html.sheet import sheet_body, sheet_head
from tests.reporters.sample_run import REPORT, SCHOOL

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


def test_markup_in_names_stays_text():
    page = render(REPORT)
    assert "校园安全<b>防护</b>" not in page
    assert page.count("校园安全&lt;b&gt;防护&lt;/b&gt;") == 2  # heading and table cell


def test_page_asks_the_network_for_nothing():
    page = render(REPORT)
    assert not re.findall(r"(?:src|href)=\"(?!#)|url\(|@import|https?://", page)
    assert "default-src 'none'" in page


def test_bars_that_are_not_drawn_are_counted():
    finding = REPORT.findings[0]
    many = tuple(finding._replace(rule=f"XYZ1{number:02d}") for number in range(12) for _ in range(1 + (number > 9)))
    page = render(REPORT._replace(findings=many))
    plot = page.split('<section class="plot">')[1].split("</section>")[0]
    assert re.findall(r'<th scope="row">(\S+)[^<]*</th>.*?<td class="n">(\d+)</td>', plot) == [
        ("XYZ110", "2"), ("XYZ111", "2"), *((f"XYZ10{number}", "1") for number in range(8)), ("其余", "2"),
    ]  # fmt: skip
    assert "其余 2 项" in plot
    assert "其余" not in render(REPORT)


def test_levels_are_merged_as_in_the_form():
    rows = [[(cell.text, cell.rows) for cell in row] for row in sheet_body(SCHOOL)]
    assert rows == [
        [("产出指标", 4), ("数量指标（必填硬性指标）", 1), ("指标1：配备保安的学校数量", 1), ("≥26所", 1)],
        [("质量指标", 1), ("持证上岗率", 1), ("52人", 1)],
        [("成本指标", 2), ("保安服务费", 1), ("约3万元", 1)],
        [("宣传活动经费", 1), ("约4万元", 1)],
        [("满意度指标", 1), ("服务对象满意度指标", 1), ("家长满意度", 1), ("≥90%", 1)],
    ]


def test_head_shows_every_printed_field_once():
    cells = [(cell.text, cell.path, cell.columns) for row in sheet_head(SCHOOL, "zh") for cell in row if not cell.label]
    assert cells == [
        ("校园安全<b>防护</b>", "project_name", 1),
        ("清河县教育局 (105001)", "department", 1),
        ("清河县教育局", "implementing_unit", 1),
        ("2025年", "period", 1),
        ("6万元", "funding.total", 1),
        ("6万元", "funding.fiscal", 1),
        ("", "funding.other", 3),
        ("目标1：配齐保安；\n目标2：开展宣传。", "goal", 3),
    ]


def test_english_page_has_no_chinese_words_of_its_own():
    page = render(REPORT, "en")
    body = re.sub(r"<style>.*?</style>|<script>.*?</script>", "", page, flags=re.DOTALL)
    chrome = re.findall(r"<(?:h1|summary|dt|label)[^>]*>[^<]*", body)
    assert chrome
    assert not [text for text in chrome if re.search(r"[\u4e00-\u9fff]", text)]


@pytest.mark.browser
@pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
def test_browser_draws_marks_and_filters(tmp_path):
    page = render(REPORT).replace(
        "</body>",
        "<script>document.getElementById('search').value='卫生室';"
        "document.getElementById('search').dispatchEvent(new Event('input'));"
        "document.title=[...document.querySelectorAll('.form')].map(f=>f.hidden).join()</script></body>",
    )
    file = tmp_path / "page.html"
    file.write_text(page, "utf-8")
    done = subprocess.run(
        [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run",
         f"--user-data-dir={tmp_path / 'profile'}", "--dump-dom", file.as_uri()],
        capture_output=True, text=True, timeout=120, check=True,
    )  # fmt: skip
    assert "<title>true,false</title>" in done.stdout
    assert re.search(r'class="\s*marked error">6万元<a class="badge error" href="#form-1-f1">1</a>', done.stdout)
