"""How SQLite goes about the push's questions: by an index, whatever there is beside what is due."""

from collections.abc import Iterator
from datetime import UTC, datetime, time
from typing import Any

import pytest
from sqlalchemy import Connection, event
from sqlmodel import Session

from bot.db.database import Database
from bot.db.tables import METADATA, Person
from bot.services import outbox, queueing, reminders

DUE = datetime(2026, 3, 2, 16, tzinfo=UTC)

Plans = dict[str, list[str]]


@pytest.fixture
def plans(database: Database) -> Iterator[Plans]:
    """Give what SQLite says of each statement before it runs."""
    found: Plans = {}

    def explain(connection: Connection, _cursor: object, said: str, values: Any, *rest: Any) -> None:
        if said.startswith(("SELECT", "INSERT", "UPDATE")):
            given = values[0] if rest[-1] else values
            driver = connection.connection.driver_connection
            assert driver is not None
            found[said] = [row[3] for row in driver.execute(f"EXPLAIN QUERY PLAN {said}", given)]

    event.listen(database.engine, "before_cursor_execute", explain)
    yield found
    event.remove(database.engine, "before_cursor_execute", explain)


def test_a_round_reads_nothing_from_one_end_to_the_other(
    database: Database, now: datetime, plans: Plans
) -> None:
    """Neither all reminders nor all that was ever sent: there may be a million of them.

    Of the way to go about a few SQLite thinks otherwise than of many.
    """

    def run(session: Session) -> None:
        for number in range(1, 101):
            session.add(Person(id=number, first_name="Ana", created_at=now, first_day=now.date()))
            reminders.add(session, number, "0123456", [time(16)], now)
        queueing.queue_due(session, DUE)
        outbox.waiting(session, DUE)
        taken = outbox.take(session, DUE).claimed
        outbox.mark(session, [outbox.sent(one.delivery_id, 1, DUE) for one in taken])

    database.call(run)
    steps = {(step, said) for said, steps in plans.items() for step in steps}
    assert len(steps) > 10
    assert not [said for step, said in steps if step in {f"SCAN {table}" for table in METADATA.tables}]
    sent_ever = "SEARCH delivery USING INDEX ix_delivery_open (status=?)"
    lapsed = "delivery.claimed_until < ?"  # what is being sent is little
    assert not [said for step, said in steps if step == sent_ever and lapsed not in said]
