"""How far somebody may go: what they answered, and whether a warning sign waits to be looked at."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session, col, select

from bot.db.tables import Hold, Screening
from bot.domain import suiting
from bot.domain.exercises import Entry, Library
from bot.domain.safety import Tier
from bot.domain.screening import CHECK_FIRST, Gate
from bot.domain.suiting import Limits, Suited

SCREENING = "screening"
"""The source of a hold that an answer before the plan brought about."""

NOT_FOR_YOU = "not-for-you"
"""The source of a hold on everything for whom the coach is not: other answers end it, and nothing else."""

ANSWERED = frozenset({SCREENING, NOT_FOR_YOU})
"""The sources of holds that answers bring about; new answers settle them, or bring about another one."""

WORDS = "words"
"""The source of a hold that typed words brought about."""

BEFORE = "before"
"""The source of a hold that somebody told of just before a session."""


@dataclass(frozen=True)
class Standing:
    """Where somebody stands.

    :param gate: what their answers allow; open where none were given
    :param flags: what exercises should be kind to
    :param screened: whether they have answered; true where content asks nothing
    :param hold: the warning sign that waits to be looked at, the most urgent one
    :param due: whether it is time to ask (again)
    :param since: the day of the answers that hold
    """

    gate: Gate = Gate.OPEN
    flags: frozenset[str] = frozenset()
    screened: bool = True
    hold: Hold | None = None
    due: bool = False
    since: date | None = None

    @property
    def held(self) -> bool:
        """Whether breathing is all that is fine for now."""
        return self.hold is not None or self.gate in {Gate.CHECK_FIRST, Gate.EMERGENCY}

    @property
    def limits(self) -> Limits:
        """What follows for every session."""
        return Limits(self.flags, self.held, not self.screened, self.gate is Gate.NOT_FOR_YOU)


def standing(session: Session, person_id: int, library: Library, day: date) -> Standing:
    """Return where somebody stands on their local ``day``."""
    holds = session.exec(select(Hold).where(Hold.person_id == person_id).order_by(col(Hold.tier))).all()
    waiting = next((hold for hold in holds if hold.confirmed_at is None), None)
    row = last_finished(session, person_id)
    asks = bool(library.screening.questions)
    if row is None:
        return Standing(screened=not asks, hold=waiting, due=asks)
    outcome = library.screening.outcome(row.answers)
    gate, flags = outcome.gate, outcome.flags
    seen = [hold.confirmed_at for hold in holds if hold.source == SCREENING and hold.confirmed_at]
    if gate in {Gate.CHECK_FIRST, Gate.EMERGENCY} and max(seen, default=row.begun_at) > row.begun_at:
        gate, flags = Gate.OPEN, flags - {CHECK_FIRST}
    due = asks and library.screening.due(row.day, day)
    return Standing(gate, flags, True, waiting, due, row.day)


def suit(entries: Iterable[Entry], library: Library, standing: Standing) -> Suited:
    """Return the lines of a session as they suit somebody who stands so."""
    return suiting.suit(entries, library, standing.limits)


def last_finished(session: Session, person_id: int) -> Screening | None:
    """Return the answers that hold."""
    query = select(Screening).where(Screening.person_id == person_id, col(Screening.finished_at).is_not(None))
    return session.exec(query.order_by(col(Screening.id).desc())).first()


def hold(session: Session, person_id: int, tier: Tier, source: str, now: datetime) -> Hold:
    """Pause everything but breathing because of a warning sign; what was said of it is not kept.

    While one as urgent from the same source waits to be looked at, that is this one.
    """
    query = select(Hold).where(Hold.person_id == person_id, Hold.source == source, Hold.tier <= tier)
    if waiting := session.exec(query.where(col(Hold.confirmed_at).is_(None))).first():
        return waiting
    made = Hold(person_id=person_id, tier=tier, source=source, at=now)
    session.add(made)
    session.flush()
    return made


def held(session: Session, person_id: int) -> Hold | None:
    """Return the most urgent warning sign that waits to be looked at."""
    query = select(Hold).where(Hold.person_id == person_id, col(Hold.confirmed_at).is_(None))
    return session.exec(query.order_by(col(Hold.tier), col(Hold.id))).first()


def confirm(session: Session, person_id: int, hold_id: int, now: datetime, *, mistake: bool = False) -> bool:
    """Note that a warning sign was looked at, and with it those before it; or that this one alone was none.

    Return whether it was still waiting. A sign that came up later goes on waiting, and so does everything for
    whom the coach is not.
    """
    query = select(Hold).where(Hold.person_id == person_id, col(Hold.confirmed_at).is_(None))
    query = query.where(Hold.source != NOT_FOR_YOU)
    these = col(Hold.id) == hold_id if mistake else col(Hold.id) <= hold_id
    waiting = session.exec(query.where(these)).all()
    for row in waiting:
        row.confirmed_at = now
    return bool(waiting)
