"""Doctor: what each look finds, and how it says to mend it."""

import io
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr
from rich.console import Console

from bot import doctor
from bot.doctor import Answer, Finding
from bot.settings import Settings

TOKEN = "123456789:AAHfiqksKZ8WmR2zSjiQ7_v4TMAKdiHm9T0"
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


class FixedClock:
    """It is always noon."""

    def now(self) -> datetime:
        return NOW


Serve = Callable[[int, bytes], str]


@pytest.fixture
def api() -> Iterator[Serve]:
    """Start a server that answers all the same; returns its root."""
    servers: list[ThreadingHTTPServer] = []

    def serve(status: int, body: bytes) -> str:
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.send_response(status)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}"

    yield serve
    for server in servers:
        server.shutdown()
        server.server_close()


def test_a_good_token_tells_the_name_and_the_time(api: Serve) -> None:
    answer = doctor.ask(api(200, b'{"ok": true, "result": {"username": "back_bot"}}'), TOKEN)
    assert (answer.status, answer.username) == (200, "back_bot")
    assert answer.date is not None
    assert abs(answer.date - datetime.now(UTC)) < timedelta(seconds=5)


@pytest.mark.parametrize("status", [401, 404, 502])
def test_a_refusal_keeps_its_status_and_date(status: int, api: Serve) -> None:
    answer = doctor.ask(api(status, b""), TOKEN)
    assert answer.status == status
    assert answer.date is not None


@pytest.mark.parametrize("body", [b"<html>", b"[]", b'{"ok": true}', b'{"result": 1}', b"\xff"])
def test_an_answer_of_something_else_is_told_apart(body: bytes, api: Serve) -> None:
    assert doctor.ask(api(200, body), TOKEN) == Answer(0, "the answer is not the Bot API's")


def test_no_server_is_a_value_without_the_token() -> None:
    answer = doctor.ask("http://127.0.0.1:1", TOKEN, seconds=1)
    assert answer.status == 0
    assert "refused" in answer.words
    assert TOKEN not in answer.words


@pytest.mark.parametrize(
    ("answer", "state", "words"),
    [
        (Answer(200, "ok", "back_bot"), "good", "@back_bot"),
        (Answer(401, "Unauthorized"), "bad", "does not know this token"),
        (Answer(0, "refused"), "bad", "cannot be reached"),
        (Answer(502, "Bad Gateway"), "bad", "answers 502 Bad Gateway"),
    ],
)
def test_it_judges_the_token(answer: Answer, state: str, words: str) -> None:
    finding = doctor.look_at_token(answer, "http://api")
    assert finding.state == state
    assert words in finding.saw
    assert bool(finding.mend) == (state != "good")


@pytest.mark.parametrize(
    ("seconds", "state", "words"),
    [
        (0, "good", "agrees"),
        (-30, "good", "agrees"),
        (31, "warning", "31 s behind"),
        (-90, "warning", "90 s ahead"),
    ],
)
def test_it_compares_the_clocks(seconds: int, state: str, words: str) -> None:
    finding = doctor.look_at_clock(NOW + timedelta(seconds=seconds), NOW)
    assert finding.state == state
    assert words in finding.saw


def test_a_clock_without_an_answer_is_not_judged() -> None:
    assert doctor.look_at_clock(None, NOW).state == "warning"


def test_a_database_that_is_not_there_yet_is_no_trouble_and_is_not_made(tmp_path: Path) -> None:
    def check(url: str) -> str | None:
        raise AssertionError(f"{url} was opened")

    assert doctor.look_at_database(f"sqlite:///{tmp_path}/none.sqlite3", check).state == "good"


def test_a_database_that_is_behind_says_how_to_upgrade() -> None:
    finding = doctor.look_at_database("postgresql+psycopg://db/x", lambda _: "The database is at 1.")
    assert finding.state == "bad"
    assert "midback db upgrade" in finding.mend


def test_a_database_that_cannot_be_reached_does_not_show_its_password() -> None:
    def check(url: str) -> str | None:
        raise ConnectionError(f"no way to {url}\nand more")

    finding = doctor.look_at_database("postgresql+psycopg://ana:secret@db/x", check)
    assert finding.state == "bad"
    assert "secret" not in finding.saw
    assert "and more" not in finding.saw


def test_a_database_of_this_version_is_good() -> None:
    assert doctor.look_at_database("postgresql+psycopg://db/x", lambda _: None).state == "good"


@pytest.mark.parametrize(("version", "state"), [("3.34.1", "bad"), ("3.35.0", "good"), ("3.100.0", "good")])
def test_it_tells_which_sqlite_is_too_old(tmp_path: Path, version: str, state: str) -> None:
    """Whether or not the file is there yet."""
    (tmp_path / "here.sqlite3").touch()
    for name in ("here", "none"):
        url = f"sqlite:///{tmp_path}/{name}.sqlite3"
        finding = doctor.look_at_database(url, lambda _: None, version)
        assert finding.state == state
        assert (finding.saw == f"SQLite {version} is too old: the coach needs 3.35 or newer") == (
            state == "bad"
        )


def test_a_server_needs_no_sqlite() -> None:
    assert doctor.look_at_database("postgresql+psycopg://db/x", lambda _: None, "3.1").state == "good"


def test_the_data_folder_may_have_to_be_made_first(tmp_path: Path) -> None:
    assert doctor.look_at_folder(f"sqlite:///{tmp_path}/a/b/c.sqlite3").state == "good"
    assert not (tmp_path / "a").exists()


def test_a_data_folder_that_is_a_file_cannot_be_written(tmp_path: Path) -> None:
    tmp_path.joinpath("file").touch()
    finding = doctor.look_at_folder(f"sqlite:///{tmp_path}/file/c.sqlite3")
    assert finding.state == "bad"
    assert "MIDBACK_DATABASE_URL" in finding.mend


def test_a_server_needs_no_data_folder() -> None:
    assert doctor.look_at_folder("postgresql+psycopg://db/x").state == "good"


def test_content_shows_its_first_problem() -> None:
    finding = doctor.look_at_content(Path("content"), lambda _: ["en.md line 3: too long", "other"])
    assert finding.state == "bad"
    assert "2 problems" in finding.saw
    assert "en.md line 3" in finding.saw
    assert doctor.look_at_content(Path("content"), lambda _: []).state == "good"


def test_missing_zone_data_is_seen() -> None:
    assert doctor.look_at_zones({"UTC"}, "UTC").state == "bad"


@pytest.mark.parametrize(("seconds", "state"), [(None, "bad"), (61.0, "bad"), (9.0, "good")])
def test_it_judges_the_sign_of_life(seconds: float | None, state: str) -> None:
    assert doctor.look_at_heart(seconds).state == state


def examine(settings: Settings) -> dict[str, Finding]:
    found = doctor.examine(settings, FixedClock(), check_content=lambda _: [], check_database=lambda _: None)
    return {finding.name: finding for finding in found}


def test_it_looks_at_everything(api: Serve, tmp_path: Path) -> None:
    root = api(200, b'{"ok": true, "result": {"username": "back_bot"}}')
    url = f"sqlite:///{tmp_path}/x.sqlite3"
    settings = Settings(token=SecretStr(TOKEN), api_url=root, database_url=url)
    assert examine(settings).keys() == {"token", "clock", "database", "data folder", "content", "time zones"}


def test_without_a_token_it_looks_at_the_rest(tmp_path: Path) -> None:
    settings = Settings(token=None, database_url=f"sqlite:///{tmp_path}/x.sqlite3")
    found = examine(settings)
    assert found["token"].state == "warning"
    assert "clock" not in found


def test_the_table_shows_how_to_mend_and_sets_the_exit_code() -> None:
    console = Console(file=io.StringIO(), width=100)
    good = Finding("content", "good", "passes [all]")
    assert doctor.tell([good, Finding("token", "warning", "none")], console) == 0
    assert doctor.tell([good, Finding("clock", "bad", "off", "set it")], console) == 1
    assert isinstance(console.file, io.StringIO)
    shown = console.file.getvalue()
    assert "passes [all]" in shown
    assert "set it" in shown
    assert "✗" in shown


MAY = {"status": "administrator", "can_manage_topics": True}


def test_a_team_with_topics_where_the_bot_leads_is_good() -> None:
    assert doctor.look_at_team({"is_forum": True}, MAY).state == "good"


@pytest.mark.parametrize(
    ("chat", "member", "saw"),
    [
        ({}, {}, "not in that chat"),
        ({"id": -1001}, MAY, "no topics"),
        ({"is_forum": True}, {"status": "member"}, "may not manage"),
        ({"is_forum": True}, {**MAY, "can_manage_topics": False}, "may not manage"),
    ],
)
def test_what_keeps_a_team_from_working_is_named(
    chat: dict[str, object], member: dict[str, object], saw: str
) -> None:
    found = doctor.look_at_team(chat, member)
    assert found.state == "bad"
    assert saw in found.saw
    assert found.mend


def test_a_team_is_looked_at_only_where_there_is_one(api: Serve, tmp_path: Path) -> None:
    url = api(200, b'{"ok": true, "result": {"username": "b", "is_forum": true, "status": "administrator"}}')

    def names(**more: Any) -> list[str]:
        settings = Settings(token=SecretStr(TOKEN), api_url=url, content=tmp_path, **more)
        found = doctor.examine(
            settings, FixedClock(), check_content=lambda _: [], check_database=lambda _: None
        )
        return [one.name for one in found]

    assert "care team" not in names()
    assert "care team" in names(care_chat=-100500)
