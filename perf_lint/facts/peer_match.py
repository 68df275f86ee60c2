"""Hold a likeness or a contradiction between two forms of a run."""

from collections.abc import Sequence
from typing import NamedTuple

from perf_lint.facts.form_view import FormFacts
from perf_lint.facts.indicator_view import IndicatorFacts
from perf_lint.facts.vocabulary import declare


class Held(NamedTuple):
    """A row and the form that holds it; no row where the form as a whole is meant."""

    form: FormFacts
    row: IndicatorFacts | None = None


class PeerMatch:
    """A later form (and row) and the other forms (and rows) that it matches, the earliest first."""

    TYPE = "PeerMatch"
    __slots__ = ("__dict__", "form", "forms", "kind", "path", "row", "rows")

    def __init__(self, kind: str, at: Held, others: Sequence[Held]) -> None:
        self.kind = kind
        self.form, self.row = at
        self.path = self.row.path if self.row is not None else self.form.path
        self.forms = tuple(held.form for held in others)
        self.rows = tuple(held.row for held in others if held.row is not None)


declare(
    "PeerMatch",
    {
        "path": ("string", "字段路径"),
        "kind": ("string", "种类"),
        "form": ("Form", "后一张表"),
        "row": ("Indicator", "后一张表的指标"),
        "forms": ("list(Form)", "其他各表"),
        "rows": ("list(Indicator)", "其他各表的指标"),
    },
)
