"""Whether the coach itself was out of reach, and when: the beat of the push is kept in the database."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from sqlmodel import Session

from bot.db.queries import database_now, insert_new
from bot.db.tables import Bookmark

OUTAGE_AFTER: Final = timedelta(minutes=5)
"""A shorter silence is nobody's business: reminders come a little late and that is all."""

_BEAT: Final = "push-beat"
_FIRST: Final = "outage-first"
_LAST: Final = "outage-last"


@dataclass(frozen=True)
class Outage:
    """A time, both ends included, in which no replica sent anything."""

    first: datetime
    last: datetime

    def missed(self, due_at: datetime) -> bool:
        """Return whether what was due then came too late to pass for punctual."""
        return self.first <= due_at <= self.last - OUTAGE_AFTER


def beat(session: Session, now: datetime, awake: timedelta | None = None) -> Outage | None:
    """Note that the push runs, and return the outage that this ends; every replica calls it again and again.

    The silence is measured by the database's clock, which all replicas share and no demo moves.

    :param now: the coach's own time, in which the outage is told
    :param awake: how long ago this very process did the same, which a clock that was put forward cannot
        stretch; None for the first time
    """
    present = database_now(session)
    insert_new(session, "bookmark", [{"name": _BEAT, "value": _stored(present)}])
    row = session.get_one(Bookmark, _BEAT, with_for_update=True)
    silence = present - _moment(row.value)
    silence = silence if awake is None else min(silence, awake)
    row.value = _stored(present)
    if silence < OUTAGE_AFTER:
        return None
    session.merge(Bookmark(name=_FIRST, value=_stored(now - silence)))
    session.merge(Bookmark(name=_LAST, value=_stored(now)))
    session.flush()
    return last_outage(session)


def last_outage(session: Session) -> Outage | None:
    """Return the last time in which the coach was out of reach."""
    first, last = session.get(Bookmark, _FIRST), session.get(Bookmark, _LAST)
    return Outage(_moment(first.value), _moment(last.value)) if first and last else None


def _stored(moment: datetime) -> int:
    return round(moment.timestamp() * 1000)


def _moment(stored: int) -> datetime:
    return datetime.fromtimestamp(stored / 1000, UTC)
