"""Keep the whole test run to itself: nothing is read from or written to the user's cache or beside the program."""

import os
import tempfile

import pytest

from perf_lint.text import derived

_FOLDER = tempfile.TemporaryDirectory(prefix="perf-lint-tests-")
os.environ["PERF_LINT_CACHE_DIR"] = _FOLDER.name
derived._folder = str  # there is none


@pytest.fixture(scope="session", autouse=True)
def own_cache():
    yield
    _FOLDER.cleanup()


@pytest.fixture
def beside(tmp_path, monkeypatch):
    """Give a folder that stands for the one where the byte code of the program lies."""
    folder = tmp_path / "__pycache__"
    folder.mkdir()
    monkeypatch.setattr(derived, "_folder", lambda: f"{folder}{os.sep}")
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    return folder
