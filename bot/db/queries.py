"""Questions to the tables that more than one place asks."""

from datetime import datetime

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
