"""Keep packs ready to run beside the byte code of this program: checked, and with the functions compiled so far.

`expr.program` wrote those functions, and writing them is also the check that they can do no harm; it is done when they
are kept and not at every start. See `text.derived` for who can change them, and docs/decisions/start-up.md.
"""

from __future__ import annotations

import marshal
import os
from collections.abc import Sequence
from typing import Any, NamedTuple

from perf_lint.pack.rule import Functions, opened
from perf_lint.text import derived
from perf_lint.text.data import rules_dir

FORMAT = "ready 1"
"""Change it when the shape of what is kept changes."""
KEPT = 8
"""For how many choices of packs."""


class Ready(NamedTuple):
    """Checked packs, with all that may be compiled only once."""

    folders: Sequence[str]
    """Where the packs lie, those they extend included."""
    key: str
    """Over everything that the rest depends on."""
    data: dict[str, Any]
    functions: dict[str, Functions]
    """By the code of the rule."""


_HELD: dict[str, tuple[Ready, int]] = {}
"""What this run uses, by name, and how many of its functions are in the file."""


def load(name: str) -> Ready | None:
    """Give what was kept under a name; None where there is nothing. The caller compares its key."""
    found = derived.load(f"pack-{name}", FORMAT)
    return None if found is None else Ready(*found)


def hold(name: str, ready: Ready) -> Ready:
    """Note what this run uses, so that `keep` can keep what it compiles."""
    _HELD[name] = (ready, _count(ready))
    return ready


def keep() -> None:
    """Keep what this run compiled, where anything is new."""
    for name, (ready, count) in _HELD.items():
        if _count(ready) > count:
            store(name, ready)


def store(name: str, ready: Ready) -> None:
    """Keep packs under a name; those of a user are for nobody else to read."""
    private = not all(folder.startswith(f"{rules_dir()}{os.sep}") for folder in ready.folders)
    rules = [{**rule, "trees": _folded(rule["trees"]), "said": _folded(rule["said"])} for rule in ready.data["rules"]]
    whole = (list(ready.folders), ready.key, {**ready.data, "rules": rules}, ready.functions)
    derived.store(f"pack-{name}", whole, FORMAT, private=private)
    derived.forget_old("pack-*", KEPT)
    hold(name, ready)


def _folded(trees: Any) -> bytes:
    """Put trees away until somebody asks for them: whose functions are compiled needs them no more."""
    return trees if isinstance(trees, bytes) else marshal.dumps(_plain(opened(trees)))


def _plain(tree: Any) -> Any:
    """Turn records into plain tuples."""
    if isinstance(tree, dict):
        return {name: _plain(part) for name, part in tree.items()}
    return tuple(map(_plain, tree)) if isinstance(tree, list | tuple) else tree


def _count(ready: Ready) -> int:
    return sum(map(len, ready.functions.values()))
