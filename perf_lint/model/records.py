"""Define records as `typing.NamedTuple` does, in a sixth of its time: a start defines some ninety of them.

`NamedTuple` compiles a constructor for each class and then changes the bases of the class, for which Python looks up
every special method anew. Here one constructor is compiled for each number of fields and gets the names of the fields,
and the bases are right from the beginning. Type checkers are told that it is `NamedTuple`, and in use it is the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import NamedTuple as Record
else:
    from collections import _tuplegetter
    from functools import cache
    from types import CodeType, FunctionType

    class _Named(tuple):
        """What all records can do."""

        __slots__ = ()
        _fields = ()

        @classmethod
        def _make(cls, values: Iterable[Any]) -> _Named:
            made = tuple.__new__(cls, values)
            if len(made) != len(cls._fields):
                raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
            return made

        def _replace(self, /, **changes: object) -> _Named:
            made = self._make(map(changes.pop, self._fields, self))
            if changes:
                raise ValueError(f"Got unexpected field names: {list(changes)!r}")
            return made

        def _asdict(self) -> dict[str, Any]:
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self) -> str:
            said = ", ".join(f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True))
            return f"{type(self).__name__}({said})"

        def __getnewargs__(self) -> tuple[Any, ...]:
            return tuple(self)

    class _Maker(type):
        """Make a plain tuple class of a class statement."""

        def __new__(cls, name: str, bases: tuple[type, ...], space: dict[str, Any]) -> type:
            if not bases:
                return super().__new__(cls, name, bases, space)
            types = space["__annotations__"] if "__annotations__" in space else _annotations(space)
            fields = tuple(types)
            defaults = {field: space[field] for field in fields if field in space}
            if tuple(defaults) != fields[len(fields) - len(defaults) :]:
                raise TypeError(f"{name}: a field without a default stands behind one with a default")
            space |= {field: _tuplegetter(number, None) for number, field in enumerate(fields)}
            code = _code(len(fields)).replace(co_varnames=("_cls", *fields), co_qualname=f"{name}.__new__")
            new = FunctionType(code, _GLOBALS, "__new__", tuple(defaults.values()))
            new.__annotations__ = types
            space |= {
                "__slots__": (),
                "__new__": new,
                "__match_args__": fields,
                "_fields": fields,
                "_field_defaults": defaults,
            }
            return type(name, (_Named,), space)

    made = tuple.__new__
    _GLOBALS = {"__builtins__": {}, "made": made}

    def _annotations(space: dict[str, Any]) -> dict[str, Any]:
        """Ask for the annotations of a class statement where Python makes them only when asked, from 3.14 on."""
        import annotationlib

        annotate = annotationlib.get_annotate_from_class_namespace(space)
        wanted = annotationlib.Format.FORWARDREF
        return annotationlib.call_annotate_function(annotate, wanted) if annotate else {}

    _SHORT = (
        lambda cls: made(cls, ()),
        lambda cls, a: made(cls, (a,)),
        lambda cls, a, b: made(cls, (a, b)),
        lambda cls, a, b, c: made(cls, (a, b, c)),
        lambda cls, a, b, c, d: made(cls, (a, b, c, d)),
        lambda cls, a, b, c, d, e: made(cls, (a, b, c, d, e)),
        lambda cls, a, b, c, d, e, f: made(cls, (a, b, c, d, e, f)),
        lambda cls, a, b, c, d, e, f, g: made(cls, (a, b, c, d, e, f, g)),
        lambda cls, a, b, c, d, e, f, g, h: made(cls, (a, b, c, d, e, f, g, h)),
        lambda cls, a, b, c, d, e, f, g, h, i: made(cls, (a, b, c, d, e, f, g, h, i)),
    )
    """Constructors of most records, which Python has compiled with this module."""

    @cache
    def _code(count: int) -> CodeType:
        """Give the constructor of records with so many fields."""
        if count < len(_SHORT):
            return _SHORT[count].__code__
        names = "".join(f"f{number}," for number in range(count))
        return eval(f"lambda cls, {names}: made(cls, ({names}))", {}).__code__  # noqa: S307  # no text from outside

    class Record(metaclass=_Maker):
        """A tuple with names, defined by the annotations of a class that derives from this."""


__all__ = ["Record"]
