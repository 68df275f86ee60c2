import pytest


@pytest.fixture
def cache_folder(tmp_path, monkeypatch):
    folder = tmp_path / "cache"
    monkeypatch.setenv("PERF_LINT_CACHE_DIR", str(folder))
    return folder
