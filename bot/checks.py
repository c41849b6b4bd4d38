"""What `midback test` runs in a clone: style, types, floors, content, migrations, tests."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bot.settings import PREFIX

PYTHON = (sys.executable, "-m")
FLOORS = "from importlinter.cli import lint_imports_command; lint_imports_command()"


@dataclass(frozen=True)
class Step:
    """One check: a name to show, and commands that all have to succeed."""

    name: str
    commands: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Outcome:
    """How a step went."""

    name: str
    passed: bool
    seconds: float


def pytest_step(arguments: Sequence[str]) -> Step:
    """Pytest with these arguments."""
    return Step("tests", ((*PYTHON, "pytest", *arguments),))


def all_steps() -> tuple[Step, ...]:
    """Every check, cheap ones first."""
    return (
        Step("style", ((*PYTHON, "ruff", "check"),)),
        Step("format", ((*PYTHON, "ruff", "format", "--check"),)),
        Step("floors", ((sys.executable, "-c", FLOORS),)),
        Step("content", ((*PYTHON, "bot", "content", "check"),)),
        Step("migrations", ((*PYTHON, "bot", "db", "upgrade"), (*PYTHON, "bot", "db", "check"))),
        Step("types", ((*PYTHON, "mypy"),)),
        pytest_step(["-n", "2", "--dist", "worksteal"]),
    )


def clone() -> Path | None:
    """The folder of the clone that this code runs from, or None when it was installed from a wheel."""
    root = Path(__file__).parent.parent
    return root if (root / "tests").is_dir() and (root / "pyproject.toml").is_file() else None


def missing_tools() -> list[str]:
    """The tools that tests need and that are not installed."""
    return [name for name in ("ruff", "mypy", "importlinter", "pytest", "xdist") if find_spec(name) is None]


def environment(outside: Mapping[str, str], database: Path) -> dict[str, str]:
    """A copy without the settings of whoever calls, and with a database of its own."""
    kept = {name: value for name, value in outside.items() if not name.startswith(PREFIX)}
    return kept | {f"{PREFIX}DATABASE_URL": f"sqlite:///{database.as_posix()}"}


def run(steps: Sequence[Step], root: Path, console: Console) -> int:
    """Run every step, whatever the ones before it said, and end with a table. 1 when one failed, else 0."""
    with tempfile.TemporaryDirectory() as folder:
        env = environment(os.environ, Path(folder) / "checks.sqlite3")
        outcomes = [_run_step(step, root, env, console) for step in steps]
    if len(outcomes) > 1:
        console.print(_table(outcomes))
    return int(not all(outcome.passed for outcome in outcomes))


def _run_step(step: Step, root: Path, env: Mapping[str, str], console: Console) -> Outcome:
    console.rule(f"[bold]{step.name}[/]", align="left")
    begun = time.monotonic()
    passed = all(_succeeds(command, root, env) for command in step.commands)
    return Outcome(step.name, passed, time.monotonic() - begun)


def _succeeds(command: Sequence[str], root: Path, env: Mapping[str, str]) -> bool:
    return subprocess.run(command, cwd=root, env=env, check=False).returncode == 0  # noqa: S603 our own commands


def _table(outcomes: Sequence[Outcome]) -> Table:
    table = Table(show_header=False, box=None, padding=(0, 1))
    for outcome in outcomes:
        sign = "[green]✓[/]" if outcome.passed else "[red]✗[/]"
        table.add_row(sign, outcome.name, f"{outcome.seconds:.1f} s")
    return table
