"""The inbox's questions and changes, each made once: making a statement takes longer than asking it."""

from functools import cache
from typing import Any, Final

from sqlalchemy import Integer, Select, bindparam, exists, func, or_, select

from bot.db.lists import among
from bot.db.tables import METADATA, InboxStatus

_OFF: Final[dict[str, Any]] = {"payload": {}, "lane": None, "claimed_until": None, "claimed_by": ""}
_INBOX: Final = METADATA.tables["inbox"]
_ONE: Final = _INBOX.update().where(_INBOX.c.update_id == bindparam("number"))
_HELD: Final = _INBOX.update().where(
    among(_INBOX.c.update_id, "numbers"),
    _INBOX.c.claimed_by == bindparam("holder"),
    _INBOX.c.status == InboxStatus.WAITING,
)
"""Rows that a holder has, and no others."""

SET_ASIDE: Final = _ONE.values(status=InboxStatus.SET_ASIDE, **_OFF)
GIVE: Final = _ONE.values(
    attempts=_INBOX.c.attempts + 1, claimed_by=bindparam("holder"), claimed_until=bindparam("until")
)
CLOSE: Final = {end: _HELD.values(status=end, **_OFF) for end in (InboxStatus.DONE, InboxStatus.SET_ASIDE)}
RENEW: Final = _HELD.values(claimed_until=bindparam("until"))
# What could not be tried for lack of a database was no try.
PUT_BACK: Final = _HELD.values(
    attempts=_INBOX.c.attempts - 1, claimed_by="", claimed_until=bindparam("until")
)
UNTOUCHED: Final = (
    select(_INBOX.c.update_id)
    .where(_INBOX.c.status == InboxStatus.WAITING, _INBOX.c.claimed_until.is_(None))
    .limit(1)
)
APPLY: Final = _ONE.where(
    _INBOX.c.status == InboxStatus.WAITING,
    _INBOX.c.claimed_by == bindparam("holder"),
    _INBOX.c.applied.is_(False),
).values(applied=True)


@cache
def free() -> Select[Any]:
    """Find the oldest update of every lane in which nobody works (``now``, ``in_hand``, ``room``)."""
    other, now = _INBOX.alias(), bindparam("now", type_=_INBOX.c.claimed_until.type)
    before = exists().where(
        # Not by the index of what waits, as SQLite would: that were all who wait for each who waits.
        other.c.lane == _INBOX.c.lane,
        func.coalesce(other.c.status, "") == InboxStatus.WAITING,
        or_(other.c.update_id < _INBOX.c.update_id, other.c.claimed_until > now),
    )
    return (
        select(_INBOX)
        .where(_INBOX.c.status == InboxStatus.WAITING, ~before)
        .where(or_(_INBOX.c.claimed_until.is_(None), _INBOX.c.claimed_until <= now))
        .where(~among(_INBOX.c.update_id, "in_hand"))
        .order_by(_INBOX.c.update_id)
        .limit(bindparam("room", type_=Integer()))
    )


@cache
def lanes() -> Select[Any]:
    """Find the lanes of these, and take them for this transaction, without those that another one has.

    It is :func:`bot.db.queries.one_after_the_other` for who has changed something already and must not wait.
    """
    found = free().with_only_columns(_INBOX.c.lane).subquery()  # with its limit, so only these are taken
    return select(found.c.lane).where(func.pg_try_advisory_xact_lock(found.c.lane))


@cache
def free_in() -> Select[Any]:
    """Find the same in some ``lanes``, and keep it from other replicas.

    A row that another one is just changing is passed over; PostgreSQL looks at it again once it is locked,
    so a lease that was given meanwhile counts.
    """
    return free().where(among(_INBOX.c.lane, "lanes")).with_for_update(skip_locked=True, of=_INBOX)
