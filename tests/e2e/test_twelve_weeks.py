"""Three people live twelve weeks with the coach: at a desk, with brittle bones, with pain that rises.

They live side by side on one stage, by buttons and words only; what they saw is looked at afterwards.
"""

import asyncio
import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import aiohttp
import pypdfium2  # type: ignore[import-untyped]  # it has no types
import pytest
from sqlmodel import Session, select
from structlog.testing import capture_logs

from bot.db.tables import ExerciseSession
from bot.domain.exercises import Place
from bot.domain.matrix import Answer
from bot.domain.measures import Verdict as Trend
from bot.domain.progression import Why as Reason
from bot.domain.sessions import from_json
from bot.domain.streak import DayRow, Streak, Verdict, Why
from bot.services import care, days, progress, progression
from bot.services.progression import Changed
from tests.e2e.conftest import Stage, staged
from tests.e2e.persona import Life
from tests.e2e.three import ACTIVITIES, PEOPLE, Somebody

pytestmark = pytest.mark.e2e

WEEKS = 12
ZONE = ZoneInfo("Europe/Madrid")
MORNING, MIDDAY = time(7, 30, 1), time(12, 30, 1)
"""Just after the two moments at which reminders come to them."""


class Heard(logging.Handler):
    """Keeps what libraries have to complain about."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a line."""
        self.lines.append(record.getMessage())


@dataclass
class Lived:
    """A life, and what the house knows of it at the end."""

    life: Life
    rows: tuple[DayRow, ...]
    streak: Streak
    changes: list[Changed]
    trend: Trend
    flags: frozenset[str]
    planned: list[tuple[str, str]]
    """Every exercise and form that any session held, what could stand in for it included."""


@dataclass
class Twelve:
    """Three lives and what the coach had to complain about."""

    lived: Mapping[str, Lived]
    complaints: list[str]
    refused: list[str]


async def live(folder: Path) -> Twelve:
    """Live twelve weeks, from a Monday on."""
    heard = Heard()
    logging.getLogger().addHandler(heard)
    try:
        with capture_logs() as lines:
            async with (
                staged(folder) as stage,
                aiohttp.ClientSession(f"{stage.emulator.url}/control/") as http,
            ):
                lived, refused = await _together(stage, folder, http)
    finally:
        logging.getLogger().removeHandler(heard)
    own = [str(line) for line in lines if line["log_level"] in {"error", "critical"} or "exc_info" in line]
    return Twelve(lived, own + heard.lines, refused)


async def _together(
    stage: Stage, folder: Path, http: aiohttp.ClientSession
) -> tuple[Mapping[str, Lived], list[str]]:
    year = stage.clock.now().year + 1
    monday = next(day for n in range(1, 8) if (day := date(year, 1, n)).weekday() == 0)
    await _move(stage, monday, time(10, 0))
    lives = {
        key: Life(key, await stage.person(name), stage.coach.house.library, folder, http, ACTIVITIES[key])
        for key, (name, _) in PEOPLE.items()
    }
    people = {key: PEOPLE[key][1](life) for key, life in lives.items()}
    refused: list[str] = []
    seen = 0
    for n in range(7 * WEEKS):
        today, week = monday + timedelta(n), n // 7 + 1
        if n:
            await _move(stage, today, MORNING)
        await _move(stage, today, MIDDAY)
        await asyncio.gather(*(_day(people[key], life, today, n) for key, life in lives.items()))
        if n % 7 == 6:
            more, seen = await _refused(stage, seen)
            refused += more
            if week in {4, 8, 12}:
                await asyncio.gather(*(life.look_back(week) for life in lives.values()))
    for life in lives.values():
        life.write_down()
    return {key: await _known(stage, life) for key, life in lives.items()}, refused


async def _day(who: Somebody, life: Life, today: date, n: int) -> None:
    await life.wake(today)
    if n == 0:
        await who.first()
    await who.day(n // 7 + 1, n % 7)


async def _move(stage: Stage, day: date, at: time) -> None:
    aim = datetime.combine(day, at, ZONE)
    await stage.move(seconds=(aim - stage.clock.now()).total_seconds())


async def _refused(stage: Stage, seen: int) -> tuple[list[str], int]:
    """Return the calls after ``seen`` that Telegram would have refused, and the last one there is."""
    calls = await stage.emulator.calls(after=seen)
    wrong = [f"{call['method']}: {call.get('description')}" for call in calls if not call["ok"]]
    return [one for one in wrong if "not modified" not in one], calls[-1]["seq"]


async def _known(stage: Stage, life: Life) -> Lived:
    return await stage.coach.house.database.run(_found, life, stage.clock.now())


def _found(session: Session, life: Life, now: datetime) -> Lived:
    who = life.person.id
    done = days.progress(session, who, now)
    rows = days.history(session, who, now).rows
    sessions = session.exec(select(ExerciseSession).where(ExerciseSession.person_id == who)).all()
    items = [item for row in sessions for one in from_json(row.plan) for item in (one, *one.instead)]
    return Lived(
        life,
        rows,
        done.streak,
        progression.listed(session, who, most=200),
        progress.look(session, who, now).comparison.verdict,
        care.standing(session, who, life.library, done.today).flags,
        [(item.exercise, rung.variation) for item in items for rung in item.rungs],
    )


@pytest.fixture(scope="session")
def twelve(tmp_path_factory: pytest.TempPathFactory) -> Twelve:
    """Let them live, once for all tests."""
    return asyncio.run(live(tmp_path_factory.mktemp("personas")))


@pytest.fixture(params=["a", "b", "c"])
def one(request: pytest.FixtureRequest, twelve: Twelve) -> Lived:
    """Give each of the three."""
    return twelve.lived[request.param]


def test_nothing_went_wrong_behind_the_scenes(twelve: Twelve) -> None:
    assert twelve.complaints == []
    assert twelve.refused == []


def test_every_press_is_answered_and_every_screen_is_within_limits(one: Lived) -> None:
    assert one.life.odd == []
    assert len(one.life.practised) > 20


def test_no_session_ever_shows_what_flags_forbid(one: Lived) -> None:
    matrix = one.life.library.matrix
    for exercise, form in {*one.life.cards, *one.planned}:
        assert matrix.judge(exercise, form, one.flags).answer is Answer.OK, (exercise, form)


def test_the_ledger_explains_every_day(one: Lived) -> None:
    """A verdict and a reason each, in the ledger and on its pages; the days of practice are those lived."""
    assert len(one.rows) == len(one.life.ledger) == 7 * WEEKS
    assert all(row.why in set(Why) for row in one.rows)
    assert Verdict.UNKNOWN not in {row.verdict for row in one.rows}
    assert {row.day for row in one.rows if row.counts} == one.life.practised


def test_the_row_of_days_is_what_the_card_says(one: Lived) -> None:
    told = [int(count) for entry in one.life.diary for count in re.findall(r"(\d+) days in a row", entry)]
    assert told[-1] == one.streak.current <= one.streak.longest == max(told) <= len(one.life.practised)


def test_the_report_is_one_page_with_their_name(one: Lived) -> None:
    for week in (4, 8, 12):
        page = pypdfium2.PdfDocument(one.life.folder / f"{one.life.name}-week{week}-report.pdf")
        assert len(page) == 1
        words = page[0].get_textpage().get_text_range()
        assert "How the middle back has been" in words
        assert one.life.activities[0] in words


def test_the_report_names_the_warning_sign_and_what_hurt(twelve: Twelve) -> None:
    page = pypdfium2.PdfDocument(twelve.lived["c"].life.folder / "c-week12-report.pdf")[0]
    words = " ".join(page.get_textpage().get_text_range().split())
    assert "Warning sign: Numb or tingling, in a session" in words
    assert "It hurt more than it should, so a step easier." in words


def test_changes_are_told_with_their_reason_and_one_is_taken_back(twelve: Twelve) -> None:
    """At the desk: a little more, one of them taken back once; a smaller start after a week away."""
    desk = twelve.lived["a"]
    assert desk.life.saw("Three sessions went well, so a little more.")
    assert desk.life.saw("Taken back. It is as it was before.")
    assert [one.why for one in desk.changes if one.undone] == [Reason.THREE_GREEN]
    assert desk.life.saw("After a week away, a smaller start.")
    assert {one.why for one in desk.changes} == {Reason.THREE_GREEN, Reason.GAP}


def test_a_holiday_costs_nothing_and_less_pain_is_called_less(twelve: Twelve) -> None:
    desk = twelve.lived["a"]
    assert [row.verdict for row in desk.rows[35:42]] == [Verdict.EXCUSED] * 7
    assert desk.trend is Trend.LOWER
    assert desk.life.saw("Lower than at the start, by an amount many people notice.")


def test_brittle_bones_never_meet_the_floor(twelve: Twelve) -> None:
    """No form that is done on the floor alone, none that bends or twists under load; one was exchanged."""
    berta = twelve.lived["b"]
    assert berta.flags == {"brittle-bones", "no-floor"}
    assert berta.life.saw("[Not here]")
    exercises = berta.life.library.exercises
    assert all(exercises[slug].variation(form).places != {Place.FLOOR} for slug, form in berta.life.cards)
    assert not {("i-y-t", form) for form in ("standard", "t-only")} & {*berta.planned}
    assert ("seated-cat-cow", "standard") not in berta.planned


def test_pain_that_rises_is_met_gently_and_a_professional_is_named(twelve: Twelve) -> None:
    carlos = twelve.lived["c"]
    told = "\n".join(carlos.life.diary)
    order = [
        "Let us make it easier.",
        "We stop this one.",
        "Only breathing today.",
        "Please let a doctor or physiotherapist have a look.",
        "Higher. Let us make it gentler. If it stays, have it checked.",
        "Paused until someone has had a look",
        "Good to hear.",
        "About the same as when you began.",
    ]
    assert sorted(order, key=told.index) == order
    assert {Reason.RED, Reason.TWO_AMBERS, Reason.WORSE_NEXT_DAY} <= {one.why for one in carlos.changes}
    assert Verdict.MISSED not in {row.verdict for row in carlos.rows}
    assert [row.why for row in carlos.rows[36:42]].count(Why.WAITED) == 5
    assert carlos.trend is Trend.SAME
