"""Breaks: queued once for each moment, taken by one replica, posted at most once, ticked."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import update
from sqlmodel import Session, select

from bot.db.tables import Club, ClubPost, ClubTick, DayMark, Person
from bot.domain.breaks import PostStatus
from bot.domain.exercises import Library
from bot.domain.streak import Mark
from bot.services import breaks, clubs
from bot.services.breaks import Ticked

GROUP = -100500
ELEVEN = datetime(2026, 3, 2, 10, tzinfo=UTC)  # in Madrid
MINUTE = timedelta(minutes=1)


@pytest.fixture(autouse=True)
def club(session: Session, person: Person, now: datetime) -> Club:
    """Give a club in Madrid that runs: weekdays at eleven and three."""
    clubs.found(session, GROUP, "Europe/Madrid", "en", now)
    clubs.switch(session, GROUP, now, on=True)
    return session.get_one(Club, GROUP)


def posts(session: Session) -> list[ClubPost]:
    """Return all posts as they are stored."""
    session.flush()
    session.expire_all()
    return list(session.exec(select(ClubPost).order_by(ClubPost.id)))  # type: ignore[arg-type]


def expire(session: Session) -> None:
    """Let every lease have run out."""
    session.exec(update(ClubPost).values(claimed_until=datetime(2020, 1, 1, tzinfo=UTC)))


def queued(session: Session, library: Library, at: datetime = ELEVEN) -> list[breaks.Break]:
    """Queue what is due and take it."""
    breaks.queue_due(session, library, at)
    return list(breaks.take(session, at, 20).claimed)


def posted(session: Session, library: Library) -> int:
    """Post the break of eleven o'clock as message 50."""
    [one] = queued(session, library)
    breaks.sent(session, one, 50)
    return one.post_id


def test_there_is_nothing_to_do_before_its_time(session: Session, real_library: Library) -> None:
    assert not breaks.anything(session, ELEVEN - MINUTE)
    assert breaks.queue_due(session, real_library, ELEVEN - MINUTE) == 0
    assert breaks.anything(session, ELEVEN)


def test_a_moment_is_queued_once_however_often_it_is_looked_at(
    session: Session, club: Club, real_library: Library
) -> None:
    assert breaks.queue_due(session, real_library, ELEVEN) == 1
    clubs.schedule(club, None)
    club.next_due_at, club.next_wall = (
        ELEVEN,
        "2026-03-02T11:00",
    )  # as a clock that was set back would have it
    assert breaks.queue_due(session, real_library, ELEVEN) == 1
    [one] = posts(session)
    assert (one.occurrence, one.day) == ("2026-03-02T11:00", date(2026, 3, 2))


def test_of_what_was_missed_nothing_stale_is_posted(
    session: Session, club: Club, real_library: Library
) -> None:
    """Two days out of reach: back at half past twelve, the next one is at three."""
    back = ELEVEN + timedelta(days=2, minutes=90)
    assert queued(session, real_library, back) == []
    assert posts(session) == []
    assert club.next_wall == "2026-03-04T15:00"


def test_what_is_a_little_late_is_posted(session: Session, real_library: Library) -> None:
    assert len(queued(session, real_library, ELEVEN + 20 * MINUTE)) == 1


def test_a_rule_that_nobody_can_read_does_not_stop_the_others(
    session: Session, club: Club, now: datetime, real_library: Library
) -> None:
    clubs.found(session, GROUP - 1, "Europe/Madrid", "en", now)
    clubs.switch(session, GROUP - 1, now, on=True)
    club.zone = "Atlantis/City"
    session.flush()
    assert breaks.queue_due(session, real_library, ELEVEN) == 2
    assert [one.chat_id for one in posts(session)] == [GROUP - 1]
    assert not breaks.anything(session, ELEVEN - MINUTE)


def test_what_one_replica_holds_no_other_takes(session: Session, real_library: Library) -> None:
    assert len(queued(session, real_library)) == 1
    assert breaks.take(session, ELEVEN, 20).claimed == []


def test_what_a_dead_replica_held_stays_unknown_and_never_comes_again(
    session: Session, real_library: Library
) -> None:
    [one] = queued(session, real_library)
    expire(session)
    assert breaks.take(session, ELEVEN + MINUTE, 20).claimed == []
    breaks.sent(session, one, 50)  # the word of somebody who has lost it
    assert [row.status for row in posts(session)] == [PostStatus.UNKNOWN]


def test_what_surely_did_not_arrive_is_tried_again_while_it_is_fresh(
    session: Session, real_library: Library
) -> None:
    [one] = queued(session, real_library)
    breaks.later(session, one, ELEVEN + MINUTE)
    assert breaks.take(session, ELEVEN, 20).claimed == []
    [again] = breaks.take(session, ELEVEN + MINUTE, 20).claimed
    breaks.later(session, again, ELEVEN + 31 * MINUTE)
    assert breaks.take(session, ELEVEN + 31 * MINUTE, 20).claimed == []
    assert [row.status for row in posts(session)] == [PostStatus.SKIPPED]


def test_a_club_that_was_paused_meanwhile_gets_no_post(
    session: Session, club: Club, real_library: Library
) -> None:
    breaks.queue_due(session, real_library, ELEVEN)
    club.enabled = False
    session.flush()
    assert breaks.take(session, ELEVEN, 20).claimed == []


def test_movements_take_turns(session: Session, real_library: Library) -> None:
    posted(session, real_library)
    [second] = queued(session, real_library, ELEVEN + 4 * timedelta(hours=1))
    assert len({row.exercise for row in posts(session)}) == 2
    assert second.ticks == 0


# Ticks


def test_a_tick_counts_once_and_for_the_own_day(session: Session, real_library: Library) -> None:
    number = posted(session, real_library)
    assert breaks.tick(session, number, GROUP, 50, 7, ELEVEN + MINUTE) == Ticked(new=True, own=True)
    assert breaks.tick(session, number, GROUP, 50, 7, ELEVEN + MINUTE) == Ticked(new=False)
    [mark] = session.exec(select(DayMark)).all()
    assert (mark.person_id, mark.day, mark.mark) == (7, date(2026, 3, 2), Mark.SHORT)


def test_of_somebody_who_has_not_met_the_coach_the_tick_alone_is_kept(
    session: Session, real_library: Library
) -> None:
    session.get_one(Person, 7).onboarding = "elsewhere"
    number = posted(session, real_library)
    assert breaks.tick(session, number, GROUP, 50, 7, ELEVEN) == Ticked(new=True, own=False)
    assert session.exec(select(DayMark)).all() == []
    assert len(session.exec(select(ClubTick)).all()) == 1


@pytest.mark.parametrize(
    ("number", "chat", "hours"), [(99, GROUP, 0), (1, GROUP - 1, 0), (1, GROUP, 24)]
)  # gone, another group's, of yesterday
def test_a_tick_elsewhere_changes_nothing(
    session: Session, real_library: Library, number: int, chat: int, hours: int
) -> None:
    posted(session, real_library)
    assert breaks.tick(session, number, chat, 50, 7, ELEVEN + timedelta(hours=hours)) is None
    assert session.exec(select(ClubTick)).all() == []


def test_a_tick_makes_the_post_be_drawn_anew_once_in_a_while(session: Session, real_library: Library) -> None:
    number = posted(session, real_library)
    assert breaks.to_redraw(session, ELEVEN, 20) == []
    breaks.tick(session, number, GROUP, 50, 7, ELEVEN)
    [shown] = breaks.to_redraw(session, ELEVEN, 20)
    assert (shown.message_id, shown.ticks, shown.row) == (50, 1, 1)
    breaks.redraw_later(session, shown, timedelta())
    session.add(Person(id=8, first_name="Ben", created_at=ELEVEN, first_day=date(2026, 3, 2)))
    session.flush()
    breaks.tick(session, number, GROUP, 50, 8, ELEVEN)
    expire(session)
    [again] = breaks.to_redraw(session, ELEVEN, 20)
    assert again.ticks == 2
    assert breaks.to_redraw(session, ELEVEN, 20) == []


def test_two_ticks_at_once_wait_for_a_calm_moment(session: Session, real_library: Library) -> None:
    number = posted(session, real_library)
    breaks.tick(session, number, GROUP, 50, 7, ELEVEN)
    assert len(breaks.to_redraw(session, ELEVEN, 20)) == 1
    session.exec(update(ClubPost).values(status=PostStatus.TICKED))
    assert breaks.to_redraw(session, ELEVEN, 20) == []


def test_a_tick_that_comes_before_the_word_of_the_arrival_is_shown(
    session: Session, real_library: Library
) -> None:
    [one] = queued(session, real_library)
    breaks.tick(session, one.post_id, GROUP, 50, 7, ELEVEN)
    breaks.sent(session, one, 50)
    assert [row.status for row in posts(session)] == [PostStatus.TICKED]


def test_a_tick_proves_that_an_unknown_post_arrived(session: Session, real_library: Library) -> None:
    [one] = queued(session, real_library)
    breaks.ended(session, one, PostStatus.UNKNOWN)
    breaks.tick(session, one.post_id, GROUP, 50, 7, ELEVEN)
    [shown] = breaks.to_redraw(session, ELEVEN, 20)
    assert shown.message_id == 50


def test_old_breaks_are_forgotten_with_their_ticks(session: Session, real_library: Library) -> None:
    number = posted(session, real_library)
    breaks.tick(session, number, GROUP, 50, 7, ELEVEN)
    assert breaks.forget(session, ELEVEN + breaks.KEPT) == 0
    assert breaks.forget(session, ELEVEN + breaks.KEPT + MINUTE) == 1
    assert posts(session) == []
    assert session.exec(select(ClubTick)).all() == []
