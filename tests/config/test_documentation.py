"""Every setting is explained where people look, and nothing is explained that is no setting."""

import re
from pathlib import Path

import pytest

from perf_lint.config.keys import KEYS, OVERRIDE_KEYS, SUPPRESSION_KEYS
from perf_lint.config.settings import Settings
from perf_lint.config.template import TEMPLATE

PAGE = (Path(__file__).parents[2] / "docs" / "configuration.md").read_text("utf-8")


def test_every_setting_can_be_written_in_a_file():
    assert set(Settings._fields) - {"origins"} == set(KEYS)


def test_the_page_names_exactly_the_settings():
    assert set(re.findall(r"^\| `(\w+)` \|", PAGE.partition("\n## ")[0], re.MULTILINE)) == set(KEYS)


def test_the_page_names_exactly_the_conditions_of_a_suppression():
    block = PAGE.partition("\n## 屏蔽")[2].partition("```yaml")[2].partition("```")[0]
    assert set(re.findall(r"^(?:    |  - )(\w+):", block, re.MULTILINE)) == set(SUPPRESSION_KEYS) - {"fingerprint"}
    assert "fingerprint" in block


def test_the_page_names_exactly_the_keys_of_an_override():
    block = PAGE.partition("\n## 改变规则")[2].partition("\n## ")[0]
    assert set(re.findall(r"\b(rules|\w+)(?=: )", block)) - {"tolerance", "overrides"} - {"AMT201", "VAL"} == {
        "rules",
        *OVERRIDE_KEYS,
    }


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_template_names_exactly_the_settings(lang):
    assert set(re.findall(r"^# (\w+):(?: |$)", TEMPLATE.to(lang), re.MULTILINE)) == set(KEYS)
