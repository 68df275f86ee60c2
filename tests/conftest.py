"""Keep the whole test run to itself: nothing is read from or written to the user's cache."""

import os
import tempfile

import pytest

_FOLDER = tempfile.TemporaryDirectory(prefix="perf-lint-tests-")
os.environ["PERF_LINT_CACHE_DIR"] = _FOLDER.name


@pytest.fixture(scope="session", autouse=True)
def own_cache():
    yield
    _FOLDER.cleanup()
