"""Derive from goal and purpose what the project should cost, where the text leaves no choice."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations

from perf_lint.facts.claims import Claim, claims, may_compute, texts
from perf_lint.facts.cost_gap import is_unit_slip
from perf_lint.facts.form_view import FormFacts
from perf_lint.facts.money import funding_bases, total_yuan
from perf_lint.facts.prose_claims import SHORT_TIMES, same_measure
from perf_lint.facts.quantities import Reading, quantities
from perf_lint.facts.vocabulary import fact
from perf_lint.facts.years import is_multi_year
from perf_lint.text.pattern import lazy_pattern

NEAR = Decimal("0.8")
"""A derived amount this close below the total is meant to be the total; a smaller one is a part of it."""
PRICED = lazy_pattern("[/每均]")
"""Without one of these nothing in a text is a price for one."""
SAYING = ("总额", "项目资金", "项目经费", "项目预算", "项目总", "共需", "项目需", "预计需")
"""Without one of these nothing in a text is `SAID`."""
SAID = lazy_pattern(
    r"(?:^|[。;,:、])本?(?:(?:年度?|项目)?(?:预算)?(?:资金|经费)(?:预算)?总额|项目(?:总|预算)?(?:资金|经费|预算)(?:总额)?"
    r"|项目(?:预计|总)?共?需要?(?:财政)?(?:资金|经费))(?:为|共计|合计|共|:)?(?=\d)"
)
"""What stands before the amount that a text calls the total of this project."""
ABOUT = lazy_pattern(r"左右|以[上下内]")
MOST_AMOUNTS = 8
TEXTS = ("goal", "purpose")
"""What a single row derives is a part of the project."""
PARTLY = lazy_pattern(r"分担|承担|配套|自筹|上级|中央|省级|自治区级|市级|结转|总投资|概算|三年|五年|累计|已")
"""Words that say who else pays, or when: then the text may well speak of more than this budget."""
SHARED = lazy_pattern(
    r"分担|承担|配套|自筹|上级|中央|[省市县区]级(?:财政|资金|配套|负担|补助资金)|结转|总投资|概算|[二三五两]年|累计|已"
)
"""What lets a text speak of another sum than this budget's, where it names the project's total itself."""


@fact(FormFacts, "list(Claim)", "文字说明推算的项目金额")
def text_totals(form: FormFacts) -> tuple[Claim, ...]:
    """Give the derived amounts that contradict the total; empty where the total is explained or nothing is certain."""
    total = total_yuan(form)
    if not total or form.kind != "target" or is_multi_year(form):
        return ()
    if said := _said_total(form, total):
        return (said,)
    derived = [claim for claim in claims(form) if claim.is_money and claim.ok and claim.path in TEXTS] + (
        _unstated(form) if may_compute(form) else []
    )
    if not derived or _explained(form, derived, total):
        return ()
    return tuple(claim for claim in derived if _contradicts(form, claim, derived, total))


def _said_total(form: FormFacts, total: Decimal) -> Claim | None:
    """Give the amount that the text itself calls the project's total, where neither total nor source is that much."""
    if not any(word in text for text in (form.goal, form.purpose) if text for word in SAYING):
        return None
    for path, text in texts(form):
        told = SAID.search(text)
        if told is None or SHARED.search(text):
            continue
        said = next((one for one in quantities(text) if one.start == told.end() and one.is_money), None)
        if said is None or said.per or ABOUT.match(text, said.end):
            continue
        if said.amount not in funding_bases(form) and not is_unit_slip(said.amount, total):
            return Claim(path, Reading(said.text, said.amount, said.amount, ok=False))
    return None


def _contradicts(form: FormFacts, claim: Claim, derived: list[Claim], total: Decimal) -> bool:
    if is_unit_slip(claim.computed, total):
        return False
    if claim.computed > total:
        return not any(PARTLY.search(text) for _, text in texts(form))
    return len(derived) == 1 and claim.computed >= total * NEAR


def _explained(form: FormFacts, derived: list[Claim], total: Decimal) -> bool:
    """Tell whether the total, or derived and further amounts that add up to it, stand in the text."""
    money = [quantity for _, text in texts(form) for quantity in quantities(text) if quantity.is_money]
    further = {quantity.amount for quantity in money if not quantity.per} - {claim.computed for claim in derived}
    amounts = ([claim.computed for claim in derived] + sorted(further))[:MOST_AMOUNTS]
    sums = {sum(some) for size in range(1, len(amounts) + 1) for some in combinations(amounts, size)}
    return total in sums or any(quantity.amount == total for quantity in money)


def _unstated(form: FormFacts) -> list[Claim]:
    """Multiply the only price of the text by the only number of what it is for."""
    found = []
    for path, text in texts(form):
        if not PRICED.search(text):
            continue
        all_ = quantities(text)
        prices = [quantity for quantity in all_ if quantity.is_money]
        if len(prices) != 1 or not prices[0].per or not prices[0].per.rstrip("年"):
            continue
        price = prices[0]
        counts = [one for one in all_ if one.is_count and same_measure(price.per, one.unit)]
        if len(counts) == 1 and not any(unit in price.per for unit in ("月", "季度", *SHORT_TIMES)):
            product = price.amount * counts[0].amount
            if price.is_average and _may_be(product, price.step * counts[0].amount, total_yuan(form), text):
                continue
            found.append(Claim(path, Reading(f"{counts[0].text} × {price.text}", product, None)))
    return found


def _may_be(product: Decimal, slack: Decimal, total: Decimal | None, text: str) -> bool:
    """Tell whether an average, rounded or shared with others, may well come from the total."""
    return total is None or abs(product - total) <= slack or PARTLY.search(text) is not None
