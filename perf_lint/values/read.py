"""Read one 指标值: understood as a whole, or qualitative, or malformed with the place where reading stopped."""

from __future__ import annotations

import re
from functools import lru_cache

from perf_lint.model.value import Value
from perf_lint.values.closing import read_closed
from perf_lint.values.core import make_value, read_core
from perf_lint.values.grammar.driver import SyntaxStop
from perf_lint.values.grammar.table import load
from perf_lint.values.joining import read_joined
from perf_lint.values.labels import read_labelled
from perf_lint.values.normal import normal
from perf_lint.values.parts import Unclear
from perf_lint.values.refusal import refuse, too_long

LIMIT = 1000
"""Longest text that is read, in characters."""
CACHE_SIZE = 65536
RECURRING = re.compile(r"每(?:半年|季度|[年月周天日])")
LINE_BREAK = re.compile(r"\s*\n\s*")
NUMBERLIKE = re.compile(r"[0-9]")


@lru_cache(maxsize=CACHE_SIZE)
def parse_value(text: str) -> Value:
    """Read a 指标值; never raises."""
    if len(text) > LIMIT:
        return too_long(text, LIMIT)
    plain = normal(text)
    phrases = load().phrases
    if not plain or plain in phrases["none"]:
        return Value(text=text, kind="none", qualitative="无")
    if plain in phrases["boolean"]:
        return Value(text=text, kind="boolean", qualitative=plain)
    if RECURRING.fullmatch(plain):
        return Value(text=text, kind="frequency", unit=f"/{'天' if plain == '每日' else plain[1:]}")
    try:
        return make_value(text, read_core(plain))
    except (SyntaxStop, Unclear) as cause:
        found = (read_labelled(plain) or read_closed(plain) or read_joined(plain)) if NUMBERLIKE.search(plain) else None
        if found is None and "\n" in text.strip():
            found = read_joined(normal(LINE_BREAK.sub("; ", text.strip())))
        return make_value(text, found) if found else refuse(text, plain, cause)
