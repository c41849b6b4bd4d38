"""The outbox: which deliveries go out now, whether they still make sense, and what became of them.

A delivery waits (``pending``), is taken by one replica under a lease (``sending``), and ends as ``sent``,
``skipped`` with a reason, or ``failed`` with a reason. Taking, looking again and fencing are one transaction
right before sending. The lease is made by the database's clock, which all replicas share.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain
from typing import Any, Final

from sqlalchemy import update
from sqlmodel import Session, col

from bot.db.queries import database_now, engine, present
from bot.db.tables import Delivery, DeliveryStatus, Person, Reminder
from bot.domain.deliveries import SPREAD, Kind, manner
from bot.domain.reminders import Skip
from bot.services import statements
from bot.services.last_look import Candidate, Known, candidates, in_turn, know
from bot.services.statements import DELIVERIES, UNSURE
from bot.services.verdicts import POISON, Verdicts

__all__ = ["POISON", "UNSURE"]

LEASE: Final = timedelta(seconds=90)
"""How long a replica may take to send what it has taken; longer than the longest call to Telegram."""


@dataclass(frozen=True)
class Claimed:
    """A delivery that goes out now, and what its message needs.

    :param wall: what the person's clock shows when it was planned, naive
    :param exercises: slugs of the person's routine, in order
    :param snoozed: whether the person asked for this moment
    :param unsure: whether an earlier try may have arrived
    :param missed: how many reminders did not reach the person because of the coach, told by this message
    :param planned_at: when it was meant to be there
    :param by_plan: whether the person follows a plan, whose day is asked for when the words are found
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
    by_plan: bool = False

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


@dataclass(frozen=True)
class Taken:
    """What became of deliveries that were due.

    :param claimed: those that go out now
    :param skipped: kind and reason of each that does not go out any more
    :param more: whether there may be others that are due
    """

    claimed: Sequence[Claimed] = ()
    skipped: Sequence[tuple[str, str]] = ()
    more: bool = False


def anything(session: Session, now: datetime) -> bool:
    """Return whether the push has anything to do: one question, to indexes alone, however much there is."""
    asked = {"now": now, "present": present()}
    return bool(session.connection().execute(statements.anything(engine(session)), asked).scalar_one())


def waiting(session: Session, now: datetime, limit: int = 100) -> int:
    """Return how many deliveries are due, up to ``limit``, after taking up what a dead replica left."""
    release(session, now)
    return int(session.connection().execute(statements.count(), {"now": now, "limit": limit}).scalar_one())


def take(session: Session, now: datetime, limit: int = 100, owner: str = "") -> Taken:
    """Take deliveries that are due, leave out with a reason what makes no sense any more, fence the rest.

    What is returned is ``sending`` and held by ``owner`` from here on: nobody else takes it, and if the
    process dies it is known that it may have been sent. So take only what is sent in the next moments.
    Exact times come first; a soft one has waited its turn after ten minutes, so that nobody starves.
    """
    session.flush()  # what follows are plain statements, which do not see what the session holds back
    asked = {"now": now, "limit": limit}
    exact, soft = (session.connection().execute(statements.due(soft=soft), asked) for soft in (False, True))
    found = sorted(map(Candidate._make, chain(exact, soft)), key=_turn)[:limit]
    if not found:
        return Taken()
    known, verdicts = know(session, found, now), Verdicts()
    going = [one for one in sorted(found, key=in_turn) if verdicts.makes_sense(session, known, one)]
    verdicts.store(session, now)
    if going:
        held = {"owner": owner, "until": database_now(session) + LEASE}
        session.connection().execute(statements.fence(), held | {"ids": [one.id for one in going]})
    session.expire_all()  # rows that were read before do not know it
    taken = {one.id for one in going}
    claimed = [_claimed(session, known, one, one.attempts + 1) for one in found if one.id in taken]
    return Taken(claimed, verdicts.skipped, more=len(found) == limit)


def held(session: Session, delivery_id: int, owner: str) -> bool:
    """Return whether ``owner`` is still to send what it took; the person may be gone, or have erased it."""
    asked = {"number": delivery_id, "owner": owner}
    return session.connection().execute(statements.held(), asked).first() is not None


def mark(session: Session, outcomes: Sequence[Outcome], owner: str = "") -> None:
    """Note what became of deliveries; what was queued anew or taken over meanwhile is left alone."""
    arrived = defaultdict[datetime | None, list[tuple[int, int | None]]](list)
    for one in outcomes:
        if one.status == DeliveryStatus.SENT:
            arrived[one.sent_at].append((one.delivery_id, one.message_id))
    for at, arrivals in arrived.items():
        asked = {"arrivals": arrivals, "at": at, "owner": owner}
        session.connection().execute(statements.arrived(engine(session)), asked)
    others = [_values(one, owner) for one in outcomes if one.status != DeliveryStatus.SENT]
    if others:
        session.connection().execute(statements.left(), others)
    session.expire_all()  # rows that were read before do not know it


def show(session: Session, person_id: int, delivery_id: int) -> Claimed | None:
    """Return what a delivery's message needs, to show it again; None when it is not theirs or gone."""
    session.flush()
    query = candidates().where(DELIVERIES.c.id == delivery_id, DELIVERIES.c.person_id == person_id)
    row = session.connection().execute(query).first()
    if row is None:
        return None
    one = Candidate(*row)
    return _claimed(session, know(session, [one], one.due_at), one, one.attempts)


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
    session.flush()
    ended = defaultdict[DeliveryStatus, list[int]](list)
    lapsed = session.connection().execute(statements.take_up(engine(session)), {"present": present()})
    for number, kind, reason, expires_at in lapsed:
        lost = reason == UNSURE or expires_at <= now or not manner(kind).again
        ended[DeliveryStatus.FAILED if lost else DeliveryStatus.PENDING].append(number)
    for status, ids in ended.items():
        left = update(DELIVERIES).where(DELIVERIES.c.id.in_(ids)).values(status=status, reason=UNSURE)
        session.connection().execute(left)
        session.expire_all()
    return len(ended[DeliveryStatus.PENDING])


def _turn(one: Candidate) -> tuple[datetime, int]:
    return (one.due_at + SPREAD if one.soft else one.due_at), one.id


def _claimed(session: Session, known: Known, one: Candidate, attempts: int) -> Claimed:
    word = one.kind == Kind.MISSED
    return Claimed(
        delivery_id=one.id,
        person_id=one.person_id,
        first_name=one.first_name,
        language=one.language,
        zone=one.zone,
        kind=one.kind,
        wall=known.wall(one.planned, one.zone),
        planned_at=one.planned,
        exercises=tuple(known.routines.get(one.person_id, ())),
        snoozed=one.snoozed,
        attempts=attempts,
        unsure=one.reason == UNSURE,
        by_plan=one.person_id in known.planners,
        missed=known.missed(session, one) if word else known.replaced.get(one.person_id, 0),
    )


def _values(outcome: Outcome, owner: str) -> dict[str, Any]:
    return {
        "owner": owner,
        "number": outcome.delivery_id,
        "now": outcome.status,
        "why": outcome.reason,
        "next": outcome.due_at,
    }
