from decimal import Decimal

import pytest

from perf_lint.facts.rounding import last_place


@pytest.mark.parametrize(
    ("text", "unit", "yuan"),
    [
        ("12.5", "万元", "1000"),
        ("12.5", "百元", "10"),
        ("1.25百万元", "", "10000"),
        ("3千万元", "万元", "10000000"),
        ("12.50元", "万元", "0.01"),
        ("12", "", "1"),
        ("无", "万元", "0"),
    ],
)
def test_the_last_place_of_an_amount_in_yuan(text, unit, yuan):
    assert last_place(text, unit) == Decimal(yuan)
