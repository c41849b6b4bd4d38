"""Check-ins: asked a little at a time, kept once, changed by a tap, left out without a loss."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlmodel import Session, col, select

from bot.db.database import Database
from bot.db.tables import METADATA, Activity, CheckIn, PainScore, Person
from bot.domain.checkins import Asking
from bot.domain.measures import MOST_TAPS, Measure
from bot.services import checkins, days
from bot.services.checkins import LONGEST

WEEK = timedelta(weeks=1)


@pytest.fixture
def ana(session: Session, person: Person, now: datetime) -> Person:
    """Give Ana on her first day."""
    ana = session.get_one(Person, 7)
    ana.first_day = days.today(ana, now)
    session.flush()
    return ana


def say(session: Session, asking: Asking, score: int, now: datetime) -> Asking:
    """Answer the question that is open."""
    at = len(asking.scores)
    after = checkins.answer(session, 7, asking.measure, asking.week, at, score, now=now)
    assert after
    return after


def through(session: Session, asking: Asking, now: datetime, score: int = 3) -> int:
    """Answer all questions of a measure; return how many taps it took."""
    taps = 0
    while not asking.finished:
        asking, taps = say(session, asking, score, now), taps + 1
    return taps


def due(session: Session, now: datetime) -> Asking:
    """Return what is due, which must be something."""
    asking = checkins.due(session, 7, now)
    assert asking
    return asking


def scores(session: Session) -> list[tuple[str, int | None]]:
    """Return the pain scores that are kept."""
    return [(row.moment, row.score) for row in session.exec(select(PainScore).order_by(col(PainScore.id)))]


def test_the_first_day_asks_pain_then_activities_then_three_questions(
    session: Session, ana: Person, now: datetime
) -> None:
    assert due(session, now).measure is Measure.PAIN
    through(session, due(session, now), now)
    assert due(session, now).naming
    assert checkins.name(session, 7, "  an hour \n at my desk ", now)
    asking = due(session, now)
    assert [one.name for one in asking.activities] == ["an hour at my desk"]
    through(session, asking, now)
    assert due(session, now).measure is Measure.PEG
    assert through(session, due(session, now), now) == 3
    assert checkins.due(session, 7, now) is None


def test_a_later_day_takes_at_most_three_taps_and_one_measure(
    session: Session, ana: Person, now: datetime
) -> None:
    for words in ("desk", "shopping", "the garden"):
        through(session, due(session, now), now) if not due(session, now).naming else None
        checkins.name(session, 7, words, now)
    through(session, due(session, now), now)
    seen: list[Measure] = []
    for day in range(1, 14 * 7):
        today, taps = now + timedelta(days=day), 0
        while asking := checkins.due(session, 7, today):
            seen.append(asking.measure)
            taps += through(session, asking, today)
        assert taps <= MOST_TAPS
    assert seen.count(Measure.PAIN) == 13
    assert seen.count(Measure.CHANGE) == 3
    assert seen.count(Measure.ACTIVITIES) == 3
    assert seen.count(Measure.PEG) == 4


def test_pain_of_the_week_is_where_the_rules_look(session: Session, ana: Person, now: datetime) -> None:
    say(session, due(session, now), 6, now)
    assert scores(session) == [("weekly", 6)]
    [reading] = checkins.readings(session, 7)
    assert (reading.score, reading.weekly) == (6, True)


def test_an_answer_can_be_changed_on_the_same_day_and_stays_one(
    session: Session, ana: Person, now: datetime
) -> None:
    say(session, due(session, now), 6, now)
    open_again = checkins.back(session, 7, Measure.PAIN, 0, 1, now)
    assert open_again == Asking(Measure.PAIN, 0)
    assert scores(session) == []
    say(session, open_again, 2, now)
    assert scores(session) == [("weekly", 2)]
    assert checkins.back(session, 7, Measure.PAIN, 0, 1, now + timedelta(days=1)) is None
    assert scores(session) == [("weekly", 2)]


def test_a_double_press_counts_once(session: Session, ana: Person, now: datetime) -> None:
    through(session, due(session, now), now)
    checkins.skip(session, 7, Measure.ACTIVITIES, 0, now)
    first = say(session, due(session, now), 4, now)
    again = checkins.answer(session, 7, Measure.PEG, 0, 0, 9, now=now)
    assert first.scores == (4,)
    assert again
    assert (again.scores, again.outdated) == ((4,), True)


def test_what_is_left_out_is_not_asked_again_and_counts_as_no_answer(
    session: Session, ana: Person, now: datetime
) -> None:
    skipped = checkins.skip(session, 7, Measure.PAIN, 0, now)
    assert skipped
    assert (skipped.finished, skipped.scores) == (True, ())
    assert due(session, now).measure is Measure.ACTIVITIES
    assert checkins.answered(session, 7) == []
    assert checkins.skip(session, 7, Measure.PAIN, 0, now) == Asking(
        Measure.PAIN, 0, finished=True, outdated=True
    )


def test_a_question_of_another_week_is_over(session: Session, ana: Person, now: datetime) -> None:
    assert checkins.answer(session, 7, Measure.PAIN, 0, 0, 5, now=now + WEEK) is None
    assert checkins.answer(session, 7, Measure.CHANGE, 0, 0, 5, now=now) is None
    assert session.exec(select(CheckIn)).all() == []


def test_a_score_that_there_is_not_is_refused(session: Session, ana: Person, now: datetime) -> None:
    for measure, score in ((Measure.PAIN, 11), (Measure.PAIN, -1), (Measure.CHANGE, 7)):
        with pytest.raises(ValueError, match="no such score"):
            checkins.answer(session, 7, measure, 0, 0, score, now=now)


@pytest.mark.parametrize("words", ["", "  \n ", "x" * (LONGEST + 1)])
def test_words_that_are_no_activity_are_not_kept(
    session: Session, ana: Person, now: datetime, words: str
) -> None:
    through(session, due(session, now), now)
    assert checkins.name(session, 7, words, now) is None
    assert session.exec(select(Activity)).all() == []


def test_three_activities_at_most_and_each_once(session: Session, ana: Person, now: datetime) -> None:
    through(session, due(session, now), now)
    for words in ("desk", "Desk", "garden", "stairs", "one too many"):
        checkins.name(session, 7, words, now)
    assert [one.name for one in checkins.named(session, 7)] == ["desk", "garden", "stairs"]


def test_activities_can_be_taken_out_until_they_are_rated(
    session: Session, ana: Person, now: datetime
) -> None:
    through(session, due(session, now), now)
    asking = checkins.name(session, 7, "desk", now)
    assert asking
    [desk] = asking.activities
    assert checkins.unname(session, 7, desk.id, now) == Asking(Measure.ACTIVITIES, 0)
    asking = checkins.name(session, 7, "garden", now)
    assert asking
    through(session, asking, now)
    assert checkins.unname(session, 7, asking.activities[0].id, now) is None
    assert [one.name for one in checkins.named(session, 7)] == ["garden"]


def test_nobody_elses_activity_is_taken_out(session: Session, ana: Person, now: datetime) -> None:
    ben = Person(id=8, first_name="Ben", created_at=now, first_day=date(2026, 3, 1))
    session.add(ben)
    session.flush()
    theirs = Activity(person_id=8, name="chess", at=now)
    session.add(theirs)
    session.flush()
    through(session, due(session, now), now)
    checkins.unname(session, 7, theirs.id or 0, now)
    assert [one.name for one in checkins.named(session, 8)] == ["chess"]


def test_words_are_listened_to_for_a_while_only(session: Session, ana: Person, now: datetime) -> None:
    through(session, due(session, now), now)
    assert checkins.ask_name(session, 7, now)
    assert ana.asked == checkins.ASKED
    assert checkins.listens(ana, now + checkins.ASKED_FOR)
    assert not checkins.listens(ana, now + checkins.ASKED_FOR + timedelta(seconds=1))
    checkins.name(session, 7, "desk", now)
    assert (ana.asked, ana.draft) == ("", {})


def test_whoever_wants_no_questions_is_offered_none_but_may_answer(
    session: Session, ana: Person, now: datetime
) -> None:
    ana.nudges = False
    assert checkins.offered(session, 7, now) is None
    assert checkins.due(session, 7, now)


def test_the_same_order_of_activities_is_rated_later(session: Session, ana: Person, now: datetime) -> None:
    through(session, due(session, now), now)
    for words in ("desk", "garden"):
        checkins.name(session, 7, words, now)
    asking = say(session, due(session, now), 3, now)
    say(session, asking, 5, now)
    through(session, due(session, now), now)
    later = now + 4 * WEEK
    through(session, due(session, later), later)
    asking = due(session, later + timedelta(days=1))
    assert asking.rated
    assert not asking.naming
    assert [one.name for one in asking.activities] == ["desk", "garden"]


PRESSES = st.tuples(
    st.sampled_from(["answer", "back", "skip", "name", "out", "wait"]),
    st.sampled_from(list(Measure)),
    st.integers(0, 3),
    st.integers(0, 6),
)


@settings(max_examples=60, deadline=None)
@given(presses=st.lists(PRESSES, max_size=25))
def test_whatever_is_pressed_rows_are_whole(presses: list[tuple[str, Measure, int, int]]) -> None:
    """A finished measure has all its answers or none; of a week there is one row of each."""
    now = datetime.fromisoformat("2026-03-02T09:00+00:00")
    database = Database("sqlite://")
    METADATA.create_all(database.engine)
    with Session(database.engine) as session:
        session.add(Person(id=7, first_name="Ana", created_at=now, first_day=now.date()))
        session.flush()
        for what, measure, at, score in presses:
            week = (now.date() - date(2026, 3, 2)).days // 7
            match what:
                case "answer":
                    checkins.answer(session, 7, measure, week, at, score, now=now)
                case "back":
                    checkins.back(session, 7, measure, week, at, now)
                case "skip":
                    checkins.skip(session, 7, measure, week, now)
                case "name":
                    checkins.name(session, 7, f"thing {at}", now)
                case "out":
                    checkins.unname(session, 7, at, now)
                case _:
                    now += timedelta(days=score)
        for measure, _, _, given_scores in checkins.answered(session, 7):
            expected = {Measure.PAIN: 1, Measure.PEG: 3, Measure.CHANGE: 1}
            assert len(given_scores) == expected.get(measure, len(given_scores))
        rows = session.exec(select(CheckIn)).all()
        assert len({(row.measure, row.week) for row in rows}) == len(rows)
        weekly = [row for row in session.exec(select(PainScore)) if row.moment == checkins.WEEKLY]
        pain = [row for row in rows if row.measure == Measure.PAIN and row.scores]
        assert len(weekly) == len(pain)
    database.close()
