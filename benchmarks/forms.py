"""Make realistic forms from a seed: the same seed and number always give the same text."""

from __future__ import annotations

import random
from typing import NamedTuple

_AREAS = (
    "农村公路养护", "校园安全防护", "饮水安全维修", "公共图书馆开放", "基层卫生服务", "高标准农田管护", "养老服务补贴",
    "河道清淤", "林业有害生物防治", "残疾人康复", "文化惠民演出", "食品安全抽检", "消防设施更新", "社区矫正",
    "档案数字化",
)  # fmt: skip
_KINDS = ("补助", "工作经费", "专项资金", "项目", "维护费")
_COUNTIES = ("清河县", "临泽县", "永丰区", "石桥县", "白沙市", "东屏县", "南陵区", "北固县")
_OFFICES = ("教育局", "交通运输局", "水利局", "文化广电和旅游局", "卫生健康局", "农业农村局", "民政局", "应急管理局")
_COUNTS = (
    ("开展{}次数", "次"),
    ("完成{}数量", "个"),
    ("受益{}人数", "人"),
    ("{}设备更新数量", "台"),
    ("{}里程", "公里"),
)
_RATES = ("{}验收合格率", "{}任务完成率", "{}达标率", "{}人员持证上岗率")
_COSTS = ("{}服务费", "{}材料费", "{}人工费", "{}宣传费", "{}设备费")

_SYLLABLES = "安平清和长丰永泰兴宁福德昌荣华吉祥云龙凤"


class Row(NamedTuple):
    """One indicator row."""

    level1: str
    level2: str
    name: str
    value: str


class Spec(NamedTuple):
    """One form before it is written."""

    project: str
    department: str
    year: int
    total: int
    """万元."""
    goal: str
    rows: list[Row]


def make(seed: int, number: int) -> Spec:
    """Make form `number` of a seed; about one in five has a defect that a rule finds."""
    rng = random.Random(f"{seed}:{number}")
    area, county = rng.choice(_AREAS), rng.choice(_COUNTIES)
    project = f"{county}{area}{rng.choice(_KINDS)}（{number}）"
    parts = [rng.randint(1, 60) for _ in range(rng.randint(2, 5))]
    total = sum(parts) + (1 if rng.random() < 0.1 else 0)
    year = 2023 + number % 3
    rows = [
        Row("产出指标", "数量指标", name.format(area) + str(i + 1), f"≥{rng.randint(1, 900)}{unit}")
        for i, (name, unit) in enumerate(rng.choices(_COUNTS, k=rng.randint(3, 9)))
    ]
    rows += [
        Row("产出指标", "质量指标", name.format(area), f"≥{rng.randint(80, 100)}%") for name in rng.sample(_RATES, 2)
    ]
    month = rng.randint(3, 12)
    day = "31日" if rng.random() < 0.1 else "底"
    rows.append(Row("产出指标", "时效指标", f"{area}完成时间", f"{year}年{month}月{day}前"))
    rows += [
        Row("产出指标", "成本指标", name.format(area), f"{part}万元")
        for name, part in zip(rng.sample(_COSTS, len(parts)), parts, strict=True)
    ]
    rows += [
        Row("效益指标", "社会效益指标", f"{area}服务覆盖率", f"≥{rng.randint(80, 99)}%"),
        Row("效益指标", "可持续影响指标", f"{area}长效管理机制", rng.choice(("健全", "持续完善", "长期"))),
        Row("满意度指标", "服务对象满意度指标", "受益群众满意度", f"≥{rng.randint(85, 98)}%"),
    ]
    goal = f"目标1：完成全年{area}任务，保障群众受益；目标2：规范使用资金，按时完成{total}万元支出。"
    return Spec(project, f"{county}{rng.choice(_OFFICES)}", year, total, goal, rows)


def named_apart(spec: Spec, number: int) -> Spec:
    """Begin every indicator name with a place of this form's own, so that no other form has the same names."""
    place = ""
    while number or not place:
        number, digit = divmod(number, len(_SYLLABLES))
        place += _SYLLABLES[digit]
    return spec._replace(rows=[row._replace(name=f"{place}镇{row.name}") for row in spec.rows])


def as_tabs(spec: Spec) -> str:
    """Write a form as tab-separated rows, level names once."""
    lines = [
        "项目支出预算绩效目标表",
        f"({spec.year}年度)",
        "",
        f"项目名称\t{spec.project}",
        f"主管部门及代码\t{spec.department} (105001)\t实施单位\t{spec.department}",
        f"项目属性\t延续项目\t项目期\t{spec.year}年",
        f"项目资金 (万元)\t年度资金总额:\t{spec.total}万元",
        f"\t其中:财政拨款\t{spec.total}万元",
        "\t其他资金\t0",
        f"年度总体目标\t{spec.goal}",
        "绩效指标\t一级指标\t二级指标\t三级指标\t指标值",
    ]
    last: tuple[str, str] = ("", "")
    for row in spec.rows:
        level1 = row.level1 if row.level1 != last[0] else ""
        level2 = row.level2 if (row.level1, row.level2) != last else ""
        lines.append(f"\t{level1}\t{level2}\t{row.name}\t{row.value}")
        last = (row.level1, row.level2)
    return "\n".join(lines) + "\n"


def as_markdown(spec: Spec) -> str:
    """Write a form as Markdown tables."""
    lines = [
        f"## 项目支出预算绩效目标表（{spec.year}年度）",
        "",
        f"| 项目名称 | {spec.project} | 项目属性 | 延续项目 |",
        "|---|---|---|---|",
        f"| 主管部门及代码 | {spec.department} 105001 | 实施单位 | {spec.department} |",
        f"| 项目资金（万元） | 年度资金总额 | {spec.total} | |",
        f"| | 其中：财政拨款 | {spec.total} | |",
        "| | 其他资金 | 0 | |",
        f"| 年度总体目标 | {spec.goal} | | |",
        "",
        "| 一级指标 | 二级指标 | 三级指标 | 指标值 |",
        "|---|---|---|---|",
        *(f"| {row.level1} | {row.level2} | {row.name} | {row.value} |" for row in spec.rows),
    ]
    return "\n".join(lines) + "\n"
