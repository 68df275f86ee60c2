"""Find evidence in names and values that a row belongs under another output, cost or satisfaction level."""

from __future__ import annotations

from perf_lint.facts.deadlines import BY_THEN, DATE_KINDS
from perf_lint.facts.indicator_view import COSTS, IndicatorFacts
from perf_lint.facts.measures import expected_measure
from perf_lint.facts.placement_evidence import OF_NATURE, OUTPUTS, Evidence, strong, weak
from perf_lint.facts.polarity import polarity_of
from perf_lint.model.levels import (
    COST,
    ECONOMIC,
    ECONOMIC_COST,
    QUALITY,
    QUANTITY,
    SATISFACTION,
    SERVED,
    SOCIAL,
    TIMELINESS,
)
from perf_lint.text.matching import find_word, last_word
from perf_lint.text.pattern import lazy_pattern
from perf_lint.text.wordlists import strip_unit

BENEFITS_BUT_LASTING = OF_NATURE | {ECONOMIC, SOCIAL}
PROMPT_RATE = lazy_pattern(r"(?:及时|按时|按期|准时|如期|限时)[\u4e00-\u9fff]{1,6}[率性]$")
_PAID = lazy_pattern(r"(?:采购|评审|审计|监管|处置)(?:服务)?(?:费用?|经费|成本|款)$")
"""What is paid for buying or auditing is a cost; what is bought or audited is a product."""
_TREATED = lazy_pattern(
    r"(?:移交|移送|交办|督办|查处|查办|查找|排查|受理|办理|化解|收集|上报|报送|发现)[\u4e00-\u9fff]{0,6}?(?:问题|违规|违法|违纪|投诉|事故|缺陷|差错)"
)
"""问题 that are passed on or looked into are work done, not a failing: 移交问题线索数量."""
NOT_ALWAYS_COSTS = frozenset(("金额", "标准", "总投资", "补贴资金", "补助资金", "资助资金", "奖补资金"))
"""Endings of benefits as well as of costs: 盘活资产金额."""
NO_COUNTS = frozenset((QUALITY, TIMELINESS, COST, ECONOMIC_COST))
_ACQUIRED = lazy_pattern(
    r"^(?:新增|新购|新配|添置|增配|购置|采购|购买|配备|配置|更换|更新|安装|加装)[\u4e00-\u9fff]{0,8}(?:设备|器材|仪器|车辆?|电脑|计算机|桌椅|服务器|摄像头|路灯|空调|灯具|家具|器械|装备|机具|终端|船艇?)$"
)
"""新增设备, 更换路灯: what is bought or put up; how many says nothing of how good."""
LABOUR_UNITS = frozenset(("people", "visits", "count", "times"))


def satisfaction_elsewhere(row: IndicatorFacts) -> Evidence | None:
    """Find 满意度 outside 满意度; under a benefit it is only a hint, since official samples put it there too."""
    word = last_word(strip_unit(row.name), "satisfaction-endings")
    if not word or row.level1 == SATISFACTION or row.level2 == SERVED:
        return None
    output = row.level2 in OUTPUTS or row.level2 in COSTS
    if not output and not row.value.is_number:
        return None
    make = strong if output else weak
    return make(SERVED, f"名称是「{word}」，衡量的是服务对象的满意程度", f"the name is a satisfaction (“{word}”)")


def timeliness_elsewhere(row: IndicatorFacts) -> Evidence | None:
    """Find 及时率, 及时性, 完成时间 or a date outside 时效; what lasts into later years may carry a date.

    及时受理率 and its like stand under 质量 in some official samples, hence only a hint.
    """
    if row.level2 == TIMELINESS or row.level1 == SATISFACTION:
        return None
    plain = strip_unit(row.name)
    output = row.level2 in OUTPUTS or row.level2 in COSTS
    word = last_word(plain, "timeliness-endings")
    if word and (output or "及时" in word):
        return strong(
            TIMELINESS, f"名称以「{word}」结尾，衡量的是快慢", f"the name ends in “{word}”, which measures time"
        )
    dated = row.value.kind in DATE_KINDS
    if dated and (row.level2 in OUTPUTS or row.level2 in BENEFITS_BUT_LASTING):
        return strong(TIMELINESS, f"指标值「{row.value_text}」是时间", f"the value “{row.value_text}” is a date")
    prompt = PROMPT_RATE.search(plain) if output and not last_word(plain, "quality-rate-endings") else None
    if prompt is None:
        return None
    return weak(TIMELINESS, f"「{prompt.group()}」衡量的是快慢", f"“{prompt.group()}” measures time")


def _is_money(row: IndicatorFacts) -> bool:
    return row.value.yuan is not None or row.value.is_unit_price or row.value.kind == "money"


def money_elsewhere(row: IndicatorFacts) -> Evidence | None:
    """Find what something costs under 数量, 质量, 时效 or a benefit; money paid out, lent or saved is no cost."""
    if row.level2 in COSTS or row.level1 in (SATISFACTION, COST) or not _is_money(row):
        return None
    word = last_word(strip_unit(row.name), "cost-endings")
    if not word or (find_word(row.name, "amount-products") and not _PAID.search(strip_unit(row.name))):
        return None
    if row.level2 not in OUTPUTS and (word in NOT_ALWAYS_COSTS or find_word(row.name, "savings")):
        return None
    return strong(COST, f"名称以「{word}」结尾，指标值是金额", f"the name ends in “{word}” and the value is an amount")


def count_elsewhere(row: IndicatorFacts) -> Evidence | None:
    """Find a plain count under 质量, 时效 or 成本; counts of what passed, won or went wrong do measure quality."""
    value = row.value
    if row.level2 not in NO_COUNTS or value.kind != "count" or value.dimension not in LABOUR_UNITS:
        return None
    if value.comparator in ("<=", "<") or not value.number or polarity_of(row.name) == "bad":
        return None
    if row.level2 == TIMELINESS and BY_THEN.search(row.name):
        return None
    plain = strip_unit(row.name)
    word = last_word(plain, "count-endings")
    outcome = find_word(_TREATED.sub("", row.name), "quality-outcomes")
    if outcome or not (word or find_word(plain, "activity-words") or _ACQUIRED.match(plain)):
        return None
    if row.level2 in COSTS and not word:
        return None  # 开展活动 | 5次: perhaps what the money buys
    shown = row.value_text
    return strong(
        QUANTITY, f"指标值「{shown}」是个数，说的是做了多少", f"“{shown}” is a count: it says how much is done"
    )


def accuracy_elsewhere(row: IndicatorFacts) -> Evidence | None:
    """Find 准确率, 合格率 and their like under 数量, 时效 or 成本."""
    word = last_word(strip_unit(row.name), "quality-rate-endings")
    if not word or row.level2 == QUALITY or not (row.level2 in OUTPUTS or row.level2 in COSTS):
        return None
    return strong(
        QUALITY, f"名称以「{word}」结尾，衡量的是做得好不好", f"the name ends in “{word}”, which measures quality"
    )


def rate_as_quantity(row: IndicatorFacts) -> Evidence | None:
    """Find a rate under 数量; official samples do so at times, hence a hint."""
    if row.level2 != QUANTITY or expected_measure(row.name) != "rate" or row.value.kind == "count":
        return None
    return weak(QUALITY, "名称是比率，不是数量", "the name is a rate, not a quantity")
