"""Turn the nodes of a configuration file into typed settings, refusing what cannot be meant."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from perf_lint.config.errors import ConfigError
from perf_lint.config.keys import KEYS, SUPPRESSION_KEYS, suggestion
from perf_lint.config.settings import Output, parse_output
from perf_lint.config.source import Node
from perf_lint.model.suppression import Suppression
from perf_lint.model.words import Words

FLAGS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


def typed(name: str, node: Node, file: str) -> object:
    """Read the value of setting `name`; raise ConfigError with its line."""
    key = KEYS[name]
    if key.kind == "choice":
        return choice(name, node, key.choices, file)
    return READERS[key.kind](name, node, file)


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
    listed, near = "、".join(choices), suggestion(given, choices)
    english = ", ".join(choices)
    raise ConfigError(
        Words(f"{name} 不能是 {given}，可以是 {listed}{near.zh}", f"{name} cannot be {given}; use {english}{near.en}"),
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
            near = suggestion(key, known)
            words = Words(f"{what.zh}里没有 {key}{near.zh}", f"{what.en} has no {key}{near.en}")
            raise ConfigError(words, file, child.line)
    return node.value


def outputs(name: str, node: Node, file: str) -> tuple[Output, ...]:
    """Read `format` or `format=file` entries."""
    return tuple(parse_output(entry) for entry in texts(name, node, file))


def limits(name: str, node: Node, file: str) -> dict[str, int]:
    """Read the readers' limits by name."""
    from perf_lint.readers.base import Limits

    known = tuple(Limits._fields)
    return {key: count(f"{name}.{key}", child, file) for key, child in mapping(name, node, file, known).items()}


def suppressions(name: str, node: Node, file: str) -> tuple[Suppression, ...]:
    """Read the suppressions; each needs a reason, and a rule or a fingerprint."""
    if not isinstance(node.value, list):
        raise ConfigError(Words(f"{name} 应当是一个列表", f"{name} must be a list"), file, node.line)
    return tuple(_suppression(f"{name}[{at}]", child, file) for at, child in enumerate(node.value, start=1))


def _suppression(name: str, node: Node, file: str) -> Suppression:
    nodes = mapping(name, node, file, SUPPRESSION_KEYS)
    fields = {key: text(f"{name}.{key}", child, file).strip() for key, child in nodes.items()}
    if not fields.get("reason"):
        raise ConfigError(Words(f"{name} 没有写理由（reason）", f"{name} gives no reason"), file, node.line)
    if not fields.get("rule") and not fields.get("fingerprint"):
        words = Words(f"{name} 要写明规则（rule）或指纹（fingerprint）", f"{name} needs a rule or a fingerprint")
        raise ConfigError(words, file, node.line)
    if fields.get("expires") and not _is_date(fields["expires"]):
        words = Words(
            f"{name}.expires 应当是日期，例如 2026-12-31", f"{name}.expires must be a date such as 2026-12-31"
        )
        raise ConfigError(words, file, nodes["expires"].line)
    return Suppression(**fields, origin=f"{file}:{node.line}")


def _is_date(given: str) -> bool:
    try:
        date.fromisoformat(given)
    except ValueError:
        return False
    return True


def _overrides(name: str, node: Node, file: str) -> object:
    from perf_lint.config.overrides import overrides

    return overrides(name, node, file)


READERS: dict[str, Callable[[str, Node, str], object]] = {
    "text": text,
    "list": texts,
    "count": count,
    "flag": flag,
    "limits": limits,
    "outputs": outputs,
    "overrides": _overrides,
    "suppressions": suppressions,
}
