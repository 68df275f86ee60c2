"""Declare which types, attributes and derived facts rules may use."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import Any, Generic, NamedTuple, TypeVar, overload

Owner = TypeVar("Owner")
Result = TypeVar("Result")


class Entry(NamedTuple):
    """An attribute as rules see it; every one may be null."""

    type: str
    """`string` `int` `bool` `decimal` `date` `money` (decimal, 元), a name in `TYPES`, or `list(…)` of one of these."""
    doc: str
    """Chinese name, used where a rule could not be evaluated: 缺 …."""


TYPES: dict[str, dict[str, Entry]] = {}
"""Attributes by type name; complete once `perf_lint.facts` is imported."""


class kept(Generic[Result]):  # noqa: N801  # a decorator, like property
    """Compute an attribute when it is first read and keep it in the object: `cached_property` without its lock."""

    __slots__ = ("compute", "name")

    def __init__(self, compute: Callable[[Any], Result]) -> None:
        self.compute = compute
        self.name = compute.__name__

    @overload
    def __get__(self, instance: None, owner: type) -> kept[Result]: ...
    @overload
    def __get__(self, instance: object, owner: type) -> Result: ...
    def __get__(self, instance: Any, owner: type) -> Any:
        if instance is None:
            return self
        result = instance.__dict__[self.name] = self.compute(instance)
        return result


class kept_by_all(kept[Result]):  # noqa: N801  # as above
    """Keep an attribute also in a mapping that the object shares with all objects that have the same result."""

    __slots__ = ("same",)

    def __init__(self, compute: Callable[[Any], Result], same: str) -> None:
        """Take the name of that mapping."""
        super().__init__(compute)
        self.same = same

    def __get__(self, instance: Any, owner: type) -> Any:
        """Compute the attribute, when it is first read of any of these objects."""
        if instance is None:
            return self
        result = instance.__dict__[self.name] = getattr(instance, self.same)[self.name] = self.compute(instance)
        return result


def kept_with(same: str) -> Callable[[Callable[[Any], Result]], kept[Result]]:
    """Keep an attribute also in the mapping `same` of the object."""
    return lambda compute: kept_by_all(compute, same)


def declare(type_name: str, entries: Mapping[str, tuple[str, str]]) -> None:
    """Add plain attributes of a type: name to (type, Chinese name)."""
    TYPES.setdefault(type_name, {}).update({name: Entry(*entry) for name, entry in entries.items()})


def fact(
    owner: type[Owner], type_: str, doc: str, same: str = ""
) -> Callable[[Callable[[Owner], Result]], Callable[[Owner], Result]]:
    """Make a function an attribute of `owner`, computed once per object, and declare it to rules.

    With `same`, once for all objects that share that mapping.

    The decorated name stays callable, `f(form)`, and shares the kept result with `form.f`.
    """

    def attach(compute: Callable[[Owner], Result]) -> Callable[[Owner], Result]:
        type_name: str = owner.TYPE  # type: ignore[attr-defined]  # every facts class names its type
        declare(type_name, {compute.__name__: (type_, doc)})
        return keep(owner, same)(compute)

    return attach


def keep(owner: type[Owner], same: str = "") -> Callable[[Callable[[Owner], Result]], Callable[[Owner], Result]]:
    """Do what `fact` does for an attribute that is of no use to rules."""

    def attach(compute: Callable[[Owner], Result]) -> Callable[[Owner], Result]:
        name = compute.__name__
        if name in owner.__dict__:
            raise TypeError(f"{owner.__name__}.{name} is defined twice")
        setattr(owner, name, kept_by_all(compute, same) if same else kept(compute))
        read: Callable[[Owner], Result] = attrgetter(name)
        return read

    return attach
