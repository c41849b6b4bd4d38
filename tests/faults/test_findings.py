"""The checks after a round of faults can fail: each finds what was broken for it."""

import random
from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import Session, select

from bot.db.database import Database
from bot.db.tables import Delivery, DeliveryStatus, Inbox, SessionEvent
from bot.domain.exercises import Library
from bot.services import queueing, sessions
from tests.faults import people
from tests.faults.chaos import Doses, planned
from tests.faults.findings import Findings, examine, read_logs, waiting
from tests.faults.people import Crowd
from tests.faults.witness import Diary, Witness

BEGIN = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
AT = BEGIN.timestamp() + 6
Copies = dict[int, list[float]]


@pytest.fixture
def crowd(database: Database, real_library: Library) -> Crowd:
    """Give one person who pressed five times and whose reminder and tip have arrived."""

    def make(session: Session) -> Crowd:
        rng, made = random.Random(1), Crowd([7])  # noqa: S311 - a plan, no secret
        made.tips = people.settle_in(session, [7], BEGIN, 5.0, rng, "round")
        made.pressers = people.begin_sessions(session, [7], real_library, rng, 5)
        queueing.queue_due(session, BEGIN + timedelta(seconds=6))
        for row in session.exec(select(Delivery)):
            row.status, row.attempts = DeliveryStatus.SENT, 1
        one = made.pressers[0]
        for revision, press in enumerate(one.walk):
            sessions.press(session, 7, one.session_id, revision, press, library=real_library, now=BEGIN)
        return made

    return database.call(make)


@pytest.fixture
def copies(database: Database, crowd: Crowd) -> Copies:
    """Give one copy of every delivery."""
    rows = database.call(lambda session: list(session.exec(select(Delivery))))
    return {row.id or 0: [AT] for row in rows}


def reminder(session: Session) -> Delivery:
    return session.exec(select(Delivery).where(Delivery.kind == "reminder")).one()


def found(database: Database, crowd: Crowd, copies: Copies, diary: Diary | None = None) -> Findings:
    return database.call(examine, crowd, copies, diary or Diary())


def change(database: Database, **values: object) -> int:
    """Change the reminder's delivery, and return its number."""

    def work(session: Session) -> int:
        row = reminder(session)
        for name, value in values.items():
            setattr(row, name, value)
        return row.id or 0

    return database.call(work)


def test_a_quiet_round_breaks_nothing(database: Database, crowd: Crowd, copies: Copies) -> None:
    seen = found(database, crowd, copies)
    assert seen.broken == []
    assert (seen.reminders, seen.presses, seen.lost, seen.stuck) == (1, 5, 0, 0)
    assert 0 < seen.lag(0.5) <= 6
    assert database.call(waiting, crowd) == 0


def test_it_finds_what_counts_as_sent_and_never_came(
    database: Database, crowd: Crowd, copies: Copies
) -> None:
    del copies[change(database)]
    assert found(database, crowd, copies).lost == 1


def test_it_finds_a_third_copy(database: Database, crowd: Crowd, copies: Copies) -> None:
    copies[change(database)] = [AT] * 3
    assert "came 3 times" in found(database, crowd, copies).broken[0]


def test_a_second_copy_needs_a_fault(database: Database, crowd: Crowd, copies: Copies) -> None:
    copies[change(database)] = [AT, AT + 90]
    assert found(database, crowd, copies).broken
    excused = found(database, crowd, copies, Diary([(AT + 1, AT + 1, "kill")]))
    assert (excused.broken, excused.doubles) == ([], 1)
    assert found(database, crowd, copies, Diary([(AT + 60, AT + 60, "kill")])).broken
    assert found(database, crowd, copies, Diary([(AT + 1, AT + 1, "restart")])).broken


def test_a_tip_never_comes_twice(database: Database, crowd: Crowd, copies: Copies) -> None:
    tip = next(number for number in copies if number != change(database))
    copies[tip] = [AT, AT]
    assert found(database, crowd, copies, Diary([(AT, AT, "kill")])).broken


@pytest.mark.parametrize("status", ["pending", "sending"])
def test_it_finds_what_is_stuck(database: Database, crowd: Crowd, copies: Copies, status: str) -> None:
    change(database, status=status)
    assert found(database, crowd, copies).stuck == 1
    assert database.call(waiting, crowd) == 1


def test_giving_up_is_honest_only_when_two_tries_are_unknown(
    database: Database, crowd: Crowd, copies: Copies
) -> None:
    number = change(database, status="failed", reason="unknown", attempts=2)
    del copies[number]
    seen = found(database, crowd, copies)
    assert (seen.broken, seen.unknown, seen.lost) == ([], 1, 0)
    change(database, attempts=1)
    assert found(database, crowd, copies).lost == 1


def test_a_skip_needs_a_reason(database: Database, crowd: Crowd, copies: Copies) -> None:
    change(database, status="skipped", reason=None)
    assert found(database, crowd, copies).broken
    change(database, reason="done-today")
    assert found(database, crowd, copies).broken == []


def test_it_finds_an_occurrence_that_was_never_queued(
    database: Database, crowd: Crowd, copies: Copies
) -> None:
    database.call(lambda session: session.delete(reminder(session)))
    assert found(database, crowd, copies).lost == 1
    assert database.call(waiting, crowd) == 1


def test_it_finds_a_lost_press_and_a_swapped_one(database: Database, crowd: Crowd, copies: Copies) -> None:
    crowd.pressers[0].walk.append(crowd.pressers[0].walk[0])
    assert found(database, crowd, copies).lost == 1
    crowd.pressers[0].walk.pop()
    crowd.pressers[0].walk.append(crowd.pressers[0].walk.pop(0))
    assert "or others" in found(database, crowd, copies).broken[0]


def test_it_finds_gaps_in_revisions(database: Database, crowd: Crowd, copies: Copies) -> None:
    def gap(session: Session) -> None:
        last = session.exec(select(SessionEvent).where(SessionEvent.seq == 5)).one()
        last.seq = 6

    database.call(gap)
    assert "gaps" in found(database, crowd, copies).broken[0]


def test_it_finds_what_is_left_in_the_inbox(database: Database, crowd: Crowd, copies: Copies) -> None:
    database.call(lambda session: session.add(Inbox(update_id=1, received_at=BEGIN, status="set-aside")))
    assert found(database, crowd, copies).stuck == 1


@pytest.mark.parametrize("line", ["Traceback (most recent", "update failed", people.MARK, "s3cr3t"])
def test_it_finds_bad_words_in_logs(line: str) -> None:
    assert read_logs({"replica-1.log": f"ready\n{line}\n"}, ["s3cr3t"])
    assert not read_logs({"replica-1.log": "ready\n"}, ["s3cr3t"])
    assert "s3cr3t" not in read_logs({"replica-1.log": "s3cr3t"}, ["s3cr3t"])[0]


def test_a_seed_tells_everything_that_is_broken() -> None:
    doses = Doses(kills=6, restarts=1, cuts=2, crashes=1, telegram=4)
    seeds = (random.Random(seed) for seed in ("1/1", "1/1", "2/1"))  # noqa: S311 - a plan, no secret
    plans = [planned(doses, 10.0, rng) for rng in seeds]
    assert plans[0] == plans[1] != plans[2]
    assert len(plans[0]) == 14


def test_a_witness_counts_what_arrived_and_nothing_else() -> None:
    from bot.emulator.calls import Call  # noqa: PLC0415 - this test alone needs it

    witness = Witness()
    markup = {"inline_keyboard": [[{"text": "Later", "callback_data": "v1:dz:12:20"}]]}
    for method, ok, status in (("sendPhoto", True, 200), ("sendPhoto", True, 0), ("sendPhoto", False, 429)):
        witness.add(Call(1, AT, method, {"reply_markup": markup}, [], status, {"ok": ok}, 0.1))
    witness.add(Call(2, AT, "editMessageMedia", {"reply_markup": markup}, [], 200, {"ok": True}, 0.1))
    assert witness.copies == {12: [AT, AT]}
