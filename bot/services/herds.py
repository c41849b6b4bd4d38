"""Reminders that are due together: what they share is found once, and written with one statement.

Thousands of people want to be reminded at eight o'clock. A row of columns for each, no objects that the
session watches, and no arithmetic twice: that is what a herd costs.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Any, Final, NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import Select, bindparam, literal, select, update
from sqlmodel import Session

from bot.db.lists import among
from bot.db.queries import insert_from
from bot.db.tables import METADATA
from bot.domain.days import local_day, wall_clock
from bot.domain.quiet import Quiet
from bot.domain.reminders import Occurrence, Rule, expiry, next_occurrence

_REMEMBERED: Final = timedelta(days=7)


class Due(NamedTuple):
    """A reminder that is due, and what matters of its person; named as in the tables."""

    id: int
    person_id: int
    weekdays: str
    times: str
    next_due_at: datetime
    next_wall: str | None
    zone: str
    day_start: time
    away_since: datetime | None
    quiet_from: time | None
    quiet_until: time | None

    @property
    def course_key(self) -> tuple[object, ...]:
        """Return all that :func:`course` depends on."""
        return self.weekdays, self.times, self.next_due_at, self.next_wall, self.zone, self.day_start


@dataclass(frozen=True)
class Moment:
    """A moment of a reminder: what it is called, when it is, when it is stale, and the day it belongs to."""

    wall: datetime
    at: datetime
    expires_at: datetime
    day: date


@dataclass(frozen=True)
class Course:
    """The moments of a reminder up to now, and the one that follows them."""

    moments: tuple[Moment, ...]
    following: Occurrence | None


def due(session: Session, now: datetime, limit: int) -> list[Due]:
    """Take reminders that are due, the oldest first; what another replica holds is left out."""
    found = session.connection().execute(question(), {"now": now, "limit": limit})
    return [Due(*row) for row in found]


@cache  # making a statement takes longer than asking it
def question() -> Select[Any]:
    """Ask for reminders that are due (``now``, ``limit``), and keep them from other replicas."""
    reminder, person = METADATA.tables["reminder"], METADATA.tables["person"]
    return (
        select(*(reminder.c[name] if name in reminder.c else person.c[name] for name in Due._fields))
        .join_from(reminder, person, person.c.id == reminder.c.person_id)
        .where(reminder.c.next_due_at <= bindparam("now"))
        .order_by(reminder.c.next_due_at, reminder.c.id)
        .limit(bindparam("limit"))
        .with_for_update(skip_locked=True, of=reminder)
    )


def course(row: Due, now: datetime) -> Course:
    """Return what a reminder leads to; the same for all with the same :attr:`Due.course_key`.

    :raises ValueError, KeyError: for a rule or a zone that nobody can read
    """
    rule, zone = _rule(row), ZoneInfo(row.zone)
    wall = datetime.fromisoformat(row.next_wall) if row.next_wall else wall_clock(row.next_due_at, zone)
    moment: Occurrence | None = Occurrence(wall, row.next_due_at)
    if row.next_due_at < now - _REMEMBERED:
        # The coach slept for long: what was missed before last week is not worth a row for each moment.
        moment = next_occurrence(rule, zone, now - _REMEMBERED)
    moments = []
    while moment and moment.at <= now:
        following = next_occurrence(rule, zone, moment.at)
        day = local_day(moment.at, zone, row.day_start)
        moments.append(Moment(moment.wall, moment.at, expiry(moment, following), day))
        moment = following
    return Course(tuple(moments), moment)


def quiet_hours(begin: time | None, end: time | None) -> Quiet | None:
    """Return somebody's quiet hours, None without any."""
    return None if begin is None or end is None else Quiet(begin, end)


def store(session: Session, delivery: dict[str, Any], reminders: Sequence[int]) -> None:
    """Queue a delivery for each of these reminders, leaving out those that are queued already.

    :param delivery: what they have in common: all columns but whose it is
    """
    made, reminder = METADATA.tables["delivery"], METADATA.tables["reminder"]
    values = [literal(value, made.c[name].type) for name, value in delivery.items()]
    found = select(reminder.c.person_id, reminder.c.id, *values).where(among(reminder.c.id, reminders))
    names = ["person_id", "reminder_id", *delivery]
    insert_from(session, "delivery", names, found.order_by(reminder.c.id))


def move_on(session: Session, following: Occurrence | None, reminders: Sequence[int]) -> None:
    """Note when these reminders are due next, None for never."""
    table = METADATA.tables["reminder"]
    at, wall = (following.at, following.wall.isoformat(timespec="minutes")) if following else (None, None)
    moved = update(table).where(among(table.c.id, reminders)).values(next_due_at=at, next_wall=wall)
    session.connection().execute(moved)


def _rule(row: Due) -> Rule:
    times = tuple(time.fromisoformat(word) for word in row.times.split())
    return Rule(frozenset(map(int, row.weekdays)), times)
