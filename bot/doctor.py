"""`midback doctor`: looks at what the coach needs and says how to mend what is wrong."""

import json
import os
import sqlite3
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http.client import HTTPException
from pathlib import Path
from typing import Any, Literal
from urllib.error import HTTPError
from urllib.request import urlopen
from zoneinfo import available_timezones

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from bot.clock import Clock
from bot.heart import ALIVE
from bot.log import mask
from bot.settings import PREFIX, Settings, sqlite_path

CLOCK_TOLERANCE = 30  # seconds; more, and reminders come visibly late or early
ZONES = 400  # the IANA data has about 600; far fewer means that it is cut down or missing
OLDEST_SQLITE = 3, 35  # of March 2021: RETURNING and DROP COLUMN; UPDATE ... FROM came with 3.33
SIGNS = {"good": "[green]✓[/]", "warning": "[yellow]![/]", "bad": "[red]✗[/]"}


@dataclass(frozen=True)
class Finding:
    """What one look found; `mend` says how to put it right where it is not good."""

    name: str
    state: Literal["good", "warning", "bad"]
    saw: str
    mend: str = ""


@dataclass(frozen=True)
class Answer:
    """What the Bot API answered to getMe; `status` 0 means that it could not be reached, `words` says why."""

    status: int
    words: str
    username: str = ""
    date: datetime | None = None


def examine(
    settings: Settings,
    clock: Clock,
    *,
    check_content: Callable[[Path], Sequence[object]],
    check_database: Callable[[str], str | None],
) -> list[Finding]:
    """Look at everything that can be looked at with these settings."""
    return [
        *_examine_api(settings, clock),
        look_at_database(settings.database_url, check_database),
        look_at_folder(settings.database_url),
        look_at_content(settings.content, check_content),
        look_at_zones(available_timezones(), settings.zone),
    ]


def _examine_api(settings: Settings, clock: Clock) -> list[Finding]:
    if settings.token is None:
        mend = f"Only `run` needs one: ask @BotFather for a bot, then set {PREFIX}TOKEN."
        return [Finding("token", "warning", "none is set", mend)]
    answer = ask(settings.api_url, settings.token.get_secret_value())
    found = [look_at_token(answer, settings.api_url), look_at_clock(answer.date, clock.now())]
    if settings.care_chat is not None and answer.status == 200:
        found.append(look_at_team(*_ask_team(settings, settings.care_chat)))
    return found


def ask(api_url: str, token: str, seconds: float = 10) -> Answer:
    """Call getMe. Errors come back as values, without the token."""
    try:
        with urlopen(f"{api_url}/bot{token}/getMe", timeout=seconds) as response:  # noqa: S310 settings allow http(s) alone
            body = json.loads(response.read())
            return Answer(200, "ok", body["result"].get("username", ""), _date(response.headers["Date"]))
    except HTTPError as error:
        with error:
            return Answer(error.code, str(error.reason), date=_date(error.headers["Date"]))
    except (OSError, HTTPException) as error:
        return Answer(0, mask(str(getattr(error, "reason", error))))
    except (ValueError, KeyError, TypeError, AttributeError):
        return Answer(0, "the answer is not the Bot API's")


def _ask_team(settings: Settings, chat_id: int) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    """Ask what the care team's chat is, and what the bot is in it; empty where Telegram does not say so."""
    token = settings.token.get_secret_value() if settings.token else ""
    bot, chat = f"{settings.api_url}/bot{token}", f"chat_id={chat_id}"
    member = f"getChatMember?{chat}&user_id={token.partition(':')[0]}"
    return _result(f"{bot}/getChat?{chat}"), _result(f"{bot}/{member}")


def _result(address: str, seconds: float = 10) -> Mapping[str, Any]:
    try:
        with urlopen(address, timeout=seconds) as response:  # noqa: S310 settings allow http(s) alone
            result = json.loads(response.read())["result"]
    except (OSError, HTTPException, ValueError, KeyError, TypeError):
        return {}
    return result if isinstance(result, dict) else {}


def look_at_team(chat: Mapping[str, Any], member: Mapping[str, Any]) -> Finding:
    """Judge the care team's chat: it needs topics, and the bot the right to manage and to pin them."""
    setting = f"{PREFIX}CARE_CHAT"
    if not chat:
        mend = f"Add the bot to the group, or correct {setting}: supergroups begin with -100."
        return Finding("care team", "bad", "the bot is not in that chat", mend)
    if not chat.get("is_forum"):
        return Finding(
            "care team", "bad", "the group has no topics", "Switch topics on in the group's settings."
        )
    if member.get("status") != "administrator" or member.get("can_manage_topics") is False:
        mend = "Make it an administrator with the rights to manage topics and to pin messages."
        return Finding("care team", "bad", "the bot may not manage topics", mend)
    return Finding("care team", "good", "the bot may manage topics in its chat")


def _date(header: str | None) -> datetime | None:
    try:
        return parsedate_to_datetime(header or "").astimezone(UTC)
    except ValueError:
        return None


def look_at_token(answer: Answer, api_url: str) -> Finding:
    """Judge the answer to getMe."""
    if answer.status == 200:
        return Finding("token", "good", f"@{answer.username} answers at {api_url}")
    if answer.status in (401, 404):
        mend = "The token is wrong or was revoked: copy it again from @BotFather (/mybots, API Token)."
        return Finding("token", "bad", f"{api_url} does not know this token ({answer.status})", mend)
    if answer.status == 0:
        mend = f"Check the network, a proxy, and {PREFIX}API_URL."
        return Finding("token", "bad", f"{api_url} cannot be reached: {answer.words}", mend)
    mend = "That is on the other side: try again in some minutes."
    return Finding("token", "bad", f"{api_url} answers {answer.status} {answer.words}", mend)


def look_at_clock(there: datetime | None, here: datetime) -> Finding:
    """Compare our clock with the Bot API's; both aware."""
    if there is None:
        return Finding(
            "clock", "warning", "could not be compared with the Bot API's", "First mend the token."
        )
    seconds = round((here - there).total_seconds())
    if abs(seconds) <= CLOCK_TOLERANCE:
        return Finding("clock", "good", "agrees with the Bot API's")
    way = "ahead" if seconds > 0 else "behind"
    mend = "Let the machine set its clock by the network (NTP): reminders follow it."
    return Finding("clock", "warning", f"is {abs(seconds)} s {way}", mend)


def look_at_database(
    url: str, check: Callable[[str], str | None], sqlite: str = sqlite3.sqlite_version
) -> Finding:
    """See whether the database answers, is not too old, and has this version's tables."""
    path = sqlite_path(url)
    if path is not None and tuple(map(int, sqlite.split("."))) < OLDEST_SQLITE:
        oldest = ".".join(map(str, OLDEST_SQLITE))
        saw = f"SQLite {sqlite} is too old: the coach needs {oldest} or newer"
        mend = f"Use a Python that comes with a newer one, or set {PREFIX}DATABASE_URL to a PostgreSQL."
        return Finding("database", "bad", saw, mend)
    if path is not None and not path.exists():
        return Finding("database", "good", f"{path} will be made at the first start")
    try:
        sentence = check(url)
    except Exception as error:  # noqa: BLE001 every engine fails in its own way; all of them mean "not reachable"
        words = mask(str(error)).splitlines() or [type(error).__name__]
        mend = f"Start the database, or correct {PREFIX}DATABASE_URL."
        return Finding("database", "bad", f"cannot be reached: {words[0]}", mend)
    if sentence:
        return Finding(
            "database", "bad", sentence, "`midback db upgrade` (or the next `run`) brings it up to date."
        )
    return Finding("database", "good", "reachable and up to date")


def look_at_folder(url: str) -> Finding:
    """See whether the folder of a SQLite file can be written."""
    path = sqlite_path(url)
    if path is None:
        return Finding("data folder", "good", "not needed: the database is a server")
    folder = next(folder for folder in path.absolute().parents if folder.exists())
    try:
        with tempfile.TemporaryFile(dir=folder):
            return Finding("data folder", "good", f"{path.parent} can be written")
    except OSError as error:
        mend = f"Give this user ({_user()}) the right to write there, or set {PREFIX}DATABASE_URL elsewhere."
        return Finding("data folder", "bad", f"{folder} cannot be written: {error.strerror}", mend)


def _user() -> str:
    return str(os.getuid()) if hasattr(os, "getuid") else "the one who starts the coach"


def look_at_content(folder: Path, check: Callable[[Path], Sequence[object]]) -> Finding:
    """See whether the content passes its checker."""
    problems = check(folder)
    if not problems:
        return Finding("content", "good", f"{folder} passes")
    saw = f"{folder} has {len(problems)} problems, the first: {problems[0]}"
    return Finding("content", "bad", saw, "`midback content check` lists them all.")


def look_at_zones(known: set[str], zone: str) -> Finding:
    """See whether time zone data is there."""
    if len(known) < ZONES:
        mend = "Install the package tzdata again: pip install --force-reinstall tzdata."
        return Finding("time zones", "bad", f"only {len(known)} are known", mend)
    return Finding("time zones", "good", f"{len(known)} are known, new people are guessed to be in {zone}")


def look_at_heart(seconds: float | None) -> Finding:
    """Judge the age of the running coach's last sign of life."""
    if seconds is None:
        return Finding("coach", "bad", "does not run here", "Start it: midback run")
    if seconds > ALIVE:
        mend = "Its event loop is stuck: restart it, and report its last log lines."
        return Finding("coach", "bad", f"gave its last sign of life {seconds:.0f} s ago", mend)
    return Finding("coach", "good", f"is alive ({seconds:.0f} s ago)")


def tell(findings: Sequence[Finding], console: Console) -> int:
    """Print the findings as a table; the exit code is 1 when one is bad."""
    table = Table(show_header=False, box=None, padding=(0, 1))
    for finding in findings:
        mend = f"\n[dim]{escape(finding.mend)}[/]" if finding.mend else ""
        table.add_row(SIGNS[finding.state], f"[bold]{finding.name}[/]", escape(finding.saw) + mend)
    console.print(table)
    return int(any(finding.state == "bad" for finding in findings))
