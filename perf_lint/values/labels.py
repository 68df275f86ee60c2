"""Read a label before a core (完成率100%)."""

from __future__ import annotations

from perf_lint.text.pattern import lazy_pattern
from perf_lint.values.closing import read_closed
from perf_lint.values.core import Fields, quietly, read_core
from perf_lint.values.grammar.table import load
from perf_lint.values.units import known

START = lazy_pattern(
    r"[0-9≥≤<>=±¥]|(?<![节条合签预履契制集简违])约|(?<![附最临贴亲])近|(?<![表传送直发下抵通到])达"
    r"|提高|提升|增长|增加|上升|下降|降低|减少|同比|环比|[较比](?:上年|去年|20)|不[低少超高大]|至[少多]|最[少多]"
    r"|控制在|超过|高于|低于|大于|小于|少于|百分|接近"
)
"""Where the core may begin. 约 in 节约, 近 in 附近 and 达 in 送达 begin nothing."""
TRIES = 6
LABEL = lazy_pattern(r"(?:(?!或)[一-鿿A-Za-z()“”\"·]){1,24}:?")
SHORT_LABELS = frozenset("各共计男女")
SYMBOL = lazy_pattern(r"[A-Za-z]{1,8}[0-9.]{0,4}")
"""COD, PM2.5: a label only where a sign follows."""
BAD = lazy_pattern(
    r"(?:[第前后每号()、.·A-Za-z]|(?<![节条合签预履契制集简违])约|(?<![附最临贴亲])近|排名|名列|位列|倒数|或)$|^(?:前|第|每|不|未|无|非|同比|环比|[较比])"
    r"|[一二三四五六七八九十两半几][年月周天日季]"
)
"""Ranks, ordinals and negations change what the number means: such a text is not split."""
LINK = lazy_pattern(r"(?:[:为是在]|:?[应需])+$")
OF_NUMBER = lazy_pattern(r"(?:[数量率度额值]|比例|得分|指数|分值):?$|:$")
OF_DATE = lazy_pattern(r"(?:时间|日期|期限|周期|工期|时限|[期于在]):?$|:$")
OF_RATIO = lazy_pattern(r"(?:[比率]|比例|配比|占):?$|:$")
NOT_OF_DEADLINE = lazy_pattern(r"[年月季日周旬后内]$")
EACH = lazy_pattern(r"每([一-鿿]{3,14})")
TOWARD = lazy_pattern(r"(提高|提升|增加|增长|降低|减少|下降)([一-鿿]{1,12}(?<![率幅度值额数]))")


def read_labelled(plain: str) -> Fields | None:
    """Split a text into label and value at the first place where both are certain; None where there is none."""
    for _, found in zip(range(TRIES), START.finditer(plain), strict=False):
        label, rest = plain[: found.start()], plain[found.start() :]
        symbol = bool(rest[0] in "≥≤<>=" and SYMBOL.fullmatch(label))
        if not symbol and not LABEL.fullmatch(label):
            continue
        fields = _with_label(label, rest, symbol=symbol)
        if fields:
            return fields
    return None


def _with_label(label: str, rest: str, *, symbol: bool) -> Fields | None:
    each = EACH.fullmatch(label)
    if each:
        return _with_each(each[1], rest)
    if not symbol and (BAD.search(label) or (len(label) == 1 and label not in SHORT_LABELS)):
        return None
    fields = quietly(read_core, rest) or read_closed(rest)
    if fields is None or not (symbol or _fits(label, rest, fields)):
        return None
    return _toward({**fields, "label": LINK.sub("", label) or label})


def _with_each(words: str, rest: str) -> Fields | None:
    """Read 每年培训100人: the unit stands first, then what is counted."""
    for length in range(min(4, len(words) - 2), 0, -1):
        if known(words[:length]):
            fields = quietly(read_core, f"每{words[:length]}{rest}")
            return {**fields, "label": words[length:]} if fields and fields.get("number") is not None else None
    return None


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


def _toward(fields: Fields) -> Fields:
    """Read 降低成本10% as a change of 成本."""
    found = TOWARD.fullmatch(fields["label"])
    if not found or fields["kind"] not in ("percent", "money", "count", "rate") or fields["direction"]:
        return fields
    direction = "up" if found[1] in load().phrases["up"] else "down"
    return {**fields, "kind": "change", "direction": direction, "label": found[2]}
