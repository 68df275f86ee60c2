import json
import subprocess
import sys
from pathlib import Path

import pytest

from perf_lint.model.finding import Report
from tests.test_api import form

pytest.importorskip("distributed", reason="the dask extra is not installed")

ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path):
    for number in range(100):
        (tmp_path / f"{number:03}.txt").write_text(form(f"项目{number % 60}", 60 + number % 3), "utf-8")
    (tmp_path / "坏.docx").write_bytes(b"PK\x03\x04 nothing")
    return tmp_path


def scenario(name, folder):
    """Run a scenario in its own process; a cluster that does not come up in time is started once more."""
    command = [sys.executable, "-m", "tests.distributed.cluster_scenario", name, str(folder)]
    for left in (1, 0):
        try:
            done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=90, check=True)
        except subprocess.TimeoutExpired:
            if not left:
                raise
        else:
            return json.loads(done.stdout)
    return None


def test_a_cluster_finds_what_one_process_finds_even_when_a_worker_is_killed(folder):
    found = scenario("killed_worker", folder)
    assert found["killed"] == 1
    assert found["spread"] == found["serial"]
    assert len(found["serial"]) > 60
    assert found["warnings"] == [f"{folder}/空：文件夹里没有能读的文件"]


def test_a_bag_of_files_becomes_a_bag_of_rows(folder):
    assert scenario("bag", folder) == [
        ["form", "000.txt", None], ["form", "001.txt", None], ["finding", "001.txt", "AMT201"],
    ]  # fmt: skip


def test_the_command_line_hands_a_run_to_the_cluster(monkeypatch, folder):
    from perf_lint import distributed
    from perf_lint.cli.main import run

    asked = []

    def lint_cluster(paths, settings, address, _advance):
        asked.append((paths, settings.select, address))
        return Report()

    monkeypatch.setattr(distributed, "lint_cluster", lint_cluster, raising=False)
    assert run(["check", str(folder), "--select", "AMT201", "--cluster", "tcp://a:1"]) == 3
    assert asked == [((str(folder),), ("AMT201",), "tcp://a:1")]


def test_whatever_answers_at_the_address_is_no_cluster(monkeypatch):
    import distributed

    from perf_lint.config import Settings
    from perf_lint.distributed.dask import lint_cluster
    from perf_lint.reporters.base import ReportError

    def client(_address, **_options):
        raise MemoryError  # what reading an answer of another protocol as a length ends in

    monkeypatch.setattr(distributed, "Client", client)
    with pytest.raises(ReportError, match="cannot reach the cluster at tcp://a:1"):
        lint_cluster([], Settings(), "tcp://a:1")


def test_an_unreachable_cluster_is_said():
    from perf_lint.config import Settings
    from perf_lint.distributed.dask import lint_cluster
    from perf_lint.reporters.base import ReportError

    with pytest.raises(ReportError, match="cannot reach"):
        lint_cluster([], Settings(), "没有这种地址://x")
