"""Understand labels and column headings by their parts: 当年度目标, 实施周期指标值, 目标值及单位."""

from __future__ import annotations

from collections.abc import Mapping

from perf_lint.layout.settled import FORMER, SETTLED
from perf_lint.text.pattern import lazy_pattern

LONGEST = 20
"""Characters; no label made of known parts is longer."""
_HEADS = (
    "年度 当年 本年 全年 年初 预期 设定 实施 中期 中长 长期 三年 周期 规划 "
    "项目 政策 转移 专项 审核 审批 评审 专家 初审 填表 偏差 未完 存在 下一 改进 整改 目标 绩效 "
    "债券 科研 课题 工程 采购 购买 建设 调整 变更 核定 核减 核准 批复 审定 申报 申请 送审 原绩 原年 原目 实施 具体"
)
HEADS = frozenset(_HEADS.split())
"""What composed labels begin with."""
_LONG = r"(?:项目|专项|政策)?(?:实施周期|实施期|项目期|规划期|中长期|中期|长期|三年|周期)内?"
_YEAR = r"(?:当年度|年度|当年|本年度|本年|全年)"
_GOAL = r"(?:设定|预期|计划|申报)?的?(?:项目)?(?:绩效)?(?:总体|整体|总)?(?:绩效)?目标(?:内容)?\d{0,2}$"
_SUM = r"(?:项目)?(?:预算|资金|金额|投入|投资|经费)(?:总额|金额|总量|总数|总计|数|额|资金|安排|合计|规模|需求|申请)*$"
_LABELS = (
    (lazy_pattern(r"^(?:债券|科研|课题|工程|采购|购买服务|建设)项目名称$"), ("fields", "project_name")),
    (lazy_pattern(rf"^(?:{SETTLED}|{FORMER}){_YEAR}?{_GOAL}"), ("fields", "goal")),
    (lazy_pattern(rf"^(?:{SETTLED}|{FORMER}){_YEAR}?{_SUM}"), ("funds", "total")),
    (lazy_pattern(r"^[\u4e00-\u9fff]{1,4}级(?:(?:财政|补助|配套|专项)(?:资金)?|资金)$"), ("funds", "fiscal_part")),
    (
        lazy_pattern(r"^(?:项目|具体|政策)?(?:实施|执行|承担|建设)(?:单位|主体|机构|企业|公司)(?:名称)?$"),
        ("fields", "implementing_unit"),
    ),
    (lazy_pattern(rf"^{_LONG}{_GOAL}"), ("fields", "long_term_goal")),
    (lazy_pattern(rf"^(?:{_YEAR}|年初|预期){_GOAL}"), ("fields", "goal")),
    (
        lazy_pattern(
            rf"^(?:{_YEAR})?(?:绩效|总体)*目标(?:的)?(?:实际)?(?:完成|实现)情况(?:综述|概述|简述|说明|描述)?$"
        ),
        ("fields", "actual_goal"),
    ),
    (lazy_pattern(rf"^{_LONG}{_SUM}"), ("funds", "long_total")),
    (lazy_pattern(rf"^{_YEAR}(?:申请|申报|安排|核定|批复|下达)?{_SUM}"), ("funds", "total")),
    (
        lazy_pattern(
            r"^.{0,8}(?:单位|部门|处室|科室|领导|财政|专家|主管|负责人)?(?:自评|审核|评审|审查|初审|复审|审定|审批)人?意见$"
            r"|^.{2,8}(?:签字|签名|签章|盖章)$"
            r"|^(?:偏差|绩效|目标|指标|未完成|存在|下一步).{0,12}(?:原因分析|改进措施|整改措施|应用方案|的?问题)$"
            r"|^(?:改进|整改)措施.{0,10}(?:方案|建议|情况)$"
        ),
        ("notes", "notes"),
    ),
    (lazy_pattern(r"^[^,;:。]{0,10}(?:绩效|考核|评价)指标(?:体系|表)?$"), ("blocks", "blocks")),
)
_COLUMNS = (
    (lazy_pattern(rf"^(?:{SETTLED}|{FORMER}){_YEAR}?(?:绩效)?(?:指标|目标|计划|预期)*值$"), "value"),
    (lazy_pattern(rf"^{_LONG}(?:绩效)?(?:指标|目标|计划|预期)+值$"), "long_term_value"),
    (lazy_pattern(rf"^{_YEAR}(?:绩效)?(?:指标|目标|计划|预期)+值$"), "value"),
    (lazy_pattern(r"^(?:历史|往年|上年度?|去年|前年|行业|基期|基准|参考).{0,4}值$"), "aside"),
    (lazy_pattern(r"^(?:三级|绩效)?指标(?:目标)?值?的?(?:说明|解释|描述|内涵|定义|含义)$"), "description"),
    (lazy_pattern(r"^(?:绩效|三级)?(?:指标)?(?:权重|分值|权数)[或]?(?:权重|分值|占比|分)?$"), "weight"),
)
_PREFIX = lazy_pattern(r"^(?:政策\(项目\)|项目\(政策\)|转移支付\(项目\)|专项\(项目\)|专项资金|专项|转移支付|政策)")
_COUNTED = lazy_pattern(r"^项目(?:[一二三四五六七八九十]{1,3}|\d{1,2})$")
_AND = lazy_pattern(r"[及和与、/或]")
_TARGET = frozenset(("value", "unit", "sign"))


def is_counted_project(text: str) -> bool:
    """Say whether a heading counts the projects of a document (项目一, 项目2)."""
    return len(text) <= LONGEST and _COUNTED.match(text) is not None


def read_composed(core: str, known: Mapping[str, tuple[str, str]]) -> tuple[str, str] | None:
    """Give kind and role of a label that no list holds; several texts about the project are one summary."""
    if len(core) > LONGEST:
        return None
    for pattern, meaning in _LABELS:
        if pattern.match(core):
            return meaning
    named = _PREFIX.match(core)
    if named and named.end() < len(core):
        rest = core[named.end() :]
        found = known.get(rest) or known.get("项目" + rest)
        if found and found[0] in ("fields", "blocks"):
            return found
    parts = _AND.split(core)
    if len(parts) > 1 and all(known.get(part) == ("fields", "summary") for part in parts):
        return ("fields", "summary")
    return None


def read_heading(key: str, columns: Mapping[str, str]) -> str | None:
    """Give the column of a heading that no list holds; of several columns in one, the one that matters."""
    if len(key) > LONGEST:
        return None
    for pattern, role in _COLUMNS:
        if pattern.match(key):
            return role
    roles = [columns.get(part, "") for part in _AND.split(key)]
    if len(roles) == 1 or not all(roles):
        return None
    if "name" in roles and "value" in roles:
        return "name_value"
    return "value" if "value" in roles and _TARGET.issuperset(roles) else roles[0]
