"""Read what stands around the core of a value: labels, closing words, lists, alternatives, formulas."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from perf_lint.model.value import Value
from perf_lint.values.actions import ACTIONS
from perf_lint.values.grammar.driver import SyntaxStop, parse
from perf_lint.values.grammar.table import load
from perf_lint.values.meaning import meaning
from perf_lint.values.parts import Unclear
from perf_lint.values.units import known, unit

Fields = dict[str, Any]

START = re.compile(
    r"[0-9≥≤<>=±¥约近达]|不[低少超高大]|至[少多]|最[少多]|控制在|超过|高于|低于|大于|小于|少于|百分|接近"
)
LABEL = re.compile(r"(?:(?!或)[一-鿿A-Za-z()“”\"·]){1,24}:?")
LABEL_ENDS_BADLY = re.compile(r"(?:[第前后每号共约近()、.·A-Za-z]|排名|名列|位列|倒数|或)$|^(?:前|第|每|不|未|无|非|同比|环比|[较比])")
LABEL_LINK = re.compile(r"(?:[:为是在]|[：:]?(?:应|需))+$")
NUMBERED_LABEL = re.compile(r"(?:[数量率度额值]|比例|得分|指数|分值):?$|:$")
DATED_LABEL = re.compile(r"(?:时间|日期|期限|周期|工期|时限|[期于在]):?$|:$")
RATIO_LABEL = re.compile(r"(?:[比率]|比例|配比|占):?$|:$")
EACH_LABEL = re.compile(r"每([一-鿿]{3,14})")
TAIL = re.compile(r"[一-鿿]{2,12}|[村县乡镇市区校站户人组厅县园]")
TAIL_STARTS_BADLY = re.compile(r"[级类等性号以之上下内外前后或和及至到且的数率余多来几分不未无非比]|半|年级")
NUMERALS = re.compile(r"[零一二三四五六七八九十百千万亿两每第]")
LIST = re.compile(r"[、;。]|,(?![0-9]{3}(?![0-9]))|以及|和|及(?!时)|\+")
FORMULA = re.compile(r"[*×xX+=÷]")
OR = re.compile(r"或者|或(?!以上|以下)|/(?=[是否])")
DIGIT_OR_SIGN = re.compile(r"[0-9≥≤<>=±%]")
MAX_PARTS = 20


def read_core(plain: str) -> Fields:
    """Read a whole core; raise SyntaxStop or Unclear."""
    return meaning(parse(plain, ACTIONS))


def read_framed(plain: str) -> Fields | None:
    """Read a core with a label before it or words behind it; None where it is neither."""
    return _labelled(plain) or _tailed(plain)


def read_joined(plain: str) -> Fields | None:
    """Read several values in one cell; None where a part is not understood."""
    return _formula(plain) or _alternatives(plain) or _list(plain)


def _quietly(read: Callable[[str], Fields], plain: str) -> Fields | None:
    try:
        return read(plain)
    except (SyntaxStop, Unclear):
        return None


def _labelled(plain: str) -> Fields | None:
    """Split 完成率100% into label and value, at the first place where both are certain."""
    for found in list(START.finditer(plain))[:6]:
        label, rest = plain[: found.start()], plain[found.start() :]
        if not LABEL.fullmatch(label):
            continue
        fields = _with_label(label, rest)
        if fields:
            return fields
    return None


def _with_label(label: str, rest: str) -> Fields | None:
    each = EACH_LABEL.fullmatch(label)
    if each:
        return _each_labelled(each[1], rest)
    if LABEL_ENDS_BADLY.search(label):
        return None
    fields = _quietly(read_core, rest) or _tailed(rest)
    if fields is None or not _label_fits(label, rest, fields):
        return None
    return {**fields, "label": LABEL_LINK.sub("", label) or label}


def _each_labelled(words: str, rest: str) -> Fields | None:
    """Read 每年培训100人: the unit stands first, then what is counted."""
    for length in range(min(4, len(words) - 2), 0, -1):
        if known(words[:length]):
            fields = _quietly(read_core, f"每{words[:length]}{rest}")
            return {**fields, "label": words[length:]} if fields and fields.get("number") is not None else None
    return None


def _label_fits(label: str, rest: str, fields: Fields) -> bool:
    """Demand a telling label where the value alone does not say what it is."""
    kind = fields["kind"]
    if kind == "number":
        return bool(NUMBERED_LABEL.search(label)) or not rest[0].isdigit()
    if kind in ("date", "period"):
        return bool(DATED_LABEL.search(label))
    if kind == "ratio":
        return bool(RATIO_LABEL.search(label)) or rest[0] in "≥≤<>=不"
    return True


def _tailed(plain: str) -> Fields | None:
    """Read 200名教师, 100%落实到人, 2024年底前全部发放到位, 2024年12月31日前完成100%."""
    try:
        return read_core(plain)
    except Unclear:
        return None
    except SyntaxStop as stop:
        at = stop.at
    if not at:
        return None
    tail = plain[at:]
    fields = _quietly(read_core, plain[:at])
    if fields is None:
        return None
    if fields["kind"] == "deadline":
        return _after_deadline(fields, tail)
    if not TAIL.fullmatch(tail) or TAIL_STARTS_BADLY.match(tail) or NUMERALS.search(tail):
        return None
    return {**fields, "label": tail} if _tail_fits(plain, fields) else None


def _after_deadline(fields: Fields, tail: str) -> Fields | None:
    part = _quietly(read_core, tail)
    if part is not None and part.get("number") is not None:
        return {**fields, "label": tail, "parts": (value(tail, part),)}
    return {**fields, "label": tail} if TAIL.fullmatch(tail) and not NUMERALS.search(tail) else None


def _tail_fits(plain: str, fields: Fields) -> bool:
    """Allow a noun after a counted measure word, and words after a percentage."""
    if fields["kind"] == "percent":
        return True
    counted = unit((fields.get("unit") or "").lstrip("十百千万亿"))
    return (
        fields["kind"] == "count"
        and counted.dimension in ("count", "people", "times", "visits")
        and any(char.isdigit() for char in plain)
    )


def _formula(plain: str) -> Fields | None:
    """Read 340人*1.4万元=476万元 as its terms."""
    if not FORMULA.search(plain[1:]):
        return None
    texts = FORMULA.split(plain)
    parts = _parts(texts, [_quietly(read_core, text) for text in texts])
    if parts is None or not any(part.unit for part in parts) or any(part.number is None for part in parts):
        return None
    return {"kind": "multi", "parts": parts}


def _alternatives(plain: str) -> Fields | None:
    """Read ≥90%或是: a number or a word that would also do."""
    texts = OR.split(plain)
    return _mixed(texts) if len(texts) == 2 else None


def _mixed(texts: list[str]) -> Fields | None:
    """Join exactly one number and one word."""
    read = [_quietly(read_core, text) or _labelled(text) for text in texts]
    if (read[0] is None) is (read[1] is None):
        return None
    number = read[0] or read[1] or {}
    word = texts[1] if read[0] else texts[0]
    if not word or len(word) > 12 or DIGIT_OR_SIGN.search(word) or NUMERALS.search(word):
        return None
    kind = "boolean" if word in load().phrases["boolean"] else "qualitative"
    other = Value(text=word, kind=kind, qualitative=word)
    parts = tuple(value(text, fields) if fields else other for text, fields in zip(texts, read, strict=True))
    return {**number, "kind": "mixed", "qualitative": word, "parts": parts}


def _list(plain: str) -> Fields | None:
    """Read 省级2个、市级3个 as two values; a list with a bare number or a word in it is not one."""
    texts = LIST.split(plain)
    if not 2 <= len(texts) <= MAX_PARTS:
        return None
    read = [_quietly(read_core, text) or _labelled(text) or _tailed(text) for text in texts]
    parts = _parts(texts, read)
    if parts is None:
        return _mixed(texts) if len(texts) == 2 else None
    if any(part.kind == "number" and not part.label and part.comparator == "=" for part in parts):
        return None
    return {"kind": "multi", "parts": parts}


def _parts(texts: list[str], read: list[Fields | None]) -> tuple[Value, ...] | None:
    if any(fields is None for fields in read):
        return None
    return tuple(value(text, fields) for text, fields in zip(texts, read, strict=True) if fields is not None)


def value(text: str, fields: Fields) -> Value:
    """Make a Value of its fields."""
    return Value(text=text, **fields)
