"""docs/values.md is what its generator gives, and shows every table."""

import importlib.util
from pathlib import Path

from tests.values.tables import tables

ROOT = Path(__file__).parents[2]
SPEC = importlib.util.spec_from_file_location("make_values", ROOT / "docs" / "make_values.py")
make_values = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(make_values)


def test_page_is_current():
    assert make_values.PAGE.read_text("utf-8") == make_values.page(), "run: python docs/make_values.py"


def test_page_shows_every_table():
    assert sorted([*make_values.ORDER, "refused"]) == sorted(tables())
