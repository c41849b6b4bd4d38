"""Being ill: days that count as free and say why, ended sooner by one tap."""

from datetime import date, datetime, timedelta

import pytest
from sqlmodel import Session

from bot.db.tables import Person
from bot.domain.streak import Verdict, Why
from bot.services import days, illness, reminders

TODAY = date(2026, 3, 2)


def test_days_of_illness_count_as_free_and_say_why(session: Session, person: Person, now: datetime) -> None:
    assert illness.say(session, 7, 3, now) == TODAY + timedelta(days=2)
    rows = days.history(session, 7, now + timedelta(days=4)).rows
    ill = [row.day for row in rows if (row.verdict, row.why) == (Verdict.EXCUSED, Why.ILL)]
    assert ill == [TODAY + timedelta(days=n) for n in range(3)]


def test_whoever_is_well_sooner_has_ordinary_days_again(
    session: Session, person: Person, now: datetime
) -> None:
    illness.say(session, 7, 7, now)
    tomorrow = now + timedelta(days=1)
    reminders.pause(session, 7, 0, tomorrow)
    rows = days.history(session, 7, tomorrow).rows
    assert [row.why for row in rows[-2:]] == [Why.ILL, Why.STILL_OPEN]


def test_a_holiday_says_that_it_is_a_pause(session: Session, person: Person, now: datetime) -> None:
    reminders.pause(session, 7, 3, now)
    assert days.history(session, 7, now).rows[-1].why == Why.PAUSED


@pytest.mark.parametrize("length", [-1, 0, 5, 999])
def test_lengths_that_nobody_offered_change_nothing(
    session: Session, person: Person, now: datetime, length: int
) -> None:
    assert illness.say(session, 7, length, now) is None
    assert reminders.paused_until(session, 7, TODAY) is None


def test_saying_it_twice_is_saying_it_once(session: Session, person: Person, now: datetime) -> None:
    illness.say(session, 7, 3, now)
    assert illness.say(session, 7, 7, now) == TODAY + timedelta(days=6)
    assert days.history(session, 7, now).rows[-1].why == Why.ILL
