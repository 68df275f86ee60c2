"""Map field paths to places without making a place before someone asks for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from perf_lint.layout.draft import Spot
from perf_lint.layout.rows import Origin
from perf_lint.layout.standing import LevelCell, Under
from perf_lint.model.document import Cell
from perf_lint.model.place import Place

Spots = dict[str, Spot]
ItemSpots = tuple[Origin, dict[str, Cell], Under]
"""Where an indicator stands: its own cells by field, and the level cells above it."""
Lists = dict[str, list[ItemSpots]]
_OF_SECOND = ("level2", "mark")
"""Fields that stand in the 二级 cell."""


def _fields(item: ItemSpots) -> Iterator[str]:
    """List the fields of an indicator that have a place; "" is the indicator as a whole."""
    _, cells, (first, second, _) = item
    yield from cells
    yield ""
    if first:
        yield "level1"
    if second:
        yield from _OF_SECOND
    if "name" in cells:
        yield "label"


def _spot(item: ItemSpots, field: str) -> Spot | None:
    """Find a field of an indicator; as a whole it stands where its value stands."""
    origin, cells, (first, second, _) = item
    level = first if field == "level1" else second if field in _OF_SECOND else None
    if level:
        return level.spot
    if field == "":
        return origin, cells.get("value") or cells.get("name") or next(iter(cells.values()))
    cell = cells.get("name" if field == "label" else field)
    return (origin, cell) if cell else None


class LazyPlaces(Mapping[str, Place]):
    """Paths to cells, read like a mapping from paths to places."""

    __slots__ = ("_lists", "_spots")

    def __init__(self, spots: Spots, lists: Lists) -> None:
        """Keep `spots` by path, and by name lists of what has fields of its own."""
        self._spots = spots
        self._lists = lists

    def __reduce__(self) -> tuple[Any, ...]:
        from perf_lint.layout.carried import packed  # only for what leaves this process

        return CarriedPlaces, (packed(self._spots, self._lists),)

    def _find(self, path: str) -> Spot | None:
        spot = self._spots.get(path)
        if spot is not None or "[" not in path:
            return spot
        name, _, rest = path.partition("[")
        number, _, field = rest.partition("]")
        items = self._lists.get(name)
        if items is None or not number.isdigit() or int(number) >= len(items):
            return None
        return _spot(items[int(number)], field.removeprefix("."))

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
            for index, item in enumerate(items):
                for field in _fields(item):
                    yield f"{name}[{index}].{field}" if field else f"{name}[{index}]"

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


class CarriedPlaces(LazyPlaces):
    """The same after a way through a pipe or the disk: unpacked when someone asks for a place."""

    __slots__ = ("_content",)

    def __init__(self, content: bytes) -> None:
        """Keep what `packed` gave."""
        self._content = content

    def __getattr__(self, name: str) -> Any:
        """Unpack, once."""
        if name not in LazyPlaces.__slots__:
            raise AttributeError(name)
        from perf_lint.layout.carried import unpacked

        self._spots, self._lists = unpacked(self._content)
        return getattr(self, name)

    def __reduce__(self) -> tuple[Any, ...]:
        return CarriedPlaces, (self._content,)
