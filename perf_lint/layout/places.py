"""Map field paths to places without making a place before someone asks for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from perf_lint.layout.draft import Spot
from perf_lint.model.document import Cell
from perf_lint.model.place import Place


class LazyPlaces(Mapping[str, Place]):
    """Paths to cells, read like a mapping from paths to places."""

    __slots__ = ("_lists", "_spots")

    def __init__(self, spots: dict[str, Spot], lists: dict[str, list[dict[str, Spot]]]) -> None:
        """Keep `spots` by path, and for `indicators` and its like one mapping of fields an item; "" is the item."""
        self._spots = spots
        self._lists = lists

    def _find(self, path: str) -> Spot | None:
        spot = self._spots.get(path)
        if spot is not None or "[" not in path:
            return spot
        name, _, rest = path.partition("[")
        number, _, field = rest.partition("]")
        items = self._lists.get(name)
        if items is None or not number.isdigit() or int(number) >= len(items):
            return None
        return items[int(number)].get(field.removeprefix("."))

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
            for index, fields in enumerate(items):
                for field in fields:
                    yield f"{name}[{index}].{field}" if field else f"{name}[{index}]"

    def cells(self) -> Iterator[tuple[str, Cell]]:
        """Give every path with its cell."""
        for path in self:
            spot = self._find(path)
            if spot is not None:
                yield path, spot[1]

    def changed(self, change: Callable[[Cell], Cell], names: Mapping[str, str]) -> LazyPlaces:
        """Give the same map over changed cells; `names` gives some paths a new name, or drops them for an empty one."""

        def moved(spots: dict[str, Spot]) -> dict[str, Spot]:
            return {
                new: (origin, change(cell))
                for path, (origin, cell) in spots.items()
                if (new := names.get(path, path)) or not path
            }

        return LazyPlaces(moved(self._spots), {name: list(map(moved, items)) for name, items in self._lists.items()})

    def __len__(self) -> int:
        return len(self._spots) + sum(len(fields) for items in self._lists.values() for fields in items)
