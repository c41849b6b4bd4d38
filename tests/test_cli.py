"""The command line, as a process where that matters and in this one where it does not."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from typer.testing import CliRunner

from bot.cli.commands import app

ROOT = Path(__file__).parent.parent
TOKEN = "123456789:AAHfiqksKZ8WmR2zSjiQ7_v4TMAKdiHm9T0"

Midback = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """No settings, and a data folder that is empty."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("MIDBACK_")}
    return kept | {
        "MIDBACK_DATABASE_URL": f"sqlite:///{tmp_path}/data/midback.sqlite3",
        "XDG_DATA_HOME": str(tmp_path),
        "PYTHONPATH": str(ROOT),
    }


@pytest.fixture
def midback(tmp_path: Path, environment: dict[str, str]) -> Midback:
    """Call the command in an empty folder."""

    def call(*words: str, **settings: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-P", "-m", "bot", *words]
        env = environment | {f"MIDBACK_{name}": value for name, value in settings.items()}
        return subprocess.run(
            command, cwd=tmp_path, env=env, capture_output=True, text=True, timeout=30, check=False
        )

    return call


@pytest.mark.parametrize(
    "words",
    [
        "run",
        "demo",
        "emulator",
        "test",
        "soak",
        "doctor",
        "content check",
        "content new",
        "content show",
        "db upgrade",
    ],
)
def test_every_command_has_help(words: str) -> None:
    result = CliRunner().invoke(app, [*words.split(), "--help"])
    assert result.exit_code == 0
    assert "Usage" in result.output


@pytest.mark.parametrize("words", [[], ["content"], ["db"]])
def test_without_a_command_it_helps(words: list[str]) -> None:
    assert "Commands" in CliRunner().invoke(app, words).output


def test_help_is_instant_because_it_imports_no_heavy_library(midback: Midback, tmp_path: Path) -> None:
    code = (
        "import sys; sys.argv = ['midback', '--help']\n"
        "from bot.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "heavy = {'telegram', 'sqlmodel', 'sqlalchemy', 'pydantic', 'starlette', 'PIL', 'apscheduler'}\n"
        "print('imported:', sorted(heavy & set(sys.modules)))"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True, timeout=30
    )
    assert "imported: []" in result.stdout


def test_a_start_imports_nothing_that_a_coach_has_no_use_for(environment: dict[str, str]) -> None:
    """Each of these costs a start time and an idle coach memory."""
    code = (
        "import sys; sys.argv = ['midback', 'run']\n"
        "from bot.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "import bot.app\n"
        "idle = {'typer', 'click', 'rich', 'pygments', 'greenlet', 'rapidfuzz', 'yaml', 'markdown_it'}\n"
        "idle |= {'PIL', 'alembic', 'psycopg', 'uvicorn', 'pydantic_settings', 'httpcore'}\n"
        "idle |= {'babel', 'fluent.runtime'}\n"
        "print('imported:', sorted(idle & {name for name, module in sys.modules.items() if module}))"
    )
    command = [sys.executable, "-P", "-c", code]
    result = subprocess.run(command, capture_output=True, text=True, env=environment, check=True, timeout=30)
    assert "MIDBACK_TOKEN is missing" in result.stderr
    assert "imported: []" in result.stdout


def test_run_without_a_token_says_what_to_do(midback: Midback) -> None:
    result = midback("run")
    assert result.returncode == 2
    assert "@BotFather" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_wrong_setting_is_one_sentence_and_a_misspelt_one_a_warning(midback: Midback) -> None:
    result = midback("content", "check", LOG_LEVEL="loud", TOKN="1")
    assert result.returncode == 2
    assert result.stderr.splitlines() == [
        "MIDBACK_TOKN is not a setting and has no effect. Did you mean MIDBACK_TOKEN?",
        "MIDBACK_LOG_LEVEL: write 'debug', 'info', 'warning' or 'error'.",
    ]


def test_a_token_that_is_refused_is_not_shown(midback: Midback) -> None:
    result = midback("run", TOKEN=TOKEN + "!")
    assert result.returncode == 2
    assert TOKEN not in result.stdout + result.stderr


def test_content_is_checked(midback: Midback, tmp_path: Path) -> None:
    assert "All is well" in midback("content", "check").stdout
    (tmp_path / "empty").mkdir()
    broken = midback("content", "check", str(tmp_path / "empty" / "nowhere"))
    assert broken.returncode == 1
    assert "to put right" in broken.stderr


def test_an_exercise_is_shown_by_slug_and_by_name(midback: Midback) -> None:
    by_slug = midback("content", "show", "seated-cat-cow").stdout
    assert "Seated Cat Cow" in by_slug
    assert midback("content", "show", "seated cat cow").stdout == by_slug


def test_an_unknown_exercise_gets_its_neighbours(midback: Midback) -> None:
    result = midback("content", "show", "seated-cat-caw")
    assert result.returncode == 1
    assert "Near it: seated-cat-cow" in result.stderr


def test_a_new_exercise_is_a_folder_with_blanks(midback: Midback, tmp_path: Path) -> None:
    root = tmp_path / "content"
    root.joinpath("exercises").mkdir(parents=True)
    assert midback("content", "new", "wall-slide", CONTENT=str(root)).returncode == 0
    assert "TODO" in (root / "exercises" / "wall-slide" / "exercise.yaml").read_text("utf-8")
    again = midback("content", "new", "wall-slide", CONTENT=str(root))
    assert again.returncode == 1
    assert "Traceback" not in again.stderr


def test_the_database_is_made_and_then_up_to_date(midback: Midback, tmp_path: Path) -> None:
    before = midback("db", "check")
    assert before.returncode == 1
    assert "midback db upgrade" in before.stderr
    assert not (tmp_path / "data").exists()
    assert midback("db", "upgrade").returncode == 0
    assert midback("db", "check").returncode == 0


@pytest.mark.parametrize("command", ["upgrade", "check"])
def test_a_database_that_does_not_answer_is_one_sentence(command: str, midback: Midback) -> None:
    result = midback("db", command, DATABASE_URL="postgresql://ana:secret@127.0.0.1:1/x")
    assert result.returncode == 2
    assert "MIDBACK_DATABASE_URL" in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert "secret" not in result.stderr


def test_a_port_that_is_taken_is_one_sentence(midback: Midback) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        result = midback("emulator", "--port", str(other.getsockname()[1]))
    assert result.returncode == 2
    assert "--port" in result.stderr


def test_an_address_to_listen_on_that_is_taken_is_one_sentence(midback: Midback) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        result = midback("run", TOKEN=TOKEN, LISTEN=address)
    assert result.returncode == 2
    assert f"MIDBACK_LISTEN: {address} cannot be used" in result.stderr
    assert "Traceback" not in result.stderr


def test_the_doctor_looks_and_finds_all_well(midback: Midback) -> None:
    result = midback("doctor")
    assert result.returncode == 0
    assert "content" in result.stdout


def test_the_doctor_sees_that_no_coach_runs(midback: Midback) -> None:
    result = midback("doctor", "--alive")
    assert result.returncode == 1
    assert "does not run" in result.stdout


Start = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def start(tmp_path: Path, environment: dict[str, str]) -> Iterator[Start]:
    """Start a command that goes on until it is stopped."""
    begun: list[subprocess.Popen[str]] = []

    def call(*words: str, **settings: str) -> subprocess.Popen[str]:
        env = environment | {f"MIDBACK_{name}": value for name, value in settings.items()}
        process = subprocess.Popen(
            [sys.executable, "-P", "-m", "bot", *words],
            cwd=tmp_path,
            env=env | {"PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        begun.append(process)
        return process

    yield call
    for process in begun:
        process.kill()
        process.communicate()


def address(emulator: "subprocess.Popen[str]") -> str:
    """The root of an emulator that has just been started."""
    assert emulator.stdout is not None
    found = re.search(r"http://[\d.]+:\d+", emulator.stdout.readline())
    assert found
    return found[0]


@pytest.mark.e2e
def test_ctrl_c_ends_the_emulator_quietly(start: Start) -> None:
    process = start("emulator", "--port", "0")
    address(process)
    time.sleep(0.2)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=10)
    assert process.returncode == 0
    assert errors == ""


@pytest.mark.e2e
def test_a_coach_shows_that_it_lives_and_ends_in_order(start: Start, tmp_path: Path) -> None:
    root = address(start("emulator", "--port", "0", "--token", TOKEN))
    coach = start("run", TOKEN=TOKEN, API_URL=root)
    assert coach.stderr is not None
    lines = [coach.stderr.readline()]
    while "ready" not in lines[-1]:
        assert lines[-1], lines
        lines.append(coach.stderr.readline())
    assert (tmp_path / "midback" / "heartbeat").exists()
    coach.send_signal(signal.SIGTERM)
    _, rest = coach.communicate(timeout=20)
    assert coach.returncode == 0
    assert not (tmp_path / "midback" / "heartbeat").exists()
    assert "Traceback" not in rest
    assert TOKEN not in "".join(lines) + rest


@pytest.mark.e2e
def test_a_token_that_the_api_does_not_know_is_one_sentence(start: Start, midback: Midback) -> None:
    root = address(start("emulator", "--port", "0"))
    result = midback("run", TOKEN=TOKEN, API_URL=root)
    assert result.returncode == 2
    assert "does not know it" in result.stderr
    assert TOKEN not in result.stdout + result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.e2e
def test_a_webhook_that_telegram_refuses_is_one_sentence(start: Start, midback: Midback) -> None:
    root = address(start("emulator", "--port", "0", "--token", TOKEN))
    refusal = {"code": 400, "description": "Bad Request: bad webhook: HTTPS url must be provided for webhook"}
    httpx.post(f"{root}/control/faults", json={"method": "setWebhook", "times": 1, **refusal})
    hook = {"WEBHOOK_URL": "http://coach.example.org/", "WEBHOOK_SECRET": "0123456789abcdef"}
    result = midback("run", TOKEN=TOKEN, API_URL=root, LISTEN="127.0.0.1:0", **hook)
    assert result.returncode == 2
    assert "https url must be provided" in result.stderr
    assert "check MIDBACK_WEBHOOK_URL" in result.stderr
    assert "0123456789abcdef" not in result.stdout + result.stderr
    assert "Traceback" not in result.stderr


def test_an_api_that_cannot_be_reached_is_one_sentence(midback: Midback) -> None:
    result = midback("run", TOKEN=TOKEN, API_URL="http://127.0.0.1:1")
    assert result.returncode == 1
    assert "MIDBACK_API_URL" in result.stderr
    assert "Traceback" not in result.stderr


def test_pytest_arguments_are_passed_on(midback: Midback) -> None:
    result = midback("test", "--collect-only", "-k", "nothing_is_called_like_this", "tests/test_clock.py")
    assert "deselected" in result.stdout
