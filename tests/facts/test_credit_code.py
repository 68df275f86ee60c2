"""GB 32100-2015 check characters."""

from __future__ import annotations

import pytest

from perf_lint.facts.credit_code import ALPHABET, check_character, wrong_code

RIGHT = "11642300MB0W149971"


def test_check_character_of_a_published_code():
    assert check_character(RIGHT) == "1"


def test_every_single_slip_is_noticed():
    for place in range(8, 18):
        for character in ALPHABET:
            code = RIGHT[:place] + character + RIGHT[place + 1 :]
            assert (wrong_code(code) is None) == (character == RIGHT[place])


def test_message_says_the_right_character():
    code, words = wrong_code("县政法委（11642300mb0w149972）")
    assert code == "11642300MB0W149972"
    assert words.zh == "校验位应为「1」，实为「2」"
    assert words.en == "the check character should be “1”, not “2”"


@pytest.mark.parametrize(
    "text",
    ["", "075001", "216001县公安局本级", "13053425P00AA1K9X2M4C", "640121198001011234", "13800138000", RIGHT.lower()],
)
def test_other_numbers_are_no_credit_codes(text):
    assert wrong_code(text) is None


def test_letter_outside_the_set():
    assert wrong_code("11642300MB0WI49971")[1].zh == "含有代码中不用的字母「I」"
