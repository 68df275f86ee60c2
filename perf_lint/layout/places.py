"""Map field paths to places without making a place before someone asks for it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, TypeVar

from perf_lint.layout.draft import Spot
from perf_lint.layout.rows import Origin
from perf_lint.layout.standing import LevelCell, Under
from perf_lint.model.document import Cell
from perf_lint.model.place import Place
from perf_lint.text.wordlists import KEPT_READINGS

Found = TypeVar("Found")
Spots = dict[str, Spot]
ItemSpots = tuple[Origin, dict[str, Cell], Under]
"""Where an indicator stands: its own cells by field, and the level cells above it."""
Lists = dict[str, list[ItemSpots]]
LEVEL_OF = {"level1": 0, "level2": 1, "mark": 1}
"""Fields that stand in a level cell: in the 一级 cell or in the 二级 cell."""


def fields_of(item: str, own: Collection[str], levels: Iterable[object]) -> Iterator[str]:
    """List the paths of an indicator's fields that have a place, and that of the whole; it may stand below levels."""
    for field in own:
        yield f"{item}.{field}"
    yield item
    has = [level is not None for level in levels]
    yield from (f"{item}.{field}" for field, number in LEVEL_OF.items() if has[number])
    if "name" in own:
        yield f"{item}.label"


def own_of(own: Mapping[str, Found], field: str) -> Found | None:
    """Choose the cell of an indicator that holds a field; as a whole it stands where its value stands."""
    if field == "":
        return own.get("value") or own.get("name") or next(iter(own.values()))
    return own.get("name" if field == "label" else field)


@lru_cache(KEPT_READINGS)
def parted(path: str) -> tuple[str, int, str]:
    """Part the path of a field of an indicator into list, number and field; -1 where there is no number."""
    name, _, rest = path.partition("[")
    number, _, field = rest.partition("]")
    return name, int(number) if number.isdigit() else -1, field.removeprefix(".")


class LazyPlaces(Mapping[str, Place]):
    """Paths to cells, read like a mapping from paths to places."""

    __slots__ = ("_lists", "_spots")

    def __init__(self, spots: Spots, lists: Lists) -> None:
        """Keep `spots` by path, and by name lists of what has fields of its own."""
        self._spots = spots
        self._lists = lists

    def __reduce__(self) -> tuple[Any, ...]:
        from perf_lint.layout.carried import carried  # only for what leaves this process

        return carried(self._spots, self._lists).__reduce__()

    def _find(self, path: str) -> Spot | None:
        spot = self._spots.get(path)
        if spot is not None or "[" not in path:
            return spot
        name, number, field = parted(path)
        items = self._lists.get(name, ())
        if not 0 <= number < len(items):
            return None
        origin, own, (first, second, _) = items[number]
        level = (first, second)[LEVEL_OF[field]] if field in LEVEL_OF else None
        if level:
            return level.spot
        cell = own_of(own, field)
        return (origin, cell) if cell else None

    def get(self, path: str, default: Any = None) -> Any:
        """Give the place of a path, without raising what `Mapping.get` would catch."""
        spot = self._find(path)
        return default if spot is None else spot[0].place(spot[1])

    def __getitem__(self, path: str) -> Place:
        spot = self._find(path)
        if spot is None:
            raise KeyError(path)
        return spot[0].place(spot[1])

    def __contains__(self, path: object) -> bool:
        return isinstance(path, str) and self._find(path) is not None

    def __iter__(self) -> Iterator[str]:
        yield from self._spots
        for name, items in self._lists.items():
            for index, (_, own, (first, second, _)) in enumerate(items):
                yield from fields_of(f"{name}[{index}]", own, (first, second))

    def cells(self) -> Iterator[tuple[str, Cell]]:
        """Give every path with its cell."""
        for path in self:
            spot = self._find(path)
            if spot is not None:
                yield path, spot[1]

    def changed(self, change: Callable[[Cell], Cell], names: Mapping[str, str]) -> LazyPlaces:
        """Give the same map over changed cells; `names` gives some paths a new name, or drops them for an empty one."""

        def moved(spot: Spot) -> Spot:
            return spot[0], change(spot[1])

        def moved_level(level: LevelCell | None) -> LevelCell | None:
            return LevelCell(level.origin, change(level.cell)) if level else None

        spots = {new: moved(spot) for path, spot in self._spots.items() if (new := names.get(path, path)) or not path}
        lists: dict[str, list[ItemSpots]] = {
            name: [
                (
                    origin,
                    {field: change(cell) for field, cell in cells.items()},
                    Under(moved_level(under.first), moved_level(under.second)),
                )
                for origin, cells, under in items
            ]
            for name, items in self._lists.items()
        }
        return LazyPlaces(spots, lists)

    def __len__(self) -> int:
        return sum(1 for _ in self)
