"""The rules as a whole, in both directions: no rule without examples and page, no page, function or list without use."""

import json
import re
from pathlib import Path

import pytest

from perf_lint.expr.labels import labels
from perf_lint.expr.registry import FUNCTIONS
from perf_lint.expr.tree import Node
from perf_lint.pack.catalogue import entries
from perf_lint.pack.documents import documents
from perf_lint.text.data import rules_dir
from tests.pack.examples import run_all_examples

DOCS = Path(__file__).parents[2] / "docs"

REASONS = {
    "CEL has them, and its users will write them": "contains startsWith endsWith matches size min max has",
    "dates are a type of the language and must come apart": "year month day date days_in_month days_between",
    "amounts, shares and numbers must print and round": "abs ceil floor round number string pct yuan",
    "lists must add up, sort and join": "sum sort distinct take skip last join",
    "word lists are how a rule knows words": "words contains_any ends_with_any first_of",
    "texts must be taken apart": "find replace split trim shorten",
    "names must be compared as the shipped facts compare them, by packs that cannot add facts": (
        "key same_name similarity nearest"
    ),
    "null must have a way out": "default",
}
"""Why functions stay that no shipped rule may need today; any other function must serve a shipped rule."""
LANGUAGE_ITSELF = {name for names in REASONS.values() for name in names.split()}


@pytest.fixture(scope="module")
def catalogue():
    return entries()


def test_every_example_of_every_shipped_rule_does_what_it_says():
    results = run_all_examples()
    assert [(r.rule, r.number, r.differences) for r in results if r.differences] == []
    assert len(results) > 200


def test_every_rule_has_two_bad_and_three_good_examples(catalogue):
    few = []
    for entry in catalogue:
        bad = sum(example.bad is not None for example in entry.file.examples)
        good = sum(example.good is not None for example in entry.file.examples)
        if entry.rule.scope != "pipeline" and (bad < 2 or good < 3):
            few.append((entry.rule.code, bad, good))
    assert few == []


def test_every_generated_page_is_current_and_none_is_left_over():
    wanted = documents(DOCS)
    stale = [path.name for path, text in wanted.items() if not path.exists() or path.read_text("utf-8") != text]
    assert stale == [], "run: make docs"
    assert {path.name for path in (DOCS / "rules").glob("*.md")} == {p.name for p in wanted if p.parent.name == "rules"}


def test_every_function_serves_a_rule_or_the_language(catalogue):
    labels()
    trees = [(entry.rule.data["trees"], entry.rule.said) for entry in catalogue]
    used = {name for decides, said in trees for name in _called(json.loads(json.dumps([decides, said])))}
    assert set(FUNCTIONS) - used - LANGUAGE_ITSELF == set()
    assert LANGUAGE_ITSELF - set(FUNCTIONS) == set()


def test_every_parameter_and_step_is_used(catalogue):
    unused = []
    for entry in catalogue:
        text = entry.path.read_text("utf-8")
        body = text[: text.index("\nexamples:")] if "\nexamples:" in text else text
        unused += [(entry.rule.code, n) for n in entry.file.params if not re.search(rf"params\.{n}\b", body)]
        unused += [(entry.rule.code, n) for n in entry.file.let if len(re.findall(rf"\b{n}\b", body)) < 2]
    assert unused == []


def test_every_name_is_used_once_and_says_what_is_wrong(catalogue):
    names = {}
    for entry in catalogue:
        names.setdefault(entry.rule.name, set()).add(entry.rule.code)
    assert {name: codes for name, codes in names.items() if len(codes) > 1} == {}


def test_every_authority_is_cited(catalogue):
    cited = {basis.ref for entry in catalogue for basis in entry.file.basis}
    known = set()
    for manifest in rules_dir().glob("*/pack.yaml"):
        known |= set(re.findall(r"^- ref: (\S+)$", manifest.read_text("utf-8"), re.MULTILINE))
    assert known - cited == set()


def test_no_article_number_is_printed_that_nobody_checked(catalogue):
    for entry in catalogue:
        unchecked = [a.ref for a in entry.authorities if not a.verified]
        notes = [basis.note for basis in entry.file.basis if basis.ref in unchecked]
        assert not [note for note in notes if re.search(r"第.{1,6}条", note)], entry.rule.code


def _called(part):
    if isinstance(part, dict):
        for value in part.values():
            yield from _called(value)
    elif isinstance(part, list):
        if len(part) == len(Node._fields) and part[0] == "call":
            yield part[Node._fields.index("args")][0]
        for value in part:
            yield from _called(value)
