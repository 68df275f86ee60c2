"""Hold symbolic places, as `at` and `related` mean them: the object that owns the place, the path within its form."""

from collections.abc import Mapping
from typing import Any, NamedTuple, TypeVar

Owner = TypeVar("Owner")
_LISTS = (list, tuple)
"""A union of types would be made anew for each question."""


class Ref(NamedTuple):
    """A place: the objects that were passed on the way to it, and the field path within its form.

    The last of the objects that is a form or a row of one tells which form is meant.
    """

    passed: tuple[Any, ...]
    path: str

    def owner(self, owners: Mapping[int, Owner], default: Owner) -> Owner:
        """Give what `owners` knows, by id() of a form, of the last object that is one of its forms or a row of one.

        `default` is one of the owners; where it is the only one it is the answer.
        """
        if len(owners) == 1:
            return default
        for thing in reversed(self.passed):
            found = owners.get(id(thing), owners.get(_form_of(thing)))
            if found is not None:
                return found
        return default


def _form_of(thing: Any) -> int:
    """Give the id() of the form that a row belongs to; 0 for anything else."""
    form = getattr(thing, "form", 0)
    return form if isinstance(form, int) else 0


def refs(base: Any, *steps: tuple[Any, str]) -> list[Ref]:
    """Follow field names from an object; a list gives a place for each element, null gives none."""
    if isinstance(base, _LISTS) and not isinstance(base, Ref):
        return [ref for item in base for ref in refs(item)]
    path = getattr(base, "path", None)
    if path is None:
        return []
    for value, name in steps:
        own = getattr(value, "path", None)
        path = own if own is not None else f"{path}.{name}" if path else name
    passed = (base, *[value for value, _ in steps])
    last = passed[-1]
    if isinstance(last, tuple) and (items := [item for item in last if hasattr(item, "path")]):
        return [Ref((*passed, item), item.path) for item in items]
    return [Ref(passed, path)]
