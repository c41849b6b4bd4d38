"""Pain around a session: what was said during and after it, and what follows from it.

Each thing said is stored in the transaction in which it takes effect, and saying it twice is saying it once.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from sqlmodel import Session, col, select

from bot.db.tables import Effort, ExerciseSession, Hold, PainScore, Person
from bot.domain import pain as rules
from bot.domain.exercises import Entry, Kind, Library
from bot.domain.measures import Reading, usual
from bot.domain.pain import Light, Reaction, Score, Seek, Sign, Step
from bot.domain.sessions import Player, Press, Status
from bot.domain.turns import breathing
from bot.services import care, days, plans, sessions
from bot.services.reports import AFTER, BEFORE, DURING
from bot.services.sessions import Running

SOURCE: Final = "pain"
"""The source of a hold that a sign during a session brought about."""

MOST_EXTRA: Final = 2
"""Repetitions that were possible beyond a set: two or more say the same."""

AFTERWARDS: Final = timedelta(hours=12)
"""So long after its end a session can be felt "now"."""

TWICE: Final = timedelta(minutes=2)
"""The same sign or score again within this time is a double press."""


@dataclass(frozen=True)
class Told:
    """What follows from saying that it hurts: the session as it is now, and what to do.

    ``reaction`` None: the card was an older one, nothing was kept. ``hold`` is what a sign brought about.
    """

    running: Running
    reaction: Reaction | None = None
    hold: Hold | None = None


@dataclass(frozen=True)
class Felt:
    """How a session went, as far as it was said.

    :param after: the light of the score after it
    :param tried: the items of which the person said how much more was possible
    :param seek: why a professional should have a look
    """

    after: Light | None = None
    tried: frozenset[int] = frozenset()
    seek: tuple[Seek, ...] = ()


def scores(session: Session, person_id: int) -> list[Score]:
    """Return every score that a person gave, in the order in which they gave them."""
    query = select(col(PainScore.day), col(PainScore.score)).where(PainScore.person_id == person_id)
    found = session.exec(query.order_by(col(PainScore.id))).all()
    return [Score(day, score) for day, score in found if score is not None]


def seek(session: Session, person_id: int, now: datetime) -> tuple[Seek, ...]:
    """Return why a professional should have a look now; empty where nothing says so."""
    person = session.get_one(Person, person_id)
    day, found = days.today(person, now), scores(session, person_id)
    readings = [Reading(one.day, one.score) for one in found]
    first = min([person.first_day, *(one.day for one in found)])
    return rules.seek(found, day, usual(readings, first, day))


def before(session: Session, person: Person, running: Running, score: int, now: datetime) -> None:
    """Keep the score before a session; another one for the same session that day takes its place."""
    row = _said(session, running.id, BEFORE)
    if row is None or row.day != days.today(person, now):
        row = _score(person, running, BEFORE, now)
    row.score = score
    session.add(row)
    session.flush()


def hurt(  # noqa: PLR0913 - who says what of which card
    session: Session,
    person_id: int,
    session_id: int,
    revision: int,
    score: int,
    *,
    library: Library,
    now: datetime,
) -> Told | None:
    """Keep how much an exercise hurts. Red ends that exercise. None when the session is not there.

    :raises ValueError: when the score is not 0 to 10
    """
    running = sessions.look(session, person_id, session_id, library)
    if running is None:
        return None
    reaction = rules.react(score, begun_with(session, session_id) or 0)
    known = _again(session, session_id, now, score=score)
    if not _fresh(running, revision):
        # A double press of red meets the next exercise already: say once more what was said.
        red = known and reaction.step is Step.STOP_EXERCISE and not running.player.over
        return Told(running, reaction if red else None)
    if known is None or known.item != running.player.position:
        session.add(_during(session, person_id, running, now, score=score))
        session.flush()
    if reaction.step is Step.STOP_EXERCISE:
        seen = (person_id, session_id, revision, Press.SKIP)
        running = sessions.press(session, *seen, library=library, now=now) or running
    return Told(running, reaction)


def sign(  # noqa: PLR0913 - who says what of which card
    session: Session,
    person_id: int,
    session_id: int,
    revision: int,
    what: Sign,
    *,
    library: Library,
    now: datetime,
) -> Told | None:
    """End the session because of a sign, and hold everything but breathing until it was looked at."""
    running = sessions.look(session, person_id, session_id, library)
    if running is None:
        return None
    if not _fresh(running, revision):
        known = _again(session, session_id, now, sign=what)
        hold = care.held(session, person_id) if known else None
        return Told(running, rules.react(0, 0, {what}) if hold else None, hold)
    reaction = rules.react(0, 0, {what})
    session.add(_during(session, person_id, running, now, sign=what))
    hold = care.hold(session, person_id, reaction.tier, SOURCE, now) if reaction.tier else None
    over = sessions.press(session, person_id, session_id, revision, Press.STOP, library=library, now=now)
    session.flush()
    return Told(over or running, reaction, hold)


def breathe(
    session: Session, person_id: int, session_id: int, library: Library, *, language: str, now: datetime
) -> Running | None:
    """End a session and begin to breathe instead; None when it is gone, or there is no breathing to do."""
    running = sessions.look(session, person_id, session_id, library)
    calm = _breathing(session, person_id, library, now) if running else ()
    if running is None or not calm:
        return None
    if not running.player.over:
        seen = (person_id, session_id, running.revision, Press.STOP)
        sessions.press(session, *seen, library=library, now=now)
    title = calm[0].exercise
    return sessions.start(session, person_id, title, calm, library, language=language, now=now)


def _breathing(session: Session, person_id: int, library: Library, now: datetime) -> tuple[Entry, ...]:
    """Return the breathing that can be done where the person's plan is."""
    day = days.today(session.get_one(Person, person_id), now)
    way = plans.way(session, person_id, library, day)
    return way.breathing(library) if way else breathing(library.exercises.values())


def after(
    session: Session, person_id: int, session_id: int, score: int, library: Library, now: datetime
) -> Running | None:
    """Keep how it is after a session; too late, or before its end, it changes nothing.

    None when the session is not there.

    :raises ValueError: when the score is not 0 to 10
    """
    rules.light(score)
    running = sessions.look(session, person_id, session_id, library)
    if running is None:
        return None
    ended = session.get_one(ExerciseSession, session_id).ended_at
    if ended is None or now - ended > AFTERWARDS:
        return replace(running, outdated=True)
    person = session.get_one(Person, person_id)
    row = _said(session, session_id, AFTER) or _score(person, running, AFTER, now)
    row.score = score
    session.add(row)
    session.flush()
    return running


def effort(  # noqa: PLR0913 - who says what of which exercise
    session: Session,
    person_id: int,
    session_id: int,
    item: int,
    extra: int,
    *,
    library: Library,
    now: datetime,
) -> Running | None:
    """Keep how many repetitions more were possible; the last word counts. None when there is no such item."""
    running = sessions.look(session, person_id, session_id, library)
    if running is None or not 0 <= item < len(running.player.items):
        return None
    if not running.player.done[item] or not 0 <= extra <= MOST_EXTRA:
        return replace(running, outdated=True)
    query = select(Effort).where(Effort.session_id == session_id, Effort.item == item)
    exercise = running.player.items[item].exercise
    row = session.exec(query).first() or Effort(
        person_id=person_id, session_id=session_id, item=item, exercise=exercise, extra=extra, at=now
    )
    row.extra = extra
    session.add(row)
    session.flush()
    return running


def too_much(session: Session, session_id: int) -> frozenset[str]:
    """Return the exercises that hurt more than they should in a session."""
    before = begun_with(session, session_id) or 0
    query = select(PainScore).where(PainScore.session_id == session_id, PainScore.moment == DURING)
    rows = session.exec(query).all()
    return frozenset(
        row.exercise for row in rows if row.score is not None and rules.light(row.score, before) is Light.RED
    )


def felt(session: Session, person_id: int, session_id: int, now: datetime) -> Felt:
    """Return what was said of a session so far; its card asks for the rest."""
    tried = session.exec(select(Effort.item).where(Effort.session_id == session_id)).all()
    row = _said(session, session_id, AFTER)
    if row is None or row.score is None:
        return Felt(None, frozenset(tried))
    lit = rules.light(row.score, begun_with(session, session_id) or 0)
    return Felt(lit, frozenset(tried), seek(session, person_id, now))


def begun_with(session: Session, session_id: int) -> int | None:
    """Return the score before a session, None where none was given."""
    row = _said(session, session_id, BEFORE)
    return row.score if row else None


def to_try(player: Player, library: Library) -> int | None:
    """Return the item that was ended just now where it is strength work, else None."""
    at = player.position if player.over else player.position - 1
    fresh = player.over or (player.step == 0 and not player.state.sets_done)
    if player.status not in {Status.ACTIVE, Status.FINISHED} or at < 0 or not fresh or not player.done[at]:
        return None
    exercise = library.exercises.get(player.items[at].exercise)
    return at if exercise and exercise.kind is Kind.STRENGTH and _counts(player, at) else None


def _counts(player: Player, at: int) -> bool:
    """Tell whether the exercise is counted in repetitions; a hold has none to spare."""
    return player.items[at].rungs[player.states[at].rung].dose.reps is not None


def _fresh(running: Running, revision: int) -> bool:
    return running.revision == revision and running.player.status is Status.ACTIVE


def _again(
    session: Session, session_id: int, now: datetime, *, score: int | None = None, sign: Sign | None = None
) -> PainScore | None:
    """Return the same said just now, if it was."""
    query = select(PainScore).where(
        PainScore.session_id == session_id, PainScore.moment == DURING, col(PainScore.at) > now - TWICE
    )
    query = query.where(PainScore.score == score, PainScore.signs == (sign or ""))
    return session.exec(query.order_by(col(PainScore.id).desc())).first()


def _said(session: Session, session_id: int, moment: str) -> PainScore | None:
    query = select(PainScore).where(PainScore.session_id == session_id, PainScore.moment == moment)
    return session.exec(query.order_by(col(PainScore.id).desc())).first()


def _score(person: Person, running: Running, moment: str, now: datetime) -> PainScore:
    day = days.today(person, now)
    return PainScore(person_id=person.id, session_id=running.id, day=day, moment=moment, at=now)


def _during(
    session: Session,
    person_id: int,
    running: Running,
    now: datetime,
    *,
    score: int | None = None,
    sign: Sign | None = None,
) -> PainScore:
    row = _score(session.get_one(Person, person_id), running, DURING, now)
    row.score, row.signs = score, sign or ""
    row.item, row.exercise = running.player.position, running.player.item.exercise
    row.variation = running.player.rung.variation
    return row
