import os
import signal

import pytest

from perf_lint import api
from perf_lint.config import Settings
from tests.test_api import form

distributed = pytest.importorskip("distributed", reason="the dask extra is not installed")

# Dask's own threads and sockets end when they like.
pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")

SETTINGS = Settings(select=("AMT201", "SRC", "XRF608"))


@pytest.fixture(scope="module")
def cluster():
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50) as made:
        yield made


@pytest.fixture
def folder(tmp_path):
    for number in range(100):
        (tmp_path / f"{number:03}.txt").write_text(form(f"项目{number % 60}", 60 + number % 3), "utf-8")
    (tmp_path / "坏.docx").write_bytes(b"PK\x03\x04 nothing")
    return tmp_path


def said(report):
    return [(f.rule, f.place, f.message, f.fingerprint, f.severity) for f in report.findings]


def test_a_cluster_finds_what_one_process_finds_even_when_a_worker_is_killed(cluster, folder):
    from perf_lint.distributed import lint_cluster

    serial = api.lint([folder], Settings(select=SETTINGS.select, jobs=1))
    victims = [nanny.pid for nanny in cluster.workers.values()]

    def advance(done, _total):
        if done == 10 and victims:
            os.kill(victims.pop(), signal.SIGKILL)

    spread = lint_cluster([folder], SETTINGS, cluster.scheduler_address, advance)
    assert len(victims) == 1
    assert said(spread) == said(serial)
    assert [file.path for file in spread.files] == [file.path for file in serial.files]


def test_a_bag_of_files_becomes_a_bag_of_rows(cluster):
    import dask.bag

    from perf_lint.distributed import lint_bag

    bag = dask.bag.from_sequence([("a.txt", form(total=61).encode()), ("b.txt", form().encode())], npartitions=2)
    with distributed.Client(cluster.scheduler_address):
        rows = lint_bag(bag, SETTINGS).compute()
    assert [(row["path"], row["rule"]) for row in rows if row["record"] == "finding"] == [("a.txt", "AMT201")]
    assert [row["path"] for row in rows if row["record"] == "form"] == ["a.txt", "b.txt"]


def test_an_unreachable_cluster_is_said():
    from perf_lint.distributed import lint_cluster
    from perf_lint.reporters.base import ReportError

    with pytest.raises(ReportError, match="cannot reach"):
        lint_cluster([], SETTINGS, "没有这种地址://x")


def test_the_command_line_takes_a_cluster(cluster, folder, capsys):
    from perf_lint.cli.main import run

    code = run(["check", str(folder / "001.txt"), "--select", "AMT201", "--cluster", cluster.scheduler_address])
    assert code == 1
    assert "成本指标合计 60 万元，年度资金总额 61 万元，相差 1 万元" in capsys.readouterr().out
