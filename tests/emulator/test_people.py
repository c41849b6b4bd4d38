"""What people do, and what the bot hears of it."""

from typing import Any

import pytest
from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InlineQueryResultCachedPhoto,
    InputTextMessageContent,
    Update,
)
from telegram.error import BadRequest

from bot.emulator.client import ControlError, Emulator, NothingCame, Person

KEYBOARD = InlineKeyboardMarkup([[InlineKeyboardButton("🧘 Go", callback_data="go")]])


async def news(bot: Bot, allowed: list[str] | None = None) -> list[Update]:
    """All updates since the last look."""
    found = list(await bot.get_updates(allowed_updates=allowed))
    if found:
        await bot.get_updates(offset=found[-1].update_id + 1)
    return found


async def test_messages_arrive_and_are_read(bot: Bot, anna: Person) -> None:
    """Ticks change when the bot fetches; entities are detected."""
    sent = await anna.say("/start plan_7")
    assert (sent["outgoing"], sent["read"], sent["deleted"]) == (True, False, False)
    update = (await news(bot))[-1]
    assert update.message
    assert update.message.text == "/start plan_7"
    assert update.message.entities[0].type == "bot_command"
    assert update.message.from_user
    assert update.message.from_user.language_code == "en"
    assert (await anna.messages())[-1]["read"] is True


async def test_media_places_and_contacts_arrive(bot: Bot, anna: Person) -> None:
    """Samples stand in for files."""
    await news(bot)
    for kind in ("photo", "document", "voice", "video", "sticker", "animation"):
        await anna.send_media(kind, caption="Look" if kind == "photo" else "")
    await anna.location(48.2, 16.4)
    await anna.do("contact")
    messages = [update.message for update in await news(bot)]
    kinds = ("photo", "document", "voice", "video", "sticker", "animation", "location", "contact")
    assert all(getattr(message, kind) for message, kind in zip(messages, kinds, strict=True))
    assert messages[0]
    assert messages[0].caption == "Look"


async def test_a_file_of_ones_own_is_kept(bot: Bot, emulator: Emulator, anna: Person) -> None:
    """The bot and the page get the same bytes."""
    sent = await anna.send_media("document", ("plan.txt", b"stretch", "text/plain"))
    file_id = sent["document"]["file_id"]
    assert bytes(await (await bot.get_file(file_id)).download_as_bytearray()) == b"stretch"


async def test_edits_forwards_and_replies_arrive(bot: Bot, anna: Person) -> None:
    """With what belongs to them."""
    sent = await bot.send_message(anna.id, "?")
    await news(bot)
    mine = await anna.say("one", reply_to=sent.message_id)
    await anna.edit(mine["message_id"], "two")
    await anna.do("send", text="three", forward=True)
    reply, edited, forwarded = await news(bot)
    assert reply.message
    assert reply.message.reply_to_message
    assert edited.edited_message
    assert edited.edited_message.text == "two"
    assert forwarded.message
    assert forwarded.message.forward_origin


async def test_a_caption_is_edited_as_a_caption(bot: Bot, anna: Person) -> None:
    """The file stays."""
    photo = await anna.send_media("photo", caption="one")
    edited = await anna.edit(photo["message_id"], "two")
    assert (edited["caption"], edited["photo"]) == ("two", photo["photo"])
    assert not {"text", "entities", "caption_entities"} & edited.keys()


async def test_a_press_is_a_callback_query(bot: Bot, anna: Person) -> None:
    """On the whole message, with a steady chat_instance."""
    sent = await bot.send_message(anna.id, "?", reply_markup=KEYBOARD)
    await news(bot)
    answer = await anna.press("Go", answered=False)
    assert answer == {"answered": False}
    await anna.press(lambda button: button["callback_data"] == "go", answered=False)
    first, second = [update.callback_query for update in await news(bot)]
    assert first
    assert second
    assert (first.data, first.message) == ("go", sent)
    assert first.chat_instance == second.chat_instance
    assert await first.answer("Fine", show_alert=True)


async def test_a_press_needs_its_button(bot: Bot, anna: Person) -> None:
    """Unless it is a stale one."""
    sent = await bot.send_message(anna.id, "?", reply_markup=KEYBOARD)
    await news(bot)
    with pytest.raises(ControlError, match="no button"):
        await anna.press_data(sent.message_id, "gone")
    await sent.delete()
    await anna.press_data(sent.message_id, "gone", answered=False, stale=True)
    [update] = await news(bot)
    assert update.callback_query
    assert update.callback_query.message
    assert update.callback_query.message.is_accessible is False
    with pytest.raises(NothingCame, match="The chat"):
        await anna.press("Go", timeout=0.05)


async def test_blocking_is_told(bot: Bot, anna: Person) -> None:
    """By my_chat_member, both ways; a blocked bot gets nothing."""
    await news(bot)
    await anna.block()
    with pytest.raises(ControlError, match="blocked"):
        await anna.say("hello?")
    await anna.unblock()
    changes = [update.my_chat_member for update in await news(bot)]
    told = [(c.old_chat_member.status, c.new_chat_member.status) for c in changes if c]
    assert told == [("member", "kicked"), ("kicked", "member")]


async def test_a_person_deletes_and_clears(bot: Bot, anna: Person) -> None:
    """What is deleted is gone for both, what is cleared only from view."""
    sent = await bot.send_message(anna.id, "one")
    mine = await anna.say("two")
    await anna.do("delete", message_id=mine["message_id"])
    assert [m["text"] for m in await anna.messages()] == ["/start", "one"]
    await anna.do("clear")
    assert await anna.messages() == []
    assert await sent.edit_text("still there")


async def test_reactions_are_told_to_those_who_ask(bot: Bot, anna: Person) -> None:
    """Not by default."""
    sent = await bot.send_message(anna.id, "one")
    await news(bot, ["message_reaction"])
    await anna.do("react", message_id=sent.message_id, emoji="👍")
    [update] = await news(bot)
    assert update.message_reaction
    assert update.message_reaction.new_reaction[0].to_dict()["emoji"] == "👍"


async def group_of(emulator: Emulator, anna: Person, bot: Bot, **more: Any) -> Person:
    """Anna in a new group."""
    group = await emulator.request("POST", "groups", {"title": "Backs", "members": [anna.id], **more})
    await news(bot)
    return anna.within(group["id"])


async def test_privacy_mode_hides_the_talk_of_a_group(bot: Bot, emulator: Emulator, anna: Person) -> None:
    """Commands, replies and mentions are shown."""
    there = await group_of(emulator, anna, bot)
    sent = await bot.send_message(there.chat_id, "hello all")
    await there.say("just talk")
    await there.say("/help")
    await there.say("/help@other_bot")
    await there.say("what do you say, @midback_bot?")
    await there.say("yes", reply_to=sent.message_id)
    texts = [update.message.text for update in await news(bot) if update.message]
    assert texts == ["/help", "what do you say, @midback_bot?", "yes"]


async def test_an_administrator_sees_all(bot: Bot, emulator: Emulator, anna: Person) -> None:
    """And is one in getChatMember."""
    there = await group_of(emulator, anna, bot, admins=[anna.id, bot.id])
    await there.say("just talk")
    assert len(await news(bot)) == 1
    assert (await bot.get_chat_member(there.chat_id, anna.id)).status == "administrator"
    assert {m.user.id for m in await bot.get_chat_administrators(there.chat_id)} == {anna.id, bot.id}
    assert await bot.get_chat_member_count(there.chat_id) == 2


async def test_topics_belong_to_forums(bot: Bot, emulator: Emulator, anna: Person) -> None:
    """A message finds its topic."""
    there = await group_of(emulator, anna, bot, admins=[bot.id], forum=True)
    topic = await bot.create_forum_topic(there.chat_id, "Mornings")
    sent = await bot.send_message(there.chat_id, "up", message_thread_id=topic.message_thread_id)
    assert sent.is_topic_message
    said = await there.say("down", reply_to=sent.message_id)
    assert said["message_thread_id"] == topic.message_thread_id
    assert await bot.edit_forum_topic(there.chat_id, topic.message_thread_id, "Evenings")
    assert await bot.close_forum_topic(there.chat_id, topic.message_thread_id)
    assert await bot.reopen_forum_topic(there.chat_id, topic.message_thread_id)
    with pytest.raises(BadRequest, match=r"(?i)message thread not found"):
        await bot.close_forum_topic(there.chat_id, 9999)


async def test_inline_mode(bot: Bot, emulator: Emulator, anna: Person) -> None:
    """Ask, answer, choose, and change what was chosen."""
    await news(bot)
    asked = await emulator.request("POST", "inline", {"as": anna.id, "query": "cat"})
    [update] = await news(bot)
    assert update.inline_query
    assert update.inline_query.query == "cat"
    photo = (await anna.send_media("photo"))["photo"][-1]["file_id"]
    content = InputTextMessageContent("<b>Cat</b> cow", parse_mode="HTML")
    results = [
        InlineQueryResultArticle("1", "Cat-cow", content, reply_markup=KEYBOARD),
        InlineQueryResultCachedPhoto("2", photo, caption="Look"),
    ]
    assert await update.inline_query.answer(results)
    choose = f"inline/{asked['id']}/choose"
    body = {"as": anna.id, "chat_id": anna.id}
    message = await emulator.request("POST", choose, {**body, "result_id": "1"})
    assert (message["text"], message["via_bot"]["id"]) == ("Cat cow", bot.id)
    picture = await emulator.request("POST", choose, {**body, "result_id": "2"})
    assert picture["caption"] == "Look"
    chosen = next(u.chosen_inline_result for u in await news(bot) if u.chosen_inline_result)
    assert await bot.edit_message_text("Dog", inline_message_id=chosen.inline_message_id) is True
    assert "Dog" in [m.get("text") for m in await anna.messages()]
    with pytest.raises(BadRequest, match=r"(?i)MESSAGE_ID_INVALID"):
        await bot.edit_message_text("Dog", inline_message_id="nonsense")


async def test_inline_answers_are_checked(bot: Bot, emulator: Emulator, anna: Person) -> None:
    """Ids differ, and an answer comes within thirty seconds."""
    await news(bot)
    await emulator.request("POST", "inline", {"as": anna.id, "query": "cat"})
    [update] = await news(bot)
    assert update.inline_query
    result = InlineQueryResultArticle("1", "Cat-cow", InputTextMessageContent("x"))
    with pytest.raises(BadRequest, match=r"(?i)RESULT_ID_DUPLICATE"):
        await bot.answer_inline_query(update.inline_query.id, [result, result])
    await emulator.advance(31)
    with pytest.raises(BadRequest, match="Query is too old"):
        await bot.answer_inline_query(update.inline_query.id, [result])
