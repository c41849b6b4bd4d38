"""Reminders that nobody answers: every second one, one note, silence; all of them again after one press."""

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta

import pytest
from sqlmodel import Session, select

from bot.db.tables import Delivery, Hold, Person, Told
from bot.domain.deliveries import Kind
from bot.domain.nudges import HEARD, HEARD_FOR
from bot.services import answers, forgetting, nudges, outbox, people, queueing, reminders
from bot.services.people import Newcomer

DUE = datetime(2026, 3, 2, 17, tzinfo=UTC)  # 18:00 in Madrid
DAY = timedelta(days=1)
ANA = Newcomer(7, "Ana", "en")


@pytest.fixture
def reminded(session: Session, person: Person, now: datetime) -> Session:
    """Give a database where Ana has a reminder at 18:00 and wrote this morning."""
    people.meet(session, ANA, zone="UTC", now=now)
    reminders.add(session, 7, "0123456", [time(18)], now)
    return session


def go_by(session: Session, days: Sequence[int]) -> str:
    """Let days go by; return what became of each one's reminder: sent, eased or silent."""
    said = ""
    for day in days:
        at = DUE + day * DAY
        queueing.queue_due(session, at)
        for moment in (at, at + timedelta(minutes=11)):
            for one in outbox.take(session, moment).claimed:
                outbox.mark(session, [outbox.sent(one.delivery_id, 1, moment)])
                said += "n" if one.kind == Kind.NOTE else "s"
        session.expire_all()
        row = session.exec(
            select(Delivery).where(Delivery.kind == Kind.REMINDER).order_by(Delivery.id.desc())  # type: ignore[union-attr]
        ).first()
        assert row
        said += {"eased": "e", "silent": "-"}.get(row.reason or "", "")
    return said


def press(session: Session, at: datetime) -> Person:
    """Let Ana press something."""
    return people.meet(session, ANA, zone="UTC", now=at)


def test_reminders_thin_out_and_end_with_one_note(reminded: Session) -> None:
    assert go_by(reminded, range(10)) == "sss" + "eses" + "n-" + "--"


def test_one_note_it_stays_when_the_note_is_forgotten(reminded: Session) -> None:
    said = go_by(reminded, range(100))
    forgetting.forget_settled(reminded, DUE + 100 * DAY)
    assert "n" in said
    assert go_by(reminded, range(100, 103)) == "---"


def test_a_press_brings_all_of_them_back_and_says_so_once(reminded: Session) -> None:
    go_by(reminded, range(9))
    evening = DUE + 8 * DAY + timedelta(hours=2)
    assert nudges.resumed(press(reminded, evening))
    assert not nudges.resumed(press(reminded, evening + timedelta(minutes=1)))
    assert go_by(reminded, range(9, 12)) == "sss"


def test_a_second_silence_gets_a_note_of_its_own(reminded: Session) -> None:
    go_by(reminded, range(8))
    press(reminded, DUE + 8 * DAY - timedelta(hours=2))
    assert go_by(reminded, range(8, 17)).count("n") == 1


def test_whoever_presses_now_and_then_gets_all_of_them(reminded: Session) -> None:
    said = ""
    for day in range(12):
        said += go_by(reminded, [day])
        if day % 3 == 2:
            press(reminded, DUE + day * DAY + timedelta(minutes=30))
    assert said == "s" * 12


def test_what_somebody_chose_comes_in_spite_of_silence(reminded: Session) -> None:
    go_by(reminded, range(5))
    number = reminded.exec(select(Delivery.id)).first()
    at = DUE + 5 * DAY - timedelta(hours=2)
    answers.snooze(reminded, 7, number or 0, 5, at)
    [claimed] = outbox.take(reminded, at + timedelta(minutes=5)).claimed
    assert claimed.snoozed


def test_who_was_never_heard_of_is_reminded_as_ever(session: Session, person: Person, now: datetime) -> None:
    reminders.add(session, 7, "0123456", [time(18)], now)
    assert go_by(session, range(9)) == "s" * 9


def test_the_note_does_not_go_to_somebody_who_has_written_meanwhile(reminded: Session) -> None:
    go_by(reminded, range(7))
    at = DUE + 7 * DAY
    queueing.queue_due(reminded, at)
    assert not outbox.take(reminded, at).claimed
    press(reminded, at + timedelta(seconds=30))
    assert not outbox.take(reminded, at + timedelta(minutes=11)).claimed
    note = reminded.exec(select(Delivery).where(Delivery.kind == Kind.NOTE)).one()
    assert note.reason == "heard"


def test_the_note_waits_for_no_hold(reminded: Session, now: datetime) -> None:
    go_by(reminded, range(7))
    at = DUE + 7 * DAY
    queueing.queue_due(reminded, at)
    outbox.take(reminded, at)
    reminded.add(Hold(person_id=7, tier="b", source="words", at=now))
    reminded.flush()
    assert not outbox.take(reminded, at + timedelta(minutes=11)).claimed


def test_it_is_noted_once_an_hour_at_most_that_somebody_is_there(reminded: Session, now: datetime) -> None:
    def heard_until() -> datetime:
        reminded.expire_all()
        return reminded.exec(select(Told.at).where(Told.what == HEARD)).one()

    assert heard_until() == now + HEARD_FOR
    press(reminded, now + timedelta(minutes=59))
    assert heard_until() == now + HEARD_FOR
    press(reminded, now + HEARD_FOR)
    assert heard_until() == now + 2 * HEARD_FOR


def test_words_in_a_group_are_no_answer(reminded: Session, now: datetime) -> None:
    people.meet(reminded, Newcomer(7, "Ana", "en", here=False), zone="UTC", now=now + DAY)
    assert reminded.exec(select(Told.at)).one() == now + HEARD_FOR


def test_the_ledger_counts_what_was_left_out_lately(reminded: Session) -> None:
    go_by(reminded, range(9))
    assert nudges.left_out(reminded, 7, DUE + 9 * DAY) == 4
    assert nudges.left_out(reminded, 7, DUE + 40 * DAY) == 0


def test_the_switch_turns(session: Session, person: Person) -> None:
    assert not nudges.switch(session, 7).nudges
    assert nudges.switch(session, 7).nudges
