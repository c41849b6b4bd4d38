"""The dialogue about a reminder, and times as people type them."""

from datetime import datetime, time, timedelta

import pytest
from sqlmodel import Session

from bot.db.tables import Person
from bot.services import reminder_drafts as drafts
from bot.services import reminders

EVERY_DAY = frozenset(range(7))


def ana(session: Session) -> Person:
    """Return Ana as she is stored."""
    session.flush()
    session.expire_all()
    return session.get_one(Person, 7)


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("7:30", [time(7, 30)]),
        ("7:30 18:00", [time(7, 30), time(18)]),
        ("18:00, 7.30", [time(7, 30), time(18)]),
        ("7.30", [time(7, 30)]),
        ("0730", [time(7, 30)]),
        ("730", [time(7, 30)]),
        ("7h30", [time(7, 30)]),
        ("7", [time(7)]),
        ("7am", [time(7)]),
        ("6 pm", [time(18)]),
        ("6:15 PM and 9", [time(9), time(18, 15)]),
        ("at 7 a.m. and 6 p.m.", [time(7), time(18)]),
        ("12am 12pm", [time(0), time(12)]),
        ("00:00", [time(0)]),
        ("7:30 and at 7:30", [time(7, 30)]),
        ("  8:05 ; 21:45.", [time(8, 5), time(21, 45)]),
    ],
)
def test_it_reads_times_as_people_type_them(text: str, times: list[time]) -> None:
    assert drafts.parse_times(text) == tuple(times)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "cat cow",
        "24:00",
        "7:60",
        "13pm",
        "0am",
        "7:30 or so",
        "7:3",
        "-7",
        "12345",
        "🙂",
        "7:30" * 999,
        " ".join(f"{hour}:00" for hour in range(9)),
    ],
)
def test_it_reads_no_times_where_there_is_anything_else(text: str) -> None:
    assert drafts.parse_times(text) is None


def test_it_goes_from_nothing_to_a_saved_reminder(session: Session, person: Person, now: datetime) -> None:
    assert drafts.begin(session, 7, now) == drafts.Draft(EVERY_DAY, (), None)
    drafts.set_days(session, 7, "01234", now)
    drafts.toggle_day(session, 7, 4, now)
    drafts.toggle_time(session, 7, time(18), now)
    draft = drafts.toggle_time(session, 7, time(7, 30), now)
    assert draft is not None
    assert (draft.weekdays, draft.times) == (frozenset({0, 1, 2, 3}), (time(7, 30), time(18)))
    assert draft.upcoming[0].wall.isoformat() == "2026-03-02T18:00:00"
    row = drafts.save(session, 7, now)
    assert row is not None
    assert (row.weekdays, row.times, row.next_wall) == ("0123", "07:30 18:00", "2026-03-02T18:00")
    assert ana(session).draft == {}


def test_it_keeps_the_draft_over_a_restart_and_other_drafts_beside_it(
    session: Session, person: Person, now: datetime
) -> None:
    session.get_one(Person, 7).draft = {"moment": "07:30"}
    drafts.begin(session, 7, now, (time(7, 30),))
    assert ana(session).draft["moment"] == "07:30"
    assert drafts.current(session, 7, now) == drafts.begin(session, 7, now, (time(7, 30),))
    drafts.cancel(session, 7)
    assert ana(session).draft == {"moment": "07:30"}


def test_it_takes_words_as_times_only_while_it_asks(session: Session, person: Person, now: datetime) -> None:
    drafts.begin(session, 7, now)
    assert ana(session).asked == ""
    drafts.current(session, 7, now, asking=True)
    assert ana(session).asked == drafts.ASKED
    drafts.toggle_time(session, 7, time(8), now)
    assert ana(session).asked == drafts.ASKED
    drafts.set_times(session, 7, (time(9),), now)
    assert ana(session).asked == ""
    drafts.current(session, 7, now, asking=True)
    drafts.save(session, 7, now)
    assert ana(session).asked == ""


def test_it_leaves_another_question_alone(session: Session, person: Person, now: datetime) -> None:
    session.get_one(Person, 7).asked = "something-else"
    drafts.begin(session, 7, now)
    drafts.cancel(session, 7)
    assert ana(session).asked == "something-else"


def test_it_saves_nothing_that_is_not_complete(session: Session, person: Person, now: datetime) -> None:
    assert drafts.save(session, 7, now) is None
    drafts.begin(session, 7, now)
    assert drafts.save(session, 7, now) is None
    drafts.set_times(session, 7, (time(8),), now)
    drafts.set_days(session, 7, "", now)
    assert drafts.save(session, 7, now) is None
    assert drafts.current(session, 7, now) == drafts.Draft(frozenset(), (time(8),), None)


def test_it_saves_once_however_often_save_is_pressed(session: Session, person: Person, now: datetime) -> None:
    drafts.begin(session, 7, now, (time(8),))
    assert drafts.save(session, 7, now)
    assert drafts.save(session, 7, now) is None
    assert len(reminders.listing(session, 7, now).reminders) == 1


def test_it_changes_a_reminder_that_exists(session: Session, person: Person, now: datetime) -> None:
    row = reminders.add(session, 7, "0", [time(8)], now)
    assert row is not None
    draft = drafts.edit(session, 7, row.id or 0, now)
    assert draft is not None
    assert (draft.weekdays, draft.times, draft.reminder_id) == (frozenset({0}), (time(8),), row.id)
    drafts.set_times(session, 7, (time(9),), now)
    drafts.save(session, 7, now)
    assert [k.rule.times for k in reminders.listing(session, 7, now).reminders] == [(time(9),)]


def test_it_saves_nothing_for_a_reminder_deleted_meanwhile(
    session: Session, person: Person, now: datetime
) -> None:
    row = reminders.add(session, 7, "0", [time(8)], now)
    assert row is not None
    drafts.edit(session, 7, row.id or 0, now)
    reminders.delete(session, 7, row.id or 0)
    assert drafts.save(session, 7, now) is None
    assert drafts.edit(session, 7, 999, now) is None


def test_it_has_room_for_eight_times(session: Session, person: Person, now: datetime) -> None:
    drafts.begin(session, 7, now, [time(hour) for hour in range(8)])
    draft = drafts.toggle_time(session, 7, time(20), now)
    assert draft is not None
    assert len(draft.times) == drafts.MOST_TIMES
    less = drafts.toggle_time(session, 7, time(0), now + timedelta(seconds=1))
    assert less is not None
    assert len(less.times) == drafts.MOST_TIMES - 1


@pytest.mark.parametrize("weekday", [-1, 7, 99])
def test_it_ignores_a_weekday_that_does_not_exist(
    session: Session, person: Person, now: datetime, weekday: int
) -> None:
    drafts.begin(session, 7, now)
    draft = drafts.toggle_day(session, 7, weekday, now)
    assert draft is not None
    assert draft.weekdays == EVERY_DAY


def test_it_answers_every_step_without_a_dialogue(session: Session, person: Person, now: datetime) -> None:
    assert drafts.current(session, 7, now) is None
    assert drafts.set_days(session, 7, "0", now) is None
    assert drafts.toggle_day(session, 7, 0, now) is None
    assert drafts.toggle_time(session, 7, time(8), now) is None
    assert drafts.set_times(session, 7, (time(8),), now) is None
    assert ana(session).draft == {}
