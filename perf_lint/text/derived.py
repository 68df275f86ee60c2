"""Keep what follows from this program's files where Python keeps its byte code: same folder, same rights.

Who can change a file there can change the program itself, so using it asks for no more trust than starting the program
does. Where Python writes no byte code, nothing is written here either. Nothing that comes from the cache folder of a
user may be kept here. See docs/decisions/start-up.md.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Callable
from typing import Any

from perf_lint import __version__
from perf_lint.text import kept


def load(name: str, key: str = "") -> Any:
    """Give what was kept under a name and a key; None where there is nothing or nothing usable."""
    folder = _folder()
    body = kept.load(f"{folder}{_file(name)}", _build(key)) if folder else None
    try:
        return None if body is None else marshal.loads(body)  # noqa: S302  # see above
    except (ValueError, EOFError, TypeError):
        return None


def store(name: str, data: Any, key: str = "", *, private: bool = False) -> None:
    """Keep plain data, for nobody else to read where it is private."""
    if writable():
        kept.store(f"{_folder()}{_file(name)}", _build(key), marshal.dumps(data), 0o600 if private else 0o666)


def forget_old(pattern: str, most: int) -> None:
    """Remove all but the newest of the files whose names fit a glob pattern."""
    if writable():
        kept.forget_old(_folder(), _file(pattern), most)


def of_file(name: str, content: bytes, make: Callable[[bytes], Any]) -> Any:
    """Make plain data of a file's content, or recall what was made of the very same content."""
    key = kept.digest(content)
    found = load(name, key)
    if found is None:
        found = make(content)
        store(name, found, key)
    return found


def writable() -> bool:
    """Tell whether Python itself would write byte code there: asked only where something is missing, so it is tried."""
    folder = _folder()
    if not folder or sys.dont_write_bytecode:
        return False
    trial = f"{folder}.trial-{os.getpid()}"
    try:
        os.close(os.open(trial, os.O_CREAT | os.O_WRONLY, 0o600))
        os.unlink(trial)  # noqa: PTH108
    except OSError:
        return False
    return True


def _folder() -> str:
    """Give where this module's own byte code lies, with a slash; empty where Python keeps none."""
    own = __spec__.cached if __spec__ else None
    return own[: -len(own.rpartition(os.sep)[2])] if own else ""


def _file(name: str) -> str:
    return f"{name}.{sys.implementation.cache_tag}.derived"


def _build(key: str) -> str:
    """Name what made it besides the key: this version of the program and this build of Python."""
    return f"{key} {__version__} {sys.implementation.cache_tag} {sys.version}"
