"""Turn the text of an expression into a tree, with mistakes told in plain words."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from perf_lint.expr.errors import ExprError
from perf_lint.expr.tree import MAX_DEPTH, Node, children
from perf_lint.model.words import Words

if TYPE_CHECKING:
    from lark import Lark, Token

MAX_LENGTH = 4000
"""Longest expression, in characters."""

FULL_WIDTH = dict(zip("，。（）［］！＝＜＞＋－×÷＊／？：“”‘’【】；", ",.()[]!=<>+-*/*/?:\"\"''[];", strict=True))


def parse(text: str) -> Node:
    """Read one expression; raise ExprError with the place of the first mistake."""
    if len(text) > MAX_LENGTH:
        raise ExprError(
            Words(
                f"表达式太长：{len(text)} 字，最多 {MAX_LENGTH} 字",
                f"the expression is too long: {len(text)} characters, {MAX_LENGTH} at most",
            ),
            0,
            1,
        )
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
        raise ExprError(Words(f"嵌套超过 {MAX_DEPTH} 层", f"nested more than {MAX_DEPTH} deep"), node.start)
    for child in children(node):
        _limit_depth(child, depth + 1)


def _bad_character(text: str, position: int) -> ExprError:
    character = text[position]
    if character in FULL_WIDTH:
        plain = FULL_WIDTH[character]
        return ExprError(
            Words(f"全角符号「{character}」，请改为半角「{plain}」", f"full-width “{character}”: write “{plain}”"),
            position,
        )
    if character in "\"'":
        return ExprError(Words("引号没有成对", "the quotation mark is not closed"), position)
    if character in "&|=":
        doubled = character * 2
        return ExprError(
            Words(f"「{character}」要写两个：{doubled}", f"write “{character}” twice: {doubled}"), position
        )
    return ExprError(Words(f"这里不能有「{character}」", f"“{character}” cannot stand here"), position)


def _bad_token(text: str, token: Token) -> ExprError:
    if token.type == "$END":
        return ExprError(Words("表达式没有写完", "the expression is not finished"), len(text.rstrip()))
    if token.value in ("and", "or", "not"):
        meant = {"and": "&&", "or": "||", "not": "!"}[token.value]
        words = Words(f"「{token.value}」请写作 {meant}", f"write {meant} for “{token.value}”")
        return ExprError(words, token.start_pos or 0, len(token))
    words = Words(f"这里不应出现「{token.value}」", f"“{token.value}” is not expected here")
    return ExprError(words, token.start_pos or 0, len(token))
