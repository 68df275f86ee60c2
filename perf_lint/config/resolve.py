"""Put the settings of a run together: defaults, then the configuration file, then the command line."""

import os
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from perf_lint.config.settings import Settings
from perf_lint.model.words import Words

DEFAULT = Words("默认", "default")
COMMAND_LINE = Words("命令行", "command line")


class Resolved(NamedTuple):
    """Settings, where each one comes from (those not listed are defaults), and the file that was read."""

    settings: Settings
    origins: Mapping[str, Words]
    file: str | None


def resolve(paths: Sequence[str] = (), config: str | None = None, given: Mapping[str, Any] | None = None) -> Resolved:
    """Find and read the configuration for `paths`; `config` names it, `given` are settings of the command line.

    An empty `config` means to read none. Raises ConfigError for a file that cannot be used.
    """
    file = _search(paths) if config is None else config or None
    settings, origins = (Settings(), {}) if file is None else _from_file(file)
    stated = {name: value for name, value in (given or {}).items() if value is not None}
    if stated:
        written = {name: place for name, place in settings.origins.items() if name not in stated}
        settings = settings._replace(**stated, origins=written)
        origins |= dict.fromkeys(stated, COMMAND_LINE)
    return Resolved(settings, origins, file)


def _search(paths: Sequence[str]) -> str | None:
    """Look upward from the first path, then from the working folder."""
    from perf_lint.config.source import find

    here = os.getcwd()
    starts = [path if os.path.isdir(path) else os.path.dirname(path) or here for path in paths[:1]]
    for start in [*starts, here]:
        found = find(start)
        if found:
            return found
    return None


def _from_file(file: str) -> tuple[Settings, dict[str, Words]]:
    from perf_lint.config.errors import ConfigError
    from perf_lint.config.keys import KEYS
    from perf_lint.config.source import read
    from perf_lint.config.typed import typed
    from perf_lint.config.values import mapping
    from perf_lint.text.spelling import near_name

    shown = _shown(file)
    values: dict[str, Any] = {}
    origins: dict[str, str] = {}
    for written, node in mapping("", read(file, shown), shown).items():
        name = written.replace("-", "_")
        if name not in KEYS:
            near = near_name(name.casefold(), KEYS)
            words = Words(f"没有设置项「{written}」{near.zh}", f"there is no setting “{written}”{near.en}")
            raise ConfigError(words, shown, node.line)
        values[name] = typed(name, node, shown)
        origins[name] = f"{shown}:{node.line}"
    said = {name: Words(place, place) for name, place in origins.items()}
    return Settings(**_rooted(values, file), origins=origins), said


def _shown(file: str) -> str:
    """Shorten the file's name to be relative to the working folder, where it lies inside it."""
    try:
        relative = os.path.relpath(file)
    except ValueError:  # on another drive
        return file
    return file if relative.startswith("..") else relative


def _rooted(values: dict[str, Any], file: str) -> dict[str, Any]:
    """Make file names in a configuration relative to the configuration, not to the working folder."""
    folder = os.path.dirname(_shown(file))
    if not folder:
        return values
    if values.get("baseline"):
        values["baseline"] = os.path.join(folder, values["baseline"])
    if values.get("packs"):
        values["packs"] = tuple(
            os.path.join(folder, pack) if "/" in pack or "\\" in pack or _is_folder(folder, pack) else pack
            for pack in values["packs"]
        )
    if values.get("outputs"):
        values["outputs"] = tuple(
            output._replace(file=os.path.join(folder, output.file)) if output.file not in {"", "-"} else output
            for output in values["outputs"]
        )
    return values


def _is_folder(folder: str, pack: str) -> bool:
    """Tell a folder beside the configuration from the name of a pack."""
    return not os.path.isdir(pack) and os.path.isdir(os.path.join(folder, pack))
