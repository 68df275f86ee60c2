"""Say in words which field of a form a path means."""

from __future__ import annotations

from perf_lint.model.form import Form
from perf_lint.model.words import Lang, Words

FIELDS = {
    "title": Words("表名", "title"),
    "year": Words("年度", "year"),
    "project_name": Words("项目名称", "project name"),
    "project_code": Words("项目编码", "project code"),
    "department": Words("主管部门", "department"),
    "department_code": Words("主管部门代码", "department code"),
    "implementing_unit": Words("实施单位", "implementing unit"),
    "attribute": Words("项目属性", "attribute"),
    "period": Words("项目期", "project period"),
    "goal": Words("总体目标", "goal"),
    "long_term_goal": Words("实施期目标", "long-term goal"),
    "purpose": Words("资金用途", "purpose of funds"),
    "funding": Words("项目资金", "funding"),
    "funding.total": Words("资金总额", "total funds"),
    "funding.fiscal": Words("财政拨款", "fiscal funds"),
    "funding.other": Words("其他资金", "other funds"),
    "plan": Words("资金支出计划", "spending plan"),
    "indicators": Words("绩效指标", "indicators"),
}
PARTS = {
    "level1": Words("一级指标", "level 1"),
    "level2": Words("二级指标", "level 2"),
    "name": Words("三级指标", "indicator"),
    "label": Words("指标编号", "number"),
    "mark": Words("标记", "mark"),
    "value": Words("指标值", "target"),
    "description": Words("指标说明", "description"),
    "basis": Words("指标值确定依据", "basis of target"),
    "sign": Words("指标性质", "sign"),
    "unit": Words("度量单位", "unit"),
    "weight": Words("权重", "weight"),
    "direction": Words("指标方向", "direction"),
    "actual": Words("实际完成值", "actual"),
    "score": Words("得分", "score"),
    "reason": Words("偏差原因", "reason"),
    "long_term_value": Words("实施期指标值", "long-term target"),
}


def heading(path: str, lang: Lang) -> str:
    """Name a field of the form, or a part of an indicator, as the head of its cell or column."""
    name = (FIELDS.get(path) or PARTS[path]).to(lang)
    return name[:1].upper() + name[1:]


def field_words(path: str, form: Form | None, lang: Lang) -> str:
    """Name the field: 资金总额, 指标值 · 培训人次, 支出计划 · 6月底; empty for a path that names no field."""
    if path in FIELDS:
        return FIELDS[path].to(lang)
    head, _, rest = path.partition("[")
    number, _, part = rest.partition("]")
    if not number.isdecimal() or form is None:
        return ""
    return _item(head, int(number), part.removeprefix("."), form, lang)


def row_name(path: str, form: Form | None) -> str:
    """Name the indicator whose value a path means; empty for any other path."""
    head, _, part = path.partition("].")
    number = head.removeprefix("indicators[")
    if form is None or part != "value" or not number.isdecimal() or int(number) >= len(form.indicators):
        return ""
    return form.indicators[int(number)].name


def _item(head: str, index: int, part: str, form: Form, lang: Lang) -> str:
    if head == "indicators" and index < len(form.indicators):
        what = PARTS.get(part.partition(".")[0])
        name = form.indicators[index].name
        if what is None or part == "name" or not name:
            return what.to(lang) if what else PARTS["name"].to(lang)
        return f"{what.to(lang)} · {name}"
    if head == "plan" and index < len(form.plan):
        return f"{FIELDS['plan'].to(lang)} · {form.plan[index].label}"
    if head == "funding.items" and index < len(form.funding.items):
        return form.funding.items[index].label
    return ""
