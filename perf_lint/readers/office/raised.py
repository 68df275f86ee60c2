"""Write superscripts so that 10⁴ does not become 104."""

from __future__ import annotations

RAISABLE = frozenset("0123456789+-=()n")
_RAISED = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")


def raised(text: str, mark: str = "") -> str:
    """Write superscript text with superscript characters where all of it has them, else as it is after `mark`."""
    return text.translate(_RAISED) if RAISABLE.issuperset(text) else mark + text
