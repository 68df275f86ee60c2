"""Carry places to another process or to the disk: a few flat lists in place of many cells, read a cell at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from perf_lint.layout.places import LEVEL_OF, ItemSpots, Lists, Spots, fields_of, own_of, parted
from perf_lint.layout.rows import Origin
from perf_lint.layout.standing import LevelCell, Under
from perf_lint.model.document import Cell
from perf_lint.model.place import Place

Number = tuple[int, int]
"""A spot: the numbers of its origin and of its cell."""
Packed = tuple[list[Any], dict[str, Number], dict[str, list[Any]], list[Any]]
"""Origins, spots by path, the rows of each list, and the cells column by column, their texts first."""
BETWEEN = "\0"
"""Stands between the texts of the cells, which are sent as one: a text that holds it makes them go one by one."""


def carried(spots: Spots, lists: Lists) -> CarriedPlaces:
    """Pack what a map of places holds."""
    import pickle

    writer = _Writer()
    numbers = [writer.origin(origin) for origin, _ in spots.values()]
    writer.cells += [cell for _, cell in spots.values()]  # the first ones: their numbers need not be told
    rows = {name: writer.rows(items) for name, items in lists.items()}
    origins = list(map(tuple, writer.origins))
    return CarriedPlaces(pickle.dumps((origins, [*spots], numbers, rows, writer.columns()), pickle.HIGHEST_PROTOCOL))


class _Writer:
    """Numbers cells in the order in which they come, and their few origins."""

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

    def cell(self, cell: Cell) -> int:
        self.cells.append(cell)
        return len(self.cells) - 1

    def rows(self, items: list[ItemSpots]) -> list[Any]:
        """Give for each item its levels, its origin, the number of its first cell, and its fields."""
        rows: list[Any] = []
        cells = self.cells
        above: Under | None = None
        for origin, own, under in items:
            if under is not above:
                above = under
                levels = self._level(under.first), self._level(under.second)
            rows.append((levels, self.origin(origin), len(cells), *own))
            cells += own.values()
        return rows

    def columns(self) -> list[Any]:
        """Give the cells field by field; one value where all have the same, one text of all texts."""
        texts, *others = zip(*self.cells, strict=True) if self.cells else [()]
        together = BETWEEN.join(texts)
        first = together if together.count(BETWEEN) == len(texts) - 1 else texts
        # Equal values at both ends are worth a look at all: rows and lines of a form have different ones.
        return [first, *(one[:1] if one[0] == one[-1] and one.count(one[0]) == len(one) else one for one in others)]

    def _level(self, level: LevelCell | None) -> Number | None:
        return (self.origin(level.origin), self.cell(level.cell)) if level else None


class CarriedPlaces(Mapping[str, Place]):
    """Paths to places as packed; read when somebody asks for a place."""

    def __init__(self, content: bytes) -> None:
        """Keep what `carried` packed."""
        self._content = content

    def __reduce__(self) -> tuple[Any, ...]:
        return CarriedPlaces, (self._content,)

    @cached_property
    def _packed(self) -> Packed:
        import pickle

        origins, paths, numbers, rows, columns = pickle.loads(self._content)  # noqa: S301 -- from our own process or disk
        texts, *others = columns
        spots = {path: (origin, number) for number, (path, origin) in enumerate(zip(paths, numbers, strict=True))}
        return origins, spots, rows, [texts.split(BETWEEN) if isinstance(texts, str) else texts, *others]

    def _find(self, path: str) -> Number | None:
        _, spots, rows, _ = self._packed
        spot = spots.get(path)
        if spot is not None or "[" not in path:
            return spot
        name, number, field = parted(path)
        items = rows.get(name, ())
        if not 0 <= number < len(items):
            return None
        levels, origin, first, *fields = items[number]
        level: Number | None = levels[LEVEL_OF[field]] if field in LEVEL_OF else None
        return level or own_of({own: (origin, first + at) for at, own in enumerate(fields)}, field)

    def __getitem__(self, path: str) -> Place:
        spot = self._find(path)
        if spot is None:
            raise KeyError(path)
        origin, number = spot
        origins, _, _, columns = self._packed
        cell = Cell(*[column[number if len(column) > 1 else 0] for column in columns])
        return Origin(*origins[origin]).place(cell)

    def __contains__(self, path: object) -> bool:
        return isinstance(path, str) and self._find(path) is not None

    def __iter__(self) -> Iterator[str]:
        _, spots, rows, _ = self._packed
        yield from spots
        for name, items in rows.items():
            for index, (levels, _, _, *fields) in enumerate(items):
                yield from fields_of(f"{name}[{index}]", fields, levels)

    def __len__(self) -> int:
        return sum(1 for _ in self)
