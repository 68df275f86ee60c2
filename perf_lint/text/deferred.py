"""Put off modules that a library imports at its start and hardly ever uses."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from types import ModuleType
from typing import Any


class _Deferred(ModuleType):
    """Stand for a module; whoever asks for what is in it has it imported then."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # the import system asks for these
            raise AttributeError(name)
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        found = getattr(import_module(self.__name__), name)
        setattr(self, name, found)
        return found


@contextmanager
def deferred(**modules: Sequence[str]) -> Iterator[None]:
    """Let what is imported inside the block import these modules only when it uses them.

    For each module are given the functions that are taken out of it at once, and called later if ever.
    Outside the block, and for modules that are there already, nothing changes.
    """
    stand_ins = {name: _stand_in(name, functions) for name, functions in modules.items() if name not in sys.modules}
    sys.modules.update(stand_ins)
    try:
        yield
    finally:
        for name, stand_in in stand_ins.items():
            if sys.modules.get(name) is stand_in:
                del sys.modules[name]


def _stand_in(name: str, functions: Sequence[str]) -> _Deferred:
    made = _Deferred(name)
    for function in functions:
        setattr(made, function, partial(_call, name, function))
    return made


def _call(module: str, function: str, *given: Any, **named: Any) -> Any:
    return getattr(import_module(module), function)(*given, **named)
