import csv
import json
from io import StringIO
from xml.etree import ElementTree as ET

import pytest
from inline_snapshot import snapshot

from perf_lint import reporters
from perf_lint.model.finding import FileReport
from perf_lint.model.words import Words
from perf_lint.reporters import csv as csv_format
from perf_lint.reporters import github, gitlab, junit, markdown
from tests.reporters.sample import DATE, EMPTY, FULL, SUM


def test_formats_are_found_by_listing():
    assert {"csv", "github", "gitlab", "html", "json", "jsonl", "junit", "markdown", "sarif", "terminal"} <= set(
        reporters.available()
    )
    assert reporters.load("places") is None
    assert reporters.load("__init__") is None
    assert reporters.load("../cli") is None


def test_github_annotations():
    assert github.render(FULL) == snapshot("""\
::error file=2024/坏.docx,title=读不了这个文件::不是 Word 文件，内容是一张图片
::error file=2024/禁毒.txt,line=9,col=1,title=AMT201 成本指标合计与年度资金总额不一致::成本指标合计 7 万元，年度资金总额 6 万元，相差 1 万元%0A3 + 4 = 7 ≠ 6 万元
::notice file=2024/禁毒.txt,line=17,col=1,title=VAL512 指标值写法不规范::“达90%25以上”宜写作“≥90%25”
::error file=2024/目标表.xlsx,title=DAT301 日期不存在::项目表!D12 2024年6月没有31日
""")


def test_github_escapes_what_would_end_a_field_or_a_command():
    (line,) = github.render(
        EMPTY._replace(
            findings=(SUM._replace(message="一\n::error::二%", show="", place=SUM.place._replace(file="a,b:c.txt")),),
        )
    ).splitlines()
    assert line == "::error file=a%2Cb%3Ac.txt,line=9,col=1,title=AMT201 cost-sum-mismatch::一%0A::error::二%25"


STEERING = SUM._replace(message="一\x1b[31m红\u202e二", show="")


def test_github_and_markdown_take_out_what_could_steer_a_terminal():
    report = FULL._replace(findings=(STEERING,))
    assert github.render(report).splitlines()[-1].endswith("::一[31m红二")
    assert "| 一\\[31m红二 |" in markdown.render(report)
    problem = Words("坏\x07了", "bro\x07ken")
    report = EMPTY._replace(files=(FileReport("甲\x1b]0;乙.txt", problem=problem),))
    assert github.render(report) == "::error file=甲]0;乙.txt,title=读不了这个文件::坏了\n"
    assert "- 甲\\]0;乙.txt: 坏了\n" in markdown.render(report)


def test_gitlab_code_quality():
    assert json.loads(gitlab.render(FULL)) == snapshot(
        [
            {
                "description": "成本指标合计 7 万元，年度资金总额 6 万元，相差 1 万元",
                "check_name": "AMT201",
                "fingerprint": "0123456789abcdef",
                "severity": "major",
                "location": {"path": "2024/禁毒.txt", "lines": {"begin": 9}},
            },
            {
                "description": "“达90%以上”宜写作“≥90%”",
                "check_name": "VAL512",
                "fingerprint": "fedcba9876543210",
                "severity": "info",
                "location": {"path": "2024/禁毒.txt", "lines": {"begin": 17}},
            },
            {
                "description": "项目表!D12 2024年6月没有31日",
                "check_name": "DAT301",
                "fingerprint": "aaaabbbbccccdddd",
                "severity": "major",
                "location": {"path": "2024/目标表.xlsx", "lines": {"begin": 12}},
            },
        ]
    )


def test_gitlab_gets_no_fingerprint_twice():
    issues = json.loads(gitlab.render(FULL._replace(findings=(SUM, SUM))))
    assert [issue["fingerprint"] for issue in issues] == ["0123456789abcdef", "0123456789abcdef-2"]


def test_csv_rows():
    rows = list(csv.DictReader(StringIO(csv_format.render(FULL).removeprefix("\ufeff"))))
    assert rows[2] == snapshot(
        {
            "文件": "2024/目标表.xlsx",
            "第几张表": "1",
            "项目": '\'=HYPERLINK("http://x")',
            "位置": "项目表!D12",
            "栏目": "指标值 · 设备采购完成时间",
            "原文": "2024年6月31日",
            "级别": "错误",
            "规则": "DAT301",
            "问题": "2024年6月没有31日",
            "算式": "",
            "怎么改": "核对后改为该月的最后一天：2024年6月30日",
            "指纹": "aaaabbbbccccdddd",
        }
    )
    assert [row["规则"] for row in rows] == ["AMT201", "VAL512", "DAT301"]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1", " =1"])
def test_no_cell_is_a_formula(text):
    assert csv_format.inert(text) == f"'{text}"
    (row,) = csv.DictReader(
        StringIO(csv_format.render(FULL._replace(findings=(SUM._replace(text=text),))).removeprefix("\ufeff"))
    )
    assert row["原文"] == f"'{text}"


@pytest.mark.parametrize("text", ["≥90%", "1-2", "约3万元", ""])
def test_harmless_cells_stay_as_they_are(text):
    assert csv_format.inert(text) == text


def test_junit_suites():
    assert junit.render(FULL) == snapshot("""\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="perf-lint" tests="6" failures="2" errors="1" skipped="2">
  <testsuite name="2024/禁毒.txt #1 禁毒工作经费" tests="4" failures="1" errors="0" skipped="2">
    <testcase name="AMT201 第9行" classname="2024/禁毒.txt">
      <failure message="成本指标合计 7 万元，年度资金总额 6 万元，相差 1 万元" type="error">第9行 成本指标合计 7 万元，年度资金总额 6 万元，相差 1 万元
3 + 4 = 7 ≠ 6 万元
6</failure>
    </testcase>
    <testcase name="VAL512 第17行" classname="2024/禁毒.txt">
      <system-out>第17行 “达90%以上”宜写作“≥90%”
达90%以上</system-out>
    </testcase>
    <testcase name="VAL511" classname="2024/禁毒.txt">
      <skipped message="年中追加，金额以批复为准" />
    </testcase>
    <testcase name="AMT202" classname="2024/禁毒.txt">
      <skipped message="没有填写其他资金" />
    </testcase>
  </testsuite>
  <testsuite name="2024/目标表.xlsx #1 =HYPERLINK(&quot;http://x&quot;)" tests="1" failures="1" errors="0" skipped="0">
    <testcase name="DAT301 项目表!D12" classname="2024/目标表.xlsx">
      <failure message="2024年6月没有31日" type="error">项目表!D12 2024年6月没有31日
2024年6月31日</failure>
    </testcase>
  </testsuite>
  <testsuite name="2024/坏.docx" tests="1" failures="0" errors="1" skipped="0">
    <testcase name="文件可以读取" classname="2024/坏.docx">
      <error message="不是 Word 文件，内容是一张图片" />
    </testcase>
  </testsuite>
</testsuites>
""")


def test_junit_tells_once_that_a_file_cannot_be_read():
    broken = FULL.files[-1]
    unread = SUM._replace(rule="SRC001", form=None, place=SUM.place._replace(file=broken.path))
    root = ET.fromstring(
        junit.render(FULL._replace(files=(broken,), findings=(unread,), suppressed=(), not_evaluated=()))
    )
    assert root.attrib == {"name": "perf-lint", "tests": "1", "failures": "0", "errors": "1", "skipped": "0"}
    assert [error.get("message") for error in root.iter("error")] == ["不是 Word 文件，内容是一张图片"]


def test_junit_holds_no_character_that_xml_forbids():
    root = ET.fromstring(junit.render(FULL._replace(findings=(DATE._replace(message="\x00一\x1b<b>"),))).encode())
    assert [failure.get("message") for failure in root.iter("failure")] == ["\ufffd一\ufffd<b>"]


def test_junit_of_a_clean_run_has_a_passed_case():
    root = ET.fromstring(
        junit.render(FULL._replace(findings=(), not_evaluated=(), suppressed=(), files=FULL.files[1:2])).encode()
    )
    assert root.attrib == {"name": "perf-lint", "tests": "1", "failures": "0", "errors": "0", "skipped": "0"}


def test_markdown_page():
    assert markdown.render(FULL) == snapshot("""\
检查了 3 个文件、2 张表、5 条指标：2 个错误，1 条提示

另有：1 处已屏蔽，1 处未评估，1 格未读，1 个文件读不了，1 次规则故障

## 禁毒工作经费

2024/禁毒.txt #1

| 级别 | 位置 | 栏目 | 问题 | 规则 |
| --- | --- | --- | --- | --- |
| 错误 | 第9行 | 资金总额 | 成本指标合计 7 万元，年度资金总额 6 万元，相差 1 万元<br>3 + 4 = 7 ≠ 6 万元 | AMT201 |
| 提示 | 第17行 | 指标值 · 群众满意度 | “达90%以上”宜写作“≥90%” | VAL512 |
| 未评估 | 第9行 |  | 没有填写其他资金 | AMT202 |

## =HYPERLINK("http://x")

2024/目标表.xlsx #1

| 级别 | 位置 | 栏目 | 问题 | 规则 |
| --- | --- | --- | --- | --- |
| 错误 | 项目表!D12 | 指标值 · 设备采购完成时间 | 2024年6月没有31日 | DAT301 |

## 读不了的文件（没有检查，不等于没有问题）

- 2024/坏.docx: 不是 Word 文件，内容是一张图片

## 说明

- 2024/目标表.xlsx：第 7 行是隐藏行，内容一并检查
- perf-lint.yaml:12：这条不计理由没有对应的问题
""")


def test_markdown_keeps_a_document_s_words_text():
    text = markdown.render(FULL._replace(findings=(SUM._replace(message="<img src=x> | [a](b) `c`\n# d"),)))
    assert "\\<img src=x\\> \\| \\[a\\](b) \\`c\\` \\# d" in text
