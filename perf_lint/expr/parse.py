"""Turn the text of an expression into a tree, with mistakes told in plain words."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from perf_lint.expr.errors import ExprError
from perf_lint.expr.tree import MAX_DEPTH, Node, children

if TYPE_CHECKING:
    from lark import Lark, Token

MAX_LENGTH = 4000
"""Longest expression, in characters."""

FULL_WIDTH = dict(zip("，。（）［］！＝＜＞＋－×÷＊／？：“”‘’【】；", ",.()[]!=<>+-*/*/?:\"\"''[];", strict=True))


def parse(text: str) -> Node:
    """Read one expression; raise ExprError with the place of the first mistake."""
    if len(text) > MAX_LENGTH:
        raise ExprError(f"表达式太长：{len(text)} 字，最多 {MAX_LENGTH} 字", 0, 1)
    from lark.exceptions import UnexpectedCharacters, UnexpectedToken

    try:
        tree: Any = _parser().parse(text)
    except UnexpectedCharacters as error:
        raise _bad_character(text, error.pos_in_stream or 0) from None
    except UnexpectedToken as error:
        raise _bad_token(text, error.token) from None
    node: Node = tree.children[0]
    _limit_depth(node, 0)
    return node


@cache
def _parser() -> Lark:
    from lark import Lark

    from perf_lint.expr.build import TreeBuilder

    grammar = (Path(__file__).parent / "grammar.lark").read_text("utf-8")
    return Lark(grammar, parser="lalr", lexer="basic", transformer=TreeBuilder())


def _limit_depth(node: Node, depth: int) -> None:
    if depth > MAX_DEPTH:
        raise ExprError(f"嵌套超过 {MAX_DEPTH} 层", node.start)
    for child in children(node):
        _limit_depth(child, depth + 1)


def _bad_character(text: str, position: int) -> ExprError:
    character = text[position]
    if character in FULL_WIDTH:
        return ExprError(f"全角符号「{character}」，请改为半角「{FULL_WIDTH[character]}」", position)
    if character in "\"'":
        return ExprError("引号没有成对", position)
    if character in "&|=":
        doubled = character * 2
        return ExprError(f"「{character}」要写两个：{doubled}", position)
    return ExprError(f"这里不能有「{character}」", position)


def _bad_token(text: str, token: Token) -> ExprError:
    if token.type == "$END":
        return ExprError("表达式没有写完", len(text.rstrip()))
    if token.value in ("and", "or", "not"):
        meant = {"and": "&&", "or": "||", "not": "!"}[token.value]
        return ExprError(f"「{token.value}」请写作 {meant}", token.start_pos or 0, len(token))
    return ExprError(f"这里不应出现「{token.value}」", token.start_pos or 0, len(token))
