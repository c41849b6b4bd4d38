"""The dialogue about a reminder: what a person has chosen so far, kept with the person until it is saved."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time
from typing import Final

from sqlmodel import Session

from bot.db.tables import Person, Reminder
from bot.domain.reminders import Occurrence, Rule
from bot.services import reminders

ASKED: Final = "reminder-times"
"""What ``Person.asked`` holds while typed words are taken as times."""
MOST_TIMES: Final = 8  # of one reminder
_KEY: Final = "reminder"
_BETWEEN: Final = re.compile(r"[\s,;&+]+")
_BETWEEN_WORDS: Final = frozenset({"", "and", "at"})
_APART: Final = re.compile(r"(?<=\d)\s+(?=[ap]\.?m)")
_TIME: Final = re.compile(r"(\d{1,2})(?:[:.h]?(\d{2}))?(?:([ap])\.?m\.?)?")


@dataclass(frozen=True)
class Draft:
    """What is chosen so far. ``upcoming`` are the next three moments, none while incomplete."""

    weekdays: frozenset[int]
    times: tuple[time, ...]
    reminder_id: int | None
    upcoming: tuple[Occurrence, ...] = ()

    @property
    def rule(self) -> Rule | None:
        """Return the rule that it would make, None while something is missing."""
        return Rule(self.weekdays, self.times) if self.weekdays and self.times else None


def begin(session: Session, person_id: int, now: datetime, times: Sequence[time] = ()) -> Draft:
    """Begin a new reminder: every day, at these times if any."""
    return _keep(session, person_id, now, Draft(frozenset(range(7)), tuple(times), None))


def edit(session: Session, person_id: int, reminder_id: int, now: datetime) -> Draft | None:
    """Begin to change a reminder; None when it is not theirs or gone."""
    kept = reminders.listing(session, person_id, now).find(reminder_id)
    if kept is None:
        return None
    return _keep(session, person_id, now, Draft(kept.rule.weekdays, kept.rule.times, kept.id))


def current(session: Session, person_id: int, now: datetime, *, asking: bool = False) -> Draft | None:
    """Return what is chosen so far; None when no dialogue is open.

    :param asking: whether the next typed words are taken as times
    """
    draft = _read(session, person_id)
    return _keep(session, person_id, now, draft, asking=asking) if draft else None


def set_days(session: Session, person_id: int, weekdays: str, now: datetime) -> Draft | None:
    """Choose the weekdays, given as digits."""
    draft = _read(session, person_id)
    chosen = frozenset(int(digit) for digit in weekdays if digit in "0123456")
    return _keep(session, person_id, now, replace(draft, weekdays=chosen)) if draft else None


def toggle_day(session: Session, person_id: int, weekday: int, now: datetime) -> Draft | None:
    """Choose a weekday, or no longer."""
    draft = _read(session, person_id)
    if draft is None or weekday not in range(7):
        return draft
    return _keep(session, person_id, now, replace(draft, weekdays=draft.weekdays ^ {weekday}))


def toggle_time(session: Session, person_id: int, at: time, now: datetime) -> Draft | None:
    """Choose a time, or no longer; when there is no room for another one nothing changes."""
    draft = _read(session, person_id)
    if draft is None:
        return None
    times = set(draft.times) ^ {at}
    if len(times) <= MOST_TIMES:
        draft = replace(draft, times=tuple(sorted(times)))
    return _keep(session, person_id, now, draft, asking=True)


def set_times(session: Session, person_id: int, times: Sequence[time], now: datetime) -> Draft | None:
    """Choose exactly these times."""
    draft = _read(session, person_id)
    return _keep(session, person_id, now, replace(draft, times=tuple(times))) if draft else None


def save(session: Session, person_id: int, now: datetime) -> Reminder | None:
    """Make the reminder what was chosen, and close the dialogue.

    None when nothing was saved: no dialogue, not complete, too many reminders, or the reminder is gone.
    """
    draft = _read(session, person_id)
    if draft is None or draft.rule is None:
        return None
    cancel(session, person_id)
    if draft.reminder_id is not None:
        return reminders.change(session, person_id, draft.reminder_id, draft.rule, now)
    return reminders.add(session, person_id, _digits(draft.weekdays), draft.times, now)


def cancel(session: Session, person_id: int) -> None:
    """Close the dialogue and forget it."""
    person = session.get_one(Person, person_id)
    person.draft = {name: value for name, value in person.draft.items() if name != _KEY}
    _ask(person, asking=False)


def parse_times(text: str) -> tuple[time, ...] | None:
    """Read times as people type them: ``7:30 18:00``, ``7.30``, ``0730``, ``7am``, ``6 pm and 9``.

    :returns: at most 8 in order, each once; None when anything in the text is not a time
    """
    parts = (part.rstrip(".!") for part in _BETWEEN.split(_APART.sub("", text.casefold())))
    words = [part for part in parts if part not in _BETWEEN_WORDS]
    found = {_parse_time(word) for word in words[:MOST_TIMES]}
    if None in found or not 1 <= len(words) <= MOST_TIMES:
        return None
    return tuple(sorted(moment for moment in found if moment is not None))


def _parse_time(word: str) -> time | None:
    match = _TIME.fullmatch(word)
    if match is None:
        return None
    hour, minute, half = int(match[1]), int(match[2] or 0), match[3]
    if half and not 1 <= hour <= 12:
        return None
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _read(session: Session, person_id: int) -> Draft | None:
    stored = session.get_one(Person, person_id).draft.get(_KEY)
    if stored is None:
        return None
    times = tuple(time.fromisoformat(word) for word in stored["times"])
    return Draft(frozenset(map(int, stored["weekdays"])), times, stored["id"])


def _keep(session: Session, person_id: int, now: datetime, draft: Draft, *, asking: bool = False) -> Draft:
    person = session.get_one(Person, person_id)
    stored = {
        "weekdays": _digits(draft.weekdays),
        "times": [moment.strftime("%H:%M") for moment in draft.times],
        "id": draft.reminder_id,
    }
    # A new dictionary each time: a changed one in place would not be noticed and not be stored.
    person.draft = {**person.draft, _KEY: stored}
    _ask(person, asking=asking)
    session.flush()
    rules = [draft.rule] if draft.rule else []
    return replace(draft, upcoming=reminders.next_moments(session, person, rules, now))


def _digits(weekdays: frozenset[int]) -> str:
    return "".join(map(str, sorted(weekdays)))


def _ask(person: Person, *, asking: bool) -> None:
    if asking:
        person.asked = ASKED
    elif person.asked == ASKED:
        person.asked = ""
