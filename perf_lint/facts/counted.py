"""Tell from the last word of a name which units cannot be meant: 户数 in 人, 面积 in 公里."""

from functools import lru_cache
from typing import NamedTuple

from perf_lint.model.words import Words
from perf_lint.text.endings import know
from perf_lint.text.matching import KEPT_READINGS
from perf_lint.text.wordlists import strip_unit

THINGS = frozenset(("台", "套", "辆", "册", "份", "亩", "公里", "米", "平方米", "吨", "元", "万元"))
"""Units that count neither people nor events."""
PEOPLE = frozenset(("人", "名", "人次"))
NOT_LENGTHS = PEOPLE | {"%", "户", "个", "次", "亩", "公顷", "平方米", "吨", "元", "万元"}
NOT_HOUSEHOLDS = ("用户数", "客户数", "商户数", "账户数", "门户数", "租户数", "储户数", "网户数", "散户数", "落户数")
NOT_EVENTS = ("农场数", "牧场数", "林场数", "渔场数", "猎场数", "养殖场数", "市场数", "商场数", "停车场数", "操场数")


_PIECES = (
    *("件数", "条数", "座数", "所数", "间数", "栋数", "幢数", "盏数", "株数", "棵数", "头数", "篇数", "块数", "张数"),
    *(
        "处数",
        "艘数",
        "枚数",
        "根数",
        "孔数",
        "眼数",
        "顶数",
        "副数",
        "扇数",
        "把数",
        "盆数",
        "箱数",
        "瓶数",
        "袋数",
        "桶数",
    ),
)
_BODIES = tuple(
    body + end
    for body in (
        *("队", "队伍", "机构", "企业", "单位", "部门", "学校", "医院", "社区", "行政村", "村庄"),
        *("站点", "网点", "门店", "场馆", "项目"),
    )
    for end in ("数", "数量", "个数", "总数")
)
"""Bodies and undertakings are counted one by one: 驻村工作队数量, 受检企业数."""


_ONES = ("项数", "个数", "家数", "起数", "例数", "宗数", "门数", "只数", "羽数", "匹数")
"""Ends of counts of anything, people among it (岗位个数 20人): only what is measured is none of them."""


class Counted(NamedTuple):
    """What a name's ending counts, and the units that count something else."""

    ends: tuple[str, ...]
    words: Words
    foreign: frozenset[str]


KINDS = (
    Counted(("户数",), Words("户数", "households"), PEOPLE | THINGS | {"次"}),
    Counted(("辆数", "台数"), Words("台数", "machines"), PEOPLE | {"户", "次", "亩", "公里", "平方米", "元"}),
    Counted(("套数",), Words("套数", "sets"), PEOPLE | {"次", "亩", "公里", "平方米", "元"}),  # 安置房套数 120户
    Counted(("册数", "份数"), Words("份数", "copies"), PEOPLE | {"户", "次", "亩", "公里", "平方米", "元"}),
    Counted(("场数", "期数"), Words("场数", "events"), PEOPLE | THINGS | {"户"}),
    Counted(_PIECES, Words("个数", "a count"), PEOPLE | {"户", "公里", "米", "亩", "平方米", "立方米", "吨", "元"}),
    Counted(_ONES, Words("个数", "a count"), frozenset(("公里", "米", "平方米", "立方米", "亩", "吨", "元", "万元"))),
    Counted(_BODIES, Words("个数", "a count"), PEOPLE | THINGS - {"套"}),
    Counted(("面积",), Words("面积", "an area"), PEOPLE | {"户", "个", "次", "公里", "米", "千米", "吨", "元", "万元"}),
    Counted(("里程", "长度"), Words("长度", "a length"), NOT_LENGTHS),
)


know(NOT_HOUSEHOLDS, NOT_EVENTS, *(kind.ends for kind in KINDS))


@lru_cache(KEPT_READINGS)
def counted(name: str) -> Counted | None:
    """Give what the name's ending counts; null where it leaves the unit open."""
    plain = strip_unit(name)
    if plain.endswith((*NOT_HOUSEHOLDS, *NOT_EVENTS)):
        return None
    return next((kind for kind in KINDS if plain.endswith(kind.ends)), None)
