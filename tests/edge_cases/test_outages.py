"""The coach itself was out of reach, or was killed in the middle."""

import asyncio
from datetime import timedelta

import pytest
from sqlmodel import Session

from bot.db.database import Database
from bot.db.tables import Bookmark, DeliveryStatus
from bot.domain.deliveries import Kind
from bot.domain.streak import Verdict, Why
from bot.services import days, queueing
from tests.edge_cases.stage import (
    ANA,
    Coach,
    coach,
    deliveries,
    ended,
    meet,
    remind,
    rule,
    utc,
)

DUE = utc("2026-03-02 17:00")
MORNING = utc("2026-03-02 10:00")


def silent_for(database: Database, **length: float) -> None:
    """Let the last sign of life be so long ago, by the database's clock."""

    def age(session: Session) -> None:
        beat = session.get_one(Bookmark, "push-beat")
        beat.value -= round(timedelta(**length).total_seconds() * 1000)

    database.call(age)


async def down_from_eleven(database: Database, *times: str) -> Coach:
    """Run until 11:00 in Madrid, then be dead until shortly after five: give the coach that comes back."""
    meet(database, MORNING)
    if times:
        remind(database, MORNING, *times)
    await coach(database, MORNING).at(MORNING)
    silent_for(database, hours=6, minutes=5)
    return coach(database, MORNING + timedelta(hours=6, minutes=5))


async def test_13_six_hours_down_with_five_due_is_one_honest_message(either_database: Database) -> None:
    database = either_database
    back = await down_from_eleven(database, "12:10", "13:10", "14:10", "15:10", "16:10")
    await back.tick()
    await back.walk(back.clock.moment, back.clock.moment + timedelta(hours=5))
    ((_, word),) = back.telegram.given
    assert (word.kind, word.missed) == (Kind.MISSED, 5)
    assert ended(database, DeliveryStatus.SKIPPED) == 5


async def test_13_two_replicas_that_come_back_tell_it_once(either_database: Database) -> None:
    database = either_database
    one = await down_from_eleven(database, "12:10", "13:10")
    other = coach(database, one.clock.moment)
    await asyncio.gather(one.tick(), other.tick())
    assert len(one.telegram.given) + len(other.telegram.given) == 1


async def test_13_a_day_that_the_coach_endangered_is_excused(database: Database) -> None:
    back = await down_from_eleven(database, "12:10")
    await back.tick()
    progress = database.call(days.progress, ANA, back.clock.moment + timedelta(days=1))
    monday = progress.week[0]
    assert (monday.verdict, monday.why) == (Verdict.EXCUSED, Why.COACH_AWAY)


async def test_13_five_people_get_their_own_word_and_who_missed_nothing_gets_none(database: Database) -> None:
    for number in range(100, 105):
        meet(database, MORNING, person_id=number)
        remind(database, MORNING, "12:10", who=number)
    back = await down_from_eleven(database, "18:00")  # Ana's comes after the outage
    await back.tick()
    assert sorted(one.person_id for _, one in back.telegram.given) == [100, 101, 102, 103, 104]


async def test_14_a_restart_in_a_tick_is_all_or_nothing(either_database: Database) -> None:
    database = either_database
    meet(database, MORNING)
    remind(database, MORNING, "18:00")

    def killed(session: Session) -> None:
        assert queueing.queue_due(session, DUE).due == 1
        session.flush()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        database.call(killed)
    assert deliveries(database) == []
    assert rule(database).next_due_at == DUE
    again = coach(database, DUE)
    await again.tick()
    assert again.telegram.walls() == ["2026-03-02 18:00"]
