"""Put what the labels of the header give into the form: fields, sums of money, steps of the plan."""

from __future__ import annotations

import re

from perf_lint.layout.draft import FormDraft
from perf_lint.layout.funds import YEARLY, parts, take_amount
from perf_lint.layout.labels import Label
from perf_lint.layout.rows import Row
from perf_lint.layout.settled import is_former, is_settled
from perf_lint.model.document import Cell
from perf_lint.model.form import PlanStep
from perf_lint.text.pattern import lazy_pattern

TEXT_ROLES = ("goal", "long_term_goal", "purpose", "summary", "actual_goal")
"""Fields that hold a long text, which may go on in the rows below."""
GOALS = ("goal", "long_term_goal", "actual_goal")
_SHORT = ("project_name", "department", "implementing_unit", "attribute")
"""Fields whose one line may be broken within its cell."""
_CODE_NAME = lazy_pattern(r"^([0-9A-Za-z]{6,}(?:-\d+)*)[-—_/:： \n]+(.+)$", re.DOTALL)
"""A project's code with its name behind it in one cell."""


class Fields:
    """Take the values of labels one after another; what was given before may say what a label means."""

    def __init__(self, draft: FormDraft) -> None:
        self._draft = draft
        self.last = ""
        """The long text that was given last and may go on; empty where something else was."""
        self.short: tuple[str, Cell] | None = None
        """The field that the row at hand gave last, and its cell."""
        self._goal = ""
        """The label under which the goal was given."""

    def give(self, row: Row, label: Label, text: str, cell: Cell) -> None:
        """Put a value where its label says."""
        draft, role = self._draft, label.role
        if role == "goal" and text:
            role = self._goal_role(label)
        self.last = role if role in TEXT_ROLES else ""
        if role == "long_term_goal" and "实施期" in label.text:
            draft.has.add("goal_of_term")
        if label.text[:2] == "20" and role in ("goal", "total"):
            draft.put("year", label.text, row.origin, cell)
        if label.kind == "plan":
            draft.spots[f"plan[{len(draft.plan)}]"] = (row.origin, cell)
            draft.plan.append(PlanStep(label.text, text))
        elif label.kind == "funds":
            for one, sum_ in parts(label, text):
                take_amount(draft, one, sum_, row, cell)
        elif label.kind == "fields":
            self._field(row, role, text, cell)
            self.short = (role, cell) if role in _SHORT and role in draft.texts else None
        elif label.kind == "blocks" and text:
            draft.leave(row, cell)

    def _goal_role(self, label: Label) -> str:
        """Tell the year's goal from the project's where a form gives both, the one as 总目标, the other by its year."""
        before, self._goal = self._goal, label.text
        draft = self._draft
        if before and draft.texts.get("goal") and is_settled(label.text) and not is_settled(before):
            draft.rename("goal", "former_goal")
            return "goal"
        if is_settled(before) and is_former(label.text):
            return "former_goal"
        if not before or before == label.text or draft.texts.get("long_term_goal"):
            return "goal"
        yearly, earlier = (YEARLY.search(text) is not None for text in (label.text, before))
        if yearly and not earlier and draft.texts.get("goal"):
            draft.rename("goal", "long_term_goal")
        return "long_term_goal" if earlier and not yearly and "总" in label.text else "goal"

    def _field(self, row: Row, role: str, text: str, cell: Cell) -> None:
        """Put a text into its field; part the code from the name, and add to a goal that is given in several cells."""
        draft = self._draft
        if role == "project_code_name":
            found = _CODE_NAME.match(text)
            if found:
                draft.put("project_code", found[1], row.origin, cell)
            draft.put("project_name", found[2] if found else text, row.origin, cell)
        elif role in GOALS and draft.texts.get(role):
            draft.append(role, text)
        else:
            draft.put(role, text, row.origin, cell)

    def declare(self, row: Row, label: Label, cell: Cell) -> None:
        """Note that the form prints a label, whatever becomes of its value."""
        if label.kind == "funds":
            take_amount(self._draft, label, "", row, cell)
            self._draft.header_unit = self._draft.header_unit or label.unit
        elif label.kind == "fields" and label.role != "project_code_name":
            self._draft.declare(label.role, row.origin, cell)
