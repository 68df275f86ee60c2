"""Hold the rows of one form: what heads it, and its body."""

from __future__ import annotations

from collections.abc import Iterable

from perf_lint.layout.belonging import names_goal, tells_level
from perf_lint.layout.prose import names_levels
from perf_lint.layout.rows import Row
from perf_lint.text.blanks import squeeze


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
            return any(tells_level(cell.text) for row in self.body for cell in row.cells)
        if self.has_indicators or (self.has_prose and self.labels):
            return True
        return self.titled and bool(self.labels) and any(names_goal(row) or names_levels(row.text) for row in self.body)

    def repeats(self, title: Row) -> bool:
        """Say whether a title is the form's own, printed again at the head of a new page."""
        if not self.has_indicators or not self.labels:
            return False
        key = squeeze(title.text)
        return "续)" in key or any(squeeze(row.text) == key for row in self.heading)
