"""Recognise requirements on managing the money, which are neither outputs nor effects of a project."""

from __future__ import annotations

from functools import lru_cache

from perf_lint.facts.form_view import FormFacts
from perf_lint.facts.indicator_view import IndicatorFacts
from perf_lint.facts.vocabulary import fact
from perf_lint.text.keys import name_key
from perf_lint.text.matching import KEPT_READINGS, find_word


@lru_cache(KEPT_READINGS)
def management_term(name: str) -> str | None:
    """Give the requirement that a name states: 专款专用, 预算执行率, 资金支付及时率; words between may be 的."""
    return find_word(name_key(name).replace("的", ""), "management-terms")


@fact(IndicatorFacts, "string", "管理要求", "of_name")
def management(row: IndicatorFacts) -> str | None:
    """Give the management requirement that the row states instead of an output or effect."""
    return management_term(row.name)


@fact(FormFacts, "bool", "是否管理类项目")
def is_about_management(form: FormFacts) -> bool:
    """Tell whether the project itself is about budgets, audits or rules, so that such rows are its outputs."""
    subject = f"{form.project_name or ''}"
    return any(
        word in subject
        for word in ("绩效管理", "财务管理", "预算管理", "内控", "审计", "制度建设", "资金监管", "采购管理")
    )
