"""Build the tree while the parser reads."""

from __future__ import annotations

import re

from lark import Token, Transformer, v_args

from perf_lint.expr.errors import ExprError
from perf_lint.expr.tree import MACROS, Node
from perf_lint.model.words import Words
from perf_lint.text.pattern import lazy_pattern

ESCAPES = {"n": "\n", "t": "\t", "\\": "\\", '"': '"', "'": "'"}
ESCAPE = lazy_pattern(r"\\(u[0-9a-fA-F]{4}|.)")


def _at(token: Token) -> int:
    return token.start_pos or 0


def _literal(type_: str, token: Token, text: str) -> Node:
    return Node("literal", _at(token), type_, (text,))


@v_args(inline=True)
class TreeBuilder(Transformer[Token, Node]):
    """Make one node for each grammar rule."""

    def literal_int(self, token: Token) -> Node:
        """Keep an integer as its digits."""
        return _literal("int", token, str(token))

    def literal_decimal(self, token: Token) -> Node:
        """Keep a decimal as its digits."""
        return _literal("decimal", token, str(token))

    def literal_string(self, token: Token) -> Node:
        """Undo quotes and escapes."""
        if token.type == "RAW":
            return _literal("string", token, token[2:-1])

        def escape(match: re.Match[str]) -> str:
            code = match[1]
            if code[0] == "u" and len(code) > 1:
                return chr(int(code[1:], 16))
            if code not in ESCAPES:
                words = Words(
                    f'不认识的转义 \\{code}；正则请写成 r"…"', f'unknown escape \\{code}; write a pattern as r"…"'
                )
                raise ExprError(words, _at(token) + 1 + match.start(), 2)
            return ESCAPES[code]

        return _literal("string", token, ESCAPE.sub(escape, token[1:-1]))

    def literal_true(self, token: Token) -> Node:
        """Make `true`."""
        return _literal("bool", token, "true")

    def literal_false(self, token: Token) -> Node:
        """Make `false`."""
        return _literal("bool", token, "false")

    def literal_null(self, token: Token) -> Node:
        """Make `null`."""
        return _literal("null", token, "null")

    def name(self, token: Token) -> Node:
        """Make a variable."""
        return Node("name", _at(token), "", (str(token),))

    def list_(self, bracket: Token, *items: Node) -> Node:
        """Make a list."""
        return Node("list", _at(bracket), "", (items,))

    def field(self, owner: Node, token: Token) -> Node:
        """Make a field access."""
        return Node("field", _at(token), "", (owner, str(token)))

    def index(self, owner: Node, bracket: Token, number: Node) -> Node:
        """Make an element access."""
        return Node("index", _at(bracket), "", (owner, number))

    def call(self, token: Token, *args: Node) -> Node:
        """Make a function call."""
        return Node("call", _at(token), "", (str(token), args))

    def method(self, owner: Node, token: Token, *args: Node) -> Node:
        """Make a macro, or the call of a function whose first argument stands before the dot."""
        if token in MACROS:
            if len(args) != 2 or args[0].kind != "name":
                words = Words(f"写法是 {token}(变量, 表达式)", f"write {token}(variable, expression)")
                raise ExprError(words, _at(token), len(token))
            return Node("macro", _at(token), "", (str(token), owner, args[0].args[0], args[1]))
        return Node("call", _at(token), "", (str(token), (owner, *args)))

    def _binary(self, left: Node, operator: Token, right: Node) -> Node:
        return Node("binary", _at(operator), "", (str(operator), left, right))

    or_ = and_ = rel = add = mul = _binary

    def not_(self, operator: Token, operand: Node) -> Node:
        """Make a negation."""
        return Node("unary", _at(operator), "", ("!", operand))

    def neg(self, operator: Token, operand: Node) -> Node:
        """Make a change of sign."""
        return Node("unary", _at(operator), "", ("-", operand))

    def cond(self, test: Node, then: Node, other: Node) -> Node:
        """Make `test ? then : other`."""
        return Node("cond", test.start, "", (test, then, other))
