import pytest

from perf_lint.values.numerals import unmultiplied


@pytest.mark.parametrize(
    ("unit", "bare"),
    [
        ("万人次", "人次"),
        ("百万元", "元"),
        ("亿立方米", "立方米"),
        ("十万株", "株"),
        ("人次", "人次"),
        ("个", "个"),
        ("万", ""),
        ("", ""),
    ],
)
def test_a_multiplier_is_no_part_of_the_unit(unit, bare):
    assert unmultiplied(unit) == bare
