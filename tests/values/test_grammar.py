"""The grammar has no conflict, the table is fresh, and our driver reads what lark reads."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lark import Lark, Token, Tree
from lark.exceptions import LarkError

from perf_lint.values.core import quietly, read_core
from perf_lint.values.grammar.build import TABLE, build, lark_parser, word_lists
from perf_lint.values.grammar.driver import Machine, SyntaxStop
from perf_lint.values.grammar.firsts import firsts
from perf_lint.values.grammar.table import load
from perf_lint.values.normal import normal, standard
from perf_lint.values.read import BEYOND_WORDS
from tests.values.tables import labelled

TEXTS = sorted({normal(case.text) for case in labelled()})
PIECES = sorted({text[at : at + 3] for text in TEXTS for at in range(0, len(text), 2)})


@cache
def oracle() -> Lark:
    return lark_parser()


class _Tokens(dict):
    """Answer every rule with an action that joins its tokens."""

    def get(self, _name, _default=None):
        return lambda *children: [token for child in children for token in (child if type(child) is list else [child])]


@cache
def machine() -> Machine:
    return Machine(_Tokens())


def read_by_driver(text: str) -> list[tuple[str, str]] | None:
    try:
        return [(token.kind, token.text) for token in machine().parse(text)]
    except SyntaxStop:
        return None


def read_by_lark(text: str) -> list[tuple[str, str]] | None:
    try:
        tree: Tree = oracle().parse(text)
    except LarkError:
        return None
    return [(str(leaf.type), str(leaf)) for leaf in tree.scan_values(lambda leaf: isinstance(leaf, Token))]


def test_the_table_is_what_the_grammar_and_the_words_give():
    assert TABLE.read_text(encoding="utf-8") == build(), "run: python -m perf_lint.values.grammar.build"


def test_the_grammar_has_no_conflict():
    lark_parser(strict=True, most_words=1)


def test_no_word_has_two_meanings_where_one_is_read():
    lists = word_lists()
    readable = {frozenset(state) & frozenset(lists) for state in load().states}
    for terminals in readable:
        words = [word for name in terminals for word in lists[name]]
        assert len(words) == len(set(words)), sorted(word for word in words if words.count(word) > 1)


@pytest.mark.parametrize("text", TEXTS)
def test_the_driver_reads_what_lark_reads(text: str):
    assert read_by_driver(text) == read_by_lark(text)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=4).map("".join))
def test_the_driver_reads_what_lark_reads_of_shuffled_pieces(text: str):
    assert read_by_driver(text) == read_by_lark(text)


@pytest.mark.parametrize("text", [case.text for case in labelled()])
def test_a_usual_spelling_needs_no_work(text: str):
    assert normal(text) == standard(text)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from([*PIECES, *" -~=><.,;、。于年内本萬%％：（）＋以上5"]), max_size=5).map("".join))
def test_any_spelling_that_is_left_alone_needs_no_work(text: str):
    assert normal(text) == standard(text)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=4).map("".join))
def test_what_is_taken_for_words_at_sight_has_no_reading(text: str):
    words = BEYOND_WORDS.sub("", text)
    assert quietly(read_core, words) is None


@pytest.mark.parametrize(
    ("source", "begins"),
    [
        ("[0-9]+x", [("0", "9")]),
        ("(?:ab|c)d", [("a", "a"), ("c", "c")]),
        ("a?b", [("a", "a"), ("b", "b")]),
        ("(?!z)[a-z]", [("a", "z")]),
        ("a*", [("\0", "\U0010ffff")]),
        ("[^a]", [("\0", "\U0010ffff")]),
        (".", [("\0", "\U0010ffff")]),
    ],
)
def test_a_pattern_is_tried_only_where_it_can_begin(source: str, begins: list[tuple[str, str]]):
    assert firsts(source) == [(ord(low), ord(high)) for low, high in begins]
