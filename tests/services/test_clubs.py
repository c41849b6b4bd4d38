"""Clubs of groups: their rule, their clock, pausing, ending, and following a group that moves."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from sqlmodel import Session, select

from bot.db.tables import Club, ClubPost, ClubTick, Person
from bot.domain.breaks import PostStatus
from bot.services import clubs

GROUP, OTHER = -100500, -100600
ELEVEN = datetime(2026, 3, 2, 10, tzinfo=UTC)  # in Madrid


@pytest.fixture
def club(session: Session, person: Person, now: datetime) -> Club:
    """Give a club in Madrid that runs."""
    clubs.found(session, GROUP, "Europe/Madrid", "en", now)
    clubs.switch(session, GROUP, now, on=True)
    return session.get_one(Club, GROUP)


def post(session: Session, day: int, status: PostStatus = PostStatus.SENT, chat: int = GROUP) -> ClubPost:
    """Store a break of March."""
    at = datetime(2026, 3, day, 10, tzinfo=UTC)
    made = ClubPost(
        chat_id=chat, occurrence=f"2026-03-{day:02}T11:00", day=date(2026, 3, day), exercise="wall-angel",
        variation="standard", due_at=at, status=status, created_at=at,
    )  # fmt: skip
    session.add(made)
    session.flush()
    return made


def ticked(session: Session, day: int) -> None:
    """Store a break that Ana did."""
    made = post(session, day)
    assert made.id is not None
    session.add(ClubTick(post_id=made.id, person_id=7, at=made.due_at))
    session.flush()


def test_a_new_club_rests_until_it_is_started(session: Session, now: datetime) -> None:
    made = clubs.found(session, GROUP, "Europe/Madrid", "en", now)
    assert (made.enabled, made.upcoming) == (False, None)
    started = clubs.switch(session, GROUP, now, on=True)
    assert started
    assert started.upcoming
    assert started.upcoming.at == ELEVEN


def test_a_club_that_is_there_is_not_made_anew(session: Session, club: Club, now: datetime) -> None:
    assert clubs.found(session, GROUP, "Asia/Tokyo", "es", now).zone == "Europe/Madrid"


def test_other_days_and_times_move_the_next_break(session: Session, club: Club, now: datetime) -> None:
    clubs.set_rule(session, GROUP, "24", None, now)
    changed = clubs.set_rule(session, GROUP, None, [time(16), time(9), time(16)], now)
    assert changed
    assert changed.rule.times == (time(9), time(16))
    assert changed.upcoming
    assert changed.upcoming.at == datetime(2026, 3, 4, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    ("days", "times"), [("", None), (None, []), ("7", None), (None, [time(h) for h in range(5)])]
)
def test_no_day_no_time_and_too_many_are_refused(
    session: Session, club: Club, now: datetime, days: str | None, times: list[time] | None
) -> None:
    with pytest.raises(ValueError, match=r"needs|at most"):
        clubs.set_rule(session, GROUP, days, times, now)
    assert (club.weekdays, club.times) == ("01234", "11:00 15:00")


def test_times_stay_what_they_are_on_another_clock(session: Session, club: Club, now: datetime) -> None:
    changed = clubs.set_zone(session, GROUP, "America/Lima", now)
    assert changed
    assert changed.upcoming
    assert changed.upcoming.at == datetime(2026, 3, 2, 16, tzinfo=UTC)


def test_a_pause_lets_go_of_what_waits(session: Session, club: Club, now: datetime) -> None:
    waiting = post(session, 2, PostStatus.PENDING)
    paused = clubs.switch(session, GROUP, now, on=False)
    session.refresh(waiting)
    assert paused
    assert paused.upcoming is None
    assert waiting.status == PostStatus.SKIPPED


def test_what_is_not_there_cannot_be_changed(session: Session, now: datetime) -> None:
    assert clubs.find(session, GROUP) is None
    assert clubs.switch(session, GROUP, now, on=True) is None
    assert clubs.set_zone(session, GROUP, "Asia/Tokyo", now) is None
    assert clubs.set_language(session, GROUP, "es") is None
    assert clubs.set_rule(session, GROUP, "0", None, now) is None
    assert clubs.end(session, GROUP) is False


def test_the_end_leaves_nothing_of_this_group_alone(session: Session, club: Club) -> None:
    ticked(session, 2)
    theirs = post(session, 2, chat=OTHER)
    assert clubs.end(session, GROUP)
    assert session.exec(select(Club)).all() == []
    assert session.exec(select(ClubTick)).all() == []
    assert session.exec(select(ClubPost.id)).all() == [theirs.id]


def test_a_club_follows_its_group_with_its_row(session: Session, club: Club) -> None:
    ticked(session, 2)
    assert clubs.move(session, GROUP, OTHER)
    assert not clubs.move(session, GROUP, OTHER)
    moved = clubs.find(session, OTHER)
    assert moved
    assert moved.enabled
    assert moved.row == 1
    assert clubs.find(session, GROUP) is None


def test_the_club_that_is_at_the_new_place_already_stays(session: Session, club: Club, now: datetime) -> None:
    clubs.found(session, OTHER, "Asia/Tokyo", "en", now)
    assert clubs.move(session, GROUP, OTHER)
    there = clubs.find(session, OTHER)
    assert there
    assert there.zone == "Asia/Tokyo"


def test_the_row_counts_days_with_breaks_alone(session: Session, club: Club) -> None:
    """Friday, then Monday: the days between had no break that anybody saw."""
    ticked(session, 6)
    post(session, 7, PostStatus.FAILED)
    post(session, 8, PostStatus.SKIPPED)
    ticked(session, 9)
    post(session, 10)
    assert clubs.days_in_a_row(session, GROUP) == 2


def test_a_day_that_nobody_took_ends_the_row(session: Session, club: Club) -> None:
    ticked(session, 3)
    post(session, 4)
    ticked(session, 5)
    assert clubs.days_in_a_row(session, GROUP) == 1


def test_next_moment_of_a_running_club_is_after_now(session: Session, club: Club, now: datetime) -> None:
    later = now + timedelta(hours=3)
    again = clubs.switch(session, GROUP, later, on=True)
    assert again
    assert again.upcoming
    assert again.upcoming.at > later
