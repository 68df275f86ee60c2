"""Read suppressions that stand in a file beside a form: `表.txt.perf-lint.yaml` speaks of `表.txt` alone."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from perf_lint.model.suppression import Suppression

ENDING = ".perf-lint.yaml"


def suppressions_beside(paths: Iterable[str]) -> tuple[Suppression, ...]:
    """Give the suppressions beside these files; raise ConfigError for a file that cannot be used."""
    return tuple(suppression for path in paths for suppression in _beside(path))


def _beside(path: str) -> Iterator[Suppression]:
    file = f"{path}{ENDING}"
    if not os.path.isfile(file):
        return
    from perf_lint.config.source import Node, read
    from perf_lint.config.typed import suppressions
    from perf_lint.config.values import mapping

    root = read(file, file)
    if isinstance(root.value, dict):
        root = mapping("", root, file, ("suppressions",)).get("suppressions", Node([], root.line))
    for suppression in suppressions("suppressions", root, file):
        yield suppression._replace(file=_exactly(path))


def _exactly(path: str) -> str:
    """Write a path as a pattern that matches it alone."""
    forward = path.replace("\\", "/")
    return "".join(f"[{char}]" if char in "*?[" else char for char in forward)
