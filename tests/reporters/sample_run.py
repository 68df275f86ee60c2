"""Another hand-made run: two forms in one file, one of them without findings, and a file that cannot be read."""

from decimal import Decimal

from perf_lint.model.finding import FileReport, Finding, Fix, NotEvaluated, Related, Report, RuleCrash, RuleInfo
from perf_lint.model.form import Amount, Form, Funding, Indicator, ReadForm, SourceMap
from perf_lint.model.place import Place
from perf_lint.model.words import Words
from tests.reporters.sample import RULES, SUM

FILE = "提升.txt"


def row(level1, level2, name, value, **more):
    return Indicator(level1=level1, level2=level2, name=name, value=value, **more)


SCHOOL = Form(
    index=1,
    title="项目支出预算绩效目标表",
    year=2025,
    project_name="校园安全<b>防护</b>",
    department="清河县教育局 (105001)",
    department_code="105001",
    implementing_unit="清河县教育局",
    period="2025年",
    goal="目标1：配齐保安；\n目标2：开展宣传。",
    funding=Funding(
        total=Amount("6万元", Decimal(60000), "万元", "cell"),
        fiscal=Amount("6万元", Decimal(60000), "万元", "cell"),
        other=Amount(""),
        header_unit="万元",
    ),
    framework="cn-2015",
    indicators=(
        row("产出指标", "数量指标", "配备保安的学校数量", "≥26所", mark="必填硬性指标", label="指标1"),
        row("产出指标", "质量指标", "持证上岗率", "52人"),
        row("产出指标", "成本指标", "保安服务费", "约3万元"),
        row("产出指标", "成本指标", "宣传活动经费", "约4万元"),
        row("满意度指标", "服务对象满意度指标", "家长满意度", "≥90%"),
    ),
    unread=("（此行无人认领）",),
)
CLINIC = Form(
    index=2, title="项目支出绩效目标表", year=2025, project_name="村卫生室运行补助", implementing_unit="清河县卫健局"
)


def place(line, snippet=""):
    return Place(file=FILE, line=line, table=1, row=line, column=3, snippet=snippet)


SOURCE = SourceMap(
    {
        "title": place(1, "项目支出预算绩效目标表"),
        "funding.total": place(6, "6万元"),
        "indicators[1].value": place(14, "52人"),
        "indicators[2].value": place(15, "约3万元"),
        "indicators[3].value": place(16, "约4万元"),
        "unread[0]": place(20, "（此行无人认领）"),
    },
    place(1),
)
COST = SUM._replace(
    place=place(6, "6万元"),
    project="校园安全<b>防护</b>",
    related=(
        Related("indicators[2].value", place(15, "约3万元")),
        Related("indicators[3].value", place(16, "约4万元")),
    ),
    fingerprint="a1",
    text="6万元",
    repair="",
)
RATE = Finding(
    rule="VAL505",
    name="unit-name-mismatch",
    severity="warning",
    confidence="high",
    message="“持证上岗率”是比率，指标值却写成 52人",
    show="",
    at="indicators[1].value",
    place=place(14, "52人"),
    form=1,
    project="校园安全<b>防护</b>",
    fixes=(Fix("display", "改写为百分数，例如 ≥95%", "indicators[1].value"),),
    fingerprint="b2",
    text="52人",
)
REPORT = Report(
    files=(
        FileReport(FILE, "text", (ReadForm(SCHOOL, SOURCE), ReadForm(CLINIC, SourceMap({}, place(30))))),
        FileReport("损坏.docx", problem=Words("文件不完整，读不出来。", "The file is incomplete.")),
    ),
    findings=(COST, RATE),
    not_evaluated=(NotEvaluated("AMT201", "缺资金总额", 2, "村卫生室运行补助", "funding.total", place(33)),),
    crashes=(RuleCrash("XRF999", FILE, 1, "ZeroDivision"),),
    rules={
        "AMT201": RULES["AMT201"]._replace(
            why="成本指标应当把预算说清楚。", fix="核对各项成本。", not_a_problem_when=""
        ),
        "VAL505": RuleInfo("VAL505", "unit-name-mismatch", "单位与名称不符", "warning", "high", fix="改单位。"),
    },
    packs=("core 2026.1", "cn-2015 2026.1"),
)
