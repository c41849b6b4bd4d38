"""The facts behind a last look: one question a table, however many people a batch has.

The statements are made once: making one takes longer than asking it.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Select, and_, bindparam, case, distinct, func, or_, select
from sqlmodel import Session

from bot.db.lists import among
from bot.db.tables import METADATA, DeliveryStatus
from bot.domain.deliveries import Kind
from bot.domain.nudges import HEARD, Silence
from bot.domain.reminders import Skip

ABOUT_MOVING = (Kind.REMINDER, Kind.MISSED)


class Away(NamedTuple):
    """A pause, both ends included."""

    first: date
    last: date


class Unheard(NamedTuple):
    """What came since a person was last heard of; ``last_day`` is the latest day of a reminder among it.

    ``silenced`` counts the reminders that were left out since silence began.
    """

    heard_at: datetime
    sent: int = 0
    eased: int = 0
    days: int = 0
    last_day: date | None = None
    silenced: int = 0

    def before(self, day: date) -> Silence:
        """Return the silence as it was when a day began, for its days, and as it is now for the rest."""
        return Silence(self.sent, self.eased, self.days - (self.last_day == day))


class Other(NamedTuple):
    """A message about moving beside the batch; named as in the table."""

    person_id: int
    reminder_id: int | None
    occurrence: str
    planned_at: datetime
    due_at: datetime
    status: str


def marks(session: Session, people: Sequence[int], oldest: date) -> Mapping[int, set[tuple[date, str]]]:
    """Return what was noted about people's days since a day."""
    found = defaultdict[int, set[tuple[date, str]]](set)
    rows = session.connection().execute(_marks(), {"people": people, "oldest": oldest})
    for person_id, day, mark in rows:
        found[person_id].add((day, mark))
    return found


def pauses(session: Session, people: Sequence[int], oldest: date) -> Mapping[int, list[Away]]:
    """Return people's pauses that end on a day or later."""
    found = defaultdict[int, list[Away]](list)
    rows = session.connection().execute(_pauses(), {"people": people, "oldest": oldest})
    for person_id, first, last in rows:
        found[person_id].append(Away(first, last))
    return found


def routines(session: Session, people: Sequence[int]) -> Mapping[int, list[str]]:
    """Return the exercises of people's routines, in order."""
    found = defaultdict[int, list[str]](list)
    for person_id, exercise in session.connection().execute(_routines(), {"people": people}):
        found[person_id].append(exercise)
    return found


def planners(session: Session, people: Sequence[int]) -> frozenset[int]:
    """Return those who follow a plan, whose day is not what their routine says."""
    return frozenset(session.connection().execute(_planners(), {"people": people}).scalars())


def held(session: Session, people: Sequence[int]) -> frozenset[int]:
    """Return those with a warning sign that waits to be looked at."""
    return frozenset(session.connection().execute(_held(), {"people": people}).scalars())


def unheard(session: Session, people: Sequence[int]) -> Mapping[int, Unheard]:
    """Return what came since people were last heard of; nothing of those who were not heard of yet."""
    rows = session.connection().execute(_unheard(), {"people": people})
    return {person_id: Unheard(*counts) for person_id, *counts in rows}


def others(
    session: Session, people: Sequence[int], oldest: datetime, batch: Sequence[int]
) -> Iterator[Other]:
    """Yield messages about moving since a moment that went out or wait, and are not in the batch."""
    asked = {"people": people, "oldest": oldest, "batch": batch}
    for row in session.connection().execute(_others(), asked):
        yield Other(*row)


@cache
def _marks() -> Select[Any]:
    table = METADATA.tables["day_mark"].c
    asked = (among(table.person_id, "people"), table.day >= bindparam("oldest"))
    return select(table.person_id, table.day, table.mark).where(*asked)


@cache
def _pauses() -> Select[Any]:
    table = METADATA.tables["planned_pause"].c
    asked = (among(table.person_id, "people"), table.last >= bindparam("oldest"))
    return select(table.person_id, table.first, table.last).where(*asked)


@cache
def _routines() -> Select[Any]:
    table = METADATA.tables["routine_entry"].c
    asked = among(table.person_id, "people")
    return select(table.person_id, table.exercise).where(asked).order_by(table.position)


@cache
def _planners() -> Select[Any]:
    table = METADATA.tables["plan"].c
    asked = (among(table.person_id, "people"), table.made_at.is_not(None), table.ended_at.is_(None))
    return select(table.person_id).where(*asked).distinct()


@cache
def _held() -> Select[Any]:
    table = METADATA.tables["hold"].c
    return select(table.person_id).where(among(table.person_id, "people"), table.confirmed_at.is_(None))


@cache
def _unheard() -> Select[Any]:
    told, sent = METADATA.tables["told"].c, METADATA.tables["delivery"].c
    came = (sent.status == DeliveryStatus.SENT, sent.reason.in_([Skip.EASED, Skip.SILENT]))
    since = and_(
        sent.person_id == told.person_id,
        sent.kind == Kind.REMINDER,
        sent.planned_at > told.at,
        or_(*came),
    )
    return (
        select(
            told.person_id,
            told.at,
            func.count(case((came[0], 1))),
            func.count(case((sent.reason == Skip.EASED, 1))),
            func.count(distinct(sent.day)),
            func.max(sent.day),
            func.count(case((sent.reason == Skip.SILENT, 1))),
        )
        .outerjoin(METADATA.tables["delivery"], since)
        .where(among(told.person_id, "people"), told.what == HEARD)
        .group_by(told.person_id, told.at)
    )


@cache
def _others() -> Select[Any]:
    table = METADATA.tables["delivery"].c
    return select(*(table[name] for name in Other._fields)).where(
        among(table.person_id, "people"),
        table.planned_at >= bindparam("oldest"),
        table.kind.in_(ABOUT_MOVING),
        # What it is not, for no index: by that of what it is, SQLite would go through all that was ever sent.
        table.status.not_in([DeliveryStatus.SKIPPED, DeliveryStatus.FAILED]),
        ~among(table.id, "batch"),
    )
