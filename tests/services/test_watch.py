"""The beat of the push, and the outages that its silence tells."""

from datetime import datetime, timedelta

from sqlmodel import Session

from bot.db.database import Database
from bot.db.tables import Bookmark
from bot.services import watch


def silent_for(database: Database, minutes: int) -> None:
    """Let the last beat be so long ago."""

    def age(session: Session) -> None:
        session.get_one(Bookmark, "push-beat").value -= minutes * 60_000

    database.call(age)


def test_the_first_beat_ever_ends_no_outage(either_database: Database, now: datetime) -> None:
    assert either_database.call(watch.beat, now) is None
    assert either_database.call(watch.last_outage) is None


def test_a_short_silence_is_none(either_database: Database, now: datetime) -> None:
    either_database.call(watch.beat, now)
    silent_for(either_database, 4)
    assert either_database.call(watch.beat, now) is None


def test_a_long_silence_is_told_once_in_the_coachs_own_time(either_database: Database, now: datetime) -> None:
    either_database.call(watch.beat, now)
    silent_for(either_database, 60)
    outage = either_database.call(watch.beat, now)
    assert outage is not None
    assert outage.last == now
    assert abs(outage.first - (now - timedelta(hours=1))) < timedelta(seconds=30)
    assert either_database.call(watch.beat, now) is None
    assert either_database.call(watch.last_outage) == outage


def test_a_process_that_was_awake_all_the_time_knows_that_only_a_clock_has_moved(
    database: Database, now: datetime
) -> None:
    database.call(watch.beat, now)
    silent_for(database, 60)
    assert database.call(watch.beat, now, timedelta(seconds=30)) is None


def test_what_was_due_at_its_very_end_is_late_and_not_missed(now: datetime) -> None:
    outage = watch.Outage(now - timedelta(hours=1), now)
    assert outage.missed(now - timedelta(minutes=5))
    assert not outage.missed(now - timedelta(minutes=4))
    assert not outage.missed(now - timedelta(minutes=61))
