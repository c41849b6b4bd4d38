"""The team's chat, against the emulator: topics, copies, and what Telegram's refusals mean."""

from collections.abc import AsyncIterator

import pytest
from structlog.testing import capture_logs
from telegram import Bot

from bot.chat.actions import CloseTalk
from bot.chat.errors import Trouble
from bot.chat.relay import Relay
from bot.chat.screen import Key, Screen
from bot.chat.transport import Transport
from bot.emulator import serve
from bot.emulator.client import Emulator, Person, text_of

# The library is on its way from numbers to timedeltas and says so at every wait.
pytestmark = pytest.mark.filterwarnings("ignore:.*retry_after:DeprecationWarning")

TOKEN = "123456:emulated-token"
CARD = Screen("A <b>card</b>", ((Key("Close", CloseTalk(1)),),))


@pytest.fixture
async def emulator() -> AsyncIterator[Emulator]:
    """Give an emulator."""
    async with serve(token=TOKEN, pace=0.001) as running, Emulator(running.url) as client:
        yield client


@pytest.fixture
async def petra(emulator: Emulator) -> Person:
    """Give a member of the team, in its chat."""
    petra = await emulator.add_person("Petra")
    wish = {"members": [petra.id], "admins": [123456], "type": "supergroup", "forum": True}
    group = await emulator.request("POST", "groups", {"title": "Team", **wish})
    return petra.within(group["id"])


@pytest.fixture
async def relay(emulator: Emulator, petra: Person) -> AsyncIterator[Relay]:
    """Give the relay."""
    urls = (f"{emulator.url}/bot", f"{emulator.url}/file/bot")
    async with Bot(TOKEN, *urls, request=Transport(4), get_updates_request=Transport(1)) as bot:
        yield Relay(bot, petra.chat_id)


@pytest.fixture
async def anna(emulator: Emulator) -> Person:
    """Give somebody who started the bot."""
    person = await emulator.add_person("Anna")
    await person.say("/start")
    return person


async def test_a_topic_is_headed_by_a_card_that_can_change(relay: Relay, petra: Person) -> None:
    topic = (await relay.open_topic("Anna · ABCD")).result["message_thread_id"]
    card = (await relay.post(topic, Screen("First"))).result["message_id"]
    assert (await relay.edit(card, CARD)).trouble is None
    assert (await relay.pin(card)).trouble is None
    shown = next(one for one in await petra.messages() if one["message_id"] == card)
    assert (text_of(shown), shown["message_thread_id"]) == ("A card", topic)


async def test_messages_are_copied_both_ways(relay: Relay, petra: Person, anna: Person) -> None:
    topic = (await relay.open_topic("Anna")).result["message_thread_id"]
    hers = await anna.say("hello")
    assert (await relay.to_team(anna.id, hers["message_id"], topic)).trouble is None
    assert text_of(await petra.last()) == "hello"
    reply = await petra.say("hi")
    assert (await relay.to_person(anna.id, reply["message_id"])).trouble is None
    assert text_of(await anna.last()) == "hi"
    assert (await relay.mark(anna.id, hers["message_id"])).trouble is None
    assert (await relay.tell(anna.id, Screen("news"))).trouble is None


async def test_a_lost_topic_is_told_apart(relay: Relay, anna: Person) -> None:
    hers = await anna.say("hello")
    passed = await relay.to_team(anna.id, hers["message_id"], 999)
    assert passed.lost
    assert passed.result is None


async def test_somebody_who_left_is_told_apart(relay: Relay, petra: Person, anna: Person) -> None:
    reply = await petra.say("hi")
    await anna.block()
    assert (await relay.to_person(anna.id, reply["message_id"])).trouble is Trouble.GONE


async def test_it_waits_as_told_and_tries_again(
    relay: Relay, emulator: Emulator, anna: Person, petra: Person
) -> None:
    topic = (await relay.open_topic("Anna")).result["message_thread_id"]
    hers = await anna.say("hello")
    await emulator.fault(method="copyMessage", code=429, parameters={"retry_after": 1})
    assert (await relay.to_team(anna.id, hers["message_id"], topic)).trouble is None


async def test_a_long_wait_is_given_up(relay: Relay, emulator: Emulator) -> None:
    await emulator.fault(method="createForumTopic", code=429, parameters={"retry_after": 300})
    assert (await relay.open_topic("Anna")).trouble is Trouble.WAIT


async def test_a_lost_answer_is_unsure_and_not_tried_again(
    relay: Relay, emulator: Emulator, petra: Person, anna: Person
) -> None:
    topic = (await relay.open_topic("Anna")).result["message_thread_id"]
    hers = await anna.say("hello")
    await emulator.fault(method="copyMessage", drop="after")
    assert (await relay.to_team(anna.id, hers["message_id"], topic)).unsure
    assert len([one for one in await petra.messages() if text_of(one) == "hello"]) == 1


async def test_a_refusal_is_logged_without_a_word_of_anybody(relay: Relay, anna: Person) -> None:
    with capture_logs() as logs:
        await relay.post(999, Screen("brimborium"))
    assert [entry["call"] for entry in logs] == ["sendMessage"]
    assert "brimborium" not in str(logs)
