"""The budget that all replicas share: moments at which messages may leave, given out one after the other."""

from datetime import timedelta
from typing import Final

from sqlmodel import Session

from bot.db.queries import database_now, insert_new
from bot.db.tables import SendBudget

AHEAD: Final = timedelta(seconds=1)
"""How far ahead moments are given out: what a replica holds when it dies is lost, so it is not much."""

_ALL: Final = "all"


def reserve(session: Session, rate: int, wanted: int) -> list[float]:
    """Reserve moments to send at, evenly ``rate`` a second over all replicas, by the database's clock.

    :returns: in how many seconds each may go, at most ``wanted`` and less than a second ahead; none when
        the next second is given away already
    """
    row, now, step = _locked(session), database_now(session), timedelta(seconds=1) / rate
    first = max(row.free_at, now)
    count = max(0, min(wanted, -((first - now - AHEAD) // step)))
    row.free_at = first + count * step
    return [((first - now) + number * step).total_seconds() for number in range(count)]


def hold(session: Session, seconds: float) -> None:
    """Let nothing leave for so many seconds: Telegram said so, and all replicas are meant."""
    row = _locked(session)
    row.free_at = max(row.free_at, database_now(session) + timedelta(seconds=seconds))


def _locked(session: Session) -> SendBudget:
    row = session.get(SendBudget, _ALL, with_for_update=True)
    if row is None:
        insert_new(session, "send_budget", [{"name": _ALL, "free_at": database_now(session)}])
        row = session.get_one(SendBudget, _ALL, with_for_update=True)
    return row
