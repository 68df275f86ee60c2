"""Run one scenario on a local cluster in a process of its own: `python -m tests.distributed.cluster_scenario NAME FOLDER`."""

import json
import os
import signal
import sys
from pathlib import Path

import distributed

from perf_lint import api
from perf_lint.config import Settings

SETTINGS = Settings(select=("AMT201", "SRC", "XRF608"))


def killed_worker(cluster, folder):
    """Check a folder, and an empty one, on the cluster while one of its workers is killed, and in one process."""
    from perf_lint.distributed import lint_cluster

    victims = [nanny.pid for nanny in cluster.workers.values()]

    def advance(done, _total):
        if done == 10 and len(victims) == 2:
            os.kill(victims.pop(), signal.SIGKILL)

    empty = Path(folder) / "空"
    empty.mkdir()
    paths = [folder, empty]
    spread = lint_cluster(paths, SETTINGS, cluster.scheduler_address, advance)
    serial = api.lint(paths, Settings(select=SETTINGS.select, jobs=1))
    return {
        "killed": 2 - len(victims),
        "spread": said(spread),
        "serial": said(serial),
        "warnings": [warning.zh for warning in spread.warnings],
    }


def bag(cluster, folder):
    """Turn a bag of (path, bytes) into rows."""
    import dask.bag

    from perf_lint.distributed import lint_bag

    files = [(name, (Path(folder) / name).read_bytes()) for name in ("000.txt", "001.txt")]
    with distributed.Client(cluster.scheduler_address):
        rows = lint_bag(dask.bag.from_sequence(files, npartitions=2), SETTINGS).compute()
    return [(row["record"], row["path"], row.get("rule")) for row in rows if row["record"] in {"form", "finding"}]


def said(report):
    return [(f.rule, repr(f.place), f.message, f.fingerprint, f.severity) for f in report.findings]


if __name__ == "__main__":
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50) as made:
        sys.stdout.write(
            json.dumps({"killed_worker": killed_worker, "bag": bag}[sys.argv[1]](made, sys.argv[2])) + "\n"
        )
        sys.stdout.flush()
        os._exit(0)  # the result is out; Dask may take its time to close, and workers end with their parent
