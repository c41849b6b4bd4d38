"""New time zone data: governments change their clocks, and what is planned has to follow."""

import zoneinfo
from importlib import resources
from pathlib import Path
from zlib import crc32
from zoneinfo import ZoneInfo

from sqlmodel import Session, col, select

from bot.db.tables import Bookmark, Person, Reminder
from bot.domain.reminders import Occurrence, place
from bot.services.reminders import schedule_at, scheduled

BATCH = 500


def changed(session: Session) -> list[str]:
    """Return the zones of people whose rules differ from those that were seen last."""
    zones = session.exec(select(Person.zone).distinct()).all()
    return sorted(zone for zone in zones if _known(session, zone) != fingerprint(zone))


def recompute(session: Session, zone: str, after: int = 0, limit: int = BATCH) -> int | None:
    """Find anew when the reminders in a zone are due: the wall time stays, the moment moves.

    :param after: the id of the reminder to go on behind
    :returns: where to go on, None when all is done; the rules of the zone count as seen from then on
    """
    query = select(Reminder).join(Person, col(Person.id) == Reminder.person_id).where(Person.zone == zone)
    query = query.where(col(Reminder.next_due_at).is_not(None), col(Reminder.id) > after)
    rows = session.exec(query.order_by(col(Reminder.id)).limit(limit)).all()
    for row in rows:
        _replace(row, ZoneInfo(zone))
    if len(rows) == limit:
        return rows[-1].id
    session.merge(Bookmark(name=_name(zone), value=fingerprint(zone)))
    return None


def fingerprint(zone: str) -> int:
    """Return a number for the rules of a zone as this machine has them; 0 when it does not know the zone."""
    try:
        return crc32(_data(zone))
    except (OSError, ValueError, ModuleNotFoundError):
        return 0


def _data(zone: str) -> bytes:
    """Return the file that ``zoneinfo`` reads: the machine's own, else that of the package."""
    for folder in zoneinfo.TZPATH:
        file = Path(folder, zone)
        if file.is_file():
            return file.read_bytes()
    return resources.files("tzdata").joinpath("zoneinfo", *zone.split("/")).read_bytes()


def _replace(row: Reminder, zone: ZoneInfo) -> None:
    moment = scheduled(row, zone)
    at = place(moment.wall, zone) if moment else None
    if moment and at:
        schedule_at(row, Occurrence(moment.wall, at))


def _known(session: Session, zone: str) -> int | None:
    row = session.get(Bookmark, _name(zone))
    return row.value if row else None


def _name(zone: str) -> str:
    return f"zone:{zone}"
