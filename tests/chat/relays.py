"""A care team's chat that only takes notes."""

from dataclasses import replace
from typing import Any

from bot.chat.relay import Passed, Relay
from tests.chat.stage import Stage

TEAM = -100900
"""The team's chat."""


class NotingRelay(Relay):
    """Writes down what would go to Telegram; ``answers`` says what comes back, by method."""

    def __init__(self) -> None:
        self.chat_id = TEAM
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.answers: dict[str, Passed] = {}

    async def _call(self, method: str, **values: Any) -> Passed:
        self.calls.append((method, values))
        number = 100 + len(self.calls)
        good = {"message_thread_id": 5} if method == "createForumTopic" else {"message_id": number}
        return self.answers.get(method, Passed(good))

    def of(self, method: str) -> list[dict[str, Any]]:
        """What a method was called with."""
        return [values for called, values in self.calls if called == method]

    def texts(self) -> list[str]:
        """All that was written, in order."""
        return [values["text"] for _, values in self.calls if "text" in values]


def with_team(stage: Stage) -> tuple[Stage, NotingRelay]:
    """Return the same stage with a care team behind the coach."""
    relay = NotingRelay()
    dispatcher = stage.dispatcher
    house = replace(dispatcher.house, team=relay)
    return Stage(replace(dispatcher, house=house), stage.door), relay
