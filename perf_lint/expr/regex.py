"""Compile the patterns of rules, refusing those that could take long."""

from __future__ import annotations

import re
import warnings
from functools import cache
from typing import Any

from perf_lint.expr.errors import RefusedError, Unknown
from perf_lint.model.words import Words
from perf_lint.text.compiled import compiled

MAX_PATTERN = 300
MAX_REPEAT = 50
MAX_OPEN_REPEATS = 3
"""Unbounded repetitions in one pattern; the work grows with a power of the text's length."""
LONGEST = {0: 100_000, 1: 20_000, 2: 2_000, 3: 400}
"""Longest text, by the number of unbounded repetitions."""

MAX_WAYS = 5_000
"""In how many ways the bounded repetitions of a pattern may be combined."""

WAYS = Words(
    "正则里 ? 和 {m,n} 太多，组合起来太慢", "too many ? and {m,n} in a pattern: their combinations take too long"
)
NESTED = Words(
    "正则里不能在重复之中再重复，* 和 + 前面只能是单个字符或 […]",
    "no repetition inside repetition; * and + follow a single character or […]",
)
TOO_LONG = Words("文字太长，无法匹配", "the text is too long to match")


class Pattern:
    """A compiled pattern with the longest text that it may see."""

    __slots__ = ("limit", "search")

    def __init__(self, text: str, open_repeats: int) -> None:
        self.search = compiled(text).search
        self.limit = LONGEST[open_repeats]

    def find(self, text: str) -> re.Match[str] | None:
        """Search `text`; raise Unknown where it is too long."""
        if len(text) > self.limit:
            raise Unknown(TOO_LONG)
        return self.search(text)


@cache
def pattern(text: str) -> Pattern:
    """Compile a pattern; raise RefusedError where it is wrong or could take long."""
    if len(text) > MAX_PATTERN:
        raise RefusedError(Words(f"正则太长，最多 {MAX_PATTERN} 字", f"the pattern is longer than {MAX_PATTERN}"))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            parsed: Any = re._parser.parse(text)  # noqa: SLF001  # no public parser
        except (re.error, Warning, OverflowError, RecursionError) as error:
            raise RefusedError(Words(f"正则有误：{error}", f"bad pattern: {error}")) from None
    open_repeats = _open_repeats(parsed, inside=False)
    if _ways(parsed) > MAX_WAYS:
        raise RefusedError(WAYS)
    if open_repeats > MAX_OPEN_REPEATS:
        raise RefusedError(
            Words(
                f"正则里 * 和 + 最多 {MAX_OPEN_REPEATS} 处", f"more than {MAX_OPEN_REPEATS} times * or + in a pattern"
            )
        )
    return Pattern(text, open_repeats)


def _open_repeats(parsed: Any, inside: bool) -> int:
    """Count unbounded repetitions; refuse repetition inside repetition, references and lookaround."""
    count = 0
    for operation, argument in parsed:
        name = str(operation)
        if name in ("LITERAL", "NOT_LITERAL", "ANY", "IN", "AT"):
            continue
        if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            low, high, body = argument
            unbounded = str(high) == "MAXREPEAT"
            if not unbounded and (low > MAX_REPEAT or high > MAX_REPEAT):
                raise RefusedError(
                    Words(f"正则里的重复次数最多 {MAX_REPEAT}", f"a pattern repeats {MAX_REPEAT} times at most")
                )
            if high != 1 and (inside or (unbounded and not _single(body))):
                raise RefusedError(NESTED)
            count += unbounded + _open_repeats(body, inside or high != 1)
        elif name == "SUBPATTERN":
            count += _open_repeats(argument[3], inside)
        elif name == "BRANCH":
            count += max(_open_repeats(branch, inside) for branch in argument[1])
        elif name == "ATOMIC_GROUP":
            count += _open_repeats(argument, inside)
        else:
            raise RefusedError(Words("正则里不能用反向引用和前后断言", "no back-references or lookaround in patterns"))
    return count


def _ways(parsed: Any) -> int:
    """Count the combinations of repetitions that may stop early: `a?` has two ways, `.{0,9}` ten."""
    ways = 1
    for operation, argument in parsed:
        name = str(operation)
        if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            low, high, body = argument
            ways *= (1 if str(high) == "MAXREPEAT" else high - low + 1) * _ways(body) ** min(int(high), MAX_REPEAT)
        elif name in ("SUBPATTERN", "ATOMIC_GROUP"):
            ways *= _ways(argument[3] if name == "SUBPATTERN" else argument)
        elif name == "BRANCH":
            ways *= sum(_ways(branch) for branch in argument[1])
        if ways > MAX_WAYS:
            return ways
    return ways


def _single(body: Any) -> bool:
    return len(body) == 1 and str(body[0][0]) in ("LITERAL", "NOT_LITERAL", "ANY", "IN")
