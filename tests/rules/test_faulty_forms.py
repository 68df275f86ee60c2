"""Forms with faults give exactly the errors and warnings that they deserve, each folder those of its families."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from perf_lint.engine.run import run
from perf_lint.pack.example import build_forms
from perf_lint.pack.load import load

FAMILIES = {"faulty": ("SRC", "REQ", "AMT", "DAT"), "misworded": ("LVL", "VAL", "XRF", "TXT")}
"""Faults of reading, completeness, amounts and dates; of placement, values, wording and repetition."""
FORMS = sorted(path for folder in FAMILIES for path in Path(__file__).with_name(folder).glob("*.yaml"))


@pytest.fixture(scope="module")
def pack():
    return load(cache=False)


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_a_form_gives_what_it_deserves(path, pack):
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    expected = data.pop("expect")
    outcome = run(pack, [(path.name, form) for form in build_forms(data)])
    assert outcome.crashes == ()
    families = FAMILIES[path.parent.name]
    own = [found for found in outcome.findings if found.rule.startswith(families) and found.severity != "info"]
    which = (lambda found: f"{found.form} ") if "forms" in data else (lambda _: "")
    assert sorted(f"{which(found)}{found.severity} {found.rule} {found.at}" for found in own) == sorted(expected)
