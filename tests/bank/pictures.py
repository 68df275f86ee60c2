"""Read the bank: forms drawn as pictures, and mistakes to make in them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.factory.drawing import Drawing, Drawn

HERE = Path(__file__).parent


class Picture(NamedTuple):
    """A form as drawn: lines above, one table, lines below."""

    above: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    below: tuple[str, ...]


class Change(NamedTuple):
    """One mistake made in a clean form, and the loud findings it deserves."""

    base: str
    before: str
    after: str
    expected: tuple[str, ...]


def changes(path: Path) -> Iterator[Change]:
    r"""Read lines of `form :: text => wrong text :: findings parted by ;`, with \n for a line break."""
    for line in path.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            base, change, expected = line.split(" :: ")
            before, after = change.replace("\\n", "\n").split(" => ")
            yield Change(base, before, after, tuple(expected.split("; ")))


def picture(text: str) -> Picture:
    """Read a drawing: `|` parts cells, `<` joins a cell to the left, `^` to the one above.

    A row with fewer cells than the widest ends in a wide cell. A text without any such line is taken as it is.
    """
    lines = text.splitlines()
    inside = [number for number, line in enumerate(lines) if line.startswith("|")]
    if not inside:
        return Picture(tuple(lines), (), ())
    cells = [[part.strip() for part in lines[number][1:].removesuffix("|").split("|")] for number in inside]
    width = max(map(len, cells))
    rows = tuple(tuple(row + ["<"] * (width - len(row))) for row in cells)
    return Picture(tuple(lines[: inside[0]]), rows, tuple(lines[inside[-1] + 1 :]))


def as_text(drawn: Picture) -> str:
    """Write it as text copied from a document: merged cells are blank after the first."""
    table = ["\t".join("" if part in ("<", "^") else part.replace("\\n", " ") for part in row) for row in drawn.rows]
    return "\n".join([*drawn.above, *table, *drawn.below]) + "\n"


def as_drawing(drawn: Picture) -> Drawing:
    """Make it a table with merged cells that the factory writes in every format; the lines below close the table."""
    width = len(drawn.rows[0])
    rows = [list(row) for row in drawn.rows] + [[line] + ["<"] * (width - 1) for line in drawn.below]
    cells = []
    for row, parts in enumerate(rows):
        for column, text in enumerate(parts):
            if text not in ("<", "^"):
                wide = _run(parts[column + 1 :], "<")
                high = _run([below[column] for below in rows[row + 1 :]], "^")
                cells.append(Drawn(row, column, 1 + high, 1 + wide, text.replace("\\n", "\n")))
    return Drawing(drawn.above, len(rows), width, tuple(cells))


def _run(parts: list[str], sign: str) -> int:
    return next((number for number, part in enumerate(parts) if part != sign), len(parts))
