"""Read several values in one cell: lists, alternatives, formulas. All parts must be understood."""

from __future__ import annotations

from perf_lint.model.value import Value
from perf_lint.text.pattern import lazy_pattern
from perf_lint.values.closing import read_closed
from perf_lint.values.core import Fields, make_value, quietly, read_core
from perf_lint.values.grammar.table import load
from perf_lint.values.labels import read_labelled
from perf_lint.values.nouns import NUMERALS

LIST = lazy_pattern(r"[、;。]|(?<![0-9]),|,(?![0-9]{3}(?![0-9]))|以及|和|(?<!不)及(?![时以格第其])|\+")
FORMULA = lazy_pattern(r"[*×xX+=÷]")
OR = lazy_pattern(r"或者|或(?!以上|以下)|/(?=[是否])")
DIGIT_OR_SIGN = lazy_pattern(r"[0-9≥≤<>=±%]")
BRACKETED = lazy_pattern(r"([一-鿿]{1,8})\((.*)\)")
WORDS = lazy_pattern(r"[一-鿿/√×]{2,12}|[是否有无优良好中差高低√×]")
MAX_PARTS = 20


def read_joined(plain: str) -> Fields | None:
    """Read several values in one cell; None where a part is not understood."""
    return _formula(plain) or _alternatives(plain) or _list(plain)


def _formula(plain: str) -> Fields | None:
    """Read 340人*1.4万元=476万元 as its terms."""
    if not FORMULA.search(plain[1:]):
        return None
    texts = FORMULA.split(plain)
    parts = _parts(texts, [quietly(read_core, text) for text in texts[:MAX_PARTS]])
    if parts is None or not any(part.unit for part in parts) or any(part.number is None for part in parts):
        return None
    return {"kind": "multi", "parts": parts}


def _alternatives(plain: str) -> Fields | None:
    """Read ≥90%或是: a number or a word that would also do; 良好(≥80%) says both."""
    bracketed = BRACKETED.fullmatch(plain)
    texts = list(bracketed.groups()) if bracketed else OR.split(plain)
    return _mixed(texts) if len(texts) == 2 else None


def _mixed(texts: list[str]) -> Fields | None:
    """Join exactly one number and one word."""
    read = [quietly(read_core, text) or read_labelled(text) for text in texts]
    if (read[0] is None) is (read[1] is None):
        return None
    number = read[0] or read[1] or {}
    word = texts[1] if read[0] else texts[0]
    if not WORDS.fullmatch(word) or DIGIT_OR_SIGN.search(word) or NUMERALS.search(word) or number["kind"] == "number":
        return None
    kind = "boolean" if word in load().phrases["boolean"] else "qualitative"
    other = Value(text=word, kind=kind, qualitative=word)
    parts = tuple(make_value(text, fields) if fields else other for text, fields in zip(texts, read, strict=True))
    return {**number, "kind": "mixed", "qualitative": word, "parts": parts}


def _list(plain: str) -> Fields | None:
    """Read 省级2个、市级3个 as two values; a list with a bare number in it is not one."""
    texts = LIST.split(plain)
    if not 2 <= len(texts) <= MAX_PARTS:
        return None
    parts = _parts(texts, [quietly(read_core, text) or read_labelled(text) or read_closed(text) for text in texts])
    if parts is None:
        return _mixed(texts) if len(texts) == 2 and "+" not in plain else None
    if any(part.kind == "number" and not part.label and part.comparator == "=" for part in parts):
        return None
    return {"kind": "multi", "parts": parts}


def _parts(texts: list[str], read: list[Fields | None]) -> tuple[Value, ...] | None:
    if len(texts) != len(read) or any(fields is None for fields in read):
        return None
    return tuple(make_value(text, fields) for text, fields in zip(texts, read, strict=True) if fields is not None)
