"""Setting aside what cannot even be read, so that it does not stop everybody else.

SQLite takes anything as a time of day, and somebody may have changed a row by hand. One such row makes the
reading of a whole batch fail. Then, and only then, each is read by itself.
"""

from collections.abc import Callable, Iterable
from datetime import datetime

import structlog
from sqlalchemy import update
from sqlmodel import Session, col, select

from bot.db.lists import among
from bot.db.tables import METADATA, DeliveryStatus, Person, PlannedPause
from bot.services import herds, statements
from bot.services.last_look import Candidate, candidates, know
from bot.services.statements import DELIVERIES
from bot.services.verdicts import POISON

log = structlog.get_logger(__name__)

UNREADABLE = (ValueError, TypeError)
"""What is raised for a value that is none of its column's: words that say no time, and no words at all."""


def deliveries(session: Session, now: datetime, limit: int) -> int:
    """Set aside deliveries that :func:`bot.services.outbox.take` cannot read; return how many."""
    ask, asked = session.connection().execute, {"now": now, "limit": limit}

    def read(number: int) -> None:
        one = Candidate._make(ask(candidates().where(DELIVERIES.c.id == number)).one())
        know(session, [one], now)
        session.get_one(Person, one.person_id)

    due = (statements.due(soft=soft).with_only_columns(DELIVERIES.c.id) for soft in (False, True))
    broken = [
        number for question in due for number in _unreadable(ask(question, asked).scalars().all(), read)
    ]
    for number in broken:
        log.error("delivery set aside", delivery=number, why="unreadable")
    ended = update(DELIVERIES).where(among(DELIVERIES.c.id, broken))
    ask(ended.values(status=DeliveryStatus.FAILED, reason=POISON))
    return len(broken)


def reminders(session: Session, now: datetime, limit: int) -> int:
    """Set aside reminders that :func:`bot.services.queueing.queue_due` cannot read; return how many."""
    ask, asked, table = (
        session.connection().execute,
        {"now": now, "limit": limit},
        METADATA.tables["reminder"],
    )

    def read(number: int) -> None:
        row = ask(herds.question().where(table.c.id == number), asked).one()
        session.exec(select(PlannedPause).where(col(PlannedPause.person_id) == row.person_id)).all()

    ids = ask(herds.question().with_only_columns(table.c.id), asked).scalars().all()
    broken = _unreadable(ids, read)
    for number in broken:
        log.error("reminder set aside", reminder=number, why="unreadable")
    herds.move_on(session, None, broken)
    return len(broken)


def _unreadable(numbers: Iterable[int], read: Callable[[int], None]) -> list[int]:
    found = []
    for number in numbers:
        try:
            read(number)
        except UNREADABLE:
            found.append(number)
    return found
