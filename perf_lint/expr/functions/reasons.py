"""Say why something cannot be known."""

from __future__ import annotations

from typing import Any

from perf_lint.expr.errors import Unknown
from perf_lint.expr.registry import function
from perf_lint.model.words import Words


@function(
    "(T?, string?, string) -> T",
    "有值就给出值；没有则不作判断，理由是第二项（中文）和第三项（英文）",
    "The value, or not evaluated for the reason given in Chinese and in English",
)
def known(value: Any, reason: str | None, reason_en: str) -> Any:
    """Give `value`; raise Unknown with the reason where it is null."""
    if value is None:
        raise Unknown(Words(reason or "", reason_en))
    return value
