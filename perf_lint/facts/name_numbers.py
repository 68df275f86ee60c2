"""Compare a number inside an indicator's name with the target."""

from __future__ import annotations

from functools import lru_cache

from perf_lint import values
from perf_lint.facts.indicator_view import IndicatorFacts
from perf_lint.facts.marks import mark
from perf_lint.facts.vocabulary import fact
from perf_lint.text.matching import KEPT_READINGS
from perf_lint.text.pattern import lazy_pattern

_PERCENT = lazy_pattern(
    r"(?:[率度面感性]|比例|占比)\s*(?:应|需|要)?(?:达到|达|保持在|保持|不低于|不少于|不高于|不超过|超过|高于|为|在|至|≥|>=|>|≤|<=|=)*\s*"
    r"(?P<number>\d+(?:\.\d+)?\s*[%％](?:及?以[上下内])?)(?=$|[,，。;；、)）\s])"
)
_COUNT_AT_END = lazy_pattern(
    r"(?:(?<![每各第达\d.年月])|(?<=[数量次]达)|(?<=[数量次]达到))(?P<number>\d+(?:\.\d+)?\s*(?:次|场|期|人|人次|名|个|件|份|套|台|辆|户|家|处|公里|亩|吨))$"
)
_UNITS = (
    "次|场|期|人次|人|名|个|件|份|套|台|辆|户|家|处|座|条|所|间|眼|盏|株|棵|头|只|幅|篇|册|支|块|张"
    "|公里|千米|米|平方米|亩|吨|例|起|宗|艘|枚|架|部(?![门队分署])"
)
_COUNT_FIRST = lazy_pattern(
    r"^(?:[为对给向]|组织|开展|举办|召开|完成|购置|采购|购买|新建|改建|建设|改造|补助|资助|救助|慰问|走访|发放|保障|聘用|招聘|培训|安排|更换|安装|维修"
    r"|选聘|选派|招募|聘请|引进|培育|扶持|奖励|表彰|配备|新增|修缮|种植|栽植|拆除|印制|印刷|制作|检测|抽检|检查|排查|清理|征集|扩建|铺设|架设|筛查|帮扶|[外选下]派|派出|评选|遴选|认定|招引|孵化|救治|联系|服务|新装|加装|装设|布设|投放|租用)"
    rf"(?P<number>\d+(?:\.\d+)?\s*万?(?P<unit>{_UNITS}))(?!次|天|日|[均级制套以组队团班]|小组|专班|工作组)"
)
_PER = lazy_pattern(r"[每各]|平均|人均|户均|以上|以下|以内")


@lru_cache(KEPT_READINGS)
def number_in_name(name: str) -> str | None:
    """Give the target that a name already states: 90% of 知晓率达90%, 5次 of 开展培训5次.

    A number that qualifies something else (贫困人口占比5%以上的村) or counts per something (每月2次) is none.
    """
    plain = name.strip().rstrip("。.；;")
    if found := _PERCENT.search(plain):
        return found["number"]
    if (found := _COUNT_AT_END.search(plain)) and not _PER.search(plain):
        return found["number"]
    return _first_count(plain)


def _first_count(plain: str) -> str | None:
    """Give the number that the name says is done, where it is the only number in the name: 组织420人参加体检."""
    found = _COUNT_FIRST.match(plain)
    if found is None or _PER.search(plain) or any(mark.isdigit() for mark in plain[found.end() :]):
        return None
    return found["number"]


@fact(IndicatorFacts, "string", "名称中与指标值不同的数")
def name_number_conflict(row: IndicatorFacts) -> str | None:
    """Give the number in the name where the target, in the same unit, is another one."""
    stated = number_in_name(row.name)
    if stated is None or not row.value.is_number:
        return None
    reading = values.parse_value(stated)
    target = row.value.model
    if reading.number_base is None or reading.unit_base != target.unit_base:
        return None
    if target.comparator == "range" or reading.number_base == target.number_base:
        return None
    return stated


NAME_NUMBER = mark(name=lambda row: not row.name.isalpha() and number_in_name(row.name))
