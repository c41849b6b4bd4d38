"""The end of a session, stored: noted with the last press, said again by the same card and by no other."""

from datetime import datetime, time, timedelta

import pytest
from sqlmodel import Session, select

from bot.db.tables import DayMark, ExerciseSession, Person, Reminder, Told
from bot.domain.endings import Milestone
from bot.domain.measures import Measure
from bot.domain.safety import Tier
from bot.domain.sessions import Press
from bot.domain.streak import Mark
from bot.services import care, checkins, endings, reminders
from bot.services.endings import Besides
from bot.services.sessions import Running
from tests.services.playing import LIBRARY, begin


def finish(session: Session, now: datetime) -> Running:
    """Begin a session of one set and end it by its last press."""
    running = begin(session, 7, now, count=1)
    after = endings.press(session, 7, running.id, 0, Press.DONE, library=LIBRARY, now=now)
    assert after
    return after


def said(session: Session, running: Running) -> Besides:
    """Return what its card says besides."""
    return endings.besides(session, 7, running.id)


@pytest.fixture
def ana(session: Session, person: Person, now: datetime) -> Person:
    """Give Ana, who answered the question of this week."""
    checkins.skip(session, 7, Measure.PAIN, 0, now)
    return session.get_one(Person, 7)


def test_the_first_session_is_told_on_its_own_card_alone(
    session: Session, ana: Person, now: datetime
) -> None:
    first = finish(session, now)
    assert said(session, first).milestone is Milestone.FIRST
    second = finish(session, now + timedelta(hours=1))
    assert said(session, second) == Besides()
    assert said(session, first).milestone is Milestone.FIRST


def test_seven_days_are_told(session: Session, ana: Person, now: datetime) -> None:
    ana.first_day = now.date() - timedelta(days=9)
    for ago in range(1, 7):
        day = now.date() - timedelta(days=ago)
        session.add(DayMark(person_id=7, day=day, mark=Mark.DONE, at=now))
    assert said(session, finish(session, now)).milestone is Milestone.DAYS_7


def test_a_late_press_while_a_sign_waits_uses_no_card_up(
    session: Session, ana: Person, now: datetime
) -> None:
    running = finish(session, now)
    told = session.exec(select(Told.what)).all()
    care.hold(session, 7, Tier.A, care.WORDS, now)
    later = now + timedelta(days=6)  # when the days that were left free leave the week's goal met
    assert endings.press(session, 7, running.id, 0, Press.DONE, library=LIBRARY, now=later)
    assert session.exec(select(Told.what)).all() == told


def test_a_double_press_notes_nothing_twice(session: Session, ana: Person, now: datetime) -> None:
    running = finish(session, now)
    again = endings.press(session, 7, running.id, 0, Press.DONE, library=LIBRARY, now=now)
    assert again
    assert again.outdated
    assert len(session.exec(select(Told)).all()) == 1


def test_a_press_in_the_middle_notes_nothing(session: Session, ana: Person, now: datetime) -> None:
    running = begin(session, 7, now)
    endings.press(session, 7, running.id, 0, Press.DONE, library=LIBRARY, now=now)
    assert session.exec(select(Told)).all() == []
    assert said(session, running) == Besides()


def test_nobody_elses_card_says_anything(session: Session, ana: Person, now: datetime) -> None:
    assert endings.besides(session, 8, finish(session, now).id) == Besides()


@pytest.fixture
def evenings(session: Session, ana: Person, now: datetime) -> datetime:
    """Let Ana have begun ten sessions around 20:10 in Madrid, and be reminded at 07:30; give this evening."""
    evening = now.replace(hour=19, minute=10)
    for ago in range(1, 11):
        at = evening - timedelta(days=ago, minutes=ago % 3)
        session.add(
            ExerciseSession(person_id=7, title="mine", plan=[], revision=1, status="finished", started_at=at)
        )
    reminders.add(session, 7, "024", [time(7, 30), time(12)], now)
    session.flush()
    return evening


def test_a_habit_is_asked_about_once_a_month(session: Session, evenings: datetime) -> None:
    running = finish(session, evenings)
    assert said(session, running).move == time(20, 10)
    assert said(session, finish(session, evenings + timedelta(days=1))).move is None
    next_month = evenings + timedelta(days=31)
    asking = checkins.due(session, 7, next_month)
    assert asking
    checkins.skip(session, 7, asking.measure, asking.week, next_month)
    assert said(session, finish(session, next_month)).move is not None


def test_yes_moves_the_nearest_time_and_asks_no_more(session: Session, evenings: datetime) -> None:
    running = finish(session, evenings)
    assert endings.move(session, 7, time(20, 10), evenings, yes=True)
    assert session.exec(select(Reminder.times)).one() == "07:30 20:10"
    later = evenings + timedelta(minutes=1)
    assert not endings.move(session, 7, time(20, 10), later, yes=True)
    assert session.exec(select(Reminder.times)).one() == "07:30 20:10"
    assert said(session, running).move is None


def test_no_leaves_it_and_asks_no_more(session: Session, evenings: datetime) -> None:
    running = finish(session, evenings)
    later = evenings + timedelta(minutes=1)
    assert not endings.move(session, 7, time(20, 10), later, yes=False)
    assert session.exec(select(Reminder.times)).one() == "07:30 12:00"
    assert said(session, running).move is None


def test_whoever_wants_no_offers_is_asked_nothing(session: Session, ana: Person, evenings: datetime) -> None:
    ana.nudges = False
    assert said(session, finish(session, evenings)).move is None


def test_a_question_that_is_due_comes_before_any_offer(
    session: Session, evenings: datetime, now: datetime
) -> None:
    assert checkins.back(session, 7, Measure.PAIN, 0, 0, now)
    next_week = evenings + timedelta(days=7)
    assert checkins.due(session, 7, next_week)
    assert said(session, finish(session, next_week)).move is None
