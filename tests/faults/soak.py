"""`midback soak`: rounds of faults for as long as one likes, and a table of what came of them."""

import argparse
import asyncio
import random
import signal
import sys
import tempfile
import time
from collections.abc import Coroutine, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from tests.faults.chaos import Doses
from tests.faults.stage import Engine, Round, Size, staged
from tests.postgres import any_server

LONG = {
    "postgres": Size(100, 2000, 80.0, Doses(kills=12, restarts=2, cuts=4, crashes=2, telegram=12)),
    "sqlite": Size(100, 2000, 80.0, Doses(kills=8, restarts=2, cuts=4, crashes=0, telegram=12)),
}
WIDTH = 150
COLUMNS = (
    "round", "kills", "restarts", "database", "Telegram", "updates", "reminders", "skipped", "doubles",
    "unknown", "lost", "stuck", "p50 s", "p99 s", "took s",
)  # fmt: skip


def main(arguments: Sequence[str]) -> int:
    """Run rounds until the time is over; 1 when an invariant is broken, else 0."""
    wish = _wish(arguments)
    console = Console(width=WIDTH)
    rounds = asyncio.run(_ended_by_term(_soak(wish, console)))
    console.print(table(rounds))
    broken = [f"round {one.number}: {words}" for one in rounds for words in one.findings.broken]
    for words in broken:
        console.print(words, style="red", markup=False)
    verdict = f"{len(broken)} invariants broken" if broken else "every invariant held"
    console.print(f"{verdict}; seed {wish.seed}")
    return int(bool(broken) or not rounds)


def _wish(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("midback soak", description=__doc__)
    parser.add_argument("--minutes", type=float, default=20.0)
    parser.add_argument("--replicas", type=int, default=2)
    parser.add_argument("--database", choices=sorted(LONG), default="postgres")
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))  # noqa: S311 - no secret
    wish = parser.parse_args(arguments)
    if wish.database == "sqlite":
        wish.replicas = 1
    return wish


async def _ended_by_term(work: Coroutine[Any, Any, list[Round]]) -> list[Round]:
    """Let TERM end what was started, too: replicas would go on without anybody."""
    task = asyncio.current_task()
    assert task
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    return await work


async def _soak(wish: argparse.Namespace, console: Console) -> list[Round]:
    engine: Engine = wish.database
    console.print(f"{wish.replicas} on {engine}, {wish.minutes:g} minutes, seed {wish.seed}")
    rounds: list[Round] = []
    postgres = any_server() if engine == "postgres" else nullcontext("")
    with tempfile.TemporaryDirectory(prefix="midback-soak-") as folder, postgres as server:
        async with staged(Path(folder), engine, wish.replicas, server) as stage:
            end = time.monotonic() + 60 * wish.minutes
            while not rounds or time.monotonic() < end:
                done = await stage.round(len(rounds) + 1, LONG[engine], wish.seed)
                rounds.append(done)
                console.print("  ".join(_cells(done)))
                for words in done.findings.broken:
                    console.print(words, style="red", markup=False)
                if done.findings.broken:
                    _keep_logs(Path(folder), wish.seed, console)
                    break
    return rounds


def _keep_logs(folder: Path, seed: int, console: Console) -> None:
    kept = Path(tempfile.mkdtemp(prefix=f"midback-soak-seed-{seed}-"))
    for log in folder.glob("*.log"):
        kept.joinpath(log.name).write_bytes(log.read_bytes())
    console.print(f"the logs are in {kept}")


def table(rounds: Sequence[Round]) -> Table:
    """Return what came of all rounds."""
    made = Table(*COLUMNS, title="Soak")
    for column in made.columns:
        column.justify = "right"
    for one in rounds:
        made.add_row(*_cells(one))
    return made


def _cells(one: Round) -> list[str]:
    found, faults = one.findings, one.diary
    counts = (
        one.number, faults.count("kill"), faults.count("restart"), faults.count("cut", "crash"),
        faults.count("telegram"), found.updates, found.reminders, found.skipped, found.doubles,
        found.unknown, found.lost, found.stuck,
    )  # fmt: skip
    seconds = (found.lag(0.5), found.lag(0.99), one.took)
    return [str(count) for count in counts] + [f"{value:.1f}" for value in seconds]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
