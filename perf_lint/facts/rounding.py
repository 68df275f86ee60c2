"""Allow for amounts whose cells show fewer digits than they hold: a sum may miss by the rounding, and no more."""

from __future__ import annotations

from decimal import Decimal

from perf_lint.facts.form_view import FormFacts
from perf_lint.facts.vocabulary import fact
from perf_lint.text.numbers import YUAN
from perf_lint.text.pattern import lazy_pattern

CODE = "rounded-display"
_NUMBER = lazy_pattern(r"\d[\d,，]*(?:\.(\d+))?")


@fact(FormFacts, "money", "显示时四舍五入可能造成的差额")
def rounding_slack(form: FormFacts) -> Decimal:
    """Add up half a unit of the last shown digit, in 元, of every amount that the spreadsheet shows rounded."""
    rounded = {path for path, code in form.model.cell_remarks if code == CODE}
    if not rounded:
        return Decimal(0)
    funding = form.funding
    amounts = [(a.path, a.text, a.unit) for a in (funding.total, funding.fiscal, funding.other) if a is not None]
    amounts += [(item.path, item.amount.text, item.amount.unit) for item in funding.items]
    costs = [(row.value.path, row.value_text, "") for row in form.indicators if row.value.yuan is not None]
    halves = (last_place(text, unit) / 2 for path, text, unit in (*amounts, *costs) if path in rounded)
    return sum(halves, Decimal(0))


def last_place(text: str, unit: str | None) -> Decimal:
    """Give a unit of the last digit that `text` shows, in 元."""
    number = _NUMBER.search(text)
    if number is None:
        return Decimal(0)
    named = next((name for name in YUAN if name in text), unit)
    return Decimal(1).scaleb(-len(number[1] or "")) * YUAN.get(named or "", Decimal(1))
