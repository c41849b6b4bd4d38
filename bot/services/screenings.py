"""The questions before the plan: asked one by one, taken up again where they were left, answered anew."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session, col, select

from bot.db.tables import Hold, Screening, Told
from bot.domain.exercises import Entry, Library
from bot.domain.safety import Tier
from bot.domain.screening import Gate, Given, Question
from bot.services import care, sessions
from bot.services.care import ANSWERED, NOT_FOR_YOU, SCREENING, Standing
from bot.services.sessions import Running

_PUT_OFF = "screening-later"

_TIERS = {Gate.EMERGENCY: Tier.A, Gate.CHECK_FIRST: Tier.B, Gate.NOT_FOR_YOU: Tier.B}
"""What the answers hold up; for whom the coach is not, it must not nudge either."""


@dataclass(frozen=True)
class Asking:
    """Where somebody is in the questions.

    :param after: the answers that hold so far, 0 for none
    :param question: the one to ask now; None when the round has ended
    :param given: the answers of this round
    :param outdated: whether a tap came too late and changed nothing
    """

    after: int
    question: Question | None
    given: Given
    outdated: bool = False


@dataclass(frozen=True)
class Before:
    """What stands between somebody and a session. ``ask``: the questions come first, unless put off."""

    standing: Standing
    asking: Asking
    ask: bool


def asking(session: Session, person_id: int, library: Library) -> Asking:
    """Return where somebody is in the questions, or at their beginning."""
    row, after = _unfinished(session, person_id), _after(session, person_id)
    given = _given(row) if row else {}
    return Asking(after, library.screening.next(given), given)


def before(session: Session, person_id: int, library: Library, day: date) -> Before:
    """Return what stands between somebody and a session on their local ``day``."""
    standing = care.standing(session, person_id, library, day)
    put_off = session.exec(select(Told).where(Told.person_id == person_id, Told.what == _PUT_OFF)).first()
    ask = standing.due and (put_off is None or put_off.day != day)
    return Before(standing, asking(session, person_id, library), ask)


def put_off(session: Session, person_id: int, day: date, now: datetime) -> None:
    """Ask again tomorrow; until then what is gentle for everybody is open."""
    row = session.exec(select(Told).where(Told.person_id == person_id, Told.what == _PUT_OFF)).first()
    if row is None:
        row = Told(person_id=person_id, what=_PUT_OFF, day=day, at=now)
        session.add(row)
    row.day, row.at = day, now
    session.flush()


def later(  # noqa: PLR0913 - what a session is made of
    session: Session,
    person_id: int,
    title: str,
    entries: Sequence[Entry],
    library: Library,
    *,
    language: str,
    day: date,
    now: datetime,
) -> Running | None:
    """Put the questions off and begin what is gentle of a session; None when nothing of it is."""
    put_off(session, person_id, day, now)
    return sessions.start(session, person_id, title, entries, library, language=language, now=now)


def answer(  # noqa: PLR0913 - who answers what, and when it is for them
    session: Session,
    person_id: int,
    after: int,
    question: str,
    choice: str,
    *,
    library: Library,
    day: date,
    now: datetime,
) -> Asking:
    """Note an answer. After the last one the answers hold, and pause what needs a look first.

    A tap of an earlier round, or on a question that is not asked now, changes nothing.
    """
    stood = asking(session, person_id, library)
    given = library.screening.answer(stood.given, question, choice)
    if after != stood.after or given == stood.given:
        return Asking(stood.after, stood.question, stood.given, outdated=True)
    row = _unfinished(session, person_id)
    if row is None:
        row = Screening(person_id=person_id, begun_at=now)
        session.add(row)
    row.answers = _stored(given)
    asked = library.screening.next(given)
    if asked is None:
        row.finished_at, row.day = now, day
        session.flush()
        _hold(session, row, library, now)
        sessions.stop_unsuited(session, person_id, library, now)
    session.flush()
    return Asking(stood.after, asked, given)


def back(session: Session, person_id: int, after: int, library: Library) -> Asking:
    """Take the last answer of the round back."""
    stood = asking(session, person_id, library)
    row = _unfinished(session, person_id)
    if row is None or after != stood.after:
        return Asking(stood.after, stood.question, stood.given, outdated=True)
    row.answers = _stored(library.screening.back(row.answers))
    session.flush()
    return asking(session, person_id, library)


def mind(  # noqa: PLR0913 - who keeps what in mind, and when
    session: Session,
    person_id: int,
    answers: int,
    flag: str,
    *,
    keep: bool,
    library: Library,
    now: datetime,
) -> bool:
    """Keep a flag in mind, or no longer; return whether that changed anything.

    The answers before stay in the person's history. The day on which to ask again stays the same.
    """
    row = care.last_finished(session, person_id)
    if row is None or row.id != answers:
        return False
    rules = library.screening
    given = rules.minding(row.answers, flag) if keep else rules.not_minding(row.answers, flag)
    if _stored(given) == _stored(row.answers):
        return False
    copy = Screening(person_id=person_id, begun_at=row.begun_at, finished_at=now, day=row.day)
    copy.answers = _stored(given)
    if begun := _unfinished(session, person_id):  # a round that was left: these answers are newer
        session.delete(begun)
    session.add(copy)
    session.flush()
    sessions.stop_unsuited(session, person_id, library, now)
    return True


def undo_mind(session: Session, person_id: int, answers: int, library: Library, now: datetime) -> bool:
    """Go back to the answers before the last such change; return whether that changed anything."""
    row = care.last_finished(session, person_id)
    query = select(Screening.id).where(Screening.person_id == person_id, col(Screening.id) < answers)
    earlier = session.exec(query.where(Screening.begun_at == row.begun_at)).first() if row else None
    if row is None or row.id != answers or earlier is None:
        return False
    session.delete(row)
    session.flush()
    sessions.stop_unsuited(session, person_id, library, now)
    return True


def _after(session: Session, person_id: int) -> int:
    row = care.last_finished(session, person_id)
    return (row.id or 0) if row else 0


def _unfinished(session: Session, person_id: int) -> Screening | None:
    query = select(Screening).where(Screening.person_id == person_id, col(Screening.finished_at).is_(None))
    return session.exec(query.order_by(col(Screening.id).desc())).first()


def _given(row: Screening) -> Given:
    return {question: tuple(ticked) for question, ticked in row.answers.items()}


def _stored(given: Given) -> dict[str, list[str]]:
    return {question: list(ticked) for question, ticked in given.items()}


def _hold(session: Session, row: Screening, library: Library, now: datetime) -> None:
    """Pause what needs a look first, by these answers; what earlier answers asked for is settled by them."""
    for earlier in session.exec(
        select(Hold).where(
            Hold.person_id == row.person_id,
            col(Hold.source).in_(ANSWERED),
            col(Hold.confirmed_at).is_(None),
        )
    ):
        earlier.confirmed_at = row.begun_at
    session.flush()
    gate = library.screening.outcome(row.answers).gate
    if tier := _TIERS.get(gate):
        source = NOT_FOR_YOU if gate is Gate.NOT_FOR_YOU else SCREENING
        session.add(Hold(person_id=row.person_id, tier=tier, source=source, at=now))
        session.flush()
