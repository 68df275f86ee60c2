"""Show what reading left over or had to mend."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from perf_lint.facts.form_view import FormFacts
from perf_lint.facts.indicator_view import IndicatorFacts
from perf_lint.facts.marks import mark
from perf_lint.facts.vocabulary import declare, fact
from perf_lint.text.pattern import lazy_pattern

KEPT = lazy_pattern(r"[\u4e00-\u9fff]+")
SHORT = 2


class UnreadCell:
    """A non-empty cell of the form that no field took."""

    TYPE = "UnreadCell"
    __slots__ = ("__dict__", "path", "text")

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text


declare("UnreadCell", {"path": ("string", "字段路径"), "text": ("string", "单元格文字")})


@fact(FormFacts, "list(UnreadCell)", "未读格")
def unread_cells(form: FormFacts) -> tuple[UnreadCell, ...]:
    """Give the unread cells with their places."""
    return tuple(UnreadCell(f"unread[{n}]", text) for n, text in enumerate(form.unread))


@fact(IndicatorFacts, "string", "写错的指标级次名称", "of_levels")
def level_slip(row: IndicatorFacts) -> str | None:
    """Give a level's text that was recognised in spite of a stray or missing character: 质量指标质, 产出指."""
    for text, name in ((row.level1_text, row.level1), (row.level2_text, row.level2)):
        if text and name and text != name and _is_slip(text, name):
            return text
    return None


@lru_cache(maxsize=4096)
def _is_slip(written: str, name: str) -> bool:
    text = "".join(KEPT.findall(written))
    core = name.removesuffix("指标")
    if not text or text in (name, core) or text.endswith((name, core)):
        return False
    if name.startswith(text):
        return len(text) > len(core)
    if _drops_to(text, name):
        return True
    rest = text.replace(name, "", 1) if name in text else text.replace(core, "", 1) if core in text else text
    return rest != text and 0 < len(rest) <= SHORT


def _drops_to(text: str, name: str) -> bool:
    """Tell whether one doubled character makes the whole difference: 质量量指标."""
    doubled = (place for place, (one, two) in enumerate(pairwise(text)) if one == two)
    return any(text[:place] + text[place + 1 :] == name for place in doubled)


@fact(FormFacts, "bool", "指标值一栏是否读出")
def values_are_read(form: FormFacts) -> bool:
    """Tell whether most rows have a value; otherwise the column, not the rows, is in question."""
    blank = sum(_is_blank(row) for row in form.asked(BLANK))
    return blank * 2 < len(form.indicators)


def _is_blank(row: IndicatorFacts) -> bool:
    return not row.value_text.strip()


BLANK = mark(value=_is_blank, odd=True)
