"""Write what computes the places that `at` and `related` mean."""

from typing import Any

from perf_lint.expr.codegen import Operand, Scope, Writer


def write_places(writer: Writer, node: Any, scope: Scope) -> str:
    """Write what computes the list of places that an expression means."""
    kind, _, _, args = node
    if kind == "cond":
        result = writer.fresh()
        writer.line(f"if {writer.strict(args[0], scope)}:")
        _write_branch(writer, args[1], scope, result)
        writer.line("else:")
        _write_branch(writer, args[2], scope, result)
        return result
    if kind == "list":
        return " + ".join(write_places(writer, item, scope) for item in args[0]) or "[]"
    if kind == "binary" and args[0] == "+":
        return f"({write_places(writer, args[1], scope)} + {write_places(writer, args[2], scope)})"
    if kind == "macro" and args[0] in ("map", "flat"):
        return _write_loop(writer, args, scope)
    steps: list[str] = []
    while kind == "field" and _owner_is_object(node):
        steps.insert(0, f"({writer.value(node, scope).code}, {args[1]!r})")
        node = args[0]
        kind, _, _, args = node
    base = writer.value(node, scope).code
    return f"{writer.constant('refs')}({', '.join([base, *steps])})"


def _owner_is_object(node: Any) -> bool:
    owner = node[3][0]
    return not (owner[0] == "name" and owner[3][0] == "params")


def _write_branch(writer: Writer, node: Any, scope: Scope, result: str) -> None:
    writer.indent += 1
    writer.line(f"{result} = {write_places(writer, node, scope)}")
    writer.indent -= 1


def _write_loop(writer: Writer, args: Any, scope: Scope) -> str:
    _, source, variable, body = args
    result, item = writer.fresh(), writer.fresh("i")
    items = writer.strict(source, scope)
    writer.line(f"{result} = []")
    writer.line(f"for {item} in {items}:")
    writer.indent += 1
    inner = {**scope, variable: Operand(item, None, "", variable)}
    writer.line(f"{result} += {write_places(writer, body, inner)}")
    writer.indent -= 1
    return result
