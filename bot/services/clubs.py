"""Desk-break clubs: when a group takes breaks together, by whose clock, and where it has moved to."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time
from typing import Final
from zoneinfo import ZoneInfo

from sqlalchemy import delete, func, update
from sqlmodel import Session, col, select

from bot.db.queries import insert_new
from bot.db.tables import Club, ClubPost, ClubTick
from bot.domain.breaks import ARRIVED, PostStatus, row
from bot.domain.reminders import Occurrence, Rule, next_occurrence

MOST_TIMES: Final = 4
"""Breaks a day: more would be noise to a group."""
WEEKDAYS: Final = "01234"
TIMES: Final = ("11:00", "15:00")
"""What a club begins with, until somebody chooses."""
LONGEST_ROW: Final = 400
"""Days that are looked at for the row."""


@dataclass(frozen=True)
class Kept:
    """A club as its group sees it.

    :param upcoming: the next break, None while none is to come
    :param row: days in a row on which somebody moved
    """

    rule: Rule
    zone: str
    language: str
    enabled: bool
    upcoming: Occurrence | None
    row: int


def find(session: Session, chat_id: int) -> Kept | None:
    """Return the club of a group, None where it has none."""
    club = session.get(Club, chat_id)
    return _kept(session, club) if club else None


def found(session: Session, chat_id: int, zone: str, language: str, now: datetime) -> Kept:
    """Make a club that still rests, or return the one that is there: two may begin it at once."""
    if session.get(Club, chat_id) is None:
        made = {
            "chat_id": chat_id, "zone": zone, "language": language, "weekdays": WEEKDAYS,
            "times": " ".join(TIMES), "enabled": False, "created_at": now,
        }  # fmt: skip
        insert_new(session, "club", [made])
    return _kept(session, session.get_one(Club, chat_id))


def set_rule(
    session: Session, chat_id: int, weekdays: str | None, times: Sequence[time] | None, now: datetime
) -> Kept | None:
    """Choose weekdays (digits) or times; what is None stays. None without a club.

    :raises ValueError: when this leaves no weekday or no time, or too many
    """
    club = _held(session, chat_id)
    if club is None:
        return None
    old = rule_of(club)
    days = old.weekdays if weekdays is None else frozenset(map(int, weekdays))
    rule = Rule(days, old.times if times is None else tuple(sorted(set(times))))
    if len(rule.times) > MOST_TIMES:
        raise ValueError(f"A club has at most {MOST_TIMES} breaks a day.")
    club.weekdays = "".join(map(str, sorted(rule.weekdays)))
    club.times = " ".join(moment.strftime("%H:%M") for moment in rule.times)
    return _changed(session, club, now)


def set_zone(session: Session, chat_id: int, zone: str, now: datetime) -> Kept | None:
    """Keep another clock; the times stay what they are on it."""
    club = _held(session, chat_id)
    if club is None:
        return None
    club.zone = zone
    return _changed(session, club, now)


def set_language(session: Session, chat_id: int, language: str) -> Kept | None:
    """Speak another language in the group."""
    club = _held(session, chat_id)
    if club is None:
        return None
    club.language = language
    return _kept(session, club)


def switch(session: Session, chat_id: int, now: datetime, *, on: bool) -> Kept | None:
    """Begin, go on or pause; breaks that were queued meanwhile do not come."""
    club = _held(session, chat_id)
    if club is None:
        return None
    club.enabled = on
    return _changed(session, club, now)


def end(session: Session, chat_id: int) -> bool:
    """Forget the club with all its breaks; False when there was none."""
    club = session.get(Club, chat_id)
    theirs = select(ClubPost.id).where(ClubPost.chat_id == chat_id)
    session.exec(delete(ClubTick).where(col(ClubTick.post_id).in_(theirs)))
    session.exec(delete(ClubPost).where(col(ClubPost.chat_id) == chat_id))
    if club:
        session.delete(club)
        session.flush()
    return club is not None


def move(session: Session, old_id: int, new_id: int) -> bool:
    """Follow a group that has a new id, with all that it did; False when there was nothing to follow.

    Telegram tells it more than once. A club that is at the new id already is the one that stays.
    """
    club = session.get(Club, old_id)
    if club is None or old_id == new_id:
        return False
    if session.get(Club, new_id):
        return end(session, old_id)
    session.exec(update(Club).where(col(Club.chat_id) == old_id).values(chat_id=new_id))
    session.exec(update(ClubPost).where(col(ClubPost.chat_id) == old_id).values(chat_id=new_id))
    session.expire_all()
    return True


def rule_of(club: Club) -> Rule:
    """Return the rule that a row holds."""
    times = tuple(time.fromisoformat(word) for word in club.times.split())
    return Rule(frozenset(map(int, club.weekdays)), times)


def schedule(club: Club, moment: Occurrence | None) -> None:
    """Note when the next break is due, None for never."""
    club.next_due_at = moment.at if moment else None
    club.next_wall = moment.wall.isoformat(timespec="minutes") if moment else None


def days_in_a_row(session: Session, chat_id: int) -> int:
    """Return on how many days in a row, of those that had a break, somebody of the group moved."""
    query = (
        select(col(ClubPost.day), func.count(col(ClubTick.id)))
        .join(ClubTick, col(ClubTick.post_id) == ClubPost.id, isouter=True)
        .where(ClubPost.chat_id == chat_id, col(ClubPost.status).in_(ARRIVED))
        .group_by(col(ClubPost.day))
        .order_by(col(ClubPost.day).desc())
        .limit(LONGEST_ROW)
    )
    return row(ticks > 0 for _, ticks in session.exec(query))


def _held(session: Session, chat_id: int) -> Club | None:
    """Return a club to change: of two administrators at once, one sees what the other one chose."""
    return session.get(Club, chat_id, with_for_update=True)


def _changed(session: Session, club: Club, now: datetime) -> Kept:
    """Find the next break anew, and let go of what waits to be sent by the old rule."""
    following = next_occurrence(rule_of(club), ZoneInfo(club.zone), now) if club.enabled else None
    schedule(club, following)
    waiting = (col(ClubPost.chat_id) == club.chat_id, col(ClubPost.status) == PostStatus.PENDING)
    session.exec(update(ClubPost).where(*waiting).values(status=PostStatus.SKIPPED))
    session.flush()
    return _kept(session, club)


def _kept(session: Session, club: Club) -> Kept:
    upcoming = None
    if club.next_due_at and club.next_wall:
        upcoming = Occurrence(datetime.fromisoformat(club.next_wall), club.next_due_at)
    days = days_in_a_row(session, club.chat_id)
    return Kept(rule_of(club), club.zone, club.language, club.enabled, upcoming, days)
