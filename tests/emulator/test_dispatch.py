"""Whatever a bot sends, it gets an answer with words: never a crash."""

import asyncio
import random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.emulator.dispatch import Dispatcher, Outcome
from bot.emulator.methods import METHODS
from bot.emulator.params import Upload
from bot.emulator.world import Settings, World

NAMES = [
    "text", "parse_mode", "entities", "reply_markup", "reply_parameters", "message_id",
    "message_ids", "from_chat_id", "photo", "animation", "document", "sticker", "media", "caption",
    "question", "options", "type", "correct_option_ids", "callback_query_id", "inline_query_id",
    "results", "commands", "scope", "language_code", "menu_button", "reaction", "latitude",
    "longitude", "file_id", "user_id", "name", "title", "draft_id", "limit",
]  # fmt: skip
KEYS = [
    "type", "text", "id", "message_id", "media", "inline_keyboard", "keyboard", "offset", "length",
    "url", "web_app", "callback_data", "copy_text", "command", "input_message_content", "user",
]  # fmt: skip
WORDS = ["", "x", "{", "[]", "{}", "HTML", "<b", "photo"]
JUNK = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.sampled_from(WORDS),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=3),
    max_leaves=6,
)
# These wait for something, or reach out.
SLOW = {"getUpdates", "setWebhook"}


def call(method: str, values: dict[str, Any], uploads: dict[str, Upload] | None = None) -> Outcome:
    """One call in a fresh world with one person and two messages."""

    async def run() -> Outcome:
        world = World(Settings("1:a", now=lambda: 0.0, rng=random.Random(1)))  # noqa: S311 - ids
        person = world.add_person({"first_name": "Anna"})
        world.chats[person.id].started = True
        dispatcher = Dispatcher(world)
        for _ in range(2):
            await dispatcher.run_values("sendMessage", {"chat_id": person.id, "text": "hello"})
        return await dispatcher.run(method, {"chat_id": person.id, **values}, uploads or {})

    return asyncio.run(run())


@settings(max_examples=250, deadline=None)
@given(
    st.sampled_from(sorted(METHODS.keys() - SLOW)), st.dictionaries(st.sampled_from(NAMES), JUNK, max_size=5)
)
def test_no_call_crashes(method: str, values: dict[str, Any]) -> None:
    """Nonsense is granted or refused, never answered with 500."""
    outcome = call(method, values)
    assert outcome.status in {200, 400, 401, 403, 404}, outcome


def test_a_failure_of_the_emulator_is_an_answer_too() -> None:
    """With 500, as Telegram's own failures."""

    async def run() -> Outcome:
        world = World(Settings("1:a"))
        dispatcher = Dispatcher(world)
        world.profile = None  # type: ignore[assignment]
        return await dispatcher.run_values("getMe", {})

    outcome = asyncio.run(run())
    assert (outcome.status, outcome.body["description"]) == (500, "Internal Server Error")


def test_every_method_of_the_table_is_a_real_one() -> None:
    """A misspelt name would never be called."""
    world = World(Settings("1:a"))
    assert {name.lower() for name in METHODS} <= Dispatcher(world).known()
