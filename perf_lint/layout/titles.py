"""Tell the lines that head a form or a page: titles, 附件, years, units of money, page numbers."""

from __future__ import annotations

from functools import lru_cache

from perf_lint.layout.kinds import HEADS, MAY_HEAD
from perf_lint.layout.labels import money_unit, read_label
from perf_lint.layout.rows import Row
from perf_lint.text.blanks import squeeze
from perf_lint.text.pattern import lazy_pattern

LONGEST_TITLE = 80
"""Characters; a longer line is a sentence, even where it ends with 表."""
_TITLE = lazy_pattern(
    r"绩效(?:目标|指标|自评|评价|管理)?[^。；;，,：:]{0,14}表(?:[(\[][^)\]]*[)\]])*$"
    r"|绩效目标(?:申报|批复|公开|自评|完成情况|审核|备案|变更|调整)?表"
)
_ANNEX = lazy_pattern(r"^附(?:件|表|录)?[\d一二三四五六七八九十]*(?:[-.]\d+)*(?:[:.、)]|$)")
_YEAR_LINE = lazy_pattern(
    r"^[(\[]?(?:20\d\d|二[〇○零Oo0].{2})年?度?[)\]]?(?:(?:金额)?单位:?(?:人民币)?(?:万元|千元|元))?$"
)
_RUNNING = lazy_pattern(
    r"^(?=.{6,40}$)[^:,;。、]*(?:预算|决算)[^:,;。、]{0,6}(?:公开|报告|说明|草案|汇编|材料|文本|信息)(?:[(\[][^)]*[)\]])?$"
    r"|^[^:,;。、]{0,24}(?:20\d\d|二[〇○零].{2})年度?(?:部门|单位)?(?:预算|决算)$"
)
"""The name of a report, as printed at the head of every page."""
_PAGE = lazy_pattern(r"^(?:第?\d+页?(?:[,/]?共\d+页)?|[-·]\d+[-·]|[(\[]?续[前上]?[表页]?\d*[)\]]?|接[前上][表页])$")


@lru_cache(maxsize=4096)
def is_title(text: str) -> bool:
    """Say whether a line is the title of a form (…项目支出绩效目标表)."""
    if len(text) > LONGEST_TITLE or "表" not in text:
        return False
    key = squeeze(text)
    return _TITLE.search(key) is not None and not any(sign in key for sign in "。,;!?")


@lru_cache(maxsize=4096)
def is_annex(text: str) -> bool:
    """Say whether a line begins with 附件 and a number."""
    return _ANNEX.match(squeeze(text)) is not None


def is_heading_text(text: str) -> bool:
    """Say whether a text is a title, an 附件 line or a bare year."""
    return ("表" in text or MAY_HEAD.match(text) is not None) and _is_heading_text(text)


@lru_cache(maxsize=4096)
def _is_heading_text(text: str) -> bool:
    key = squeeze(text)
    return is_title(text) or _ANNEX.match(key) is not None or _YEAR_LINE.match(key) is not None


def is_heading(row: Row) -> bool:
    """Say whether a row heads a form: a title, a year, 附件, a unit of money; at most three cells, none a field."""
    cells = row.cells
    if not row.kinds & HEADS or len(cells) > 3 or len(cells[0].text) > LONGEST_TITLE:
        return False
    text = row.text
    if is_heading_text(text):
        return True
    if "单位" not in text:
        return False
    return any(_is_unit(cell.text) for cell in cells) and not any(_opens(cell.text) for cell in cells)


def is_part_title(row: Row) -> bool:
    """Say whether a row heads the part of a form for the year or the 实施期 (年度绩效目标表), not a form."""
    if len(row.cells) > 1 or "表" not in row.text:
        return False
    label = read_label(row.text, tolerant=False)
    return label is not None and (
        label.kind == "long_blocks" or (label.kind == "blocks" and (label.text[:2] == "年度" or "指标表" in label.text))
    )


def _opens(text: str) -> bool:
    """Say whether a cell is a field of the form's body: any but the unit that files it, named in the same cell."""
    label = read_label(text, tolerant=False)
    if label is None or label.kind not in ("fields", "funds", "plan"):
        return False
    return not label.has_rest or label.role not in ("department", "filing_unit", "implementing_unit", "year")


@lru_cache(maxsize=4096)
def _is_unit(text: str) -> bool:
    return "单位" in text and bool(money_unit(text))


def is_page_number(text: str) -> bool:
    """Say whether a line is nothing but the number of a page, or says that a table goes on (续表)."""
    return len(text) <= 16 and _PAGE.match(squeeze(text)) is not None


def is_running_title(text: str) -> bool:
    """Say whether a line names the report, as at the head of a new page (某县2025年部门预算公开)."""
    return len(text) <= LONGEST_TITLE and "算" in text and _RUNNING.match(squeeze(text)) is not None
