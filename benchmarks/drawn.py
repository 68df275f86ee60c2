"""Draw benchmark forms as tables with merged cells, for every format that the test factory writes."""

from __future__ import annotations

from benchmarks.forms import Spec
from tests.factory.drawing import Drawing, draw
from tests.factory.spec import IndicatorRow
from tests.factory.spec import Spec as FormSpec


def drawing(spec: Spec) -> Drawing:
    """Draw a form in the shape that most provinces print."""
    header = (
        ("项目名称", spec.project),
        ("主管部门及代码", f"{spec.department} (105001)"),
        ("实施单位", spec.department),
        ("项目属性", "延续项目"),
        ("项目期", f"{spec.year}年"),
    )
    money = (("年度资金总额:", f"{spec.total}万元"), ("其中:财政拨款", f"{spec.total}万元"), ("其他资金", "0"))
    rows = tuple(IndicatorRow(row.level1, row.level2, (row.name, row.value)) for row in spec.rows)
    heading = ("项目支出预算绩效目标表", f"({spec.year}年度)")
    goal = ("年度总体目标", spec.goal)
    return draw(FormSpec(heading, header, "项目资金 (万元)", money, goal, ("三级指标", "指标值"), rows))
