"""Every command output that README and docs show is what the command prints."""

import importlib.util
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SPEC = importlib.util.spec_from_file_location("make_console", ROOT / "docs" / "make_console.py")
make_console = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(make_console)


@pytest.mark.parametrize("page", make_console.PAGES, ids=lambda page: page.name)
def test_outputs_are_current(page):
    text = page.read_text("utf-8")
    assert text == make_console.filled(text), "run: make docs"


def test_a_stale_output_is_replaced():
    stale = "```console\n$ perf-lint value 3次\nold\n```"
    assert "old" not in make_console.filled(stale)


@pytest.mark.parametrize("page", make_console.PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page):
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text("utf-8")):
        assert (page.parent / target).exists(), target
