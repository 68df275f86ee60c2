"""The benchmarks are run by hand; here they must at least find what they measure."""

from importlib import import_module
from pathlib import Path

import pytest

from benchmarks.forms import make
from benchmarks.start_up import commands

MODULES = sorted(path.stem for path in (Path(__file__).parents[1] / "benchmarks").glob("*.py"))


@pytest.mark.parametrize("name", MODULES)
def test_every_benchmark_imports(name):
    assert import_module(f"benchmarks.{name}").__doc__


def test_the_same_seed_writes_the_same_form():
    assert make(1, 7) == make(1, 7)
    assert make(1, 7) != make(2, 7)


def test_what_is_run_at_the_start_exists(tmp_path):
    files = [word for command in commands(tmp_path).values() for word in command if word.startswith(str(tmp_path))]
    assert len(files) == 7
    assert [name for name in files if not Path(name).is_file()] == []
