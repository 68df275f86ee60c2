"""Cut the stream of rows into forms: at titles, and where a second project begins."""

from __future__ import annotations

from perf_lint.layout.belonging import is_field, is_labelled, is_level_row, project_label, speaks
from perf_lint.layout.columns import is_column_row
from perf_lint.layout.headings import heads_results
from perf_lint.layout.kinds import COLUMN, HEADS, OPENER
from perf_lint.layout.labels import Label, read_label
from perf_lint.layout.prose import has_prose
from perf_lint.layout.rows import Row, adjacent
from perf_lint.layout.segment import Segment
from perf_lint.layout.slots import looks_like_value
from perf_lint.layout.titles import (
    LONGEST_TITLE,
    is_heading,
    is_heading_text,
    is_page_number,
    is_part_title,
    is_running_title,
    is_title,
)
from perf_lint.text.blanks import squeeze

WIDEST = 400
"""A row of more cells than this is no part of a form."""
AGAIN = ("department", "implementing_unit", "total")
"""Fields that no form gives twice."""
_DECIDES = HEADS | COLUMN | OPENER
"""What may begin a form or a part of one."""


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
        elif self.now and row.loose and (not self.now.has_indicators or is_part_title(row)) and speaks(row):
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
        while cut and self.outside[cut - 1].origin == row.origin and is_labelled(self.outside[cut - 1]):
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
        if is_column_row(row) or (len(row.cells) > 2 and is_level_row(row)):
            return False
        fields = [is_field(cell.text) for cell in row.cells]
        if fields[0] and (len(fields) == 1 or not all(fields)):
            return False
        return len(fields) == 1 or not looks_like_value(row.cells[-1].text)

    def _passes_by(self, row: Row) -> bool:
        """Leave out what is printed at the head or foot of a page: its number, the name of the report."""
        if is_page_number(row.text):
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
        if not (is_column_row(row) or is_level_row(row) or (len(row.cells) > 1 and not is_field(row.cells[0].text))):
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
        if not now.has_indicators and len(row.cells) > 2 and is_level_row(row):
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
        if is_level_row(row):
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


def cut(rows: list[Row]) -> tuple[list[Segment], list[Row]]:
    """Give the forms in document order, and the rows that belong to none."""
    cutter = Cutter()
    for row in rows:
        cutter.take(row)
    return cutter.finish(), cutter.outside
