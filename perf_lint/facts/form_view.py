"""Show a form and its money block to rules."""

from __future__ import annotations

from perf_lint.facts.indicator_view import IndicatorFacts
from perf_lint.facts.rows import NAME, Columns, Levels, Rows, columns_of, levels_in, marked_in
from perf_lint.facts.vocabulary import declare, kept
from perf_lint.model.form import Amount, Form, Funding, FundingItem, PlanStep
from perf_lint.text.keys import name_key


class AmountFacts:
    """A sum of money of the form as rules see it."""

    TYPE = "Amount"
    __slots__ = ("__dict__", "model", "path", "text", "unit", "unit_from", "yuan")

    def __init__(self, model: Amount, path: str) -> None:
        self.model = model
        self.path = path
        self.text = model.text
        self.yuan = model.yuan
        self.unit = model.unit
        self.unit_from = model.unit_from

    @property
    def blank(self) -> bool:
        """Tell whether the cell holds no amount: blank, 无 or a stroke."""
        return self.text.strip() in ("", "/", "-", "—", "——", "－", "无")


class FundingItemFacts:
    """A further line of the money block as rules see it."""

    TYPE = "FundingItem"
    __slots__ = ("__dict__", "amount", "label", "path")

    def __init__(self, model: FundingItem, path: str) -> None:
        self.path = path
        self.label = model.label
        self.amount = AmountFacts(model.amount, path)


class FundingFacts:
    """The money block as rules see it; a part that the form does not print is null."""

    TYPE = "Funding"
    __slots__ = ("__dict__", "fiscal", "header_unit", "items", "other", "path", "total")

    def __init__(self, model: Funding) -> None:
        self.path = "funding"
        self.total = _amount(model.total, "funding.total")
        self.fiscal = _amount(model.fiscal, "funding.fiscal")
        self.other = _amount(model.other, "funding.other")
        self.header_unit = model.header_unit
        self.items = tuple(FundingItemFacts(item, f"funding.items[{n}]") for n, item in enumerate(model.items))


class PlanStepFacts:
    """One step of 资金支出计划 as rules see it."""

    TYPE = "PlanStep"
    __slots__ = ("__dict__", "label", "path", "text")

    def __init__(self, model: PlanStep, index: int) -> None:
        self.path = f"plan[{index}]"
        self.label = model.label
        self.text = model.text


class FormFacts:
    """A form as rules see it, with everything derived from it computed when first asked for."""

    TYPE = "Form"
    __slots__ = (
        "__dict__", "attribute", "department", "department_code", "framework", "goal", "implementing_unit",
        "index", "kind", "long_term_goal", "model", "path", "period", "project_code", "project_name", "purpose",
        "title", "unread", "year", "year_inferred", "year_texts",
    )  # fmt: skip

    def __init__(self, model: Form) -> None:
        self.model = model
        self.path = ""
        self.index = model.index
        self.title = model.title
        self.year = model.year
        self.year_inferred = model.year_inferred
        self.year_texts = model.year_texts
        self.project_name = model.project_name
        self.project_code = model.project_code
        self.department = model.department
        self.department_code = model.department_code
        self.implementing_unit = model.implementing_unit
        self.attribute = model.attribute
        self.period = model.period
        self.goal = model.goal
        self.long_term_goal = model.long_term_goal
        self.purpose = model.purpose
        self.framework = model.framework
        self.kind = model.kind
        self.unread = model.unread

    @kept
    def funding(self) -> FundingFacts:
        """Give the money block."""
        return FundingFacts(self.model.funding)

    @kept
    def rows(self) -> Rows:
        """Hold the rows, each made when it is first asked for: most are not."""
        return Rows(self.model.indicators, id(self))

    @kept
    def indicators(self) -> tuple[IndicatorFacts, ...]:
        """Give the indicator rows in document order."""
        return self.rows.every()

    @kept
    def row_columns(self) -> Columns:
        """Give what stands in each field of the rows."""
        return columns_of(self.model.indicators)

    @kept
    def marked(self) -> tuple[int, list[tuple[int, int]]]:
        """Give the questions worth asking of any row, and the numbers of the rows with theirs."""
        return marked_in(self.row_columns)

    def asked(self, marks: int) -> list[IndicatorFacts]:
        """Give the rows of which one of the marked questions is worth asking."""
        together, numbers = self.marked
        if not together & marks:
            return []
        rows = self.rows
        return [rows[number] for own, number in numbers if own & marks]

    @kept
    def name_keys(self) -> frozenset[str]:
        """Give the different keys of the rows' names."""
        return frozenset(map(name_key, self.row_columns[NAME]))

    @kept
    def level_cells(self) -> frozenset[Levels]:
        """Give the different levels of the rows, with what their cells say."""
        return frozenset(levels_in(self.row_columns))

    @kept
    def plan(self) -> tuple[PlanStepFacts, ...]:
        """Give the steps of 资金支出计划."""
        return tuple(PlanStepFacts(step, n) for n, step in enumerate(self.model.plan))

    @kept
    def columns(self) -> tuple[str, ...]:
        """Give the columns and blocks that the form prints: basis, weight, plan, marks, other_funds …"""
        return tuple(sorted(self.model.has))

    @kept
    def remark_codes(self) -> tuple[str, ...]:
        """Give the codes of the recognition notes."""
        return tuple(remark.code for remark in self.model.remarks)


def derive(form: Form) -> FormFacts:
    """Give the form as rules see it; nothing is computed yet."""
    return FormFacts(form)


def _amount(model: Amount | None, path: str) -> AmountFacts | None:
    return None if model is None else AmountFacts(model, path)


declare(
    "Form",
    {
        "indicators": ("list(Indicator)", "绩效指标"),
        "plan": ("list(PlanStep)", "资金支出计划"),
        "columns": ("list(string)", "表中有的栏目"),
        "remark_codes": ("list(string)", "识别说明"),
        "path": ("string", "字段路径"),
        "index": ("int", "表序号"),
        "title": ("string", "表名"),
        "year": ("int", "预算年度"),
        "year_inferred": ("bool", "年度是否推断"),
        "year_texts": ("list(string)", "表中所写预算年度"),
        "project_name": ("string", "项目名称"),
        "project_code": ("string", "项目编码"),
        "department": ("string", "主管部门"),
        "department_code": ("string", "主管部门代码"),
        "implementing_unit": ("string", "实施单位"),
        "attribute": ("string", "项目属性"),
        "period": ("string", "项目期"),
        "goal": ("string", "总体目标"),
        "long_term_goal": ("string", "实施期目标"),
        "purpose": ("string", "资金用途"),
        "framework": ("string", "框架"),
        "kind": ("string", "表的种类"),
        "unread": ("list(string)", "未读格"),
        "funding": ("Funding", "项目资金"),
    },
)
declare(
    "Funding",
    {
        "path": ("string", "字段路径"),
        "total": ("Amount", "资金总额"),
        "fiscal": ("Amount", "财政拨款"),
        "other": ("Amount", "其他资金"),
        "header_unit": ("string", "表头单位"),
        "items": ("list(FundingItem)", "资金明细"),
    },
)
declare(
    "Amount",
    {
        "blank": ("bool", "是否空白"),
        "path": ("string", "字段路径"),
        "text": ("string", "金额原文"),
        "yuan": ("money", "金额（元）"),
        "unit": ("string", "金额单位"),
        "unit_from": ("string", "金额单位出处"),
    },
)
declare(
    "FundingItem",
    {"path": ("string", "字段路径"), "label": ("string", "资金项"), "amount": ("Amount", "金额")},
)
declare(
    "PlanStep",
    {"path": ("string", "字段路径"), "label": ("string", "时点"), "text": ("string", "计划比例")},
)
