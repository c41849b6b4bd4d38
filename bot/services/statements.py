"""The outbox's questions and changes, each made once: making a statement takes longer than asking it."""

from functools import cache
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, Update, bindparam, case, func, literal, or_, select, update

from bot.db.lists import among, pairs
from bot.db.queries import clock_of
from bot.db.tables import METADATA, DeliveryStatus
from bot.services.last_look import candidates

UNSURE: Final = "unknown"
"""The reason of a delivery that was handed to Telegram, and nobody knows whether it arrived."""

DELIVERIES: Final = METADATA.tables["delivery"]
_DELIVERY: Final = DELIVERIES.c


@cache
def anything(engine: str) -> Select[Any]:
    """Ask whether anything is due, or was left by a process that died (``now``, ``present``)."""
    due = select(literal(1)).where(METADATA.tables["reminder"].c.next_due_at <= bindparam("now"))
    return select(or_(due.exists(), _due_ids().exists(), lapsed(engine).exists()))


@cache
def count() -> Select[Any]:
    """Count what is due (``now``), up to a ``limit``."""
    return select(func.count()).select_from(_due_ids().limit(bindparam("limit")).subquery())


@cache
def lapsed(engine: str) -> Select[Any]:
    """Find what somebody took to send and holds no longer (``present``)."""
    columns = (_DELIVERY.id, _DELIVERY.kind, _DELIVERY.reason, _DELIVERY.expires_at)
    query = select(*columns).where(_DELIVERY.status == DeliveryStatus.SENDING)
    return query.where(_DELIVERY.claimed_until < clock_of(engine))


@cache
def take_up(engine: str) -> Select[Any]:
    """Find the same, and keep it from other replicas."""
    return lapsed(engine).with_for_update(skip_locked=True)


def _due_ids() -> Select[Any]:
    # Soft or not: every column of the index is named, so that it leads right to what is due.
    waits = (_DELIVERY.status == DeliveryStatus.PENDING, _DELIVERY.soft.in_([False, True]))
    return select(_DELIVERY.id).where(*waits, _DELIVERY.due_at <= bindparam("now"))


@cache
def due(*, soft: bool) -> Select[Any]:
    """Find candidates that are due (``now``, ``limit``), and keep them from other replicas."""
    waits = (_DELIVERY.status == DeliveryStatus.PENDING, _DELIVERY.soft == soft)
    return (
        candidates()
        .where(*waits, _DELIVERY.due_at <= bindparam("now"))
        .order_by(_DELIVERY.due_at, _DELIVERY.id)
        .limit(bindparam("limit"))
        .with_for_update(skip_locked=True, of=DELIVERIES)
    )


@cache
def held() -> Select[Any]:
    """Find a delivery (``number``) that an ``owner`` is still to send."""
    return select(_DELIVERY.id).where(*_in_hand())


@cache
def fence() -> Update:
    """Let an ``owner`` hold deliveries (``ids``) ``until`` then, as being sent."""
    held: dict[str, Any] = {"claimed_by": bindparam("owner"), "claimed_until": bindparam("until")}
    fenced = update(DELIVERIES).where(among(_DELIVERY.id, "ids"))
    return fenced.values(status=DeliveryStatus.SENDING, attempts=_DELIVERY.attempts + 1, **held)


@cache
def arrived(engine: str) -> Update:
    """Note that deliveries arrived ``at`` a moment (``arrivals``: number and message of each, ``owner``)."""
    given = pairs(engine, "arrivals")
    values: dict[str, Any] = {"message_id": given.c.second, "sent_at": bindparam("at")}
    # The status as a reckoned value: by its index, SQLite would go through all pairs for each that is held.
    sending = func.coalesce(_DELIVERY.status, "") == DeliveryStatus.SENDING
    held = (_DELIVERY.claimed_by == bindparam("owner"), sending)
    arrived = update(DELIVERIES).where(_DELIVERY.id == given.c.first, *held)
    return arrived.values(status=DeliveryStatus.SENT, reason=None, **values)


@cache
def left() -> Update:
    """Note what else became of deliveries (``number``, ``owner``, ``now``, ``why``, ``next``)."""
    keep_doubt = case((_DELIVERY.reason == UNSURE, UNSURE), else_=bindparam("why"))
    doubtful = case((bindparam("now") == DeliveryStatus.PENDING, keep_doubt), else_=bindparam("why"))
    later = func.coalesce(bindparam("next", type_=_DELIVERY.due_at.type), _DELIVERY.due_at)
    return _ours().values(status=bindparam("now"), reason=doubtful, due_at=later)


def _ours() -> Update:
    return update(DELIVERIES).where(*_in_hand())


def _in_hand() -> tuple[ColumnElement[bool], ...]:
    held = (_DELIVERY.claimed_by == bindparam("owner"), _DELIVERY.status == DeliveryStatus.SENDING)
    return _DELIVERY.id == bindparam("number"), *held
