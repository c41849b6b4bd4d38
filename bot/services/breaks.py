"""Breaks of a group: queued once for each moment, posted at most once, and ticked by whoever did them.

A post waits (``pending``), is taken by one replica under a lease (``sending``), and ends as ``sent``,
``skipped`` or ``failed``. A process that dies in between leaves it ``unknown``: nothing is posted twice. The
lease is made by the database's clock, which all replicas share.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

import structlog
from sqlalchemy import delete, func, update
from sqlmodel import Session, col, or_, select

from bot.db.queries import database_now, insert_new
from bot.db.tables import Club, ClubPost, ClubTick, Person
from bot.domain.breaks import STALE_AFTER, PostStatus, next_movement
from bot.domain.days import local_day
from bot.domain.exercises import Library
from bot.domain.reminders import Occurrence, next_occurrence
from bot.domain.streak import Mark
from bot.services import clubs, days
from bot.services.people import ELSEWHERE

log = structlog.get_logger(__name__)

LEASE: Final = timedelta(seconds=90)
"""How long a replica may take to send what it has taken; longer than the longest call to Telegram."""

CALM: Final = timedelta(seconds=5)
"""A post is drawn anew no more often than that: a group takes 20 messages and edits a minute."""

KEPT: Final = timedelta(days=400)
"""How long a break is remembered, for the row of days."""

_DAY_START: Final = time(3)


@dataclass(frozen=True)
class Break:
    """A break to send or to draw anew.

    :param held: until when the replica holds it, which also proves that it is still the one
    :param ticks: how many did it
    :param row: days in a row on which somebody moved
    """

    post_id: int
    chat_id: int
    language: str
    exercise: str
    variation: str
    held: datetime
    message_id: int | None = None
    ticks: int = 0
    row: int = 0


@dataclass(frozen=True)
class Taken:
    """What became of posts that were due: those that go out now, and how many do not any more."""

    claimed: Sequence[Break] = ()
    skipped: int = 0


@dataclass(frozen=True)
class Ticked:
    """What a tap on a break led to.

    :param new: whether it was the person's first tap on it
    :param own: whether it counts for their own day, too
    """

    new: bool
    own: bool = False


def anything(session: Session, now: datetime) -> bool:
    """Return whether there is anything to queue, to send or to draw anew."""
    open_ones = [PostStatus.PENDING, PostStatus.SENDING, PostStatus.TICKED]
    due = select(Club.chat_id).where(col(Club.next_due_at) <= now).exists()
    waiting = select(ClubPost.id).where(col(ClubPost.status).in_(open_ones), col(ClubPost.due_at) <= now)
    return bool(session.exec(select(or_(due, waiting.exists()))).one())


def queue_due(session: Session, library: Library, now: datetime, limit: int = 100) -> int:
    """Queue a post for every club that is due; return how many were due.

    Of moments that were missed the last one is queued, if it is not stale. Safe to run in several replicas: a
    row that another one holds is passed over, and a moment that is queued stays single.
    """
    query = select(Club).where(col(Club.next_due_at) <= now).order_by(col(Club.next_due_at)).limit(limit)
    due = session.exec(query.with_for_update(skip_locked=True)).all()
    for club in due:
        try:
            _queue(session, club, library, now)
        except (ValueError, KeyError):  # a zone or a rule that nobody can read must not stop the others
            log.error("club set aside", club=club.chat_id)
            clubs.schedule(club, None)
    session.flush()
    return len(due)


def take(session: Session, now: datetime, limit: int) -> Taken:
    """Take posts that are due, leave out what makes no sense any more, fence the rest.

    What is claimed is ``sending``: if the process dies, it is known that it may have been sent.
    """
    _release(session)
    waiting = (ClubPost.status == PostStatus.PENDING, col(ClubPost.due_at) <= now)
    query = select(ClubPost).where(*waiting).order_by(col(ClubPost.due_at), col(ClubPost.id)).limit(limit)
    until, taken, skipped = database_now(session) + LEASE, [], 0
    for post in session.exec(query.with_for_update(skip_locked=True)):
        club = session.get(Club, post.chat_id)
        if club is None or not club.enabled or now >= post.created_at + STALE_AFTER:
            post.status, skipped = PostStatus.SKIPPED, skipped + 1
            continue
        post.status, post.claimed_until = PostStatus.SENDING, until
        taken.append(_break(session, post, club, until))
    session.flush()
    return Taken(taken, skipped)


def sent(session: Session, one: Break, message_id: int | None) -> None:
    """Note that a post arrived; a tick may have come before the word of it."""
    session.get(ClubPost, one.post_id, with_for_update=True)  # a tick that comes now is counted or waits
    early = session.exec(select(ClubTick.id).where(ClubTick.post_id == one.post_id)).first() is not None
    status = PostStatus.TICKED if early else PostStatus.SENT
    _note(session, one, {"status": status, "message_id": message_id, "claimed_until": None})


def ended(session: Session, one: Break, status: PostStatus) -> None:
    """Note that a post did not arrive, or that nobody knows."""
    _note(session, one, {"status": status, "claimed_until": None})


def later(session: Session, one: Break, at: datetime) -> None:
    """Put a post back that surely did not arrive."""
    _note(session, one, {"status": PostStatus.PENDING, "due_at": at, "claimed_until": None})


def tick(
    session: Session, post_id: int, chat_id: int, message_id: int | None, person_id: int, now: datetime
) -> Ticked | None:
    """Note that somebody did a break; None when it is gone, another group's or of another day.

    :param message_id: the message that was pressed, which proves that the post arrived
    """
    post, club = session.get(ClubPost, post_id, with_for_update=True), session.get(Club, chat_id)
    if post is None or club is None or post.chat_id != chat_id or post.day != _today(club, now):
        return None
    same = select(ClubTick).where(ClubTick.post_id == post_id, ClubTick.person_id == person_id)
    if session.exec(same).first():
        return Ticked(new=False)
    insert_new(session, "club_tick", [{"post_id": post_id, "person_id": person_id, "at": now}])
    if post.status != PostStatus.SENDING:
        post.status, post.message_id = PostStatus.TICKED, post.message_id or message_id
    person = session.get_one(Person, person_id)
    if person.onboarding != ELSEWHERE:
        mark = {"person_id": person_id, "day": days.today(person, now), "mark": Mark.SHORT, "at": now}
        insert_new(session, "day_mark", [mark])
    return Ticked(new=True, own=person.onboarding != ELSEWHERE)


def to_redraw(session: Session, now: datetime, limit: int) -> list[Break]:
    """Take posts that were ticked since they were drawn; each comes again no sooner than 5 seconds later."""
    present = database_now(session)
    calm = or_(col(ClubPost.claimed_until).is_(None), col(ClubPost.claimed_until) < present)
    ticked = (ClubPost.status == PostStatus.TICKED, col(ClubPost.due_at) <= now, calm)
    query = select(ClubPost).where(*ticked).order_by(col(ClubPost.id)).limit(limit)
    found = []
    for post in session.exec(query.with_for_update(skip_locked=True)):
        club = session.get(Club, post.chat_id)
        post.status, post.claimed_until = PostStatus.SENT, present + CALM
        if club and post.message_id:
            found.append(_break(session, post, club, present + CALM))
    session.flush()
    return found


def redraw_later(session: Session, one: Break, wait: timedelta) -> None:
    """Have a post drawn anew after a while, for Telegram asks to wait."""
    until = database_now(session) + wait
    still = (col(ClubPost.id) == one.post_id, col(ClubPost.status).in_([PostStatus.SENT, PostStatus.TICKED]))
    session.exec(update(ClubPost).where(*still).values(status=PostStatus.TICKED, claimed_until=until))


def forget(session: Session, now: datetime, limit: int = 500) -> int:
    """Forget breaks that no row of days reaches back to; return how many there were, up to ``limit``."""
    old = session.exec(select(ClubPost.id).where(ClubPost.created_at < now - KEPT).limit(limit)).all()
    session.exec(delete(ClubTick).where(col(ClubTick.post_id).in_(old)))
    session.exec(delete(ClubPost).where(col(ClubPost.id).in_(old)))
    return len(old)


def _queue(session: Session, club: Club, library: Library, now: datetime) -> None:
    rule, zone = clubs.rule_of(club), ZoneInfo(club.zone)
    moment = next_occurrence(rule, zone, max(_before_due(club), now - STALE_AFTER))
    while moment and moment.at <= now:
        latest, moment = moment, next_occurrence(rule, zone, moment.at)
        if moment is None or moment.at > now:
            _post(session, club, library, latest, now)
    clubs.schedule(club, moment)


def _before_due(club: Club) -> datetime:
    assert club.next_due_at is not None  # noqa: S101 - for types: only what is due is asked
    return club.next_due_at - timedelta(microseconds=1)


def _post(session: Session, club: Club, library: Library, moment: Occurrence, now: datetime) -> None:
    theirs = select(ClubPost.exercise).where(ClubPost.chat_id == club.chat_id)
    movement = next_movement(library, session.exec(theirs.order_by(col(ClubPost.id).desc())).first())
    if movement is None:
        return
    exercise, form = movement
    made: dict[str, Any] = {
        "chat_id": club.chat_id, "occurrence": moment.wall.isoformat(timespec="minutes"),
        "day": _today(club, moment.at), "exercise": exercise.slug, "variation": form.slug,
        "due_at": moment.at, "status": PostStatus.PENDING, "claimed_until": None, "message_id": None,
        "created_at": now,
    }  # fmt: skip
    insert_new(session, "club_post", [made])


def _today(club: Club, now: datetime) -> date:
    return local_day(now, ZoneInfo(club.zone), _DAY_START)


def _release(session: Session) -> None:
    """Leave as unknown what a process that died had in its hands."""
    lapsed = (
        col(ClubPost.status) == PostStatus.SENDING,
        col(ClubPost.claimed_until) < database_now(session),
    )
    session.exec(update(ClubPost).where(*lapsed).values(status=PostStatus.UNKNOWN, claimed_until=None))


def _note(session: Session, one: Break, values: dict[str, Any]) -> None:
    """Change a post that is still held by the same claim; what was taken over meanwhile is left alone."""
    held = (
        col(ClubPost.id) == one.post_id,
        col(ClubPost.status) == PostStatus.SENDING,
        col(ClubPost.claimed_until) == one.held,
    )
    session.exec(update(ClubPost).where(*held).values(**values))


def _break(session: Session, post: ClubPost, club: Club, held: datetime) -> Break:
    assert post.id is not None  # noqa: S101 - for types: it was read
    ticks = session.exec(select(func.count()).where(ClubTick.post_id == post.id)).one()
    return Break(
        post.id, post.chat_id, club.language, post.exercise, post.variation, held, post.message_id, ticks,
        clubs.days_in_a_row(session, post.chat_id),
    )  # fmt: skip
