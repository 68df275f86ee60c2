"""Read what a configuration changes in rules: by code or family, for all forms or for some files and elements."""

from __future__ import annotations

from collections.abc import Iterator

from perf_lint.config.errors import ConfigError
from perf_lint.config.keys import OVERRIDE_KEYS
from perf_lint.config.source import Node
from perf_lint.config.values import choice, flag, mapping, text, texts
from perf_lint.model.suppression import Change
from perf_lint.model.terms import SETTABLE
from perf_lint.model.words import Words


def overrides(name: str, node: Node, file: str) -> tuple[Change, ...]:
    """Read changes as a mapping of codes, or as a list whose entries name their `rules` as in a pack.yaml."""
    return tuple(_entries(name, node, file))


def _entries(name: str, node: Node, file: str) -> Iterator[Change]:
    if not isinstance(node.value, list):
        for code, child in mapping(name, node, file).items():
            where = f"{name}.{code}"
            yield _override(where, child, (code,), mapping(where, child, file, OVERRIDE_KEYS), file)
        return
    for number, child in enumerate(node.value, start=1):
        where = f"{name}[{number}]"
        fields = mapping(where, child, file, ("rules", *OVERRIDE_KEYS))
        codes = texts(f"{where}.rules", fields["rules"], file) if "rules" in fields else ()
        if not codes:
            words = Words(f'{where} 没有写明规则（rules），全部规则写 "*"', f'{where} names no rules; "*" for all')
            raise ConfigError(words, file, child.line)
        yield _override(where, child, codes, fields, file)


def _override(where: str, node: Node, codes: tuple[str, ...], fields: dict[str, Node], file: str) -> Change:
    severity = choice(f"{where}.severity", fields["severity"], SETTABLE, file) if "severity" in fields else ""
    if "off" in fields and flag(f"{where}.off", fields["off"], file):
        severity = "off"
    params = _params(f"{where}.params", fields["params"], file) if "params" in fields else {}
    if not severity and not params:
        words = Words(
            f"{where} 什么也没有改：写 severity、off 或 params",
            f"{where} changes nothing: give severity, off or params",
        )
        raise ConfigError(words, file, node.line)
    files, elements = (
        texts(f"{where}.{key}", fields[key], file) if key in fields else () for key in ("files", "elements")
    )
    return Change(codes, severity, params, files, elements, f"{file}:{node.line}")


def _params(name: str, node: Node, file: str) -> dict[str, str | tuple[str, ...]]:
    """Read parameters: a text, or a list for a parameter that is one."""
    return {
        key: texts(f"{name}.{key}", child, file)
        if isinstance(child.value, list)
        else text(f"{name}.{key}", child, file)
        for key, child in mapping(name, node, file).items()
    }
