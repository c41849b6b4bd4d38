"""Posting breaks on a real database with a door of our own: at most once, never to a group that has gone."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import update
from sqlalchemy.exc import OperationalError
from sqlmodel import Session, select

from bot.chat.errors import Sent, Trouble
from bot.db.database import Database
from bot.db.tables import Club, ClubPost, Person
from bot.domain.breaks import PostStatus
from bot.domain.exercises import Library
from bot.push.budget import MemoryBudget, SharedBudget
from bot.push.clubs import Clubs
from bot.services import breaks, clubs, send_budget
from bot.services.breaks import Break
from tests.chat.stage import StillClock

GROUP = -100500
ELEVEN = datetime(2026, 3, 2, 10, tzinfo=UTC)  # in Madrid


class Group:
    """Takes breaks in, and answers with what it was told to."""

    def __init__(self, *answers: Sent | Exception) -> None:
        self.posted: list[int] = []
        self.drawn: list[tuple[int, int]] = []
        self._answers = list(answers)

    async def __call__(self, one: Break) -> Sent:
        if one.message_id is None:
            self.posted.append(one.chat_id)
        else:
            self.drawn.append((one.message_id, one.ticks))
        answer = self._answers.pop(0) if self._answers else Sent(message_id=50)
        if isinstance(answer, Exception):
            raise answer
        return answer


@pytest.fixture
def founded(database: Database, person: Person, now: datetime) -> Database:
    """Give a database with a club that takes a break at eleven."""
    database.call(clubs.found, GROUP, "Europe/Madrid", "en", now)
    database.call(clubs.switch, GROUP, now, on=True)
    return database


def pusher(database: Database, library: Library, group: Group, at: datetime = ELEVEN) -> Clubs:
    """Build what is called again and again, for one moment; its own clock never runs on."""
    return Clubs(database, library, group, StillClock(at), MemoryBudget(28), seconds=lambda: 0.0)


def states(database: Database) -> list[str]:
    """Return the status of every post."""
    return database.call(lambda session: [row.status for row in session.exec(select(ClubPost))])


def known(database: Database) -> list[int]:
    """Return the groups that have a club."""
    return database.call(lambda session: list(session.exec(select(Club.chat_id))))


async def test_it_posts_once_however_often_and_wherever_it_is_called(
    founded: Database, real_library: Library
) -> None:
    group = Group()
    replicas = [pusher(founded, real_library, group) for _ in range(2)]
    for replica in replicas * 3:
        await replica()
    assert group.posted == [GROUP]
    assert states(founded) == [PostStatus.SENT]


async def test_it_does_nothing_before_its_time(founded: Database, real_library: Library) -> None:
    group = Group()
    await pusher(founded, real_library, group, ELEVEN - timedelta(minutes=1))()
    assert group.posted == []


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        (Sent(trouble=Trouble.UNKNOWN), PostStatus.UNKNOWN),
        (ValueError("a button is over 64 bytes"), PostStatus.UNKNOWN),
        (Sent(trouble=Trouble.FAULT), PostStatus.FAILED),
    ],
)
async def test_what_may_have_arrived_or_never_will_is_not_tried_again(
    founded: Database, real_library: Library, answer: Sent | Exception, status: PostStatus
) -> None:
    group = Group(answer)
    await pusher(founded, real_library, group)()
    await pusher(founded, real_library, group, ELEVEN + timedelta(minutes=5))()
    assert group.posted == [GROUP]
    assert states(founded) == [status]


@pytest.mark.parametrize(
    "answer",
    [Sent(trouble=Trouble.WAIT, wait=20), Sent(trouble=Trouble.TRANSIENT), Sent(trouble=Trouble.REVOKED)],
)
async def test_what_surely_did_not_arrive_comes_later(
    founded: Database, real_library: Library, answer: Sent
) -> None:
    group = Group(answer)
    await pusher(founded, real_library, group)()
    await pusher(founded, real_library, group, ELEVEN + timedelta(seconds=10))()
    assert group.posted == [GROUP]
    await pusher(founded, real_library, group, ELEVEN + timedelta(seconds=40))()
    assert group.posted == [GROUP, GROUP]
    assert states(founded) == [PostStatus.SENT]


async def test_a_group_that_threw_the_coach_out_is_forgotten(
    founded: Database, real_library: Library
) -> None:
    await pusher(founded, real_library, Group(Sent(trouble=Trouble.GONE)))()
    assert known(founded) == []
    assert states(founded) == []


async def test_it_follows_a_group_that_has_moved(founded: Database, real_library: Library) -> None:
    group = Group(Sent(trouble=Trouble.MIGRATED, new_chat_id=-100600))
    await pusher(founded, real_library, group)()
    assert group.posted == [GROUP, -100600]
    assert known(founded) == [-100600]
    assert states(founded) == [PostStatus.SENT]


async def test_a_tick_is_drawn_and_what_telegram_puts_off_is_drawn_later(
    founded: Database, real_library: Library
) -> None:
    group = Group(Sent(message_id=50), Sent(trouble=Trouble.WAIT, wait=3))
    await pusher(founded, real_library, group)()
    founded.call(breaks.tick, 1, GROUP, 50, 7, ELEVEN)
    await pusher(founded, real_library, group)()
    assert states(founded) == [PostStatus.TICKED]

    def calm(session: Session) -> None:
        session.exec(update(ClubPost).values(claimed_until=datetime(2020, 1, 1, tzinfo=UTC)))

    founded.call(calm)
    await pusher(founded, real_library, group)()
    assert group.drawn == [(50, 1), (50, 1)]
    assert states(founded) == [PostStatus.SENT]


async def test_one_group_s_failure_stops_no_other(
    founded: Database, real_library: Library, now: datetime
) -> None:
    founded.call(clubs.found, GROUP - 1, "Europe/Madrid", "en", now)
    founded.call(clubs.switch, GROUP - 1, now, on=True)
    group = Group(ValueError("broken"))
    await pusher(founded, real_library, group)()
    assert sorted(states(founded)) == [PostStatus.SENT, PostStatus.UNKNOWN]


async def test_once_stopped_it_takes_nothing_more(founded: Database, real_library: Library) -> None:
    group = Group()
    stopped = pusher(founded, real_library, group)
    stopped.stop()
    await stopped()
    assert group.posted == []
    assert states(founded) == [PostStatus.PENDING]


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        (Sent(message_id=50), "sent"),
        (Sent(trouble=Trouble.TRANSIENT), "transient"),
        (Sent(trouble=Trouble.GONE), "gone"),
        (ValueError("broken"), "unknown"),
    ],
)
async def test_what_became_of_a_break_is_told(
    founded: Database, real_library: Library, answer: Sent | Exception, outcome: str
) -> None:
    told: list[tuple[str, str]] = []
    clubs = pusher(founded, real_library, Group(answer))
    clubs.on_post = lambda kind, outcome: told.append((kind, outcome))
    await clubs()
    assert told == [("break", outcome)]


async def test_a_break_that_is_left_out_is_told_too(founded: Database, real_library: Library) -> None:
    told: list[tuple[str, str]] = []
    late = pusher(founded, real_library, Group(Sent(trouble=Trouble.WAIT, wait=60)))
    await late()
    late.clock = StillClock(ELEVEN + timedelta(hours=1))
    late.on_post = lambda kind, outcome: told.append((kind, outcome))
    await late()
    assert ("break", "skipped") in told
    assert states(founded)[0] == PostStatus.SKIPPED


class Losing(Database):
    """Is out of reach whenever it is asked one thing, until it is back."""

    def __init__(self, database: Database, question: object) -> None:
        super().__init__(database.engine.url.render_as_string(hide_password=False))
        self.question: object = question

    async def run(self, function: Any, *args: Any, **kwargs: Any) -> Any:
        """Answer, or not."""
        if self.question in {function, getattr(function, "func", function)}:
            raise OperationalError("SELECT", None, Exception())
        return await super().run(function, *args, **kwargs)


async def test_a_break_that_could_not_ask_the_budget_is_put_back(
    founded: Database, real_library: Library
) -> None:
    """The database is lost between taking the break and the budget: nothing was posted, and it comes."""
    group, losing = Group(), Losing(founded, send_budget.reserve)
    one = pusher(losing, real_library, group)
    one.budget = SharedBudget(losing)
    await one()
    assert group.posted == []
    assert states(founded) == [PostStatus.PENDING]
    losing.close()
    await pusher(founded, real_library, group, ELEVEN + timedelta(minutes=1))()
    assert group.posted == [GROUP]
    assert states(founded) == [PostStatus.SENT]


@pytest.mark.parametrize(
    ("answer", "question", "status"),
    [
        (Sent(message_id=50), breaks.sent, PostStatus.SENT),
        (Sent(trouble=Trouble.TRANSIENT), breaks.later, PostStatus.PENDING),
        (Sent(trouble=Trouble.FAULT), breaks.ended, PostStatus.FAILED),
        (Sent(trouble=Trouble.MIGRATED, new_chat_id=-100600), clubs.move, PostStatus.SENT),
    ],
)
async def test_a_lost_database_hears_later_what_became_of_a_break(
    founded: Database, real_library: Library, answer: Sent, question: object, status: PostStatus
) -> None:
    group, losing = Group(answer), Losing(founded, question)
    one = pusher(losing, real_library, group)
    await one()
    losing.question = None
    founded.call(lambda session: session.exec(update(ClubPost).values(due_at=ELEVEN + timedelta(hours=1))))
    await one()
    losing.close()
    assert states(founded) == [status]
    assert known(founded) == [answer.new_chat_id or GROUP]


async def test_a_break_that_waits_for_its_turn_is_put_back_at_the_end(
    founded: Database, real_library: Library
) -> None:
    """Else the process ends meanwhile, and nobody would know whether it was posted."""
    group = Group()
    one = pusher(founded, real_library, group)
    await one.budget.hold(60)
    waits = asyncio.create_task(one())
    await asyncio.sleep(0.3)
    one.stop()
    async with asyncio.timeout(2):
        await waits
    assert group.posted == []
    assert states(founded) == [PostStatus.PENDING]


async def test_a_tick_that_could_not_be_drawn_is_drawn_later(
    founded: Database, real_library: Library
) -> None:
    group = Group(Sent(message_id=50), Sent(trouble=Trouble.TRANSIENT))
    await pusher(founded, real_library, group)()
    founded.call(breaks.tick, 1, GROUP, 50, 7, ELEVEN)
    await pusher(founded, real_library, group)()
    assert group.drawn == [(50, 1)]
    assert states(founded) == [PostStatus.TICKED]
