"""Hold the pieces that the grammar finds in a value, before they are given a meaning."""

from decimal import Decimal
from typing import NamedTuple

from perf_lint.model.words import Words
from perf_lint.values.grammar.table import Token


class Unclear(Exception):  # noqa: N818 - an answer, not a fault
    """Say why a well-formed string still has no certain meaning."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.words = Words(zh, en)


class Number(NamedTuple):
    """A number as written: its value before the multiplier, and the multiplier word."""

    value: Decimal
    text: str
    multiple: str = ""
    plus: bool = False
    """余 or 多 follows it."""
    chinese: bool = False
    implied: bool = False
    """百, 千万: the 一 before it is not written."""


class Atom(NamedTuple):
    """A number with its word (3 个), or a word that needs none (年底)."""

    kind: str
    """The terminal of the word, `BARE`, or `FULLDATE` / `YEARMONTH` / `ORDINAL`."""
    word: str
    number: Number | None = None
    per: str = ""
    """What follows `/` or 每, as written."""


class Core(NamedTuple):
    """One chain of atoms, or two with what joins them."""

    kind: str
    """`one`, `span`, `ratio`, `fraction`, `out_of`."""
    first: tuple[Atom, ...]
    second: tuple[Atom, ...] = ()


class Bound(NamedTuple):
    """A core with the signs before it and the words after it."""

    before: tuple[Token, ...]
    core: Core
    after: tuple[Token, ...]
