"""Sessions: begun from a routine, moved on by presses, found again the next day."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import reduce

from sqlmodel import Session, col, func, select

from bot.db.tables import ExerciseSession, Person, SessionEvent
from bot.domain.exercises import Entry, Kind, Library
from bot.domain.player import Item, Player, Press, Status, begin, replay
from bot.domain.sessions import detour, from_json, leave_out, plan, to_json
from bot.domain.streak import Mark
from bot.domain.suiting import Changed, Limits, narrowed
from bot.services import care, plans, routines
from bot.services.days import mark, today

KEPT_OPEN = timedelta(days=7)
"""How long after its last press "today" leads back into a session; its own card works for ever."""

MINE = "mine"
"""The title of a session that runs through the person's own routine."""

PLAN = "plan"
"""The title of a session that a plan brought."""

LOOK_BACK = 10
"""How many sessions that were not ended are looked at for one to go on with."""

OPEN = (Status.ACTIVE, Status.PAUSED)
"""Where a session stands that can be gone on with."""


@dataclass(frozen=True)
class Running:
    """A session as a person sees it, past exercises that content no longer has.

    ``outdated`` tells that a press came too late and changed nothing; ``day`` is the last day that it counts
    for, None while nothing is done. ``changed`` tells, when it begins, what was left out or takes another
    form, and why. ``held`` tells that a press did nothing because a warning sign waits to be looked at.
    """

    id: int
    title: str
    revision: int
    player: Player
    outdated: bool = False
    day: date | None = None
    changed: tuple[Changed, ...] = ()
    held: bool = False


def start(  # noqa: PLR0913 - what a session is made of
    session: Session,
    person_id: int,
    title: str,
    entries: Sequence[Entry],
    library: Library,
    *,
    language: str,
    now: datetime,
) -> Running | None:
    """Begin a session of what suits the person; None when nothing does, or is in the library any more.

    Of each title one session is open at a time: others end where they are, and one that was begun with the
    same plan and not touched yet is this one, however often the button is pressed.
    """
    standing = _standing(session, person_id, library, now)
    suited = care.suit(entries, library, standing)
    others = plans.stand_ins(session, person_id, suited.entries, library, now, on_plan=title == PLAN)
    items = narrowed(plan(suited.entries, library, language, others), library, standing.limits)
    begun = _begin(session, person_id, title, items, now) if items else None
    return replace(begun, changed=suited.changed) if begun else None


def press(  # noqa: PLR0913 - who presses what on which card
    session: Session,
    person_id: int,
    session_id: int,
    revision: int,
    what: Press,
    *,
    library: Library,
    now: datetime,
) -> Running | None:
    """Apply a press to the revision that the person saw; a press on an older one only shows the truth.

    The press is stored as the event that leads to the next revision, so a crash or a double press cannot
    count it twice. None when the session is not this person's or is gone.
    """
    row = _own(session, person_id, session_id)
    if row is None:
        return None
    stored = _player(session, row)
    past = detour(stored, library.exercises)
    # A card from before an exercise vanished carries the stored revision, one from after it the one past it.
    lead = {row.revision: (), row.revision + len(past): past}.get(revision)
    if what is not Press.STOP and care.held(session, person_id) and not _calm(row, library):
        return replace(_shown(session, row, library), held=True)
    before = reduce(Player.press, lead or (), stored)
    if lead is None or what not in before.allowed:
        return replace(_shown(session, row, library), outdated=True)
    if stored.over and (other := _rival(session, row, library, now)):
        return replace(_shown(session, other, library), outdated=True)
    way = what if what in {Press.BACK, Press.INSTEAD} else Press.SKIP
    trail = detour(before.press(what), library.exercises, way)
    return _running(row, _apply(session, row, stored, (*lead, what, *trail), now))


def look(session: Session, person_id: int, session_id: int, library: Library) -> Running | None:
    """Return where a session stands; None when it is not this person's or is gone."""
    row = _own(session, person_id, session_id)
    return _shown(session, row, library) if row else None


def planned(session: Session, person_id: int, library: Library, now: datetime) -> tuple[str, Sequence[Entry]]:
    """Return title and entries of what "today" begins: the plan's day, else the person's own routine.

    Without either it is the first ready-made one. A routine without any exercise that exists is passed over.
    """
    day = plans.day(session, person_id, library, today(session.get_one(Person, person_id), now))
    if day:
        return PLAN, day.entries
    lines = routines.shown(routines.entries(session, person_id), library)
    first = next(iter(library.routines.values()), None)
    if lines or first is None:
        return MINE, [line.entry for line in lines]
    return first.slug, first.entries


def unfinished(
    session: Session, person_id: int, library: Library, now: datetime, *, alone: bool = False
) -> Running | None:
    """Return the session that the person left last, touched in the last :data:`KEPT_OPEN`, without ending it.

    One in which only exercises are left that content no longer has is passed over, and so is one of another
    day in which nothing was pressed: how much suited then need not suit now.

    :param alone: whether an exercise that was begun alone counts; it was but a look, its card leads back
    """
    pressed = select(func.max(SessionEvent.at)).where(SessionEvent.session_id == ExerciseSession.id)
    query = (
        select(ExerciseSession)
        .where(ExerciseSession.person_id == person_id, col(ExerciseSession.status).in_(OPEN))
        .where(func.coalesce(pressed.scalar_subquery(), ExerciseSession.started_at) > now - KEPT_OPEN)
        .order_by(col(ExerciseSession.id).desc())
        .limit(LOOK_BACK)
    )
    person = session.get_one(Person, person_id)
    whole = [
        row
        for row in session.exec(query).all()
        if (alone or _whole(row)) and (row.revision or today(person, row.started_at) == today(person, now))
    ]
    shown = (_shown(session, row, library) for row in whole)
    return next((running for running in shown if not running.player.over), None)


def start_over(
    session: Session,
    person_id: int,
    session_id: int,
    library: Library,
    now: datetime,
    without: Collection[str] = (),
) -> Running | None:
    """End a session where it is and begin the same plan anew; what was done stays counted.

    Asked again, it returns the session that it began, wherever that one stands by now. None when the session
    is not this person's or is gone, or when nothing of its plan suits them or is in the library any more.

    :param without: exercises to leave out this time
    """
    row = _own(session, person_id, session_id)
    if row is None:
        return None
    limits = _standing(session, person_id, library, now).limits
    items = leave_out(narrowed(from_json(row.plan), library, limits), without)
    if not items:
        return None
    later = [one for one in _open(session, person_id, row.title) if (one.id or 0) > session_id]
    begun = next((one for one in later if from_json(one.plan) == items), None)
    if begun and row.status not in OPEN:
        return _shown(session, begun, library)
    return _begin(session, person_id, row.title, items, now)


def stop_unsuited(session: Session, person_id: int, library: Library, now: datetime) -> None:
    """End the sessions, where they are, that hold what does not suit the person any more."""
    limits = _standing(session, person_id, library, now).limits
    for row in _open(session, person_id):
        if not _suits(row, library, limits):
            _apply(session, row, _player(session, row), [Press.STOP], now)


def _suits(row: ExerciseSession, library: Library, limits: Limits) -> bool:
    known = tuple(item for item in from_json(row.plan) if item.exercise in library.exercises)
    return narrowed(known, library, limits) == known


def _rival(session: Session, row: ExerciseSession, library: Library, now: datetime) -> ExerciseSession | None:
    """Return what to show where a stopped session cannot go on: one begun since, or itself if unsuited."""
    suits = _suits(row, library, _standing(session, row.person_id, library, now).limits)
    return next(iter(_open(session, row.person_id, row.title)), None if suits else row)


def _standing(session: Session, person_id: int, library: Library, now: datetime) -> care.Standing:
    day = today(session.get_one(Person, person_id), now)
    return care.standing(session, person_id, library, day)


def _begin(session: Session, person_id: int, title: str, items: Sequence[Item], now: datetime) -> Running:
    fresh = None
    for row in _open(session, person_id, title):
        if fresh is None and row.revision == 0 and from_json(row.plan) == tuple(items):
            fresh = row
        else:
            _apply(session, row, _player(session, row), [Press.STOP], now)
    if fresh is None:
        fresh = ExerciseSession(person_id=person_id, title=title, plan=to_json(items), started_at=now)
        session.add(fresh)
    session.flush()
    return _running(fresh, begin(items))


def _open(session: Session, person_id: int, title: str | None = None) -> Sequence[ExerciseSession]:
    """Return the sessions, of a title or all, that have not ended, the newest first."""
    query = select(ExerciseSession).where(
        ExerciseSession.person_id == person_id, col(ExerciseSession.status).in_(OPEN)
    )
    query = query if title is None else query.where(ExerciseSession.title == title)
    return session.exec(query.order_by(col(ExerciseSession.id).desc())).all()


def _calm(row: ExerciseSession, library: Library) -> bool:
    """Tell whether breathing is all that is left of it."""
    known = (library.exercises.get(item["exercise"]) for item in row.plan)
    return all(exercise is None or exercise.kind is Kind.BREATHING for exercise in known)


def _whole(row: ExerciseSession) -> bool:
    """Tell whether it is a routine rather than an exercise alone."""
    return row.title in {MINE, PLAN} or len(row.plan) > 1


def _own(session: Session, person_id: int, session_id: int) -> ExerciseSession | None:
    row = session.get(ExerciseSession, session_id)
    return row if row and row.person_id == person_id else None


def _player(session: Session, row: ExerciseSession) -> Player:
    query = select(SessionEvent.press).where(SessionEvent.session_id == row.id)
    presses = session.exec(query.order_by(col(SessionEvent.seq))).all()
    return replay(from_json(row.plan), map(Press, presses))


def _shown(session: Session, row: ExerciseSession, library: Library) -> Running:
    """Return the session past what content no longer has; nothing of that is stored before the next press."""
    player = _player(session, row)
    past = detour(player, library.exercises)
    running = _running(row, reduce(Player.press, past, player))
    return replace(running, revision=running.revision + len(past))


def _apply(
    session: Session, row: ExerciseSession, player: Player, presses: Iterable[Press], now: datetime
) -> Player:
    for what in presses:
        before, player = player, player.press(what)
        _store(session, row, player, what, now)
        _count(session, row, before, player, now)
    return player


def _store(session: Session, row: ExerciseSession, after: Player, what: Press, now: datetime) -> None:
    row.revision += 1
    row.status = after.status
    row.exercises_done = after.exercises_done
    row.seconds_done = after.spent_seconds
    row.ended_at = now if after.over else None
    session.add(SessionEvent(session_id=row.id or 0, seq=row.revision, press=what, at=now))


def _count(session: Session, row: ExerciseSession, before: Player, after: Player, now: datetime) -> None:
    """Mark the day: one set keeps it, a finished routine fills it."""
    if after.sets_done > before.sets_done:
        row.day = today(session.get_one(Person, row.person_id), now)
    elif after.status is not Status.FINISHED:
        return
    # Skipping the rest ends a session too: that belongs to the day of its last set.
    if row.day:
        whole = after.status is Status.FINISHED and _whole(row)
        mark(session, row.person_id, row.day, Mark.DONE if whole else Mark.SHORT, now)


def _running(row: ExerciseSession, player: Player) -> Running:
    return Running(row.id or 0, row.title, row.revision, player, day=row.day)
