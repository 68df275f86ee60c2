"""Check the arithmetic that goal and purpose texts state: 340人*1.4万元=476万元, 534条 每年4800元 共计256.32万元."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from perf_lint.facts.aside_claims import aside_claims
from perf_lint.facts.form_view import FormFacts
from perf_lint.facts.marks import column_mark, mark
from perf_lint.facts.prose_claims import prose_claims
from perf_lint.facts.quantities import Quantity, Reading, flatten, quantities
from perf_lint.facts.vocabulary import declare, fact, keep
from perf_lint.text.blanks import one_width
from perf_lint.text.pattern import lazy_pattern

TIMES = frozenset("*×xX乘")
JOIN = lazy_pattern(r"([*×xX乘+=])[^\d,;。=+*×()]{0,8}$")
UNSAFE_START = lazy_pattern(r"[-+*×/÷%()=][^\d,;。]{0,8}$")
_COMPUTES = lazy_pattern("[=共计额/每均]|总需|[,，]全年")
_NUMBERS = lazy_pattern(r"[\d十百千万]")
SHORTEST = 6
SUM = lazy_pattern(r"元[(（]|\d[^\d]*[=＝]|共|计\d|计[^\d]{0,6}\d")
UNSAFE_END = lazy_pattern(r"[-+*×/÷%()]")


class Claim:
    """A statement of arithmetic in a text: what it computes to and what the text says, in 元 or plain numbers."""

    TYPE = "Claim"
    __slots__ = ("__dict__", "computed", "is_money", "ok", "path", "stated", "text")

    def __init__(self, path: str, reading: Reading) -> None:
        self.path = path
        self.text = reading.text
        self.computed = reading.computed
        self.stated = reading.stated
        self.is_money = reading.is_money
        self.ok = reading.ok


declare(
    "Claim",
    {
        "path": ("string", "字段路径"),
        "text": ("string", "算式"),
        "computed": ("decimal", "算得的数"),
        "stated": ("decimal", "文中所写的数"),
        "is_money": ("bool", "是否金额"),
        "ok": ("bool", "是否算对"),
    },
)


@fact(FormFacts, "list(Claim)", "文字说明中的算式")
def claims(form: FormFacts) -> tuple[Claim, ...]:
    """Give the checkable statements of goal, purpose, targets and descriptions, right and wrong ones."""
    places = (*(texts(form) if may_compute(form) else ()), *_row_texts(form))
    return tuple(claim for path, text in places for claim in (*_formulas(path, text), *_prose(path, text)))


@keep(FormFacts)
def may_compute(form: FormFacts) -> bool:
    """Tell whether goal or purpose holds an equation, words of a sum, or a price for one."""
    return any(text and _COMPUTES.search(one_width(text)) for text in (form.goal, form.purpose))


@keep(FormFacts)
def texts(form: FormFacts) -> tuple[tuple[str, str], ...]:
    """Give goal and purpose with their paths, flattened, those without any number left out."""
    fields = (("goal", form.goal), ("purpose", form.purpose))
    return tuple((path, flatten(text)) for path, text in fields if text and _has_number(text))


def _has_number(text: str) -> bool:
    return _NUMBERS.search(text) is not None or any(map(str.isdigit, text))


def _may_be_sum(text: str) -> bool:
    return len(text) > SHORTEST and SUM.search(text) is not None


SUMS = mark(value=lambda row: _may_be_sum(row.value_text), odd=True) | column_mark("description")


def _row_texts(form: FormFacts) -> Iterator[tuple[str, str]]:
    """Give the targets and descriptions that could hold a sum; a lone ≥ or = before a number holds none."""
    for row in form.asked(SUMS):
        for field, text in (("value", row.value_text), ("description", row.description)):
            if text and _may_be_sum(text):
                yield f"{row.path}.{field}", flatten(text)


def _prose(path: str, flat: str) -> Iterator[Claim]:
    for reading in (*prose_claims(flat), *aside_claims(flat)):
        yield Claim(path, reading)


def _formulas(path: str, flat: str) -> Iterator[Claim]:
    if "=" not in flat:
        return
    for terms, signs in _chains(flat, quantities(flat)):
        claim = _formula(path, flat, terms, signs)
        if claim is not None:
            yield claim


def _chains(flat: str, found: tuple[Quantity, ...]) -> Iterator[tuple[list[Quantity], list[str]]]:
    """Give runs of quantities joined by operators that end in `= quantity`, with the operators between."""
    terms: list[Quantity] = []
    signs: list[str] = []
    for quantity in found:
        joined = JOIN.search(flat, terms[-1].end, quantity.start) if terms else None
        if joined is None:
            terms, signs = [quantity], []
            continue
        terms.append(quantity)
        signs.append("*" if joined[1] in TIMES else joined[1])
        if joined[1] == "=":
            yield terms, signs
            terms, signs = [quantity], []


def _formula(path: str, flat: str, terms: list[Quantity], signs: list[str]) -> Claim | None:
    *parts, result = terms
    if len(parts) < 2 or not _stands_alone(flat, terms[0].start, result.end):
        return None
    computed = _evaluate(parts, signs[:-1], result.is_money)
    if computed is None:
        return None
    text = "".join(part.text + (" × " if sign == "*" else f" {sign} ") for part, sign in zip(parts, signs, strict=True))
    ok = abs(computed - result.amount) < result.step
    return Claim(path, Reading(text.removesuffix(" = "), computed, result.amount, ok, result.is_money))


def _stands_alone(flat: str, start: int, end: int) -> bool:
    """Tell whether nothing before or after belongs to the formula; brackets around the whole of it do not."""
    if flat[max(0, start - 1) : start] == "(" and flat[end : end + 1] == ")":
        return True
    return not UNSAFE_START.search(flat[max(0, start - 9) : start]) and not UNSAFE_END.match(flat, end)


def _evaluate(parts: list[Quantity], signs: list[str], money: bool) -> Decimal | None:
    """Add up products; null unless every product holds exactly as much money as the result needs."""
    total = Decimal(0)
    for product in _products(parts, signs):
        if sum(part.is_money for part in product) != int(money):
            return None
        value = Decimal(1)
        for part in product:
            value *= part.amount / 100 if part.unit == "%" else part.amount
        total += value
    return total


def _products(parts: list[Quantity], signs: list[str]) -> list[list[Quantity]]:
    products = [[parts[0]]]
    for sign, part in zip(signs, parts[1:], strict=True):
        if sign == "*":
            products[-1].append(part)
        else:
            products.append([part])
    return products
