"""Wishes for a plan: answered by taps, left and taken up again, and at last made into the plan that holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session, col, select

from bot.db.tables import Person, Plan
from bot.domain import plan as rules
from bot.domain import wishes
from bot.domain.exercises import Library
from bot.domain.programs import Goal
from bot.domain.reminders import Rule
from bot.domain.wishes import DONE, Ask, Given
from bot.services import days, plans, reminders


@dataclass(frozen=True)
class Draft:
    """What somebody has answered so far; ``ask`` is the question to ask now, None when all is known."""

    id: int
    given: Given
    ask: Ask | None


def open_draft(session: Session, person_id: int) -> Draft | None:
    """Return the wishes that are not a plan yet."""
    row = _draft(session, person_id)
    return _shown(row) if row else None


def begin(session: Session, person_id: int, now: datetime) -> Draft:
    """Begin to ask, or go on; where a plan holds, its answers are there to be changed."""
    row = _draft(session, person_id)
    if row is None:
        row = Plan(person_id=person_id, created_at=now)
        before = plans.current(session, person_id)
        _write(row, _answered(before) if before else {Ask.DAYS: _planned(session, person_id)})
        session.add(row)
        session.flush()
    return _shown(row)


def answer(
    session: Session, person_id: int, draft_id: int, ask: Ask, choice: str, library: Library
) -> Draft | None:
    """Note one tap. None when the draft is gone, made into a plan, or somebody else's."""
    row = _draft(session, person_id)
    if row is None or row.id != draft_id:
        return None
    _write(row, wishes.answer(_given(row), ask, choice, library))
    return _shown(row)


def reopen(session: Session, person_id: int, draft_id: int, ask: Ask | None) -> Draft | None:
    """Ask a question again; without one, that before the open one. None as above."""
    row = _draft(session, person_id)
    if row is None or row.id != draft_id:
        return None
    given = _given(row)
    _write(row, wishes.reopened(given, ask) if ask else wishes.back(given))
    return _shown(row)


def make(session: Session, person_id: int, draft_id: int, library: Library, now: datetime) -> Plan | None:
    """Make the plan that holds from now on, and plan its days; the plan before it ends.

    Where the program stays, its weeks go on, and what was left out stays left out. None when something is not
    answered yet, no program is there for it, or the draft is gone.
    """
    row = _draft(session, person_id)
    if row is None or row.id != draft_id or wishes.following(_given(row)):
        return None
    program = rules.choose(library.programs.values(), Goal(row.goal), row.weeks)
    if program is None:
        return None
    person = session.get_one(Person, person_id)
    today = days.today(person, now)
    before = plans.way(session, person_id, library, today)
    held = plans.current(session, person_id)
    row.places, row.kit, row.days = (_without_done(text) for text in (row.places, row.kit, row.days))
    row.program, row.first, row.made_at = program.slug, today, now
    if before and before.program == program:
        row.without = before.plan.without
        row.first = before.plan.first if before.week <= row.weeks else today
    if held:
        held.ended_at = now
    session.flush()
    if _planned(session, person_id) != tuple(row.days):
        days.plan(session, person, row.days, now)
    return row


def end(session: Session, person_id: int, plan_id: int, now: datetime) -> bool:
    """End the plan: "today" is the person's own routine again. False when it has ended already."""
    row = plans.current(session, person_id)
    if row is None or row.id != plan_id:
        return False
    row.ended_at = now
    return True


def resume(session: Session, person_id: int, plan_id: int) -> bool:
    """Take back that a plan ended, while no other holds; return whether it holds now."""
    row = session.get(Plan, plan_id)
    if row is None or row.person_id != person_id or row.made_at is None:
        return False
    if plans.current(session, person_id) is None:
        row.ended_at = None
        session.flush()
    return row.ended_at is None


def leave(session: Session, person_id: int, plan_id: int, exercise: str, *, out: bool) -> bool:
    """Leave an exercise out of the plan, or take it back in; return whether the plan still holds."""
    row = plans.current(session, person_id)
    if row is None or row.id != plan_id:
        return False
    left = dict.fromkeys(row.without.split())
    if out:
        left[exercise] = None
    else:
        left.pop(exercise, None)
    row.without = " ".join(left)
    return True


def lengthen(session: Session, person_id: int, plan_id: int, library: Library, day: date) -> bool:
    """Go on for the next length that the program has, once the plan is over; return whether that is so.

    A second tap finds a plan that goes on already, and does not lengthen it once more.
    """
    found = plans.way(session, person_id, library, day)
    if found is None or found.plan.id != plan_id or not found.over or found.longer is None:
        return False
    found.plan.weeks = found.longer
    return True


def nudge(session: Session, person_id: int, plan_id: int, now: datetime) -> bool | None:
    """Remind the person on the plan's days at the moment that they chose; None when nothing can be done.

    :returns: whether there is such a reminder now that was not there before
    """
    row = plans.current(session, person_id)
    at = wishes.cue(row.cue).at if row else None
    if row is None or row.id != plan_id or at is None:
        return None
    if nudged(session, row, now):
        return False
    return True if reminders.add(session, person_id, row.days, [at], now) else None


def nudged(session: Session, row: Plan, now: datetime) -> bool:
    """Return whether a reminder comes on the plan's days at its moment already."""
    at = wishes.cue(row.cue).at
    rule = Rule(frozenset(map(int, row.days)), (at,)) if at else None
    kept = reminders.listing(session, row.person_id, now).reminders
    return any(one.enabled and one.rule == rule for one in kept)


def _draft(session: Session, person_id: int) -> Plan | None:
    query = select(Plan).where(Plan.person_id == person_id, col(Plan.made_at).is_(None))
    return session.exec(query.order_by(col(Plan.id).desc())).first()


def _planned(session: Session, person_id: int) -> tuple[str, ...]:
    """Return the weekdays on which the person means to practise, in words."""
    return tuple(str(day) for day in sorted(days.plans(session, person_id).changes[-1][1]))


def _shown(row: Plan) -> Draft:
    given = _given(row)
    return Draft(row.id or 0, given, wishes.following(given))


def _given(row: Plan) -> Given:
    numbers = {Ask.MINUTES: row.minutes, Ask.WEEKS: row.weeks}
    found: dict[Ask, tuple[str, ...]] = {Ask.GOAL: (row.goal,) if row.goal else ()}
    found |= {Ask.PLACES: tuple(row.places.split()), Ask.KIT: tuple(row.kit.split())}
    digits, _, done = row.days.partition(" ")
    found[Ask.DAYS] = (*digits, *([done] if done else []))
    found |= {ask: (str(number),) if number else () for ask, number in numbers.items()}
    words = row.cue.split()
    return found | {Ask.MOMENT: tuple(words[:1]), Ask.SPOT: tuple(words[1:])}


def _answered(row: Plan) -> Given:
    """Return the answers of a plan that was made."""
    given = _given(row)
    return {ask: (*words, DONE) if ask.many else words for ask, words in given.items()}


def _write(row: Plan, given: Mapping[Ask, tuple[str, ...]]) -> None:
    def words(ask: Ask) -> str:
        return " ".join(given.get(ask, ()))

    row.goal, row.places, row.kit = words(Ask.GOAL), words(Ask.PLACES), words(Ask.KIT)
    row.minutes, row.weeks = (int(words(ask) or 0) for ask in (Ask.MINUTES, Ask.WEEKS))
    ticked = [one for one in given.get(Ask.DAYS, ()) if one != DONE]
    done = DONE in given.get(Ask.DAYS, ())
    row.days = "".join(ticked) + (f" {DONE}" if done else "")
    row.cue = " ".join((*given.get(Ask.MOMENT, ()), *given.get(Ask.SPOT, ())))


def _without_done(text: str) -> str:
    return " ".join(word for word in text.split() if word != DONE)
