"""The round of forgetting: to its end, in pieces."""

from datetime import timedelta

from sqlmodel import Session

from bot.db.database import Database
from bot.db.tables import Delivery, DeliveryStatus
from bot.push.cleaning import forget_settled
from bot.services.forgetting import KEPT
from tests.edge_cases.stage import ANA, SetClock, deliveries, meet, utc

NOW = utc("2026-03-02 17:00")


async def test_it_goes_on_until_nothing_old_is_left(database: Database) -> None:
    def add(session: Session) -> None:
        for number in range(1203):
            at = NOW - KEPT - timedelta(seconds=number)
            row = Delivery(
                person_id=ANA, kind="tip", occurrence=f"{number}", due_at=at, expires_at=at, created_at=at
            )
            row.status = DeliveryStatus.SENT
            session.add(row)

    meet(database, NOW)
    database.call(add)
    await forget_settled(database, SetClock(NOW), pause=0)
    assert [row.occurrence for row in deliveries(database)] == ["0"]
