"""Read what a label says of a change: 降低成本10%, 提高满意度至95%, 由80%提高到95%."""

from __future__ import annotations

from decimal import Decimal

from perf_lint.text.pattern import lazy_pattern
from perf_lint.values.core import Fields, quietly, read_core
from perf_lint.values.numerals import unmultiplied
from perf_lint.values.units import unit

RISEN = lazy_pattern(r"[由从](.{1,12}?)(?=(?:提高|提升|增加|增长|上升|降|降低|下降|减少|缩短|压缩|压减)[至到])")
VERB_FIRST = frozenset("提增降减下压缩削节扩延加精")
"""First characters of the verbs: most labels begin with none of them."""
CHANGING = lazy_pattern(
    r"(提[高升]|增[加长]|扩大|延长|加快|降低|减少|下降|压[缩减降]|缩[短减]|削减|节[约省]|精简)((?![到至型机极版包器线式为率幅值额量速点数])[一-鿿]{1,12})"
)
REACHING = lazy_pattern(r"(?:将|使)?(提[高升]|增[加长]|扩大|降低|减少|下降|压[缩减降]|缩[短减])([一-鿿]{1,12}?)(至|到)")
ENDING = lazy_pattern(
    r"(.*?)(提[高升]|增[加长]|上[升涨]|下降|降低|减少|压[缩减降]|缩[短减]|削减|扩大|加快|收窄|放缓|回落)"
)
"""人口增长 before 至多5%: the change stands at the end of the label."""
END_LAST = frozenset("高升加长涨降低少缩减短大快窄缓落")
OF_CHANGES = lazy_pattern(r".*[幅速]")
"""降幅收窄: what changes is itself a change, so neither direction is certain."""
UPWARD = frozenset(["提高", "提升", "增加", "增长", "扩大", "延长", "加快"])
MEASURED = frozenset(["percent", "change", "money", "count", "rate", "duration"])
ANY_AMOUNT = frozenset(["增加", "增长", "减少", "降低", "下降"])
"""Verbs that speak of the amount whatever it counts; the others may belong to a thing (提升泵站3座, 精简版2本)."""
MEASURES = {
    "money": frozenset(["提高", "提升", "压缩", "压减", "压降", "缩减", "削减", "节约", "节省"]),
    "duration": frozenset(["压缩", "压减", "缩短", "缩减", "延长"]),
    "mass": frozenset(["提高", "节约", "节省", "压减", "削减"]),
    "area": frozenset(["扩大"]),
    "power": frozenset(["提高"]),
    "energy": frozenset(["节约", "节省", "压减", "削减"]),
    "volume": frozenset(["节约", "节省", "压减", "削减"]),
}
"""Verbs that, before an amount of this kind or dimension, say by how much it changes."""
SHARES = lazy_pattern(r".*(?:[率比成数额值感]|(?<![速长难强深宽高厚])度|比[例重])")
"""A share may change by 5% or to 5%."""
LEVELS = lazy_pattern(r".*(?:[率感]|占比|[意晓名可任与誉谐关注好信]度)")
"""Of these a large share is a level wherever the verb stands: 满意度提升≥95%."""
MOVED = lazy_pattern(r"(?:提[高升]|增[加长]|上升)(?=[0-9≥>])|(?:下降|降低|减少)(?=[≤<])")
HALF = Decimal("0.5")


def risen(before: str, rest: str) -> Fields | None:
    """Read 由80%提高到95%: the target is what is reached, what was before is its label."""
    start, target = quietly(read_core, before), quietly(read_core, rest)
    if start is None or target is None or target.get("direction") is None:
        return None
    if start.get("number_base") is None or (start["kind"], start.get("unit")) != (target["kind"], target.get("unit")):
        return None
    fits = (
        start["number_base"] < target["number_base"]
        if target["direction"] == "up"
        else (start["number_base"] > target["number_base"])
    )
    return {**target, "label": f"原为{before}"} if fits else None


def risen_of(plain: str, at: int) -> Fields | None:
    """Read what is risen from `at` on; before it stands what rises (森林覆盖率由42%提高到43%)."""
    before = RISEN.match(plain, at)
    fields = risen(before[1], plain[before.end() :]) if before else None
    return {**fields, "label": f"{plain[:at]}，{fields['label']}"} if fields and at else fields


def reached(label: str, rest: str) -> Fields | None:
    """Read 提高满意度至95% as 满意度提高至95%."""
    found = REACHING.fullmatch(label)
    fields = quietly(read_core, f"{found[1]}{found[3]}{rest}") if found else None
    return {**fields, "label": found[2]} if found and fields else None


def toward(fields: Fields) -> Fields | None:
    """Read 降低成本10% as a change of 成本; None where it may as well be the level that is reached."""
    label = fields["label"]
    ended = ENDING.fullmatch(label) if label and label[-1] in END_LAST else None
    if ended:
        return _ended(fields, ended[1], ended[2])
    found = CHANGING.fullmatch(label) if label and label[0] in VERB_FIRST else None
    if not found or fields.get("direction"):
        return fields
    verb, thing = found.groups()
    direction = "up" if verb in UPWARD else "down"
    kind = fields["kind"]
    if kind == "percent" and SHARES.fullmatch(thing):
        return fields if _is_level(fields, direction) else None
    if kind in ("percent", "change") or _by_amount(verb, kind, fields):
        return {**fields, "kind": "change", "direction": direction, "label": thing}
    return fields


def leveled(fields: Fields, label: str, rest: str) -> Fields:
    """Read 满意度提升≥95% as the level: no share of this kind rises by so much, and none is to fall by at most 3%."""
    found = MOVED.match(rest) if fields["kind"] == "change" and fields["unit_base"] == "1" else None
    if not found or not LEVELS.fullmatch(label) or not _is_level(fields, fields["direction"]):
        return fields
    return {**fields, "kind": "percent", "direction": None}


def _ended(fields: Fields, thing: str, verb: str) -> Fields | None:
    if fields.get("direction") or OF_CHANGES.fullmatch(thing) or fields["kind"] not in MEASURED:
        return None
    direction = "up" if verb[0] in "提增上扩加" else "down"
    return {**fields, "kind": "change", "direction": direction, "label": thing or None}


def _is_level(fields: Fields, direction: str) -> bool:
    """Tell 提高覆盖率95%, a level, from 提高覆盖率5%, which may be either; the signs of 降低故障率≤3% tell too."""
    if direction == "down":
        return fields["comparator"] in ("<=", "<")
    return bool(fields["number_base"] >= HALF)


def _by_amount(verb: str, kind: str, fields: Fields) -> bool:
    if kind not in ("money", "count", "rate", "duration"):
        return False
    if verb in ANY_AMOUNT:
        return kind != "duration" or verb != "下降"
    dimension = unit(unmultiplied((fields["unit"] or "").partition("/")[0])).dimension if kind == "count" else kind
    return verb in MEASURES.get(dimension or "", ())
