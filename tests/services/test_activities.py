"""Activities that were named: said in other words, dropped with what was rated of them alone."""

from datetime import datetime

import pytest
from sqlmodel import Session, select

from bot.db.tables import Activity, CheckIn, Person
from bot.domain.checkins import Named
from bot.domain.measures import Measure
from bot.services import activities, checkins


@pytest.fixture
def three(session: Session, person: Person, now: datetime) -> tuple[Named, ...]:
    """Give three activities of Ana's, rated once in full and once in part."""
    for name in ("desk", "lifting", "sleep"):
        session.add(Activity(person_id=7, name=name, at=now))
    for week, scores, finished in ((0, "3 4 5", True), (4, "6 7", False), (8, "", True)):
        session.add(
            CheckIn(
                person_id=7,
                measure=Measure.ACTIVITIES,
                week=week,
                scores=scores,
                finished=finished,
                day=now.date(),
                at=now,
            )
        )
    session.flush()
    return checkins.named(session, 7)


def rated(session: Session) -> list[tuple[str, bool]]:
    """Return the scores of each round, and whether it is over."""
    return [(row.scores, row.finished) for row in session.exec(select(CheckIn))]


def test_other_words_keep_what_was_rated(session: Session, three: tuple[Named, ...]) -> None:
    assert activities.rename(session, 7, three[0].id, "  two hours\nat my desk ") == Named(
        three[0].id, "two hours at my desk"
    )
    assert [one.name for one in checkins.named(session, 7)] == ["two hours at my desk", "lifting", "sleep"]
    assert rated(session)[0] == ("3 4 5", True)


@pytest.mark.parametrize("words", ["", "  ", "x" * 61, "Sleep"])
def test_no_words_too_many_and_those_of_another_one_change_nothing(
    session: Session, three: tuple[Named, ...], words: str
) -> None:
    assert activities.rename(session, 7, three[0].id, words) is None
    assert checkins.named(session, 7) == three


def test_its_own_name_written_otherwise_is_fine(session: Session, three: tuple[Named, ...]) -> None:
    assert activities.rename(session, 7, three[0].id, "Desk") == Named(three[0].id, "Desk")


@pytest.mark.parametrize(
    ("place", "left"),
    [
        (0, [("4 5", True), ("7", False), ("", True)]),
        (1, [("3 5", True), ("6", False), ("", True)]),
        (2, [("3 4", True), ("6 7", True), ("", True)]),
    ],
)
def test_dropping_one_takes_its_scores_and_leaves_the_others_theirs(
    session: Session, three: tuple[Named, ...], place: int, left: list[tuple[str, bool]]
) -> None:
    """A round in which it was the last open question is over by that."""
    assert activities.drop(session, 7, three[place].id)
    assert checkins.named(session, 7) == tuple(one for one in three if one != three[place])
    assert rated(session) == left
    assert not activities.drop(session, 7, three[place].id)


def test_what_is_somebody_elses_is_not_touched(session: Session, three: tuple[Named, ...]) -> None:
    assert activities.find(session, 8, three[0].id) is None
    assert activities.rename(session, 8, three[0].id, "mine") is None
    assert not activities.drop(session, 8, three[0].id)
    assert checkins.named(session, 7) == three


def test_typed_words_are_its_name_only_until_they_came(
    session: Session, three: tuple[Named, ...], now: datetime
) -> None:
    ana = session.get_one(Person, 7)
    assert activities.ask_name(session, 7, three[1].id, now) == three[1]
    assert (ana.asked, activities.renaming(ana)) == (checkins.ASKED, three[1].id)
    activities.rename(session, 7, three[1].id, "my bag")
    assert (ana.asked, activities.renaming(ana), ana.draft) == ("", None, {})
    assert activities.ask_name(session, 7, 404, now) is None
    assert ana.asked == ""
