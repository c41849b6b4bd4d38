"""Polling: nothing acknowledged before it is stored, and patience while somebody does not answer."""

import json
from collections.abc import Sequence
from typing import Any

import pytest
from sqlalchemy.exc import OperationalError
from telegram import Bot
from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.receive.arrivals import WANTED, Json
from bot.receive.polling import LONGEST_PAUSE, LONGEST_POLL, Polling
from tests.receive.updates import written

# The library is on its way from numbers to timedeltas and says so at every wait.
pytestmark = pytest.mark.filterwarnings("ignore:.*retry_after:DeprecationWarning")

Answer = Sequence[Json] | TelegramError
LOCKED = OperationalError("INSERT", {}, Exception("database is locked"))


class ScriptedRequest(BaseRequest):
    """Answers polls from a script; at its end the token is no longer valid, which ends the polling."""

    read_timeout = 5.0

    def __init__(self, *script: Answer) -> None:
        self.script = list(script)
        self.asked: list[dict[str, Any]] = []

    async def initialize(self) -> None: ...

    async def shutdown(self) -> None: ...

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_: Any, **more: Any
    ) -> tuple[int, bytes]:
        assert url.endswith("/getUpdates")
        assert request_data
        self.asked.append({**request_data.parameters, **more})
        answer = self.script.pop(0) if self.script else InvalidToken("the end of the script")
        if isinstance(answer, TelegramError):
            raise answer
        return 200, json.dumps({"ok": True, "result": answer}).encode()


class Run:
    """One run of the polling to the end of the script."""

    def __init__(self, *script: Answer, failures: Sequence[Exception] = ()) -> None:
        self.request = ScriptedRequest(*script)
        self.failures = list(failures)
        self.stored: list[int] = []
        self.pauses: list[float] = []

    async def take_in(self, updates: Sequence[Json]) -> None:
        """Store, or fail as told."""
        if self.failures:
            raise self.failures.pop(0)
        self.stored += [update["update_id"] for update in updates]

    async def sleep(self, seconds: float) -> None:
        """Only note the pause."""
        self.pauses.append(seconds)

    async def __call__(self) -> "Run":
        with pytest.raises(InvalidToken):
            await Polling(Bot("1:x"), self.request, self.take_in, sleep=self.sleep).run()
        return self

    @property
    def offsets(self) -> list[int]:
        """The offsets that were asked for."""
        return [options["offset"] for options in self.request.asked]


async def test_it_acknowledges_a_batch_with_the_next_poll() -> None:
    run = await Run([written(5), written(6)], [], [written(9)])()
    assert run.offsets == [0, 7, 7, 10]
    assert run.stored == [5, 6, 9]
    assert run.pauses == []


async def test_it_does_not_acknowledge_what_could_not_be_stored() -> None:
    run = await Run([written(5)], [written(5), written(6)], failures=[LOCKED])()
    assert run.offsets == [0, 0, 7]
    assert run.stored == [5, 6]
    assert run.pauses == [1.0]


async def test_a_fault_of_ours_is_not_waited_out() -> None:
    with pytest.raises(ZeroDivisionError):
        await Run([written(5)], failures=[ZeroDivisionError()])()


async def test_it_asks_for_what_the_coach_handles_and_waits_longer_than_telegram_holds() -> None:
    asked = (await Run()()).request.asked[0]
    assert asked["allowed_updates"] == WANTED
    assert set(WANTED) == {"message", "edited_message", "callback_query", "inline_query", "my_chat_member"}
    assert asked["timeout"] == LONGEST_POLL
    assert asked["read_timeout"] > LONGEST_POLL


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
    assert run.stored == [5, 6]


async def test_an_answer_ends_the_backing_off() -> None:
    run = await Run(NetworkError("down"), NetworkError("down"), [], NetworkError("down"))()
    assert run.pauses == [1.0, 2.0, 1.0]


async def test_it_waits_as_long_as_telegram_asks() -> None:
    run = await Run(RetryAfter(3), RetryAfter(120))()
    assert run.pauses == [3.0, 120.0]
