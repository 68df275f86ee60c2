"""Read words behind a core: 200名教师, 100%落实到人, 2024年底前全部发放到位."""

from __future__ import annotations

from perf_lint.text.pattern import lazy_pattern
from perf_lint.values.core import Fields, make_value, quietly, read_core
from perf_lint.values.grammar.driver import SyntaxStop
from perf_lint.values.parts import Unclear
from perf_lint.values.units import unit

TAIL = lazy_pattern(
    r"[一-鿿]{2,12}|[村县乡镇市区校站户人组厅园班队库桥路井房厕点岗馆所院戏书树灯车船牛羊猪楼墙苗花街沟河渠塘堤坝闸泵塔杆牌棚窖舍课剧片]"
)
COMPARED = lazy_pattern(r"([一-鿿]{1,10}?)(左右|上下|以内|之内|及?以上|及?以下)")
"""10个乡镇以上: the comparison of the number stands behind the noun."""
UNRANKED = lazy_pattern(
    r"(?!.*级)[一-鿿]*(?:项目|企业|学生|群众|居民|农户|乡镇|学校|专家|活动|课程|设备|案例|作品|论文|设施|参加|参与|参训|[村户校站井桥路厕树车牛羊])"
)
"""Nouns after which 以上 counts; in 2名讲师以上 it may speak of the rank."""
CHANGING = lazy_pattern(r"(提[高升]|增[长加幅]|上升|下降|降[低幅]|减少|涨幅)(.*)")
BAD = lazy_pattern(r"[级类等性号以之上下内外前后或和及至且的数率余多来几分不未无非比]|到(?![达场位岗])|半|年级")
"""Beginnings that change the meaning of the number before them (年级, 5个性化)."""
BAD_AFTER_PEOPLE = lazy_pattern(r"[民员均工才物大口行力家类体们]")
"""After 人 these make another word: 人民, 人员, 人均."""
CONTINUOUS = lazy_pattern(r"不间断|值班|值守|在线|开放|运行|服务|响应|监测|保障|畅通|待命|轮班")
"""What goes on for 24小时."""
NUMERALS = lazy_pattern(r"[零一二三四五六七八九十百千万亿两每第]")


def read_closed(plain: str) -> Fields | None:
    """Read a core and take the words behind it as its label; None where they may change its meaning."""
    try:
        return read_core(plain)
    except Unclear:
        return None
    except SyntaxStop as stop:
        at = stop.at
    fields = quietly(read_core, plain[:at]) if at else None
    if fields is None:
        return None
    tail = plain[at:]
    if fields["kind"] == "deadline":
        return _after_deadline(fields, tail)
    compared = COMPARED.fullmatch(tail)
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
    if fields is None or not TAIL.fullmatch(tail) or BAD.match(tail) or NUMERALS.search(tail):
        return None
    return {**fields, "label": tail} if _fits(plain, tail, fields) else None


def _after_deadline(fields: Fields, tail: str) -> Fields | None:
    """Read what shall be done by then, in words or as an amount (2024年12月31日前完成100%)."""
    part = quietly(read_core, tail)
    if part is not None and part.get("number") is not None:
        return {**fields, "label": tail, "parts": (make_value(tail, part),)}
    return {**fields, "label": tail} if TAIL.fullmatch(tail) and not NUMERALS.search(tail) else None


def _fits(plain: str, tail: str, fields: Fields) -> bool:
    """Allow a noun after a counted measure word, and words after a percentage."""
    if fields["kind"] == "percent" or (fields["kind"] == "duration" and fields["comparator"] == "<="):
        return True
    if fields["kind"] == "duration" and CONTINUOUS.match(tail):
        return True
    counted = unit((fields.get("unit") or "").lstrip("十百千万亿"))
    if counted.name == "人" and (len(tail) == 1 or BAD_AFTER_PEOPLE.match(tail)):
        return False
    measured = counted.dimension in ("count", "people", "times", "visits")
    return fields["kind"] == "count" and measured and any(char.isdigit() for char in plain)
