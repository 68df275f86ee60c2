"""Compile the expressions of a rule into two functions: one that decides, one that reports."""

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from perf_lint.expr.codegen import Operand, Scope, Writer
from perf_lint.expr.errors import UnsafeTreeError
from perf_lint.expr.labels import labels
from perf_lint.expr.made import Decide, Part, Written, gate


class Source(NamedTuple):
    """The checked trees of a rule, as far as they decide."""

    root: str
    """`form` or `forms`: the variable that is given."""
    each: Any = None
    item: str = ""
    """Name of the variable of `each`; empty where the rule runs once."""
    lets: Sequence[tuple[str, Any]] = ()
    when: Any = None
    check: Any = None
    params: Sequence[str] = ()
    words: Mapping[str, Sequence[str]] = MappingProxyType({})
    """Word lists of the rule's own pack."""
    used: Mapping[str, Sequence[str]] = MappingProxyType({})
    """The names in `each`, `when`, `assert` and in each step (`let.` and its name), where they are known already."""


WritePart = Callable[[Writer, Any, Scope], str]
"""Write the statements of an expression and give the Python expression for its value."""


def compile_decide(source: Source) -> Decide:
    """Make the function of `each`, `when` and `assert`; raise UnsafeTreeError for a tree that no checker made."""
    return write_decide(source).made()  # type: ignore[no-any-return]


def compile_part(source: Source, node: Any, write: WritePart | None = None) -> Part:
    """Make the function of one expression; it raises Unknown where a value is missing, and may give null."""
    return write_part(source, node, write).made()  # type: ignore[no-any-return]


@gate()
def write_decide(source: Source) -> Written:
    """Write what `compile_decide` makes; raise UnsafeTreeError for a tree that no checker made."""
    writer = Writer(labels(), source.words)
    scope = _base_scope(source)
    uses = _uses(source)
    in_when = _needed(uses, _used(source, "when", source.when))
    needed = in_when | _needed(uses, _used(source, "assert", source.check))
    per_item = _dependent(source, uses)
    writer.line("n = 0")
    writer.line("out = []")
    if source.each is not None:
        in_each = _needed(uses, _used(source, "each", source.each))
        _open_loop(writer, source, scope, in_each, needed - per_item)
        inner, leave = [let for let in source.lets if let[0] in needed & per_item], "continue"
    else:
        writer.line("item = None")
        inner, leave = [let for let in source.lets if let[0] in needed], "return out"
    writer.line("try:")
    writer.indent += 1
    _write_lets(writer, scope, [let for let in inner if let[0] in in_when])
    if source.when is not None:
        writer.line(f"if not {writer.strict(source.when, scope)}: {leave}")
    _write_lets(writer, scope, [let for let in inner if let[0] not in in_when])
    writer.line(f"if not {writer.strict(source.check, scope)}: out.append((item, None))")
    writer.indent -= 1
    writer.line("except Unknown as unknown: out.append((item, unknown.with_traceback(None)))")
    writer.indent = 1
    writer.line("return out")
    return _written(writer, "root, params, limit")


def _open_loop(writer: Writer, source: Source, scope: Scope, in_each: Container[str], once: Container[str]) -> None:
    """Write the loop over `each`, and before it the steps that it needs and those that are the same for every item."""
    before = [let for let in source.lets if let[0] in in_each]
    _write_lets(writer, scope, before)
    items = writer.kept(writer.strict(source.each, scope))
    writer.line(f"n += len({items})")
    writer.line("if n > limit: raise BudgetError")
    hoisted = [let for let in source.lets if let[0] in once and let not in before]
    if hoisted:
        writer.line(f"if not {items}: return out")
    _write_lets(writer, scope, hoisted)
    writer.line(f"for item in {items}:")
    writer.indent += 1
    scope[source.item] = Operand("item", None, "", source.item)


@gate()
def write_part(source: Source, node: Any, write: WritePart | None = None) -> Written:
    """Write what `compile_part` makes; raise UnsafeTreeError for a tree that no checker made."""
    writer = Writer(labels(), source.words)
    scope = _base_scope(source)
    writer.line("n = 0")
    if source.item:
        scope[source.item] = Operand("item", None, "", source.item)
    needed = _needed(_uses(source), names(node))
    _write_lets(writer, scope, [let for let in source.lets if let[0] in needed])
    result = write(writer, node, scope) if write else writer.value(node, scope).code
    writer.line(f"return {result}")
    return _written(writer, "root, item, params, limit")


def _written(writer: Writer, parameters: str) -> Written:
    text = "\n".join([f"def rule({parameters}):", *writer.lines])
    try:
        code = compile(text, "<rule>", "exec", dont_inherit=True, optimize=1)
    except (SyntaxError, RecursionError, MemoryError, ValueError) as error:
        raise UnsafeTreeError(f"cannot compile: {error}") from error
    return Written(code, writer.constants)


def _base_scope(source: Source) -> Scope:
    if source.root not in ("form", "forms"):
        raise UnsafeTreeError(f"root {source.root!r}")
    scope: Scope = {source.root: Operand("root", None, "", source.root)}
    for number, name in enumerate(source.params):
        scope[f"params.{name}"] = Operand(f"params[{number}]", None, "", name)
    return scope


def _write_lets(writer: Writer, scope: Scope, lets: Iterable[tuple[str, Any]]) -> None:
    """Compute named steps now, and let what they could not know surface only where they are used."""
    for name, node in lets:
        target = writer.fresh("v")
        before = len(writer.lines)
        outer, writer.raises = writer.raises, False
        writer.indent += 1
        operand = writer.value(node, scope)
        writer.line(f"{target} = {operand.code}")
        writer.indent -= 1
        body = writer.lines[before:]
        del writer.lines[before:]
        why = operand.why
        if why is not None:
            why = writer.reason(operand.label or f"「{name}」", operand.path or name)
        if writer.raises:
            writer.line("try:")
            writer.lines += body
            writer.line(f"except Unknown as unknown: {target} = unknown.with_traceback(None)")
        else:
            writer.lines += [text[1:] for text in body]
        scope[name] = Operand(target, why, operand.label, operand.path or name, writer.raises)
        writer.raises = outer


Uses = Mapping[str, Sequence[str]]
"""The names that each named step uses directly."""


def _uses(source: Source) -> Uses:
    return {name: _used(source, f"let.{name}", node) for name, node in source.lets}


def _used(source: Source, key: str, node: Any) -> Sequence[str]:
    known = source.used.get(key)
    return names(node) if known is None else known


def _needed(uses: Uses, directly: Sequence[str]) -> frozenset[str]:
    """Give the named steps that an expression uses, through others too; `directly` are the names in it."""
    found: set[str] = set()
    waiting = list(directly)
    while waiting:
        name = waiting.pop()
        if name in uses and name not in found:
            found.add(name)
            waiting += uses[name]
    return frozenset(found)


def _dependent(source: Source, uses: Uses) -> frozenset[str]:
    """Give the named steps that differ from item to item."""
    found: set[str] = set()
    for name, used in uses.items():
        if source.item in used or not found.isdisjoint(used):
            found.add(name)
    return frozenset(found)


def names(node: Any) -> list[str]:
    """Give the names in a tree, in any order."""
    found = []
    waiting = [node]
    while waiting:
        part = waiting.pop()
        if isinstance(part, str) or not isinstance(part, list | tuple):
            continue
        if len(part) == 4 and part[0] == "name":
            found.append(part[3][0])
        else:
            waiting += part
    return found
