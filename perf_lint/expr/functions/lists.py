"""Count, add up and order lists."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from perf_lint.expr.arithmetic import MAX_TEXT
from perf_lint.expr.errors import BudgetError, Unknown
from perf_lint.expr.registry import function
from perf_lint.model.words import Words

EMPTY = Words("列表为空，没有最大或最小的一项", "the list is empty and has no largest or smallest item")


@function("(list(T)) -> int", "列表有几项", "Number of items")
def size(items: Sequence[Any]) -> int:
    """Count items."""
    return len(items)


@function("(string) -> int", "文字有几个字", "Number of characters", name="size")
def length(text: str) -> int:
    """Count characters."""
    return len(text)


@function("(list(int)) -> int", "整数之和；空列表为 0", "Sum of integers; 0 for an empty list", name="sum")
def sum_int(items: Sequence[int]) -> int:
    """Add up integers."""
    return sum(items)


@function("(list(decimal)) -> decimal", "各数之和；空列表为 0", "Sum; 0 for an empty list", name="sum")
def sum_decimal(items: Sequence[Decimal]) -> Decimal:
    """Add up numbers."""
    return sum(items, Decimal(0))


@function("(list(T)) -> T", "最大的一项；空列表不作判断", "Largest item; not evaluated for an empty list", name="max")
def largest(items: Sequence[Any]) -> Any:
    """Give the largest item."""
    if not items:
        raise Unknown(EMPTY)
    return max(items)


@function("(list(T)) -> T", "最小的一项；空列表不作判断", "Smallest item; not evaluated for an empty list", name="min")
def smallest(items: Sequence[Any]) -> Any:
    """Give the smallest item."""
    if not items:
        raise Unknown(EMPTY)
    return min(items)


@function("(list(T)) -> list(T)", "从小到大排列", "Sort from small to large", name="sort")
def ordered(items: Sequence[Any]) -> list[Any]:
    """Sort items."""
    return sorted(items)


@function("(list(T)) -> list(T)", "去掉重复的项，保持原来的顺序", "Drop repeated items, keep the order")
def distinct(items: Sequence[Any]) -> list[Any]:
    """Drop repeated items."""
    return list(dict.fromkeys(items))


@function("(list(T), int) -> list(T)", "前几项", "The first items")
def take(items: Sequence[Any], count: int) -> Sequence[Any]:
    """Give the first items."""
    return items[: max(count, 0)]


@function("(list(T), int) -> list(T)", "去掉前几项之后余下的", "What is left without the first items")
def skip(items: Sequence[Any], count: int) -> Sequence[Any]:
    """Drop the first items."""
    return items[max(count, 0) :]


@function("(list(T)) -> T?", "最后一项；空列表为 null", "Last item; null for an empty list")
def last(items: Sequence[Any]) -> Any:
    """Give the last item."""
    return items[-1] if items else None


@function("(list(string), string) -> string", "用分隔符连起来", "Join texts with a separator")
def join(items: Sequence[str], separator: str) -> str:
    """Join texts."""
    if sum(map(len, items)) + len(separator) * len(items) > MAX_TEXT:
        raise BudgetError("text too long")
    return separator.join(items)


@function("(T?, T) -> T", "前者缺失时用后者", "The second where the first is missing")
def default(value: Any, other: Any) -> Any:
    """Give `value`, or `other` where it is null."""
    return other if value is None else value


@function("(T?) -> bool", "是否有值", "Whether there is a value")
def has(value: Any) -> bool:
    """Tell whether a value is there."""
    return value is not None
