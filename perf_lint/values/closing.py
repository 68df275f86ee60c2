"""Read words behind a core: 200名教师, 100%落实到人, 2024年底前全部发放到位."""

from __future__ import annotations

from perf_lint.text.pattern import lazy_pattern
from perf_lint.values.core import Fields, make_value, quietly, read_core
from perf_lint.values.grammar.driver import SyntaxStop
from perf_lint.values.nouns import AFTER_PEOPLE, NOUN, NUMERALS, UNRANKED, begin_of_noun, is_noun
from perf_lint.values.numerals import unmultiplied
from perf_lint.values.parts import Unclear
from perf_lint.values.units import known, unit

COMPARED = lazy_pattern(r"([一-鿿]{1,10}?)(左右|上下|以内|之内|及?以上|及?以下)")
"""10个乡镇以上: the comparison of the number stands behind the noun."""
CHANGING = lazy_pattern(r"(提[高升]|增[长加幅]|上升|下降|降[低幅]|减少|涨幅)(.*)")
CONTINUOUS = lazy_pattern(r"不间断|值班|值守|在线|开放|运行|服务|响应|监测|保障|畅通|待命|轮班")
"""What goes on for 24小时."""
OF_A_THING = lazy_pattern(r"[范半距直间口时长宽高深厚远]|标准|路程|.*[车机罐池箱秤泵库器炉塔杆灯柱船梯屏床]")
"""After an extent these tell where or how large one thing is, not how much there is: 3公里半径, 5吨货车."""
SETTLING = frozenset("以之0123456789")
"""Behind anything else 内, 多 or 余 may be the beginning of the next word: 3家内|贸企业."""
COUNTED = frozenset(["count", "people", "times", "visits"])
EXTENTS = frozenset(["公里", "吨", "千克"])
"""Besides areas, units of what is laid, planted or carried: 10公里道路, 300亩茶园; 8米灯杆 are not 8 metres of it."""


def read_closed(plain: str) -> Fields | None:
    """Read a core and take the words behind it as its label; None where they may change its meaning."""
    try:
        return read_core(plain)
    except Unclear:
        return None
    except SyntaxStop as stop:
        at = begin_of_noun(plain, stop.at)
    fields = quietly(read_core, plain[:at]) if at else None
    if fields is None:
        return None
    tail = plain[at:]
    if plain[at - 1] in "内多余" and plain[at - 2] not in SETTLING and fields["kind"] != "duration":
        return None
    if fields["kind"] == "deadline":
        return _after_deadline(fields, tail)
    compared = COMPARED.fullmatch(tail) if tail[-1] in "右上下内" else None
    if compared:
        noun, comparison = compared.groups()
        if comparison[-1] in "上下" and comparison != "上下" and not UNRANKED.fullmatch(noun):
            return None
        return _labelled(quietly(read_core, plain[:at] + comparison), noun, plain)
    changing = CHANGING.fullmatch(tail)
    if changing and changing[2] != "率":
        swapped = fields["kind"] == "percent" and not changing[2] and not fields.get("direction")
        return quietly(read_core, tail + plain[:at]) if swapped else None
    return _labelled(fields, tail, plain)


def _labelled(fields: Fields | None, tail: str, plain: str) -> Fields | None:
    if fields is None:
        return None
    lasting = fields["kind"] == "duration" and tail.startswith("不间断") and not NUMERALS.search(tail)
    return {**fields, "label": tail} if lasting or (is_noun(tail) and _fits(plain, tail, fields)) else None


def _after_deadline(fields: Fields, tail: str) -> Fields | None:
    """Read what shall be done by then, in words or as an amount (2024年12月31日前完成100%)."""
    part = quietly(read_core, tail)
    if part is not None and part.get("number") is not None:
        return {**fields, "label": tail, "parts": (make_value(tail, part),)}
    return (
        {**fields, "label": tail}
        if NOUN.fullmatch(tail) and tail[0] not in "不未无" and not NUMERALS.search(tail)
        else None
    )


def _fits(plain: str, tail: str, fields: Fields) -> bool:
    """Allow a noun after a counted measure word, and words after a percentage."""
    if fields["kind"] == "percent":
        return len(tail) > 1
    if fields["kind"] == "duration" and fields["comparator"] == "<=":
        return True
    if fields["kind"] == "duration" and CONTINUOUS.match(tail):
        return True
    name = (fields.get("unit") or "").partition("/")[0]
    counted = unit(name)
    if counted.dimension is None:
        counted = unit(unmultiplied(name))
    if counted.name == "人" and (len(tail) == 1 or AFTER_PEOPLE.match(tail)):
        return False
    if fields["kind"] not in ("count", "rate", "frequency") or not any(char.isdigit() for char in plain):
        return False
    if counted.dimension == "area" or counted.name in EXTENTS:
        return len(tail) > 1 and not known(tail) and not OF_A_THING.match(tail)
    return counted.dimension in COUNTED
