"""Compare the forms of a run."""

from __future__ import annotations

from collections.abc import Sequence

from perf_lint.expr.registry import function
from perf_lint.facts import peer_forms, peer_rows
from perf_lint.facts.form_view import FormFacts
from perf_lint.facts.peer_match import PeerMatch

SIGNATURE = "(list(Form)) -> list(PeerMatch)"


@function(
    SIGNATURE, "同一单位同一指标在不同表中的目标值不同之处", "Targets of one unit's indicator that differ between forms"
)
def target_conflicts(forms: Sequence[FormFacts]) -> tuple[PeerMatch, ...]:
    """Give targets that contradict each other."""
    return peer_rows.target_conflicts(forms)


@function(SIGNATURE, "互不相干的项目之间照抄的指标", "Indicators copied between unrelated projects")
def copied_rows(forms: Sequence[FormFacts]) -> tuple[PeerMatch, ...]:
    """Give copied indicators."""
    return peer_rows.copied_rows(forms)


@function(SIGNATURE, "照抄其他项目的总体目标", "Goals copied from another project")
def copied_goals(forms: Sequence[FormFacts]) -> tuple[PeerMatch, ...]:
    """Give copied goals."""
    return peer_forms.copied_goals(forms)


@function(SIGNATURE, "同一代码或同一单位的不同名称", "Several names under one code, or of one unit")
def name_variants(forms: Sequence[FormFacts]) -> tuple[PeerMatch, ...]:
    """Give departments and units that are spelled in several ways."""
    return peer_forms.department_variants(forms) + peer_forms.unit_variants(forms)


@function(SIGNATURE, "出现两次的项目", "Projects that appear twice")
def repeated_projects(forms: Sequence[FormFacts]) -> tuple[PeerMatch, ...]:
    """Give projects that appear twice."""
    return peer_forms.repeated_projects(forms)
