"""Figure d: a button press, whole: it comes in, one read, one write, an answer, the message edited."""

import re
import socket
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles
from typing import Any

from benchmarks.idle import PATIENCE, SECRET, running, spent
from benchmarks.stage import Server

PEOPLE = 150
"""So many press again as soon as they see the answer."""

SECONDS = 4.0
"""So long a stream at half the load lasts."""

MANY = 600
"""Presses of one person at once, none of which may be lost."""


@dataclass(frozen=True)
class Case:
    """What is measured: who, how updates come, the seconds that each call to Telegram takes, its presses."""

    peer: str
    way: str = "polling"
    delay: float = 0.0
    presses: int = 2000


def measure(case: Case, server: Server) -> dict[str, float]:
    """Start a bot and press; see :class:`benchmarks.crowd.Crowd`.

    :returns: presses a second and CPU for each at full load; milliseconds of waiting at half of it
    """
    port = _free_port() if case.way == "webhook" else 0
    with tempfile.TemporaryDirectory() as folder, running(case.peer, server, Path(folder), port=port) as bot:
        _press(server, case, port, people=PEOPLE, presses=case.presses // 4)
        cpu = spent(bot.pid)
        full = _press(server, case, port, people=PEOPLE, presses=case.presses)
        cpu = spent(bot.pid) - cpu
        rate = full["answered"] / full["seconds"]
        half = _press(server, case, port, people=PEOPLE, presses=int(rate / 2 * SECONDS), rate=rate / 2)
        cuts = quantiles(half["latencies"], n=100)
        return {
            "per_second": rate,
            "cpu_us": cpu / full["answered"] * 1e6,
            "p50_ms": cuts[49] * 1000,
            "p99_ms": cuts[98] * 1000,
        }


def burst(case: Case, server: Server) -> dict[str, float]:
    """Let one person press many times at once, and return what the message says in the end."""
    port = _free_port() if case.way == "webhook" else 0
    with tempfile.TemporaryDirectory() as folder, running(case.peer, server, Path(folder), port=port):
        told = _press(server, case, port, people=1, presses=MANY, burst=MANY)
        numbers = [int(found) for found in re.findall(r"Pressed (\d+)", told["last"])]
        return {"counted": float(max(numbers, default=0)), "answered": float(told["answered"])}


def _press(server: Server, case: Case, port: int, **how: Any) -> dict[str, Any]:
    server.control("delay", seconds=case.delay)
    hook = {"hook": f"http://127.0.0.1:{port}/hook", "secret": SECRET} if port else {}
    data = "v1:bench" if case.peer.startswith("midback") else "x"
    server.control("press", data=data, **hook, **how)
    told: dict[str, Any] = {"answered": 0}
    quiet, deadline = 0, time.monotonic() + PATIENCE
    while told["answered"] < how["presses"] and quiet < 20 and time.monotonic() < deadline:
        time.sleep(0.25)
        before, told = told["answered"], server.control("crowd")
        quiet = quiet + 1 if told["answered"] == before else 0
    server.control("delay", seconds=0)
    return told


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
