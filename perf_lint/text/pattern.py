"""Compile patterns when they are first used: most of them look for what is wrong, and most forms never ask."""

from __future__ import annotations

import re
from typing import Any, AnyStr, Generic, cast

from perf_lint.text.compiled import compiled


class _Waiting(Generic[AnyStr]):
    """Stand for a pattern; each method that is asked for is kept in the object and costs nothing afterwards."""

    def __init__(self, text: AnyStr, flags: int) -> None:
        self._text: AnyStr = text
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        found = getattr(compiled(self._text, self._flags), name)
        self.__dict__[name] = found
        return found


def lazy_pattern(text: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Give what behaves like `re.compile(text, flags)` to whoever calls its methods."""
    return cast("re.Pattern[AnyStr]", _Waiting(text, flags))
