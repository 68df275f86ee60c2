"""The benchmarks are run by hand; here they must at least find what they measure."""

from importlib import import_module
from pathlib import Path

import pytest

from benchmarks.forms import make, named_apart
from benchmarks.start_up import commands

MODULES = sorted(path.stem for path in (Path(__file__).parents[1] / "benchmarks").glob("*.py"))


@pytest.mark.parametrize("name", MODULES)
def test_every_benchmark_imports(name):
    assert import_module(f"benchmarks.{name}").__doc__


def test_the_same_seed_writes_the_same_form():
    assert make(1, 7) == make(1, 7)
    assert make(1, 7) != make(2, 7)


def test_names_apart_are_in_no_other_form():
    names = [{row.name for row in named_apart(make(1, number), number).rows} for number in (0, 1, 20, 21, 400)]
    assert sum(map(len, names)) == len(set.union(*names))
    assert [len(one) for one in names] == [
        len({row.name for row in make(1, number).rows}) for number in (0, 1, 20, 21, 400)
    ]


def test_what_is_run_at_the_start_exists(tmp_path):
    files = [word for command in commands(tmp_path).values() for word in command if word.startswith(str(tmp_path))]
    assert len(files) == 7
    assert [name for name in files if not Path(name).is_file()] == []
