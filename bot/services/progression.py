"""Changes of a person's lines: found by the rules when a session begins, stored, told, taken back.

A session's pain and effort are all said by the time the next one begins, the morning after included. So that
is when the rules look, once: a change starts a new count, and so does taking it back.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from typing import Any, Final

from sqlmodel import Session, col, select

from bot.db.tables import Change, Person, RoutineEntry
from bot.domain import progression as rules
from bot.domain.exercises import Dose, Entry, Kind, Library, Variation
from bot.domain.matrix import Answer
from bot.domain.pain import Light, light
from bot.domain.progression import SHORT_GAP, Why
from bot.domain.streak import Mark
from bot.domain.suiting import Limits, suit
from bot.domain.turns import Report, turns
from bot.services import care, days, reports

LISTED: Final = 10
"""How many changes are shown, the newest first."""

_WHERE: Final = "lines"
"""Under this name a change keeps the ids of the lines of the routine in which it was made."""

_MOVED: Final = frozenset({Mark.DONE, Mark.SHORT, Mark.DID_ALREADY})
_GAPS: Final = frozenset({Why.GAP, Why.LONG_GAP})


@dataclass(frozen=True)
class Changed:
    """A change as a person sees it. ``holds``: it was not taken back, and nothing newer stands on it."""

    id: int
    at: datetime
    day: date
    before: Entry
    after: Entry
    why: Why
    holds: bool
    undone: bool = False


@dataclass(frozen=True)
class Frame:
    """What a person's plan says about changes.

    :param at_start: the lines with which their phase begins, by exercise
    :param possible: whether a form can be done where they are, with what they have
    """

    at_start: Mapping[str, Entry] = field(default_factory=dict)
    possible: Callable[[Variation], bool] = lambda _: True


def own(session: Session, person_id: int) -> Mapping[str, Entry]:
    """Return the lines that progress changed, by exercise: what came of the last change that still holds."""
    return {row.exercise: _entry(row.after) for row in _rows(session, person_id) if row.undone_at is None}


def followed(session: Session, person_id: int, entries: Iterable[Entry]) -> list[Entry]:
    """Return lines that are not the person's own with what progress made of them, where they were changed."""
    rows = [row for row in _rows(session, person_id) if row.undone_at is None]
    before = [_entry(row.before) for row in rows]
    now = own(session, person_id)
    return [now[entry.exercise] if entry in before else entry for entry in entries]


def settle(  # noqa: PLR0913 - what the rules must know
    session: Session,
    person: Person,
    entries: Sequence[Entry],
    library: Library,
    *,
    frame: Frame,
    score: int | None,
    now: datetime,
) -> list[Entry]:
    """Let the rules look at the lines of a session that begins now; return them as they are from now on.

    :param score: the pain right now, which also tells how yesterday went
    """
    limits = care.standing(session, person.id, library, days.today(person, now)).limits
    held = [entry for entry in entries if entry.exercise in library.exercises]
    if limits.nothing or limits.breathing or limits.gentle:
        return held
    # The rules look at what the person really does: a line may take another form because of their flags.
    pairs = [(entry, done[0]) for entry in held if (done := suit([entry], library, limits).entries)]
    review = _Review(session, person, library, limits, frame, days.today(person, now))
    found = review.changes([done for _, done in pairs], score)
    for change in found:
        _keep(session, review, pairs[change.line][0], change, now)
    after = {pairs[change.line][0]: change.after for change in found}
    session.flush()
    return [after.get(entry, entry) for entry in held]


def listed(
    session: Session, person_id: int, since: datetime | None = None, most: int = LISTED
) -> list[Changed]:
    """Return the last changes, the newest first; with ``since`` only those made from then on."""
    found = [one for one in _all(session, person_id) if since is None or one.at >= since]
    return found[::-1][:most]


def undo(session: Session, person_id: int, change_id: int, now: datetime) -> Changed | None:
    """Take a change back: the line is again as it was, and what was done before counts no more.

    None when it is gone or somebody else's. One that was taken back, or on which a newer one stands, stays
    as it is.
    """
    found = next((one for one in _all(session, person_id) if one.id == change_id), None)
    if found is None or not found.holds:
        return found
    row = session.get_one(Change, change_id)
    row.undone_at = now
    for line in _changed_lines(session, row, found.after):
        line.variation, line.dose = found.before.variation, asdict(found.before.dose)
    session.flush()
    return found


@dataclass(frozen=True)
class _Review:
    """One look of the rules at a person's lines."""

    session: Session
    person: Person
    library: Library
    limits: Limits
    frame: Frame
    day: date

    def changes(self, lines: Sequence[Entry], score: int | None) -> tuple[rules.Change, ...]:
        """Return what changes now: after a gap a smaller start, else what pain and effort say."""
        exercises = self.library.exercises
        rows = _rows(self.session, self.person.id)
        away = self._days_away(rows)
        if away < SHORT_GAP:
            known = reports.recent(self.session, self.person, self.day, score)
            if not _tried(rows, known, _GAPS):
                return ()
            found = rules.changes(rules.review(lines, exercises, self._turns(rows, known), self._allowed))
            # On a day that hurts nothing becomes harder; else one thing, and then a session with it.
            up = light(score or 0) is Light.GREEN and _tried(rows, known, {Why.THREE_GREEN})
            return tuple(change for change in found if up or change.why is not Why.THREE_GREEN)
        begun = {**_first(rows), **self.frame.at_start}
        found = rules.come_back(lines, exercises, away, begun, self._allowed)
        # Where nothing is known to begin anew with, a step smaller is a smaller start, too.
        return found or rules.come_back(lines, exercises, SHORT_GAP, {}, self._allowed)

    def _allowed(self, exercise: str, form: str) -> bool:
        known = self.library.exercises[exercise]
        judged = self.limits.judge(known, form, self.library.matrix)
        return judged.answer is Answer.OK and self.frame.possible(known.variation(form))

    def _of(self, kind: Kind) -> set[str]:
        return {slug for slug, one in self.library.exercises.items() if one.kind is kind}

    def _turns(self, rows: Iterable[Change], known: Iterable[tuple[datetime, Report]]) -> list[rules.Turn]:
        """Return the turns since each exercise last changed."""
        strength, calm = self._of(Kind.STRENGTH), self._of(Kind.BREATHING)
        since = {row.exercise: max(row.at, row.undone_at or row.at) for row in rows}
        return [
            turn
            for begun, report in known
            for turn in turns(report, strength, calm)
            if turn.entry.exercise not in since or begun >= since[turn.entry.exercise]
        ]

    def _days_away(self, rows: Iterable[Change]) -> int:
        """Return the days since the last session; 0 before the first, or where the gap was answered."""
        marks = days.marks(self.session, self.person.id)
        moved = [one for one, what in marks.items() if what & _MOVED and one <= self.day]
        last = max(moved, default=self.day)
        answered = any(row.day > last and row.why in _GAPS for row in rows)
        return 0 if answered else (self.day - last).days


def _tried(rows: Iterable[Change], known: Iterable[tuple[datetime, Report]], why: Collection[Why]) -> bool:
    """Tell whether there was a session since something last changed because of one of these reasons."""
    last = max((row.at for row in rows if row.why in why), default=None)
    return last is None or any(begun >= last for begun, _ in known)


def _first(rows: Iterable[Change]) -> dict[str, Entry]:
    """Return the lines from which progress began, by exercise."""
    first: dict[str, Entry] = {}
    for row in rows:
        if row.undone_at is None:
            first.setdefault(row.exercise, _entry(row.before))
    return first


def _keep(session: Session, review: _Review, held: Entry, change: rules.Change, now: datetime) -> None:
    """Store a change, and make it in the person's own routine where that very line stands there."""
    lines = _lines(session, review.person.id, held)
    for line in lines:
        line.variation, line.dose = change.after.variation, asdict(change.after.dose)
    row = Change(
        person_id=review.person.id,
        day=review.day,
        exercise=held.exercise,
        before={**asdict(held), _WHERE: [line.id for line in lines]},
        after=asdict(change.after),
        why=change.why,
        at=now,
        told_at=now,
    )
    session.add(row)


def _lines(session: Session, person_id: int, entry: Entry) -> list[RoutineEntry]:
    """Return the lines of the person's own routine that are exactly this."""
    query = select(RoutineEntry).where(
        RoutineEntry.person_id == person_id, RoutineEntry.exercise == entry.exercise
    )
    rows = session.exec(query).all()
    return [row for row in rows if (row.variation, row.dose) == (entry.variation, asdict(entry.dose))]


def _changed_lines(session: Session, row: Change, after: Entry) -> list[RoutineEntry]:
    """Return the lines that still are as a change left them.

    Lines that were taken out and put back, or came back with a whole routine, have other ids by now.
    """
    noted, lines = row.before.get(_WHERE, []), _lines(session, row.person_id, after)
    kept = session.exec(select(RoutineEntry.id).where(col(RoutineEntry.id).in_(noted))).all()
    return [line for line in lines if line.id in kept] if kept or not noted else lines


def _rows(session: Session, person_id: int) -> Sequence[Change]:
    return session.exec(select(Change).where(Change.person_id == person_id).order_by(col(Change.id))).all()


def _all(session: Session, person_id: int) -> list[Changed]:
    """Return every change, the oldest first."""
    rows = _rows(session, person_id)
    last = {row.exercise: row.id for row in rows if row.undone_at is None}
    return [_changed(row, holds=last.get(row.exercise) == row.id) for row in rows]


def _changed(row: Change, *, holds: bool) -> Changed:
    before, after, undone = _entry(row.before), _entry(row.after), row.undone_at is not None
    return Changed(row.id or 0, row.at, row.day, before, after, Why(row.why), holds, undone)


def _entry(data: Mapping[str, Any]) -> Entry:
    return Entry(data["exercise"], data["variation"], Dose(**data["dose"]))
