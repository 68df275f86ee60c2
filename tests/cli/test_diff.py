"""`perf-lint diff OLD NEW`: the five states on the screen, in the page and in the list, whatever moved or was renamed."""

import re
from io import BytesIO

import openpyxl
import pytest

from tests.cli.conftest import HEAD

FORM = HEAD + "{rows}\n"
LEFT = "\t产出指标\t时效指标\t指标1：设备更新完成时间\t2025年2月30日前\n"
QUALITY = "\t产出指标\t质量指标\t指标1：保安持证上岗率\t{}\n"
RULES = ("--select", "AMT201", "--select", "DAT301", "--select", "VAL505")
COSTS = "\t产出指标\t成本指标\t指标1：保安服务费\t38万元\n\t产出指标\t成本指标\t指标2：设备更新费\t18万元\n"


def text(project, total, *rows):
    return FORM.format(project=project, total=total, rows="".join(rows))


OLD = {
    "教育/安防.txt": text("校园安全防护项目", "57", COSTS, LEFT, QUALITY.format("52人")),
    "教育/供餐.txt": text("学校供餐项目", "56", COSTS, LEFT),
}
NEW = {
    "上报/安防（定稿）.txt": text("校园安全防护项目", "56", QUALITY.format("60人"), COSTS, LEFT),
    "上报/供餐.txt": text("学校供餐项目", "58", COSTS, LEFT.replace("2月30日", "3月30日")),
}
MESSAGES = {
    "old total": "成本指标合计 56 万元，年度资金总额 57 万元，相差 1 万元",
    "date": "「2025年2月30日」不是真实的日期：2025年2月只有 28 天",
    "new total": "成本指标合计 56 万元，年度资金总额 58 万元，相差 2 万元",
}


@pytest.fixture
def diff(perf_lint, home):
    for folder, files in (("旧", OLD), ("新", NEW)):
        for name, content in files.items():
            path = home / folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, "utf-8")
    return lambda *words: perf_lint("diff", "旧", "新", *RULES, *words)


def test_on_the_screen(diff, monkeypatch):
    monkeypatch.setenv("COLUMNS", "100")
    code, out, _ = diff()
    assert code == 1
    assert (
        re.sub(r"第\d+行", "第N行", out)
        == f"""\
学校供餐项目

改好    {MESSAGES["date"]}  DAT301
新增    第N行  {MESSAGES["new total"]}  AMT201

校园安全防护项目

改好    {MESSAGES["old total"]}  AMT201
未改    第N行  {MESSAGES["date"]}  DAT301
改动    第N行  「保安持证上岗率」按名称应以百分数计，指标值「60人」却用「人」  VAL505

整改对照：改好 2，未改 1，改动 1，新增 1
"""
    )


def test_in_the_page(diff, home):
    assert diff("-f", "html=对照.html")[0] == 1
    page = (home / "对照.html").read_text("utf-8")
    assert re.findall(r'<span class="state[ \w]*">([^<]*)</span>', page.split("<main")[0]) == [
        "改好 2", "未改 1", "改动 1", "新增 1",
    ]  # fmt: skip
    cards = re.findall(
        r'<span class="code">(\w+)</span>\s*<span class="place">[^<]*</span>\s*<span class="state (\w+)">', page
    )
    assert sorted(cards) == [("AMT201", "new"), ("DAT301", "unchanged"), ("VAL505", "changed")]
    gone = page.split("<h2>改好</h2>")[1].split("</section>")[0]
    assert re.findall(r"<h3>([^<]*)</h3>", gone) == ["学校供餐项目", "校园安全防护项目"]
    assert re.findall(r"</span> ([^<]*)</li>", gone) == [MESSAGES["date"], MESSAGES["old total"]]


def test_in_the_list(diff, home):
    diff("-f", "xlsx=对照.xlsx")
    sheet = openpyxl.load_workbook(BytesIO((home / "对照.xlsx").read_bytes())).worksheets[0]
    rows = [[cell.value or "" for cell in row] for row in sheet.iter_rows()]
    assert rows[0][-1] == "整改情况"
    assert sorted((row[-1], row[2], row[4]) for row in rows[1:]) == [
        ("改动", "VAL505", "校园安全防护项目"),
        ("改好", "AMT201", "校园安全防护项目"),
        ("改好", "DAT301", "学校供餐项目"),
        ("新增", "AMT201", "学校供餐项目"),
        ("未改", "DAT301", "校园安全防护项目"),
    ]
    assert sheet.auto_filter.ref == "A1:O6"


def test_only_new_findings_count(diff, home):
    new = home / "新" / "上报" / "供餐.txt"
    new.write_text(OLD["教育/供餐.txt"], "utf-8")
    (home / "新" / "上报" / "安防（定稿）.txt").write_text(OLD["教育/安防.txt"], "utf-8")
    code, out, _ = diff()
    assert code == 0
    assert out.endswith("整改对照：改好 0，未改 4，改动 0，新增 0\n")


def test_in_english(diff):
    out = diff("--lang", "en")[1]
    assert out.endswith("Comparison: 2 fixed, 1 left, 1 changed, 1 new\n")


def test_what_has_no_form_any_more_is_not_called_repaired(diff, home, monkeypatch):
    monkeypatch.setenv("COLUMNS", "100")
    (home / "新" / "上报" / "安防（定稿）.txt").write_text(OLD["教育/安防.txt"], "utf-8")
    (home / "新" / "上报" / "供餐.txt").write_bytes(b"")
    code, out, _ = diff("--select", "SRC001", "-f", "html=对照.html", "-f", "xlsx=对照.xlsx")
    assert code == 2
    assert (
        re.sub(r"第\d+行", "第N行", out)
        == f"""\
新/上报/供餐.txt

新增    整个文件  文件是空的  SRC001

校园安全防护项目

未改    第N行  {MESSAGES["old total"]}  AMT201
未改    第N行  {MESSAGES["date"]}  DAT301
未改    第N行  「保安持证上岗率」按名称应以百分数计，指标值「52人」却用「人」  VAL505

学校供餐项目

缺表    {MESSAGES["date"]}  DAT301

整改对照：改好 0，未改 3，改动 0，新增 1，缺表 1
缺表：新版本里没有这个项目的表，或文件读不了，不能算改好
"""
    )
    page = (home / "对照.html").read_text("utf-8")
    absent = page.split("<h2>缺表</h2>")[1].split("</section>")[0]
    assert absent == (
        "<p>缺表：新版本里没有这个项目的表，或文件读不了，不能算改好</p><h3>学校供餐项目</h3>"
        f'<ul><li><span class="code">DAT301</span> {MESSAGES["date"]}</li></ul>'
    )
    assert "<h2>改好</h2>" not in page
    sheet = openpyxl.load_workbook(BytesIO((home / "对照.xlsx").read_bytes())).worksheets[0]
    assert sorted(cell.value for cell in sheet["O"]) == ["整改情况", "新增", "未改", "未改", "未改", "缺表"]


def test_a_part_of_the_files_says_nothing_of_the_rest_of_a_baseline(diff, perf_lint):
    diff()
    perf_lint("baseline", "create", "旧", "--baseline", "基线.json", *RULES)
    code, out, _ = perf_lint("check", "新/上报/供餐.txt", "--baseline", "基线.json", *RULES)
    assert code == 1
    assert "基线中有 1 处已经改好" in out
    pruned = perf_lint("baseline", "prune", "新/上报/供餐.txt", "--baseline", "基线.json", *RULES)
    assert pruned == (0, "", "去掉 1 个已改好的，还剩 3 个\n其中 3 个的表这次没有查到，原样留着\n")


def test_an_unreadable_old_version(diff, home):
    (home / "旧" / "坏.docx").write_bytes(b"PK\x03\x04")
    assert diff()[0] == 2


def test_a_baseline_shows_its_states_in_page_and_list(diff, perf_lint, home):
    diff()
    perf_lint("baseline", "create", "旧", "--baseline", "基线.json", *RULES)
    code, _, _ = perf_lint("check", "新", "--baseline", "基线.json", *RULES, "-f", "html=页.html", "-f", "xlsx=单.xlsx")
    assert code == 1
    assert re.findall(r'<span class="state (new|changed)">(?:新增|改动)</span>', (home / "页.html").read_text("utf-8"))
    sheet = openpyxl.load_workbook(BytesIO((home / "单.xlsx").read_bytes())).worksheets[0]
    assert sorted(cell.value for cell in sheet["O"]) == ["改动", "改好", "改好", "整改情况", "新增"]


def test_a_file_of_the_old_version_that_cannot_be_read_is_named(perf_lint, home):
    for folder, content in (("旧", b"PK\0\1"), ("新", text("校园安全防护项目", "57", COSTS).encode())):
        (home / folder).mkdir()
        (home / folder / "表.txt").write_bytes(content)
    code, out, err = perf_lint("diff", "旧", "新", *RULES)
    assert code == 2
    assert err.startswith("旧/表.txt：")
    assert "整改对照：改好 0，未改 0，改动 0，新增 1" in out
