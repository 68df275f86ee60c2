"""Write fixes into a text file: only the changed cells differ, in the file's own encoding and line ends."""

from __future__ import annotations

from collections.abc import Sequence

from perf_lint.writeback.edits import Edit


def fix(text: str, edits: Sequence[Edit]) -> tuple[str, list[Edit]]:
    """Give the changed text and the edits that were made; an edit whose old text is not at its place is left out."""
    lines = text.splitlines(keepends=True)
    made: list[Edit] = []
    for edit in sorted(edits, key=lambda e: (e.place.line or 0, e.place.char or 1), reverse=True):
        index, start = (edit.place.line or 0) - 1, (edit.place.char or 1) - 1
        if not 0 <= index < len(lines):
            continue
        at = lines[index].find(edit.old, start)
        if at < 0 or any(mark in lines[index][start:at] for mark in "\t|"):
            continue
        lines[index] = lines[index][:at] + edit.new + lines[index][at + len(edit.old) :]
        made.append(edit)
    return "".join(lines), [edit for edit in edits if edit in made]
