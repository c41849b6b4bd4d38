"""Meeting people, and what they tell about their days."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from sqlmodel import Session, select

from bot.db.tables import Person, Reminder
from bot.domain.exercises import Routine
from bot.domain.streak import Mark
from bot.services import days, outbox, people, reminders, routines
from bot.services.people import Newcomer
from tests import builders

ZONE = "Europe/Madrid"
FIRST = Routine("first", 1, desk_break=False, seconds=300, entries=(builders.entry(),), texts={})


def meet(session: Session, now: datetime, person_id: int = 8, name: str = "Ben", zone: str = ZONE) -> Person:
    """Return the person who writes just now."""
    return people.meet(session, Newcomer(person_id, name, "en"), zone=zone, now=now)


def all_reminders(session: Session) -> list[Reminder]:
    """Return every reminder there is."""
    return list(session.exec(select(Reminder)))


def planned(session: Session, person_id: int) -> set[int]:
    """Return the weekdays of the plan that holds now."""
    return set(days.plans(session, person_id).changes[-1][1])


def test_it_meets_somebody_new_with_the_guessed_zone(session: Session, now: datetime) -> None:
    ben = meet(session, now)
    assert (ben.id, ben.first_name, ben.zone, ben.zone_confirmed) == (8, "Ben", ZONE, False)
    assert (ben.onboarding, ben.created_at, ben.first_day) == ("welcome", now, date(2026, 3, 2))


def test_the_first_day_of_a_night_owl_is_still_yesterday(session: Session) -> None:
    """At 02:30 in Madrid the day that began yesterday morning has not ended."""
    assert meet(session, datetime(2026, 3, 2, 1, 30, tzinfo=UTC)).first_day == date(2026, 3, 1)


def test_it_knows_somebody_again_and_takes_a_new_name(
    session: Session, person: Person, now: datetime
) -> None:
    ana = people.meet(session, Newcomer(person.id, "Ana María", "es"), zone="Asia/Tokyo", now=now)
    assert (ana.first_name, ana.language) == ("Ana María", "es")
    assert (ana.zone, ana.onboarding, ana.first_day) == (ZONE, "done", date(2026, 3, 1))
    assert len(session.exec(select(Person)).all()) == 1


def test_it_holds_ids_beyond_four_bytes(session: Session, now: datetime) -> None:
    meet(session, now, person_id=2**52)
    session.flush()
    session.expire_all()
    assert session.get_one(Person, 2**52).first_name == "Ben"


def test_whoever_was_away_and_writes_is_back_with_their_reminders(
    session: Session, person: Person, now: datetime
) -> None:
    reminders.add(session, person.id, "0123456", [time(18)], now)
    outbox.away(session, person.id, now)
    assert all_reminders(session)[0].next_due_at is None
    later = now + timedelta(days=3)
    assert meet(session, later, person.id).away_since is None
    assert all_reminders(session)[0].next_due_at == datetime(2026, 3, 5, 17, tzinfo=UTC)


def test_meeting_does_not_touch_the_reminders_of_somebody_present(
    session: Session, person: Person, now: datetime
) -> None:
    reminders.add(session, person.id, "0123456", [time(18)], now)
    row = all_reminders(session)[0]
    row.next_due_at = overdue = now - timedelta(minutes=1)
    meet(session, now, person.id)
    assert row.next_due_at == overdue


def test_the_moment_waits_until_the_days_are_known(session: Session, now: datetime) -> None:
    meet(session, now)
    people.choose_moment(session, 8, time(7, 30))
    assert all_reminders(session) == []
    people.choose_zone(session, 8, "America/New_York", now)
    ben = people.finish_meeting(session, 8, "024", FIRST, now)
    assert ben.zone_confirmed
    [reminder] = all_reminders(session)
    assert (reminder.weekdays, reminder.times, reminder.enabled) == ("024", "07:30", True)
    assert reminder.next_due_at == datetime(2026, 3, 2, 12, 30, tzinfo=UTC)
    assert ben.onboarding == "done"
    assert planned(session, 8) == {0, 2, 4}
    assert "moment" not in ben.draft
    assert [line.entry for line in routines.entries(session, 8)] == list(FIRST.entries)


def test_no_nudges_means_none(session: Session, now: datetime) -> None:
    meet(session, now)
    people.choose_moment(session, 8, None)
    assert people.finish_meeting(session, 8, "0123456", FIRST, now).onboarding == "done"
    assert all_reminders(session) == []


def test_the_last_of_two_moments_counts(session: Session, now: datetime) -> None:
    meet(session, now)
    people.choose_moment(session, 8, time(7, 30))
    people.choose_moment(session, 8, time(18, 30))
    people.finish_meeting(session, 8, "0", FIRST, now)
    assert [reminder.times for reminder in all_reminders(session)] == ["18:30"]


def test_answering_again_changes_the_days_and_nothing_else(session: Session, now: datetime) -> None:
    meet(session, now)
    people.choose_moment(session, 8, time(7, 30))
    people.finish_meeting(session, 8, "024", FIRST, now)
    people.choose_moment(session, 8, time(7, 30))
    people.finish_meeting(session, 8, "01234", FIRST, now)
    assert planned(session, 8) == {0, 1, 2, 3, 4}
    assert len(all_reminders(session)) == 1
    assert len(routines.entries(session, 8)) == 1


def test_a_routine_of_ones_own_is_not_replaced(session: Session, person: Person, now: datetime) -> None:
    routines.add(session, person.id, builders.exercise("open-book"), "standard")
    people.finish_meeting(session, person.id, "0", FIRST, now)
    assert [line.entry.exercise for line in routines.entries(session, person.id)] == ["open-book"]


@pytest.mark.parametrize("wrong", ["", "abc", "7", "0:1", "00", "01234560123456"])
def test_days_that_are_none_are_refused(session: Session, person: Person, now: datetime, wrong: str) -> None:
    """They would make every later look at the week fail."""
    with pytest.raises(ValueError, match="weekdays"):
        people.finish_meeting(session, person.id, wrong, FIRST, now)
    assert planned(session, person.id) == set(range(7))


def test_the_meeting_keeps_drafts_of_others(session: Session, person: Person, now: datetime) -> None:
    row = session.get_one(Person, person.id)
    row.draft = {"reminder": {"days": "0"}}
    people.choose_moment(session, person.id, time(7))
    assert people.finish_meeting(session, person.id, "0", FIRST, now).draft["reminder"] == {"days": "0"}


def test_reminders_keep_their_wall_time_in_a_new_zone(
    session: Session, person: Person, now: datetime
) -> None:
    reminders.add(session, person.id, "0123456", [time(18)], now)
    people.choose_zone(session, person.id, "Asia/Tokyo", now)
    ana = session.get_one(Person, person.id)
    assert (ana.zone, ana.zone_confirmed) == ("Asia/Tokyo", True)
    # It is 18:00 in Tokyo at this very moment; the next one is tomorrow's.
    assert all_reminders(session)[0].next_due_at == datetime(2026, 3, 3, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "evening", "first"),
    [
        ("America/Los_Angeles", datetime(2026, 3, 3, 4, tzinfo=UTC), date(2026, 3, 2)),
        ("Pacific/Auckland", datetime(2026, 3, 2, 20, tzinfo=UTC), date(2026, 3, 3)),
    ],
)
def test_the_first_day_is_one_of_the_persons_own_clock(
    session: Session, zone: str, evening: datetime, first: date
) -> None:
    """Neither is a first session lost west of the guess, nor does a day before it count east of it."""
    meet(session, evening, zone="UTC")
    people.choose_zone(session, 8, zone, evening)
    ben = people.finish_meeting(session, 8, "0123456", FIRST, evening)
    assert ben.first_day == days.today(ben, evening) == first
    days.mark(session, 8, first, Mark.DONE, evening)
    assert days.progress(session, 8, evening + timedelta(days=1)).streak.current == 1


def test_days_begin_when_the_meeting_ends(session: Session, now: datetime) -> None:
    """Whoever said hello and chose their days a week later has missed nothing."""
    meet(session, now)
    later = now + timedelta(days=7)
    assert people.finish_meeting(session, 8, "0123456", FIRST, later).first_day == date(2026, 3, 9)


def test_a_new_zone_or_new_days_leave_the_first_day(session: Session, person: Person, now: datetime) -> None:
    people.choose_zone(session, person.id, "Asia/Tokyo", now)
    assert people.finish_meeting(session, person.id, "0", FIRST, now).first_day == date(2026, 3, 1)


def test_speaking_in_a_group_begins_no_days(session: Session, now: datetime) -> None:
    group = Newcomer(8, "Ben", "en", here=False)
    people.meet(session, group, zone=ZONE, now=now)
    assert meet(session, now + timedelta(days=20)).first_day == date(2026, 3, 22)
    later = now + timedelta(days=25)
    people.meet(session, group, zone=ZONE, now=later)
    assert meet(session, later).first_day == date(2026, 3, 22)
