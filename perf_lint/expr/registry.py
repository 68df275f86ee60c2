"""Keep the functions that rules may call."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from perf_lint.expr.types import plain
from perf_lint.text.pattern import lazy_pattern

SIGNATURE = lazy_pattern(r"\((?P<params>.*)\) -> (?P<result>[\w()]+)(?P<null>\??)$")


class Function(NamedTuple):
    """One overload of a function."""

    name: str
    params: tuple[str, ...]
    accepts_null: tuple[bool, ...]
    result: str
    may_be_null: bool
    call: Callable[..., Any]
    zh: str
    en: str
    prepare: Mapping[int, Callable[[str], Any]]
    """Arguments that must be a literal text, and what makes a constant of them at load; ValueError refuses it."""
    constant: bool
    """True where the result follows from literals alone and is computed once, at load."""

    @property
    def signature(self) -> str:
        """Give the signature as documented."""
        params = ", ".join(p + "?" * n for p, n in zip(self.params, self.accepts_null, strict=True))
        return f"{self.name}({params}) -> {self.result}{'?' * self.may_be_null}"


FUNCTIONS: dict[str, list[Function]] = {}
"""Overloads by name, in the order in which they are tried."""


def function(  # noqa: PLR0913  # a declaration
    signature: str,
    zh: str,
    en: str,
    *,
    name: str = "",
    prepare: Mapping[int, Callable[[str], Any]] | None = None,
    constant: bool = False,
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Offer a function to rules: `@function("(string, int) -> string", "中文说明", "in English")`.

    `T?` as a parameter takes null too (else null makes the answer "not evaluated" before the call); `T?` as the
    result may be null. The function must be pure and quick; it raises `Unknown` where it cannot know.
    """
    match = SIGNATURE.fullmatch(signature)
    if match is None:
        raise ValueError(f"bad signature: {signature}")
    texts = [text.strip() for text in match["params"].split(",") if text.strip()]

    def register(call: Callable[..., Any]) -> Callable[..., Any]:
        entry = Function(
            name or call.__name__.rstrip("_"),
            tuple(plain(text.rstrip("?")) for text in texts),
            tuple(text.endswith("?") for text in texts),
            plain(match["result"]),
            bool(match["null"]),
            call,
            zh,
            en,
            prepare or {},
            constant,
        )
        FUNCTIONS.setdefault(entry.name, []).append(entry)
        return call

    return register


def overload(name: str, index: int) -> Function:
    """Give one overload; raise KeyError or IndexError where there is none."""
    if index < 0:
        raise IndexError(index)
    return FUNCTIONS[name][index]
