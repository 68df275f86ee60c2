"""The page in a real browser: search, filters, keys, colours, paper."""

import json
import re
import shutil
import subprocess
from html import unescape

import pypdfium2
import pytest

from perf_lint.model.form import ReadForm
from perf_lint.reporters.html import render
from tests.reporters.sample_run import CLINIC, COST, FILE, RATE, REPORT, SCHOOL

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed"),
]
OPTIONS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")
LONG = CLINIC._replace(index=3, project_name="甲" * 400, goal="很长的目标" * 200)
RUN = REPORT._replace(
    files=(
        REPORT.files[0]._replace(forms=(*REPORT.files[0].forms, ReadForm(LONG, REPORT.files[0].forms[1].source))),
        REPORT.files[1],
    ),
)
ACTIONS = """
const all = (selector) => [...document.querySelectorAll(selector)];
const shown = () => all('.form').map((form) => !form.hidden);
const said = {};
const search = document.getElementById('search');
const type = (text) => { search.value = text; search.dispatchEvent(new Event('input')); };
const tick = (box) => { box.click(); };
const key = (name, target = document) => target.dispatchEvent(new KeyboardEvent('keydown', {key: name, bubbles: true}));
const ground = () => getComputedStyle(document.body).backgroundColor;
said.wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
said.start = shown();
type('卫生室'); said.clinic = shown();
type('校园 安全'); said.words = shown();
type('没有这样的词'); said.nothing = [shown(), !document.getElementById('nothing').hidden];
key('Escape', search); said.escaped = [search.value, shown()];
tick(document.getElementById('only')); said.only = shown();
tick(document.querySelector('[data-show=error]')); tick(document.querySelector('[data-show=warning]'));
said.none = [shown(), all('.finding').every((item) => item.hidden)];
tick(document.querySelector('[data-show=warning]'));
said.warnings = all('.finding').map((item) => !item.hidden);
tick(document.querySelector('[data-show=error]')); tick(document.getElementById('only'));
key('j'); said.first = document.activeElement.id;
key('j'); said.second = document.activeElement.id;
key('j'); said.around = document.activeElement.id;
key('k'); said.back = document.activeElement.id;
key('/'); said.slash = document.activeElement.id;
document.querySelector('a.badge').click(); said.badge = document.activeElement.id;
const light = ground();
document.getElementById('theme').click(); said.dark = [light, ground()];
document.getElementById('theme').click(); said.light = ground();
document.title = JSON.stringify(said);
"""


def browser(folder, *words):
    command = [CHROMIUM, *OPTIONS, f"--user-data-dir={folder / 'profile'}", *words]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=True).stdout


@pytest.fixture(scope="module")
def said(tmp_path_factory):
    """Do everything that a reader does, once, and give what the page shows after each step."""
    folder = tmp_path_factory.mktemp("page")
    file = folder / "page.html"
    file.write_text(render(RUN).replace("</body>", f"<script>{ACTIONS}</script></body>"), "utf-8")
    out = browser(folder, "--window-size=1200,900", "--dump-dom", file.as_uri())
    return json.loads(unescape(re.search(r"<title>(.*?)</title>", out)[1]))


def test_search_takes_every_word_in_any_case(said):
    assert said["start"] == [True, True, True]
    assert said["clinic"] == [False, True, False]
    assert said["words"] == [True, False, False]
    assert said["nothing"] == [[False, False, False], True]
    assert said["escaped"] == ["", [True, True, True]]


def test_filters(said):
    assert said["only"] == [True, False, False]
    assert said["none"] == [[False, False, False], True]
    assert said["warnings"] == [False, True]


def test_keys_and_badges_lead_to_findings(said):
    steps = [said[step] for step in ("first", "second", "around", "back")]
    assert steps == ["form-1-f1", "form-1-f2", "form-1-f1", "form-1-f2"]
    assert said["slash"] == "search"
    assert said["badge"] == "form-1-f1"


def test_dark_and_light(said):
    assert said["dark"] == ["rgb(251, 250, 247)", "rgb(23, 25, 28)"]
    assert said["light"] == "rgb(251, 250, 247)"


def test_long_names_and_texts_never_widen_the_page(said):
    assert said["wide"] == 0


def test_on_paper_every_form_with_findings_begins_a_page_and_nothing_is_lost(tmp_path):
    file, paper = tmp_path / "page.html", tmp_path / "page.pdf"
    file.write_text(render(RUN), "utf-8")
    browser(tmp_path, "--no-pdf-header-footer", f"--print-to-pdf={paper}", file.as_uri())
    document = pypdfium2.PdfDocument(paper)
    pages = ["".join(page.get_textpage().get_text_range().split()) for page in document]
    document.close()
    whole = "".join(pages)
    for finding in (COST, RATE):
        assert "".join(finding.message.split()) in whole
    assert all("".join(row.name.split()) in whole for row in SCHOOL.indicators)
    assert "深浅色" not in whole
    begins = [number for number, text in enumerate(pages) if f"{FILE}·第" in text]
    assert whole.count(f"{FILE}·第") == 3
    assert begins[0] == 1
    assert "缺资金总额" in whole
    assert "（此行无人认领）" in whole
