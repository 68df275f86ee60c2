"""Faulty forms give exactly the errors and warnings on reading, completeness, amounts and dates that they deserve."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from perf_lint.engine.run import run
from perf_lint.pack.example import build_forms
from perf_lint.pack.load import load

FAMILIES = ("SRC", "REQ", "AMT", "DAT")
FORMS = sorted(Path(__file__).with_name("faulty").glob("*.yaml"))


@pytest.fixture(scope="module")
def pack():
    return load(cache=False)


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_faulty_form_gives_what_it_deserves(path, pack):
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    expected = data.pop("expect")
    outcome = run(pack, [(path.name, form) for form in build_forms(data)])
    assert outcome.crashes == ()
    own = [found for found in outcome.findings if found.rule.startswith(FAMILIES)]
    loud = [f"{found.severity} {found.rule} {found.at}" for found in own if found.severity != "info"]
    assert sorted(loud) == sorted(expected)
