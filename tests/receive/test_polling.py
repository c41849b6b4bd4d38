"""Polling: nothing lost, nothing out of order, patience while Telegram does not answer."""

import asyncio
from collections.abc import Sequence
from typing import Any

import pytest
from telegram import Bot, Update
from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.chat.lanes import Lanes
from bot.receive.polling import LONGEST_PAUSE, LONGEST_POLL, WANTED, Polling, lane

# The library is on its way from numbers to timedeltas and says so at every wait.
pytestmark = pytest.mark.filterwarnings("ignore:.*retry_after:DeprecationWarning")

Answer = Sequence[Update] | TelegramError


class ScriptedBot(Bot):
    """Answers polls from a script; at its end the token is no longer valid, which ends the polling."""

    __slots__ = ("asked", "script")

    def __init__(self, *script: Answer) -> None:
        super().__init__("1:x")
        with self._unfrozen():
            self.script = list(script)
            self.asked: list[dict[str, Any]] = []

    async def get_updates(self, **options: Any) -> tuple[Update, ...]:  # type: ignore[override]
        self.asked.append(options)
        answer = self.script.pop(0) if self.script else InvalidToken("the end of the script")
        if isinstance(answer, TelegramError):
            raise answer
        return tuple(answer)


def written(update_id: int, person: int = 7, text: str = "hello") -> Update:
    """Return an update with a message."""
    user = {"id": person, "is_bot": False, "first_name": "Ana"}
    chat = {"id": person, "type": "private"}
    message = {"message_id": 1, "date": 1772442000, "chat": chat, "from": user, "text": text}
    return Update.de_json({"update_id": update_id, "message": message}, None)


class Run:
    """One run of the polling to the end of the script."""

    def __init__(self, *script: Answer) -> None:
        self.bot = ScriptedBot(*script)
        self.handled: list[int] = []
        self.pauses: list[float] = []

    async def handle(self, update: Update) -> None:
        """Take some time, the longer the smaller the id, so that order does not come by itself."""
        await asyncio.sleep(0.02 / update.update_id)
        self.handled.append(update.update_id)

    async def sleep(self, seconds: float) -> None:
        """Only note the pause."""
        self.pauses.append(seconds)

    async def __call__(self) -> "Run":
        lanes = Lanes()
        with pytest.raises(InvalidToken):
            await Polling(self.bot, lanes, self.handle, sleep=self.sleep).run()
        await lanes.drain()
        return self

    @property
    def offsets(self) -> list[int]:
        """The offsets that were asked for."""
        return [options["offset"] for options in self.bot.asked]


async def test_it_acknowledges_a_batch_with_the_next_poll() -> None:
    run = await Run([written(5), written(6)], [], [written(9)])()
    assert run.offsets == [0, 7, 7, 10]
    assert run.handled == [5, 6, 9]
    assert run.pauses == []


async def test_it_asks_for_what_the_coach_handles_and_waits_longer_than_telegram_holds() -> None:
    asked = (await Run()()).bot.asked[0]
    assert asked["allowed_updates"] == WANTED
    assert set(WANTED) == {"message", "edited_message", "callback_query", "my_chat_member"}
    assert asked["timeout"] == LONGEST_POLL
    assert asked["read_timeout"] > LONGEST_POLL


async def test_it_keeps_the_order_of_a_person_across_batches() -> None:
    run = await Run([written(1), written(2)], [written(3)], [written(4)])()
    assert run.handled == [1, 2, 3, 4]


async def test_people_do_not_wait_for_each_other() -> None:
    run = await Run([written(1, person=7), written(2, person=8)])()
    assert run.handled == [2, 1]


async def test_it_backs_off_while_telegram_does_not_answer() -> None:
    run = await Run(*[NetworkError("down")] * 9)()
    assert run.pauses == sorted(run.pauses)
    assert run.pauses[:3] == [1.0, 2.0, 4.0]
    assert run.pauses[-1] == LONGEST_PAUSE
    assert run.offsets == [0] * 10


@pytest.mark.parametrize("error", [Conflict("other"), TimedOut(), NetworkError("x"), TelegramError("odd")])
async def test_an_error_loses_no_place(error: TelegramError) -> None:
    run = await Run([written(5)], error, [written(6)])()
    assert run.offsets == [0, 6, 6, 7]
    assert run.handled == [5, 6]


async def test_an_answer_ends_the_backing_off() -> None:
    run = await Run(NetworkError("down"), NetworkError("down"), [], NetworkError("down"))()
    assert run.pauses == [1.0, 2.0, 1.0]


async def test_it_waits_as_long_as_telegram_asks() -> None:
    run = await Run(RetryAfter(3), RetryAfter(120))()
    assert run.pauses == [3.0, 120.0]


def test_a_lane_is_a_persons_else_a_chats_else_an_updates_own() -> None:
    group = {"id": -5, "type": "group", "title": "Office"}
    post = {"message_id": 1, "date": 1772442000, "chat": group, "text": "x"}
    assert lane(written(1, person=7)) == 7
    assert lane(Update.de_json({"update_id": 2, "channel_post": post}, None)) == -5
    assert lane(Update(3)) == 3


def test_a_persons_presses_and_words_share_a_lane() -> None:
    user = {"id": 7, "is_bot": False, "first_name": "Ana"}
    query = {"id": "1", "from": user, "chat_instance": "1", "data": "v1:rx"}
    assert lane(Update.de_json({"update_id": 1, "callback_query": query}, None)) == 7
