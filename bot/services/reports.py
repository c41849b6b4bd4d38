"""What was said about the last sessions: pain before, during, after and the day after, and effort."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Final

from sqlmodel import Session, col, select

from bot.db.tables import Effort, ExerciseSession, PainScore, Person, SessionEvent
from bot.domain.sessions import Press, from_json, replay
from bot.domain.turns import Felt, Report
from bot.services import days

BEFORE, DURING, AFTER = "before", "during", "after"
"""The moments of a score around a session. Stored: never change them."""

LOOK_BACK: Final = 16
"""Sessions that the rules look back on: where exercises take turns, each was in at least three of them."""


def recent(session: Session, person: Person, day: date, score: int | None) -> list[tuple[datetime, Report]]:
    """Return the last sessions in which something was pressed, the oldest first, each with when it began.

    :param day: the person's day now
    :param score: their pain before the session that begins now
    """
    query = select(ExerciseSession).where(
        ExerciseSession.person_id == person.id, col(ExerciseSession.revision) > 0
    )
    rows = session.exec(query.order_by(col(ExerciseSession.id).desc()).limit(LOOK_BACK)).all()[::-1]
    ids = [row.id for row in rows]
    presses, scores, extras = _presses(session, ids), _scores(session, ids), _extras(session, ids)
    first = _first_of_days(session, person.id)
    if score is not None:
        first.setdefault(day, score)
    found = []
    for row in rows:
        on = row.day or days.today(person, row.started_at)
        said = scores[row.id]
        player = replay(from_json(row.plan), presses[row.id])
        felt = [
            Felt(one.item, one.exercise, one.score)
            for one in said
            if one.moment == DURING and one.item is not None and one.score is not None
        ]
        report = Report(
            on,
            player,
            _last(said, BEFORE),
            felt,
            _last(said, AFTER),
            first.get(on + timedelta(days=1)),
            extras[row.id],
        )
        found.append((row.started_at, report))
    return found


def _presses(session: Session, ids: Iterable[int | None]) -> Mapping[int | None, list[Press]]:
    query = select(col(SessionEvent.session_id), col(SessionEvent.press))
    found: dict[int | None, list[Press]] = defaultdict(list)
    query = query.where(col(SessionEvent.session_id).in_(ids)).order_by(col(SessionEvent.seq))
    for number, press in session.exec(query).all():
        found[number].append(Press(press))
    return found


def _scores(session: Session, ids: Iterable[int | None]) -> Mapping[int | None, list[PainScore]]:
    found: dict[int | None, list[PainScore]] = defaultdict(list)
    query = select(PainScore).where(col(PainScore.session_id).in_(ids)).order_by(col(PainScore.id))
    for row in session.exec(query).all():
        found[row.session_id].append(row)
    return found


def _extras(session: Session, ids: Iterable[int | None]) -> Mapping[int | None, dict[int, int]]:
    found: dict[int | None, dict[int, int]] = defaultdict(dict)
    for row in session.exec(select(Effort).where(col(Effort.session_id).in_(ids))).all():
        found[row.session_id][row.item] = row.extra
    return found


def _first_of_days(session: Session, person_id: int) -> dict[date, int]:
    """Return the first score before a session of each day."""
    query = select(col(PainScore.day), col(PainScore.score)).where(
        PainScore.person_id == person_id, PainScore.moment == BEFORE
    )
    first: dict[date, int] = {}
    for day, score in session.exec(query.order_by(col(PainScore.id))).all():
        if score is not None:
            first.setdefault(day, score)
    return first


def _last(said: Sequence[PainScore], moment: str) -> int | None:
    return next((one.score for one in reversed(said) if one.moment == moment), None)
