"""Zone data: its fingerprint, and going on where a batch ended."""

from datetime import datetime, timedelta

from sqlalchemy import update

from bot.db.database import Database
from bot.db.tables import Reminder
from bot.services import zone_data
from tests.edge_cases.stage import meet, remind, rule


def test_each_zone_has_its_own_fingerprint_and_an_unknown_one_has_none() -> None:
    assert zone_data.fingerprint("Europe/Madrid") != zone_data.fingerprint("Europe/London")
    assert zone_data.fingerprint("Europe/Madrid") == zone_data.fingerprint("Europe/Madrid") != 0
    assert zone_data.fingerprint("Mars/Olympus") == 0


def test_it_goes_on_where_a_batch_ended(database: Database, now: datetime) -> None:
    meet(database, now)
    for at in ("18:00", "19:00", "20:00"):
        remind(database, now, at)
    last = database.call(zone_data.recompute, "Europe/Madrid", 0, 2)
    assert last == 2
    assert database.call(zone_data.changed) == ["Europe/Madrid"]
    assert database.call(zone_data.recompute, "Europe/Madrid", last, 2) is None
    assert database.call(zone_data.changed) == []


def test_it_leaves_other_zones_and_reminders_that_are_off_alone(database: Database, now: datetime) -> None:
    meet(database, now)
    remind(database, now, "18:00")
    database.call(lambda session: session.exec(update(Reminder).values(next_due_at=None, next_wall=None)))
    database.call(zone_data.recompute, "Europe/Madrid")
    assert rule(database).next_due_at is None
    database.call(lambda session: session.exec(update(Reminder).values(next_due_at=now - timedelta(days=1))))
    database.call(zone_data.recompute, "Europe/London")
    assert rule(database).next_due_at == now - timedelta(days=1)
