"""Match paths against exclude patterns: `*` within a name, `**` over folders, a plain name anywhere in the path."""

from __future__ import annotations

import re
from collections.abc import Iterable


class Patterns:
    """A set of patterns, compiled once."""

    def __init__(self, patterns: Iterable[str]) -> None:
        """Take the patterns as written; a trailing slash is of no account."""
        kept = [pattern.replace("\\", "/").rstrip("/").removeprefix("./") for pattern in patterns]
        names = [_expression(pattern) for pattern in kept if "/" not in pattern]
        paths = [_expression(pattern) for pattern in kept if "/" in pattern]
        self._names = re.compile("|".join(names)) if names else None
        self._paths = re.compile("|".join(f"(?:.*/)?(?:{path.removeprefix('/')})" for path in paths)) if paths else None

    def match(self, path: str) -> bool:
        """Say whether a pattern fits the path, one of its folders or its name."""
        plain = path.replace("\\", "/").replace("!", "/").removeprefix("./")
        if self._names is not None and any(self._names.fullmatch(part) for part in plain.split("/")):
            return True
        return self._paths is not None and self._paths.fullmatch(plain) is not None


def _expression(pattern: str) -> str:
    """Write a pattern as a regular expression; what stands in no brackets of ours is taken literally."""
    parts = re.split(r"(\*\*/?|\*|\?|\[!?[^\]/]+\])", pattern)
    return "".join(_piece(part) for part in parts)


def _piece(part: str) -> str:
    if part.startswith("**"):
        return "(?:.*/)?" if part.endswith("/") else ".*"
    if part == "*":
        return "[^/]*"
    if part == "?":
        return "[^/]"
    if part.startswith("[") and len(part) > 2:
        return _one_of(part)
    return re.escape(part)


def _one_of(part: str) -> str:
    """Write a list of characters in brackets; what is none ([z-a], [!]) is taken literally, as everything else is."""
    inner = re.sub(r"[\\\[&~|]", r"\\\g<0>", part[1:-1])
    expression = f"[^{inner[1:]}]" if inner.startswith("!") else f"[{inner}]"
    try:
        re.compile(expression)
    except re.error:
        return re.escape(part)
    return expression
