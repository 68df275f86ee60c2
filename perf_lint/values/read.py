"""Read one 指标值: understood as a whole, or qualitative, or malformed with the place where reading stopped."""

from collections.abc import Callable
from functools import cache, lru_cache
from typing import NamedTuple

from perf_lint.model.value import Value
from perf_lint.text.pattern import lazy_pattern
from perf_lint.values.core import Fields, make_value, read_core
from perf_lint.values.grammar.driver import SyntaxStop
from perf_lint.values.grammar.table import load
from perf_lint.values.normal import normal
from perf_lint.values.parts import Unclear

LIMIT = 1000
"""Longest text that is read, in characters."""
CACHE_SIZE = 65536
DIGIT = lazy_pattern(r"[0-9]")
BEYOND_WORDS = lazy_pattern(r"[^一-鿿、,“”]|[零〇一二三四五六七八九十百千万亿两半壹贰叁肆伍陆柒捌玖拾佰仟年月日旬季每]")
"""Every number, date and recurrence has one of these; a text without is words."""
IN_WORDS = lazy_pattern(r"(?:[到至达于过在≥≤<>]|[百千万]分之)[一二两三四五六七八九十百]")
"""A comparison before a number in words: 满意度达到九成, 投诉降到五起."""
COUNTED = frozenset("个家户起件人次例所座处") | {"人次"}
"""Units of which a number in words behind a name is an amount."""
RECURRING = {
    f"每{span}": "天" if span == "日" else span for span in ("半年", "季度", "年", "月", "周", "天", "日", "学期")
}


@lru_cache(maxsize=CACHE_SIZE)
def parse_value(text: str) -> Value:
    """Read a 指标值; never raises."""
    if len(text) > LIMIT:
        from perf_lint.values.refusal import too_long

        return too_long(text, LIMIT)
    plain = normal(text)
    whole = _wholes().get(plain)
    if whole:
        return make_value(text, whole)
    if plain[0] not in "≥≤123456789" and not BEYOND_WORDS.search(plain):
        return _framing().only_words(text, plain)
    if plain[0] == "每":
        recurring = RECURRING.get(plain.rstrip("之以前底末初"))
        if recurring:
            return make_value(text, {"kind": "frequency", "unit": f"/{recurring}"})
    try:
        return make_value(text, read_core(plain))
    except (SyntaxStop, Unclear) as cause:
        return _read_around(text, plain, cause)


@cache
def _wholes() -> dict[str, Fields]:
    """Give the fields of the words that are a whole value: 无, 是/否."""
    phrases = load().phrases
    found = {plain: {"kind": "boolean", "qualitative": plain} for plain in phrases["boolean"]}
    return found | {plain: {"kind": "none", "qualitative": "无"} for plain in (*phrases["none"], "")}


def _read_around(text: str, plain: str, cause: SyntaxStop | Unclear) -> Value:
    """Look for a core with words around it, then for several values; what is left is refused."""
    framing = _framing()
    found: Fields | None = framing.successive(plain) if "月" in plain or "季" in plain else None
    if found is None and not DIGIT.search(plain):
        written = framing.labelled(plain) if IN_WORDS.search(plain) else None
        return make_value(text, written) if written and _certain(written) else framing.refuse(text, plain, cause)
    found = found or framing.labelled(plain) or framing.closed(plain) or framing.joined(plain) or framing.run(plain)
    if found is None and "\n" in text.strip():
        found = framing.joined(normal("; ".join(text.strip().splitlines())))
    return make_value(text, found) if found else framing.refuse(text, plain, cause)


def _certain(written: Fields) -> bool:
    """Tell whether words before a written-out number name its measure: 三类 and 三层 may be kinds, not amounts."""
    label = written.get("label") or ""
    if not label.startswith("原为") and BEYOND_WORDS.search(label):
        return False
    return written["kind"] in ("percent", "money", "duration") or written.get("unit") in COUNTED


class _Framing(NamedTuple):
    """What reads values with words around them."""

    labelled: Callable[[str], Fields | None]
    closed: Callable[[str], Fields | None]
    joined: Callable[[str], Fields | None]
    run: Callable[[str], Fields | None]
    successive: Callable[[str], Fields | None]
    only_words: Callable[[str, str], Value]
    refuse: Callable[[str, str, SyntaxStop | Unclear], Value]


@cache
def _framing() -> _Framing:
    """Import when first asked: many forms hold nothing but plain cores."""
    from perf_lint.values.closing import read_closed
    from perf_lint.values.joining import read_joined
    from perf_lint.values.labels import read_labelled
    from perf_lint.values.refusal import only_words, refuse
    from perf_lint.values.runs import read_run, read_successive

    return _Framing(read_labelled, read_closed, read_joined, read_run, read_successive, only_words, refuse)
