"""Turn a node of a configuration file into a plain value, refusing what cannot be meant."""

from __future__ import annotations

from perf_lint.config.errors import ConfigError
from perf_lint.config.source import Node
from perf_lint.model.words import Words
from perf_lint.text.spelling import near_name

FLAGS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


def text(name: str, node: Node, file: str) -> str:
    """Read a text."""
    if isinstance(node.value, str):
        return node.value
    raise ConfigError(Words(f"{name} 应当是一段文字", f"{name} must be a text"), file, node.line)


def texts(name: str, node: Node, file: str) -> tuple[str, ...]:
    """Read a list of texts; a single text stands for a list of one."""
    if isinstance(node.value, str):
        return tuple(part for part in (node.value,) if part)
    if isinstance(node.value, list):
        return tuple(text(name, child, file) for child in node.value)
    raise ConfigError(Words(f"{name} 应当是一个列表", f"{name} must be a list"), file, node.line)


def count(name: str, node: Node, file: str) -> int:
    """Read a whole number of at least 0; underscores may part its digits."""
    digits = text(name, node, file).replace("_", "")
    if digits.isdecimal() and digits.isascii():
        return int(digits)
    raise ConfigError(
        Words(f"{name} 应当是不小于 0 的整数", f"{name} must be a whole number, 0 or more"), file, node.line
    )


def flag(name: str, node: Node, file: str) -> bool:
    """Read true or false."""
    found = FLAGS.get(text(name, node, file).lower())
    if found is None:
        raise ConfigError(Words(f"{name} 应当是 true 或 false", f"{name} must be true or false"), file, node.line)
    return found


def choice(name: str, node: Node, choices: tuple[str, ...], file: str) -> str:
    """Read one of `choices`."""
    given = text(name, node, file)
    if given in choices:
        return given
    listed, near = "、".join(choices), near_name(given.casefold(), choices)
    english = ", ".join(choices)
    raise ConfigError(
        Words(
            f"{name} 不能是「{given}」，可以是 {listed}{near.zh}", f"{name} cannot be “{given}”; use {english}{near.en}"
        ),
        file,
        node.line,
    )


def mapping(name: str, node: Node, file: str, known: tuple[str, ...] = ()) -> dict[str, Node]:
    """Read a mapping whose keys must be among `known`, where any are named."""
    what = Words(f"{name} " if name else "配置", name or "configuration")
    if not isinstance(node.value, dict):
        words = Words(f"{what.zh}应当是“键: 值”", f"{what.en} must be key: value")
        raise ConfigError(words, file, node.line)
    for key, child in node.value.items():
        if known and key not in known:
            near = near_name(key.casefold(), known)
            words = Words(f"{what.zh}里没有「{key}」{near.zh}", f"{what.en} has no “{key}”{near.en}")
            raise ConfigError(words, file, child.line)
    return node.value
