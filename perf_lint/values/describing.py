"""Say in plain words what was understood of a value, or where understanding stopped."""

from __future__ import annotations

from decimal import Decimal

from perf_lint.model.value import DateSpan, Value
from perf_lint.model.words import Lang, Words
from perf_lint.values.refusal import UNREAD

KINDS = {
    "percent": Words("百分数", "percentage"),
    "money": Words("金额", "amount of money"),
    "rate": Words("单位标准", "amount per unit"),
    "count": Words("数量", "quantity"),
    "number": Words("数字（没有单位）", "number without a unit"),
    "ratio": Words("比例", "ratio"),
    "change": Words("变化幅度", "change"),
    "duration": Words("时长", "length of time"),
    "frequency": Words("频次", "frequency"),
    "date": Words("日期", "date"),
    "deadline": Words("截止时间", "deadline"),
    "period": Words("时间段", "period"),
    "boolean": Words("是否", "yes or no"),
    "none": Words("无", "none"),
    "qualitative": Words("定性表述", "words, not a number"),
    "mixed": Words("数字和文字并列", "a number or words"),
    "multi": Words("多个值", "several values"),
    "malformed": Words("无法理解", "not understood"),
}
COMPARISONS = {
    ">=": Words("不低于", "at least"),
    "<=": Words("不超过", "at most"),
    ">": Words("超过", "more than"),
    "<": Words("低于", "less than"),
    "=": Words("等于", "exactly"),
}
COUNTED = {**COMPARISONS, ">=": Words("不少于", "at least"), "<": Words("少于", "fewer than")}
"""How people compare what is counted or lasts."""
COUNTED_DIMENSIONS = frozenset(["people", "visits", "times", "count", "time", None])
DIRECTIONS = {"up": Words("提高", "up "), "down": Words("降低", "down "), "keep": Words("保持", "kept ")}
REACHED = {
    "up": Words("提高到", "raised to "),
    "down": Words("降低到", "lowered to "),
    "keep": Words("保持在", "kept at "),
}
SPANS = {"年": "year", "半年": "half-year", "季度": "quarter", "月": "month", "周": "week", "天": "day", "学期": "term"}


def describe(value: Value, lang: Lang = "zh") -> str:
    """Explain the reading in one line: 百分数：不低于 85%."""
    kind = KINDS[value.kind].to(lang)
    what = _what(value, lang)
    extra = [] if value.kind in ("multi", "mixed", "malformed") or not value.label else [_label(value.label, lang)]
    if value.date is not None and value.parts:
        extra = [Words("；", "; ").to(lang) + describe(part, lang) for part in value.parts]
    line = Words("：", ": ").to(lang).join(piece for piece in (kind, what) if piece)
    return line + "".join(extra)


def _what(value: Value, lang: Lang) -> str:
    if value.kind == "malformed":
        return _problem(value, lang)
    if value.kind in ("multi", "mixed"):
        return Words("；", "; ").to(lang).join(describe(part, lang) for part in value.parts)
    if value.date is not None:
        said = _date(value.kind, value.date, lang)
        if value.approx:
            said = Words("约 ", "about ").to(lang) + said
        each = _each(value.unit, lang)
        return Words(f"{each}{said}", f"{each} {said}".strip()).to(lang)
    if value.number is not None:
        return _amount(value, lang)
    if value.kind == "frequency":
        return _each(value.unit, lang)
    return (value.qualitative or "") if value.kind in ("qualitative", "boolean") else ""


def _problem(value: Value, lang: Lang) -> str:
    problem = value.problem.to(lang) if value.problem else ""
    if value.problem_at is None or not 1 <= value.problem_at <= len(value.text):
        return problem
    char = value.text[value.problem_at - 1]
    shown = char if char.isprintable() else f"U+{ord(char):04X}"
    if value.problem == UNREAD:
        return Words(f"从第 {value.problem_at} 个字“{shown}”起", f"from character {value.problem_at} “{shown}” on").to(
            lang
        )
    where = Words(f"第 {value.problem_at} 个字“{shown}”：", f"at character {value.problem_at} “{shown}”: ")
    return where.to(lang) + problem


def _amount(value: Value, lang: Lang) -> str:
    number, unit = value.number or Decimal(0), value.unit or ""
    if unit == "百分点":
        unit = Words(" 个百分点", " percentage points").to(lang)
    if unit in ("比", "分数"):
        said = f"{_sign(value, lang)}{number:f}{':' if unit == '比' else '/'}{value.number2 or 0:f}"
    elif value.comparator == "range" and value.number2 is not None:
        said = Words(f"{number:f}{unit} 到 {value.number2:f}{unit}", f"{number:f}{unit} to {value.number2:f}{unit}").to(
            lang
        )
    else:
        said = f"{_sign(value, lang)}{number:f}{unit}"
    verbs = DIRECTIONS if value.kind == "change" else REACHED
    direction = verbs[value.direction].to(lang) if value.direction else ""
    base = value.number_base
    folded = value.kind == "money" or (value.kind == "rate" and not (value.unit_base or "").startswith("1/"))
    if folded and base is not None and base != number and value.comparator != "range":
        same = f"{base.normalize():f}{value.unit_base}"
        said += Words(f"（即 {same}）", f" (that is {same})").to(lang)
    # 提高约 10%, but 提高 10%: a verb stands close to a word, and apart from a number.
    gap = " " if direction and lang == "zh" and not "\u4e00" <= said[0] <= "\u9fff" else ""
    return direction + gap + said


def _sign(value: Value, lang: Lang) -> str:
    if value.approx:
        more = value.comparator == ">"
        return (Words("略多于 ", "a little more than ") if more else Words("约 ", "about ")).to(lang)
    if value.comparator in (None, "="):
        return ""
    counted = value.kind in ("count", "duration", "frequency") and value.dimension in COUNTED_DIMENSIONS
    return (COUNTED if counted else COMPARISONS)[value.comparator].to(lang) + " "


def _each(unit: str | None, lang: Lang) -> str:
    per = (unit or "").lstrip("/")
    return Words(f"每{per}", f"every {SPANS.get(per, per)}").to(lang) if per else ""


def _date(kind: str, date: DateSpan, lang: Lang) -> str:
    if not date.valid:
        written = "年月日"
        raw = "".join(f"{part}{written[at]}" for at, part in enumerate(date.raw) if part is not None)
        return Words(f"{raw}（没有这一天）", f"{raw} (there is no such date)").to(lang)
    said = _days(kind, date, lang)
    stated = kind == "frequency" or not (date.end or date.start or "").startswith("XXXX")
    return said if stated else said + Words("（没有写年份）", " (no year stated)").to(lang)


def _days(kind: str, date: DateSpan, lang: Lang) -> str:
    first, last = _day(date.start), _day(date.end)
    if kind in ("deadline", "frequency"):
        strict = f"（严格理解为 {_day(date.end_strict)}）" if date.end_strict else ""
        strict_en = f" (strictly: {_day(date.end_strict)})" if date.end_strict else ""
        return Words(f"不晚于 {last}{strict}", f"no later than {last}{strict_en}").to(lang)
    if date.end is None:
        return Words(f"不早于 {first}", f"no earlier than {first}").to(lang)
    if first == last:
        return last
    return Words(f"{first} 至 {last}", f"{first} to {last}").to(lang)


def _day(iso: str | None) -> str:
    """Write a day in Chinese; an unstated year or month is left out."""
    if iso is None:
        return ""
    year, month, day = iso.split("-")
    parts = ((year, "年"), (month.lstrip("0"), "月"), (day.lstrip("0"), "日"))
    return "".join(part + word for part, word in parts if "X" not in part)


def _label(label: str, lang: Lang) -> str:
    return Words(f"（{label}）", f" ({label})").to(lang)
