"""Records are what `typing.NamedTuple` makes, whatever is done with them."""

import copy
import pickle
from importlib import import_module
from inspect import signature
from pkgutil import walk_packages
from typing import Any, NamedTuple

import pytest

import perf_lint
from perf_lint.model.finding import Finding
from perf_lint.model.records import Record
from perf_lint.model.words import Words


class Point(Record):
    """A point."""

    x: int
    y: "int" = 0
    name: str = ""

    @property
    def sum(self) -> int:
        """Add both."""
        return self.x + self.y

    def moved(self, by: int) -> "Point":
        """Go right."""
        return self._replace(x=self.x + by)

    @classmethod
    def origin(cls) -> "Point":
        """Stay."""
        return cls(0)


class Twin(NamedTuple):
    """The same."""

    x: int
    y: int = 0
    name: str = ""


class Special(Point):
    """A class below a record."""

    def moved(self, by: int) -> "Point":
        """Go twice as far."""
        return super().moved(2 * by)


@pytest.mark.parametrize(
    "use",
    [
        lambda make: tuple(make(1)),
        lambda make: tuple(make(1, y=2)),
        lambda make: tuple(make(name="n", x=3)),
        lambda make: make(1, 2) == make(1, 2, ""),
        lambda make: make(1) == (1, 0, ""),
        lambda make: hash(make(1)),
        lambda make: min([make(2), make(1, 9), make(1)]).y,
        lambda make: make._fields,
        lambda make: make._field_defaults,
        lambda make: make.__match_args__,
        lambda make: make.__slots__,
        lambda make: make(1)._asdict(),
        lambda make: tuple(make(1)._replace(y=4)),
        lambda make: tuple(make._make([1, 2, 3])),
        lambda make: make(1, 2)[-1],
        lambda make: [*make(1, 2)],
        lambda make: len(make(1)),
        lambda make: repr(make(1, "two")).partition("(")[2],
        lambda make: str(signature(make)).replace('"', "").replace("'", ""),
        lambda make: make.__bases__ == (tuple,) or make.__mro__[-2:] == (tuple, object),
        type,
    ],
)
def test_it_is_a_named_tuple(use):
    assert use(Point) == use(Twin)


@pytest.mark.parametrize(
    "use",
    [
        lambda make: make(),
        lambda make: make(1, 2, "", 4),
        lambda make: make(1, z=2),
        lambda make: make(1, x=2),
        lambda make: make._make([1]),
        lambda make: make(1)._replace(z=2),
        lambda make: setattr(make(1), "x", 2),
        lambda make: setattr(make(1), "other", 2),
        lambda make: make(1).__dict__,
    ],
)
def test_it_refuses_what_a_named_tuple_refuses(use):
    with pytest.raises(Exception) as ours:  # noqa: PT011  # compared below
        use(Point)
    with pytest.raises(Exception) as theirs:  # noqa: PT011
        use(Twin)
    assert ours.type is theirs.type
    assert str(ours.value).replace("Point", "Twin") == str(theirs.value)


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_it_comes_back_from_a_pickle_and_a_copy(protocol):
    point = Point(1, 2, "名")
    for found in (pickle.loads(pickle.dumps(point, protocol)), copy.copy(point), copy.deepcopy(point)):
        assert (found, type(found)) == (point, Point)


def test_methods_documents_and_classes_below():
    assert (Point(1, 2).sum, Point.origin(), Point(1).moved(2)) == (3, (0, 0, ""), (3, 0, ""))
    assert (Point.__doc__, Point.__module__, Point.__qualname__) == ("A point.", __name__, "Point")
    assert Point.__annotations__ == {"x": int, "y": "int", "name": str}
    assert (repr(Special(1)), Special(1).moved(2), type(Special(1).moved(1))) == (
        "Special(x=1, y=0, name='')",
        (5, 0, ""),
        Special,
    )
    match Point(7, 8):
        case Point(x, y, name=""):
            assert (x, y) == (7, 8)


def test_a_field_without_a_default_cannot_follow_one_with_a_default():
    with pytest.raises(TypeError, match="without a default"):

        class Wrong(Record):
            x: int = 1
            y: int


def records():
    """Import every module of the package and give its records."""
    for module in walk_packages(perf_lint.__path__, "perf_lint."):
        if not module.name.endswith("__main__") and ".distributed" not in module.name and ".arrow" not in module.name:
            found = import_module(module.name)
            for one in vars(found).values():
                if isinstance(one, type) and "_field_defaults" in vars(one) and one.__module__ == module.name:
                    yield one


def test_every_record_of_the_program_is_as_its_class_says():
    found = list(records())
    assert {Finding, Words} <= set(found)
    assert len(found) > 100
    for record in found:
        fields: list[tuple[str, Any]] = list(record.__annotations__.items())
        twin = NamedTuple("Twin", fields)
        assert (record._fields, record.__match_args__) == (twin._fields, twin.__match_args__), record
        assert tuple(record(*range(len(fields)))) == tuple(range(len(fields))), record
