"""Tell good things from bad ones, and targets that point the wrong way."""

from __future__ import annotations

from functools import lru_cache

from perf_lint.facts.compounds import may_join, measures_in
from perf_lint.facts.indicator_view import IndicatorFacts
from perf_lint.facts.marks import Ends, column_mark, mark
from perf_lint.facts.value_view import ValueFacts
from perf_lint.facts.vocabulary import fact
from perf_lint.model.levels import QUANTITY
from perf_lint.text.endings import know
from perf_lint.text.matching import KEPT_READINGS, find_word, last_word, last_words, without_words
from perf_lint.text.pattern import lazy_pattern
from perf_lint.text.wordlists import strip_unit

_DENIED = ("不", "未", "非", "无", "超时", "超期", "逾期", "延期", "延迟", "拖延")
"""不合格率, 未办结率, 超时办结率: the rate of what should not be."""
_WRONGLY = ("漏", "误", "重复", "虚假")
_OPEN = ("违规", "违法", "非法", "恶意", "零")
"""违规办理率, 零申报率: what is done well elsewhere, here of something bad or of nothing."""
_PUT_RIGHT = lazy_pattern(
    r"整改|处[置理]|[追找]回|修[复补]|[恢回答办]复|反馈|办结|结案|化解|调处|响应|挽损|落实|返还|追溯"
    r"|纠[正错]|消[除缺]|销[案号缺]|查[实结]|核[查实]|复[核查]|清[零缴]|解决|闭环|拆除|识别"
)
"""漏登记率, 误上报率: the rate of work gone wrong, unless it puts something right (失误整改率, 错误纠正率)."""
_AMISS = lazy_pattern(
    r"错[\u4e00-\u9fff]?、?漏[\u4e00-\u9fff]?$|漏[\u4e00-\u9fff]、?错[\u4e00-\u9fff]$"
    r"|(?<![不未无防纠失耽])误[鸣响启停闯食服吸用射击拆挖砍捕杀喷洒关开断跳闭装载挂停寄收领兑退征抓认译读写抄印]$"
)
"""错兑漏兑, 错漏, 误鸣: whatever the work is that was done wrongly or left out."""
_MAY_BE_AMISS = frozenset("漏误")
_NEW_CASES = lazy_pattern(r"新发(?!现)[\u4e00-\u9fff]{0,8}(?:病例|患者|病人)$")
"""新发尘肺病例数: who falls ill, not who is found or treated."""
_SPARED = lazy_pattern(
    r"(?:无(?![人线证照害障形序牌故]|公害)|零(?![售星工件散点])|[未不没][曾再有]?(?:发生|出现|产生|造成))[\u4e00-\u9fff]{0,10}$"
    r"|(?:(?<![消人边海森国])防(?![汛火灾疫雷洪])|(?<![违高])反(?![复映应馈]))[\u4e00-\u9fff]{0,2}$"
    r"|[未不](?:再次?|曾|重新|重复)?$"
)
"""无事故天数, 零投诉, 防渗漏, 未复吸率: a bad thing that is kept away is none."""
_HANDLED = lazy_pattern(r"案件|病例|警情|问题|隐患|纠纷|舆情|上访|发病|患病|投诉|报警|受灾|受害|失业|失学|致残|感染")

_SUBJECTS = lazy_pattern(
    r"(?:矫正|监测|帮扶|救助|收治|监管|管控|帮教|登记|治疗|干预|预警|补偿|调查|检查)(?:对象|人员|人口|家庭|户|患者|学生|群体)"
)
"""社区矫正对象再犯罪率: whom the remedy is for, and no remedy for what follows."""


@lru_cache(KEPT_READINGS)
def polarity_of(name: str) -> str | None:
    """Give `bad` for what should be rare (事故发生率), `good` for what should be high (合格率), else None.

    A bad thing under treatment (投诉办结率, 查处违法数, 隐患整改数) is not bad.
    """
    plain = strip_unit(name)
    if may_join(name) and len(parts := measures_in(name)) > 1 and plain.endswith(parts[-1]):
        sides = {polarity_of(part) for part in parts}
        return sides.pop() if len(sides) == 1 else None
    if good := last_word(plain, "good-rates"):
        return _of_rate(plain.removesuffix(good), good)
    heads = [plain, *(plain.removesuffix(tail) for tail in last_words(plain, "bad-tails"))]
    if not any(map(_ends_badly, heads)) or find_word(_SUBJECTS.sub("", _action(plain, heads)), "remedies"):
        return None
    return "bad"


def _of_rate(before: str, good: str) -> str | None:
    """Say what a rate of what should be done well is after the words before it; null where they leave it open."""
    if before.endswith(_DENIED):
        return "bad"
    if not before.endswith((*_WRONGLY, *_OPEN)) or _PUT_RIGHT.match(good):
        return "good"
    return "bad" if before.endswith(_WRONGLY) else None


def _ends_badly(head: str) -> bool:
    """Tell whether a name ends with a bad thing, and not with one that is kept away."""
    word = last_word(head, "bad-things")
    if not word and "新发" in head and _NEW_CASES.search(head):
        return True
    amiss = None if word or _MAY_BE_AMISS.isdisjoint(head) else _AMISS.search(head)
    if not (word or amiss):
        return False
    start = amiss.start() if amiss else len(head) - len(word or "")
    return _SPARED.search(head[:start]) is None


def _action(name: str, heads: list[str]) -> str:
    """Take the name of the work out of a name that counts its errors: 统计数据差错率 says what 统计 got wrong."""
    error = next(filter(None, (last_word(head, "work-errors") for head in heads)), None)
    if error is None:
        return name
    place = name.rindex(error)
    return without_words(name[:place], "work-names") + name[place:]


@fact(IndicatorFacts, "string", "指标好坏方向")
def polarity(row: IndicatorFacts) -> str | None:
    """Give `good` or `bad` as the name tells, else as the direction column does."""
    named = polarity_of(row.name)
    if named or not row.direction:
        return named
    stated = row.direction.strip()
    if not stated.startswith(("正", "负", "反", "逆")):
        return None
    return "good" if stated.startswith("正") else "bad"


@fact(IndicatorFacts, "bool", "名称是否看得出好坏", "of_name")
def polarity_is_named(row: IndicatorFacts) -> bool:
    """Tell whether the name itself, not only the direction column, says what is good."""
    return polarity_of(row.name) is not None


@fact(IndicatorFacts, "string", "目标与好坏方向相反之处")
def direction_conflict(row: IndicatorFacts) -> str | None:
    """Say how the target points the wrong way.

    `floor`: a bad thing with ≥; `fixed`: one with a set count above 0; `ceiling`: a good rate with ≤; `worse`: a bad
    thing that is to grow or a good one that is to shrink.
    """
    wanted, value = polarity(row), row.value
    if wanted == "bad":
        return None if _is_workload(row) else _bad_thing(value)
    return _good_thing(value) if wanted == "good" else None


def _is_workload(row: IndicatorFacts) -> bool:
    """Tell whether a count under 数量 is how many cases or complaints are handled, not how many should happen."""
    return row.level2 == QUANTITY and "发生" not in row.name and _HANDLED.search(row.name) is not None


def _bad_thing(value: ValueFacts) -> str | None:
    if value.direction == "up" or (value.qualitative and find_word(value.qualitative, "upward-words")):
        return "worse"
    if value.kind == "change" or value.direction or not value.is_number or not value.number:
        return None
    if value.comparator in (">=", ">"):
        return "floor"
    return "fixed" if value.comparator == "=" and value.kind == "count" else None


def _good_thing(value: ValueFacts) -> str | None:
    if value.direction == "down":
        return "worse"
    return "ceiling" if value.comparator in ("<=", "<") and _binds(value) else None


def _binds(value: ValueFacts) -> bool:
    return value.number_base is not None and value.unit_base == "1" and value.number_base < 1


_BAD_ENDS = ("good-rates", "bad-tails", "bad-things")
know(*_BAD_ENDS)


def _may_be_bad(ending: str) -> bool:
    return any(last_word(ending, words) for words in _BAD_ENDS)


def _is_bad(row: IndicatorFacts) -> bool:
    return polarity_of(row.name) == "bad"


def _is_oddly_bad(row: IndicatorFacts) -> bool:
    """Tell of a name whose ending alone does not say so: 错兑漏兑户数, 误鸣次数, 新发尘肺病例数."""
    return (not _MAY_BE_AMISS.isdisjoint(row.name) or "新发" in row.name) and _is_bad(row)


BAD = mark(name=Ends(_may_be_bad, _is_bad), value=lambda row: _bad_thing(row.value)) | mark(
    name=_is_oddly_bad, value=lambda row: _bad_thing(row.value)
)
GOOD = mark(
    name=Ends(lambda name: last_word(name, "good-rates"), lambda row: polarity_of(row.name) == "good"),
    value=lambda row: _good_thing(row.value),
)
DIRECTION = BAD | GOOD | column_mark("direction")
_CONFLICTS = {"floor": "却规定了下限", "fixed": "却定成了固定的数", "ceiling": "却规定了上限"}


@fact(IndicatorFacts, "string", "方向冲突的说法")
def direction_zh(row: IndicatorFacts) -> str | None:
    """Say in Chinese how the target points the wrong way."""
    conflict = direction_conflict(row)
    if conflict == "worse":
        return "却要求增加" if polarity(row) == "bad" else "却要求减少"
    return _CONFLICTS.get(conflict) if conflict else None
