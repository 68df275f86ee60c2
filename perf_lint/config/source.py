"""Find a configuration file and read it into nodes that know their lines; YAML never guesses a type here."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from perf_lint.config.errors import ConfigError
from perf_lint.model.words import Words
from perf_lint.text.reasons import why

NAMES = ("perf-lint.yaml", "perf-lint.yml", ".perf-lint.yaml")
SECTION = "perf-lint"


class Node(NamedTuple):
    """A value and the line on which it stands; every scalar is its text."""

    value: str | list[Node] | dict[str, Node]
    line: int


def find(start: str) -> str | None:
    """Find the nearest configuration file in `start` or a folder above it, else None."""
    for folder in _upward(os.path.abspath(start)):
        for name in NAMES:
            candidate = f"{folder}{os.sep}{name}" if folder != os.sep else f"{os.sep}{name}"
            if os.path.isfile(candidate):
                return candidate
        if _has_section(f"{folder}{os.sep}pyproject.toml"):
            return f"{folder}{os.sep}pyproject.toml"
    return None


def read(file: str, shown: str) -> Node:
    """Read a YAML file, or the `[tool.perf-lint]` table of a TOML file; `shown` is its name in messages."""
    try:
        text = Path(file).read_bytes().decode("utf-8-sig")
    except OSError as error:
        reason = why(error)
        raise ConfigError(
            Words(f"读不了配置文件（{reason.zh}）", f"cannot read the file ({reason.en})"), shown
        ) from error
    except UnicodeDecodeError as error:
        raise ConfigError(Words("配置文件不是 UTF-8 编码", "the file is not UTF-8"), shown) from error
    return _toml(text, shown) if file.endswith(".toml") else _yaml(text, shown)


def _upward(folder: str) -> Iterator[str]:
    while True:
        yield folder
        parent = os.path.dirname(folder)
        if parent == folder:
            return
        folder = parent


def _has_section(file: str) -> bool:
    try:
        with open(file, "rb") as handle:
            return f"[tool.{SECTION}".encode() in handle.read()
    except OSError:
        return False


def _yaml(text: str, shown: str) -> Node:
    import yaml

    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        cause = error.problem or ""
        raise ConfigError(Words(f"不是合法的 YAML（{cause}）", f"not valid YAML ({cause})"), shown, line) from error
    except yaml.YAMLError as error:
        raise ConfigError(Words("不是合法的 YAML", "not valid YAML"), shown) from error
    return Node({}, 1) if root is None else _from_yaml(root, shown)


def _from_yaml(node: Any, shown: str) -> Node:
    import yaml

    line = node.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode):
        return Node([_from_yaml(child, shown) for child in node.value], line)
    if isinstance(node, yaml.MappingNode):
        found: dict[str, Node] = {}
        for key, child in node.value:
            name, key_line = str(key.value), key.start_mark.line + 1
            if name in found:
                raise ConfigError(Words(f"{name} 写了两次", f"{name} is given twice"), shown, key_line)
            found[name] = _from_yaml(child, shown)._replace(line=key_line)
        return Node(found, line)
    return Node("" if node.tag.endswith(":null") else str(node.value), line)


def _toml(text: str, shown: str) -> Node:
    import tomllib

    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(Words(f"不是合法的 TOML（{error}）", f"not valid TOML ({error})"), shown) from error
    return _from_toml(document.get("tool", {}).get(SECTION, {}), text.splitlines(), 0)


def _from_toml(value: Any, lines: list[str], line: int) -> Node:
    if isinstance(value, dict):
        return Node({key: _from_toml(child, lines, _line_of(key, lines, line)) for key, child in value.items()}, line)
    if isinstance(value, list):
        return Node([_from_toml(child, lines, line) for child in value], line)
    return Node(str(value).lower() if isinstance(value, bool) else str(value), line)


def _line_of(key: str, lines: list[str], after: int) -> int:
    """Find the line on which `key` is set, from `after` on: TOML's own reader tells no lines."""
    in_section = after > 0
    for number, text in enumerate(lines, start=1):
        bare = text.strip()
        if bare.startswith("["):
            in_section = f"tool.{SECTION}" in bare
            if in_section and bare.strip("[]").rsplit(".", 1)[-1].strip('"') == key:
                return number
        elif in_section and number >= after and bare.split("=", 1)[0].strip().strip('"') == key:
            return number
    return after
