"""Recognise the labels of header, money block and columns in all their spellings."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from perf_lint.layout.composed import HEADS, is_counted_project, read_composed, read_heading
from perf_lint.layout.composed import LONGEST as LONGEST_COMPOSED
from perf_lint.layout.nearness import Nearness
from perf_lint.text.blanks import squeeze
from perf_lint.text.pattern import lazy_pattern
from perf_lint.text.wordfile import load_words

CORE = frozenset(("level1", "level2", "name", "value", "long_term_value", "name_value"))
"""Roles of the columns that tell indicators from other tables."""
OPENERS = frozenset(("project_name", "project_code", "project_code_name"))
"""Roles of the fields that open a form."""
LONGEST = 40
"""No label is longer, bracketed remarks included."""

Meaning = tuple[str, str]
"""Kind and role of a label."""


class Label(NamedTuple):
    """A label as understood, with what stands behind it in the same cell."""

    kind: str
    """`fields` `funds` `fund_columns` `plan` `blocks` `long_blocks` `notes`."""
    role: str
    text: str
    """The label's own words, brackets and what follows taken away, for showing."""
    rest: str = ""
    """What the cell says behind the label, as written."""
    unit: str = ""
    """A unit of money that the label's brackets name."""
    damaged: bool = False
    has_rest: bool = False
    """The label is closed by a colon with something behind, or by an amount."""


_ORDER = ("funds", "fields", "plan", "blocks", "long_blocks", "notes")
_UNIT = lazy_pattern(r"[(\[](?:单位)?:?(?:人民币)?(万元|亿元|千元|百元|万|亿|元)[)\],、;]?")
_LEAD = lazy_pattern(r"^(?:[(\[]?[一二三四五六七八九十\d]{1,2}[)\]、.．]+|[①-⑳]|[★☆*·•#-]+)?(?:其中[:：]?|[+-])?")
_LEADERS = frozenset("0123456789([①②③④⑤⑥⑦⑧⑨⑩一二三四五六七八九十★☆*·•#-+其")
_YEAR = lazy_pattern(r"20[0-4]\d年度?")
_YEARLY = (("funds", "total"), ("fields", "goal"), ("blocks", "blocks"))
_TAIL = lazy_pattern(r"^(.*?)([(\[][^()\[\]]*(?:[(\[][^()\[\]]*[)\]][^()\[\]]*)?[)\]]?)$")
_AMOUNT = lazy_pattern(
    r"^(?P<label>.*?[^\d,.\s¥￥-])\s*(?P<rest>[¥￥]?-?\d[\d,，]*(?:\.\d+)?\s*(?:万元|亿元|千元|万|元)?"
    r"|(?:人民币)?[壹贰叁肆伍陆柒捌玖一二三四五六七八九十拾][零〇一二三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]*元整?)$",
    re.DOTALL,
)
_OF_AMOUNTS = "0123456789,.-¥￥人民币万亿千元整壹贰叁肆伍陆柒捌玖一二三四五六七八九十拾零〇百佰仟"
"""All that the sum at the end of a text is made of, blanks apart."""
_AMOUNT_ENDS = frozenset(",，元万整壹贰叁肆伍陆柒捌玖一二三四五六七八九十拾零〇百千亿佰仟")
_WITH_TARGET = lazy_pattern(r"[(\[](?:含|及|和|与|包含|包括)?(?:绩效|年度)?(?:指标|目标)+值[)\]]$")
_FOREIGN = lazy_pattern(r"(?<=[\u4e00-\u9fff)])[A-Za-z][A-Za-z.,'/&]*\d?$")
"""What a label says again in another language."""
_CODED_UNIT = lazy_pattern(r"^[\[(【（]?\d{3,12}[\])】）]?[-—_ ]*(?![年月日万亿元个人次])[\u4e00-\u9fff]{3,}")
_NAMED_UNIT = lazy_pattern(
    r"金额单位:?(?:人民币)?(万元|亿元|千元|百元|元)|[^计度]单位:(?:人民币)?(万元|亿元|千元|百元|元)$"
)
_LONE_UNIT = lazy_pattern(r"^(?:金额)?单位:?(?:人民币)?(万元|亿元|千元|百元|元|万)(?:人民币)?$")


@cache
def _known() -> dict[str, Meaning]:
    words = load_words("labels")
    found: dict[str, Meaning] = {}
    for kind in _ORDER:
        entry = words[kind]
        groups = entry.items() if isinstance(entry, dict) else [(kind, entry)]
        for role, spellings in groups:
            for spelling in spellings:
                found.setdefault(squeeze(spelling), (kind, role))
    return found


@cache
def _near() -> Nearness[Meaning]:
    return Nearness(_known())


@cache
def _columns(kind: str) -> dict[str, str]:
    groups = load_words("labels")[kind]
    assert isinstance(groups, dict)
    return {squeeze(spelling): role for role, spellings in groups.items() for spelling in spellings}


@cache
def _near_columns() -> Nearness[str]:
    return Nearness(_columns("columns"))


def money_unit(text: str) -> str:
    """Give the unit of money that a heading or a label names in brackets or as 单位:万元; empty if none."""
    return _money_unit(text) if "元" in text or "万" in text or "亿" in text else ""


@lru_cache(maxsize=1024)
def _money_unit(text: str) -> str:
    key = squeeze(text)
    found = _UNIT.search(key) or _LONE_UNIT.match(key) or _NAMED_UNIT.search(key)
    return _whole_unit(found[1] or found[2]) if found else ""


def _whole_unit(unit: str) -> str:
    return unit if unit.endswith("元") else unit + "元"


def read_label(text: str, *, tolerant: bool = True) -> Label | None:
    """Understand a cell as a label, with or without its value behind it; `tolerant` allows one slip of the pen."""
    if not tolerant and not _may_begin(text[:2]):
        return None
    if len(text) <= LONGEST:
        return _tolerant(text) if tolerant else _strict(text)
    label = read_label(text[:LONGEST], tolerant=tolerant)
    return label._replace(rest=label.rest + text[LONGEST:]) if label and label.has_rest else None


@lru_cache(maxsize=20_000)
def _tolerant(text: str) -> Label | None:
    return _strict(text) or _bare(squeeze(text), text, tolerant=True)


@lru_cache(maxsize=20_000)
def _strict(text: str) -> Label | None:
    if not _may_begin(text[:2]):
        return None
    key = squeeze(text)
    whole = _bare(key, text, tolerant=False)
    if whole:
        return whole
    colon = min((at for at in (text.find("："), text.find(":")) if at > 0), default=-1)
    lead = _LEAD.match(text)
    if lead and colon >= 0 and colon < lead.end():
        colon = min((at for at in (text.find("：", lead.end()), text.find(":", lead.end())) if at > 0), default=-1)
    if colon > 0:
        before = _whole(text[:colon])
        if before and not _LONE_UNIT.match(key):
            return before._replace(rest=text[colon + 1 :].strip(), has_rest=True)
        if is_counted_project(squeeze(text[:colon])):
            return Label("fields", "project_name", text[:colon], rest=text[colon + 1 :].strip(), has_rest=True)
    amount = _AMOUNT.match(text) if _may_end_amount(text[-1:]) and _may_stand_before(key) else None
    if amount:
        before = _bare(squeeze(amount["label"]), amount["label"], tolerant=False)
        if before and before.kind == "funds":
            return before._replace(rest=amount["rest"].strip(), has_rest=True)
    return None


@lru_cache(maxsize=4096)
def _whole(text: str) -> Label | None:
    """Understand a text as nothing but a label."""
    return _bare(squeeze(text), text, tolerant=False)


def _may_stand_before(key: str) -> bool:
    """Say at a glance whether what stands before the amount at the end of a text is short enough for a label."""
    front = key.rstrip(_OF_AMOUNTS)
    return not front or _core(front) != ""


def _may_end_amount(last: str) -> bool:
    """Say by its last character whether a text can end with an amount."""
    return last in _AMOUNT_ENDS or last.isdecimal() or last.isspace()


@lru_cache(maxsize=20_000)
def _may_begin(pair: str) -> bool:
    """Say by its first two characters whether a text can begin with a label: most cells cannot."""
    key = squeeze(pair)
    return len(key) < len(pair) or key in _heads() or key[:1] in _LEADERS


@cache
def _heads() -> frozenset[str]:
    known = _known()
    alone = {f"{label}{sign}" for label in known if len(label) == 1 for sign in ":("}
    return frozenset({label[:2] for label in known} | alone) | HEADS


def _bare(key: str, written: str, *, tolerant: bool) -> Label | None:
    """Look a label up in the lists, then as one made of known parts, then, if `tolerant`, as one with a slip."""
    core = _core(key)
    if not core:
        return None
    shown = written.strip().rstrip(":：")
    listed, core, unit = _listed(core)
    if listed:
        return Label(*listed, shown, unit=unit)
    known, lead = _known(), _lead_end(core)
    composed = read_composed(core, known) or (read_composed(core[lead:], known) if lead else None)
    if composed:
        return Label(*composed, shown, unit=unit)
    if tolerant and core not in _columns("columns"):
        core = core[lead:]
        seen = core.replace("日标", "目标")  # scanned pages: one slip away from 指标, too, but far more alike
        near = (known[seen], seen) if seen in known else _near().find(core)
        if near:
            return Label(*near[0], near[1], unit=unit, damaged=True)
    return None


def _listed(core: str) -> tuple[Meaning | None, str, str]:
    """Look a label up as it stands, then without what leads it, then without its brackets.

    Give its kind and role, what is left of it, and the unit of money that its brackets name.
    """
    known, unit = _known(), ""
    for _ in range(3):
        if core in known:
            return known[core], core, unit
        stripped = core[_lead_end(core) :]
        if stripped in known:
            return known[stripped], core, unit
        dated = _dated(core) if core[:2] == "20" else None
        if dated:
            return dated, core, unit
        tail = _TAIL.match(core)
        if tail is None or not tail[1]:
            break
        found = _UNIT.search(tail[2])
        unit = unit or (_whole_unit(found[1]) if found else "")
        core = tail[1].rstrip(":")
    return None, core, unit


def _core(key: str) -> str:
    """Take away what closes a label and what it says again in another language; empty where this is too long."""
    core = key.rstrip(":;,。")
    if core[-1:].isascii() and core[-1:].isalpha():
        core = _FOREIGN.sub("", core)
    return "" if _is_too_long(core) else core


def _is_too_long(core: str) -> bool:
    """Say at a glance whether a text is longer than all labels, without brackets or a year that might be taken away."""
    longest = _longest()
    if len(core) <= longest or "(" in core or "[" in core or core[:2] == "20":
        return False
    return len(core) - _lead_end(core) > longest


@cache
def _longest() -> int:
    """Give the length of the longest label, of a list or of parts, with one character too many."""
    return max(LONGEST_COMPOSED, *map(len, _known())) + 1


def _dated(core: str) -> Meaning | None:
    """Look up a label of the year's sum or goal that names the year itself (2024年预算, 2025年度绩效目标)."""
    year = _YEAR.match(core)
    if year is None or year.end() == len(core):
        return None
    known = _known()
    for named in ("年度", "当年", ""):
        found = known.get(named + core[year.end() :])
        if found and (found in _YEARLY or found == ("funds", "block")):
            return found if found in _YEARLY else ("funds", "total")
    return None


def _lead_end(core: str) -> int:
    lead = _LEAD.match(core)
    return lead.end() if lead else 0


def column_role(text: str, kind: str = "columns") -> str | None:
    """Give the column that a heading cell names, brackets disregarded; None if it names none."""
    return _column_role(text, kind) if may_be_column(text) else None


def may_be_column(text: str) -> bool:
    """Say at a glance whether a text can be a column heading: most cells cannot."""
    return len(text) <= LONGEST and _may_begin_column(text[:2])


@lru_cache(maxsize=20_000)
def _may_begin_column(pair: str) -> bool:
    """Say by its first two characters whether a text can be a column heading."""
    key = squeeze(pair)
    return len(key) < 2 or key[1] in ":([" or key == "20" or key in _column_heads()


@cache
def _column_heads() -> frozenset[str]:
    return frozenset(spelling[:2] for kind in ("columns", "fund_columns") for spelling in _columns(kind))


@lru_cache(maxsize=20_000)
def _column_role(text: str, kind: str) -> str | None:
    key, columns = squeeze(text).rstrip(":"), _columns(kind)
    if key[-1:].isascii() and key[-1:].isalnum():
        key = _FOREIGN.sub("", key)
    return _column(key, columns) or (read_heading(key, columns) if kind == "columns" else None)


def _column(key: str, columns: dict[str, str]) -> str | None:
    for _ in range(2):
        if key in columns:
            return columns[key]
        year = _YEAR.match(key) if key[:2] == "20" else None
        if year and (role := columns.get("年度" + key[year.end() :]) or columns.get(key[year.end() :])):
            return role
        tail = _TAIL.match(key)
        if tail is None:
            return None
        key = tail[1]
        if columns.get(key) == "name" and _WITH_TARGET.match(tail[2]):
            return "name_value"
    return columns.get(key)


@lru_cache(maxsize=4096)
def heading_year(text: str) -> int | None:
    """Give the year in front of a column heading (2024年目标值)."""
    key = squeeze(text)
    return int(key[:4]) if key[:2] == "20" and _YEAR.match(key) else None


@lru_cache(maxsize=1000)
def near_column(text: str) -> str | None:
    """Give the column that a heading cell names with one slip of the pen."""
    key = squeeze(text).rstrip(":")
    near = None if is_known(key) else _near_columns().find(key)
    return near[0] if near else None


def is_known(key: str) -> bool:
    """Say whether a squeezed text is a label or a column heading, letter by letter."""
    return key in _known() or key in _columns("columns")


def is_coded_unit(text: str) -> bool:
    """Say whether a text is a unit behind its code (302001某县水文站)."""
    return _CODED_UNIT.match(text) is not None
