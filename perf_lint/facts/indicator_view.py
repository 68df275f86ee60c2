"""Show an indicator row to rules."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from perf_lint.facts.marks import mark
from perf_lint.facts.value_view import ValueFacts
from perf_lint.facts.vocabulary import declare, kept, kept_with
from perf_lint.model.form import Indicator
from perf_lint.model.levels import COST, COST_KINDS
from perf_lint.text.keys import name_key
from perf_lint.text.wordlists import KEPT_READINGS, ends_with_word
from perf_lint.values import parse_value

COSTS = frozenset((COST, *COST_KINDS))
"""二级指标 of costs, in either framework."""
NONE_TEXTS = frozenset(("", "无", "空", "暂无", "不适用", "/", "-", "—", "——", "－", "无此项"))


PATHS = tuple(f"indicators[{number}]" for number in range(60))
"""The paths of the rows of most forms."""
Known = dict[str, Any]
"""Facts by name that all rows alike in something share."""


@lru_cache(KEPT_READINGS)
def same_name(name: str) -> Known:
    """Give what follows from a name alone, as far as it was asked for: names recur from form to form."""
    del name
    return {}


@lru_cache(KEPT_READINGS)
def same_value(text: str) -> Known:
    """Give what follows from the text of a target alone."""
    del text
    return {}


@lru_cache(KEPT_READINGS)
def same_levels(level1: str | None, level2: str | None, text1: str, text2: str) -> Known:
    """Give what follows from the levels alone."""
    del level1, level2, text1, text2
    return {}


class IndicatorFacts:
    """One 三级指标 row as rules see it; `index` counts from 0 within the form."""

    TYPE = "Indicator"
    __slots__ = (
        "__dict__", "actual", "basis", "description", "direction", "form", "index", "label", "level1", "level1_text",
        "level2", "level2_text", "long_term_value", "mark", "model", "name", "of_levels", "of_name", "of_value", "path",
        "reason", "score", "sign", "unit", "value_text", "weight",
    )  # fmt: skip

    def __init__(self, model: Indicator, index: int, form: int = 0) -> None:
        """Show row `index` of the form whose facts have the id() `form`: a reference would be a circle."""
        self.model = model
        self.index = index
        self.form = form
        self.path = PATHS[index] if index < len(PATHS) else f"indicators[{index}]"
        (
            self.level1, self.level2, self.level1_text, self.level2_text, self.mark, self.label, self.name,
            self.value_text, self.description, self.basis, self.sign, self.unit, self.weight, self.direction,
            self.actual, self.score, self.reason, self.long_term_value,
        ) = model  # fmt: skip
        self.of_name = same_name(self.name)
        self.of_value = same_value(self.value_text)
        self.of_levels = same_levels(self.level1, self.level2, self.level1_text, self.level2_text)
        self.__dict__ = {**self.of_name, **self.of_value, **self.of_levels}

    @kept_with("of_name")
    def name_key(self) -> str:
        """Give the name reduced to letters and digits."""
        return name_key(self.name)

    @kept_with("of_levels")
    def is_cost(self) -> bool:
        """Tell whether the row stands under 成本指标, in either framework."""
        return self.level2 in COSTS or (self.level2 is None and self.level1 == COST)

    @kept_with("of_name")
    def names_money(self) -> bool:
        """Tell whether the name ends like a sum of money: 经费, 费用, 资金, 金额 …."""
        return ends_with_word(self.name, "money-names")

    @kept
    def value(self) -> ValueFacts:
        """Give the typed reading of the target."""
        return ValueFacts(parse_value(self.value_text), f"{self.path}.value", self.is_cost or self.names_money)

    @property
    def is_none(self) -> bool:
        """Tell whether the row says that there is nothing: name and value are 无, 空, — or blank."""
        return self.name.strip() in NONE_TEXTS and self.value_text.strip() in NONE_TEXTS

    @property
    def is_filled(self) -> bool:
        """Tell whether the row has a name and does not say 无."""
        return bool(self.name.strip()) and not self.is_none


NAMELESS = mark(name=lambda row: row.name.strip() in NONE_TEXTS, odd=True)
"""Only such rows may say nothing."""

declare(
    "Indicator",
    {
        "is_cost": ("bool", "是否成本指标"),
        "name_key": ("string", "规范后的名称"),
        "names_money": ("bool", "名称是否指金额"),
        "value": ("Value", "指标值"),
        "is_none": ("bool", "是否为无"),
        "path": ("string", "字段路径"),
        "index": ("int", "指标序号"),
        "level1": ("string", "一级指标"),
        "level2": ("string", "二级指标"),
        "level1_text": ("string", "一级指标原文"),
        "level2_text": ("string", "二级指标原文"),
        "mark": ("string", "标记"),
        "label": ("string", "指标编号"),
        "name": ("string", "三级指标"),
        "value_text": ("string", "指标值原文"),
        "description": ("string", "指标说明"),
        "basis": ("string", "指标值确定依据"),
        "sign": ("string", "指标性质"),
        "unit": ("string", "度量单位"),
        "weight": ("string", "权重"),
        "direction": ("string", "指标方向"),
        "actual": ("string", "实际完成值"),
        "score": ("string", "得分"),
        "reason": ("string", "偏差原因"),
        "long_term_value": ("string", "实施期指标值"),
    },
)
