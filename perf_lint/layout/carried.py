"""Write where the fields of a form stand in a few flat lists: cells one by one take four times as long to send."""

from __future__ import annotations

from itertools import islice
from typing import Any

from perf_lint.layout.draft import Spot
from perf_lint.layout.places import ItemSpots, Lists, Spots
from perf_lint.layout.rows import Origin
from perf_lint.layout.standing import LevelCell, Under
from perf_lint.model.document import Cell


def packed(spots: Spots, lists: Lists) -> bytes:
    """Give both as bytes."""
    import pickle

    writer = _Writer()
    paths = [(path, writer.add(origin, cell)) for path, (origin, cell) in spots.items()]
    rows = {name: writer.rows(items) for name, items in lists.items()}
    origins = list(map(tuple, writer.origins))
    return pickle.dumps((origins, paths, rows, len(writer.cells), writer.columns()), pickle.HIGHEST_PROTOCOL)


def unpacked(content: bytes) -> tuple[Spots, Lists]:
    """Make both again; raise what pickle raises for bytes that `packed` did not give."""
    import pickle

    origins, paths, rows, count, columns = pickle.loads(content)  # noqa: S301 -- from our own process or disk
    reader = _Reader(origins, count, columns)
    spots = {path: reader.spot(origin) for path, origin in paths}
    return spots, {name: reader.items(packed_rows) for name, packed_rows in rows.items()}


class _Writer:
    """Collects cells in the order in which they are to be read again; their origins are few and go by number."""

    def __init__(self) -> None:
        self.cells: list[Cell] = []
        self.origins: list[Origin] = []
        self._last: tuple[Origin | None, int] = None, 0

    def origin(self, origin: Origin) -> int:
        last, number = self._last
        if origin is not last:
            if origin not in self.origins:
                self.origins.append(origin)
            number = self.origins.index(origin)
            self._last = origin, number
        return number

    def add(self, origin: Origin, cell: Cell) -> int:
        self.cells.append(cell)
        return self.origin(origin)

    def level(self, level: LevelCell | None) -> int:
        return self.add(level.origin, level.cell) if level else -1

    def rows(self, items: list[ItemSpots]) -> list[Any]:
        """Give for each item its origin and fields; before those below further level cells, these as a list."""
        rows: list[Any] = []
        above: Under | None = None
        for origin, own, under in items:
            if under is not above:
                above = under
                rows.append([self.level(under.first), self.level(under.second), under.here])
            rows.append((self.origin(origin), *own))
            self.cells += own.values()
        return rows

    def columns(self) -> list[Any]:
        """Give the cells field by field; one value where all have the same."""
        return [list(one) if one.count(one[0]) < len(one) else one[0] for one in zip(*self.cells, strict=True)]


class _Reader:
    """Gives the cells again one after the other."""

    def __init__(self, origins: list[Any], count: int, columns: list[Any]) -> None:
        self.origins = [Origin(*origin) for origin in origins]
        full = [one if isinstance(one, list) else [one] * count for one in columns]
        self.cells = map(Cell, *full) if count else iter(())

    def spot(self, origin: int) -> Spot:
        return self.origins[origin], next(self.cells)

    def level(self, origin: int) -> LevelCell | None:
        return LevelCell(*self.spot(origin)) if origin >= 0 else None

    def items(self, rows: list[Any]) -> list[ItemSpots]:
        items: list[ItemSpots] = []
        above = Under()
        for row in rows:
            if isinstance(row, list):
                first, second, here = row
                above = Under(self.level(first), self.level(second), here)
            else:
                origin, *fields = row
                own = dict(zip(fields, islice(self.cells, len(fields)), strict=True))
                items.append((self.origins[origin], own, above))
        return items
