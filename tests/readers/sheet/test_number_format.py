"""Numbers as Excel displays them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perf_lint.readers.sheet.builtin_formats import BUILTIN
from perf_lint.readers.sheet.number_format import NumberFormat, general, number_format, stored


def show(code: str, text: str, is_1904: bool = False) -> str:
    value = stored(text)
    assert value is not None
    return number_format(code, is_1904).show(value).text


@pytest.mark.parametrize(
    ("code", "text", "shown"),
    [
        ("General", "0.30000000000000004", "0.3"),
        ("General", "1E+15", "1000000000000000"),
        ("General", "1.0E-3", "0.001"),
        ("General", "-0", "0"),
        ("General", "12345678901234567890", "12345678901234600000"),
        ("General", "1.5E+300", "1.5E+300"),
        ("0%", "0.85", "85%"),
        ("0%", "0.84999999999999998", "85%"),
        ("0.00%", "0.9826", "98.26%"),
        ("0.##%", "0.5", "50.%"),
        ("0", "2.5", "3"),
        ("0", "-0.4", "0"),
        ("0.00", "-3.5", "-3.50"),
        ("0.##", "3.456", "3.46"),
        ("#", "0", ""),
        ("#,##0", "123", "123"),
        ("#,##0.00", "1234567.891", "1,234,567.89"),
        ("#,##0,", "1234567", "1,235"),
        ('0.0,,"百万"', "1500000", "1.5百万"),
        ('0!.0,"万"', "12345", "1.2万"),
        ('0"."0,', "52300", "5.2"),
        ("000000", "123", "000123"),
        ("000-0000", "5551234", "555-1234"),
        ('0"万元"', "50", "50万元"),
        ('"≥"0%', "0.9", "≥90%"),
        ('General"人"', "40", "40人"),
        ("G/通用格式次", "5", "5次"),
        ("0年", "2024", "2024年"),
        ("[$¥-804]#,##0", "1234", "¥1,234"),
        ('_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* "-"??_ ;_ @_ ', "1234.5", "¥1,234.50"),
        ("#,##0.00_);[Red](#,##0.00)", "-1234", "(1,234.00)"),
        ('0;(0);"零"', "-3", "(3)"),
        ('0;(0);"零"', "0", "零"),
        (";;;", "5", ""),
        ('[>=100]0"多";[>0]0.0"少";"无"', "150", "150多"),
        ('[>=100]0"多";[>0]0.0"少";"无"', "5", "5.0少"),
        ('[>=100]0"多";[>0]0.0"少";"无"', "0", "无"),
        ("0.00E+00", "12345", "1.23E+04"),
        ("0.0E-0", "0.00099", "9.9E-4"),
        ("##0.0E+0", "45473.75", "45.5E+3"),
        ("##0.0E+0", "0.85", "850.0E-3"),
        ("0E+0", "9.6", "1E+1"),
        ("# ?/?", "1.5", "1 1/2"),
        ("# ?/?", "2", "2"),
        ("??/??", "-0.25", "-1/4"),
        ("@", "5", "5"),
        ("0.00", "1E-300", "0.00"),
    ],
)
def test_numbers(code, text, shown):
    assert show(code, text) == shown


@pytest.mark.parametrize(
    ("code", "text", "shown"),
    [
        ("yyyy/m/d", "1", "1900/1/1"),
        ("yyyy/m/d", "59", "1900/2/28"),
        ("yyyy/m/d", "60", "1900/2/29"),
        ("yyyy/m/d", "61", "1900/3/1"),
        ("yyyy-mm-dd", "45473", "2024-06-30"),
        ('yyyy"年"m"月"', "45444", "2024年6月"),
        ("yyyy年m月d日", "45473", "2024年6月30日"),
        ('m"月"d"日"', "45473", "6月30日"),
        ("[DBNum1][$-804]yyyy年m月d日", "45473", "二〇二四年六月三十日"),
        ("[$-F800]dddd, mmmm dd, yyyy", "45444", "2024年6月1日"),
        ("yyyy-mm-dd hh:mm:ss", "45444.999994", "2024-06-01 23:59:59"),
        ("yyyy/m/d h:mm", "45444.9999999", "2024/6/2 0:00"),
        ("d-mmm-yy", "45444", "1-Jun-24"),
        ("aaaa", "45444", "星期六"),
        ("dddd", "45444", "Saturday"),
        ("h:mm AM/PM", "0.75", "6:00 PM"),
        ('上午/下午h"时"mm"分"', "0.75", "下午6时00分"),
        ("[h]:mm", "1.5", "36:00"),
        ("mm:ss.0", "0.000012", "00:01.0"),
        ("yyyy/m/d", "-5", "-5"),
        ("yyyy/m/d", "2958466", "2958466"),
    ],
)
def test_dates(code, text, shown):
    assert show(code, text) == shown


def test_dates_of_the_1904_system():
    assert show("yyyy/m/d", "0", True) == "1904/1/1"
    assert show("yyyy/m/d", "44011", True) == "2024/6/30"


@pytest.mark.parametrize("text", ["", "abc", "1E400", "NaN", "Infinity", "1" * 500, "1_0e", "sNaN"])
def test_what_is_no_stored_number(text):
    assert stored(text) is None


def test_rounding_is_said():
    assert number_format("0%", False).show(Decimal("0.8333")) == ("83%", True)
    assert number_format("0.0%", False).show(Decimal("0.833")) == ("83.3%", False)


def test_text_sections():
    assert number_format('@"元"', False).show_text("五") == "五元"
    assert number_format('0;0;0;"文："@', False).show_text("五") == "文：五"
    assert number_format("0.00", False).show_text("五") == "五"


@given(st.decimals(min_value=-(10**14), max_value=10**14, allow_nan=False, allow_infinity=False, places=3))
def test_general_keeps_every_digit(value):
    kept = stored(str(value))
    assert kept is not None
    assert Decimal(general(kept)) == kept
    assert "E" not in general(kept)


@given(
    st.text(alphabet='0#?.,%Ee+-/@;"\\!_*[]<>=yYmMdhHsSaAPGeneralDBNum1$-804年 万元\x00', max_size=24),
    st.sampled_from(["0", "-1.5", "0.85", "45444.75", "1E308", "-1E-300", "123456789.123"]),
)
def test_no_format_breaks(code, text):
    form = NumberFormat(code, False)
    assert isinstance(form.show(Decimal(text)).text, str)
    assert isinstance(form.show_text("文"), str)


def test_builtin_formats_all_work():
    for code in BUILTIN.values():
        assert number_format(code, False).show(Decimal("45444.5")).text
