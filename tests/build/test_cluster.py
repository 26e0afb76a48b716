"""The same documents from a Dask cluster, also when one of its workers is killed in the middle."""

import subprocess
import sys

import pytest
from wishes import contents, everything, make

pytest.importorskip("distributed")

CLUSTER = """
import os, sys, threading
from distributed import LocalCluster
if __name__ == "__main__":
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50) as cluster:
        print(cluster.scheduler_address, *(worker.pid for worker in cluster.workers.values()), flush=True)
        sys.stdin.read()
"""


@pytest.fixture
def cluster(tmp_path):
    """The address of a cluster of two workers, and their processes."""
    script = tmp_path / "grappe.py"
    script.write_text(CLUSTER)
    with subprocess.Popen(
        [sys.executable, "-W", "ignore", str(script)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        address, *workers = process.stdout.readline().split()
        yield address, [int(worker) for worker in workers]
        process.stdin.close()
        process.wait(timeout=30)


def build(example, address):
    command = [sys.executable, "-m", "terrinclus_publish", "build", "--tout", "--dask", address]
    return subprocess.Popen([*command, "--collection", example.root], stdout=subprocess.PIPE, text=True)


def test_a_cluster_makes_the_same_bytes_also_when_a_worker_is_killed(example, cluster):
    import os

    (example.root / "templates").mkdir()
    (example.root / "templates" / "fiche.css").write_text("main { margin: 9px; }")
    make(everything(example))
    alone = contents(example.output)
    address, workers = cluster
    with build(example, address) as process:
        process.stdout.readline()
        os.kill(workers[0], 9)
        process.communicate(timeout=100)
    assert process.returncode == 0
    assert contents(example.output) == alone


def test_an_address_where_nobody_answers_is_told(example):
    command = [sys.executable, "-m", "terrinclus_publish", "build", "--dask", "tcp://127.0.0.1:9", "--collection"]
    run = subprocess.run([*command, example.root], capture_output=True, text=True, timeout=60)
    assert run.returncode == 2
    assert "aucune grappe Dask ne répond" in run.stderr
    assert "Traceback" not in run.stderr
