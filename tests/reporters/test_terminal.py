import re

import pytest
from inline_snapshot import snapshot

from perf_lint.model.finding import FileReport, Known, Report
from perf_lint.model.form import ReadForm, SourceMap
from perf_lint.model.place import Place
from perf_lint.reporters.terminal import render
from perf_lint.reporters.terminal.blocks import finding_lines
from perf_lint.reporters.terminal.comparison import comparison_lines
from perf_lint.reporters.terminal.form import file_lines
from perf_lint.reporters.terminal.style import printed
from perf_lint.text.width import widest, width
from tests.reporters.sample import APPROXIMATE, EMPTY, FULL, SPELLING, SUM, text_form, text_place


def test_the_whole_report():
    assert render(FULL) == snapshot("""\
禁毒工作经费
某县禁毒办 · 2024年 · 2024/禁毒.txt · 第 1 张表 · 自第3行起

错误    第9行  资金总额  “6”  AMT201
        成本指标合计 7 万元，年度资金总额 6 万元，相差 1 万元
        算式    3 + 4 = 7 ≠ 6 万元
        相关    第15行 宣传费 约3万元，第16行 奖励资金 约4万元
        可能是  奖励资金写作约3万元时，3 + 3 = 6，与总额一致
        怎么改  逐项核对成本指标；哪个数字有误就改哪个，再核一遍合计。

提示    第17行  “达90%以上”宜写作“≥90%”  VAL512

未评估  AMT202：没有填写其他资金
未读    下列内容没有归入任何栏目，未参与检查：第18行 “附：另行说明”

=HYPERLINK("http://x")
2024/目标表.xlsx · 第 1 张表 · 自项目表!A1起

错误    项目表!D12  指标值 · 设备采购完成时间  “2024年6月31日”  DAT301
        2024年6月没有31日
        怎么改  核对后改为该月的最后一天：2024年6月30日

读不了的文件（没有检查，不等于没有问题）
读不了  2024/坏.docx  不是 Word 文件，内容是一张图片

没有运行成功的规则（是规则的毛病，不是表的毛病）
故障    TXT701  2024/目标表.xlsx #1  ZeroDivisionError

读取文件时注意到
注意    2024/目标表.xlsx  第 7 行是隐藏行，内容一并检查

关于这次运行
注意    perf-lint.yaml:12：这条不计理由没有对应的问题

────────────────────────────────────────
检查了 3 个文件、2 张表、5 条指标：2 个错误，1 条提示
另有：1 处已屏蔽，1 处未评估，1 格未读，1 个文件读不了，1 次规则故障
""")


def test_the_whole_report_in_english():
    assert render(FULL, "en") == snapshot("""\
禁毒工作经费
某县禁毒办 · 2024 · 2024/禁毒.txt · form 1 · from line 3

error    line 9  total funds  “6”  AMT201
         成本指标合计 7 万元，年度资金总额 6 万元，相差 1 万元
         sum      3 + 4 = 7 ≠ 6 万元
         see      line 15 宣传费 约3万元; line 16 奖励资金 约4万元
         likely   奖励资金写作约3万元时，3 + 3 = 6，与总额一致
         to do    逐项核对成本指标；哪个数字有误就改哪个，再核一遍合计。

info     line 17  “达90%以上”宜写作“≥90%”  VAL512

open     AMT202: 没有填写其他资金
unread   these texts belong to no known field and were not checked: line 18
         “附：另行说明”

=HYPERLINK("http://x")
2024/目标表.xlsx · form 1 · from 项目表!A1

error    项目表!D12  target · 设备采购完成时间  “2024年6月31日”  DAT301
         2024年6月没有31日
         to do    核对后改为该月的最后一天：2024年6月30日

Files that could not be read (not checked)
failed   2024/坏.docx  not a Word file: it holds a picture

Rules that failed (a fault of the rule)
broken   TXT701  2024/目标表.xlsx #1  ZeroDivisionError

Noticed while reading
note     2024/目标表.xlsx  row 7 is hidden; its text was checked too

About this run
note     perf-lint.yaml:12: this suppression matches nothing

────────────────────────────────────────
Checked 3 files, 2 forms, 5 indicators: 2 errors, 1 note
Also: 1 suppressed, 1 not evaluated, 1 unread cell, 1 unreadable file, 1 rule
failure
""")


LONG_NAME = "家庭医生签约服务对象人身意外伤害保险费缴纳时间"


def test_a_long_name_and_the_cells_text_share_no_line_that_is_too_short_for_both():
    form = text_form().form
    form = form._replace(indicators=(form.indicators[0]._replace(name=LONG_NAME),))
    finding = SPELLING._replace(
        severity="warning", rule="DAT301", at="indicators[0].value", text="2024年6月31日前完成",
        place=Place("a.pdf", page=1, table=1, row=12, column=5), message="没有这一天", fixes=(), related=(), show="",
    )  # fmt: skip
    assert (
        printed(finding_lines(finding, "", form, "zh", 80), colour=False)
        == """\
警告    第1页 表1 第12行第5列  指标值 · 家庭医生签约服务对象人身意外…  DAT301
        “2024年6月31日前完成”
        没有这一天
"""
    )


def test_a_form_with_long_places_stays_within_the_terminal():
    read = text_form()
    paths = [f"indicators[{index}].value" for index in range(len(read.form.indicators))]
    places = {path: Place("a.pdf", page=1, table=1, row=10 + row, column=5) for row, path in enumerate(paths)}
    source = SourceMap(places, Place("a.pdf", page=1))
    lines = printed(file_lines(FileReport("a.pdf", "pdf", (ReadForm(read.form, source),)), "en", 80), colour=False)
    rows = [line for line in lines.splitlines() if "page 1" in line]
    assert rows[0] == "    指标1 禁毒宣传活动次数    ≥12次             page 1, table 1, row 10 column 5"
    assert max(map(width, rows)) == 80


@pytest.mark.parametrize("columns", [40, 60, 80, 110])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_line_is_wider_than_the_terminal(columns, lang):
    report = FULL._replace(
        findings=(
            SUM._replace(text="很长的原文" * 30, project="项目" * 30, show="1 + 2 + 3 = 6 " * 20),
            *FULL.findings,
        ),
    )
    assert max(widest(line) for line in render(report, lang, columns=columns).splitlines()) <= columns


def test_colours_change_nothing_but_colours():
    coloured = render(FULL, colour=True)
    assert "\x1b[1;31m错误    \x1b[0m\x1b[1m第9行\x1b[0m" in coloured
    plain = "\n".join(line.rstrip() for line in re.sub(r"\x1b\[[0-9;]*m", "", coloured).split("\n"))
    assert plain == render(FULL)


def test_hints_of_one_rule_share_a_line_and_unfold_on_request():
    hints = tuple(SPELLING._replace(place=text_place(line), at=f"indicators[{line}].value") for line in range(20, 30))
    report = FULL._replace(findings=hints)
    expected = "提示    第20、21、22、23、24、25、26、27…行 共 10 处  指标值写法不规范  VAL512\n"
    assert expected in render(report)
    assert render(report, verbose=True).count("宜写作“≥90%”") == 10


def test_what_to_do_is_said_once_a_form():
    report = FULL._replace(findings=(APPROXIMATE, APPROXIMATE._replace(place=text_place(16))))
    assert render(report).count("写明确数或上限。") == 1


def test_a_finding_that_names_an_unread_cell_replaces_its_line():
    finding = APPROXIMATE._replace(rule="SRC003", at="unread[0]", place=text_place(18))
    assert "未读    " in render(FULL)
    assert "未读    " not in render(FULL._replace(findings=(finding,)))


def test_clean_forms_are_counted_and_listed_only_on_request():
    clean = text_form()
    clean = clean._replace(form=clean.form._replace(unread=()))
    report = Report(files=(FileReport("a.txt", "text", (clean,)),))
    assert render(report) == snapshot("""\
────────────────────────────────────────
检查了 1 个文件、1 张表、4 条指标：没有发现问题
""")
    assert render(report, verbose=True) == snapshot("""\
禁毒工作经费  a.txt · 第 1 张表
────────────────────────────────────────
检查了 1 个文件、1 张表、4 条指标：没有发现问题
""")


def test_a_run_without_files():
    assert render(EMPTY) == "检查了 0 个文件、0 张表、0 条指标：没有找到绩效目标表\n"
    assert render(EMPTY, "en") == "Checked 0 files, 0 forms, 0 indicators: no form was found\n"


def test_a_form_as_read():
    assert printed((line for file in FULL.files for line in file_lines(file, "zh", 80)), colour=False) == snapshot("""\
2024/禁毒.txt · 第 1 张表
项目支出预算绩效目标表（2024年度）

项目名称    禁毒工作经费
主管部门    某县公安局 (075001)
实施单位    某县禁毒办
项目属性    延续项目
项目期      2024年
年度        2024
资金总额    6 = 60000 元
财政拨款    6 = 60000 元
总体目标    开展禁毒宣传12次。

产出指标
  数量指标（必填）
    指标1 禁毒宣传活动次数               ≥12次                    第14行
  成本指标（必填）
    指标1 宣传费                         约3万元                  第15行
    指标2 奖励资金                       约4万元                  第16行
满意度指标
  服务对象满意度指标（必填）
    指标1 群众满意度                     达90%以上                第17行

未读    第18行  附：另行说明

2024/目标表.xlsx · 第 1 张表
绩效目标表

项目名称    =HYPERLINK("http://x")
资金总额    12.5 = 125000 元

产出指标
  时效指标
    设备采购完成时间                     2024年6月31日            项目表!D12

2024/坏.docx  不是 Word 文件，内容是一张图片

""")


def test_a_comparison_of_two_versions():
    gone = Known("VAL503", "两个值粘在一起", "禁毒工作经费", "indicators[0].value", "99")
    states = ("unchanged", "new", "changed")
    found = tuple(f._replace(state=s) for f, s in zip(FULL.findings, states, strict=True))
    report = FULL._replace(files=FULL.files[:2], findings=found, gone=(gone,), crashes=(), warnings=())
    assert printed(comparison_lines(report, "zh", 80), colour=False) == snapshot("""\
禁毒工作经费

改好    两个值粘在一起  VAL503
未改    第9行  成本指标合计 7 万元，年度资金总额 6 万元，相差 1 万元  AMT201
新增    第17行  “达90%以上”宜写作“≥90%”  VAL512

=HYPERLINK("http://x")

改动    项目表!D12  2024年6月没有31日  DAT301

读取文件时注意到
注意    2024/目标表.xlsx  第 7 行是隐藏行，内容一并检查

整改对照：改好 1，未改 1，改动 1，新增 1
""")


def test_a_file_that_a_finding_speaks_of_is_not_named_twice():
    finding = SUM._replace(rule="SRC001", message="读不了", at="", form=None, place=Place("2024/坏.docx"), related=())
    assert "读不了的文件" in render(FULL)
    assert "读不了的文件" not in render(FULL._replace(findings=(finding,)))


def test_a_long_name_leaves_room_for_the_cell_s_text():
    read = text_form()
    indicators = (read.form.indicators[0]._replace(name="很长的指标名称" * 9),)
    file = FileReport("2024/禁毒.txt", "text", (ReadForm(read.form._replace(indicators=indicators), read.source),))
    finding = SUM._replace(at="indicators[0].value", place=text_place(14), text="2024年6月31日前", related=())
    head = next(
        line for line in render(FULL._replace(files=(file,), findings=(finding,))).splitlines() if "错误" in line
    )
    assert head == "错误    第14行  指标值 · 很长的指标名称很长的指…  “2024年6月31日前”  AMT201"
