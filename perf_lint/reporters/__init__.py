"""Turn a report into text or bytes, one format a module or package; a format is whatever here has `render`."""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib import import_module
from typing import Any, Protocol, cast

from perf_lint.model.finding import Report
from perf_lint.model.words import Lang


class Format(Protocol):
    """What a format module offers, besides `SUFFIX` (.json) where it writes files."""

    def render(self, report: Report, lang: Lang = "zh", **options: Any) -> str | bytes:
        """Turn a report into text, or bytes where the format is binary; unknown options are ignored."""


def load(name: str) -> Format | None:
    """Give the format called `name`, or None."""
    if not name.isidentifier() or name.startswith("_") or name not in _modules():
        return None
    module = import_module(f"perf_lint.reporters.{name}")
    return cast("Format", module) if hasattr(module, "render") else None


def pieces(module: Format, report: Report, lang: Lang = "zh", **options: Any) -> Iterator[str | bytes]:
    """Give what `render` gives piece by piece, where the format has `pieces`; else in one."""
    streamed = getattr(module, "pieces", None)
    if streamed is None:
        yield module.render(report, lang, **options)
    else:
        yield from streamed(report, lang, **options)


def available() -> tuple[str, ...]:
    """Name all formats, in alphabetical order."""
    return tuple(name for name in _modules() if load(name) is not None)


def _modules() -> list[str]:
    entries = os.scandir(os.path.dirname(__file__))  # noqa: PTH120  # pathlib costs more, on every start
    names = {entry.name.removesuffix(".py") for entry in entries if entry.is_dir() or entry.name.endswith(".py")}
    return sorted(name for name in names if not name.startswith("_"))
