"""What happened on a person's days, and what follows from it: streak, week and totals."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import delete, func
from sqlmodel import Session, col, select

from bot.db.queries import insert_into
from bot.db.tables import DayMark, ExerciseSession, Hold, Person, PlannedDays, PlannedPause
from bot.domain.days import local_day
from bot.domain.streak import (
    DayRow,
    Mark,
    Pause,
    Plans,
    Streak,
    WeekGoal,
    Why,
    ledger,
    streak,
    week,
    week_goal,
)


@dataclass(frozen=True)
class Progress:
    """How a person is doing. ``week`` is Monday to Sunday; totals count sessions with a set done.

    ``yesterday`` may lie in the week before; None when the person had not come yet.
    """

    today: date
    week: tuple[DayRow, ...]
    goal: WeekGoal
    streak: Streak
    sessions: int
    seconds: int
    yesterday: DayRow | None = None

    @property
    def minutes(self) -> int:
        """Whole minutes of exercise in all."""
        return round(self.seconds / 60)


@dataclass(frozen=True)
class History:
    """Every day since the person came, and what it is judged by."""

    today: date
    rows: tuple[DayRow, ...]
    planned: Plans
    pauses: list[Pause]


def today(person: Person, now: datetime) -> date:
    """Return the person's own day at ``now``; it ends at their day start, not at midnight."""
    return local_day(now, ZoneInfo(person.zone), person.day_start)


def mark(session: Session, person_id: int, day: date, what: Mark, now: datetime) -> bool:
    """Note something about a day; False when it was noted already."""
    query = select(DayMark).where(DayMark.person_id == person_id, DayMark.day == day, DayMark.mark == what)
    if session.exec(query).first():
        return False
    row = {"person_id": person_id, "day": day, "mark": what, "at": now}
    new = insert_into(session, "day_mark").values(row).on_conflict_do_nothing()  # it may be noted just now
    return session.connection().scalar(new.returning(col(DayMark.id))) is not None


def marks(session: Session, person_id: int) -> Mapping[date, set[Mark]]:
    """Return everything that was noted, by day."""
    found: dict[date, set[Mark]] = defaultdict(set)
    # Columns, not rows: a mark is read again with every card, and somebody faithful has a thousand.
    for day, what in session.exec(
        select(col(DayMark.day), DayMark.mark).where(DayMark.person_id == person_id)
    ):
        found[day].add(Mark(what))
    return found


def plan(session: Session, person: Person, weekdays: str, now: datetime) -> None:
    """Plan these weekdays from today on; the days before keep the plan that they had.

    :param weekdays: digits in order, Monday 0
    """
    day = today(person, now)
    # A day after today was planned in a zone further east; this is the newer word.
    session.exec(
        delete(PlannedDays).where(col(PlannedDays.person_id) == person.id, col(PlannedDays.first) >= day)
    )
    session.add(PlannedDays(person_id=person.id, first=day, days=weekdays))
    session.flush()


def plans(session: Session, person_id: int) -> Plans:
    """Return on which days the person means to practise: every day until they say."""
    query = select(col(PlannedDays.first), col(PlannedDays.days)).where(PlannedDays.person_id == person_id)
    found = session.exec(query.order_by(col(PlannedDays.first))).all()
    changes = tuple((first, frozenset(map(int, weekdays))) for first, weekdays in found)
    return Plans(changes) if changes else Plans.always(range(7))


def unmark(session: Session, person_id: int, day: date, what: Mark) -> bool:
    """Take back what was noted about a day; False when it was not noted."""
    query = select(DayMark).where(DayMark.person_id == person_id, DayMark.day == day, DayMark.mark == what)
    row = session.exec(query).first()
    if row:
        session.delete(row)
        session.flush()
    return row is not None


def history(session: Session, person_id: int, now: datetime) -> History:
    """Derive the ledger from events."""
    person = session.get_one(Person, person_id)
    day = today(person, now)
    planned = plans(session, person_id)
    pauses = [*_pauses(session, person_id), *_holds(session, person, day)]
    said = marks(session, person_id)
    # Whatever was noted counts, also when the first day was taken by another clock.
    first = min([person.first_day, day, *said])
    rows = ledger(said, first=first, today=day, planned=planned, pauses=pauses)
    return History(day, rows, planned, pauses)


def progress(session: Session, person_id: int, now: datetime) -> Progress:
    """Sum the ledger up."""
    found = history(session, person_id, now)
    rows, day, pauses = found.rows, found.today, found.pauses
    return Progress(
        day,
        week(rows, day, pauses),
        week_goal(rows, day, found.planned, pauses),
        streak(rows),
        *_totals(session, person_id),
        yesterday=rows[-2] if len(rows) > 1 else None,
    )


def _pauses(session: Session, person_id: int) -> list[Pause]:
    found = session.exec(select(PlannedPause).where(PlannedPause.person_id == person_id))
    return [Pause(row.first, row.last) for row in found]


def _holds(session: Session, person: Person, day: date) -> list[Pause]:
    """Return the days on which a warning sign waited to be looked at: nobody was to practise then.

    One that was settled on its own day, as a misunderstanding is, leaves that day as it was.
    """
    pauses = []
    for row in session.exec(select(Hold).where(Hold.person_id == person.id)):
        first, seen = today(person, row.at), row.confirmed_at
        last = today(person, seen) if seen else day
        if seen is None or last > first:
            pauses.append(Pause(first, last, Why.WAITED))
    return pauses


def _totals(session: Session, person_id: int) -> tuple[int, int]:
    query = (
        select(func.count(), func.coalesce(func.sum(ExerciseSession.seconds_done), 0))
        .select_from(ExerciseSession)
        .where(ExerciseSession.person_id == person_id, col(ExerciseSession.seconds_done) > 0)
    )
    count, seconds = session.exec(query).one()
    return int(count), int(seconds)
