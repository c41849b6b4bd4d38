"""The outbox: which deliveries go out now, whether they still make sense, and what became of them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, and_, func, or_, update
from sqlmodel import Session, col, select

from bot.db.tables import DayMark, Delivery, DeliveryStatus, Person, PlannedPause, Reminder, RoutineEntry
from bot.domain.days import wall_clock
from bot.domain.reminders import Look, Skip, look_again
from bot.domain.streak import Mark
from bot.services import days
from bot.services.reminders import KIND, SNOOZED

UNSURE: Final = "unknown"
"""The reason of a delivery that was handed to Telegram, and nobody knows whether it arrived."""
_DONE: Final = {Mark.DONE, Mark.DID_ALREADY}
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True)
class Claimed:
    """A delivery that goes out now, and what its message needs.

    :param wall: what the person's clock shows when it is due, naive
    :param exercises: slugs of the person's routine, in order
    :param snoozed: whether the person asked for this moment
    :param unsure: whether an earlier try may have arrived
    """

    delivery_id: int
    person_id: int
    first_name: str
    language: str
    zone: str
    kind: str
    wall: datetime
    exercises: tuple[str, ...] = ()
    snoozed: bool = False
    attempts: int = 1
    unsure: bool = False


def claim(session: Session, now: datetime, limit: int = 100) -> list[Claimed]:
    """Take deliveries that are due, leave out with a reason what makes no sense any more, fence the rest.

    What is returned is ``sending`` from here on: nobody else takes it, and if this process dies it is known
    that it may have been sent.
    """
    query = (
        select(Delivery, Person)
        .join(Person, col(Person.id) == Delivery.person_id)
        .where(Delivery.status == DeliveryStatus.PENDING, Delivery.due_at <= now)
        .order_by(col(Delivery.due_at), col(Delivery.id))
        .limit(limit)
        .with_for_update(skip_locked=True, of=Delivery)
    )
    due = session.exec(query).all()
    known = _know(session, [delivery for delivery, _ in due], now)
    claimed = []
    for delivery, person in due:
        skip = known.reason(delivery, person, now)
        if skip:
            delivery.status, delivery.reason = DeliveryStatus.SKIPPED, skip
        else:
            delivery.status, delivery.attempts = DeliveryStatus.SENDING, delivery.attempts + 1
            claimed.append(_claimed(delivery, person, known.routines[person.id]))
    session.flush()
    return claimed


def show(session: Session, person_id: int, delivery_id: int) -> Claimed | None:
    """Return what a delivery's message needs, to show it again; None when it is not theirs or gone."""
    row = session.get(Delivery, delivery_id)
    if row is None or row.person_id != person_id:
        return None
    return _claimed(row, session.get_one(Person, person_id), _routines(session, [person_id])[person_id])


def sent(session: Session, delivery_id: int, message_id: int | None, now: datetime) -> None:
    """Note that it arrived; one that was queued anew meanwhile goes out again."""
    row = _sending(session, delivery_id)
    if row:
        row.status, row.reason = DeliveryStatus.SENT, None
        row.message_id, row.sent_at = message_id, now


def failed(session: Session, delivery_id: int, reason: str) -> None:
    """Note that it will not be tried again, and why."""
    row = _sending(session, delivery_id)
    if row:
        row.status, row.reason = DeliveryStatus.FAILED, reason


def again(session: Session, delivery_id: int, due_at: datetime, reason: str) -> None:
    """Put it back to be tried later. That an earlier try may have arrived is never forgotten."""
    row = _sending(session, delivery_id)
    if row:
        row.status, row.due_at = DeliveryStatus.PENDING, due_at
        row.reason = UNSURE if row.reason == UNSURE else reason


def away(session: Session, person_id: int, now: datetime) -> None:
    """Note that the person blocked the coach or is gone: nothing is queued or sent until they are back."""
    person = session.get(Person, person_id)
    if person is None:
        return
    person.away_since = person.away_since or now
    open_ones = [DeliveryStatus.PENDING, DeliveryStatus.SENDING]
    deliveries = update(Delivery).where(
        col(Delivery.person_id) == person_id, col(Delivery.status).in_(open_ones)
    )
    session.exec(deliveries.values(status=DeliveryStatus.SKIPPED, reason=Skip.AWAY))
    reminders = update(Reminder).where(col(Reminder.person_id) == person_id)
    session.exec(reminders.values(next_due_at=None, next_wall=None))


def release(session: Session, now: datetime) -> int:
    """Take up again what a process that died had in its hands; call it at the start, before any claim.

    A reminder is asked again once: it comes at most twice. After that it stays visible as unknown.

    :returns: how many will be tried again
    """
    query = select(Delivery).where(Delivery.status == DeliveryStatus.SENDING)
    released = 0
    for row in session.exec(query).all():
        if row.reason == UNSURE:
            row.status = DeliveryStatus.FAILED
        elif row.expires_at <= now:
            row.status, row.reason = DeliveryStatus.FAILED, UNSURE
        else:
            row.status, row.reason = DeliveryStatus.PENDING, UNSURE
            released += 1
    session.flush()
    return released


@dataclass(frozen=True)
class _Known:
    """What decides about a batch, read with one query a table however many people are in it."""

    enabled: frozenset[int]
    marks: Mapping[int, set[tuple[date, str]]]
    pauses: Mapping[int, list[PlannedPause]]
    newest: Mapping[int, int]
    routines: Mapping[int, list[str]]

    def reason(self, delivery: Delivery, person: Person, now: datetime) -> Skip | None:
        """Return why not to send it after all."""
        snoozed = delivery.occurrence.startswith(SNOOZED)
        skip = look_again(self._look(delivery, person, now, snoozed))
        # One message is enough for somebody whose reminders waited while the coach was out of reach.
        if skip is None and not snoozed and self.newest.get(person.id, 0) > (delivery.id or 0):
            return Skip.SUPERSEDED
        return skip

    def _look(self, delivery: Delivery, person: Person, now: datetime, snoozed: bool) -> Look:
        today = days.today(person, now)
        said = {mark for day, mark in self.marks[person.id] if day == today}
        paused = [p.last for p in self.pauses[person.id] if p.first <= today <= p.last]
        return Look(
            now=now,
            expires_at=delivery.expires_at,
            done_today=not _DONE.isdisjoint(said),
            not_today=Mark.NOT_TODAY in said,
            paused_until=max(paused, default=None),
            today=today,
            enabled=delivery.reminder_id is None or delivery.reminder_id in self.enabled,
            away=person.away_since is not None,
            chosen=snoozed,
        )


def _know(session: Session, due: Sequence[Delivery], now: datetime) -> _Known:
    people = {delivery.person_id for delivery in due}
    rules = {delivery.reminder_id for delivery in due}
    yesterday = now.date() - _DAY  # a local day is at most one off from the day in UTC
    enabled = select(Reminder.id).where(col(Reminder.id).in_(rules), col(Reminder.enabled).is_(True))
    said = select(DayMark).where(col(DayMark.person_id).in_(people), DayMark.day >= yesterday)
    pausing = select(PlannedPause).where(
        col(PlannedPause.person_id).in_(people), PlannedPause.last >= yesterday
    )
    marks, pauses = defaultdict(set), defaultdict(list)
    for mark in session.exec(said):
        marks[mark.person_id].add((mark.day, mark.mark))
    for pause in session.exec(pausing):
        pauses[pause.person_id].append(pause)
    return _Known(
        frozenset(i for i in session.exec(enabled) if i is not None),
        marks,
        pauses,
        _newest(session, people, min((delivery.id or 0 for delivery in due), default=0), now),
        _routines(session, people),
    )


def _newest(session: Session, people: Iterable[int], oldest: int, now: datetime) -> dict[int, int]:
    """Return the id of each person's newest reminder that is with them, or goes out now."""
    person_id, latest = col(Delivery.person_id), func.max(Delivery.id)
    # Nothing before the batch matters, and nobody's whole history is read.
    newer = select(person_id, latest).where(person_id.in_(people), col(Delivery.id) > oldest)
    found = session.exec(newer.where(Delivery.kind == KIND, _goes_out(now)).group_by(person_id))
    return {person: newest or 0 for person, newest in found}


def _goes_out(now: datetime) -> ColumnElement[bool]:
    status, due_at = col(Delivery.status), col(Delivery.due_at)
    waiting = and_(status == DeliveryStatus.PENDING, due_at <= now)
    return or_(status.in_([DeliveryStatus.SENDING, DeliveryStatus.SENT]), waiting)


def _routines(session: Session, people: Iterable[int]) -> Mapping[int, list[str]]:
    query = select(RoutineEntry.person_id, RoutineEntry.exercise).where(
        col(RoutineEntry.person_id).in_(people)
    )
    found: dict[int, list[str]] = defaultdict(list)
    for person_id, exercise in session.exec(query.order_by(col(RoutineEntry.position))):
        found[person_id].append(exercise)
    return found


def _claimed(row: Delivery, person: Person, exercises: Iterable[str]) -> Claimed:
    return Claimed(
        delivery_id=row.id or 0,
        person_id=person.id,
        first_name=person.first_name,
        language=person.language,
        zone=person.zone,
        kind=row.kind,
        wall=wall_clock(row.due_at, ZoneInfo(person.zone)),
        exercises=tuple(exercises),
        snoozed=row.occurrence.startswith(SNOOZED),
        attempts=row.attempts,
        unsure=row.reason == UNSURE,
    )


def _sending(session: Session, delivery_id: int) -> Delivery | None:
    row = session.get(Delivery, delivery_id)
    return row if row and row.status == DeliveryStatus.SENDING else None
