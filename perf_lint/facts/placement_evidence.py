"""Hold a piece of evidence that a row belongs under another 二级指标, and the names of the levels."""

from typing import NamedTuple

from perf_lint.model.words import Words

QUANTITY, QUALITY, TIMELINESS, COST = "数量指标", "质量指标", "时效指标", "成本指标"
SOCIAL, ECONOMIC, SATISFACTION = "社会效益指标", "经济效益指标", "服务对象满意度指标"
ECOLOGICAL = frozenset(("生态效益指标", "环境效益指标"))
OUTPUTS = frozenset((QUANTITY, QUALITY, TIMELINESS, COST))
COSTS = frozenset((COST, "经济成本指标", "社会成本指标", "生态环境成本指标"))


class Evidence(NamedTuple):
    """Where a row belongs, `strong` or `weak`, and why in words."""

    level2: str
    strength: str
    reason: Words


def strong(level2: str, zh: str, en: str) -> Evidence:
    """Make evidence that a reviewer would not argue with."""
    return Evidence(level2, "strong", Words(zh, en))


def weak(level2: str, zh: str, en: str) -> Evidence:
    """Make evidence that some official samples contradict."""
    return Evidence(level2, "weak", Words(zh, en))
