"""Progress in numbers: weeks, checks and sessions as they were, no more than was said."""

from datetime import date, datetime, timedelta

import pytest
from sqlmodel import Session

from bot.db.tables import Activity, CheckIn, ExerciseSession, Hold, PainScore, Person
from bot.domain.measures import Measure, Verdict
from bot.services import progress
from bot.services.progress import Checked, Sign

FIRST = date(2025, 12, 1)
"""Thirteen weeks before the fixture's now."""


@pytest.fixture
def ana(session: Session, person: Person) -> Person:
    """Give Ana, who came thirteen weeks ago."""
    ana = session.get_one(Person, 7)
    ana.first_day = FIRST
    session.flush()
    return ana


def weekly(session: Session, now: datetime, *scores: int | None) -> None:
    """Answer the weekly question, week after week."""
    for week, score in enumerate(scores):
        if score is not None:
            day = FIRST + timedelta(weeks=week)
            session.add(PainScore(person_id=7, day=day, moment="weekly", score=score, at=now))
    session.flush()


def check(session: Session, now: datetime, measure: Measure, week: int, scores: str) -> None:
    """Answer a check."""
    day = FIRST + timedelta(weeks=week)
    session.add(
        CheckIn(person_id=7, measure=measure, week=week, scores=scores, finished=True, day=day, at=now)
    )
    session.flush()


def test_somebody_new_has_days_and_nothing_else(session: Session, person: Person, now: datetime) -> None:
    shown = progress.look(session, 7, now)
    assert shown.comparison.verdict is Verdict.NOT_ENOUGH
    assert shown.checks == ()
    assert shown.history.today == date(2026, 3, 2)


@pytest.mark.parametrize(
    ("scores", "verdict"),
    [
        ((6, 6, 5, 3, 3), Verdict.LOWER),
        ((6, 6, 5, 5, 3), Verdict.LOWER_SO_FAR),
        ((6, 6, 5, 5, 5), Verdict.SAME),
        ((3, 3, 3, 3, 6), Verdict.HIGHER),
        ((6,), Verdict.NOT_ENOUGH),
    ],
)
def test_a_change_is_called_one_by_the_rule_alone(
    session: Session, ana: Person, now: datetime, scores: tuple[int, ...], verdict: Verdict
) -> None:
    weekly(session, now, *scores)
    at = now - timedelta(weeks=13 - len(scores) + 1)
    assert progress.look(session, 7, at).comparison.verdict is verdict


def test_a_score_after_a_session_is_no_reading_of_the_week(
    session: Session, ana: Person, now: datetime
) -> None:
    for n in range(5):
        day = FIRST + timedelta(days=n)
        session.add(PainScore(person_id=7, day=day, moment="after", score=9, at=now))
    session.flush()
    assert progress.look(session, 7, now).weeks[0].readings == 0


def test_checks_hold_what_was_answered(session: Session, ana: Person, now: datetime) -> None:
    check(session, now, Measure.PEG, 0, "6 5 7")
    check(session, now, Measure.ACTIVITIES, 0, "3 4")
    check(session, now, Measure.PEG, 4, "")
    check(session, now, Measure.ACTIVITIES, 8, "6 7 2")
    assert progress.look(session, 7, now).checks == (
        Checked(0, (3, 4), 6.0, (6, 5, 7)),
        Checked(8, (6, 7, 2)),
    )


def test_doing_more_counts_where_pain_is_similar(session: Session, ana: Person, now: datetime) -> None:
    weekly(session, now, *([5] * 13))
    check(session, now, Measure.ACTIVITIES, 0, "3 4")
    check(session, now, Measure.ACTIVITIES, 8, "6 7 0")
    assert progress.look(session, 7, now).comparison.verdict is Verdict.SAME_DOING_MORE


def test_sessions_are_counted_by_their_week(session: Session, ana: Person, now: datetime) -> None:
    for day, seconds in ((FIRST, 60), (FIRST + timedelta(days=6), 60), (FIRST + timedelta(days=7), 60)):
        session.add(_session(now, day, seconds))
    session.add(_session(now, FIRST, 0))
    session.add(_session(now, None, 60))
    session.flush()
    session.add(Activity(person_id=7, name="desk", at=now))
    session.flush()
    whole = progress.whole(session, 7, now)
    assert whole.sessions[:3] == (2, 1, 0)
    assert len(whole.sessions) == len(whole.shown.weeks) == 14
    assert [one.name for one in whole.names] == ["desk"]


def test_a_warning_sign_says_when_how_urgent_where_and_which(
    session: Session, ana: Person, now: datetime
) -> None:
    """A look on the same day counts; what was settled within minutes was a slip, and an age is no sign."""
    later, minute = now + timedelta(hours=6), now + timedelta(minutes=1)
    for source, until in (("pain", later), ("words", minute), ("not-for-you", None), ("screening", None)):
        session.add(Hold(person_id=7, tier="a", source=source, at=now, confirmed_at=until))
    for at, signs in ((now, "chest"), (minute, "chest dizzy"), (later, "sharp")):
        session.add(PainScore(person_id=7, day=now.date(), moment="during", signs=signs, at=at))
    session.flush()
    day = date(2026, 3, 2)
    assert progress.whole(session, 7, now).signs == (
        Sign(day, day, "a", "pain", ("chest", "dizzy")),
        Sign(day, None, "a", "screening"),
    )


def test_what_was_said_of_a_week_stands_beside_what_was_told_in_it(
    session: Session, ana: Person, now: datetime
) -> None:
    weekly(session, now, 8)
    for n in range(3):
        day = FIRST + timedelta(days=n)
        session.add(PainScore(person_id=7, day=day, moment="before", score=3, at=now))
    session.flush()
    whole = progress.whole(session, 7, now)
    assert whole.own[:2] == (8.0, None)
    assert whole.shown.weeks[0].average == 3.0


def _session(now: datetime, day: date | None, seconds: int) -> ExerciseSession:
    return ExerciseSession(person_id=7, title="mine", plan=[], started_at=now, day=day, seconds_done=seconds)
