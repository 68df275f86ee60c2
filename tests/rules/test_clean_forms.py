"""Forms that are right, with everything in them that tempts a false alarm, give no error and no warning."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from perf_lint.engine.run import run
from perf_lint.pack.example import build_forms
from perf_lint.pack.load import load

FORMS = sorted(Path(__file__).with_name("clean").glob("*.yaml"))


@pytest.fixture(scope="module")
def pack():
    return load(cache=False)


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_clean_form_gives_no_error_and_no_warning(path, pack):
    forms = build_forms(yaml.safe_load(path.read_text(encoding="utf-8")))
    outcome = run(pack, [(path.name, form) for form in forms])
    assert outcome.crashes == ()
    loud = [f"{found.severity} {found.rule} {found.at}: {found.message}" for found in outcome.findings]
    assert [line for line in loud if not line.startswith("info")] == []
