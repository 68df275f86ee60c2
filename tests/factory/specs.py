"""Hold forms of our own in the shapes that departments print."""

from __future__ import annotations

from tests.factory.spec import IndicatorRow, Spec

_HEADER = (
    ("项目名称", "农村生活垃圾清运项目"),
    ("主管部门及代码", "临河县住房和城乡建设局 (203001)"),
    ("实施单位", "临河县环境卫生服务中心"),
    ("项目属性", "延续项目"),
    ("项目期", "2025年"),
)
_MONEY = (("年度资金总额:", "86.5万元"), ("其中:财政拨款", "80万元"), ("其他资金", "6.5万元"))
_GOAL = (
    "年度总体目标",
    "目标1:对全县12个乡镇的生活垃圾日产日清,全年清运不少于18000吨;\n目标2:更新密闭式垃圾箱300个,人居环境明显改善。",
)


def _rows(*lines: str) -> tuple[IndicatorRow, ...]:
    found = []
    for line in lines:
        level1, level2, *cells = line.split("|")
        found.append(IndicatorRow(level1, level2, tuple(cells)))
    return tuple(found)


STANDARD = Spec(
    ("项目支出绩效目标表", "(2025年度)"),
    _HEADER,
    "项目资金 (万元)",
    _MONEY,
    _GOAL,
    ("三级指标", "指标值"),
    _rows(
        "产出指标|数量指标 (必填)|指标1:清运生活垃圾数量|≥18000吨",
        "产出指标|数量指标 (必填)|指标2:更新密闭式垃圾箱数量|300个",
        "产出指标|质量指标 (必填)|指标1:垃圾无害化处理率|≥98%",
        "产出指标|时效指标 (必填)|指标1:垃圾箱更新完成时间|2025年6月30日前",
        "产出指标|成本指标 (必填)|指标1:垃圾清运费|约62万元",
        "产出指标|成本指标 (必填)|指标2:垃圾箱购置费|约24.5万元",
        "效益指标|生态效益指标 (必填)|指标1:农村人居环境|明显改善",
        "满意度指标|服务对象满意度指标 (必填)|指标1:村民满意度|≥90%",
    ),
)
"""What most provinces print."""

DESCRIBED = Spec(
    ("2025年预算项目绩效目标表",),
    _HEADER,
    "项目资金 (元)",
    (("年度资金总额:", "865000.00"), ("其中:财政拨款", "800000.00"), ("其他资金", "65000.00")),
    ("年度总体目标", "全县生活垃圾日产日清。"),
    ("三级指标", "绩效指标描述", "指标值", "指标值确定依据"),
    _rows(
        "产出指标|数量指标|清运垃圾数量|全年实际清运的生活垃圾|≥18000吨|上年实际完成数",
        "产出指标|质量指标|无害化处理率|无害化处理数量占清运数量的比例，以填埋场和焚烧厂的过磅记录为准|≥98%|行业标准",
        "产出指标|时效指标|清运及时率|当日清运的村占全部村的比例|≥95%|年度工作计划",
        "效益指标|社会效益指标|村庄清洁达标率|达标的村占全部村的比例|≥90%|年度工作计划",
        "满意度指标|服务对象满意度指标|村民满意度|抽样调查|≥90%|历年调查结果",
    ),
)
"""With explanation and basis of every target, amounts in 元."""

LONG = Spec(
    STANDARD.heading,
    _HEADER,
    "项目资金 (万元)",
    _MONEY,
    ("年度总体目标", "对全县12个乡镇的生活垃圾日产日清，" * 20),
    ("三级指标", "指标值"),
    tuple(
        IndicatorRow(
            level1,
            f"{level2} (必填)",
            (f"指标{number}:第{number}批{level2[:2]}类任务完成情况考核得分", f"≥{60 + number}分"),
        )
        for level1, level2, count in (
            ("产出指标", "数量指标", 9),
            ("产出指标", "质量指标", 7),
            ("产出指标", "时效指标", 5),
            ("效益指标", "社会效益指标", 6),
            ("满意度指标", "服务对象满意度指标", 3),
        )
        for number in range(1, count + 1)
    ),
)
"""Thirty rows: several pages, levels merged over the breaks."""

ALL = {"standard": STANDARD, "described": DESCRIBED, "long": LONG}
