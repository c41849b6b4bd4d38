"""Doing what typed words asked for, once the person has said yes. Saying it twice is like saying it once."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

from sqlmodel import Session, select

from bot.db.tables import Delivery, DeliveryStatus, Person, RoutineEntry
from bot.domain.days import local_day, wall_clock
from bot.domain.deliveries import Kind
from bot.domain.exercises import Exercise, Library
from bot.domain.reminders import STALE_AFTER, Occurrence, Rule, Skip, place
from bot.domain.streak import Mark
from bot.domain.understanding.choices import Part
from bot.domain.understanding.meanings import EVERY_DAY, Times
from bot.services import days, facts, reminders, routines
from bot.services import reminder_drafts as drafts
from bot.services.reminder_drafts import Draft
from bot.services.reminders import ANYWAY, SNOOZED, Kept
from bot.services.routines import Line, RoutineFullError

FARTHEST: Final = timedelta(days=31)
"""How far ahead somebody can be reminded once."""

_PARTS: Final = {
    Part.MORNING: (time(4), time(12)),
    Part.AFTERNOON: (time(12), time(18)),
    Part.EVENING: (time(18), time.max),
}


class Added(StrEnum):
    """What became of a wish to add something."""

    NEW = "new"
    THERE = "there"
    FULL = "full"
    GONE = "gone"


@dataclass(frozen=True)
class Moved:
    """What became of a change of the routine, and the lines after it."""

    lines: list[Line]
    became: Added


def matching(kept: Iterable[Kept], said: Times) -> list[Kept]:
    """Return the reminders that somebody may mean by some times; all of them where none were said."""
    return [one for one in kept if _meant(one.rule, said)]


def _meant(rule: Rule, said: Times) -> bool:
    weekday = said.weekdays is None or not said.weekdays.isdisjoint(rule.weekdays)
    parts = not said.parts or any(in_part(at, part) for at in rule.times for part in said.parts)
    return weekday and parts and set(said.at) <= set(rule.times)


def in_part(at: time, part: Part) -> bool:
    """Return whether a time lies in a part of the day."""
    begin, end = _PARTS[part]
    return begin <= at < end


def moments(session: Session, person_id: int, rule: Rule, now: datetime) -> tuple[Occurrence, ...]:
    """Return the next three moments that a rule would have."""
    return reminders.next_moments(session, session.get_one(Person, person_id), [rule], now)


def add(session: Session, person_id: int, rule: Rule, now: datetime) -> Added:
    """Add a reminder, unless one that is on says the same already."""
    listing = reminders.listing(session, person_id, now)
    if any(kept.enabled and _same(kept.rule, rule) for kept in listing.reminders):
        return Added.THERE
    digits = "".join(map(str, sorted(rule.weekdays)))
    return Added.NEW if reminders.add(session, person_id, digits, rule.times, now) else Added.FULL


def draft(session: Session, person_id: int, said: Times, now: datetime) -> Draft:
    """Open the dialogue about a new reminder with the days and times that were understood."""
    drafts.begin(session, person_id, now, said.at)
    digits = "".join(map(str, sorted(said.weekdays or EVERY_DAY)))
    found = drafts.set_days(session, person_id, digits, now)
    assert found is not None  # noqa: S101 - for types: it was begun just now
    return found


def clear(session: Session, person_id: int, newest: int, now: datetime) -> int:
    """Delete the reminders up to the newest that was seen; return how many there were."""
    ids = [kept.id for kept in reminders.listing(session, person_id, now).reminders if kept.id <= newest]
    return sum(reminders.delete(session, person_id, number) for number in ids)


@dataclass(frozen=True)
class Once:
    """A reminder that comes once: ``wall`` is what the clock will show, naive."""

    delivery_id: int
    wall: datetime


def once(session: Session, person_id: int, wall: datetime, now: datetime) -> Once | None:
    """Queue one reminder for a moment of the person's clock; one that was called off comes after all.

    :param wall: naive
    :returns: None when that moment is over, or too far ahead
    """
    person = session.get_one(Person, person_id)
    zone = ZoneInfo(person.zone)
    at = place(wall, zone)
    if at is None or not now < at <= now + FARTHEST:
        return None
    day = local_day(at, zone, person.day_start)
    name = f"{SNOOZED}{wall.isoformat(timespec='minutes')}{ANYWAY * _is_settled(session, person_id, day)}"
    same = select(Delivery).where(Delivery.person_id == person_id, Delivery.occurrence == name)
    row = session.exec(same).first() or Delivery(
        person_id=person_id, reminder_id=None, kind=Kind.REMINDER, occurrence=name,
        day=day, status=DeliveryStatus.PENDING, due_at=at, planned_at=at,
        expires_at=at + STALE_AFTER, created_at=now,
    )  # fmt: skip
    if row.status == DeliveryStatus.SKIPPED:
        row.status, row.reason = DeliveryStatus.PENDING, None
    session.add(row)
    session.flush()
    return Once(row.id or 0, wall_clock(at, zone))


def _is_settled(session: Session, person_id: int, day: date) -> bool:
    """Return whether a day is done, let go or paused, so that no reminder would come on it by itself."""
    marks = {mark for marked, mark in facts.marks(session, [person_id], day)[person_id] if marked == day}
    paused = any(one.first <= day <= one.last for one in facts.pauses(session, [person_id], day)[person_id])
    return paused or not marks.isdisjoint({Mark.DONE, Mark.DID_ALREADY, Mark.NOT_TODAY})


def call_off(session: Session, person_id: int, delivery_id: int) -> bool:
    """Let a reminder that was to come once not come; False when it is not theirs, or no longer waits."""
    row = session.get(Delivery, delivery_id)
    if row is None or row.person_id != person_id or row.reminder_id is not None:
        return False
    if row.status != DeliveryStatus.PENDING or not row.occurrence.startswith(SNOOZED):
        return False
    row.status, row.reason = DeliveryStatus.SKIPPED, Skip.DELETED
    return True


def pause(session: Session, person_id: int, last: date, now: datetime, *, ill: bool) -> date | None:
    """Pause until a day, included; days of illness say so, and count as free.

    :returns: the last day without reminders, None when it is over
    """
    until = reminders.pause_until(session, person_id, last, now)
    today = days.today(session.get_one(Person, person_id), now)
    for ahead in range((until - today).days + 1 if until and ill else 0):
        days.mark(session, person_id, today + timedelta(days=ahead), Mark.ILL, now)
    return until


def take_in(session: Session, person_id: int, exercise: Exercise) -> Moved:
    """Put an exercise at the end of the routine."""
    try:
        line = routines.add(session, person_id, exercise, exercise.standard.slug)
        became = Added.NEW if line else Added.THERE
    except RoutineFullError:
        became = Added.FULL
    return Moved(routines.entries(session, person_id), became)


def take_out(session: Session, person_id: int, slug: str, library: Library) -> Moved:
    """Take every line of an exercise out of the routine; the last one can be put back."""
    lines = [line for line in routines.entries(session, person_id) if line.entry.exercise == slug]
    for line in lines:
        routines.edit(session, person_id, line.id, "remove", library)
    return Moved(routines.entries(session, person_id), Added.NEW if lines else Added.GONE)


def swap(session: Session, person_id: int, old: str, new: Exercise) -> Moved:
    """Put an exercise where another one is, in the dose of its own form."""
    lines = routines.entries(session, person_id)
    line = next((one for one in lines if one.entry.exercise == old), None)
    if any(one.entry.exercise == new.slug for one in lines):
        return Moved(lines, Added.THERE)
    if line is None:
        return Moved(lines, Added.GONE)
    row = session.get_one(RoutineEntry, line.id)
    row.exercise, row.variation = new.slug, new.standard.slug
    row.dose = asdict(new.standard.dose)
    session.flush()
    return Moved(routines.entries(session, person_id), Added.NEW)


def show_still(session: Session, person_id: int, *, still: bool) -> Person:
    """Show still pictures, or moving ones."""
    person = session.get_one(Person, person_id)
    person.still_pictures = still
    return person


def _same(one: Rule, other: Rule) -> bool:
    return one.weekdays == other.weekdays and set(one.times) == set(other.times)
