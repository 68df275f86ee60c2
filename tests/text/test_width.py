import pytest

from perf_lint.text.width import cut, pad, visible, widest, width, wrap


@pytest.mark.parametrize(
    ("text", "columns", "at_most"),
    [
        ("abc", 3, 3),
        ("年度", 4, 4),
        ("≥90%", 4, 5),
        ("（万元）", 8, 8),
        ("é", 1, 2),
        ("e\u0301", 1, 1),
        ("\u200b", 0, 0),
        ("ＡＢ", 4, 4),
    ],
)
def test_columns_of_a_text(text, columns, at_most):
    assert (width(text), widest(text)) == (columns, at_most)


def test_pad_fills_to_columns_and_never_cuts():
    assert pad("年度", 6) == "年度  "
    assert pad("年度目标", 6) == "年度目标"


@pytest.mark.parametrize(
    ("text", "columns", "short"), [("年度目标", 8, "年度目标"), ("年度总体目标", 8, "年度总…"), ("abcdef", 5, "abc…")]
)
def test_cut_says_that_something_was_left_out(text, columns, short):
    assert cut(text, columns) == short


@pytest.mark.parametrize(
    ("text", "columns", "lines"),
    [
        ("", 10, [""]),
        ("成本指标合计", 8, ["成本指标", "合计"]),
        ("合计 2563200 元", 8, ["合计", "2563200", "元"]),
        ("年度目标，总额", 8, ["年度目", "标，总额"]),
        ("年度总（万元）", 8, ["年度总", "（万元）"]),
        ("one two three", 7, ["one two", "three"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
    ],
)
def test_wrap_keeps_numbers_whole_and_marks_in_place(text, columns, lines):
    assert wrap(text, columns) == lines


def test_no_wrapped_line_is_too_wide():
    text = "成本指标合计 51 万元，“年度资金总额”50 万元（约），相差 1 万元；" * 5
    assert max(map(widest, wrap(text, 33))) <= 33
    assert "".join(wrap(text, 33)).replace(" ", "") == text.replace(" ", "")


def test_a_document_cannot_steer_the_terminal():
    assert visible("甲\x1b[31m乙\u202e丙\r\n丁\x07") == "甲[31m乙丙 丁"
