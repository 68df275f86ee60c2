"""Keep compiled patterns between runs: compiling them is a sixth of the work of checking one small file.

Python has no public way to store a compiled pattern. Kept are the numbers that its own compiler made of a pattern, as
`_sre.compile` takes them: it checks them before it uses them and runs no code from them. They belong to one build of
Python, so its name is part of their key; where anything is missing, the pattern is compiled as usual.
See docs/decisions/start-up.md.
"""

import re
import sys
from array import array
from importlib import import_module
from typing import Any, AnyStr, NamedTuple

from perf_lint.text import derived, kept

NAME = "patterns"
FILE = "patterns.bin"
"""Where nothing may be kept beside the program."""
MOST = 500
"""How many patterns are kept of several runs; one uses some hundred and fifty."""


class Program(NamedTuple):
    """A compiled pattern as data: what `_sre.compile` takes besides the pattern's text."""

    flags: int
    code: bytes
    """Unsigned integers of this machine."""
    groups: int
    names: dict[str, int]


Key = tuple[str, int]
"""The text of a pattern and the flags it was given."""


class _Store:
    """What is known from earlier runs, and what this run compiled beyond it."""

    def __init__(self) -> None:
        self.wanted = False
        self.known: dict[Key, Program] = {}
        self.asked: set[Key] = set()
        self.fresh = False


_STORE = _Store()


def compiled(text: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Do what `re.compile` does, with the work of an earlier run where that is at hand."""
    if not isinstance(text, str) or not _STORE.wanted:
        return re.compile(text, flags)
    key = (text, int(flags))
    program = _STORE.known.get(key)
    made = re.compile(text, flags) if program is None else _made(text, program)
    _STORE.asked.add(key)
    _STORE.fresh |= program is None
    return made


def reuse() -> None:
    """From now on use what earlier runs kept, and note what they did not."""
    if not _STORE.wanted:
        _STORE.wanted = True
        _STORE.known = _recalled()


def keep() -> None:
    """Keep what this run compiled, if anything is new; where it is too much, forget what this run did not ask for."""
    if not _STORE.fresh:
        return
    for key in sorted(_STORE.asked - _STORE.known.keys()):
        program = _taken_apart(*key)
        if program is not None:
            _STORE.known[key] = program
    if len(_STORE.known) > MOST:
        _STORE.known = {key: program for key, program in _STORE.known.items() if key in _STORE.asked}
    _STORE.fresh = False
    if derived.writable():
        derived.store(NAME, {key: (*program,) for key, program in _STORE.known.items()})
    else:
        kept.store(kept.cache_dir() / FILE, _build(), _written(_STORE.known))


def _recalled() -> dict[Key, Program]:
    found = derived.load(NAME)
    if found is not None:
        return {key: Program(*program) for key, program in found.items()}
    return {} if derived.writable() else _read(kept.load(kept.cache_dir() / FILE, _build()))


def _build() -> str:
    """Name the build of Python that the numbers belong to."""
    return f"{sys.implementation.cache_tag} {sys.version} {sys.byteorder} {array('I').itemsize}"


def _taken_apart(text: str, flags: int) -> Program | None:
    """Compile a pattern into numbers; None unless they make the very pattern that `re.compile` makes."""
    try:
        tree: Any = re._parser.parse(text, flags)  # noqa: SLF001  # see above
        numbers = re._compiler._code(tree, flags)  # type: ignore[attr-defined]  # noqa: SLF001
        state = tree.state
        program = Program(flags | state.flags, array("I", numbers).tobytes(), state.groups - 1, dict(state.groupdict))
        return program if _made(text, program) == re.compile(text, flags) else None
    except (AttributeError, TypeError, ValueError, RuntimeError):
        return None


def _made(text: AnyStr, program: Program) -> re.Pattern[AnyStr]:
    names: list[str | None] = [None] * (program.groups + 1)
    for name, number in program.names.items():
        names[number] = name
    try:
        sre = import_module("_sre")
        found: re.Pattern[AnyStr] = sre.compile(
            text, program.flags, array("I", program.code).tolist(), program.groups, program.names, tuple(names)
        )
    except (RuntimeError, TypeError, ValueError, OverflowError):  # no numbers of this build
        return re.compile(text, program.flags)
    return found


def _written(programs: dict[Key, Program]) -> bytes:
    """Write a line of JSON that describes the programs, then all their numbers."""
    import json

    head = [[*key, one.flags, one.groups, one.names, len(one.code)] for key, one in programs.items()]
    numbers = b"".join([one.code for one in programs.values()])
    return json.dumps(head, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n" + numbers


def _read(body: bytes | None) -> dict[Key, Program]:
    """Give the programs; none where the content has another shape."""
    import json

    if body is None:
        return {}
    head, _, numbers = body.partition(b"\n")
    found: dict[Key, Program] = {}
    at = 0
    try:
        for text, flags, all_flags, groups, names, length in json.loads(head.decode("utf-8", "surrogatepass")):
            found[text, flags] = Program(all_flags, numbers[at : at + length], groups, names)
            at += length
    except (ValueError, TypeError):
        return {}
    return found
