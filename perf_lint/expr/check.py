"""Check the names and types of an expression before it ever runs."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from perf_lint.expr.errors import ExprError, RefusedError
from perf_lint.expr.registry import FUNCTIONS, Function
from perf_lint.expr.tree import Node
from perf_lint.expr.types import NUMBERS, ORDERED, element, filled, is_list, joined, plain, spoken, unify
from perf_lint.model.words import Words

MAX_NESTED_LOOPS = 5
PLACES = ("name", "field", "index", "macro", "call")
"""Kinds of nodes that can mean a place."""

Fields = Mapping[str, Mapping[str, str]]
"""Attributes and their types, by type name."""


class Checker:
    """Check expressions of one rule: `variables` are in scope, `fields` are what objects have."""

    def __init__(self, fields: Fields, variables: dict[str, str], lists: Collection[str] = ()) -> None:
        self.fields = fields
        self.variables = variables
        self.lists = lists
        """Names of word lists that the pack brings itself."""
        self.used_lists: set[str] = set()
        self.loops = 0

    def check(self, node: Node, wanted: str = "") -> Node:
        """Give the tree with types filled in; raise ExprError at the first mistake."""
        checked: Node = getattr(self, f"_{node.kind}")(node)
        if wanted and not unify(wanted, checked.type, {}):
            raise ExprError(
                Words(
                    f"这里要的是{spoken(wanted)}，得到的是{spoken(checked.type)}",
                    f"wanted {wanted}, got {checked.type}",
                ),
                node.start,
            )
        return checked

    def places(self, node: Node) -> Node:
        """Check an expression that means places: its lists and branches may mix types."""
        if node.kind == "list":
            return node._replace(type="list(any)", args=(tuple(self.places(item) for item in node.args[0]),))
        if node.kind == "cond":
            test, then, other = node.args
            parts = (self.check(test, "bool"), self.places(then), self.places(other))
            return node._replace(type="any", args=parts)
        if node.kind == "binary" and node.args[0] == "+":
            return node._replace(type="any", args=("+", self.places(node.args[1]), self.places(node.args[2])))
        if node.kind not in PLACES:
            raise ExprError(
                Words("这里要写位置，例如 form.goal、i.value", "write a place here, such as form.goal or i.value"),
                node.start,
            )
        return self.check(node)

    def _literal(self, node: Node) -> Node:
        return node

    def _name(self, node: Node) -> Node:
        name = node.args[0]
        if name not in self.variables:
            raise unknown(Words("名称", "name"), name, self.variables, node.start)
        return node._replace(type=self.variables[name])

    def _list(self, node: Node) -> Node:
        items = tuple(self.check(item) for item in node.args[0])
        type_ = "any"
        for item in items:
            both = None if item.type == "null" else joined(type_, item.type)
            if both is None:
                raise ExprError(
                    Words(f"列表里混有{spoken(type_)}和{spoken(item.type)}", f"the list mixes {type_} and {item.type}"),
                    item.start,
                )
            type_ = both
        return node._replace(type=f"list({type_})", args=(items,))

    def _field(self, node: Node) -> Node:
        owner = self.check(node.args[0])
        name = node.args[1]
        if owner.type == "any":  # a step that is wrong elsewhere, or the element of an empty list
            return node._replace(type="any", args=(owner, name))
        known = self.fields.get(owner.type)
        if known is None:
            raise ExprError(
                Words(f"{spoken(owner.type)}没有「{name}」这样的字段", f"{owner.type} has no field “{name}”"),
                node.start,
                len(name),
            )
        if name not in known:
            own = Words(f"{spoken(owner.type)}的字段", f"field of {owner.type}")
            label = Words("参数", "parameter") if owner.type == "params" else own
            raise unknown(label, name, known, node.start)
        return node._replace(type=plain(known[name]), args=(owner, name))

    def _index(self, node: Node) -> Node:
        owner, number = self.check(node.args[0]), self.check(node.args[1], "int")
        if owner.type != "any" and not is_list(owner.type):
            raise ExprError(Words(f"{spoken(owner.type)}不能用 [ ] 取第几项", f"{owner.type} takes no [ ]"), node.start)
        return node._replace(type=element(owner.type), args=(owner, number))

    def _unary(self, node: Node) -> Node:
        operator, operand = node.args
        checked = self.check(operand, "bool" if operator == "!" else "decimal")
        return node._replace(type=checked.type, args=(operator, checked))

    def _cond(self, node: Node) -> Node:
        test, then, other = self.check(node.args[0], "bool"), self.check(node.args[1]), self.check(node.args[2])
        both = joined(then.type, other.type)
        if both is None:
            raise ExprError(
                Words(
                    f"? : 的两边一个是{spoken(then.type)}，一个是{spoken(other.type)}",
                    f"the sides of ? : are {then.type} and {other.type}",
                ),
                other.start,
            )
        return node._replace(type=both, args=(test, then, other))

    def _binary(self, node: Node) -> Node:
        operator = node.args[0]
        left, right = self.check(node.args[1]), self.check(node.args[2])
        type_ = binary_type(operator, left.type, right.type)
        if type_ is None:
            raise ExprError(
                Words(
                    f"{spoken(left.type)} {operator} {spoken(right.type)}：两边的类型合不到一起",
                    f"{left.type} {operator} {right.type}: the types do not go together",
                ),
                node.start,
                len(operator),
            )
        return node._replace(type=type_, args=(operator, left, right))

    def _macro(self, node: Node) -> Node:
        name, source, variable, body = node.args
        items = self.check(source)
        refused = self._no_loop(name, items.type, variable)
        if refused is not None:
            raise ExprError(refused, node.start, len(name))
        self.loops += 1
        self.variables[variable] = element(items.type)
        try:
            checked = self.check(body, "bool" if name in ("all", "exists", "exists_one", "filter", "first") else "")
        finally:
            del self.variables[variable]
            self.loops -= 1
        return node._replace(type=_macro_type(node, items.type, checked.type), args=(name, items, variable, checked))

    def _no_loop(self, name: str, items: str, variable: str) -> Words | None:
        """Say why there can be no loop here over something of type `items`."""
        if items != "any" and not is_list(items):
            return Words(
                f".{name}(…) 前面要是列表，得到的是{spoken(items)}",
                f"a list must stand before .{name}(…), got {items}",
            )
        if variable in self.variables:
            return Words(f"变量「{variable}」已经用过，换一个名字", f"the name “{variable}” is taken; choose another")
        if self.loops == MAX_NESTED_LOOPS:
            return Words(f"循环嵌套超过 {MAX_NESTED_LOOPS} 层", f"loops nested more than {MAX_NESTED_LOOPS} deep")
        return None

    def _call(self, node: Node) -> Node:
        name, given = node.args[0], node.args[1]
        overloads = FUNCTIONS.get(name)
        if overloads is None:
            raise unknown(Words("函数", "function"), name, FUNCTIONS, node.start)
        args = tuple(self.check(arg) for arg in given)
        for number, entry in enumerate(overloads):
            letters: dict[str, str] = {}
            if len(args) == len(entry.params) and all(
                unify(wanted, arg.type, letters) for wanted, arg in zip(entry.params, args, strict=True)
            ):
                self._check_literals(entry, args)
                return node._replace(type=filled(entry.result, letters), args=(name, args, number))
        got = "、".join(spoken(arg.type) for arg in args)
        types = ", ".join(arg.type for arg in args)
        ways = [entry.signature for entry in overloads]
        raise ExprError(
            Words(
                f"{name} 不接受（{got}），写法是 {'；'.join(ways)}",
                f"{name} does not take ({types}): {'; '.join(ways)}",
            ),
            node.start,
            len(name),
        )

    def _check_literals(self, entry: Function, args: tuple[Node, ...]) -> None:
        for number, prepare in entry.prepare.items():
            arg = args[number]
            if arg.kind != "literal":
                words = Words(
                    f"{entry.name} 的第 {number + 1} 个参数要直接写成文字",
                    f"argument {number + 1} of {entry.name} must be written out as text",
                )
                raise ExprError(words, arg.start)
            if entry.name == "words" and arg.args[0] in self.lists:
                self.used_lists.add(arg.args[0])
                continue
            try:
                prepare(arg.args[0])
            except ValueError as error:
                words = error.words if isinstance(error, RefusedError) else Words(str(error), str(error))
                raise ExprError(words, arg.start, len(arg.args[0]) + 2) from None


def binary_type(operator: str, left: str, right: str) -> str | None:
    """Give the type of `left operator right`, or None where they do not go together."""
    numbers = left in (*NUMBERS, "any") and right in (*NUMBERS, "any")
    if operator in ("&&", "||"):
        return "bool" if {left, right} <= {"bool", "any"} else None
    if operator in ("==", "!="):
        return "bool" if joined(left, right) else None
    if operator in ("<", "<=", ">", ">="):
        both = joined(left, right)
        return "bool" if both in (*ORDERED, "any") and "null" not in (left, right) else None
    if operator == "in":
        return "bool" if is_list(right) and joined(left, element(right)) else None
    if operator == "+" and (left == right == "string" or (is_list(left) and is_list(right))):
        return joined(left, right)
    if not numbers:
        return None
    return "int" if left == right == "int" and operator != "/" else "decimal"


def unknown(what: Words, name: str, known: Iterable[str], start: int) -> ExprError:
    """Make the error for a name nobody declared, with the nearest declared one."""
    from perf_lint.text.spelling import near_name  # only for mistakes

    near = near_name(name, known, 0.5)
    return ExprError(Words(f"没有{what.zh}「{name}」{near.zh}", f"no {what.en} “{name}”{near.en}"), start, len(name))


def _macro_type(node: Node, items: str, body: str) -> str:
    name = node.args[0]
    if name in ("all", "exists", "exists_one"):
        return "bool"
    if name == "map":
        return f"list({body})"
    if name == "first":
        return element(items)
    if name == "flat":
        if not is_list(body):
            raise ExprError(
                Words(f".flat(…) 里要得到列表，得到的是{spoken(body)}", f".flat(…) needs a list, got {body}"),
                node.start,
            )
        return body
    if name == "group":
        return f"list({items})"
    return items
