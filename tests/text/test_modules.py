"""Modules are listed as `pkgutil` lists them, in folders and in archives."""

import zipfile
from pkgutil import iter_modules

import pytest

import perf_lint.cli.commands
import perf_lint.facts
import perf_lint.readers
import perf_lint.reporters
import perf_lint.values.grammar
from perf_lint.text.modules import module_names

PACKAGES = [
    perf_lint.cli.commands,
    perf_lint.facts,
    perf_lint.readers,
    perf_lint.reporters,
    perf_lint.values.grammar,
]


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.__name__)
def test_our_packages(package):
    assert module_names(package.__path__) == [module.name for module in iter_modules(package.__path__)]
    assert len(module_names(package.__path__)) > 2
    plain = [module.name for module in iter_modules(package.__path__) if not module.ispkg]
    assert module_names(package.__path__, packages=False) == plain


def test_what_is_no_module(tmp_path):
    for name in ("__init__.py", "a.py", "b.pyc", "c.cpython-311.so", "notes.txt", "table.json", ".hidden", "d.py.bak"):
        (tmp_path / name).touch()
    for name in ("__pycache__", "e"):
        (tmp_path / name).mkdir()
    assert module_names([str(tmp_path)]) == ["a", "b", "c", "e"]
    assert module_names([str(tmp_path)], packages=False) == ["a", "b", "c"]


def test_a_package_in_an_archive(tmp_path):
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        for name in ("__init__.py", "b.py", "a.py"):
            archive.writestr(f"room/{name}", "")
    assert module_names([f"{tmp_path}/all.zip/room"]) == ["a", "b"]
