"""Give a chain of numbers and units its meaning: what is measured, how much, in which unit."""

from decimal import Decimal
from typing import NamedTuple

from perf_lint.values.grammar.driver import new_tuple
from perf_lint.values.numerals import ONE, multiple
from perf_lint.values.parts import Atom, Number, Unclear
from perf_lint.values.units import per_name, unit

TIME_WORDS = {"YEAR": "年", "DAY": "天", "QUARTER": "季度", "YEAREDGE": "", "MONTHEDGE": "", "MONTH": ""}
"""Unit of a date word where it counts a duration; empty where it never does."""
SMALLER = {("年", "月"): 12, ("天", "小时"): 24, ("小时", "分钟"): 60, ("分钟", "秒"): 60, ("元", "角"): 10}
GRADES = frozenset("类期种班层段门线")
"""After a Chinese numeral these name a grade or an ordinal (三类, 二期), after digits they count."""
IDIOMS = frozenset(
    ["十分", "万分", "一样", "一道", "一度", "一方", "一面", "一点", "一片", "一行", "百年", "千万", "一对"]
)
KIND_OF_DIMENSION = {"share": "percent", "points": "change", "money": "money", "time": "duration"}
FREQUENT = frozenset(["次", "期", "场", "场次", "回", "批", "批次", "遍", "轮", "轮次", "频次", "趟", "班次"])


class Quantity(NamedTuple):
    """A measured amount; `number` × `scale` is in the base unit."""

    number: Decimal
    multiple: str
    unit: str
    dimension: str | None
    base: str
    scale: Decimal
    per: str = ""
    plus: bool = False
    bare: bool = False
    implied: bool = False
    """Only an approximation can leave out the 一: 近百人, 百余人."""

    @property
    def unit_text(self) -> str:
        """The unit in its standard spelling, multiplier included (万元/人); empty for a bare number."""
        return f"{self.multiple}{self.unit}/{self.per}" if self.per else self.multiple + self.unit

    @property
    def value(self) -> Decimal:
        """The number in base units, exact."""
        return self.number if self.scale is ONE else self.number * self.scale


def quantity(atoms: tuple[Atom, ...]) -> Quantity:
    """Measure a chain; raise Unclear where its parts do not make one amount."""
    if len(atoms) == 1:
        return _single(atoms[0])
    if len(atoms) == 2:
        return _joined(atoms[0], atoms[1])
    raise Unclear("几个数连在一起，不能确定是一个数", "several numbers run together")


def _single(atom: Atom) -> Quantity:
    number = atom.number
    if number is None:
        raise Unclear("缺少数字", "there is no number")
    word = TIME_WORDS.get(atom.kind, atom.word)
    if atom.kind in TIME_WORDS and not word:
        raise Unclear("不能确定是日期还是时长", "this may be a date or a duration")
    if number.chinese:
        _check_counting(number, word, atom.kind)
    return _measured(number, word, atom.per)


def _check_counting(number: Number, word: str, kind: str) -> None:
    if word in GRADES or kind == "UNKNOWN":
        raise Unclear("这是等级或序号，不是数量", "this is a grade or an ordinal, not an amount")
    if number.text + word in IDIOMS:
        raise Unclear("这是习惯用语，不是数量", "this is a figure of speech, not an amount")


def _measured(number: Number, word: str, per: str) -> Quantity:
    value, _, times, plus, _, implied = number
    found = unit(word) if word else None
    name, dimension = (found.name, found.dimension) if found else ("", None)
    base = name
    scale = multiple(times) if times else ONE
    if found and found.factor is not None:
        if dimension == "money" and found.base == "元":
            base, scale = "元", scale if found.factor == 1 else scale * found.factor
        elif dimension == "share":
            if times:
                raise Unclear("百分数前不应有倍数", "a percentage takes no multiplier")
            base, scale = "1", found.factor
    each = per_name(per) if per else ""
    return new_tuple(Quantity, (value, times, name, dimension, base, scale, each, plus, not word, implied and not plus))


def _joined(first: Atom, second: Atom) -> Quantity:
    """Join two parts of one amount: 23万5千元, 1年6个月, 一年半."""
    if first.number is None or second.number is None or first.per or first.number.plus or second.number.implied:
        raise Unclear("几个数连在一起，不能确定是一个数", "several numbers run together")
    big, small = first.number, second.number
    if first.kind == "BARE" and big.multiple:
        ratio = _share(big, small)
        if ratio is not None:
            return _measured(big._replace(value=big.value + ratio, plus=small.plus), _word(second), second.per)
    if second.kind == "BARE" and small.text == "半" and first.kind in ("YEAR", "UNIT", "DAY") and not big.multiple:
        return _measured(big._replace(value=big.value + small.value), _word(first), "")
    if second.kind == "BARE" and first.word == "成" and len(small.text) == 1 and small.value and not big.multiple:
        return _measured(big._replace(value=big.value + small.value / 10), "成", "")
    larger, smaller = unit(_word(first)).name, unit(_word(second)).name
    step = SMALLER.get((larger, smaller))
    if step and small.value < step and not big.multiple and not small.multiple:
        part = small.value / step
        if part * step == small.value:
            return _measured(big._replace(value=big.value + part), larger, second.per)
    raise Unclear("几个数连在一起，不能确定是一个数", "several numbers run together")


def _share(big: Number, small: Number) -> Decimal | None:
    """Give the second part of 3万5千, 3万5 (35000, as 三万五) and 3万5000 in the first one's multiplier."""
    step = multiple(big.multiple)
    if small.multiple:
        part = multiple(small.multiple) * small.value
    elif small.chinese or "." in small.text or not small.value:
        return None
    elif len(small.text) == 1:
        part = small.value * step / 10
    else:
        part = small.value if 10 ** len(small.text) == step else step
    return part / step if part < step and big.value == big.value.to_integral_value() else None


def _word(atom: Atom) -> str:
    return TIME_WORDS.get(atom.kind, atom.word)


def kind_of(found: Quantity) -> str:
    """Name the kind of a plain quantity."""
    if found.per:
        return "frequency" if found.unit in FREQUENT and is_time(found.per) else "rate"
    return "number" if found.bare else KIND_OF_DIMENSION.get(found.dimension or "", "count")


def is_time(per: str) -> bool:
    """Tell whether `per` is a span of time (月, 2年, 半年)."""
    plain = per.lstrip("0123456789半")
    return unit(plain).dimension == "time"
