"""The plan of a person: asked for by taps, kept, and what it brings on a day."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from sqlmodel import Session, col, select

from bot.db.tables import Hold, Person, Plan, PlannedPause
from bot.domain import plan as rules
from bot.domain import standins
from bot.domain.exercises import Entry, Kit, Library, Place, Variation
from bot.domain.pain import Start
from bot.domain.plan import DayPlan, Kind, WeekPlan
from bot.domain.programs import Goal, Program
from bot.domain.screening import CHECK_FIRST
from bot.domain.turns import breathing
from bot.services import care, days, progression

_DAY: Final = timedelta(days=1)
_LONGEST: Final = timedelta(days=2 * 366)
"""So long after its first day nobody asks any more which week it is."""


@dataclass(frozen=True)
class Way:
    """Where somebody is on their plan.

    :param week: of the plan, from 1; days on which it waits do not count, and it may lie beyond the end
    :param whole: the week, day by day
    :param today: what the day brings; None where nothing suits
    :param planned: whether the day is one of the plan's
    :param held: whether the plan waits for a warning sign to be looked at
    :param screened: whether it is known what the person should be careful with
    """

    plan: Plan
    program: Program
    person: rules.Person
    week: int
    whole: WeekPlan
    today: DayPlan | None
    planned: bool
    held: bool
    screened: bool = True

    @property
    def over(self) -> bool:
        """Return whether its weeks are behind; what there was last goes on."""
        return self.week > self.plan.weeks

    @property
    def longer(self) -> int | None:
        """Return the next length that the program may be walked for."""
        return next((length for length in sorted(self.program.lengths) if length > self.plan.weeks), None)

    def instead(self, entry: Entry, library: Library) -> Sequence[Entry]:
        """Return what the plan knows to stand in for a line of the day, the most alike first."""
        if self.today is None:
            return ()
        here, week = standins.anywhere(self.person), min(self.week, self.plan.weeks)
        picks = rules.instead(self.today, entry.exercise, self.program, week, here, library)
        return [pick.entry for pick in picks]

    def breathing(self, library: Library) -> tuple[Entry, ...]:
        """Return calm breathing in a form that can be done in the plan's places."""
        return breathing(library.exercises.values(), lambda form: rules.possible(form, self.person))


def current(session: Session, person_id: int) -> Plan | None:
    """Return the plan that holds; None where the person uses their own routine."""
    made = [row for row in _made(session, person_id) if row.ended_at is None]
    return made[-1] if made else None


def day(session: Session, person_id: int, library: Library, day: date) -> DayPlan | None:
    """Return what the plan brings on a day; None without a plan, or where nothing in it suits."""
    found = way(session, person_id, library, day)
    return found.today if found else None


def way(session: Session, person_id: int, library: Library, day: date) -> Way | None:
    """Return where somebody is on their plan on their local ``day``; None without one."""
    rows = _made(session, person_id)
    row = next((row for row in reversed(rows) if row.ended_at is None), None)
    program = _program(row, library) if row else None
    if row is None or program is None:
        return None
    standing = care.standing(session, person_id, library, day)
    flags = standing.flags | ({CHECK_FIRST} if standing.held else set())
    own = progression.own(session, person_id)
    wants = _wants(row, flags, own)
    waited = _waited(session, person_id, row.first or day)
    week, whole = _week(row, program, wants, day, waited, library)
    today = whole.on(day.weekday())
    yesterday = day - _DAY
    # Where the plan or its phase changed overnight, the weekdays for strength did, too.
    for other in _in_force(session, rows, yesterday):
        path = _program(other, library)
        if today and path and today.kind is Kind.STRENGTH:
            before = _week(other, path, _wants(other, flags, own), yesterday, waited, library)[1]
            strong = (one := before.on(yesterday.weekday())) is not None and one.kind is Kind.STRENGTH
            today = rules.gentler(today, Start.GENTLE) if strong else today
    if today and not today.picks:
        today = None
    planned = day.weekday() in wants.days
    return Way(row, program, wants, week, whole, today, planned, standing.held, standing.screened)


def stand_ins(
    session: Session,
    person_id: int,
    entries: Sequence[Entry],
    library: Library,
    now: datetime,
    *,
    on_plan: bool,
) -> Callable[[Entry], Sequence[Entry]]:
    """Return how to find what can stand in for a line of a session that cannot be done here, the best first.

    :param on_plan: whether the plan brought the session: then its own exercises come first
    """
    day = days.today(session.get_one(Person, person_id), now)
    found = way(session, person_id, library, day) if on_plan else None
    flags = care.standing(session, person_id, library, day).flags
    who = found.person if found else rules.Person(frozenset(), frozenset(), 0, frozenset(), flags)

    def others(entry: Entry) -> Sequence[Entry]:
        first = found.instead(entry, library) if found else ()
        return standins.others(entry, entries, library, who, first)

    return others


def possible(session: Session, person_id: int) -> Callable[[Variation], bool]:
    """Return whether a form can be done in the places that the person named last, also in a plan that ended
    or is not finished; who named none can do all."""
    named = select(Plan).where(Plan.person_id == person_id, Plan.places != "")
    row = session.exec(named.order_by(col(Plan.id).desc())).first()
    if row is None:
        return lambda _: True
    wants = _wants(row, frozenset(), {})
    return lambda form: rules.possible(form, wants)


def _wants(row: Plan, flags: frozenset[str], own: Mapping[str, Entry]) -> rules.Person:
    return rules.Person(
        frozenset(Place(word) for word in row.places.split() if word in set(Place)),
        frozenset(Kit(word) for word in row.kit.split() if word in set(Kit)),
        row.minutes,
        frozenset(map(int, row.days)),
        frozenset(flags),
        own,
        frozenset(row.without.split()),
    )


def _program(row: Plan, library: Library) -> Program | None:
    """Return the plan's program, or the nearest where content no longer has it."""
    known = library.programs.get(row.program)
    return known or rules.choose(library.programs.values(), Goal(row.goal), row.weeks)


def _week(
    row: Plan, program: Program, wants: rules.Person, day: date, waited: frozenset[date], library: Library
) -> tuple[int, WeekPlan]:
    first = row.first or day
    away = sum(first <= one < day for one in waited)
    week = max((day - first).days - away, 0) // 7 + 1
    return week, rules.week_plan(program, min(week, row.weeks), wants, library)


def _waited(session: Session, person_id: int, first: date) -> frozenset[date]:
    """Return the days from ``first`` on that do not count: in a pause, or before a sign was looked at."""
    person = session.get_one(Person, person_id)
    spans = [
        (pause.first, pause.last)
        for pause in session.exec(select(PlannedPause).where(PlannedPause.person_id == person_id))
    ]
    for hold in session.exec(select(Hold).where(Hold.person_id == person_id)):
        end = days.today(person, hold.confirmed_at) - _DAY if hold.confirmed_at else date.max
        spans.append((days.today(person, hold.at), end))
    return frozenset(
        begin + _DAY * n
        for begin, end in ((max(begin, first), min(end, first + _LONGEST)) for begin, end in spans)
        for n in range((end - begin).days + 1)
    )


def _made(session: Session, person_id: int) -> list[Plan]:
    query = select(Plan).where(Plan.person_id == person_id, col(Plan.made_at).is_not(None))
    return list(session.exec(query.order_by(col(Plan.id))))


def _in_force(session: Session, rows: Sequence[Plan], day: date) -> list[Plan]:
    """Return the plans that held at some time of a day."""
    if not rows:
        return []
    person = session.get_one(Person, rows[0].person_id)
    return [
        row
        for row in rows
        if row.made_at
        and days.today(person, row.made_at) <= day
        and (row.ended_at is None or days.today(person, row.ended_at) >= day)
    ]
