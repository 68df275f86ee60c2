"""Read a label before a core (完成率100%)."""

from __future__ import annotations

import re
from collections.abc import Callable

from perf_lint.text.pattern import lazy_pattern
from perf_lint.values.changes import END_LAST, ENDING, leveled, reached, risen_of, toward
from perf_lint.values.closing import read_closed
from perf_lint.values.core import Fields, quietly, read_core
from perf_lint.values.nouns import is_noun
from perf_lint.values.numerals import unmultiplied
from perf_lint.values.quantity import FREQUENT
from perf_lint.values.units import known, unit

START = lazy_pattern(
    r"(?=[0-9≥≤<>=±¥每约近达提增上下降减同环较比不至最升严控限封顶保差大几超高低小少百接压缩削涨可])(?:"
    r"[0-9≥≤<>=±¥每]|(?<![节条合签预履契制集简违])约|(?<![附最临贴亲])近|(?<![表传送直发下抵通到高多长重])达|(?<![许认])可达到?(?![标位成性率时])"
    r"|提高|提升|增长|增加|上[升涨调浮]|下[降调浮]|降低|减少|压[缩减]|缩[短减]|削减|[增降涨]幅|同比|环比|[较比](?:上年|去年|20)|不[低少超高大到及止]|至[少多]|最[少多大小高低]"
    r"|[增减升降][至到为]|(?:严格|严)?控制?在|限制在|封顶|顶多|保底|差不多|大致|几乎|超过|高于|低于|大于|小于|少于|百分|接近)"
)
"""Where the core may begin; looking ahead for the first characters only saves time.

约 in 节约, 近 in 附近 and 达 in 送达 begin nothing.
"""
TRIES = 6
CODE = (
    r"(?<![A-Za-z])(?!FY)(?:[A-CGM-PSTVXYΦφ]|[A-Z][A-Za-z]{1,4})-?[0-9]{1,4}(?:\.[0-9])?(?=[一-鿿])"
    r"(?![年月周日天季期前后以至到及个人次元万亿千百台套项篇本件家名户场所处条米吨亩份])"
)
"""DN200管道, C30混凝土, G318国道: letters and a number name a kind.

Neither unit nor time may follow (SCI2篇, Q1完成)."""
LABEL = lazy_pattern(
    r"(?:(?!或)[一-鿿A-Za-z()“”\"·Ⅰ-Ⅻ]|PM2\.5|PM10|(?:O|CO|SO|NO|NH|CH)[2-4₂-₄]|12345|12348|12315|123[0-9]{2}(?=[一-鿿]{0,4}(?:热线|电话|平台|专线))|1[12][0-9](?![0-9])|[1-9]00强|[0-9]{1,4}(?:千伏|kV|万?吨级)|[0-9]{1,2}分钟(?=[一-鿿]{0,4}圈)"
    r"|24小时(?=自助|药[店房]|便[民利]|书[店房屋]|图书|营业|智能|政务|警务)|[2-6][AGDK](?=[^0-9A-Za-z])"
    r"|(?<=每)[0-9]{1,2}(?=个?[年月周天])|[0-9]{1,2}(?:[~-][0-9]{1,2})?周?岁(?:及?以[上下])?|、(?=[^0-9]+[率度量数]均$)"
    rf"|{CODE}|(?<=[A-Z])&(?=[A-Z])|《[^《》0-9]{{1,20}}》|(?:互联网|[5-6]G|AI|党建)\+(?=[一-鿿])"
    r"|\((?:%|‰|㎡|[一-鿿㎡]{1,4}/[一-鿿㎡·]{1,6})\)|、(?=[一-鿿]\))){1,24}:?"
)
"""Words, and the few numbers that belong to a name: 5G基站, 60岁以上老人, 12345热线."""
SHORT_LABELS = frozenset("各共计男女")
OF_CHANGE = frozenset("净总再年月")
"""净增长5%: a single character that is a label only of a change."""
MODAL = lazy_pattern(r"(?:原则上|一般|务必|必须|应当|[应需须要均都])+")
"""Words that demand, and say nothing of what is measured."""
COMPARING = lazy_pattern(
    r"不[低少超高大小]于?|不超过|至[少多]|最[少多]|超[过额计预定目任]|超[出支](?![率额])|突破(?=[年原]?(?:预算|[目指]标|计划|限额|定额|上年|去年|[警红底]))|[高低大小少多优好劣快慢早晚迟先]于|[高低多少]出(?![生勤栏口游])"
    r"|最[高低](?=奖励|补[助贴]|资助|支持|给予|可)|不足|不满(?!意)|不[止到及]|[高升加长低少缩减短降][到至]|负增长|控制在|[应须需可高多长重]达(?![标位成性率时])"
)
"""A label with one of these may have taken the comparison away from the number."""
VERBS = (
    "(?:开展|举办|组织|召开|完成|培训|巡查|巡检|检查|发放|开设|发布|编制|建设|新建|新增|参加|服务|维修|维护|采购|购置|补[助贴]"
    "|奖励|资助|支持|给予|可|走访|抽查|抽检|监测|覆盖|惠及|慰问|救助|扶持|引进|培育|推广|种植|改造|治理|配备|更换|安装|建成|打造"
    "|编写|出版|发表|申报|获得|处置|办理|审核|接待|演出)"
)
ACTION = lazy_pattern(r"(.{0,12}?)(至少|不[少低]于|不超过|不[多高]于|至多|最[少多高低])(" + VERBS + r"[一-鿿]{0,6})")
"""至少开展4次: the verb stands between the comparison and the number."""
PERIODIC = lazy_pattern(r"[年月周日](均?)" + VERBS + r"[一-鿿]{0,4}")
"""月巡查4次, 月均服务100人次: the 每 is left out."""
SYMBOL = lazy_pattern(r"[A-Za-z]{1,8}[0-9.]{0,4}")
"""COD, PM2.5, GDP: a label only where a sign or a change follows."""
SIGN_OR_CHANGE = frozenset("≥≤<>=提增上下降减")
RELATED = (
    r"[至到]|最[大小高低多少]|突破|除外|[双翻]倍|[减折]半|倍增|负数?|扣除|减去|[另外再]加|加上|短缺|相比|持平|同上年|排名|名列|位列|倒数|或"
    r"|[第前后每号()、.·A-Za-z]|每[一-鿿]{1,6}|隔[日天周月年]|(?<![上下本])(?:季度|学期|半年)|月度|[单双]月|半个?月"
    r"|没有?|[并从尚]?未[曾能必]?|并非|[绝决]不|不[是会能再必含]|不可能|不一定|毫无|难以|避免|防止|杜绝|拒绝|免于|除了|无[法需须]"
    r"|[有差慢同]别?于|类似|相似|相当于|领先|超越|跌破|翻番|腰斩|[位稳]居|(?<=.)各"
)
"""Ends of a label that set the number in relation to something else, or make an ordinal of it."""
RELATED_FIRST = (
    r"各没并从尚未绝决不毫难避防杜拒免无有差慢类领跌腰稳放回超至到最突除双翻减折倍负扣另外再加短相持同排名位倒或第前后每号()、.·"
    r"A-Za-z隔季学半月单"
)
"""First characters of RELATED: looking ahead for them only saves time."""
ELSEWHEN = (
    r"(?:上一?年度?|去年|前年|往年|上期|同期|基期|原有?|历史|历年"
    r"|现[状有]|基[数线准]|上[月季]|[次明下]年度?|(?:全[国省市区县]|行业|社会)平均|[底红]线|警戒线)"
    r"(?:同期|[末底]|实际|完成|水平|[人户村校亩月日平]均|[值为率的:])*"
)
"""What was before is no target."""
BAD = lazy_pattern(
    rf"(?=[{RELATED_FIRST}])(?<![签报])(?:{RELATED})$|(?<![节条合签预履契制集简违])约$|(?<![附最临贴亲])近$|(?:^|[为是在达到占按]){ELSEWHEN}$"
    r"|^(?:[以之][上下内外间]|左右|上下|零上|多则|少则)$|^[一两二三四五六七八九十]{1,2}[^期批类级等档是标区组部段层]$"
    r"|^满分$|^[十百千万]+人均?拥有|^(?:前|第(?!三方|[一二三]产业|二课堂)|每|同比|环比|较(?!大)|比(?![例率重值对赛武选学]))"
    r"|[一二三四五六七八九十两半几](?:年(?!义务|一贯|制|巩固|行动)|[月周天日季])"
)
"""Ranks, ordinals and relations change what the number means: such a text is not split."""
NEGATED = lazy_pattern(
    r"没(?!收)|杜绝|避免|[并从尚][未非]|[绝决]不|毫无|难以|不(?!动产|锈钢|良)|未(?!成年|来)|无(?!人机|障碍|害化|公害|线|烟|偿|缝|感|核|菌|尘|废|纸化|接触|主|证|照|物业|籽|磷)|非(?!遗|公|机动|物质|税|法)"
)
LINK = lazy_pattern(r"(?:[:为是在]|:?(?<![响效反适供对所必])[应需])+$")
OF_NUMBER = lazy_pattern(
    r"(?:[数量率度额值]|比例|得分|指数|分值"
    r"|费用?|款|资金|经费|补[助贴]|奖[金励补]|(?<!无)成本|投资|支出|收入|产值|(?<![同环相对较类])比):?$"
    r"|[:为]$"
)
OF_DATE = lazy_pattern(r"(?:时间|日期|期限|周期|工期|时限|[期于在]):?$|:$")
OF_RATIO = lazy_pattern(r"(?:[比率]|比例尺?|配比|占):?$|:$")
OF_LIMIT = lazy_pattern(r".{2,}(?:后|之日起|起)$")
AVERAGE = lazy_pattern(
    r"(.*?(?<![县乡镇村校户班区省、和及或上去本今当前往历同明次每]))(?:平均)?([人户村校班生亩床师]?)([年月周日天]?)([人户村校班生亩床师]?)平?均"
)
NOT_OF_DEADLINE = lazy_pattern(r"[年月季日周旬后内]$")
GRADED = lazy_pattern(r"(?:水质|(?:水|地表水|环境|空气|土壤|工程)质量|[等评]级|评[价定])$")
GRADE = lazy_pattern(r"[^0-9]{0,5}[0-9一二三四五六七八九十]+(?:[类等档星]级?|级)[^0-9]{0,4}")
"""水质达到3类: a class of water, not three kinds."""
NAMED_UNIT = lazy_pattern(r"(.{2,})\(([^()0-9]{1,8})\):?")
EITHER = lazy_pattern(r"[台套件场次期批个处项篇部份辆架]/[台套件场次期批个处项篇部份辆架]")
"""数量(台/套): one or the other, not so many in each."""
NOT_UNITS = lazy_pattern(r".*[市县区镇乡街村道]")
RISING = lazy_pattern(r"^[由从]|[由从](?=[0-9])")
EACH = lazy_pattern(r"每([0-9]{0,2}[一-鿿]{3,14})")


def read_labelled(plain: str) -> Fields | None:
    """Split a text into label and value at the first place where both are certain; None where there is none."""
    rising = RISING.search(plain) if "由" in plain or "从" in plain else None
    if rising:
        label = plain[: rising.start()]
        fits = not label or (LABEL.fullmatch(label) and not (BAD.search(label) or COMPARING.search(label)))
        fields = risen_of(plain, rising.start()) if fits else None
        if fields or not label:
            return fields
    for _, found in zip(range(TRIES), START.finditer(plain), strict=False):
        label, rest = plain[: found.start()], plain[found.start() :]
        if not label or label.isdigit():
            continue
        symbol = label in ("pH", "PH") or bool(rest[0] in SIGN_OR_CHANGE and SYMBOL.fullmatch(label))
        if not symbol and not LABEL.fullmatch(label):
            continue
        fields = _with_label(label, rest, symbol=symbol)
        if fields:
            return fields
    return None


def _with_label(label: str, rest: str, *, symbol: bool) -> Fields | None:
    read = _special(label, rest)
    if read:
        return read()
    fields = _by_ending(label, rest) if label[-1] in "均至到" else None
    if fields:
        return fields
    fields = quietly(read_core, rest) or read_closed(rest)
    periodic = PERIODIC.fullmatch(label) if fields and fields["kind"] == "count" else None
    if fields and periodic and (periodic[1] or fields["unit"] in FREQUENT):
        return _with_each(label.replace("均", "", 1), rest)
    if fields and fields["kind"] == "duration" and fields["comparator"] == "<=" and OF_LIMIT.fullmatch(label):
        return {**fields, "label": label}
    if not symbol and (not _telling(label, rest) or _too_short(label, fields)):
        return None
    if fields is None or not (symbol or _fits(label, rest, fields)):
        return None
    ended = ENDING.fullmatch(label) if label[-1] in END_LAST else None
    if ended and ended[1] and not _telling(ended[1], rest):
        return None
    fields = leveled(fields, label, rest)
    return toward({**fields, "label": LINK.sub("", label) or None})


def _special(label: str, rest: str) -> Callable[[], Fields | None] | None:
    """Give what reads a label that is more than a name; None where it is a name."""
    if MODAL.fullmatch(label):
        return lambda: quietly(read_core, rest) or read_closed(rest)
    named = NAMED_UNIT.fullmatch(label) if label[-1] in "):" else None
    if named:
        return lambda: _bracketed(named[1], named[2], rest)
    if COMPARING.search(label):
        compared = ACTION.fullmatch(label)
        return lambda: _compared(compared, rest) if compared else None
    each = EACH.fullmatch(label) if label[0] == "每" else None
    if each:
        return lambda: _with_each(each[1], rest)
    graded = label[-1] in "质量级价定" and GRADED.search(label) and GRADE.fullmatch(rest)
    return (lambda: None) if graded else None


def _bracketed(name: str, word: str, rest: str) -> Fields | None:
    """Read 及时率(%):98 and 投资额(万元):500, where a unit written again must be the same, and 乡镇(街道)12个."""
    if EITHER.fullmatch(word):
        return None
    counted, _, per = word.partition("/")
    if (known(unmultiplied(counted)) and not NOT_UNITS.fullmatch(counted)) or (per and known(per)):
        bare = rest[-1].isdigit()
        fields = _with_label(name, f"{rest}{word}" if bare else rest, symbol=False)
        fits = word not in ("月", "日") if bare else fields and fields.get("unit") in (word, unit_named(word))
        return fields if fields and fits and not fields.get("date") else None
    noun = word.replace("、", "")
    if not is_noun(noun) or BAD.search(noun) or COMPARING.search(noun) or NEGATED.search(noun):
        return None
    fields = _with_label(name, rest, symbol=False)
    return {**fields, "label": f"{fields['label']}({word})"} if fields and fields.get("label") == name else None


def unit_named(word: str) -> str:
    """Give the unit as a value names it."""
    base = unmultiplied(word)
    return word[: len(word) - len(base)] + unit(base).name


def _by_ending(label: str, rest: str) -> Fields | None:
    """Read 户均2万元, 培训费人均500元 and 提高满意度至95%; in 县乡村均3人 the 村 may be one of three."""
    average = AVERAGE.fullmatch(label)
    if not average:
        return reached(label, rest)
    about, first, time, second = average.groups()
    fields = quietly(read_core, "".join(f"每{word}" for word in (first, second, time) if word) + rest)
    if fields is None or fields["kind"] not in ("rate", "frequency"):
        return None
    shared = bool(about) and (fields["dimension"] == "share" or BAD.search(about) is not None)
    return None if shared else {**fields, "label": label}


def _too_short(label: str, fields: Fields | None) -> bool:
    changed = fields is not None and fields["kind"] == "change" and label in OF_CHANGE
    return len(label) == 1 and label not in SHORT_LABELS and not changed


def _telling(label: str, rest: str) -> bool:
    """Tell whether a label leaves the number its meaning; a negation must stand before a sign or in a rate's name."""
    if BAD.search(label):
        return False
    return not NEGATED.match(label) or bool(OF_NUMBER.search(label)) or rest[0] in "≥≤<>不"


def _compared(found: re.Match[str], rest: str) -> Fields | None:
    """Give the comparison back to the number: 每年至少开展2次 is 每年至少2次."""
    plain = f"{found[1]}{found[2]}{rest}"
    fields = quietly(read_core, plain) or read_closed(plain) or (read_labelled(plain) if found[1] else None)
    if fields is None or fields["comparator"] in (None, "="):
        return None
    return {**fields, "label": f"{fields.get('label') or ''}{found[3]}"}


def _with_each(words: str, rest: str) -> Fields | None:
    """Read 每年培训100人: the unit stands first, then what is counted."""
    if "每" in words:
        return None
    for length in range(min(5, len(words) - 2), 0, -1):
        if known(words[:length].lstrip("0123456789")) or words[:length] == "半年":
            plain = f"每{words[:length]}{rest}"
            fields = quietly(read_core, plain) or read_closed(plain)
            if fields is None or fields.get("number") is None or _is_measure(words[length:]):
                return None
            return {**fields, "label": words[length:] + (fields.get("label") or "")}
    return None


def _is_measure(word: str) -> bool:
    """Tell whether a word may be a second unit (每人天500元); 每村岗位2个 counts posts."""
    return known(word) and (len(word) == 1 or unit(word).dimension != "count")


def _fits(label: str, rest: str, fields: Fields) -> bool:
    """Demand a telling label where the value alone does not say what it is."""
    kind = fields["kind"]
    if kind == "number":
        return bool(OF_NUMBER.search(label)) or not rest[0].isdigit()
    if kind in ("date", "period"):
        return bool(OF_DATE.search(label))
    if kind == "deadline":
        return not NOT_OF_DEADLINE.search(label)
    if kind == "ratio":
        return bool(OF_RATIO.search(label)) or rest[0] in "≥≤<>=不"
    return True
