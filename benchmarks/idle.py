"""Figure e: what it costs to start and to wait, seen from outside: processor time and memory of a process."""

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.stage import ROOT, Server, environment
from benchmarks.worker import TOKEN

SECRET = "bench-secret-0000"  # noqa: S105 - an invention

PATIENCE = 120.0
"""Seconds in which a bot must have begun to poll."""


def command(peer: str, api: str, folder: Path, port: int = 0) -> tuple[list[str], dict[str, str]]:
    """Return how a peer is started, and its environment; with a port it takes updates there."""
    if peer.startswith("midback"):
        more = {
            "MIDBACK_TOKEN": TOKEN,
            "MIDBACK_API_URL": api,
            "MIDBACK_DATABASE_URL": f"sqlite:///{folder}/midback.sqlite3",
            "XDG_DATA_HOME": str(folder),
        }
        if port:
            more |= {"MIDBACK_WEBHOOK_URL": f"http://127.0.0.1:{port}/hook", "MIDBACK_WEBHOOK_SECRET": SECRET}
            more |= {"MIDBACK_LISTEN": f"127.0.0.1:{port}"}
        own = ["bot", "run"] if peer == "midback" else [f"benchmarks.bots.{peer}"]
        return [sys.executable, "-P", "-m", *own], environment(**more)
    name, _, at_once = peer.partition("*")
    database = f"sqlite+aiosqlite:///{folder}/peer.sqlite3"
    last = [str(port)] if port else [at_once] if at_once else []
    return [sys.executable, "-m", f"benchmarks.bots.{name}_bot", api, database, *last], environment()


@contextmanager
def running(peer: str, server: Server, folder: Path, port: int = 0) -> Iterator[subprocess.Popen[bytes]]:
    """Run a bot from its first poll on, or from when it listens.

    :raises RuntimeError: when it ends by itself or never polls
    """
    server.control("reset")
    arguments, given = command(peer, server.url, folder, port)
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(arguments, cwd=ROOT, env=given, stdout=log, stderr=log)
        try:
            deadline = time.monotonic() + PATIENCE
            while not (_listens(port) if port else server.control("calls").get("getupdates")):
                if process.poll() is not None or time.monotonic() > deadline:
                    raise RuntimeError(f"{peer} did not start:\n{(folder / 'log').read_text()[-2000:]}")
                time.sleep(0.02)
            yield process
        finally:
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def spent(pid: int) -> float:
    """Return the seconds of CPU that a process has taken so far."""
    after_name = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(after_name[11]) + int(after_name[12])) / os.sysconf("SC_CLK_TCK")


def resident(pid: int) -> float:
    """Return the megabytes of memory that a process holds."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))


def start(peer: str, server: Server, folder: Path) -> dict[str, float]:
    """Start a bot and return CPU and time until it polls, and CPU and memory while nothing happens."""
    began = time.monotonic()
    with running(peer, server, folder) as process:
        wall, cpu = time.monotonic() - began, spent(process.pid)
        time.sleep(3)
        idle = (spent(process.pid) - cpu) / 3
        return {"cpu_s": cpu, "wall_s": wall, "rss_mb": resident(process.pid), "idle_percent": idle * 100}


def both(peer: str, server: Server) -> tuple[dict[str, float], dict[str, float]]:
    """Start a bot with nothing there, and once more with its own database."""
    with tempfile.TemporaryDirectory() as folder:
        return start(peer, server, Path(folder)), start(peer, server, Path(folder))
