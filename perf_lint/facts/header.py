"""Say which fields of a form's head are blank or missing."""

from __future__ import annotations

from perf_lint.facts.form_view import FormFacts
from perf_lint.facts.vocabulary import declare, fact
from perf_lint.text.pattern import lazy_pattern

CODE_ONLY = lazy_pattern(r"[0-9A-Z()\-\s]+")
ALWAYS = ("project_name", "goal", "funding.total")
"""Fields that no form of any family leaves out; the others are asked for only where the form prints them."""


class MissingField:
    """A field of the head without content; `reason` says in what way."""

    TYPE = "MissingField"
    __slots__ = ("__dict__", "label", "path", "reason")

    def __init__(self, path: str, label: str, reason: str) -> None:
        self.path = path
        self.label = label
        self.reason = reason


declare(
    "MissingField",
    {"path": ("string", "字段路径"), "label": ("string", "栏目"), "reason": ("string", "缺失情况")},
)


@fact(FormFacts, "list(MissingField)", "缺失的表头栏目")
def missing_fields(form: FormFacts) -> tuple[MissingField, ...]:
    """Give the fields of the head that are blank, and those missing that every form has."""
    total = form.funding.total
    texts = (
        ("project_name", "项目名称", form.project_name),
        ("department", "主管部门", form.department),
        ("implementing_unit", "实施单位", form.implementing_unit),
        ("period", "项目期", form.period),
        ("funding.total", "年度资金总额", None if total is None else total.text),
        ("goal", "总体目标", form.goal),
    )
    found = [
        MissingField(path, label, "没有填写" if text is not None else "没有找到：表中没有这一栏，或没有填写")
        for path, label, text in texts
        if (path in ALWAYS if text is None else not text.strip())
    ]
    if form.year is None:
        found.append(MissingField("title", "预算年度", "表名和表头都没有写明"))
    return (*found, *_department(form))


def _department(form: FormFacts) -> tuple[MissingField, ...]:
    """Check that 主管部门及代码 gives both the name and the code."""
    text = (form.department or "").strip()
    if not text:
        return ()
    if CODE_ONLY.fullmatch(text):
        return (MissingField("department", "主管部门", "只有代码，没有部门名称"),)
    if "department_code" in form.columns and not form.department_code:
        return (MissingField("department", "主管部门代码", "只有部门名称，没有代码"),)
    return ()
