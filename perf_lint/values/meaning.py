"""Give what the grammar found its meaning, as the fields of a Value."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Context, Decimal

from perf_lint.text.pattern import lazy_pattern
from perf_lint.values.calendar import like_dates
from perf_lint.values.numerals import MULTIPLES, ONE, multiple, unmultiplied
from perf_lint.values.parts import Atom, Bound, Core, Number, Unclear
from perf_lint.values.quantity import Quantity, kind_of, quantity
from perf_lint.values.signs import NO_SIGNS, Signs, read_signs
from perf_lint.values.timing import Fields, is_dated, timing
from perf_lint.values.units import known, per_name, unit

RATIO_CONTEXT = Context(prec=60, rounding=ROUND_HALF_EVEN)
YEAR_MONTH = lazy_pattern(r"(?:19|20)[0-9]{2}\.(?:0?[1-9]|1[0-2])")
SCHOOL_TIME = frozenset(["学年", "学期", "季度"])
CLOCK = frozenset("点时")
EDITIONS = frozenset("版款")
TWO_SENSES = CLOCK | EDITIONS | {"个点"}
UNSIGNED = frozenset(["count", "people", "visits", "times", "age", "area", "volume", "mass"])
"""Dimensions of what is never negative: the dash before such a number is a bullet or a slip."""
LARGE = 1000
RATIO_STEP = Decimal("1e-12")
RANGE_WORDS = frozenset(["控制在", "达", "达到", "为", "应控制在", "="])
"""Signs that may introduce a range."""


def meaning(found: Bound | tuple[Bound, Bound]) -> Fields:
    """Interpret one bound, or two that make a range (≥85%且≤100%); raise Unclear where no certain meaning is left."""
    if not isinstance(found, Bound):
        return _between(_bound(found[0]), _bound(found[1]))
    return _bound(found)


def _bound(found: Bound) -> Fields:
    before, core, after = found
    signs = read_signs(before, after) if before or after else NO_SIGNS
    fields = timing(core, signs) if is_dated(core, signs) else _amount(found, signs)
    if signs is NO_SIGNS:
        return fields
    if signs.approx:
        fields["approx"] = True
    if signs.remark is not None and not _gave_unit(found, signs):
        fields["remark"] = signs.remark
        fields["label"] = fields.get("label") or signs.remark
    return fields


def _gave_unit(found: Bound, signs: Signs) -> bool:
    """Tell whether the brackets held the unit of the number: 30(万元)."""
    core = found.core
    bare = core.kind == "one" and len(core.first) == 1 and core.first[0].kind == "BARE"
    return bare and not (signs.share or signs.currency) and _is_unit(signs.remark)


def _amount(found: Bound, signs: Signs) -> Fields:
    if signs.foreign and not _bounded_by_at(found, signs):
        raise Unclear("数量与前后的词不相配", "the words around the number do not go with it")
    core = found.core
    if core.kind == "span":
        fields = _range(found, signs)
    elif core.kind != "one":
        fields = _ratio(core, signs)
    else:
        found_one = quantity(core.first)
        if signs.words:
            found_one = _complete(found_one, signs)
        if found_one.implied or signs.per:
            _check_written_out(found_one, core, signs)
        if found_one.per or core.first[-1].word in TWO_SENSES:
            _check_double_sense(found_one, core.first[-1].word, signs)
        if found_one.bare and (signs.done or _like_month(core)):
            raise Unclear("数字缺少单位，不能确定含义", "the number has no unit, so its meaning is not certain")
        fields = _single(found_one, signs)
    if "BETWEEN" in signs.words and core.kind != "span":
        raise Unclear("“之间”前应是一个范围", "之间 follows only a range")
    if signs.done:
        fields["label"] = signs.done
    return _changed(fields, signs) if signs.words else fields


def _bounded_by_at(found: Bound, signs: Signs) -> bool:
    """Tell whether 在 belongs to what follows the number (在95%以上)."""
    within = signs.words & {"ABOVE", "BELOW", "WITHIN", "BETWEEN", "ABOUT"}
    return bool(within) and signs.foreign == {"AT"} and found.before[0].text == "在"


def _check_written_out(found: Quantity, core: Core, signs: Signs) -> None:
    if found.implied and not signs.rounded:
        raise Unclear("缺少数字", "there is no number")
    if signs.per and core.first[0].kind == "DAY" and core.first[0].word == "日" and signs.comparator is None:
        raise Unclear("可能是日期，也可能是天数", "this may be a date or a number of days")


def _check_double_sense(found: Quantity, word: str, signs: Signs) -> None:
    """Refuse words of two senses that nothing settles: 9点, 15个点, 95分/100分."""
    if word == "个点" and not signs.direction:
        raise Unclear("可能是百分点，也可能是点位", "these may be percentage points or spots")
    if word in EDITIONS and 1990 <= found.number <= 2099:
        raise Unclear("可能是年份，也可能是数量", "this may be a year or an amount")
    if word in CLOCK and found.number <= 24 and signs.comparator is None and not found.per:
        raise Unclear("可能是钟点", "this may be a time of day")
    if found.per and found.per.lstrip("0123456789") == found.unit != found.per:
        raise Unclear("可能是满分，也可能是单位", "this may be a full score or a unit")


def _like_month(core: Core) -> bool:
    """Tell whether a bare decimal may be a month: 2024.6."""
    number = core.first[0].number
    return number is not None and not number.multiple and bool(YEAR_MONTH.fullmatch(number.text))


def _single(found: Quantity, signs: Signs) -> Fields:
    if signs.around:
        if signs.comparator not in (None, "=", "<=") or signs.negative:
            raise Unclear("± 与其他比较说法不相配", "± does not go with the other comparison")
        number, base = found.number, found.value
        return _fields(found, "range") | {
            "number": -number,
            "number2": number,
            "number_base": -base,
            "number2_base": base,
        }
    comparator = signs.comparator or (">" if found.plus else "=")
    if found.dimension == "time":
        _check_short_year(found, signs)
        _check_length_of_time(found, signs)
    fields = _fields(found, comparator)
    if signs.negative:
        if found.dimension in UNSIGNED:
            raise Unclear("数量不会是负数", "there is no negative count")
        fields |= {"number": -found.number, "number_base": -found.value}
    if found.plus:
        fields["approx"] = True
    return fields


def _fields(found: Quantity, comparator: str) -> Fields:
    number, multiple, name, dimension, base, _, per = found[:7]
    return {
        "kind": kind_of(found),
        "comparator": comparator,
        "number": number,
        "unit": found.unit_text if per else multiple + name,
        "number_base": found.value,
        "unit_base": f"{base}/{per}" if per else base,
        "dimension": dimension,
    }


def _complete(found: Quantity, signs: Signs) -> Quantity:
    """Apply 百分之, ¥ and 每."""
    if signs.share:
        if not found.bare or found.multiple or found.plus:
            raise Unclear("“百分之”后应只有数字", "only a number can follow 百分之")
        share = unit(signs.share)
        found = found._replace(
            unit=share.name, dimension="share", base="1", scale=share.factor or Decimal(0), bare=False
        )
    if found.bare and signs.remark:
        found = _with_unit(found, signs.remark)
    if signs.currency:
        if not found.bare and found.dimension != "money":
            raise Unclear("货币符号后的单位不是钱", "the unit after the currency sign is not money")
        if found.bare:
            found = found._replace(unit="元", base="元", dimension="money", bare=False)
    if "EXACT" in signs.words and found.dimension != "money":
        raise Unclear("“整”只用于金额", "整 follows only an amount of money")
    return _per(found, signs) if signs.per else found


def _per(found: Quantity, signs: Signs) -> Quantity:
    """Divide by what every 每 speaks of."""
    if found.bare:
        raise Unclear("“每”后的数字缺少单位", "the number after 每 has no unit")
    pieces = [per_name(each) for each in signs.per] + ([found.per] if found.per else [])
    if not all(pieces):
        raise Unclear("“每”后缺少单位", "每 names no unit")
    return found._replace(per="·".join(pieces))


def _with_unit(found: Quantity, remark: str) -> Quantity:
    """Take a unit that stands in brackets: 1000(人), 30(万元), 500(元/人)."""
    if not _is_unit(remark):
        return found
    name, _, per = remark.partition("/")
    word = name if known(name) else unmultiplied(name)
    many = name[: len(name) - len(word)]
    if many and found.multiple:
        raise Unclear("数字和括号里的单位都写了万、亿", "both the number and the unit in brackets are multiplied")
    number = Number(found.number, "", many or found.multiple, found.plus)
    return quantity((Atom("UNIT", word, number, per),))


def _is_unit(remark: str | None) -> bool:
    name, _, per = (remark or "").partition("/")
    word = name if known(name) else unmultiplied(name)
    many = name[: len(name) - len(word)]
    return known(word) and (not many or many in MULTIPLES) and (not per or known(per))


def _range(found: Bound, signs: Signs) -> Fields:
    if signs.around or signs.words & {"ABOVE", "BELOW", "EXCLUSIVE"}:
        raise Unclear("范围与前后的比较说法不相配", "the comparison does not go with a range")
    words = {token.text for token in found.before if token.kind in ("GE", "LE", "GT", "LT", "EQ")}
    if words - RANGE_WORDS:
        raise Unclear("范围前又写了比较符号", "a comparison stands before a range")
    low, high = _ends(quantity(found.core.first), _complete(quantity(found.core.second), signs), signs)
    if signs.negative:
        low = low._replace(number=-low.number)
    if low.bare and not low.multiple and 1990 <= low.number < high.number <= 2099 and high.number % 1 == 0:
        raise Unclear("可能是年份，也可能是数量", "these may be years or amounts")
    if low.implied or high.implied:
        raise Unclear("缺少数字", "there is no number")
    if _like_days(found.core, signs) or (low.bare and not signs.words and like_dates(low.number, high.number)):
        raise Unclear("可能是日期，也可能是数量", "these may be dates or amounts")
    if found.core.second[-1].word in CLOCK and high.number <= 24:
        raise Unclear("可能是钟点", "these may be times of day")
    if low.value > high.value:
        raise Unclear("范围的前一个数大于后一个", "the range runs backwards")
    return _fields(low, "range") | {"number2": high.number, "number2_base": high.value}


def _like_days(core: Core, signs: Signs) -> bool:
    return bool(signs.per) and any(atom.kind == "DAY" and atom.word == "日" for atom in core.first + core.second)


def _ends(low: Quantity, high: Quantity, signs: Signs) -> tuple[Quantity, Quantity]:
    """Give a first number without a unit the unit of the second (3-5万元); both must then have the same."""
    if low.plus or high.plus:
        raise Unclear("范围的两端应是确定的数", "the ends of a range are certain numbers")
    if low.bare and low.multiple in ("", high.multiple):
        low = high._replace(number=low.number)
    elif signs.share or signs.currency or signs.per:
        low = _complete(low, signs)
    if high.per and not low.per and (low.multiple, low.unit) == (high.multiple, high.unit):
        low = low._replace(per=high.per)
    if low.multiple != high.multiple:
        low, high = _in_one_multiple(low, high)
    if low.unit_text != high.unit_text:
        raise Unclear("范围两端的单位不一致", "the two ends have different units")
    _check_length_of_time(low, signs)
    return low, high


def _in_one_multiple(low: Quantity, high: Quantity) -> tuple[Quantity, Quantity]:
    """Write the second end in the multiple of the first: 500元-1万元, 8千-1万人."""
    if low.bare:
        own, other = (multiple(end.multiple) if end.multiple else ONE for end in (low, high))
        low = high._replace(number=low.number, multiple=low.multiple, scale=high.scale / other * own)
    if low.unit == high.unit and not high.implied:
        number = RATIO_CONTEXT.divide(high.value, low.scale)
        whole = number.to_integral_value()
        high = high._replace(number=whole if whole == number else number, multiple=low.multiple, scale=low.scale)
    return low, high


def _check_short_year(found: Quantity, signs: Signs) -> None:
    alone = found.unit == "年" and not found.per and not found.multiple and signs.comparator is None
    if alone and 21 <= found.number <= 29:
        raise Unclear("可能是年份的简写，也可能是时长", "this may be a year written short, or a duration")


def _check_length_of_time(found: Quantity, signs: Signs) -> None:
    if found.unit in SCHOOL_TIME and found.number >= 1900:
        raise Unclear("这是哪一学年，不是时长", "this names a school year, not a length of time")
    if found.dimension == "time" and signs.recent:
        raise Unclear("“近”几年指过去的一段时间，不是时长", "the last years are no length of time")


def _ratio(core: Core, signs: Signs) -> Fields:
    """Read 1:3, 1/3, 12/10万, 三分之一; the base value is rounded to 12 decimals."""
    if signs.words & {"PM", "NEG", "CURRENCY", "SHARE", "EACH", "EXACT"}:
        raise Unclear("比例与前后的词不相配", "the words around the ratio do not go with it")
    first, second = quantity(core.first), quantity(core.second)
    over, under = (second, first) if core.kind == "out_of" else (first, second)
    plain = all(part.bare and not part.plus for part in (over, under)) and not (over.multiple or over.implied)
    if core.kind == "ratio" and (under.multiple or under.implied):
        plain = False
    if not plain or not over.number or not under.number:
        raise Unclear("比例的两边应是不为零的数", "both sides of a ratio are numbers other than zero")
    if core.kind == "fraction":
        _check_fraction(over.number, under.value)
    elif core.kind == "ratio":
        _check_clock(core, over.number, under.number)
    share = RATIO_CONTEXT.divide(over.number, under.value)
    return {
        "kind": "ratio",
        "comparator": signs.comparator or "=",
        "number": over.number,
        "number2": under.value,
        "unit": "比" if core.kind == "ratio" else "分数",
        "number_base": share.quantize(RATIO_STEP, context=RATIO_CONTEXT).normalize(RATIO_CONTEXT),
        "unit_base": "1",
        "dimension": "share",
    }


def _check_clock(core: Core, hour: Decimal, minute: Decimal) -> None:
    """Refuse 08:30 and 9:30; 1:30 and 3:10 stay ratios."""
    first, second = (atoms[0].number.text if atoms[0].number else "" for atoms in (core.first, core.second))
    of_day = 6 <= hour <= 24 and minute < 60 and len(second) == 2 and first.isdigit() and second.isdigit()
    if (first.startswith("0") and hour >= 1) or of_day:
        raise Unclear("可能是钟点", "this may be a time of day")


def _check_fraction(over: Decimal, under: Decimal) -> None:
    if under >= LARGE:
        return  # 12.5/10万 is neither a date nor a slip
    whole = over == over.to_integral_value() and under == under.to_integral_value()
    if not whole or over > under or (over > 1 and over <= 12 and 12 < under <= 31):
        raise Unclear("可能是分数，也可能是日期", "this may be a fraction or a date")


def _changed(fields: Fields, signs: Signs) -> Fields:
    """Mark a change: 同比下降10%, 提高≥3%."""
    if signs.direction:
        fields["direction"] = signs.direction
    if signs.words >= {"RISE", "FALL"} or (signs.words & {"RISE", "FALL"} and signs.words & {"UPTO", "DOWNTO"}):
        raise Unclear("升降的说法相反", "it says up and down at once")
    if signs.words & {"RISE", "FALL"}:
        if signs.negative or fields["kind"] == "number":
            raise Unclear("升降的幅度缺少单位", "the change has no unit")
        fields["kind"] = "change"
    elif "AGAINST" in signs.words and not signs.words & {"UPTO", "DOWNTO"}:
        raise Unclear("没有写明是上升还是下降", "it does not say whether up or down")
    return fields


def _between(first: Fields, second: Fields) -> Fields:
    """Join a lower and an upper bound of the same unit."""
    lower, upper = (first, second) if first["comparator"] in (">", ">=") else (second, first)
    fits = (
        lower["comparator"] in (">", ">=")
        and upper["comparator"] in ("<", "<=")
        and lower["kind"] == upper["kind"]
        and lower.get("number") is not None
        and upper.get("number") is not None
        and lower.get("unit") == upper.get("unit")
        and lower["number_base"] <= upper["number_base"]
    )
    if not fits:
        raise Unclear("两个条件不能合成一个范围", "the two conditions make no range")
    joined = {"comparator": "range", "number2": upper["number"], "number2_base": upper["number_base"]}
    return lower | joined | {"label": lower.get("label") or upper.get("label")}
