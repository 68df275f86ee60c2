"""Write the Word and Excel forms of `examples/`: `python -m tests.factory.example_files`."""

from pathlib import Path

from tests.factory.drawing import draw
from tests.factory.office import to_docx, to_xlsx
from tests.factory.spec import IndicatorRow, Spec

EXAMPLES = Path(__file__).parents[2] / "examples"

CARE = Spec(
    heading=("项目支出绩效目标表", "（2025年度）"),
    header=(
        ("项目名称", "困难老人居家养老服务"),
        ("主管部门及代码", "清河县民政局 208001"),
        ("实施单位", "清河县民政局"),
        ("项目属性", "延续项目"),
        ("项目期", "2025年"),
    ),
    money_label="项目资金（万元）",
    money=(("年度资金总额：", "96"), ("其中：财政拨款", "90"), ("其他资金", "6")),
    goal=(
        "年度总体目标",
        "为全县400名困难老人提供居家养老服务，每人每月服务费200元，共计96万元；完成10户适老化改造。",
    ),
    columns=("三级指标", "指标值"),
    rows=(
        IndicatorRow("产出指标", "数量指标（必填）", ("享受居家养老服务老人数量", "400人")),
        IndicatorRow("产出指标", "数量指标（必填）", ("适老化改造家庭数量", "≥10户")),
        IndicatorRow("产出指标", "质量指标（必填）", ("服务对象资格准确率", "100%")),
        IndicatorRow("产出指标", "质量指标（必填）", ("服务工单完成率", "达95%以上")),
        IndicatorRow("产出指标", "时效指标（必填）", ("适老化改造完成时间", "2025年2月30日前")),
        IndicatorRow("产出指标", "成本指标（必填）", ("居家养老服务费", "90万元")),
        IndicatorRow("产出指标", "成本指标（必填）", ("适老化改造费", "8万元")),
        IndicatorRow("效益指标", "社会效益指标（必填）", ("老人生活照料覆盖率", "≥90%")),
        IndicatorRow("满意度指标", "服务对象满意度指标（必填）", ("老人及家属满意度", "≥90%")),
    ),
)
FARMLAND = Spec(
    heading=("项目支出绩效目标表", "（2025年度）"),
    header=(
        ("项目名称", "高标准农田工程管护"),
        ("主管部门及代码", "清河县农业农村局 501001"),
        ("实施单位", "清河县农田建设服务中心"),
        ("项目属性", "延续项目"),
        ("项目期", "2025年"),
    ),
    money_label="项目资金（万元）",
    money=(("年度资金总额：", "72.5"), ("其中：财政拨款", "72.5"), ("其他资金", "0")),
    goal=("年度总体目标", "管护高标准农田2.9万亩，每亩25元，共计72.5万元，保障灌排设施正常使用。"),
    columns=("三级指标", "指标值"),
    rows=(
        IndicatorRow("成本指标", "经济成本指标", ("亩均管护成本", "≤25元/亩")),
        IndicatorRow("产出指标", "数量指标", ("管护高标准农田面积", "≥2.9万亩")),
        IndicatorRow("产出指标", "数量指标", ("维修灌溉渠道长度", "≥46公里")),
        IndicatorRow("产出指标", "质量指标", ("灌排设施完好率", "≥95%")),
        IndicatorRow("产出指标", "时效指标", ("管护任务完成时间", "2025年11月底前")),
        IndicatorRow("效益指标", "社会效益指标", ("受益农户数量", "≥5200户")),
        IndicatorRow("效益指标", "生态效益指标", ("农田灌溉水有效利用系数", "≥0.57")),
        IndicatorRow("满意度指标", "服务对象满意度指标", ("受益农户满意度", "≥92%")),
    ),
)


def main() -> None:
    (EXAMPLES / "困难老人居家养老服务.docx").write_bytes(to_docx(draw(CARE)))
    (EXAMPLES / "高标准农田工程管护.xlsx").write_bytes(to_xlsx(draw(FARMLAND)))


if __name__ == "__main__":
    main()
