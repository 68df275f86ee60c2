import pytest

from perf_lint.model.words import Words
from perf_lint.text.spelling import did_you_mean, near_name


@pytest.mark.parametrize(
    ("name", "known", "asked"),
    [
        ("selct", ["ignore", "select"], Words("，是否想写「select」？", "; did you mean “select”?")),
        ("满意度指", ["满意度指标", "数量指标"], Words("，是否想写「满意度指标」？", "; did you mean “满意度指标”?")),
        ("jobs", ["packs", "profile"], Words("", "")),
        ("jobs", [], Words("", "")),
    ],
)
def test_the_nearest_name_is_asked_for(name, known, asked):
    assert near_name(name, known) == asked


def test_a_cutoff_says_how_like_names_must_be():
    assert near_name("abcx", ["abcdef"], 0.5).zh == "，是否想写「abcdef」？"
    assert near_name("abcx", ["abcdef"], 0.9).zh == ""


def test_the_first_of_some_is_asked_for():
    assert did_you_mean(["--format", "--fix"]).en == "; did you mean “--format”?"
    assert did_you_mean([]) == Words("", "")
