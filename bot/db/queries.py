"""Questions to the tables that more than one place asks."""

from datetime import UTC, datetime

from sqlalchemy import text
from sqlmodel import Session, col, func, select

from bot.db.tables import Delivery, DeliveryStatus, Person, Reminder


def next_moment(session: Session) -> datetime | None:
    """Return when the coach will next have something to send, None when nothing is planned."""
    reminder = session.exec(select(func.min(Reminder.next_due_at))).one()
    waiting = select(func.min(col(Delivery.due_at))).where(Delivery.status == DeliveryStatus.PENDING)
    moments = [moment for moment in (reminder, session.exec(waiting).one()) if moment]
    return min(moments, default=None)


def newest_zone(session: Session) -> str | None:
    """Return the zone of the person who came last."""
    return session.exec(select(Person.zone).order_by(col(Person.created_at).desc())).first()


def database_now(session: Session) -> datetime:
    """Return the moment by the database's clock, the one that all replicas share: leases are made by it."""
    if session.get_bind().dialect.name == "postgresql":
        moment: datetime = session.scalar(text("SELECT clock_timestamp()"))
        return moment.astimezone(UTC)
    return datetime.now(UTC)  # SQLite has no clock but that of its machine
