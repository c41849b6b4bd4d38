"""Check-ins: a few questions now and then, so that somebody can see how it went over weeks.

What was typed as an activity is about health: it is kept, shown and given out, and never logged.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Final

from sqlmodel import Session, col, select

from bot.db.tables import Activity, CheckIn, PainScore, Person
from bot.domain import measures
from bot.domain.checkins import Asking, Named
from bot.domain.measures import MOST_ACTIVITIES, Measure
from bot.domain.pain import HIGHEST
from bot.services import days
from bot.services.reports import BEFORE

ASKED: Final = "activity"
"""What ``Person.asked`` holds while typed words are taken as an activity."""

ASKED_FOR: Final = timedelta(minutes=15)
"""How long they are: after that, words mean what they always mean."""

LONGEST: Final = 60
"""Characters of an activity."""

WEEKLY: Final = "weekly"
"""The moment of a pain score that stands for the last seven days. Stored: never change it."""

STEPS: Final = 7
"""From much worse to much better."""

_NOWHERE: Final = -1
"""The place of an activity that is gone."""


def offered(session: Session, person_id: int, now: datetime) -> Asking | None:
    """Return what to offer by itself: what is due, unless the person wants no questions."""
    return due(session, person_id, now) if session.get_one(Person, person_id).nudges else None


def due(session: Session, person_id: int, now: datetime) -> Asking | None:
    """Return what to ask today, as far as it was answered; None when there is nothing to ask."""
    person = session.get_one(Person, person_id)
    today, rows = days.today(person, now), _rows(session, person_id)
    ended = {(Measure(row.measure), row.week) for row in rows if row.finished}
    # One measure a day, so that a day takes at most three taps.
    if today != person.first_day and any(row.finished and row.day == today for row in rows):
        return None
    wanted = measures.due(person.first_day, today, ended)
    return _asking(session, person_id, rows, wanted[0], _week(person, today)) if wanted else None


def answer(  # noqa: PLR0913 - who answers which question of what
    session: Session, person_id: int, measure: Measure, week: int, at: int, score: int, *, now: datetime
) -> Asking | None:
    """Keep the answer to question ``at``; one that is answered already stays as it is.

    None when it is not asked now.

    :raises ValueError: when there is no such score
    """
    if not 0 <= score <= (STEPS - 1 if measure is Measure.CHANGE else HIGHEST):
        raise ValueError("there is no such score")
    found = _open(session, person_id, measure, week, now)
    if found is None:
        return None
    row, asking = found
    if row.finished or at != len(asking.scores) or at >= asking.questions:
        return replace(asking, outdated=True)
    _keep(session, row, (*asking.scores, score), asking.questions, now)
    return _again(session, person_id, measure, week)


def rate(
    session: Session, person_id: int, week: int, activity_id: int, score: int, *, now: datetime
) -> Asking | None:
    """Keep the score of an activity; one that is not the one that is asked now, or gone, changes nothing."""
    places = {one.id: place for place, one in enumerate(named(session, person_id))}
    return answer(
        session, person_id, Measure.ACTIVITIES, week, places.get(activity_id, _NOWHERE), score, now=now
    )


def back(
    session: Session, person_id: int, measure: Measure, week: int, at: int, now: datetime
) -> Asking | None:
    """Take the last of ``at`` answers back; None when it is not asked now."""
    found = _open(session, person_id, measure, week, now)
    if found is None:
        return None
    row, asking = found
    if not asking.scores or at != len(asking.scores):
        return replace(asking, outdated=True)
    _keep(session, row, asking.scores[:-1], asking.questions, now)
    return _again(session, person_id, measure, week)


def skip(session: Session, person_id: int, measure: Measure, week: int, now: datetime) -> Asking | None:
    """Leave a measure out this time. What was answered of it so far does not count."""
    stop_asking(session, person_id)
    found = _open(session, person_id, measure, week, now)
    if found is None:
        return None
    row, asking = found
    if row.finished:
        return replace(asking, outdated=True)
    row.scores, row.finished = "", True
    session.flush()
    return _again(session, person_id, measure, week)


def ask_name(session: Session, person_id: int, now: datetime) -> Asking | None:
    """Take the next typed words as an activity; None when activities are not asked for now."""
    asking = due(session, person_id, now)
    if asking is None or not asking.naming or len(asking.activities) >= MOST_ACTIVITIES:
        return None
    stop_asking(session, person_id)
    person = session.get_one(Person, person_id)
    person.asked, person.draft = ASKED, {**person.draft, ASKED: now.isoformat()}
    return asking


def stop_asking(session: Session, person_id: int) -> None:
    """Let typed words mean what they always mean."""
    person = session.get_one(Person, person_id)
    if person.asked == ASKED or ASKED in person.draft:
        person.asked = "" if person.asked == ASKED else person.asked
        person.draft = {name: value for name, value in person.draft.items() if not name.startswith(ASKED)}


def listens(person: Person, now: datetime) -> bool:
    """Return whether typed words are still taken as an activity."""
    since = person.draft.get(ASKED)
    return since is not None and now - datetime.fromisoformat(since) <= ASKED_FOR


def name(session: Session, person_id: int, words: str, now: datetime) -> Asking | None:
    """Keep an activity in the person's own words; None when there is none in them, or no room for it.

    The same words again change nothing.
    """
    words = " ".join(words.split())
    asking = due(session, person_id, now)
    if asking is None or not asking.naming or not 1 <= len(words) <= LONGEST:
        return None
    stop_asking(session, person_id)
    known = {one.name.casefold() for one in asking.activities}
    if words.casefold() not in known and len(known) < MOST_ACTIVITIES:
        session.add(Activity(person_id=person_id, name=words, at=now))
        session.flush()
    return due(session, person_id, now)


def unname(session: Session, person_id: int, activity_id: int, now: datetime) -> Asking | None:
    """Take an activity out again, as long as none was rated; None when that is over."""
    asking = due(session, person_id, now)
    row = session.get(Activity, activity_id)
    if asking is None or not asking.naming:
        return None
    if row and row.person_id == person_id:
        session.delete(row)
        session.flush()
    return due(session, person_id, now)


def named(session: Session, person_id: int) -> tuple[Named, ...]:
    """Return the person's activities in the order in which they are rated."""
    query = select(Activity).where(Activity.person_id == person_id, col(Activity.gone).is_(False))
    return tuple(Named(row.id or 0, row.name) for row in session.exec(query.order_by(col(Activity.id))))


def answered(session: Session, person_id: int) -> list[tuple[Measure, int, date, tuple[int, ...]]]:
    """Return what was answered in full: measure, week, day, scores; the oldest first."""
    return [
        (Measure(row.measure), row.week, row.day, _scores(row))
        for row in _rows(session, person_id)
        if row.finished and row.scores
    ]


def readings(session: Session, person_id: int) -> list[measures.Reading]:
    """Return the pain scores that tell how weeks went: those before sessions, and those of whole weeks."""
    query = select(col(PainScore.day), col(PainScore.score), col(PainScore.moment)).where(
        PainScore.person_id == person_id, col(PainScore.moment).in_([BEFORE, WEEKLY])
    )
    found = session.exec(query.order_by(col(PainScore.id))).all()
    return [
        measures.Reading(day, score, weekly=moment == WEEKLY)
        for day, score, moment in found
        if score is not None
    ]


def _open(
    session: Session, person_id: int, measure: Measure, week: int, now: datetime
) -> tuple[CheckIn, Asking] | None:
    """Return the row of a measure of this week, made if it is asked for now."""
    person = session.get_one(Person, person_id)
    today = days.today(person, now)
    rows = _rows(session, person_id)
    row = next((one for one in rows if (one.measure, one.week) == (measure, week)), None)
    if row is None:
        asking = due(session, person_id, now)
        if asking is None or (asking.measure, asking.week) != (measure, week):
            return None
        row = CheckIn(person_id=person_id, measure=measure, week=week, day=today, at=now)
        session.add(row)
        session.flush()
        rows = [*rows, row]
    elif week != _week(person, today) or (row.finished and row.day != today):
        return None
    return row, _asking(session, person_id, rows, measure, week)


def _keep(session: Session, row: CheckIn, scores: Sequence[int], questions: int, now: datetime) -> None:
    person = session.get_one(Person, row.person_id)
    row.scores, row.finished = " ".join(map(str, scores)), len(scores) == questions
    row.day, row.at = days.today(person, now), now
    if row.measure == Measure.PAIN:
        _keep_pain(session, row, scores)
    session.flush()


def _keep_pain(session: Session, row: CheckIn, scores: Sequence[int]) -> None:
    """Keep the week's pain as a score, too, where the rules about pain look for it."""
    query = select(PainScore).where(
        PainScore.person_id == row.person_id, PainScore.moment == WEEKLY, PainScore.day == row.day
    )
    kept = session.exec(query).first() or PainScore(
        person_id=row.person_id, day=row.day, moment=WEEKLY, at=row.at
    )
    if scores:
        kept.score = scores[0]
        session.add(kept)
    elif kept.id is not None:
        session.delete(kept)


def _again(session: Session, person_id: int, measure: Measure, week: int) -> Asking:
    return _asking(session, person_id, _rows(session, person_id), measure, week)


def _asking(session: Session, person_id: int, rows: Sequence[CheckIn], measure: Measure, week: int) -> Asking:
    row = next((one for one in rows if (one.measure, one.week) == (measure, week)), None)
    rated = any(one.measure == Measure.ACTIVITIES and one.scores and one is not row for one in rows)
    activities = named(session, person_id) if measure is Measure.ACTIVITIES else ()
    scores = _scores(row) if row else ()
    return Asking(measure, week, scores, activities, rated, finished=bool(row and row.finished))


def _rows(session: Session, person_id: int) -> list[CheckIn]:
    query = select(CheckIn).where(CheckIn.person_id == person_id)
    return list(session.exec(query.order_by(col(CheckIn.id))))


def _scores(row: CheckIn) -> tuple[int, ...]:
    return tuple(map(int, row.scores.split()))


def _week(person: Person, today: date) -> int:
    return (today - person.first_day).days // 7
