"""Compare the total with its parts, and say where an amount's unit cannot be told."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from perf_lint.facts.cost_gap import is_unit_slip
from perf_lint.facts.form_view import AmountFacts, FormFacts
from perf_lint.facts.marks import mark
from perf_lint.facts.measures import carries_unit
from perf_lint.facts.money import RATE_NAME, cost_sum, total_yuan
from perf_lint.facts.rounding import last_place, rounding_slack
from perf_lint.facts.vocabulary import declare, fact
from perf_lint.model.words import Words
from perf_lint.text.numbers import YUAN
from perf_lint.text.pattern import lazy_pattern
from perf_lint.values import parse_money

MAX_ITEMS = 8
MAX_UNREAD = 12
"""More unread cells than this are not a missed line of the money block."""
OTHERS_PAY = lazy_pattern(r"配套|自筹|自有|自备|社会|企业|业主|单位资金|群众|贷款|赞助")
"""Sources that stand beside the budget's own and are no part of it."""
BARE_NUMBER = lazy_pattern(r"^\s*(?:\d+(?:\.\d+)?)?\s*$")
ZERO = lazy_pattern(r"^\s*0(?:\.0+)?\s*$")
"""Nothing is nothing in every unit."""


@fact(FormFacts, "money", "可以相加的财政拨款与其他资金")
def funding_parts(form: FormFacts) -> Decimal | None:
    """Add up 财政拨款 and 其他资金, blanks as zero; null where a part is unreadable, missing, or nothing is given.

    Where the form prints sources instead (上级资金, 本级资金, 上年结转), they are the parts.
    """
    amounts = [_part(amount) for amount in funding_sources(form)]
    if any(amount is None for amount in amounts) or not any(amounts):
        return None
    return sum((amount for amount in amounts if amount is not None), Decimal(0))


@fact(FormFacts, "list(Amount)", "资金总额的各个组成部分")
def funding_sources(form: FormFacts) -> tuple[AmountFacts, ...]:
    """Give the lines that make up the total; empty where the form names no two of them and no 财政拨款."""
    funding = form.funding
    if funding.fiscal is not None:
        return (funding.fiscal,) if funding.other is None else (funding.fiscal, funding.other)
    lines = [item.amount for item in funding.items if "·" not in item.label]
    if funding.other is not None:
        lines.append(funding.other)
    return tuple(lines) if 1 < len(lines) <= MAX_ITEMS and funding.items else ()


def _part(amount: AmountFacts | None) -> Decimal | None:
    return Decimal(0) if amount is None or amount.blank or ZERO.match(amount.text) else amount.yuan


@fact(FormFacts, "bool", "可以核对的财政拨款和其他资金")
def funding_adds_up(form: FormFacts) -> bool | None:
    """Tell whether the parts make the total, with any of the further lines that the form prints."""
    parts, total = funding_parts(form), total_yuan(form)
    if parts is None or total is None:
        bare = bare_funding_gap(form)
        return None if bare is None else bare == 0
    lines = [item.amount.yuan for item in form.funding.items if item.amount.yuan is not None] + _unread_sums(form)
    if len(lines) > MAX_ITEMS:
        return None
    if funding_leaves_out(form):
        return False
    if parts == total:
        return True
    sums = {sum(some, Decimal(0)) for size in range(len(lines) + 1) for some in combinations(lines, size)}
    slack = rounding_slack(form)
    return any(abs(total - base - extra) <= slack for extra in sums for base in (parts, Decimal(0)))


@fact(FormFacts, "decimal", "没有写单位的资金总额与各项之差")
def bare_funding_gap(form: FormFacts) -> Decimal | None:
    """Give how far the parts miss a total where none of them has a unit; null where any has, or nothing is given.

    Whatever the unit is, it is the same for all of them.
    """
    funding = form.funding
    if total_yuan(form) is not None or not funding.total or not funding.fiscal or funding.items or form.unread:
        return None
    texts = (funding.total.text, funding.fiscal.text, funding.other.text if funding.other else "0")
    total, *parts = (Decimal(text.strip() or 0) if BARE_NUMBER.match(text) else None for text in texts)
    known = [part for part in parts if part is not None]
    if not total or len(known) != len(parts) or not any(known):
        return None
    return total - sum(known)


@fact(FormFacts, "bool", "资金总额是否没有算上别人出的钱")
def funding_leaves_out(form: FormFacts) -> bool:
    """Tell whether some sources make the total and what others pay (配套, 自筹) is left over."""
    total, lines = total_yuan(form), [(item.label, item.amount.yuan) for item in form.funding.items]
    if not total or form.funding.fiscal is not None or form.funding.other is not None or len(lines) > MAX_ITEMS:
        return False
    named = [(label, yuan) for label, yuan in lines if yuan and "·" not in label]
    if sum(yuan for _, yuan in named) == total or form.unread:
        return False
    ours = [yuan for label, yuan in named if not OTHERS_PAY.search(label)]
    return 0 < len(ours) < len(named) and sum(ours) == total


def _unread_sums(form: FormFacts) -> list[Decimal]:
    """Give the sums in cells that no field took: each may be a source whose name is not known."""
    readings = [parse_money(text) for text in form.unread[:MAX_UNREAD]]
    unit = YUAN.get(form.funding.header_unit or "")
    sums = (one.yuan or (one.number * unit if unit and not one.unit else None) for one in readings if one is not None)
    return [yuan for yuan in sums if yuan]


@fact(FormFacts, "bool", "差额是否可能由四舍五入造成")
def funding_is_rounded(form: FormFacts) -> bool:
    """Tell whether two or more parts with decimals miss the total by no more than a unit of their last place each."""
    parts, total = funding_parts(form), total_yuan(form)
    steps = [last_place(one.text, one.unit) for one in funding_sources(form) if one.yuan and "." in one.text]
    return parts is not None and total is not None and len(steps) > 1 and abs(parts - total) <= sum(steps) / 2


@fact(FormFacts, "bool", "资金总额与各项的单位可能不一致")
def funding_unit_slip(form: FormFacts) -> bool | None:
    """Tell whether total and parts differ a thousandfold or more."""
    parts, total = funding_parts(form), total_yuan(form)
    return None if parts is None or total is None else is_unit_slip(parts, total)


class AmountDoubt:
    """An amount whose unit is not plain, with the reason in both languages."""

    TYPE = "AmountDoubt"
    __slots__ = ("__dict__", "path", "reason", "reason_en", "repaired", "text")

    def __init__(self, path: str, text: str, reason: Words) -> None:
        self.path = path
        self.text = text
        self.reason = reason.zh
        self.reason_en = reason.en
        self.repaired = f"{text.strip()}元" if reason is NO_YUAN and text.strip().endswith("万") else None


declare(
    "AmountDoubt",
    {
        "path": ("string", "字段路径"),
        "text": ("string", "金额原文"),
        "reason": ("string", "单位不明之处"),
        "reason_en": ("string", "单位不明之处"),
        "repaired": ("string", "单位写全的金额"),
    },
)
NO_YUAN = Words("只写了「万」，没有写「元」", "says 万 and leaves out 元")
NO_UNIT = Words("没有写金额单位", "has no unit of money")
NOT_HEADER = Words("写的单位与表头的单位不同", "is in another unit than the heading states")
SLIP = Words("与成本合计相差千倍以上，元和万元可能写混", "is a thousand times off the costs: is it 元 or 万元?")


@fact(FormFacts, "list(AmountDoubt)", "单位不明的金额")
def amount_doubts(form: FormFacts) -> tuple[AmountDoubt, ...]:
    """Give the amounts of the money block and of the cost rows whose unit is not plain."""
    return (*_of_block(form), *_of_rows(form))


def _of_block(form: FormFacts) -> Iterator[AmountDoubt]:
    funding = form.funding
    for amount in (funding.total, funding.fiscal, funding.other):
        if amount is None or amount.blank or ZERO.match(amount.text):
            continue
        if not amount.unit and amount.yuan is None and amount.text.strip()[-1:].isdigit():
            yield AmountDoubt(amount.path, amount.text, NO_UNIT)
        elif (
            amount.unit_from == "cell" and funding.header_unit in ("元", "万元") and amount.unit != funding.header_unit
        ):
            yield AmountDoubt(amount.path, amount.text, NOT_HEADER)
    together, total = cost_sum(form), total_yuan(form)
    if together and total and funding.total and is_unit_slip(together, total):
        yield AmountDoubt("funding.total", funding.total.text, SLIP)


BARE = mark(kinds=("number",))


def _of_rows(form: FormFacts) -> Iterator[AmountDoubt]:
    for row in form.asked(BARE):
        value = row.value
        if not value.in_cost or value.kind != "number" or RATE_NAME.search(row.name) or carries_unit(row.name):
            continue
        if value.yuan is not None:
            yield AmountDoubt(value.path, row.value_text, NO_YUAN)
        elif not value.unit and value.number:
            yield AmountDoubt(value.path, row.value_text, NO_UNIT)
