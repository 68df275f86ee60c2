"""Facts of a form go as soon as its rules have run: a circle would stay until the end of the run."""

from __future__ import annotations

import gc

from benchmarks.linearity import files
from perf_lint import api
from perf_lint.facts import FormFacts, derive
from perf_lint.facts.vocabulary import TYPES
from perf_lint.pipeline.job import check_input, read_forms
from perf_lint.readers.base import DEFAULT_LIMITS
from tests.facts.test_marks import example_forms


def form_facts() -> list[FormFacts]:
    """Give the facts of forms that are in memory, those of other tests among them."""
    return [found for found in gc.get_objects() if type(found) is FormFacts]


def test_no_fact_of_a_form_refers_back_to_it() -> None:
    forms = [
        *example_forms(),
        *(read.form for item in files(40, seed=3) for read in read_forms(item, DEFAULT_LIMITS).forms),
    ]
    gc.collect()
    before = len(form_facts())
    gc.disable()
    try:
        for form in forms:
            facts = derive(form)
            for name in TYPES["Form"]:
                getattr(facts, name)
            del facts
        assert len(form_facts()) == before
    finally:
        gc.enable()


def test_checking_a_form_leaves_nothing_behind() -> None:
    pack = api.pack_of(api.DEFAULTS)
    inputs = files(40, seed=3)
    for item in inputs:
        check_input(item, pack, DEFAULT_LIMITS, "zh")
    gc.collect()
    gc.disable()
    try:
        for item in inputs:
            check_input(item, pack, DEFAULT_LIMITS, "zh")
        assert gc.collect() == 0
    finally:
        gc.enable()
