"""Notice names that break off or have lost their beginning."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from perf_lint.facts.form_view import FormFacts
from perf_lint.facts.indicator_view import IndicatorFacts
from perf_lint.facts.marks import column_mark, mark
from perf_lint.facts.notes import Note
from perf_lint.facts.vocabulary import fact
from perf_lint.model.levels import SATISFACTION
from perf_lint.model.words import Words
from perf_lint.text.keys import name_key
from perf_lint.text.matching import KEPT_READINGS
from perf_lint.text.pattern import lazy_pattern
from perf_lint.text.wordlists import word_list

MIN_NAME = 4
_OPEN_END = lazy_pattern(
    r"[、，,：:（(《“\-—]$|(?:以及|及其|并且|[\u4e00-\u9fff](?:与|及))$"
    r"|(?<=[\u4e00-\u9fff]{4})(?<![祥谐缓平总共饱温中暖亲柔附随讲调义泰永呼民仁太人政保清])和$|(?<=、)[\u4e00-\u9fff]{2,8}(?<![祥谐缓平总共饱温中暖])(?:和|或)$"
)
_CLOSED_START = lazy_pattern(
    r"^(?:[、，,；;。）)》”：:]|[的们]|和(?!谐|平|睦|解)|与(?!会|[\u4e00-\u9fff\d、]{1,14}(?:签|合作|共|联|对接|交流|衔接|相关|配套|结对|协[同作商]|同步|同期|相比|之比|建立|会商|沟通|互[认通动换派访]|结合|融合|比较))|及(?![时格早])|或(?!有)|者|率(?![先领队]))"
)
"""What no name can begin with: a closing mark, or a word that only joins."""
_JOINERS = frozenset("的们和与及或者率其且意")
"""What begins or ends a plain name that is broken, 、 aside; 意 for 满意 without 度."""
_FINE_END = lazy_pattern(r"(?:普及|涉及|触及|危及|波及|惠及|顾及|提及|参与|给与|赠与|授与|赋与)$")


@lru_cache(KEPT_READINGS)
def closed_start(name: str) -> str | None:
    """Give the mark with which a name begins though none can."""
    plain = name.strip()
    return plain[0] if _CLOSED_START.match(plain) else None


@lru_cache(KEPT_READINGS)
def broken_end(name: str) -> str | None:
    """Give the end at which a name breaks off: a list mark, an opening bracket, a lone character after 、."""
    plain = name.strip()
    if found := _OPEN_END.search(plain):
        return None if _FINE_END.search(plain) else found.group()[-1]
    items = plain.split("、")
    last = items[-1]
    if len(items) < 2 or len(last) != 1 or any(len(item) < 2 for item in items[:-1]):
        return None
    return None if last in word_list("single-word-items") or not last.isalpha() else f"、{last}"


def lost_start(name: str, others: Iterable[str]) -> str | None:
    """Give the full text of which `name` lacks the first character, where it stands elsewhere in the form."""
    key = name_key(name)
    if len(key) < MIN_NAME:
        return None
    for other in others:
        full = name_key(other)
        if len(full) == len(key) + 1 and full.endswith(key) and full[0] not in word_list("free-prefixes"):
            return other.strip()
    return None


def lost_end(name: str, description: str) -> str | None:
    """Give the description where it is the name and one more character that makes a measure: 群众满意 + 度."""
    key, full = name_key(name), name_key(description)
    return description.strip() if len(key) >= MIN_NAME and full[:-1] == key and full[-1] in "度率数量性" else None


def by_rest(rows: Iterable[IndicatorFacts]) -> dict[str, list[IndicatorFacts]]:
    """Sort rows by the key of their name without its first character."""
    found: dict[str, list[IndicatorFacts]] = {}
    for row in rows:
        found.setdefault(row.name_key[1:], []).append(row)
    return found


def truncation_of(row: IndicatorFacts, longer: Iterable[IndicatorFacts]) -> Note | None:
    """Notice that the row's name breaks off or lost its beginning; `longer` are rows that might hold the whole."""
    path, description = f"{row.path}.name", row.description or ""
    if mark := closed_start(row.name):
        return Note(path, mark, Words(f"以「{mark}」开头，前面似有缺字", f"starts with “{mark}”: something is missing"))
    if end := broken_end(row.name):
        return Note(path, end, Words(f"在「{end}」处中断，后面似有缺字", f"breaks off at “{end}”"))
    if row.level1 == SATISFACTION and row.name.strip().endswith("满意") and row.value.kind == "percent":
        words = Words("似缺「度」字", "seems to lack 度")
        return Note(path, "满意", words, f"{row.name.strip()}度", sure=False)
    if description and (whole := lost_end(row.name, description)):
        return Note(
            path,
            whole,
            Words(f"比描述「{whole}」少一个字", f"lacks the last character of “{whole}”"),
            whole,
            sure=False,
        )
    texts = [*(other.name for other in longer if other is not row), *filter(None, (description,))]
    if texts and (full := lost_start(row.name, texts)):
        return Note(path, full, Words(f"比「{full}」少了开头的字", f"lacks the first character of “{full}”"), full)
    return None


@fact(FormFacts, "list(Note)", "残缺的名称")
def truncations(form: FormFacts) -> tuple[Note, ...]:
    """Notice every broken name of the form."""
    keys = form.name_keys
    beheaded = not keys.isdisjoint([key[1:] for key in keys])
    longer = by_rest(form.indicators) if beheaded else {}
    rows = form.indicators if beheaded else form.asked(BROKEN)
    notes = (truncation_of(row, longer.get(row.name_key, ())) for row in rows if row.name.strip() and not row.is_none)
    return tuple(note for note in notes if note)


def _may_be_broken(row: IndicatorFacts) -> bool:
    """Tell whether a name breaks off or has lost its beginning, or lacks the 度 of 满意度."""
    return bool(closed_start(row.name) or broken_end(row.name)) or row.name.strip().endswith("满意")


def _joins(row: IndicatorFacts) -> bool:
    """Tell whether a plain name has what a broken one must have."""
    name = row.name
    return name[:1] in _JOINERS or name[-1:] in _JOINERS or "、" in name


BROKEN = (
    mark(name=_may_be_broken, odd=True)
    | mark(name=lambda row: _joins(row) and _may_be_broken(row))
    | column_mark("description")
)
