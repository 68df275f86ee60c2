"""Name what somebody may have meant by a name that nothing has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from perf_lint.model.words import Words

CUTOFF = 0.6
"""How like two names must be, 0 to 1."""


def near_name(name: str, known: Iterable[str], cutoff: float = CUTOFF) -> Words:
    """Ask for the nearest of the known names, as the end of a sentence; empty where none is near."""
    import difflib  # only for mistakes

    return did_you_mean(difflib.get_close_matches(name, list(known), n=1, cutoff=cutoff))


def did_you_mean(near: Sequence[str]) -> Words:
    """Ask for the first of some names, as the end of a sentence; empty where there is none."""
    return Words(f"，是否想写「{near[0]}」？", f"; did you mean “{near[0]}”?") if near else Words("", "")
