"""Forgetting what was settled long ago, on both engines."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import event
from sqlmodel import Session, select

from bot.db.database import Database
from bot.db.tables import Delivery, DeliveryStatus
from bot.services import forgetting
from bot.services.forgetting import KEPT
from tests.edge_cases.stage import ANA, meet

NOW = datetime(2026, 3, 2, 17, tzinfo=UTC)
OLD, YOUNG = NOW - KEPT - timedelta(seconds=1), NOW - KEPT
SETTLED = [DeliveryStatus.SENT, DeliveryStatus.SKIPPED, DeliveryStatus.FAILED]


def settle(database: Database, due_at: datetime, status: str, count: int = 1, *, soft: bool = False) -> None:
    """Bring messages that ended like this, or have not ended."""

    def add(session: Session) -> None:
        for number in range(count):
            row = Delivery(
                person_id=ANA,
                kind="reminder",
                occurrence=f"{due_at} {status} {soft} {number}",
                soft=soft,
                due_at=due_at,
                expires_at=due_at,
                status=status,
                created_at=due_at,
            )
            session.add(row)

    database.call(add)


def left(database: Database) -> int:
    """Return how many messages there are."""
    return len(database.call(lambda session: session.exec(select(Delivery.id)).all()))


@pytest.mark.parametrize("soft", [False, True])
def test_it_forgets_what_is_settled_and_old(either_database: Database, soft: bool) -> None:
    meet(either_database, OLD)
    for status in SETTLED:
        settle(either_database, OLD, status, soft=soft)
        settle(either_database, YOUNG, status, soft=soft)
    assert either_database.call(forgetting.forget_settled, NOW) == 3
    assert either_database.call(forgetting.forget_settled, NOW) == 0
    assert left(either_database) == 3


@pytest.mark.parametrize("status", [DeliveryStatus.PENDING, DeliveryStatus.SENDING])
def test_it_keeps_what_has_not_ended_however_old(database: Database, status: DeliveryStatus) -> None:
    meet(database, OLD)
    settle(database, OLD, status)
    assert database.call(forgetting.forget_settled, NOW) == 0
    assert left(database) == 1


def test_it_forgets_no_more_than_a_piece_at_a_time(database: Database) -> None:
    meet(database, OLD)
    settle(database, OLD, DeliveryStatus.SENT, 5)
    assert [database.call(forgetting.forget_settled, NOW, 2) for _ in range(4)] == [2, 2, 1, 0]


def test_it_reads_the_index_alone(database: Database) -> None:
    """Its cost grows with what goes, not with what stays."""
    asked: list[str] = []
    event.listen(database.engine, "before_cursor_execute", lambda c, cursor, text, *more: asked.append(text))
    database.call(forgetting.forget_settled, NOW)
    [statement] = {text for text in asked if text.startswith("DELETE")}
    with database.engine.connect() as connection:
        marks = ("x", 0, "x", 1, 0)
        rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", marks).all()
    plan = " ".join(str(row[-1]) for row in rows)
    assert "ix_delivery_open (status=? AND soft=? AND due_at<?)" in plan
