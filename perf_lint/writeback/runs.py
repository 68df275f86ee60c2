"""Change a text that is spread over runs, each of which keeps its look."""

from __future__ import annotations

from collections.abc import Sequence

from perf_lint.writeback.package import SPACE, Element


def replace_once(texts: Sequence[Element], old: str, new: str) -> bool:
    """Replace the one occurrence of `old` in the joined texts; refuse where there is none or more than one."""
    whole = "".join(node.text or "" for node in texts)
    start = whole.find(old)
    if start < 0 or whole.find(old, start + 1) >= 0:
        return False
    end, at, first = start + len(old), 0, True
    for node in texts:
        text = node.text or ""
        left, right = max(start - at, 0), min(end - at, len(text))
        if left < right:
            node.text = text[:left] + (new if first else "") + text[right:]
            node.set(SPACE, "preserve")
            first = False
        at += len(text)
    return True
