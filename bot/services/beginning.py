"""How a session begins: with what pain, what the rules changed since the last one, and what is left of it.

All of it happens in the one transaction of the tap that begins it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from sqlmodel import Session, col, delete, select

from bot.db.tables import ExerciseSession, PainScore, Person
from bot.domain import plan as rules
from bot.domain.exercises import Entry, Library
from bot.domain.pain import Seek, Start
from bot.domain.pain import start as lit
from bot.domain.sessions import from_json, plan, to_json
from bot.domain.suiting import narrowed, suit
from bot.domain.turns import softer
from bot.services import care, days, pain, plans, progression, routines, sessions
from bot.services.plans import Way
from bot.services.progression import Changed, Frame
from bot.services.reports import BEFORE
from bot.services.sessions import MINE, PLAN, Running

TODAY = "today"
"""What begins where nothing else was asked for."""


@dataclass(frozen=True)
class Asked:
    """What is asked before a session.

    :param entries: what would be done, as far as it is known; nothing means that there is nothing to begin
    :param yesterday: whether the last session was yesterday, so that the answer tells about it, too
    :param seek: why a professional should have a look
    """

    entries: Sequence[Entry]
    yesterday: bool
    seek: tuple[Seek, ...]


@dataclass(frozen=True)
class Notes:
    """What to tell when a session has begun: how the pain shaped it, and what changed since the last one."""

    start: Start = Start.AS_PLANNED
    changes: tuple[Changed, ...] = ()


def ask(session: Session, person_id: int, what: str, library: Library, now: datetime) -> Asked:
    """Return what is asked before a session; nothing is changed."""
    person = session.get_one(Person, person_id)
    day = days.today(person, now)
    query = select(ExerciseSession.id).where(
        ExerciseSession.person_id == person_id, ExerciseSession.day == day - timedelta(days=1)
    )
    last = session.exec(query).first()
    return Asked(
        wanted(session, person_id, what, library, now)[1],
        last is not None,
        pain.seek(session, person_id, now),
    )


def wanted(
    session: Session, person_id: int, what: str, library: Library, now: datetime
) -> tuple[str, Sequence[Entry]]:
    """Return title and lines of what would begin.

    :param what: ``today``, ``mine`` or the slug of a ready-made routine; nothing comes of any other
    """
    if what == TODAY:
        return sessions.planned(session, person_id, library, now)
    if what == MINE:
        return MINE, [line.entry for line in routines.entries(session, person_id)]
    found = library.routines.get(what)
    return what, found.entries if found else ()


def begin(  # noqa: PLR0913 - what a session is made of
    session: Session,
    person_id: int,
    what: str,
    score: int | None,
    library: Library,
    *,
    language: str,
    now: datetime,
) -> Running | None:
    """Begin a session with this pain; None when nothing of it suits, or is in the library any more.

    :param score: 0 to 10, None when the person gave no number
    :raises ValueError: when the score is something else
    """
    person = session.get_one(Person, person_id)
    start = Start.AS_PLANNED if score is None else lit(score)
    title, entries = wanted(session, person_id, what, library, now)
    if score is not None:
        _put_right(session, person_id, title, days.today(person, now))
    way = plans.way(session, person_id, library, days.today(person, now)) if title == PLAN else None
    if title not in {MINE, PLAN}:
        entries = progression.followed(session, person_id, entries)
    settled = progression.settle(
        session, person, entries, library, frame=_frame(way, library), score=score, now=now
    )
    left = _left(way, settled, start, library)
    running = sessions.start(session, person_id, title, left, library, language=language, now=now)
    if running and score is not None:
        pain.before(session, person, running, score, now)
    return running


def _put_right(session: Session, person_id: int, title: str, day: date) -> None:
    """Forget the day's score of a session with which nothing was done: the next number corrects it."""
    untouched = select(ExerciseSession.id).where(
        ExerciseSession.person_id == person_id,
        ExerciseSession.title == title,
        col(ExerciseSession.revision) <= 1,  # none, or only that it was stopped for the one that begins now
    )
    session.exec(
        delete(PainScore)
        .where(col(PainScore.moment) == BEFORE, col(PainScore.day) == day)
        .where(col(PainScore.session_id).in_(untouched))
    )


def over(
    session: Session, person_id: int, session_id: int, library: Library, now: datetime
) -> Running | None:
    """Begin the same plan anew, without what hurt too much just now; see :func:`sessions.start_over`."""
    hurt = pain.too_much(session, session_id)
    return sessions.start_over(session, person_id, session_id, library, now, without=hurt)


def notes(session: Session, person_id: int, session_id: int) -> Notes:
    """Return what to tell on the first card of a session."""
    row = session.get(ExerciseSession, session_id)
    if row is None or row.person_id != person_id:
        return Notes()
    score = pain.begun_with(session, session_id)
    changed = progression.listed(session, person_id, since=row.started_at)
    there = {item["exercise"] for item in row.plan}
    holding = tuple(one for one in changed if one.holds and one.after.exercise in there)
    return Notes(Start.AS_PLANNED if score is None else lit(score), holding)


def undo(
    session: Session, person_id: int, change_id: int, library: Library, *, language: str, now: datetime
) -> Changed | None:
    """Take a change back, in the session that began with it, too, while nothing was pressed there.

    None when the change is gone or somebody else's.
    """
    undone = progression.undo(session, person_id, change_id, now)
    if undone is None or undone.undone:
        return undone
    query = select(ExerciseSession).where(
        ExerciseSession.person_id == person_id,
        ExerciseSession.revision == 0,
        col(ExerciseSession.status).in_(sessions.OPEN),
        col(ExerciseSession.started_at) >= undone.at,
    )
    for row in session.exec(query).all():
        _restore(session, row, undone, library, language, now)
    return undone


def _left(way: Way | None, settled: Sequence[Entry], start: Start, library: Library) -> Sequence[Entry]:
    """Return what is left of the lines for this pain; by their roles where a plan gave them some."""
    if way is None or way.today is None:
        return softer(settled, start, library)
    kept = {pick.entry.exercise for pick in rules.gentler(way.today, start).picks}
    left = [entry for entry in settled if entry.exercise in kept]
    return left or way.breathing(library)


def _frame(way: Way | None, library: Library) -> Frame:
    """Return what a plan says about changes: where its phase begins, and what can be done there."""
    if way is None:
        return Frame()
    as_new = replace(way.person, own={})
    moves = [move for move in way.whole.phase.moves if move.exercise in library.exercises]
    fits = [
        one for one in (rules.fit(move, as_new, library) for move in moves) if isinstance(one, rules.Pick)
    ]
    return Frame(
        {pick.entry.exercise: pick.entry for pick in fits}, lambda form: rules.possible(form, way.person)
    )


def _restore(
    session: Session, row: ExerciseSession, undone: Changed, library: Library, language: str, now: datetime
) -> None:
    """Put the line as it was before into the plan of a session in which nothing was pressed."""
    person = session.get_one(Person, row.person_id)
    limits = care.standing(session, row.person_id, library, days.today(person, now)).limits
    lines = suit([undone.before], library, limits).entries
    fresh = narrowed(plan(lines, library, language), library, limits)
    items = from_json(row.plan)
    if fresh and all(item.exercise in library.exercises for item in items):
        slug = undone.before.exercise
        row.plan = to_json(
            [replace(fresh[0], instead=one.instead) if one.exercise == slug else one for one in items]
        )
