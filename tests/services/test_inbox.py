"""The inbox on both engines: stored once, in order, under leases, applied once, set aside in the end."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import text
from sqlmodel import Session, col, delete, insert, select, update

from bot.db.database import Database
from bot.db.tables import Bookmark, Inbox, InboxStatus, Person
from bot.services import inbox
from bot.services import inbox_rows as rows
from bot.services.inbox import (
    MOST_TRIES,
    REMEMBERED,
    Arrived,
    Given,
    Handover,
    LeaseLostError,
    SecondWriteError,
    Taken,
)

ANA, BEN = 7, 8
AT_ONCE = timedelta()
"""A lease that has ended as soon as it is given: its holder counts as dead."""


class Box:
    """An inbox, and shorthands for what workers do with it."""

    def __init__(self, database: Database, now: datetime) -> None:
        self.database = database
        self.now = now

    def store(self, *numbers: int, lane: int = ANA) -> None:
        """Let updates of one person come in."""
        arrived = [Arrived(number, lane, {"update_id": number, "said": "hello"}) for number in numbers]
        self.database.call(inbox.store, arrived, self.now)

    def ask(self, holder: str = "a", room: int = 9, **told: Any) -> Given:
        """Ask for more, as the worker of this name."""
        sets: dict[str, Any] = {name: frozenset(v) if isinstance(v, set) else v for name, v in told.items()}
        return self.database.call(inbox.hand_over, Handover(holder, room=room, **sets))

    def take(self, holder: str = "a", **told: Any) -> list[int]:
        """Ask for more and name the numbers that one gets."""
        return [taken.update_id for taken in self.ask(holder, **told).taken]

    def one(self, holder: str = "a", **told: Any) -> Taken:
        """Ask for more and get exactly one."""
        [taken] = self.ask(holder, **told).taken
        return taken

    def row(self, number: int) -> Inbox | None:
        """The stored row."""
        return self.database.call(lambda session: session.get(Inbox, number))

    def do(self, taken: Taken, work: Callable[[Session], Any]) -> Any:
        """Do something under a receipt."""
        return self.database.call(inbox.receipted, taken, work)


@pytest.fixture
def box(either_database: Database, now: datetime) -> Iterator[Box]:
    """Give an empty inbox."""
    return Box(either_database, now)  # type: ignore[return-value]


def test_an_update_that_comes_twice_is_stored_once(box: Box) -> None:
    box.store(1, 2)
    box.store(2, 3)
    assert box.database.call(inbox.backlog).waiting == 3


def test_an_update_that_comes_again_after_it_was_done_is_known(box: Box) -> None:
    """Telegram repeats what it saw no answer to; handled it may be by then."""
    box.store(1)
    box.take()
    box.ask(done={1})
    box.store(1)
    assert box.take("b") == []


def test_nothing_that_somebody_wrote_is_kept_once_it_is_done(box: Box) -> None:
    box.store(1, 2)
    box.take()
    box.ask(done={1})
    done = box.row(1)
    assert done
    assert (done.payload, done.lane, done.claimed_by) == ({}, None, "")


def test_each_lane_gives_its_oldest_and_no_more_until_that_is_done(box: Box) -> None:
    box.store(1, 2, 3)
    box.store(4, 5, lane=BEN)
    assert box.take() == [1, 4]
    assert box.take("b") == []
    assert box.take("a", in_hand={4}, done={1}) == [2]
    assert box.take("b") == []


def test_order_holds_across_replicas(box: Box) -> None:
    box.store(1, 2)
    assert box.take("a") == [1]
    assert box.take("b") == []
    box.ask("a", room=0, done={1})
    assert box.take("b") == [2]


def test_a_late_older_update_waits_for_the_one_in_hand(box: Box) -> None:
    box.store(5)
    assert box.take("a") == [5]
    box.store(4)
    assert box.take("b") == []
    box.ask("a", room=0, done={5})
    assert box.take("b") == [4]


def test_a_worker_gets_as_many_as_it_has_room_for(box: Box) -> None:
    for number in range(1, 6):
        box.store(number, lane=number)
    assert box.take("a", room=2) == [1, 2]
    assert box.take("b", room=2) == [3, 4]
    assert box.take("b", room=0) == []


def test_what_a_dead_worker_held_is_taken_up_again(box: Box) -> None:
    box.store(1)
    assert box.one("a", lease=AT_ONCE).attempts == 1
    again = box.one("b")
    assert (again.attempts, again.holder, again.payload["said"]) == (2, "b", "hello")


def test_a_living_worker_keeps_what_it_holds(box: Box) -> None:
    box.store(1)
    box.take("a", lease=AT_ONCE)
    box.ask("a", room=0, in_hand={1}, lease=timedelta(minutes=1))
    assert box.take("b") == []


def test_a_lease_that_is_not_to_be_renewed_ends(box: Box) -> None:
    box.store(1)
    box.take("a", lease=AT_ONCE)
    box.ask("a", room=0, in_hand={1}, lease=timedelta(minutes=1), renew=False)
    assert box.take("b") == [1]


def test_what_comes_in_is_given_in_the_same_transaction(box: Box) -> None:
    box.store(1)
    arrived = [Arrived(number, lane, {"said": "hello"}) for number, lane in ((2, ANA), (3, BEN), (4, BEN))]
    given = box.database.call(inbox.store_and_hand_over, arrived, box.now, Handover("a", room=9))
    assert [taken.update_id for taken in given.taken] == [1, 3]


def test_two_replicas_that_store_at_once_begin_with_one_person_once(box: Box) -> None:
    """Neither sees what the other one has not committed."""

    def come_in(session: Session, number: int, holder: str) -> Given:
        arrived = [Arrived(number, ANA, {})]
        return inbox.store_and_hand_over(session, arrived, box.now, Handover(holder, room=9))

    with ThreadPoolExecutor(1) as other, Session(box.database.engine) as session:
        first = come_in(session, 1, "a")
        second = other.submit(box.database.call, come_in, 2, "b")
        wait([second], timeout=0.3)
        session.commit()
    assert [taken.update_id for taken in first.taken] == [1]
    assert second.result().taken == []
    assert box.take("a", done={1}) == [2]


def test_what_an_older_update_of_the_same_person_is_just_stored_before_is_left_alone(box: Box) -> None:
    """Whoever asks for more cannot see it yet, and must not begin with the later one."""
    box.store(2, 4)
    box.store(3, lane=BEN)
    with ThreadPoolExecutor(1) as other, Session(box.database.engine) as session:
        first = inbox.store_and_hand_over(session, [Arrived(1, ANA, {})], box.now, Handover("a", room=0))
        asked = other.submit(box.take, "b")
        wait([asked], timeout=0.3)
        session.commit()
    assert first.taken == []
    later = box.take("b", in_hand=set(asked.result()))
    assert sorted(asked.result() + later) == [1, 3]


def test_what_somebody_is_just_given_is_not_overtaken_by_who_asks_at_once(box: Box) -> None:
    """An older update that comes in late is given when the later one, which somebody has, is done."""
    box.store(2)
    with ThreadPoolExecutor(1) as other, Session(box.database.engine) as session:
        [taken] = inbox.hand_over(session, Handover("a", room=9)).taken
        stored = other.submit(
            box.database.call,
            inbox.store_and_hand_over,
            [Arrived(1, ANA, {})],
            box.now,
            Handover("b", room=9),
        )
        wait([stored], timeout=0.3)
        session.commit()
    assert taken.update_id == 2
    assert stored.result().taken == []
    box.ask("a", room=0, done={2})
    assert box.take("b") == [1]


def test_a_worker_hears_whether_others_wait(box: Box) -> None:
    assert not box.ask().others_wait
    box.store(1, 2)
    assert box.ask().others_wait
    assert not box.ask(done={1}).others_wait


def test_a_worker_does_not_take_twice_what_it_has_in_hand(box: Box) -> None:
    """Its own lease may have ended while the database was out of reach."""
    box.store(1)
    box.take("a", lease=AT_ONCE)
    assert box.take("a", in_hand={1}, lease=AT_ONCE) == []


def test_an_answer_that_was_lost_on_its_way_to_the_worker_loses_no_update(box: Box) -> None:
    """The row is claimed, but the worker never heard of it, so it does not keep the lease alive."""
    box.store(1)
    box.take("a", lease=AT_ONCE)
    assert box.take("a") == [1]


def test_a_worker_that_ends_in_order_lets_go(box: Box) -> None:
    box.store(1)
    box.take("a")
    box.database.call(inbox.release, "a")
    assert box.take("b") == [1]


def test_what_could_not_be_tried_waits_a_moment_and_was_no_try(box: Box) -> None:
    box.store(1)
    box.take("a")
    assert box.take("a", again={1}) == []
    row = box.row(1)
    assert row
    assert (row.attempts, row.claimed_by, row.claimed_until is not None) == (0, "", True)


# Poison


def test_a_poisonous_update_is_set_aside_after_five_tries(box: Box) -> None:
    box.store(1, 2)
    for attempt in range(1, MOST_TRIES + 1):
        assert box.one(f"worker {attempt}", lease=AT_ONCE).attempts == attempt
    given = box.ask("last")
    assert (given.set_aside, given.taken) == ([1], [])
    row = box.row(1)
    assert row
    assert (row.status, row.payload, row.lane) == (InboxStatus.SET_ASIDE, {}, None)
    assert box.take("last") == [2]


def test_what_no_further_try_will_mend_is_set_aside_at_once(box: Box) -> None:
    box.store(1, 2)
    box.take()
    assert box.take(failed={1}) == [2]
    backlog = box.database.call(inbox.backlog)
    assert (backlog.waiting, backlog.set_aside, backlog.oldest) == (1, 1, box.now)


def test_it_comes_as_no_surprise_when_what_is_set_aside_comes_again(box: Box) -> None:
    box.store(1)
    box.take()
    box.ask(failed={1})
    box.store(1)
    assert box.take() == []


# Receipts


def write(name: str = "x") -> Callable[[Session], str]:
    """Return a service that writes."""

    def service(session: Session) -> str:
        session.add(Bookmark(name=name, value=1))
        return "written"

    return service


def names(box: Box) -> list[str]:
    """What services wrote."""
    return box.database.call(lambda session: list(session.exec(select(Bookmark.name))))


def applied(box: Box, number: int = 1) -> bool:
    row = box.row(number)
    assert row
    return row.applied


def test_a_service_that_writes_marks_the_update_applied(box: Box) -> None:
    box.store(1)
    assert box.do(box.one(), write()) == "written"
    assert applied(box)
    assert names(box) == ["x"]


def changes_nothing(session: Session) -> None:
    """Read, lock, and set a field to what it is."""
    row = session.exec(select(Bookmark).with_for_update()).one()
    row.value = 1
    session.add(row)


@pytest.mark.parametrize("service", [changes_nothing, lambda _: None])
def test_a_service_that_only_reads_does_not(box: Box, service: Callable[[Session], Any]) -> None:
    box.database.call(write())
    box.store(1)
    box.do(box.one(), service)
    assert not applied(box)


WRITING: list[Callable[[Session], Any]] = [
    lambda session: session.exec(update(Bookmark).values(value=2)),
    lambda session: session.exec(delete(Bookmark)),
    lambda session: session.exec(insert(Bookmark).values(name="y", value=1)),
    lambda session: session.delete(session.get_one(Bookmark, "x")),
    lambda session: setattr(session.get_one(Bookmark, "x"), "value", 5),
]


@pytest.mark.parametrize("service", WRITING, ids=range(len(WRITING)))
def test_every_way_to_write_is_noticed(box: Box, service: Callable[[Session], Any]) -> None:
    box.database.call(write())
    box.store(1)
    box.do(box.one(), service)
    assert applied(box)


def test_a_service_that_fails_leaves_neither_its_change_nor_a_receipt(box: Box) -> None:
    def fails(session: Session) -> None:
        write()(session)
        session.flush()
        raise RuntimeError

    box.store(1)
    taken = box.one()
    with pytest.raises(RuntimeError):
        box.do(taken, fails)
    assert not applied(box)
    assert names(box) == []


def test_what_was_applied_is_taken_up_again_as_applied(box: Box) -> None:
    box.store(1)
    box.do(box.one(lease=AT_ONCE), write())
    assert box.one("b").applied


def test_a_worker_that_lost_its_lease_cannot_apply(box: Box) -> None:
    """It hung for a while; another one has the update by now."""
    box.store(1)
    slow = box.one("a", lease=AT_ONCE)
    quick = box.one("b")
    with pytest.raises(LeaseLostError):
        box.do(slow, write("slow"))
    box.do(quick, write("quick"))
    assert names(box) == ["quick"]


def test_a_worker_that_lost_its_lease_cannot_call_it_done(box: Box) -> None:
    box.store(1)
    box.take("a", lease=AT_ONCE)
    box.take("b")
    box.ask("a", done={1})
    row = box.row(1)
    assert row
    assert (row.status, row.claimed_by) == (InboxStatus.WAITING, "b")


def test_what_was_set_aside_meanwhile_cannot_be_applied(box: Box) -> None:
    box.store(1)
    taken = box.one()
    box.ask(failed={1})
    with pytest.raises(LeaseLostError):
        box.do(taken, write())


def test_a_turn_writes_in_one_transaction_only(box: Box) -> None:
    box.store(1)
    taken = box.one()
    box.do(taken, write("first"))
    with pytest.raises(SecondWriteError):
        box.do(taken, write("second"))
    assert names(box) == ["first"]


def test_what_waits_for_one_is_not_looked_through_for_each_other(box: Box) -> None:
    """With a thousand people waiting, asking for more would take a second."""
    with box.database.engine.connect() as connection:
        if connection.dialect.name != "sqlite":
            pytest.skip("it knows how many rows each index finds")
        said = str(rows.free().compile(connection))
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {said}", (None,) * said.count("?"))
        steps = [row[3] for row in plan]
    assert "SEARCH inbox_1 USING INDEX ix_inbox_lane (lane=?)" in steps


# Keeping the table small


def test_numbers_of_what_is_done_are_forgotten_after_two_days(box: Box) -> None:
    box.store(1, 2)
    box.take()
    box.ask(done={1})
    assert box.database.call(inbox.forget, box.now - REMEMBERED) == 0
    assert box.database.call(inbox.forget, box.now + timedelta(seconds=1)) == 1
    assert box.row(1) is None
    assert box.row(2) is not None


def test_forgetting_goes_in_steps(box: Box) -> None:
    box.store(1, 2, 3)
    box.database.call(
        lambda session: session.exec(update(Inbox).where(col(Inbox.lane) == ANA).values(status="done"))
    )
    later = box.now + timedelta(seconds=1)
    assert [box.database.call(inbox.forget, later, 2) for _ in range(3)] == [2, 1, 0]


# What people may send


@pytest.mark.parametrize("text", ["\x00", "\ud800", "🧘" * 4096, "'; --", "\\u0000"])
def test_any_text_survives_the_inbox(box: Box, text: str) -> None:
    box.database.call(inbox.store, [Arrived(1, ANA, {"text": text})], box.now)
    assert box.one().payload == {"text": text}


def test_a_person_whom_nobody_can_read_keeps_nobody_else_waiting(database: Database, now: datetime) -> None:
    """Their own turn will fail, and be told; a worker that failed already would begin nothing any more."""
    box = Box(database, now)

    def meet(session: Session) -> None:
        for number in (ANA, BEN):
            session.add(Person(id=number, first_name="B", created_at=now, first_day=now.date()))
        session.flush()
        session.connection().execute(text("UPDATE person SET draft = '{' WHERE id = :who"), {"who": ANA})

    database.call(meet)
    box.store(1, lane=ANA)
    box.store(2, lane=BEN)
    assert box.take() == [1, 2]


def test_the_largest_numbers_have_room(box: Box) -> None:
    largest = 2**63 - 1
    box.store(largest, lane=-largest)
    assert box.take() == [largest]
