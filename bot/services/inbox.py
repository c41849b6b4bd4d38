"""The inbox: updates are stored before they are acknowledged, and handled once, in each person's order.

Several replicas may share it. Who handles an update holds it under a lease by the database's clock; whoever
loses the lease, because it hung or died, cannot apply the update any more.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any, Final, TypeVar

from sqlalchemy import Connection, Row, Update, delete, func, update
from sqlmodel import Session, col, select

from bot.db.database import changes
from bot.db.queries import database_now, engine, insert_new, one_after_the_other
from bot.db.tables import Inbox, InboxStatus
from bot.services import inbox_rows as rows
from bot.services import people
from bot.services.people import Known

T = TypeVar("T")

MOST_TRIES: Final = 5
"""So often an update is taken up; one that still is not done then would only do harm a sixth time."""

LEASE: Final = timedelta(seconds=15)
BEFORE_AGAIN: Final = timedelta(seconds=1)
REMEMBERED: Final = timedelta(days=2)
"""How long the number of a done update is known: twice as long as Telegram may repeat it."""


class LeaseLostError(Exception):
    """Somebody else has taken the update up meanwhile; nothing of this turn may be kept."""


class SecondWriteError(Exception):
    """A turn wrote in two transactions: a crash between them would leave half of what was meant."""


@dataclass(frozen=True)
class Arrived:
    """An update as it came: whose order it keeps, and what Telegram wrote."""

    update_id: int
    lane: int
    payload: Mapping[str, Any]


@dataclass(frozen=True)
class Taken:
    """An update in hand.

    :param applied: whether an earlier try changed what was to change already
    :param known: the person whose lane it is, as they were when it was given
    """

    update_id: int
    lane: int
    payload: Mapping[str, Any]
    holder: str
    attempts: int = 1
    applied: bool = False
    known: Known | None = None


@dataclass(frozen=True)
class Handover:
    """What a worker tells and asks in one transaction.

    :param holder: the worker's name, different in each process and after each start
    :param in_hand: what it works on
    :param done: what it has handled
    :param failed: what no further try will mend
    :param again: what could not be handled now and waits a second
    :param room: how many more it takes
    :param renew: whether to keep its leases on what it works on alive
    """

    holder: str
    in_hand: frozenset[int] = frozenset()
    done: frozenset[int] = frozenset()
    failed: frozenset[int] = frozenset()
    again: frozenset[int] = frozenset()
    room: int = 0
    lease: timedelta = LEASE
    renew: bool = True


@dataclass(frozen=True)
class Given:
    """What a worker gets.

    :param taken: updates to handle
    :param set_aside: the numbers of those that were set aside just now
    :param others_wait: whether there are more, which nobody works on yet
    """

    taken: list[Taken] = field(default_factory=list)
    set_aside: list[int] = field(default_factory=list)
    others_wait: bool = False


@dataclass(frozen=True)
class Backlog:
    """How full the inbox is; ``oldest`` is when the update that waits longest came in."""

    waiting: int
    set_aside: int
    oldest: datetime | None


def store_and_hand_over(session: Session, arrived: Iterable[Arrived], now: datetime, told: Handover) -> Given:
    """Do both in one transaction: what comes while nobody works for its lane is given at once.

    Two replicas at once would not see what the other one stores, and both would begin with the same person;
    so whoever comes second to a lane waits until the first has ended.
    """
    arrived = list(arrived)
    one_after_the_other(session, {one.lane for one in arrived})
    store(session, arrived, now)
    return hand_over(session, told)


def store(session: Session, arrived: Iterable[Arrived], now: datetime) -> None:
    """Keep updates until they are handled; one that is known already, done or not, is left out."""
    fresh = [
        {
            "update_id": one.update_id,
            "lane": one.lane,
            "payload": dict(one.payload),
            "received_at": now,
            "claimed_by": "",
            "attempts": 0,
            "applied": False,
            "status": InboxStatus.WAITING,
        }
        for one in arrived
    ]
    insert_new(session, "inbox", fresh)


def hand_over(session: Session, told: Handover) -> Given:
    """Note what a worker has handled, keep its leases alive, and give it more: the oldest of each lane."""
    now = database_now(session)
    _change(session, told.holder, told.done, rows.CLOSE[InboxStatus.DONE])
    _change(session, told.holder, told.failed, rows.CLOSE[InboxStatus.SET_ASIDE])
    _change(session, told.holder, told.again, rows.PUT_BACK, until=now + BEFORE_AGAIN)
    if told.renew:
        _change(session, told.holder, told.in_hand, rows.RENEW, until=now + told.lease)
    given = _claim(session, told, now) if told.room > 0 else Given()
    return replace(given, others_wait=session.connection().scalar(rows.UNTOUCHED) is not None)


def release(session: Session, holder: str) -> None:
    """Let go of everything that a worker still holds, so that another one need not wait for the lease."""
    held = update(Inbox).where(col(Inbox.claimed_by) == holder)
    session.exec(held.values(claimed_until=None, claimed_by=""))


def receipted(session: Session, taken: Taken, work: Callable[[Session], T]) -> T:
    """Do the work of a service; when it wrote anything, mark the update applied in the same transaction.

    :raises LeaseLostError: when somebody else has the update by now
    :raises SecondWriteError: when an earlier transaction of the same turn wrote as well
    """
    connection = session.connection()
    before = changes(connection)
    result = work(session)
    session.flush()
    if changes(connection) > before:
        _apply(session, connection, taken)
    return result


def forget(session: Session, before: datetime, limit: int = 1000) -> int:
    """Forget the numbers of updates that were done before a moment.

    :returns: how many of the oldest there were; as many as ``limit`` means that there may be more
    """
    oldest = select(Inbox.update_id).where(Inbox.status == InboxStatus.DONE, Inbox.received_at < before)
    numbers = session.exec(oldest.order_by(col(Inbox.update_id)).limit(limit)).all()
    if numbers:
        session.exec(delete(Inbox).where(col(Inbox.update_id).in_(numbers)))
    return len(numbers)


def backlog(session: Session) -> Backlog:
    """Return how full the inbox is."""
    waiting = select(func.count(), func.min(Inbox.received_at)).where(Inbox.status == InboxStatus.WAITING)
    aside = select(func.count()).select_from(Inbox).where(Inbox.status == InboxStatus.SET_ASIDE)
    count, oldest = session.exec(waiting).one()
    return Backlog(count, session.exec(aside).one(), oldest)


def _claim(session: Session, told: Handover, now: datetime) -> Given:
    found = _free(session, {"now": now, "in_hand": told.in_hand, "room": told.room})
    poison = [row.update_id for row in found if row.attempts >= MOST_TRIES]
    fresh = [row for row in found if row.attempts < MOST_TRIES]
    if poison:
        session.connection().execute(rows.SET_ASIDE, [{"number": number} for number in poison])
    if fresh:
        given = {"holder": told.holder, "until": now + told.lease}
        session.connection().execute(rows.GIVE, [given | {"number": row.update_id} for row in fresh])
    known = _known(session, [row.lane for row in fresh])
    return Given([_taken(row, told.holder, known.get(row.lane)) for row in fresh], poison)


def _known(session: Session, lanes: Sequence[int]) -> Mapping[int, Known]:
    try:
        return people.known(session, lanes)
    except ValueError:  # somebody cannot be read: that is for their own turn to find, and stops nobody else
        return {}


def _free(session: Session, asked: dict[str, Any]) -> Sequence[Row[Any]]:
    """Return the oldest update of every lane in which nobody works.

    Nor stores: another replica may just be storing an older one, which nobody else can see yet.
    """
    connection = session.connection()
    if engine(session) == "sqlite":  # its one writer is we
        return connection.execute(rows.free(), asked).all()
    ours = connection.scalars(rows.lanes(), asked).all()
    # Asked again: what was stored in them meanwhile could not be seen before.
    return connection.execute(rows.free_in(), {**asked, "lanes": ours}).all() if ours else []


def _taken(row: Row[Any], holder: str, known: Known | None) -> Taken:
    return Taken(row.update_id, row.lane, row.payload, holder, row.attempts + 1, row.applied, known)


def _change(
    session: Session, holder: str, numbers: Collection[int], statement: Update, **values: datetime
) -> None:
    if numbers:
        told = {"numbers": numbers, "holder": holder, **values}
        session.connection().execute(statement, told)


def _apply(session: Session, connection: Connection, taken: Taken) -> None:
    ours = {"number": taken.update_id, "holder": taken.holder}
    if connection.execute(rows.APPLY, ours).rowcount:
        return
    known = session.get(Inbox, taken.update_id)
    if known is not None and known.claimed_by == taken.holder:
        raise SecondWriteError(f"update {taken.update_id}")
    raise LeaseLostError(f"update {taken.update_id}")
