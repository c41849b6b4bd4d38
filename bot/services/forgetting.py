"""Forgetting messages that were settled long ago: nobody asks for them, and the outbox stays small."""

from datetime import datetime, timedelta
from functools import cache
from typing import Final

from sqlalchemy import Delete, bindparam, delete, select
from sqlmodel import Session

from bot.db.tables import METADATA, DeliveryStatus

KEPT: Final = timedelta(days=90)
"""How long it can be looked up what became of a message."""

_SETTLED: Final = (DeliveryStatus.SENT, DeliveryStatus.SKIPPED, DeliveryStatus.FAILED)


def forget_settled(session: Session, now: datetime, limit: int = 500) -> int:
    """Delete messages that were settled 90 days ago, up to ``limit`` of each kind of ending.

    What waits or is being sent stays, however old. A button under a message that is forgotten finds nothing
    to show, and says so.

    :returns: how many were deleted; when it is none, none are left
    """
    connection = session.connection()
    asked = [
        {"ended": status, "is_soft": soft, "before": now - KEPT, "limit": limit}
        for status in _SETTLED
        for soft in (False, True)
    ]
    return sum(connection.execute(_settled(), each).rowcount for each in asked)


@cache
def _settled() -> Delete:
    # All columns of the index, one value each, so that nothing is read but what goes.
    table = METADATA.tables["delivery"]
    old = (
        select(table.c.id)
        .where(table.c.status == bindparam("ended"), table.c.soft == bindparam("is_soft"))
        .where(table.c.due_at < bindparam("before"))
        .limit(bindparam("limit"))
    )
    return delete(table).where(table.c.id.in_(old))
