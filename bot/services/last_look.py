"""The last look at a batch of deliveries: is there still a reason to send each of them?"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any, Final, NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import Select, select
from sqlmodel import Session

from bot.db.tables import METADATA, DeliveryStatus
from bot.domain.days import local_day, wall_clock
from bot.domain.deliveries import Kind
from bot.domain.nudges import Nudge, decide
from bot.domain.quiet import Quiet
from bot.domain.reminders import Look, Skip, look_again
from bot.domain.streak import Mark
from bot.services import facts
from bot.services.facts import ABOUT_MOVING, Away, Unheard
from bot.services.herds import quiet_hours
from bot.services.queueing import outage_of
from bot.services.reminders import ANYWAY, SNOOZED

ONE_MESSAGE: Final = timedelta(minutes=1)
"""Reminders so close together are one message."""

_DONE: Final = {Mark.DONE, Mark.DID_ALREADY}
_DAY: Final = timedelta(days=1)


class Candidate(NamedTuple):
    """A delivery that may go out, and what matters of its person; named as in the tables."""

    id: int
    person_id: int
    reminder_id: int | None
    kind: str
    occurrence: str
    soft: bool
    due_at: datetime
    planned_at: datetime | None
    expires_at: datetime
    day: date | None
    reason: str | None
    attempts: int
    first_name: str
    language: str
    zone: str
    day_start: time
    away_since: datetime | None
    quiet_from: time | None
    quiet_until: time | None
    enabled: bool | None
    """Whether its reminder is switched on; None where there is none, or none any more."""

    @property
    def planned(self) -> datetime:
        """Return when it was meant to be there."""
        return self.planned_at or self.due_at

    @property
    def snoozed(self) -> bool:
        """Return whether the person asked for this very moment."""
        return is_snoozed(self.occurrence)

    @property
    def anyway(self) -> bool:
        """Return whether they did so though the day was done, let go or paused."""
        return self.snoozed and self.occurrence.endswith(ANYWAY)

    @property
    def quiet(self) -> Quiet | None:
        """Return the person's quiet hours, None without any."""
        return quiet_hours(self.quiet_from, self.quiet_until)


def candidates() -> Select[Any]:
    """Return the question for deliveries as candidates, all there are until more is asked."""
    delivery, person, reminder = (METADATA.tables[name] for name in ("delivery", "person", "reminder"))
    own = [delivery.c[name] if name in delivery.c else person.c[name] for name in Candidate._fields[:-1]]
    theirs = select(*own, reminder.c.enabled).join_from(delivery, person, person.c.id == delivery.c.person_id)
    return theirs.outerjoin(reminder, reminder.c.id == delivery.c.reminder_id)


class Going(NamedTuple):
    """A reminder that goes out, went out, or waits for its own time."""

    planned_at: datetime
    reminder_id: int | None
    snoozed: bool
    later: bool = False


@dataclass
class Known:
    """What decides about a batch, read with one query a table however many people are in it."""

    now: datetime
    marks: Mapping[int, set[tuple[date, str]]]
    pauses: Mapping[int, list[Away]]
    routines: Mapping[int, list[str]]
    going: dict[int, list[Going]] = field(default_factory=lambda: defaultdict(list))
    replaced: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    """How many reminders of each person were tried in vain and give way to a newer one."""
    days: dict[tuple[str, time], date] = field(default_factory=dict)
    """Which day it is, for those who share a zone and the start of their days."""
    walls: dict[tuple[datetime, str], datetime] = field(default_factory=dict)
    """What clocks show, for those who share a moment and a zone."""
    held: frozenset[int] = frozenset()
    """People with a warning sign that waits to be looked at."""
    planners: frozenset[int] = frozenset()
    """People who follow a plan."""
    unheard: Mapping[int, Unheard] = field(default_factory=dict)

    def reason(self, one: Candidate) -> Skip | None:
        """Return why not to send a delivery after all. Ask in the order of :func:`in_turn`."""
        skip = look_again(self._look(one))
        if one.kind in ABOUT_MOVING:
            skip = skip or self._said_by_another(one) or self._unanswered(one)
            if skip is None:
                self.going[one.person_id].append(Going(one.planned, one.reminder_id, one.snoozed))
            elif skip is Skip.SUPERSEDED and one.attempts:
                self.replaced[one.person_id] += 1
        if one.kind == Kind.NOTE and one.occurrence != self.silence_of(one):
            skip = skip or Skip.HEARD
        return skip

    def silence_of(self, one: Candidate) -> str | None:
        """Return what a person's silence is called: since when nobody has heard of them."""
        found = self.unheard.get(one.person_id)
        return found.heard_at.isoformat() if found else None

    def begins_silence(self, one: Candidate) -> bool:
        """Return whether nothing was left out for silence yet.

        Then the note is due: asked of the reminders, since the note itself is forgotten one day.
        """
        found = self.unheard.get(one.person_id)
        return found is not None and not found.silenced

    def missed(self, session: Session, word: Candidate) -> int:
        """Return how many reminders a word about an outage stands for; days that are done do not count."""
        outage, table = outage_of(word.occurrence), METADATA.tables["delivery"].c
        query = select(table.day).where(
            table.person_id == word.person_id,
            table.kind == Kind.REMINDER,
            table.status == DeliveryStatus.SKIPPED,
            table.reason.in_([Skip.EXPIRED, Skip.MERGED]),
            table.planned_at.between(outage.first, outage.last),
        )
        done = {day for day, mark in self.marks[word.person_id] if mark in _DONE}
        return sum(day not in done for (day,) in session.connection().execute(query))

    def wall(self, moment: datetime, zone: str) -> datetime:
        """Return what clocks in a zone show at a moment."""
        if (moment, zone) not in self.walls:
            self.walls[moment, zone] = wall_clock(moment, ZoneInfo(zone))
        return self.walls[moment, zone]

    def _said_by_another(self, one: Candidate) -> Skip | None:
        for other in self.going.get(one.person_id, ()):
            if other.later:  # the person has chosen a later moment for this reminder
                if not one.snoozed and other.reminder_id == one.reminder_id:
                    return Skip.MERGED
            elif abs(other.planned_at - one.planned) <= ONE_MESSAGE:
                return Skip.MERGED
            elif not one.snoozed and one.kind == Kind.REMINDER and other.planned_at > one.planned:
                return Skip.SUPERSEDED
        return None

    def _unanswered(self, one: Candidate) -> Skip | None:
        """Leave out what would be one too many for somebody who does not answer; what they chose comes."""
        found = self.unheard.get(one.person_id)
        if found is None or one.snoozed or one.kind != Kind.REMINDER:
            return None
        decided = decide(found.before(one.day or self._today(one)))
        return {Nudge.EASE: Skip.EASED, Nudge.SILENT: Skip.SILENT}.get(decided)

    def _look(self, one: Candidate) -> Look:
        now, rule, quiet, today = self.now, one.reminder_id, one.quiet, self._today(one)
        day = one.day or today
        said = {
            mark for marked, mark in self.marks.get(one.person_id, ()) if marked == day and not one.anyway
        }
        pauses = () if one.anyway else self.pauses.get(one.person_id, ())
        paused = [p.last for p in pauses if p.first <= today <= p.last]
        return Look(
            now=now,
            expires_at=one.expires_at,
            done_today=not _DONE.isdisjoint(said),
            not_today=Mark.NOT_TODAY in said,
            paused_until=max(paused, default=None),
            today=today,
            enabled=rule is None or bool(one.enabled),
            away=one.away_since is not None,
            chosen=one.snoozed,
            quiet=quiet is not None and quiet.holds(now, ZoneInfo(one.zone)),
            deleted=rule is not None and one.enabled is None,
            held=one.kind in (*ABOUT_MOVING, Kind.NOTE) and one.person_id in self.held,
        )

    def _today(self, one: Candidate) -> date:
        key = one.zone, one.day_start
        if key not in self.days:
            self.days[key] = local_day(self.now, ZoneInfo(one.zone), one.day_start)
        return self.days[key]


def is_snoozed(occurrence: str) -> bool:
    """Return whether the person asked for this very moment, by what the occurrence is called."""
    return occurrence.startswith(SNOOZED)


def in_turn(one: Candidate) -> tuple[bool, bool, float]:
    """Return the key that puts what replaces others before them: chosen ones, the word, then the newest."""
    return (not one.snoozed, one.kind != Kind.MISSED, -one.planned.timestamp())


def know(session: Session, batch: Sequence[Candidate], now: datetime) -> Known:
    """Read all that decides about a batch."""
    people = list({one.person_id for one in batch})
    # Words about an outage reach back further than yesterday; a local day is at most one off from UTC's.
    oldest = min((one.day or now.date() for one in batch), default=now.date()) - _DAY
    if any(one.kind == Kind.MISSED for one in batch):
        oldest -= timedelta(days=7)
    known = Known(
        now,
        facts.marks(session, people, oldest),
        facts.pauses(session, people, now.date() - _DAY),
        facts.routines(session, people),
        held=facts.held(session, people),
        planners=facts.planners(session, people),
        unheard=facts.unheard(session, people),
    )
    _note_others(session, known, batch, people)
    return known


def _note_others(session: Session, known: Known, batch: Sequence[Candidate], people: list[int]) -> None:
    """Note what went out or waits beside the batch. Nothing older matters, and no whole history is read."""
    oldest = min((one.planned for one in batch), default=known.now) - ONE_MESSAGE
    for other in facts.others(session, people, oldest, [one.id for one in batch]):
        waits, snoozed = other.status == DeliveryStatus.PENDING, is_snoozed(other.occurrence)
        later = waits and snoozed and other.due_at > known.now
        if later or not waits or other.due_at <= known.now:
            going = Going(other.planned_at, other.reminder_id, snoozed, later)
            known.going[other.person_id].append(going)
