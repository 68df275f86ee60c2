"""Turn `at` and `related` into symbolic places: the object that owns the place, and the path within its form."""

from collections.abc import Mapping
from typing import Any, TypeVar

from perf_lint.expr.codegen import Operand, Scope, Writer
from perf_lint.model.records import Record

Owner = TypeVar("Owner")


class Ref(Record):
    """A place: the objects that were passed on the way to it, and the field path within its form.

    The last of the objects that is a form or a row of one tells which form is meant.
    """

    passed: tuple[Any, ...]
    path: str

    def owner(self, owners: Mapping[int, Owner], default: Owner) -> Owner:
        """Give what `owners` knows, by id() of a form, of the last object that is one of its forms or a row of one.

        `default` is one of the owners; where it is the only one it is the answer.
        """
        if len(owners) == 1:
            return default
        for thing in reversed(self.passed):
            found = owners.get(id(thing), owners.get(_form_of(thing)))
            if found is not None:
                return found
        return default


def _form_of(thing: Any) -> int:
    """Give the id() of the form that a row belongs to; 0 for anything else."""
    form = getattr(thing, "form", 0)
    return form if isinstance(form, int) else 0


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
    return f"{writer.constant(refs)}({', '.join([base, *steps])})"


def refs(base: Any, *steps: tuple[Any, str]) -> list[Ref]:
    """Follow field names from an object; a list gives a place for each element, null gives none."""
    if isinstance(base, list | tuple) and not isinstance(base, Ref):
        return [ref for item in base for ref in refs(item)]
    path = getattr(base, "path", None)
    if path is None:
        return []
    for value, name in steps:
        own = getattr(value, "path", None)
        path = own if own is not None else f"{path}.{name}" if path else name
    passed = (base, *(value for value, _ in steps))
    items = [item for item in passed[-1] if hasattr(item, "path")] if isinstance(passed[-1], tuple) else []
    return [Ref((*passed, item), item.path) for item in items] or [Ref(passed, path)]


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
