"""Reminders: a person's rules, when each is due next, quiet hours and pauses."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from sqlalchemy import update
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from bot.db.tables import Delivery, DeliveryStatus, Person, PlannedPause, Reminder
from bot.domain.days import day_bounds, wall_clock
from bot.domain.deliveries import Kind
from bot.domain.nudges import nearest
from bot.domain.quiet import Quiet
from bot.domain.reminders import Occurrence, Rule, Skip, next_occurrence, upcoming
from bot.services import care, days

SNOOZED: Final = "snooze@"
"""How the occurrence of a snoozed reminder begins; the id of the delivery that it repeats follows."""
ANYWAY: Final = "+"
"""How it ends where the day was done, let go or paused when it was asked for: it comes all the same."""
MOST: Final = 10  # reminders of one person
LONGEST_PAUSE: Final = 366  # days


@dataclass(frozen=True)
class Kept:
    """A reminder as a person sees it."""

    id: int
    rule: Rule
    enabled: bool


@dataclass(frozen=True)
class Listing:
    """All reminders of a person, and the next three moments; those in a pause are passed over.

    :param held: what brought about the warning sign because of which none comes; None without one
    """

    reminders: tuple[Kept, ...]
    upcoming: tuple[Occurrence, ...]
    today: date
    paused_until: date | None
    quiet: Quiet | None = None
    held: str | None = None

    @property
    def full(self) -> bool:
        """Return whether there is no room for another one."""
        return len(self.reminders) >= MOST

    def find(self, reminder_id: int) -> Kept | None:
        """Return one of them, None when it is gone or somebody else's."""
        return next((kept for kept in self.reminders if kept.id == reminder_id), None)


def listing(session: Session, person_id: int, now: datetime) -> Listing:
    """Return the person's reminders, oldest first."""
    person = session.get_one(Person, person_id)
    kept = tuple(Kept(row.id or 0, rule_of(row), row.enabled) for row in _own(session, person_id))
    today = days.today(person, now)
    paused = paused_until(session, person_id, today)
    ahead = next_moments(session, person, [k.rule for k in kept if k.enabled], now)
    hold = care.held(session, person_id)
    return Listing(kept, ahead, today, paused, quiet_of(person), hold.source if hold else None)


def next_moments(
    session: Session, person: Person, rules: Iterable[Rule], now: datetime
) -> tuple[Occurrence, ...]:
    """Return the next three moments of the rules after any pause; ``wall`` is what the clock will show.

    Times in the person's quiet hours are left out, since they do not come.
    """
    zone = ZoneInfo(person.zone)
    rules = _aloud(rules, quiet_of(person))
    paused = paused_until(session, person.id, days.today(person, now))
    if paused:
        now = day_bounds(paused, zone, person.day_start)[1] - timedelta(microseconds=1)
    return tuple(Occurrence(wall_clock(o.at, zone), o.at) for o in upcoming(rules, zone, now))


def quiet_of(person: Person) -> Quiet | None:
    """Return the person's quiet hours, None without any."""
    if person.quiet_from is None or person.quiet_until is None:
        return None
    return Quiet(person.quiet_from, person.quiet_until)


def set_quiet(session: Session, person_id: int, quiet: Quiet | None) -> Quiet | None:
    """Keep the hours in which no message comes by itself; None for none."""
    person = session.get_one(Person, person_id)
    person.quiet_from, person.quiet_until = (quiet.begin, quiet.end) if quiet else (None, None)
    return quiet


def rule_of(row: Reminder) -> Rule:
    """Return the rule that a row holds."""
    return Rule(
        frozenset(map(int, row.weekdays)), tuple(time.fromisoformat(word) for word in row.times.split())
    )


def add(
    session: Session, person_id: int, weekdays: str, times: Sequence[time], now: datetime
) -> Reminder | None:
    """Add a reminder; None when the person has as many as anybody may have.

    :param weekdays: digits, Monday 0
    :raises ValueError: when there is no weekday or no time
    """
    if len(_own(session, person_id)) >= MOST:
        return None
    row = Reminder(person_id=person_id, weekdays="", times="", created_at=now)
    rule = Rule(frozenset(map(int, weekdays)), tuple(times))
    _set(row, session.get_one(Person, person_id), rule, now)
    session.add(row)
    session.flush()
    return row


def change(session: Session, person_id: int, reminder_id: int, rule: Rule, now: datetime) -> Reminder | None:
    """Give a reminder another rule and switch it on; what the old rule still had queued does not come."""
    row = _one(session, person_id, reminder_id)
    if row is None:
        return None
    _set(row, session.get_one(Person, person_id), rule, now)
    queued = (
        update(Delivery)
        .where(col(Delivery.reminder_id) == row.id, col(Delivery.status) == DeliveryStatus.PENDING)
        .where(col(Delivery.occurrence).not_like(f"{SNOOZED}%"))
    )
    session.exec(queued.values(status=DeliveryStatus.SKIPPED, reason=Skip.EDITED))
    return row


def switch(session: Session, person_id: int, reminder_id: int, now: datetime, *, on: bool) -> Reminder | None:
    """Switch a reminder on or off; None when it is not theirs or gone."""
    row = _one(session, person_id, reminder_id)
    if row:
        row.enabled = on
        _schedule(row, session.get_one(Person, person_id), now)
    return row


def move_nearest(session: Session, person_id: int, at: time, now: datetime) -> bool:
    """Let the reminder's time that is nearest on the clock become ``at``; False where there is none to move.

    Again it changes nothing: one that is at that time already is the nearest.
    """
    on = [row for row in _own(session, person_id) if row.enabled]
    times = {moment: row for row in reversed(on) for moment in rule_of(row).times}
    if not times or at in times:
        return False
    old = nearest(at, times)
    row = times[old]
    rule = rule_of(row)
    moved = Rule(rule.weekdays, tuple(sorted({*rule.times} - {old} | {at})))
    return change(session, person_id, row.id or 0, moved, now) is not None


def delete(session: Session, person_id: int, reminder_id: int) -> bool:
    """Delete a reminder; False when it is not theirs or gone already."""
    row = _one(session, person_id, reminder_id)
    if row:
        session.delete(row)
        session.flush()
    return row is not None


def reschedule(session: Session, person_id: int, now: datetime) -> None:
    """Find the next moment of each reminder anew: after a change of zone, or when somebody is back."""
    person = session.get_one(Person, person_id)
    for row in _own(session, person_id):
        _schedule(row, person, now)
        _pass_over_queued(session, row, ZoneInfo(person.zone))
    session.flush()


def pause(session: Session, person_id: int, length: int, now: datetime) -> date | None:
    """Pause for so many days, today included, instead of any pause that runs; 0 ends it.

    :returns: the last day without reminders, None when there is none
    """
    today = days.today(session.get_one(Person, person_id), now)
    last = today + timedelta(days=max(0, min(length, LONGEST_PAUSE)) - 1)
    return pause_until(session, person_id, last, now)


def pause_until(session: Session, person_id: int, last: date, now: datetime) -> date | None:
    """Pause until a day, included; a day before today ends the pause. Days that it covered stay covered."""
    today = days.today(session.get_one(Person, person_id), now)
    last = min(max(last, today - timedelta(days=1)), today + timedelta(days=LONGEST_PAUSE))
    running = _running_pauses(session, person_id, today)
    first = min([today, *(row.first for row in running)])
    for row in running:
        session.delete(row)
    if first <= last:
        session.add(PlannedPause(person_id=person_id, first=first, last=last))
    session.flush()
    return last if last >= today else None


def paused_until(session: Session, person_id: int, today: date) -> date | None:
    """Return the last day of the pause that ``today`` lies in."""
    return max((row.last for row in _running_pauses(session, person_id, today)), default=None)


def _set(row: Reminder, person: Person, rule: Rule, now: datetime) -> None:
    row.weekdays = "".join(map(str, sorted(rule.weekdays)))
    row.times = " ".join(sorted({moment.strftime("%H:%M") for moment in rule.times}))
    row.enabled = True
    _schedule(row, person, now)


def _schedule(row: Reminder, person: Person, now: datetime) -> None:
    schedule_at(row, next_occurrence(rule_of(row), ZoneInfo(person.zone), now) if row.enabled else None)


def _pass_over_queued(session: Session, row: Reminder, zone: ZoneInfo) -> None:
    """Move a reminder past what was queued already: who flies west meets the same wall time twice."""
    moment = scheduled(row, zone)
    while moment and session.exec(_queued(row.person_id, moment)).first():
        moment = next_occurrence(rule_of(row), zone, moment.at)
        schedule_at(row, moment)


def _queued(person_id: int, moment: Occurrence) -> SelectOfScalar[Delivery]:
    return select(Delivery).where(
        Delivery.person_id == person_id,
        Delivery.kind == Kind.REMINDER,
        Delivery.occurrence == moment.wall.isoformat(timespec="minutes"),
    )


def schedule_at(row: Reminder, moment: Occurrence | None) -> None:
    """Note when a reminder is due next, None for never."""
    row.next_due_at = moment.at if moment else None
    row.next_wall = moment.wall.isoformat(timespec="minutes") if moment else None


def scheduled(row: Reminder, zone: ZoneInfo) -> Occurrence | None:
    """Return when a reminder is due next."""
    if row.next_due_at is None:
        return None
    wall = datetime.fromisoformat(row.next_wall) if row.next_wall else wall_clock(row.next_due_at, zone)
    return Occurrence(wall, row.next_due_at)


def _aloud(rules: Iterable[Rule], quiet: Quiet | None) -> list[Rule]:
    """Return the rules without the times that are in quiet hours."""
    heard = [(rule, tuple(t for t in rule.times if not (quiet and quiet.covers(t)))) for rule in rules]
    return [Rule(rule.weekdays, times) for rule, times in heard if times]


def _one(session: Session, person_id: int, reminder_id: int) -> Reminder | None:
    row = session.get(Reminder, reminder_id)
    return row if row and row.person_id == person_id else None


def _own(session: Session, person_id: int) -> Sequence[Reminder]:
    query = select(Reminder).where(Reminder.person_id == person_id).order_by(col(Reminder.id))
    return session.exec(query).all()


def _running_pauses(session: Session, person_id: int, today: date) -> Sequence[PlannedPause]:
    query = select(PlannedPause).where(PlannedPause.person_id == person_id)
    return session.exec(query.where(PlannedPause.first <= today, PlannedPause.last >= today)).all()
