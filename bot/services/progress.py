"""How it went since the person came: days, pain week by week, and the larger checks between.

Numbers only; what they mean in words is said by the screens, and always with care.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import fmean
from typing import Final

from sqlmodel import Session, col, select

from bot.db.tables import ExerciseSession, Hold, PainScore, Person, Screening
from bot.domain import measures
from bot.domain.checkins import Named
from bot.domain.measures import Activity, Comparison, Measure, Week
from bot.domain.streak import WeekGoal, week_goal
from bot.services import care, checkins, days, pain, progression
from bot.services.days import History
from bot.services.progression import Changed

CHECKS: Final = (0, 4, 8, 12)
"""The weeks since the start in which more is asked than pain."""

MISTAKEN: Final = timedelta(hours=1)
"""A sign that was settled sooner was none: nobody has it looked at in so short a time."""

_MOST_CHANGES: Final = 200


@dataclass(frozen=True)
class Checked:
    """A larger check: its week, each activity's score in the order of their names, and the mean of PEG.

    :param parts: the answers to PEG: pain, enjoyment, everyday life
    """

    week: int
    activities: tuple[int, ...] = ()
    peg: float | None = None
    parts: tuple[int, ...] = ()


@dataclass(frozen=True)
class Shown:
    """What progress is told from.

    :param first: the day on which weeks begin to count
    :param weeks: pain, week by week
    :param checks: those that were answered at least in part
    """

    first: date
    history: History
    goal: WeekGoal
    weeks: tuple[Week, ...]
    comparison: Comparison
    checks: tuple[Checked, ...]


@dataclass(frozen=True)
class Sign:
    """A warning sign: the day on which it came up, and on which the person said that it was seen to.

    :param tier: how urgent it was; see :class:`bot.domain.safety.Tier`
    :param source: where it came up; see :class:`bot.db.tables.Hold`
    :param named: which of :class:`bot.domain.pain.Sign` were tapped, where that is known
    """

    day: date
    until: date | None
    tier: str = ""
    source: str = ""
    named: tuple[str, ...] = ()


@dataclass(frozen=True)
class Whole:
    """What the page for a professional is made of.

    :param sessions: how many sessions with something done there were, week by week
    :param changes: what became easier or harder, the oldest first; what was taken back is left out
    :param signs: warning signs; one that was settled at once, as a misunderstanding is, is left out
    :param own: what the person said of each week as a whole
    """

    shown: Shown
    names: tuple[Named, ...]
    sessions: tuple[int, ...]
    changes: tuple[Changed, ...]
    signs: tuple[Sign, ...] = ()
    own: tuple[float | None, ...] = ()


def look(session: Session, person_id: int, now: datetime) -> Shown:
    """Return what progress is told from."""
    person = session.get_one(Person, person_id)
    history = days.history(session, person_id, now)
    first = min(person.first_day, history.today)
    weeks = measures.weeks(checkins.readings(session, person_id), first, history.today)
    checks = _checks(session, person_id)
    comparison = measures.compare(weeks, doing_more=_does_more(first, checks))
    goal = week_goal(history.rows, history.today, history.planned, history.pauses)
    return Shown(first, history, goal, weeks, comparison, checks)


def whole(session: Session, person_id: int, now: datetime) -> Whole:
    """Return what the page for a professional is made of."""
    shown = look(session, person_id, now)
    changes = [one for one in progression.listed(session, person_id, most=_MOST_CHANGES) if not one.undone]
    names = checkins.named(session, person_id)
    sessions = _sessions(session, person_id, shown)
    own = measures.own(checkins.readings(session, person_id), shown.first, shown.history.today)
    return Whole(shown, names, sessions, tuple(reversed(changes)), _signs(session, person_id), own)


def _checks(session: Session, person_id: int) -> tuple[Checked, ...]:
    found = {(measure, week): scores for measure, week, _, scores in checkins.answered(session, person_id)}
    made = []
    for week in CHECKS:
        peg = found.get((Measure.PEG, week))
        activities = found.get((Measure.ACTIVITIES, week), ())
        if peg or activities:
            made.append(Checked(week, activities, fmean(peg) if peg else None, peg or ()))
    return tuple(made)


def _does_more(first: date, checks: Sequence[Checked]) -> bool:
    """Tell whether activities became easier. One that was named later is not compared with nothing."""
    rated = [check.activities for check in checks if check.activities]
    same = min(map(len, rated), default=0)
    return measures.does_more([Activity(first, scores[:same]) for scores in rated])


def _signs(session: Session, person_id: int) -> tuple[Sign, ...]:
    person = session.get_one(Person, person_id)
    theirs = select(Hold).where(Hold.person_id == person_id)
    holds = session.exec(theirs.order_by(col(Hold.at), col(Hold.id))).all()
    settled = _settled(session, person_id, holds)
    told = select(col(PainScore.at), col(PainScore.signs)).where(
        PainScore.person_id == person_id, PainScore.signs != ""
    )
    tapped = session.exec(told.order_by(col(PainScore.id))).all()
    return tuple(
        Sign(
            days.today(person, one.at),
            days.today(person, until) if (until := settled[one.id]) else None,
            one.tier,
            one.source,
            _named(one, tapped),
        )
        for one in holds
        if one.source != care.NOT_FOR_YOU
        and (one.confirmed_at is None or one.confirmed_at - one.at > MISTAKEN)
    )


def _settled(session: Session, person_id: int, holds: Sequence[Hold]) -> Mapping[int | None, datetime | None]:
    """Return when each warning sign was settled; answers that told of one once more did not settle it."""
    rounds = select(col(Screening.finished_at), col(Screening.begun_at)).where(
        Screening.person_id == person_id
    )
    begun = dict(session.exec(rounds).all())
    renewed = {begun[one.at]: one for one in holds if one.at in begun and one.source in care.ANSWERED}
    found: dict[int | None, datetime | None] = {}
    for one in reversed(holds):
        again = renewed.get(one.confirmed_at) if one.confirmed_at and one.source in care.ANSWERED else None
        found[one.id] = found.get(again.id) if again else one.confirmed_at
    return found


def _named(hold: Hold, tapped: Iterable[tuple[datetime, str]]) -> tuple[str, ...]:
    """Return the signs that were tapped in a session and belong to a hold, each once."""
    if hold.source != pain.SOURCE:
        return ()
    until = hold.confirmed_at
    signs = (said for at, said in tapped if hold.at <= at and (until is None or at < until))
    return tuple(dict.fromkeys(" ".join(signs).split()))


def _sessions(session: Session, person_id: int, shown: Shown) -> tuple[int, ...]:
    query = select(col(ExerciseSession.day)).where(
        ExerciseSession.person_id == person_id, col(ExerciseSession.seconds_done) > 0
    )
    counts = [0] * len(shown.weeks)
    for day in session.exec(query):
        number = (day - shown.first).days // 7 if day else -1
        if 0 <= number < len(counts):
            counts[number] += 1
    return tuple(counts)
