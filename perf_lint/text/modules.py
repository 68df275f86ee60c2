"""List the modules of a package, for rooms that load all of theirs."""

from __future__ import annotations

import os
from collections.abc import Iterable

_ENDINGS = (".py", ".pyc", ".so", ".pyd")


def module_names(folders: Iterable[str], *, packages: bool = True) -> list[str]:
    """Give the modules in a package's `__path__`, by name, and the packages unless they are not wanted.

    `pkgutil` does the same by asking the import system about every file: a sixtieth of a short run. It is left to
    packages that lie in no folder, but in an archive.
    """
    places = list(folders)
    try:
        entries = [entry for place in places for entry in os.listdir(place)]  # noqa: PTH208  # every start comes by here
    except OSError:
        from pkgutil import iter_modules

        return [module.name for module in iter_modules(places) if packages or not module.ispkg]
    names = {
        entry.partition(".")[0] for entry in entries if entry.endswith(_ENDINGS) or (packages and "." not in entry)
    }
    return sorted(name for name in names if not name.startswith("__"))
