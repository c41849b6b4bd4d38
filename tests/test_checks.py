"""Checks: all of them run, whatever the first ones say."""

import io
import sys
from pathlib import Path

from rich.console import Console

from bot import checks
from bot.checks import Step


def python(code: str) -> tuple[str, ...]:
    return (sys.executable, "-c", code)


def outcome(tmp_path: Path, *steps: Step) -> tuple[int, str]:
    console = Console(file=io.StringIO(), width=80)
    code = checks.run(steps, tmp_path, console)
    assert isinstance(console.file, io.StringIO)
    return code, console.file.getvalue()


def test_a_step_that_fails_does_not_keep_others_from_running(tmp_path: Path) -> None:
    bad = Step("bad", (python("raise SystemExit(3)"),))
    good = Step("good", (python("open('was-here', 'w')"),))
    code, shown = outcome(tmp_path, bad, good)
    assert code == 1
    assert (tmp_path / "was-here").exists()
    assert "✗  bad" in shown
    assert "✓  good" in shown


def test_a_step_stops_at_its_first_command_that_fails(tmp_path: Path) -> None:
    outcome(tmp_path, Step("bad", (python("raise SystemExit(1)"), python("open('was-here', 'w')"))))
    assert not (tmp_path / "was-here").exists()


def test_all_good_is_zero(tmp_path: Path) -> None:
    assert outcome(tmp_path, Step("one", (python(""),)), Step("two", (python(""),)))[0] == 0


def test_settings_of_the_caller_do_not_reach_the_checks(tmp_path: Path) -> None:
    env = checks.environment({"MIDBACK_TOKEN": "x", "PATH": "y"}, tmp_path / "db")
    assert env == {"PATH": "y", "MIDBACK_DATABASE_URL": f"sqlite:///{tmp_path}/db"}


def test_these_tests_run_in_a_clone() -> None:
    assert checks.clone() == Path(__file__).parent.parent


def test_every_kind_of_check_is_there() -> None:
    names = [step.name for step in checks.all_steps()]
    assert names == ["style", "format", "floors", "content", "migrations", "types", "tests"]


def test_the_tools_that_it_calls_are_installed() -> None:
    assert checks.missing_tools() == []
