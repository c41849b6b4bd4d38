"""Conversations with the care team: what is noted, and what the team may see."""

from datetime import datetime, timedelta

import pytest
from sqlmodel import Session, select

from bot.db.database import changes
from bot.db.tables import CareThread, CheckIn, Person
from bot.domain.exercises import Library
from bot.domain.measures import Measure
from bot.services import privacy, team
from tests.services.planning import planned

CHAT = -100900


@pytest.fixture
def ana(session: Session, person: Person) -> Person:
    """Give Ana as this session sees her."""
    return session.get_one(Person, 7)


def opened(session: Session, now: datetime, **how: bool) -> team.Talk:
    """Let Ana open a conversation in topic 5, headed by message 50."""
    return team.agree(session, 7, CHAT, 5, 50, more=how.get("more", False), now=now)


def test_it_is_found_by_person_by_topic_and_by_number(session: Session, ana: Person, now: datetime) -> None:
    made = opened(session, now)
    assert made.open
    assert team.talk(session, 7, CHAT) == made
    assert team.held_in(session, 5, CHAT) == made
    assert team.numbered(session, made.number, CHAT) == made


def test_nothing_is_found_of_what_never_was(session: Session, ana: Person) -> None:
    assert team.talk(session, 7, CHAT) is None
    assert team.held_in(session, 5, CHAT) is None
    assert team.numbered(session, 1, CHAT) is None


def test_opening_again_is_a_new_consent_in_the_same_row(session: Session, ana: Person, now: datetime) -> None:
    opened(session, now)
    later = now + timedelta(days=3)
    assert team.end(session, 7, later)
    ended = team.talk(session, 7, CHAT)
    assert ended
    assert not ended.open
    again = opened(session, later, more=True)
    assert (again.open, again.more) == (True, True)
    [row] = session.exec(select(CareThread)).all()
    assert (row.agreed_at, row.ended_at) == (later, None)


def test_an_end_counts_once(session: Session, ana: Person, now: datetime) -> None:
    opened(session, now)
    assert team.end(session, 7, now)
    assert not team.end(session, 7, now + timedelta(days=1))
    [row] = session.exec(select(CareThread)).all()
    assert row.ended_at == now


def test_a_topic_that_is_gone_is_forgotten(session: Session, ana: Person, now: datetime) -> None:
    opened(session, now)
    team.end(session, 7, now, topic_gone=True)
    assert team.talk(session, 7, CHAT) is None


def test_another_chat_of_the_team_knows_nothing_of_it(session: Session, ana: Person, now: datetime) -> None:
    opened(session, now)
    assert team.talk(session, 7, CHAT - 1) is None
    assert team.held_in(session, 5, CHAT - 1) is None


def test_a_note_is_a_write_that_changes_nothing(session: Session, ana: Person, now: datetime) -> None:
    made = opened(session, now)
    before = changes(session.connection())
    team.note(session, made.number)
    assert changes(session.connection()) > before
    assert team.talk(session, 7, CHAT) == made


def test_the_summary_has_the_last_answers_and_the_week(
    session: Session, ana: Person, real_library: Library, now: datetime
) -> None:
    planned(session, real_library, now)
    for week, scores in ((0, "6"), (1, "4")):
        session.add(
            CheckIn(
                person_id=7, measure="pain", week=week, scores=scores, finished=True, day=now.date(), at=now
            )
        )
    session.flush()
    found = team.summary(session, 7, real_library, now)
    assert found.way
    assert found.answers == {Measure.PAIN: (now.date(), (4,))}


def test_erasing_leaves_nothing(session: Session, ana: Person, now: datetime) -> None:
    opened(session, now)
    session.flush()
    privacy.erase(session, 7)
    assert session.exec(select(CareThread)).all() == []
