"""A rule that goes through a list of the form is compiled only where the list holds something."""

from types import SimpleNamespace

import pytest

from perf_lint.expr.errors import Unknown
from perf_lint.pack import load
from tests.pack.packs import pack, rule

LIMIT = (4,)
LONG = SimpleNamespace(name="培训人员数量")


def form(indicators):
    return SimpleNamespace(indicators=indicators)


@pytest.fixture
def loaded(tmp_path):
    (found,) = load([pack(tmp_path / "mine", {"XYZ101": rule()})], cache=False).rules
    return found


def test_an_empty_list_is_decided_without_compiling(loaded):
    assert loaded.run(form(()), LIMIT) == []
    assert "decide" not in vars(loaded)
    assert loaded.run(form((LONG,)), LIMIT) == [(LONG, None)]
    assert "decide" in vars(loaded)
    assert loaded.run(form(()), LIMIT) == []


def test_a_list_that_is_not_known_is_not_taken_for_empty(loaded):
    with pytest.raises(Unknown):
        loaded.run(form(None), LIMIT)
