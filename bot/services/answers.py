"""What a person answers to a reminder: later, did it already, not today."""

from datetime import date, datetime, time
from typing import Final
from zoneinfo import ZoneInfo

from sqlmodel import Session, select

from bot.db.tables import Delivery, DeliveryStatus, Person
from bot.domain.days import local_day, wall_clock
from bot.domain.deliveries import Kind
from bot.domain.reminders import STALE_AFTER, place, snooze_until
from bot.domain.streak import Mark
from bot.services import days
from bot.services.reminders import SNOOZED

EVENING: Final = time(20)
_ANSWERED: Final = {Kind.REMINDER, Kind.MISSED}


def snooze(
    session: Session, person_id: int, delivery_id: int, minutes: int, now: datetime
) -> datetime | None:
    """Queue the reminder again in some minutes (1 to 1,440); choosing again moves it, it never doubles.

    :returns: when it comes back, as the person's clock will show it; None when it is not theirs or gone
    """
    try:
        due_at = snooze_until(now, minutes)
    except ValueError:
        return None
    return _queue_again(session, person_id, delivery_id, due_at, now)


def snooze_till_evening(session: Session, person_id: int, delivery_id: int, now: datetime) -> datetime | None:
    """Queue the reminder again for 20:00 by the person's clock; None when that has passed, or as above."""
    due_at = evening(session.get_one(Person, person_id), now)
    return _queue_again(session, person_id, delivery_id, due_at, now) if due_at else None


def evening(person: Person, now: datetime) -> datetime | None:
    """Return the moment of 20:00 on the person's day, None when it has passed."""
    at = place(datetime.combine(days.today(person, now), EVENING), ZoneInfo(person.zone))
    return at if at and at > now else None


def said_done(session: Session, person_id: int, delivery_id: int | None, now: datetime) -> date | None:
    """Note that the person did it already, on the day of the reminder (today without one).

    :returns: that day; None when the reminder is not theirs or gone
    """
    return _say(session, person_id, delivery_id, Mark.DID_ALREADY, now)


def not_today(session: Session, person_id: int, delivery_id: int | None, now: datetime) -> date | None:
    """Note that the person lets that day go; otherwise as above."""
    return _say(session, person_id, delivery_id, Mark.NOT_TODAY, now)


def _say(session: Session, person_id: int, delivery_id: int | None, what: Mark, now: datetime) -> date | None:
    person = session.get_one(Person, person_id)
    day: date | None = days.today(person, now)
    if delivery_id is not None:
        row = _own(session, person_id, delivery_id)
        day = _day_of(row, person) if row else None
    if day:
        days.mark(session, person_id, day, what, now)
    return day


def _day_of(row: Delivery, person: Person) -> date:
    """Return the local day that a reminder was for, even if it came late or was put off over midnight."""
    if row.day:
        return row.day
    zone, moment = ZoneInfo(person.zone), row.due_at
    if not row.occurrence.startswith(SNOOZED):
        moment = place(datetime.fromisoformat(row.occurrence), zone) or moment
    return local_day(moment, zone, person.day_start)


def _queue_again(
    session: Session, person_id: int, delivery_id: int, due_at: datetime, now: datetime
) -> datetime | None:
    origin = _own(session, person_id, delivery_id)
    if origin is None:
        return None
    person = session.get_one(Person, person_id)
    row = _snoozed(session, origin, now)
    row.due_at = row.planned_at = due_at
    row.expires_at, row.day = due_at + STALE_AFTER, _day_of(origin, person)
    row.status, row.reason, row.attempts = DeliveryStatus.PENDING, None, 0
    session.add(row)
    session.flush()
    return wall_clock(due_at, ZoneInfo(person.zone))


def _snoozed(session: Session, origin: Delivery, now: datetime) -> Delivery:
    """Return the one delivery that repeats another, the same for every press."""
    occurrence = f"{SNOOZED}{origin.id}"
    query = select(Delivery).where(
        Delivery.person_id == origin.person_id,
        Delivery.kind == Kind.REMINDER,
        Delivery.occurrence == occurrence,
    )
    return session.exec(query).first() or Delivery(
        person_id=origin.person_id,
        reminder_id=origin.reminder_id,
        kind=Kind.REMINDER,
        occurrence=occurrence,
        due_at=now,
        expires_at=now,
        created_at=now,
    )


def _own(session: Session, person_id: int, delivery_id: int) -> Delivery | None:
    row = session.get(Delivery, delivery_id)
    return row if row and row.person_id == person_id and row.kind in _ANSWERED else None
