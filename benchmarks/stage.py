"""Starting the server and the workers, in rounds that alternate, and what is kept of their numbers."""

import json
import os
import statistics
import subprocess
import sys
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Spread:
    """The middle of several rounds, and how far they lie apart."""

    median: float
    least: float
    most: float

    @classmethod
    def of(cls, values: list[float]) -> "Spread":
        """Return the spread of ``values``."""
        return cls(statistics.median(values), min(values), max(values))


class Server:
    """The stand-in for Telegram, spoken to from outside."""

    def __init__(self, url: str) -> None:
        self.url = url

    def control(self, what: str, **values: object) -> Any:
        """Tell it something, and return its answer."""
        with urllib.request.urlopen(f"{self.url}/control/{what}?{urlencode(values)}", timeout=30) as answer:  # noqa: S310 - our own address
            return json.load(answer)["result"]


@contextmanager
def server() -> Iterator[Server]:
    """Start the server and end it again."""
    command = [sys.executable, "-m", "benchmarks.server"]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None and process.stdin is not None  # noqa: S101, PT018 - for types
        try:
            yield Server(f"http://127.0.0.1:{int(process.stdout.readline())}")
        finally:
            process.stdin.close()
            process.wait(10)


def work(module: str, function: str, /, **values: object) -> dict[str, Any]:
    """Measure in a process of its own and return what it says.

    :raises RuntimeError: with the end of its errors when it fails
    """
    pairs = [f"{name}={value}" for name, value in values.items()]
    command = [sys.executable, "-m", "benchmarks.worker", module, function, *pairs]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, env=environment(), check=False)
    if done.returncode:
        raise RuntimeError(f"{module}.{function} failed:\n{done.stderr[-2000:]}")
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def environment(**more: str) -> dict[str, str]:
    """Return the environment of a worker: settings of this machine do not change the figures.

    Byte code is kept, as everywhere else: a coach that compiles itself at each start is nobody's.
    """
    ours = ("MIDBACK_", "PYTHONDONTWRITEBYTECODE")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    return {**kept, "PYTHONPATH": str(ROOT), **more}


def spreads(rounds: Mapping[str, list[dict[str, float]]], name: str) -> dict[str, Spread]:
    """Return for each peer the spread of one number over the rounds."""
    return {
        peer: Spread.of([found[name] for found in results]) for peer, results in rounds.items() if results
    }
