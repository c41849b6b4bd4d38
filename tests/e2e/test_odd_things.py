"""What people send besides what one expects: each gets a helpful answer or a quiet, right nothing."""

import asyncio

import pytest

from bot.emulator.client import buttons_of, text_of
from tests.e2e.conftest import Stage, shows

SAMPLES = ("photo", "sticker", "voice", "document", "video", "animation")
WORDS = {
    "4,000 characters": "stretch " * 500,
    "emoji only": "🦒🦒🦒",
    "right to left": "אני רוצה למתוח את הגב",
    "markup": "<b>cat</b> & *cow* _[x](y)",
    "an unknown command": "/nonsense",
    "a command with wrong words": "/show <i>pizza</i>",
    "a command with words too many": "/today please & thank you",
}


async def answers(stage: Stage) -> int:
    """Count what the coach has said."""
    methods = ("sendMessage", "sendPhoto", "sendAnimation")
    sent = [call for method in methods for call in await stage.emulator.calls(method)]
    assert all(call["ok"] for call in sent), [call for call in sent if not call["ok"]]
    return len(sent)


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS.keys())
async def test_odd_words_are_answered_once(stage: Stage, words: str) -> None:
    """One answer with a way on, and no refusal by Telegram."""
    ana = await stage.met("Ana <b>&amp;</b> *_[")
    before = await answers(stage)
    await ana.say(words[:4096].strip())
    last = await stage.last(ana)
    assert await answers(stage) == before + 1
    assert buttons_of(last)


async def test_pictures_stickers_and_voices_get_a_kind_word(stage: Stage) -> None:
    """The coach understands words and buttons, and says so; a place it takes for a question of clocks."""
    ana = await stage.met()
    for number, kind in enumerate(SAMPLES, 1):
        await ana.send_media(kind)
        await stage.settled()
        kind_words = [m for m in await ana.messages() if "only understand words" in text_of(m)]
        assert len(kind_words) == number
    await ana.location(4.7, -74.1)
    assert "That is the clock of Bogota" in text_of(await stage.last(ana))


async def test_an_edited_message_is_left_alone_and_a_forwarded_one_is_read(stage: Stage) -> None:
    """What was answered once is not answered again."""
    ana = await stage.met()
    said = await ana.say("cat cow")
    await ana.wait_for(shows("Seated Cat Cow"))
    before = await answers(stage)
    await ana.edit(said["message_id"], "wall angel")
    await stage.settled()
    assert await answers(stage) == before
    await ana.do("send", text="wall angel", forward=True)
    await ana.wait_for(shows("Wall Angels"))


async def test_two_people_at_once_do_not_meet(stage: Stage) -> None:
    """Each has a session of their own, at their own place."""
    ana, bo = await stage.met("Ana"), await stage.met("Bo")
    await asyncio.gather(stage.begins(ana), stage.begins(bo))
    await ana.press("✓ Done")
    assert "2 of 5" in text_of(await stage.last(ana))
    assert "1 of 5" in text_of(await stage.last(bo))


async def test_a_deleted_card_comes_anew(stage: Stage) -> None:
    """The person deletes the card; /today brings another, at the same place."""
    ana = await stage.met()
    await stage.begins(ana)
    await ana.press("✓ Done")
    card = await ana.wait_for(shows("2 of 5"))
    await ana.do("delete", message_id=card["message_id"])
    await ana.say("/today")
    fresh = await ana.wait_for(shows("2 of 5"))
    assert fresh["message_id"] > card["message_id"]


async def test_buttons_of_a_session_that_is_over_show_its_end(stage: Stage) -> None:
    """A press on an old card changes nothing, and says where things stand."""
    ana = await stage.met()
    await stage.begins(ana)
    card = await ana.wait_for(shows("1 of 5"))
    old = next(b["callback_data"] for b in buttons_of(card) if b["text"] == "✓ Done")
    await ana.press("More …")
    await ana.wait_for(lambda shown: any(b["text"] == "Stop" for b in buttons_of(shown)))
    await ana.press("Stop")
    await ana.wait_for(shows("Stopped here"))
    answer = await ana.press_data(card["message_id"], old, stale=True)
    assert "from earlier" in answer["text"]
    assert "Stopped here" in text_of(await stage.last(ana))


async def test_a_group_is_shown_the_way_to_the_private_chat(stage: Stage) -> None:
    """Commands point to the private chat; an exercise may be shown to all, without buttons of one person."""
    ana, bo = await stage.met("Ana"), await stage.met("Bo")
    group = await stage.emulator.add_group("Desk club", [ana, bo])
    there = ana.within(group)
    await there.say("/today@midback_bot")
    await there.wait_for(shows("one person at a time"))
    await there.say("/show@midback_bot cat cow")
    shown = await there.wait_for(shows("Seated Cat Cow"))
    assert [button.get("url") for button in buttons_of(shown)] == [
        "https://t.me/midback_bot?start=show_seated-cat-cow"
    ]
