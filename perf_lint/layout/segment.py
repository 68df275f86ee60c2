"""Cut the stream of rows into forms: at titles, and where a second project begins."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from perf_lint.layout.columns import LEVELS, is_column_row
from perf_lint.layout.headings import heads_results
from perf_lint.layout.kinds import COLUMN, HEADS, LEVEL, MAY_HEAD, OPENER
from perf_lint.layout.labels import OPENERS, Label, column_role, money_unit, read_label
from perf_lint.layout.levels import front_levels, read_level
from perf_lint.layout.prose import has_prose, names_levels
from perf_lint.layout.rows import Row, adjacent
from perf_lint.layout.slots import looks_like_value
from perf_lint.text.blanks import squeeze
from perf_lint.text.pattern import lazy_pattern

LONGEST_TITLE, FEWEST_LEVELS = 80, 3
WIDEST = 400
"""A row of more cells than this is no part of a form."""
AGAIN = ("department", "implementing_unit", "total")
"""Fields that no form gives twice."""
_DECIDES = HEADS | COLUMN | OPENER
"""What may begin a form or a part of one."""
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


class Segment:
    """The rows of one form: what heads it, and its body."""

    __slots__ = ("body", "has_indicators", "has_prose", "heading", "labels", "titled")

    def __init__(self, heading: Iterable[Row] = (), body: Iterable[Row] = (), has_indicators: bool = False) -> None:
        """Begin a form with what is known of it."""
        self.heading = list(heading)
        self.body = list(body)
        self.titled = False
        self.labels: set[str] = set()
        """Labels of project names and codes seen so far."""
        self.has_indicators = has_indicators
        self.has_prose = False
        """A sentence names levels and targets."""

    @property
    def is_form(self) -> bool:
        """Say whether enough of a form is there: indicators, or a project and its goal below a title."""
        if self.has_indicators and not (self.titled or self.labels):
            return any(_tells_level(cell.text) for row in self.body for cell in row.cells)
        if self.has_indicators or (self.has_prose and self.labels):
            return True
        return (
            self.titled and bool(self.labels) and any(_names_goal(row) or names_levels(row.text) for row in self.body)
        )

    def repeats(self, title: Row) -> bool:
        """Say whether a title is the form's own, printed again at the head of a new page."""
        if not self.has_indicators or not self.labels:
            return False
        key = squeeze(title.text)
        return "续)" in key or any(squeeze(row.text) == key for row in self.heading)


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


def _is_field(text: str) -> bool:
    label = read_label(text, tolerant=False)
    return label is not None and label.kind in ("fields", "funds", "plan")


def _is_label(row: Row) -> bool:
    """Say whether a row begins with a label and gives something behind it."""
    label = read_label(row.cells[0].text, tolerant=False)
    return label is not None and label.kind != "notes" and (len(row.cells) > 1 or label.has_rest)


def project_label(row: Row) -> Label | None:
    """Find a label in this row that opens a form."""
    if not row.kinds & OPENER:
        return None
    for cell in row.cells[:5]:
        label = read_label(cell.text, tolerant=False)
        if label and label.role in OPENERS:
            return label
    return None


class Cutter:
    """Walk over the rows once; a row whose home is not yet sure waits in the tail."""

    def __init__(self) -> None:
        self.done: list[Segment] = []
        self.outside: list[Row] = []
        self.now: Segment | None = None
        self._tail: list[Row] = []
        self._reopened = False
        """The form's own title stands in the tail once more."""
        self._flows = False
        """A row of the table that neither heads nor opens anything goes on with the form at hand."""
        self._body: list[Row] = []

    def take(self, row: Row) -> None:
        """Put one row into the form at hand, or begin another with it, or leave it outside."""
        if not (row.kinds & _DECIDES or row.loose or row.gap) and self._flows and len(row.cells) <= WIDEST:
            self._body.append(row)
            return
        self._decide(row)
        now = self.now
        self._flows = now is not None and now.has_indicators and not self._tail and not self._reopened
        self._body = now.body if now else []

    def _decide(self, row: Row) -> None:
        """Put a row where it belongs, by what it says and what stands around it."""
        if len(row.cells) > WIDEST:
            self.outside.append(row)
            return
        if is_heading(row) and not (self._in_table and is_part_title(row)):
            self._take_heading(row)
            return
        if row.loose and self._passes_by(row):
            return
        if self._reopened or row.gap:
            self._settle(row)
        columns = is_column_row(row) or (self._in_table and heads_results(row))
        label = None if columns else project_label(row)
        if label:
            self._take_project(row, label)
        elif columns:
            self._take_columns(row)
        elif self.now and not row.loose and self._continues(row):
            self._enter(row)
        elif self.now and row.loose and (not self.now.has_indicators or is_part_title(row)) and _speaks(row):
            self._enter(row).has_prose |= has_prose(row.text)
        elif self.now and row.loose and len(row.text) > LONGEST_TITLE and not self.now.body:
            self._close()
            self.outside.append(row)
        else:
            self._wait(row)

    def _take_columns(self, row: Row) -> None:
        """Take the headings of the indicators; where no form is open yet, with the fields right above them."""
        if self.now is None and not self._tail:
            self._open().body = self._fields_above(row)
        self._enter(row).has_indicators = True

    def _fields_above(self, row: Row) -> list[Row]:
        """Take back the fields right above column headings: of a form with neither a title nor a project's name."""
        cut = len(self.outside)
        while cut and self.outside[cut - 1].origin == row.origin and _is_label(self.outside[cut - 1]):
            cut -= 1
        found, self.outside[cut:] = self.outside[cut:], []
        return found

    def _begins_again(self, row: Row) -> bool:
        """Say whether a new table starts with a field that the form has given already: the next form has no title."""
        now = self.now
        if now is None or not now.has_indicators or row.loose or len(row.cells) == 1:
            return False
        label = read_label(row.cells[0].text, tolerant=False)
        if label is None or label.role not in AGAIN or now.body[-1].origin == row.origin:
            return False
        key = squeeze(label.text)
        return not now.labels or any(squeeze(one.cells[0].text).rstrip(":") == key for one in now.body)

    def _leaves_sheet(self, row: Row) -> bool:
        """Say whether another worksheet begins with something else than the rest of the form: a list of choices."""
        now = self.now
        if now is None or row.loose or not now.has_indicators or now.body[-1].origin.sheet == row.origin.sheet:
            return False
        if is_column_row(row) or (len(row.cells) > 2 and _names_level(row)):
            return False
        fields = [_is_field(cell.text) for cell in row.cells]
        if fields[0] and (len(fields) == 1 or not all(fields)):
            return False
        return len(fields) == 1 or not looks_like_value(row.cells[-1].text)

    def _passes_by(self, row: Row) -> bool:
        """Leave out what is printed at the head or foot of a page: its number, the name of the report."""
        if _is_page_number(row.text):
            return True
        running = self._in_table and is_running_title(row.text)
        if running:
            self.outside.append(row)
        return running

    @property
    def _in_table(self) -> bool:
        return self.now is not None and bool(self.now.body)

    def finish(self) -> list[Segment]:
        """Close the last form and give all of them."""
        self._close()
        return [segment for segment in self.done if segment.is_form]

    def _take_heading(self, row: Row) -> None:
        title = is_title(row.text)
        now = self.now
        if title and now and (now.body or (not now.titled and now.labels)):
            self._reopened = now.repeats(row)
            if not self._reopened:
                self._close(keep_heading=True)
        if title and self.now is None:
            self._open()
        if self.now and title:
            self.now.titled = True
        self._tail.append(row)

    def _take_project(self, row: Row, label: Label) -> None:
        key = squeeze(label.text)
        if self.now and (self.now.has_indicators or key in self.now.labels):
            self._close(keep_heading=True)
        self._enter(row).labels.add(key)

    def _settle(self, row: Row) -> None:
        """Decide by the row below a repeated title, or at the head of a table, whether another form begins."""
        if not self._reopened:
            if self._leaves_sheet(row):
                self._close()
            elif self._begins_again(row):
                self._close(keep_heading=True)
                self._open()
            return
        self._reopened = False
        if not (is_column_row(row) or _names_level(row) or (len(row.cells) > 1 and not _is_field(row.cells[0].text))):
            self._close(keep_heading=True)
            self._open().titled = True

    def _open(self) -> Segment:
        self.now = Segment()
        return self.now

    def _enter(self, row: Row) -> Segment:
        """Add a row to the form's body; what waited before it comes in too."""
        now = self.now or self._open()
        if self._tail:
            self._take_in(now)
        now.body.append(row)
        if not now.has_indicators and len(row.cells) > 2 and _names_level(row):
            now.has_indicators = True
        return now

    def _take_in(self, now: Segment) -> None:
        """Put what waited into the form: above it as its heading, within it without the headings of pages."""
        if now.body:
            for row in self._tail:
                (self.outside if is_heading_text(row.text) and not is_part_title(row) else now.body).append(row)
        else:
            now.titled = now.titled or any(is_title(row.text) for row in self._tail)
            now.heading.extend(self._tail)
        self._tail = []

    def _wait(self, row: Row) -> None:
        if self.now is None and not row.loose:
            self.outside.extend(self._tail)
            self._tail = []
        (self._tail if self.now else self.outside).append(row)

    def _continues(self, row: Row) -> bool:
        """Say whether a row of cells goes on with the form after the text that stands between."""
        assert self.now
        if not self._tail or not self.now.has_indicators:
            return True
        between = [loose for loose in self._tail if loose.loose and not is_heading(loose)]
        if not between:
            return True
        if _names_level(row):
            return True
        return len(between) == 1 and len(between[0].text) <= 30 and adjacent(between[0], row)

    def _close(self, *, keep_heading: bool = False) -> None:
        """End the form at hand; the headings at the end of the tail may belong to the next one."""
        cut = len(self._tail)
        while keep_heading and cut > 0 and is_heading(self._tail[cut - 1]):
            cut -= 1
        self.outside.extend(self._tail[:cut])
        self._tail = self._tail[cut:]
        if self.now:
            self.done.append(self.now)
            self.now = None


def _names_level(row: Row) -> bool:
    """Say whether a row begins with a level, by its full name or by two in turn (产出 数量), or has one a column."""
    if not row.kinds & LEVEL:
        return False
    if project_label(row) and sum(read_level(cell.text) is not None for cell in row.cells) >= FEWEST_LEVELS:
        return True
    levels = [level for cell in row.cells[:3] if (level := read_level(cell.text))]
    return len(levels) > 1 or any(level.text.endswith("指标") for level in levels)


def _tells_level(text: str) -> bool:
    """Say whether a cell is a level or heads the levels: other tables of targets (地区生产总值 320亿元) have none."""
    return read_level(text) is not None or column_role(text) in LEVELS or front_levels(text) is not None


def _names_goal(row: Row) -> bool:
    labels = (read_label(cell.text, tolerant=False) for cell in row.cells[:4])
    return any(label is not None and label.role in ("goal", "long_term_goal") for label in labels)


def _speaks(row: Row) -> bool:
    """Say whether a line outside every table is a field of the form, a level or tells its indicators."""
    label = read_label(row.text, tolerant=False)
    if label is not None and label.kind in ("fields", "funds", "plan", "blocks"):
        return True
    return names_levels(row.text) or read_level(row.text) is not None


def _is_page_number(text: str) -> bool:
    return len(text) <= 16 and _PAGE.match(squeeze(text)) is not None


def is_running_title(text: str) -> bool:
    """Say whether a line names the report, as at the head of a new page (某县2025年部门预算公开)."""
    return len(text) <= LONGEST_TITLE and "算" in text and _RUNNING.match(squeeze(text)) is not None


def cut(rows: list[Row]) -> tuple[list[Segment], list[Row]]:
    """Give the forms in document order, and the rows that belong to none."""
    cutter = Cutter()
    for row in rows:
        cutter.take(row)
    return cutter.finish(), cutter.outside
