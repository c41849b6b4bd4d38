"""Readiness: the database answers, nobody waits for minutes, the tick goes on."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy.exc import OperationalError

from bot.db.database import Database
from bot.metrics import Metrics
from bot.readiness import ASLEEP, BEHIND, Readiness
from bot.services import inbox
from bot.services.inbox import Arrived
from tests.chat.stage import StillClock


class Time:
    """Seconds that pass when told to."""

    def __init__(self) -> None:
        self.passed = 0.0

    def __call__(self) -> float:
        return self.passed


@pytest.fixture
def seconds() -> Time:
    """Give a time that stands still."""
    return Time()


@pytest.fixture
def readiness(database: Database, now: datetime, seconds: Time) -> Readiness:
    """Look after a coach that does nothing."""
    return Readiness(database, StillClock(now), Metrics(), seconds)


async def test_all_is_well_at_first(readiness: Readiness) -> None:
    assert {name: await check() for name, check in readiness.checks().items()} == {
        "database": None,
        "inbox": None,
        "scheduler": None,
    }


async def test_updates_that_wait_too_long_are_told(
    readiness: Readiness, database: Database, now: datetime
) -> None:
    await database.run(inbox.store, [Arrived(1, 7, {})], now - BEHIND)
    assert await readiness.inbox() is None
    await database.run(inbox.store, [Arrived(2, 7, {})], now - BEHIND - timedelta(seconds=1))
    assert await readiness.inbox() == "2 updates wait, the oldest for 301 seconds"


async def test_a_tick_that_hangs_or_stops_is_told(readiness: Readiness, seconds: Time) -> None:
    async def tick() -> None:
        seconds.passed += ASLEEP + 1
        assert await readiness.scheduler() == "no tick for 61 seconds"

    assert await readiness.scheduler() is None
    await readiness.noticing(tick)()
    assert await readiness.scheduler() is None
    seconds.passed += ASLEEP + 1
    assert await readiness.scheduler() == "no tick for 61 seconds"


async def test_a_database_that_does_not_answer_is_an_error(now: datetime) -> None:
    away = Database("sqlite:////nowhere/at/all.sqlite3")
    with pytest.raises(OperationalError):
        await Readiness(away, StillClock(now), Metrics(), Time()).database()
    away.close()


async def test_figures_count_the_inbox_as_it_is_now(
    readiness: Readiness, database: Database, now: datetime
) -> None:
    await database.run(inbox.store, [Arrived(1, 7, {}), Arrived(2, 7, {})], now - timedelta(seconds=9))
    page = (await readiness.figures()).decode()
    assert 'midback_inbox{state="waiting"} 2.0' in page
    assert "midback_inbox_oldest_seconds 9.0" in page
