"""Turn the nodes of a configuration file into typed settings, each by the kind of its key."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from perf_lint.config.errors import ConfigError
from perf_lint.config.keys import KEYS, SUPPRESSION_KEYS
from perf_lint.config.settings import Output, parse_output
from perf_lint.config.source import Node
from perf_lint.config.values import choice, count, flag, mapping, text, texts
from perf_lint.model.suppression import Suppression
from perf_lint.model.words import Words


def typed(name: str, node: Node, file: str) -> object:
    """Read the value of setting `name`; raise ConfigError with its line."""
    key = KEYS[name]
    if key.kind == "choice":
        return choice(name, node, key.choices, file)
    return READERS[key.kind](name, node, file)


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
