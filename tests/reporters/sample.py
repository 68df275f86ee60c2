"""Hand-made reports, so that a new rule changes no reporter's test."""

from decimal import Decimal

from perf_lint.model.document import Remark
from perf_lint.model.finding import (
    FileReport,
    Finding,
    Fix,
    NotEvaluated,
    Related,
    Report,
    RuleCrash,
    RuleInfo,
    Suppressed,
)
from perf_lint.model.form import Amount, Form, Funding, Indicator, ReadForm, SourceMap
from perf_lint.model.place import Place
from perf_lint.model.words import Words

TEXT_FILE = "2024/禁毒.txt"
EXCEL_FILE = "2024/目标表.xlsx"


def text_place(line: int, snippet: str = "") -> Place:
    return Place(file=TEXT_FILE, line=line, char=1, table=1, row=line - 3, column=2, snippet=snippet)


def excel_place(cell: str, row: int, column: int, snippet: str = "") -> Place:
    return Place(file=EXCEL_FILE, sheet="项目表", cell=cell, table=1, row=row, column=column, snippet=snippet)


def text_form() -> ReadForm:
    indicators = (
        Indicator("产出指标", "数量指标", "产出指标", "数量指标", "必填", "指标1", "禁毒宣传活动次数", "≥12次"),
        Indicator("产出指标", "成本指标", "", "成本指标", "必填", "指标1", "宣传费", "约3万元"),
        Indicator("产出指标", "成本指标", "", "", None, "指标2", "奖励资金", "约4万元"),
        Indicator(
            "满意度指标",
            "服务对象满意度指标",
            "满意度指标",
            "服务对象满意度指标",
            "必填",
            "指标1",
            "群众满意度",
            "达90%以上",
        ),
    )
    form = Form(
        index=1,
        title="项目支出预算绩效目标表（2024年度）",
        year=2024,
        project_name="禁毒工作经费",
        department="某县公安局 (075001)",
        department_code="075001",
        implementing_unit="某县禁毒办",
        attribute="延续项目",
        period="2024年",
        goal="开展禁毒宣传12次。",
        funding=Funding(
            Amount("6", Decimal(60000), "万元", "header"),
            Amount("6", Decimal(60000), "万元", "header"),
            header_unit="万元",
        ),
        framework="cn-2015",
        indicators=indicators,
        unread=("附：另行说明",),
    )
    places = {
        "title": text_place(3, "项目支出预算绩效目标表（2024年度）"),
        "funding.total": text_place(9, "6"),
        "indicators[0].value": text_place(14, "≥12次"),
        "indicators[1].value": text_place(15, "约3万元"),
        "indicators[2].value": text_place(16, "约4万元"),
        "indicators[3].value": text_place(17, "达90%以上"),
        "unread[0]": text_place(18, "附：另行说明"),
    }
    return ReadForm(form, SourceMap(places, places["title"]))


def excel_form() -> ReadForm:
    form = Form(
        index=1,
        title="绩效目标表",
        project_name='=HYPERLINK("http://x")',
        funding=Funding(Amount("12.5", Decimal(125000), "万元", "header")),
        indicators=(Indicator("产出指标", "时效指标", name="设备采购完成时间", value="2024年6月31日"),),
    )
    places = {
        "title": excel_place("A1", 1, 1, "绩效目标表"),
        "indicators[0].value": excel_place("D12", 12, 4, "2024年6月31日"),
    }
    return ReadForm(form, SourceMap(places, places["title"]))


SUM = Finding(
    rule="AMT201",
    name="cost-sum-mismatch",
    severity="error",
    confidence="high",
    message="成本指标合计 7 万元，年度资金总额 6 万元，相差 1 万元",
    show="3 + 4 = 7 ≠ 6 万元",
    at="funding.total",
    place=text_place(9, "6"),
    form=1,
    project="禁毒工作经费",
    related=(
        Related("indicators[1].value", text_place(15, "约3万元")),
        Related("indicators[2].value", text_place(16, "约4万元")),
    ),
    fingerprint="0123456789abcdef",
    text="6",
    repair="奖励资金写作约3万元时，3 + 3 = 6，与总额一致",
)
SPELLING = Finding(
    rule="VAL512",
    name="unusual-spelling",
    severity="info",
    confidence="high",
    message="“达90%以上”宜写作“≥90%”",
    show="",
    at="indicators[3].value",
    place=text_place(17, "达90%以上"),
    form=1,
    project="禁毒工作经费",
    fixes=(Fix("safe", "改为 ≥90%", "indicators[3].value", "达90%以上", "≥90%"),),
    fingerprint="fedcba9876543210",
    text="达90%以上",
)
DATE = Finding(
    rule="DAT301",
    name="impossible-date",
    severity="error",
    confidence="high",
    message="2024年6月没有31日",
    show="",
    at="indicators[0].value",
    place=excel_place("D12", 12, 4, "2024年6月31日"),
    form=1,
    project='=HYPERLINK("http://x")',
    fixes=(Fix("display", "核对后改为该月的最后一天：2024年6月30日"),),
    fingerprint="aaaabbbbccccdddd",
    text="2024年6月31日",
)
APPROXIMATE = Finding(
    rule="VAL511",
    name="approximate-value",
    severity="warning",
    confidence="medium",
    message="成本写“约”，不能据以考核",
    show="",
    at="indicators[1].value",
    place=text_place(15, "约3万元"),
    form=1,
    project="禁毒工作经费",
    fingerprint="1111222233334444",
    text="约3万元",
)

RULES = {
    "AMT201": RuleInfo(
        "AMT201",
        "cost-sum-mismatch",
        "成本指标合计与年度资金总额不一致",
        "error",
        "high",
        "成本指标是资金总额的分解，分解之和应等于总额。",
        "逐项核对成本指标；哪个数字有误就改哪个，再核一遍合计。",
        "成本指标只列主要支出时。",
        ("《中央部门预算绩效目标管理办法》（财预〔2015〕88号）",),
    ),
    "DAT301": RuleInfo("DAT301", "impossible-date", "日期不存在", "error", "high"),
    "VAL511": RuleInfo("VAL511", "approximate-value", "指标值是约数", "warning", "medium", fix="写明确数或上限。"),
    "VAL512": RuleInfo("VAL512", "unusual-spelling", "指标值写法不规范", "info", "high"),
}

FULL = Report(
    files=(
        FileReport(TEXT_FILE, "text", (text_form(),)),
        FileReport(
            EXCEL_FILE,
            "xlsx",
            (excel_form(),),
            remarks=(
                Remark(
                    "hidden-row", Words("第 7 行是隐藏行，内容一并检查", "row 7 is hidden; its text was checked too")
                ),
            ),
        ),
        FileReport(
            "2024/坏.docx", problem=Words("不是 Word 文件，内容是一张图片", "not a Word file: it holds a picture")
        ),
    ),
    findings=(SUM, SPELLING, DATE),
    suppressed=(Suppressed(APPROXIMATE, "年中追加，金额以批复为准", "李处长", "2024-12-31"),),
    not_evaluated=(NotEvaluated("AMT202", "没有填写其他资金", 1, "禁毒工作经费", "funding", text_place(9, "6")),),
    crashes=(RuleCrash("TXT701", EXCEL_FILE, 1, "ZeroDivisionError"),),
    rules=RULES,
    packs=("cn-2015 2026.1",),
    warnings=(
        Words("perf-lint.yaml:12：这条不计理由没有对应的问题", "perf-lint.yaml:12: this suppression matches nothing"),
    ),
)
EMPTY = Report()
