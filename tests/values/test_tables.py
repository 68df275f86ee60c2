"""Every labelled spelling is read as labelled."""

import pytest

from tests.values.tables import Labelled, differences, labelled, tables

CASES = labelled()


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.kind}-{case.text!r}")
def test_spelling_is_read_as_labelled(case: Labelled):
    assert differences(case) == {}


def test_every_table_says_what_it_holds():
    for name, table in tables().items():
        assert table["doc"], name
        assert len(table["cases"]) >= 10, name


def test_no_spelling_stands_twice():
    texts = [case.text for case in CASES]
    assert sorted({text for text in texts if texts.count(text) > 1}) == []
