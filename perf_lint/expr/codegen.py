"""Write Python statements for a checked tree.

This is also the gate for trees that come from a cache: whatever the tree says, the code names only variables bound
here, attributes that the vocabulary declares, operators of a table and functions of the registry.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from perf_lint.expr.errors import UnsafeTreeError
from perf_lint.expr.labels import Labels
from perf_lint.expr.loops import LOOPS
from perf_lint.expr.made import Recipe
from perf_lint.expr.registry import Function, overload


class Operand(NamedTuple):
    """Python code for a value; `why` is the code of the reason to give where it is null, None where it never is."""

    code: str
    why: str | None = None
    label: str = ""
    """Chinese name of the value, for the reason."""
    path: str = ""
    """The same in the rule's own words, for the English reason."""
    deferred: bool = False
    """True where the variable may hold an Unknown instead of a value."""


Scope = dict[str, Operand]
KINDS = ("literal", "name", "list", "field", "index", "unary", "cond", "binary", "call", "macro")
COMPARISONS = {"==", "!=", "<", "<=", ">", ">=", "in"}
COSTS = {
    "similarity": "len({0}) + len({1}) >> 3",
    "nearest": "len({1}) * (1 + (len({0}) >> 2))",
}
"""Steps that a call takes where its work grows with its arguments; what is not here works at the speed of C."""
INLINE = {"size": "len({0})", "default": "({1} if {0} is None else {0})", "has": "({0} is not None)"}
"""What takes less time than a call: the arguments stand in variables."""
GROWING = ("replace", "join")
"""Functions whose result may be longer than their arguments."""
HELPERS = {"/": "quotient", "%": "remainder", "*": "product"}


class Writer:
    """Collect the lines of one function and the recipes of the constants that it uses."""

    def __init__(self, labels: Labels, words: Mapping[str, Sequence[str]] | None = None) -> None:
        self.labels = labels
        self.words = words or {}
        """Word lists of the rule's own pack."""
        self.lines: list[str] = []
        self.indent = 1
        self.constants: dict[str, Recipe] = {}
        self.raises = False
        """Whether anything written since it was last cleared may raise Unknown."""
        self._counter = 0

    def line(self, text: str) -> None:
        """Add a line at the current indentation."""
        self.lines.append(" " * self.indent + text)

    def fresh(self, prefix: str = "t") -> str:
        """Give a variable name not used before."""
        self._counter += 1
        return f"{prefix}{self._counter}"

    def constant(self, kind: str, *given: Any) -> str:
        """Give the name under which the function finds a constant that is made so (see `made.MAKERS`)."""
        name = self.fresh("K")
        self.constants[name] = (kind, *given)
        return name

    def kept(self, code: str) -> str:
        """Give a plain variable holding the value of `code`."""
        if code.isidentifier():
            return code
        name = self.fresh()
        self.line(f"{name} = {code}")
        return name

    # Expressions

    def value(self, node: Any, scope: Scope) -> Operand:
        """Write what computes a node; the operand may be null."""
        kind, _, type_, args = node
        if kind not in KINDS:
            raise UnsafeTreeError(f"kind {kind!r}")
        writer: Callable[[str, Any, Scope], Operand] = getattr(self, f"_{kind}")
        return writer(type_, args, scope)

    def strict(self, node: Any, scope: Scope) -> str:
        """Write what computes a node, and the check that it is not null."""
        return self.present(self.value(node, scope))

    def present(self, operand: Operand) -> str:
        """Write the check that an operand is not null."""
        if operand.why is None:
            return operand.code
        name = self.kept(operand.code)
        self.line(f"if {name} is None: raise Unknown({operand.why})")
        self.raises = True
        return name

    def reason(self, label: str, path: str) -> str:
        """Keep the reason for a missing value."""
        return self.constant("words", f"缺少{label}", f"{path} is missing")

    def _literal(self, type_: str, args: Any, _scope: Scope) -> Operand:
        text = args[0]
        if not isinstance(text, str):
            raise UnsafeTreeError("literal")
        if type_ == "int":
            return Operand(repr(int(text)))
        if type_ == "decimal":
            return Operand(self.constant("decimal", text))
        if type_ == "string":
            return Operand(repr(text))
        if type_ == "bool":
            return Operand("True" if text == "true" else "False")
        return Operand("None", self.constant("words", "值为 null", "the value is null"))

    def _name(self, _type: str, args: Any, scope: Scope) -> Operand:
        try:
            operand = scope[args[0]]
        except (KeyError, TypeError):
            raise UnsafeTreeError(f"name {args[0]!r}") from None
        if operand.deferred:
            self.line(f"if {operand.code}.__class__ is Unknown: raise {operand.code}")
            self.raises = True
        return operand

    def _list(self, _type: str, args: Any, scope: Scope) -> Operand:
        items = [self.strict(item, scope) for item in args[0]]
        return Operand(f"[{', '.join(items)}]")

    def _field(self, _type: str, args: Any, scope: Scope) -> Operand:
        owner_node, name = args
        if owner_node[0] == "name" and owner_node[3][0] == "params":
            try:
                return scope[f"params.{name}"]
            except KeyError:
                raise UnsafeTreeError(f"parameter {name!r}") from None
        if name not in self.labels.safe:
            raise UnsafeTreeError(f"attribute {name!r}")
        owner = self.value(owner_node, scope)
        label = self.labels.names.get((owner_node[2], name), name)
        if owner.label:
            label = f"{owner.label}的{label}"
        path = f"{owner.path}.{name}"
        result = self.fresh()
        if owner.why is None:
            self.line(f"{result} = {owner.code}.{name}")
            return Operand(result, self.reason(label, path), label, path)
        held = self.kept(owner.code)
        self.line(f"{result} = None if {held} is None else {held}.{name}")
        return Operand(result, f"{owner.why} if {held} is None else {self.reason(label, path)}", label, path)

    def _index(self, _type: str, args: Any, scope: Scope) -> Operand:
        items, number = self.kept(self.strict(args[0], scope)), self.kept(self.strict(args[1], scope))
        why = self.constant("words", "列表没有这一项", "the list has no such item")
        self.raises = True
        self.line(f"if not 0 <= {number} < len({items}): raise Unknown({why})")
        return Operand(f"{items}[{number}]")

    def _unary(self, _type: str, args: Any, scope: Scope) -> Operand:
        operator = {"!": "not ", "-": "-"}[args[0]]
        return Operand(f"({operator}{self.strict(args[1], scope)})")

    def _cond(self, _type: str, args: Any, scope: Scope) -> Operand:
        result = self.fresh()
        self.line(f"if {self.strict(args[0], scope)}:")
        whys = []
        for number, branch in enumerate(args[1:]):
            if number:
                self.line("else:")
            self.indent += 1
            operand = self.value(branch, scope)
            self.line(f"{result} = {operand.code}")
            whys.append(operand.why)
            self.indent -= 1
        if any(whys):
            return Operand(result, self.reason("所需的值", "value"))
        return Operand(result)

    def _binary(self, type_: str, args: Any, scope: Scope) -> Operand:
        operator, left, right = args
        if operator in ("&&", "||"):
            return self._logic(operator, left, right, scope)
        if operator in ("==", "!="):
            for side, other in ((left, right), (right, left)):
                if side[0] == "literal" and side[2] == "null":
                    word = "is" if operator == "==" else "is not"
                    return Operand(f"({self.value(other, scope).code} {word} None)")
        first = self.value(left, scope).code if operator == "in" else self.strict(left, scope)
        second = self.strict(right, scope)
        if operator in HELPERS:
            return Operand(self._helped(operator, first, second))
        if operator == "+" and (type_ == "string" or type_.startswith("list(")):
            as_list = "list({})" if type_ != "string" else "{}"
            return Operand(self._grown(f"concatenated({as_list.format(first)}, {as_list.format(second)})"))
        if operator not in COMPARISONS and operator not in ("+", "-"):
            raise UnsafeTreeError(f"operator {operator!r}")
        return Operand(f"({first} {operator} {second})")

    def _helped(self, operator: str, first: str, second: str) -> str:
        if operator != "*":
            self.raises = True
        return f"{HELPERS[operator]}({first}, {second})"

    def _logic(self, operator: str, left: Any, right: Any, scope: Scope) -> Operand:
        first = self.strict(left, scope)
        before = len(self.lines)
        self.indent += 1
        second = self.strict(right, scope)
        self.indent -= 1
        if len(self.lines) == before:
            return Operand(f"({first} {'and' if operator == '&&' else 'or'} {second})")
        tail = self.lines[before:]
        del self.lines[before:]
        result = self.fresh()
        self.line(f"{result} = {first}")
        self.line(f"if {'' if operator == '&&' else 'not '}{result}:")
        self.lines += tail
        self.indent += 1
        self.line(f"{result} = {second}")
        self.indent -= 1
        return Operand(result)

    def _call(self, _type: str, args: Any, scope: Scope) -> Operand:
        name, given, number = args
        try:
            entry = overload(name, number)
        except (KeyError, IndexError, TypeError):
            raise UnsafeTreeError(f"function {name!r}") from None
        if len(given) != len(entry.params):
            raise UnsafeTreeError(f"arguments of {name!r}")
        codes = [self._argument(entry, number, place, arg, scope) for place, arg in enumerate(given)]
        if entry.constant:
            return Operand(self.constant("result", name, number, *(self.constants[code] for code in codes)))
        self.raises = True
        if name in COSTS:
            codes = [self.kept(code) for code in codes]
            self.line(f"n += {COSTS[name].format(*codes)}")
            self.line("if n > limit: raise BudgetError")
        if name in INLINE:
            return Operand(INLINE[name].format(*map(self.kept, codes)))
        code = f"{self.constant('function', name, number)}({', '.join(codes)})"
        if name in GROWING:
            return Operand(self._grown(code))
        if not entry.may_be_null:
            return Operand(code)
        why = self.constant("words", f"{name}(…) 没有结果", f"{name}(…) has no result")
        return Operand(self.kept(code), why)

    def _argument(self, entry: Function, number: int, place: int, arg: Any, scope: Scope) -> str:
        if place in entry.prepare:
            if arg[0] != "literal":
                raise UnsafeTreeError(f"arguments of {entry.name!r}")
            return self._prepared(entry.name, number, place, arg[3][0])
        return self.value(arg, scope).code if entry.accepts_null[place] else self.strict(arg, scope)

    def _grown(self, code: str) -> str:
        """Write what makes a text or list, and charge its length, so that loops cannot fill the memory."""
        result = self.kept(code)
        self.line(f"n += len({result}) >> 6")
        self.line("if n > limit: raise BudgetError")
        return result

    def _prepared(self, name: str, number: int, place: int, text: str) -> str:
        if name == "words" and text in self.words:
            return self.constant("list", *self.words[text])
        return self.constant("prepared", name, number, place, text)

    def _macro(self, _type: str, args: Any, scope: Scope) -> Operand:
        name, source, variable, body = args
        loop = LOOPS.get(name)
        if loop is None or not isinstance(variable, str):
            raise UnsafeTreeError(f"macro {name!r}")
        items = self.kept(self.strict(source, scope))
        self.line(f"n += len({items})")
        self.line("if n > limit: raise BudgetError")
        result, item = self.fresh(), self.fresh("i")
        self.line(f"{result} = {loop.start}")
        self.line(f"for {item} in {items}:")
        self.indent += 1
        operand = self.value(body, {**scope, variable: Operand(item, None, "", variable)})
        value = operand.code if loop.null_allowed else self.present(operand)
        for text in loop.step.format(result=result, item=item, value=value).splitlines():
            self.line(text)
        self.indent -= 1
        if loop.end:
            self.line(f"{result} = {loop.end.format(result=result)}")
        if loop.may_be_null:
            return Operand(result, self.reason("符合条件的一项", f"{name}(…)"))
        return Operand(result)
