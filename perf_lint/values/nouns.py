"""Tell which words behind a number only name what is counted, and which would change its meaning."""

from __future__ import annotations

from perf_lint.text.pattern import lazy_pattern

NOUN = lazy_pattern(
    r"[一-鿿]{2,12}|[一-鿿]{1,10}\((?![及之约至不最含]|[以左上前内])[一-鿿、]{1,12}\)"
    r"|[村县乡镇市区校站户人组厅园班队库桥路井房厕点岗馆所院戏书树灯车船牛羊猪楼墙苗花街沟河渠塘堤坝闸泵塔杆牌棚窖舍课剧片]"
)
"""A word, a word with another in brackets (8个县(市、区)), or a single character that is a word."""
BEGINS = lazy_pattern(
    r"中小?[学心队转药医型外青河]|初[中级创]|多[功媒用元边样]|整[改治村]|内[资河网部设控]|前[端台]|正[式规版]|数[据字控]"
    r"|上[门级市]|下[乡属级]|后[备勤]|以工代赈|半成品|非遗|无[障人]|不[动合]|未成年|点位"
)
"""Nouns that begin with a character which, alone, would belong to the number (3个多功能厅, 5个中心)."""
CHANGES = lazy_pattern(r"[级类等性号以之上下内外前后或和及至且的数率余多来几分不未无非比]|到(?![达场位岗])|半|年级")
"""Beginnings that change the meaning of the number before them (年级, 5个性化)."""
COMPARES = lazy_pattern(
    r"除外|差不多|大致|大体|将近|接近|最[多少高低大小]|顶多|封顶|起步|保底|[高低多少大小优劣好]于|超[过出额]|突破|达不到|[同环相]比"
    r"|[去上往明次]年|平均|[人户年月日]均|[双翻]倍|[减折]半|倍增|[增减降升][至到为]|[变改]为|调整[为至到]|压[降减缩]|缩[短减]"
    r"|严[禁控格]|禁止|限(?:于|制在)|[应须需](?=[大小超达不])|[同与]上|扣除|减去|剩余|短缺|负数"
    r"|为[限准宜佳底上下止]|[往朝][上下]|开外|出头|有余|[打托兜封]底|起算|见顶|跌幅|红线|即可|光景|(?:浮动|波动|变动|增减|收窄|扩大|放缓|加快|延长|翻番)$"
    r"|[甚乃]至|各半|少[点一些]|没有?|过半|任选|合计|[总共累小]计|包[括含]|含|其[中余]|同期"
)
"""Words that say more of the number than what it counts."""
AFTER_PEOPLE = lazy_pattern(r"[民员均工才物大口行力家类体们]")
"""After 人 these make another word: 人民, 人员, 人均."""
UNRANKED = lazy_pattern(
    r"(?!.*级)[一-鿿]*(?:项目|企业|学生|群众|居民|农户|乡镇|学校|专家|活动|课程|设备|案例|作品|论文|设施|点位|参加|参与|参训"
    r"|[村户校站井桥路厕树车牛羊])"
)
"""Nouns after which 以上 counts; in 2名讲师以上 it may speak of the rank."""
NUMERALS = lazy_pattern(r"[零一二三四五六七八九十百千万亿两每第]")
FIRSTS = frozenset("中初多整内前正数上下后以半非无不未第点一二三四五")
"""What BEGINS and ORDINALS can begin with."""
ORDINALS = lazy_pattern(r"第[一二三]方|[一二三四五][级等类线期流](?![以及])|三[甲乙]")
"""Numerals that name a kind (一级学科, 二等奖, 第三方机构)."""


def is_noun(tail: str) -> bool:
    """Tell whether the words behind a number name what it counts and nothing more."""
    if not NOUN.fullmatch(tail) or (NUMERALS.search(tail) and NUMERALS.search(ORDINALS.sub("", tail))):
        return False
    return not (CHANGES.match(tail) or COMPARES.match(tail)) or BEGINS.match(tail) is not None


def begin_of_noun(plain: str, at: int) -> int:
    """Give where the noun begins that a reading stopped inside of, or `at` itself."""
    for back in (1, 2):
        if (
            at > back
            and plain[at - back] in FIRSTS
            and (BEGINS.match(plain, at - back) or ORDINALS.match(plain, at - back))
        ):
            return at - back
    return at
