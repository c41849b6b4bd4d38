"""How it went since the person came: days, pain week by week, and the larger checks between.

Numbers only; what they mean in words is said by the screens, and always with care.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from statistics import fmean
from typing import Final

from sqlmodel import Session, col, select

from bot.db.tables import ExerciseSession, Hold, Person
from bot.domain import measures
from bot.domain.measures import Activity, Comparison, Measure, Week
from bot.domain.streak import WeekGoal, week_goal
from bot.services import checkins, days, progression
from bot.services.checkins import Named
from bot.services.days import History
from bot.services.progression import Changed

CHECKS: Final = (0, 4, 8, 12)
"""The weeks since the start in which more is asked than pain."""

_MOST_CHANGES: Final = 200


@dataclass(frozen=True)
class Checked:
    """A larger check: its week, each activity's score in the order of their names, and the mean of PEG."""

    week: int
    activities: tuple[int, ...] = ()
    peg: float | None = None


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
    """A warning sign: the day on which it came up, and on which the person said that it was seen to."""

    day: date
    until: date | None


@dataclass(frozen=True)
class Whole:
    """What the page for a professional is made of.

    :param sessions: how many sessions with something done there were, week by week
    :param changes: what became easier or harder, the oldest first; what was taken back is left out
    :param signs: warning signs; one that was settled on its own day, as a misunderstanding is, is left out
    """

    shown: Shown
    names: tuple[Named, ...]
    sessions: tuple[int, ...]
    changes: tuple[Changed, ...]
    signs: tuple[Sign, ...] = ()


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
    return Whole(shown, names, sessions, tuple(reversed(changes)), _signs(session, person_id))


def _checks(session: Session, person_id: int) -> tuple[Checked, ...]:
    found = {(measure, week): scores for measure, week, _, scores in checkins.answered(session, person_id)}
    made = []
    for week in CHECKS:
        peg = found.get((Measure.PEG, week))
        activities = found.get((Measure.ACTIVITIES, week), ())
        if peg or activities:
            made.append(Checked(week, activities, fmean(peg) if peg else None))
    return tuple(made)


def _does_more(first: date, checks: Sequence[Checked]) -> bool:
    """Tell whether activities became easier. One that was named later is not compared with nothing."""
    rated = [check.activities for check in checks if check.activities]
    same = min(map(len, rated), default=0)
    return measures.does_more([Activity(first, scores[:same]) for scores in rated])


def _signs(session: Session, person_id: int) -> tuple[Sign, ...]:
    person = session.get_one(Person, person_id)
    holds = session.exec(select(Hold).where(Hold.person_id == person_id).order_by(col(Hold.at)))
    found = [
        Sign(days.today(person, one.at), days.today(person, one.confirmed_at) if one.confirmed_at else None)
        for one in holds
    ]
    return tuple(sign for sign in found if sign.until is None or sign.until > sign.day)


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
