"""Notice slips of the pen: doubled words, stray letters, brackets and quotation marks that do not pair."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from perf_lint.facts.form_view import FormFacts
from perf_lint.facts.indicator_view import IndicatorFacts
from perf_lint.facts.marks import column_mark, mark
from perf_lint.facts.notes import Note
from perf_lint.facts.vocabulary import fact
from perf_lint.model.words import Words
from perf_lint.text.matching import KEPT_READINGS, last_word
from perf_lint.text.pattern import lazy_pattern
from perf_lint.text.wordlists import word_list

FULL_WIDTH = 0xFEE0
"""How far a full-width bracket stands from its half-width one in Unicode."""
PAIRS = {"(": ")", "[": "]", "【": "】", "《": "》", "〈": "〉", "“": "”", "「": "」", "〔": "〕"}
_SIGNS = lazy_pattern("[()\\[\\]（）［］【】《》〈〉\u2329\u232a“”「」〔〕]")
"""A text with none of these has nothing to pair."""
CLOSERS = {closing: opening for opening, closing in PAIRS.items()}
_DOUBLED = lazy_pattern(r"([\u4e00-\u9fff]{2,4})\1")
_DOUBLED_MARK = lazy_pattern(r"的的|、、|，，|,,|；；|。。")
_RATE_OF_RATE = lazy_pattern(
    r"[\u4e00-\u9fff]{2}率(?!增|提|下|降|上|变|达|年|平|完|为|和|与|及|较|同)[\u4e00-\u9fff]{2}率$"
)
_STRAY = lazy_pattern(r"(?<![A-Za-z0-9.+#-])([A-Za-df-hj-z])(?=([\u4e00-\u9fff]))")
_ENUMERATION = lazy_pattern(r"(?:^|(?<=[\s;,、。；，:：]))(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[a-zA-Z])[)）]")
_DISTRIBUTED = lazy_pattern(r"[一逐各每]|.[每对把打]")
"""学生|每生每年, 一村一村官, 点对点|对接: the doubling is one of sense."""
_REDUPLICATED = frozenset(("天天", "年年", "方方", "个个", "家家", "人人", "处处", "时时", "事事", "滴滴"))


@lru_cache(KEPT_READINGS)
def doubled(text: str) -> str | None:
    """Give a word of two to four characters that stands twice in a row, or a doubled mark."""
    for found in _DOUBLED.finditer(text):
        word = found.group(1)
        if len(set(word)) > 1 and word[:2] not in _REDUPLICATED and not _DISTRIBUTED.match(word) and word[1] != "一":
            return found.group()
    found_mark = _DOUBLED_MARK.search(text)
    return found_mark.group() if found_mark else None


@lru_cache(KEPT_READINGS)
def stray_letter(name: str) -> str | None:
    """Give a single Latin letter at the start of a name whose next character makes no known word with it.

    A类, B超, L型, U盘 are words; L吸毒人员 is not.
    """
    found = _STRAY.match(name.strip())
    if found is None or found.group(2) in word_list("letter-compounds"):
        return None
    return found.group(1)


@lru_cache(KEPT_READINGS)
def unpaired(text: str) -> str | None:
    """Give the first bracket or quotation mark without its partner; full and half width pair with each other."""
    if not _SIGNS.search(text):
        return None
    flat = text.replace("（", "(").replace("）", ")").replace("［", "[").replace("］", "]")
    flat = unicodedata.normalize("NFC", _ENUMERATION.sub("", flat))
    open_marks: list[str] = []
    signs: list[str] = _SIGNS.findall(flat)
    for sign in signs:
        if sign in PAIRS:
            open_marks.append(sign)
        elif sign in CLOSERS:
            if CLOSERS[sign] not in open_marks:
                return sign
            while open_marks.pop() != CLOSERS[sign]:
                pass
    return open_marks[0] if open_marks else None


@lru_cache(KEPT_READINGS)
def slip_in(text: str, is_name: bool, /) -> tuple[str, Words] | None:
    """Give the first slip of a text and what is the matter with it."""
    if word := doubled(text):
        return word, Words(f"「{word}」重复", f"“{word}” is doubled")
    if is_name and (letter := stray_letter(text)):
        return letter, Words(f"开头多了字母「{letter}」", f"a stray letter “{letter}” at the start")
    if mark := _as_written(unpaired(text), text):
        return mark, Words(f"「{mark}」没有配对", f"“{mark}” has no partner")
    if is_name and (found := _RATE_OF_RATE.search(text)) and not _is_rate_of_its_own(text, found.start()):
        return found.group(), Words(f"「{found.group()}」有两个「率」字", f"two 率 in “{found.group()}”")
    return None


def _as_written(mark: str | None, text: str) -> str | None:
    """Give a bracket in the width in which the text has it."""
    if mark is None or mark in text:
        return mark
    return chr(ord(mark) + FULL_WIDTH) if ord(mark) < FULL_WIDTH else mark


def _is_rate_of_its_own(text: str, start: int) -> bool:
    """Tell whether the first 率 ends a word that is no percentage: 满功率运行率."""
    return last_word(text[: text.index("率", start) + 1], "not-rates") is not None


@fact(IndicatorFacts, "Note", "名称中的笔误")
def name_slip(row: IndicatorFacts) -> Note | None:
    """Notice a slip in the name."""
    found = slip_in(row.name, True)
    return Note(f"{row.path}.name", *found) if found else None


def may_slip(name: str) -> bool:
    """Tell whether a plain name has characters twice, as any slip in it must."""
    twice = len(name) - len(frozenset(name))
    return twice > 1 or (twice == 1 and ("的的" in name or "、、" in name or name.count("率") > 1))


SLIPS = (
    mark(name=lambda row: slip_in(row.name, True), odd=True)
    | mark(name=lambda row: may_slip(row.name) and slip_in(row.name, True))
    | column_mark("description")
)


@fact(FormFacts, "list(Note)", "文字中的笔误")
def slips(form: FormFacts) -> tuple[Note, ...]:
    """Notice slips in the project's name, goal and purpose and in the indicators' names and descriptions."""
    notes: list[Note] = []
    for field in ("project_name", "goal", "purpose"):
        text: str | None = getattr(form, field)
        if text and (found := slip_in(text, False)):
            notes.append(Note(field, *found))
    for row in form.asked(SLIPS):
        if note := name_slip(row):
            notes.append(note)
        elif row.description and (found := slip_in(row.description, False)):
            notes.append(Note(f"{row.path}.description", *found))
    return tuple(notes)
