"""The outbox: which deliveries go out now, whether they still make sense, and what became of them.

A delivery waits (``pending``), is taken by one replica under a lease (``sending``), and ends as ``sent``,
``skipped`` with a reason, or ``failed`` with a reason. Taking, looking again and fencing are one transaction
right before sending. The lease is made by the database's clock, which all replicas share.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

import structlog
from sqlalchemy import bindparam, case, update
from sqlmodel import Session, col, func, select

from bot.db.queries import database_now
from bot.db.tables import METADATA, Delivery, DeliveryStatus, Person, Reminder
from bot.domain.days import wall_clock
from bot.domain.deliveries import SPREAD, Kind, manner
from bot.domain.reminders import Skip
from bot.domain.streak import Mark
from bot.services import days
from bot.services.last_look import Known, in_turn, is_snoozed, know
from bot.services.reminders import quiet_of

log = structlog.get_logger(__name__)

LEASE: Final = timedelta(seconds=90)
"""How long a replica may take to send what it has taken; longer than the longest call to Telegram."""

UNSURE: Final = "unknown"
"""The reason of a delivery that was handed to Telegram, and nobody knows whether it arrived."""

POISON: Final = "poison"
"""The reason of a delivery that cannot even be read."""


@dataclass(frozen=True)
class Claimed:
    """A delivery that goes out now, and what its message needs.

    :param wall: what the person's clock shows when it was planned, naive
    :param exercises: slugs of the person's routine, in order
    :param snoozed: whether the person asked for this moment
    :param unsure: whether an earlier try may have arrived
    :param missed: how many reminders did not reach the person because of the coach, told by this message
    :param planned_at: when it was meant to be there
    :param moved_to: the new id of the chat, when Telegram has just told one
    """

    delivery_id: int
    person_id: int
    first_name: str
    language: str
    zone: str
    kind: str
    wall: datetime
    planned_at: datetime
    exercises: tuple[str, ...] = ()
    snoozed: bool = False
    attempts: int = 1
    unsure: bool = False
    missed: int = 0
    moved_to: int | None = None

    @property
    def chat_id(self) -> int:
        """Return where it goes: the person's own chat, or what that has become."""
        return self.moved_to or self.person_id

    @property
    def again(self) -> bool:
        """Return whether it may be sent again although an earlier copy may have arrived: once."""
        return manner(self.kind).again and not self.unsure


@dataclass(frozen=True)
class Outcome:
    """What became of a delivery."""

    delivery_id: int
    status: DeliveryStatus
    reason: str | None = None
    due_at: datetime | None = None
    message_id: int | None = None
    sent_at: datetime | None = None


def sent(delivery_id: int, message_id: int | None, at: datetime) -> Outcome:
    """It arrived."""
    return Outcome(delivery_id, DeliveryStatus.SENT, message_id=message_id, sent_at=at)


def failed(delivery_id: int, reason: str) -> Outcome:
    """It will not be tried again."""
    return Outcome(delivery_id, DeliveryStatus.FAILED, reason)


def again(delivery_id: int, due_at: datetime, reason: str) -> Outcome:
    """It will be tried later. That an earlier try may have arrived is never forgotten."""
    return Outcome(delivery_id, DeliveryStatus.PENDING, reason, due_at)


def waiting(session: Session, now: datetime, limit: int = 100) -> int:
    """Return how many deliveries are due, up to ``limit``, after taking up what a dead replica left."""
    release(session, now)
    due = select(Delivery.id).where(Delivery.status == DeliveryStatus.PENDING, Delivery.due_at <= now)
    return session.exec(select(func.count()).select_from(due.limit(limit).subquery())).one()


def claim(session: Session, now: datetime, limit: int = 100, owner: str = "") -> list[Claimed]:
    """Take deliveries that are due, leave out with a reason what makes no sense any more, fence the rest.

    What is returned is ``sending`` and held by ``owner`` from here on: nobody else takes it, and if the
    process dies it is known that it may have been sent. Exact times come first; a soft one has waited its
    turn after ten minutes, so that nobody starves.
    """
    found = [pair for soft in (False, True) for pair in _due(session, now, limit, soft=soft)]
    found = sorted(found, key=lambda pair: _turn(pair[0]))[:limit]
    if not found:
        return []
    until = database_now(session) + LEASE
    known = know(session, [delivery for delivery, _ in found], now)
    claimed = []
    for delivery, person in sorted(found, key=lambda pair: in_turn(pair[0])):
        if _makes_sense(session, known, delivery, person):
            delivery.status, delivery.attempts = DeliveryStatus.SENDING, delivery.attempts + 1
            delivery.claimed_by, delivery.claimed_until = owner, until
            claimed.append((_turn(delivery), _claimed(session, known, delivery, person)))
    session.flush()
    return [one for _, one in sorted(claimed, key=lambda pair: pair[0])]


def held(session: Session, delivery_id: int, owner: str) -> bool:
    """Return whether ``owner`` is still to send what it took; the person may be gone, or have erased it."""
    ours = select(Delivery.id).where(Delivery.id == delivery_id, Delivery.claimed_by == owner)
    return session.exec(ours.where(Delivery.status == DeliveryStatus.SENDING)).first() is not None


def mark(session: Session, outcomes: Sequence[Outcome], owner: str = "") -> None:
    """Note what became of deliveries; what was queued anew or taken over meanwhile is left alone."""
    if not outcomes:
        return
    table = METADATA.tables["delivery"]
    keep_doubt = case((table.c.reason == UNSURE, UNSURE), else_=bindparam("why"))
    doubtful = case((bindparam("now") == DeliveryStatus.PENDING, keep_doubt), else_=bindparam("why"))
    query = (
        update(table)
        .where(table.c.id == bindparam("number"), table.c.claimed_by == owner)
        .where(table.c.status == DeliveryStatus.SENDING)
        .values(
            status=bindparam("now"),
            reason=doubtful,
            due_at=func.coalesce(bindparam("next", type_=table.c.due_at.type), table.c.due_at),
            message_id=bindparam("message"),
            sent_at=bindparam("at"),
        )
    )
    session.connection().execute(query, [_values(outcome) for outcome in outcomes])
    session.expire_all()  # rows that were read before do not know it


def show(session: Session, person_id: int, delivery_id: int) -> Claimed | None:
    """Return what a delivery's message needs, to show it again; None when it is not theirs or gone."""
    row = session.get(Delivery, delivery_id)
    if row is None or row.person_id != person_id:
        return None
    known = know(session, [row], row.due_at)
    return _claimed(session, known, row, session.get_one(Person, person_id))


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
    """Take up what a process that died had in its hands, once its lease has run out.

    A reminder is asked again once: it comes at most twice. After that, and for all other kinds at once, it
    stays visible as unknown.

    :returns: how many will be tried again
    """
    query = select(Delivery).where(
        Delivery.status == DeliveryStatus.SENDING, col(Delivery.claimed_until) < database_now(session)
    )
    released = 0
    for row in session.exec(query.with_for_update(skip_locked=True)).all():
        lost = row.reason == UNSURE or row.expires_at <= now or not manner(row.kind).again
        row.status = DeliveryStatus.FAILED if lost else DeliveryStatus.PENDING
        row.reason = UNSURE
        released += not lost
    session.flush()
    return released


def _due(session: Session, now: datetime, limit: int, *, soft: bool) -> Iterable[tuple[Delivery, Person]]:
    query = (
        select(Delivery, Person)
        .join(Person, col(Person.id) == Delivery.person_id)
        .where(Delivery.status == DeliveryStatus.PENDING, Delivery.soft == soft, Delivery.due_at <= now)
        .order_by(col(Delivery.due_at), col(Delivery.id))
        .limit(limit)
        .with_for_update(skip_locked=True, of=Delivery)
    )
    return session.exec(query).all()


def _turn(delivery: Delivery) -> tuple[datetime, int]:
    return (delivery.due_at + SPREAD if delivery.soft else delivery.due_at), delivery.id or 0


def _makes_sense(session: Session, known: Known, delivery: Delivery, person: Person) -> bool:
    """Look again, and write down why not."""
    try:
        skip = known.reason(delivery, person)
        if skip is None and delivery.kind == Kind.MISSED and not known.missed(session, delivery):
            skip = Skip.DONE_TODAY
    except (ValueError, KeyError):  # unreadable: it must not stop the others, for ever
        log.error("delivery set aside", delivery=delivery.id)
        delivery.status, delivery.reason = DeliveryStatus.FAILED, POISON
        return False
    if skip and not _put_off(delivery, person, skip, known.now):
        delivery.status, delivery.reason = DeliveryStatus.SKIPPED, skip
        _excuse(session, delivery, skip, known.now)
    return skip is None


def _put_off(delivery: Delivery, person: Person, skip: Skip, now: datetime) -> bool:
    """Let what has no exact time wait for the end of quiet hours, if it is still worth sending then."""
    quiet = quiet_of(person)
    if skip is not Skip.QUIET or quiet is None or delivery.kind == Kind.REMINDER:
        return False
    over = quiet.over(now, ZoneInfo(person.zone))
    if over < delivery.expires_at:
        delivery.due_at = over
        return True
    return False


def _excuse(session: Session, delivery: Delivery, skip: Skip, now: datetime) -> None:
    """Excuse the day of a reminder that was tried in time and did not get through until it was stale."""
    tried = delivery.kind == Kind.REMINDER and delivery.attempts and not is_snoozed(delivery)
    if skip is Skip.EXPIRED and tried and delivery.day:
        days.mark(session, delivery.person_id, delivery.day, Mark.COACH_AWAY, now)


def _claimed(session: Session, known: Known, row: Delivery, person: Person) -> Claimed:
    planned = row.planned_at or row.due_at
    word = row.kind == Kind.MISSED
    return Claimed(
        delivery_id=row.id or 0,
        person_id=person.id,
        first_name=person.first_name,
        language=person.language,
        zone=person.zone,
        kind=row.kind,
        wall=wall_clock(planned, ZoneInfo(person.zone)),
        planned_at=planned,
        exercises=tuple(known.routines.get(person.id, ())),
        snoozed=is_snoozed(row),
        attempts=row.attempts,
        unsure=row.reason == UNSURE,
        missed=known.missed(session, row) if word else known.replaced.get(person.id, 0),
    )


def _values(outcome: Outcome) -> dict[str, Any]:
    return {
        "number": outcome.delivery_id,
        "now": outcome.status,
        "why": outcome.reason,
        "next": outcome.due_at,
        "message": outcome.message_id,
        "at": outcome.sent_at,
    }
