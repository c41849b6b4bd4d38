"""The end of a session: what is said besides, decided and noted in the transaction of its last press.

What is noted carries the moment of that end, so that the same card says the same however often it is shown.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlmodel import Session, col, func, select

from bot.db.tables import ExerciseSession, PainScore, Person, Reminder, Told
from bot.domain.days import wall_clock
from bot.domain.endings import Ending, Milestone, Reason, milestone, reading
from bot.domain.exercises import Kind, Library
from bot.domain.nudges import STARTS, better_time
from bot.domain.pain import GREEN_UP_TO
from bot.domain.sessions import Status
from bot.domain.streak import WeekGoal, week_goal
from bot.services import checkins, days, plans, reminders, sessions
from bot.services.sessions import Running

_MILESTONE: Final = "milestone:"
_CARD: Final = "card:"
_MOVE: Final = "move:"


@dataclass(frozen=True)
class Besides:
    """What the end of a session says besides.

    :param card: slug of a card to read, with the reason to offer it
    :param move: a time to which a reminder might move
    """

    milestone: Milestone | None = None
    card: tuple[Reason, str] | None = None
    move: time | None = None


def press(session: Session, person_id: int, *seen: Any, library: Library, now: datetime) -> Running | None:
    """Do what :func:`bot.services.sessions.press` does, and note what its end is worth saying."""
    running = sessions.press(session, person_id, *seen, library=library, now=now)
    if running and not (running.outdated or running.held) and running.player.status is Status.FINISHED:
        _note(session, person_id, running, library, now)
    return running


def besides(session: Session, person_id: int, session_id: int) -> Besides:
    """Return what was noted at the end of a session."""
    row = session.get(ExerciseSession, session_id)
    if row is None or row.person_id != person_id or row.ended_at is None:
        return Besides()
    query = select(Told.what).where(Told.person_id == person_id, Told.at == row.ended_at)
    said = {what.partition(":")[0] + ":": what.split(":") for what in session.exec(query)}
    mark, card, move = (said.get(kind) for kind in (_MILESTONE, _CARD, _MOVE))
    return Besides(
        Milestone(mark[1]) if mark else None,
        (Reason(card[2]), card[1]) if card and len(card) > 2 else None,
        time(int(move[2][:2]), int(move[2][2:])) if move else None,
    )


def move(session: Session, person_id: int, at: time, now: datetime, *, yes: bool) -> bool:
    """Settle the question about a better time; with yes, the nearest time of a reminder becomes this one.

    :returns: whether a reminder was moved
    """
    query = select(Told).where(Told.person_id == person_id, col(Told.what).startswith(_MOVE))
    for row in session.exec(query):
        row.at = now  # so that the card of that session asks no more
    session.flush()
    return yes and reminders.move_nearest(session, person_id, at, now)


def _note(session: Session, person_id: int, running: Running, library: Library, now: datetime) -> None:
    """Note one milestone at most, and one thing to offer at most: a question that is due comes first."""
    person = session.get_one(Person, person_id)
    told = _told(session, person_id)
    ending = _ending(session, person, running, library, now)
    reached = milestone(
        ending, [Milestone(what.split(":")[1]) for what in told if what.startswith(_MILESTONE)]
    )
    found = [f"{_MILESTONE}{reached}"] if reached else []
    if person.nudges and checkins.due(session, person_id, now) is None:
        found += _offer(session, person, told, ending, library)
    for what in found:
        session.add(Told(person_id=person_id, what=what, day=ending.today, at=now))
    session.flush()


def _offer(
    session: Session, person: Person, told: Mapping[str, date], ending: Ending, library: Library
) -> list[str]:
    month = f"{_MOVE}{ending.today:%Y-%m}:"
    if not any(what.startswith(month) for what in told) and (at := _better(session, person)):
        return [f"{month}{at:%H%M}"]
    offered = {what.split(":")[1]: day for what, day in told.items() if what.startswith(_CARD)}
    known = [card.slug for card in library.cards.values() if card.group == "education"]
    found = reading(ending, offered, known, GREEN_UP_TO + 1)
    return [f"{_CARD}{found[1]}:{found[0]}"] if found else []


def _ending(session: Session, person: Person, running: Running, library: Library, now: datetime) -> Ending:
    history = days.history(session, person.id, now)
    goal = week_goal(history.rows, history.today, history.planned, history.pauses)
    way = plans.way(session, person.id, library, history.today)
    kinds = [
        library.exercises[item.exercise].kind
        for item in running.player.items
        if item.exercise in library.exercises
    ]
    finished = (
        select(func.count())
        .select_from(ExerciseSession)
        .where(ExerciseSession.person_id == person.id, ExerciseSession.status == Status.FINISHED)
    )
    return Ending(
        today=history.today,
        first_day=person.first_day,
        sessions=session.exec(finished).one(),
        practised=sum(row.counts for row in history.rows),
        goal_met=_met(goal),
        program_over=way is not None and way.over,
        pain=_pain(session, running.id),
        breathed=Kind.BREATHING in kinds,
        seconds=running.player.spent_seconds,
    )


def _met(goal: WeekGoal) -> bool:
    return goal.planned > 0 and goal.done >= goal.planned


def _pain(session: Session, session_id: int) -> int | None:
    query = select(func.max(PainScore.score)).where(PainScore.session_id == session_id)
    return session.exec(query).one()


def _told(session: Session, person_id: int) -> Mapping[str, date]:
    rows = session.exec(select(col(Told.what), col(Told.day)).where(Told.person_id == person_id))
    return dict(rows.all())


def _better(session: Session, person: Person) -> time | None:
    """Return when a reminder would meet the person's habit."""
    query = select(col(ExerciseSession.started_at)).where(
        ExerciseSession.person_id == person.id, col(ExerciseSession.revision) > 0
    )
    last = session.exec(query.order_by(col(ExerciseSession.id).desc()).limit(STARTS)).all()
    zone = ZoneInfo(person.zone)
    starts = [wall_clock(moment, zone).time() for moment in reversed(last)]
    return better_time(starts, _times(session, person.id), person.day_start)


def _times(session: Session, person_id: int) -> Sequence[time]:
    query = select(Reminder.times).where(Reminder.person_id == person_id, col(Reminder.enabled).is_(True))
    return [time.fromisoformat(word) for words in session.exec(query) for word in words.split()]
