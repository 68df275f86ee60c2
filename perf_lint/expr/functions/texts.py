"""Look into texts."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from perf_lint.expr.arithmetic import MAX_TEXT
from perf_lint.expr.errors import BudgetError
from perf_lint.expr.functions.numbers import Number
from perf_lint.expr.regex import Pattern, pattern
from perf_lint.expr.registry import function
from perf_lint.expr.wordlist import WordList, listed
from perf_lint.text.keys import name_key, same_name
from perf_lint.text.numbers import plain_number

MAX_DIGITS = 40


@function("(string, string) -> bool", "文字里有没有另一段", "Whether one text holds another")
def contains(text: str, part: str) -> bool:
    """Tell whether `part` stands in `text`."""
    return part in text


@function("(string, string) -> bool", "是否以它开头", "Whether a text begins so", name="startsWith")
def starts_with(text: str, part: str) -> bool:
    """Tell whether `text` begins with `part`."""
    return text.startswith(part)


@function("(string, string) -> bool", "是否以它结尾", "Whether a text ends so", name="endsWith")
def ends_with(text: str, part: str) -> bool:
    """Tell whether `text` ends with `part`."""
    return text.endswith(part)


@function(
    "(string, string) -> bool", "文字里有没有合乎正则的一段", "Whether a pattern occurs in a text", prepare={1: pattern}
)
def matches(text: str, wanted: Pattern) -> bool:
    """Tell whether the pattern occurs."""
    return wanted.find(text) is not None


@function(
    "(string, string) -> string?",
    "合乎正则的第一段，有括号则取第一个括号内的；没有为 null",
    "First part that a pattern fits (its first group); null where none does",
    prepare={1: pattern},
)
def find(text: str, wanted: Pattern) -> str | None:
    """Give the first part that fits."""
    match = wanted.find(text)
    if match is None:
        return None
    return match[1] if match.re.groups else match[0]


@function(
    "(string) -> list(string)",
    "词表：先找规则包自己的 words/，再找自带的 rules/words/",
    "A word list: of the pack's own words/, else of rules/words/",
    prepare={0: listed},
    constant=True,
)
def words(entries: WordList) -> WordList:
    """Give a word list."""
    return entries


@function("(string, list(string)) -> bool", "文字里有没有其中一个词", "Whether a text holds one of the words")
def contains_any(text: str, entries: Sequence[str]) -> bool:
    """Tell whether one of the words stands in `text`."""
    return first_of(text, entries) is not None


@function("(string, list(string)) -> bool", "是否以其中一个词结尾", "Whether a text ends with one of the words")
def ends_with_any(text: str, entries: Sequence[str]) -> bool:
    """Tell whether `text` ends with one of the words."""
    return text.endswith(tuple(entries))


@function(
    "(string, list(string)) -> string?",
    "文字里最先出现的那个词（同处取最长）；没有为 null",
    "The word that occurs first (longest); null where none does",
)
def first_of(text: str, entries: Sequence[str]) -> str | None:
    """Give the word that occurs first."""
    if isinstance(entries, WordList):
        return entries.first_in(text)
    places = [(text.find(word), -len(word), word) for word in entries if word in text]
    return min(places)[2] if places else None


@function("(string) -> string", "去掉首尾空白", "Without blanks at the ends")
def trim(text: str) -> str:
    """Remove blanks at the ends."""
    return text.strip()


@function("(string, string, string) -> string", "替换", "Replace")
def replace(text: str, old: str, new: str) -> str:
    """Replace a part everywhere."""
    if not old:
        return text
    if len(text) + text.count(old) * len(new) > MAX_TEXT:
        raise BudgetError("text too long")
    return text.replace(old, new)


@function("(string, string) -> list(string)", "按分隔符拆开", "Split at a separator")
def split(text: str, separator: str) -> list[str]:
    """Split a text."""
    return text.split(separator) if separator else [text]


@function("(string, int) -> string", "太长则截短并加 …", "Cut a long text short with …")
def shorten(text: str, length: int) -> str:
    """Cut a text short."""
    return text if len(text) <= length else text[: max(length - 1, 0)] + "…"


@function(
    "(string) -> decimal?",
    "文字就是一个数时给出这个数（可带千分撇），否则 null",
    "The number that a text is; null where it is none",
)
def number(text: str) -> Number | None:
    """Read a plain number."""
    clean = text.strip().replace(",", "").replace("，", "")
    if not clean or len(clean) > MAX_DIGITS or clean.strip("+-.0123456789"):
        return None
    try:
        return Decimal(clean)
    except InvalidOperation:
        return None


@function("(decimal) -> string", "数写成文字", "Write a number as text")
def string(value: Number) -> str:
    """Write a number."""
    return plain_number(value)


@function("(string, string) -> decimal", "两段文字相似的程度，0 到 1", "How alike two texts are, 0 to 1")
def similarity(left: str, right: str) -> Decimal:
    """Compare pairs of neighbouring characters (Dice)."""
    if left == right:
        return Decimal(1)
    first, second = _pairs(left), _pairs(right)
    total = len(first) + len(second)
    return (Decimal(2 * len(first & second)) / total).quantize(Decimal("0.0001")) if total else Decimal(0)


@function(
    "(string, list(string)) -> string?",
    "列表里与它最像的一项；都不像为 null",
    "The most similar item; null where none is",
)
def nearest(text: str, entries: Sequence[str]) -> str | None:
    """Give the most similar item."""
    scored = [(similarity(text, entry), -n) for n, entry in enumerate(entries)]
    if not scored:
        return None
    best, place = max(scored)
    return entries[-place] if best >= Decimal("0.4") else None


def _pairs(text: str) -> set[str]:
    return {text[n : n + 2] for n in range(len(text) - 1)}


@function(
    "(string) -> string",
    "名称的比较键：去掉空白、标点、宽窄和括号里的单位",
    "A name reduced to what counts when names are compared",
)
def key(text: str) -> str:
    """Reduce a name to its key."""
    return name_key(text)


@function(
    "(string, string) -> bool",
    "两个名称是否实为一个（多一个字母、句号不算不同）",
    "Whether two names are one, stray characters aside",
    name="same_name",
)
def same(left: str, right: str) -> bool:
    """Tell whether two names are one."""
    return same_name(left, right)
