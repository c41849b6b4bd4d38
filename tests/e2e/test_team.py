"""Asking a human from end to end: Ana writes, Petra of the care team answers in Ana's topic."""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import Session

from bot.app import coach
from bot.db.tables import METADATA
from bot.emulator import acts, serve
from bot.emulator.client import Emulator, Person, eventually
from bot.emulator.player import Json, buttons_of, text_of
from bot.emulator.world import World
from tests.e2e.conftest import TOKEN, Stage, on_a_monday, settings_for, shows

BOT = int(TOKEN.split(":", maxsplit=1)[0])
OPEN = "The conversation with the care team is open"


def holds(kind: str) -> Callable[[Json], bool]:
    """Return what tells a message with a file of a kind."""
    return lambda message: kind in message


@dataclass
class Ward:
    """A coach with a care team."""

    stage: Stage
    world: World
    petra: Person

    async def ana(self) -> Person:
        """Bring somebody who has met the coach."""
        return await self.stage.met("Ana")

    async def asks(self, ana: Person, *, more: bool = False) -> int:
        """Let somebody open a conversation; return its topic."""
        await ana.say("/human")
        if more:
            await ana.press("☐ Add plan, check-ins")
        await ana.press("Yes, open it")
        await ana.wait_for(shows(OPEN))
        await self.stage.settled()
        return max(self.world.chats[self.petra.chat_id].topics)

    def writes(self, topic: int, **content: Any) -> int:
        """Let Petra write into a topic, and return the number of her message."""
        chat, petra = self.world.chats[self.petra.chat_id], self.world.people[self.petra.id]
        there = {"message_thread_id": topic, "is_topic_message": True}
        return int(acts.say(self.world, chat, petra, {**content, **there}).data["message_id"])

    async def topic(self, number: int) -> list[Json]:
        """Return what stands in a topic once everything in hand is done."""
        await self.stage.settled()
        return [one for one in await self.petra.messages() if one.get("message_thread_id") == number]

    async def waits(self, number: int, fits: Callable[[Json], bool]) -> Json:
        """Return the newest message of a topic that fits, as soon as there is one."""

        async def look() -> Json | None:
            return next((one for one in reversed(await self.topic(number)) if fits(one)), None)

        return await eventually(look, 5, "message in the topic")


@pytest.fixture
async def ward(tmp_path: Path) -> AsyncIterator[Ward]:
    """Give a coach whose team sits in a group with topics, where the coach is an administrator."""
    async with serve(token=TOKEN) as server, Emulator(server.url) as emulator:
        petra = await emulator.add_person("Petra", language_code="en")
        wish = {"members": [petra.id], "admins": [BOT], "type": "supergroup", "forum": True}
        group = await emulator.request("POST", "groups", {"title": "Care team", **wish})
        url = f"sqlite:///{tmp_path / 'coach.sqlite3'}"
        settings = settings_for(server.url, url, care_chat=group["id"])
        clock = await on_a_monday(emulator)
        async with coach(settings, clock) as ready:
            polling = asyncio.create_task(ready.polling.run())
            yield Ward(Stage(emulator, ready, clock), server.world, petra.within(group["id"]))
            polling.cancel()


async def test_words_and_pictures_go_both_ways(ward: Ward) -> None:
    ana = await ward.ana()
    topic = await ward.asks(ana)
    await ana.say("May I do the open book with a cold?")
    copied = await ward.waits(topic, shows("open book with a cold"))
    assert "forward_origin" not in copied, "a forwarded message would show her account"
    for kind in ("photo", "voice", "document"):
        await ana.send_media(kind)
        await ward.waits(topic, holds(kind))
    ward.writes(topic, text="Yes, gently.")
    await ana.wait_for(shows("Yes, gently."))
    calls = await ward.stage.emulator.calls("setMessageReaction")
    assert len(calls) == 5
    assert all(call["ok"] for call in calls)


async def test_the_team_sees_no_more_than_was_agreed_to(ward: Ward) -> None:
    topic = await ward.asks(await ward.ana())
    [card] = await ward.topic(topic)
    assert "Ana" in text_of(card)
    assert "Plan" not in text_of(card)
    assert await ward.stage.emulator.calls("pinChatMessage") == []


async def test_with_a_tick_plan_and_check_ins_are_pinned_and_gone_when_it_ends(ward: Ward) -> None:
    ana = await ward.ana()
    await ana.say("/progress")
    topic = await ward.asks(ana, more=True)
    card = await ward.waits(topic, shows("Last check-ins"))
    [pin] = await ward.stage.emulator.calls("pinChatMessage")
    assert pin["parameters"]["message_id"] == card["message_id"]
    await ana.press("Close the conversation")
    after = await ward.topic(topic)
    assert "check-ins" not in "".join(text_of(one) for one in after)
    assert "has closed the conversation" in text_of(after[-1])


async def test_commands_and_buttons_work_as_ever_meanwhile(ward: Ward) -> None:
    ana = await ward.ana()
    topic = await ward.asks(ana)
    await ana.say("/help")
    await ana.wait_for(shows("What I can do"))
    await ana.say("help")
    await ward.waits(topic, lambda message: text_of(message) == "help")
    assert not any("/help" in text_of(message) for message in await ward.topic(topic))


async def test_a_warning_sign_shows_the_safety_card_first_and_goes_on(ward: Ward) -> None:
    ana = await ward.ana()
    topic = await ward.asks(ana)
    await ana.say("I have chest pain and cannot breathe")
    await ward.waits(topic, shows("chest pain"))
    calls = await ward.stage.emulator.calls()
    said = [call for call in calls if call["method"].startswith("send")]
    card = next(call for call in said if "112" in str(call["parameters"]))
    copied = next(call for call in calls if call["method"] == "copyMessage")
    assert card["seq"] < copied["seq"]


async def test_what_the_team_says_among_itself_stays_there(ward: Ward) -> None:
    ana = await ward.ana()
    topic = await ward.asks(ana)
    ward.writes(topic, text="// who takes this?")
    ward.writes(topic, text="/prescribe list")
    ward.writes(topic, text="/poll@other_bot lunch")
    await ward.petra.say("lunch?")
    await ward.stage.settled()
    assert not [one for one in await ana.messages() if "who takes" in text_of(one) or "lunch" in text_of(one)]


async def test_the_team_closes_and_ana_opens_again_in_the_same_topic(ward: Ward) -> None:
    ana = await ward.ana()
    topic = await ward.asks(ana)
    await ward.petra.press("Close the conversation")
    await ana.wait_for(shows("The care team has closed"))
    ward.writes(topic, text="One more thing")
    await ward.waits(topic, shows("was not passed on"))
    await ana.say("cat cow")
    await ana.wait_for(lambda message: "Cat-Cow" in text_of(message) or "cat" in text_of(message).lower())
    assert await ward.asks(ana) == topic
    await ana.say("Here again")
    await ward.waits(topic, shows("Here again"))


async def test_whoever_left_and_a_topic_that_is_gone_are_told_kindly(ward: Ward) -> None:
    ana = await ward.ana()
    topic = await ward.asks(ana)
    await ana.block()
    ward.writes(topic, text="Hello?")
    await ward.waits(topic, shows("has blocked the coach"))
    await ana.unblock()
    ward.world.chats[ward.petra.chat_id].topics.clear()
    await ana.say("Are you there?")
    await ana.wait_for(shows("That did not reach the team"))
    assert await ward.asks(ana) != topic


async def test_erasing_closes_the_topic_and_takes_the_name_away(ward: Ward) -> None:
    ana = await ward.ana()
    topic = await ward.asks(ana, more=True)
    await ana.say("/erase")
    await ana.press("Yes, erase everything")
    await ana.wait_for(shows("All gone."))
    said = await ward.topic(topic)
    assert "has erased their data" in text_of(said[-1])
    assert not any("Ana" in text_of(message) for message in said)
    [closed] = await ward.stage.emulator.calls("closeForumTopic")
    assert closed["parameters"]["message_thread_id"] == topic
    assert "Ana" not in str(await ward.stage.coach.house.database.run(_everything))


async def test_the_database_keeps_no_word_of_it(ward: Ward) -> None:
    ana = await ward.ana()
    topic = await ward.asks(ana)
    await ana.say("brimborium wozzeldip")
    await ward.waits(topic, shows("wozzeldip"))
    ward.writes(topic, text="zibbelgroz")
    await ana.wait_for(shows("zibbelgroz"))
    await ward.stage.settled()
    kept = str(await ward.stage.coach.house.database.run(_everything))
    assert "wozzeldip" not in kept
    assert "zibbelgroz" not in kept


def _everything(session: Session) -> list[str]:
    run = session.connection().execute
    return [str(row) for table in METADATA.sorted_tables for row in run(table.select())]


async def test_petra_prescribes_and_ana_takes_it_up_and_puts_it_back(ward: Ward) -> None:
    ana = await ward.ana()
    await ward.petra.say("/prescribe Two quiet weeks")
    await ward.petra.press("Exercises")
    await ward.petra.press("Open Book")
    await ward.petra.press("‹ The routine")
    await ward.petra.press("Open Book")
    await ward.petra.press("+ Set")
    await ward.petra.press("‹ The routine")
    await ward.petra.press("Make the link")
    made = await ward.petra.wait_for(shows("is ready"))
    code = text_of(made).partition("start=")[2].split()[0]
    await ana.say(f"/start {code}")
    shown = await ana.wait_for(shows("Two quiet weeks"))
    assert "Petra put this together for you" in text_of(shown)
    await ana.press("Take it up")
    await ana.wait_for(lambda m: "My routine" in text_of(m) and "1 exercise" in text_of(m))
    await ana.press("Undo: my old one")
    await ana.wait_for(lambda m: "My routine" in text_of(m) and "1 exercise" not in text_of(m))
    await ward.petra.say("/prescribe list")
    await ward.petra.press("✕ Two quiet weeks")
    await ana.say(f"/start {code}")
    await ana.wait_for(shows("leads nowhere"))


async def test_nobody_outside_prescribes_or_closes(ward: Ward) -> None:
    ana = await ward.ana()
    await ward.asks(ana)
    await ana.say("/prescribe")
    shown = await ana.wait_for(shows("by its members"))
    await ana.press_data(shown["message_id"], "v1:kc:1", stale=True)
    assert buttons_of(await ana.last())
    await ana.say("Still open?")
    await eventually(lambda: _copied(ward), 5, "copy")


async def _copied(ward: Ward) -> bool | None:
    return bool(await ward.stage.emulator.calls("copyMessage")) or None
