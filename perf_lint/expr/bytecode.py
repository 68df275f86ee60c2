"""Keep the byte code of rules where Python keeps the byte code of this program: same folder, same rights.

Who can change a file there can change the program itself, so running it asks for no more trust than starting the
program does; the cache folder of a user holds no code. A function is found by its whole text, so none can be stale.
Compiling the functions of the shipped rules takes a sixth of the time of checking one small file.
"""

from __future__ import annotations

import marshal
import sys
from types import CodeType

from perf_lint.text import kept

MOST = 500
"""How many functions of several runs are kept; one run with the shipped rules uses some seventy."""


class _Store:
    """What is known from earlier runs, and what this run asked for."""

    def __init__(self) -> None:
        self.wanted = False
        self.known: dict[str, CodeType] = {}
        self.asked: dict[str, CodeType] = {}
        self.fresh = False


_STORE = _Store()


def code_of(text: str) -> CodeType:
    """Compile a module's text, or recall its byte code; raise what `compile` raises."""
    code = _STORE.known.get(text)
    if code is None:
        code = compile(text, "<rule>", "exec", dont_inherit=True, optimize=1)
        _STORE.fresh = True
    if _STORE.wanted:
        _STORE.asked[text] = code
    return code


def reuse() -> None:
    """From now on use what earlier runs kept, and note what they did not."""
    if not _STORE.wanted:
        _STORE.wanted = True
        _STORE.known = _read(kept.load(path, _build())) if (path := _path()) else {}


def keep() -> None:
    """Keep what this run compiled, if anything is new and Python itself may write there."""
    path = _path()
    if not (_STORE.wanted and _STORE.fresh and path) or sys.dont_write_bytecode:
        return
    everything = {**_STORE.known, **_STORE.asked}
    _STORE.known = everything if len(everything) <= MOST else dict(_STORE.asked)
    _STORE.fresh = False
    kept.store(path, _build(), marshal.dumps(_STORE.known))


def _path() -> str:
    """Give the file beside this module's own byte code; empty where Python keeps none."""
    own = __spec__.cached if __spec__ else None
    return f"{own.removesuffix('.pyc')}.rules" if own else ""


def _build() -> str:
    """Name the build of Python that the code belongs to."""
    return f"rules {sys.implementation.cache_tag} {sys.version}"


def _read(body: bytes | None) -> dict[str, CodeType]:
    if body is None:
        return {}
    try:
        found = marshal.loads(body)  # noqa: S302  # see above
    except (ValueError, EOFError, TypeError):
        return {}
    return found if isinstance(found, dict) else {}
