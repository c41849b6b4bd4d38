"""The methods of the Bot API, called by python-telegram-bot."""

import io

import pytest
from PIL import Image
from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaAnimation,
    InputMediaPhoto,
    ReactionTypeEmoji,
    ReplyParameters,
)
from telegram.error import BadRequest

from bot.emulator.client import Emulator, Person

KEYBOARD = InlineKeyboardMarkup([[InlineKeyboardButton("Go", callback_data="go")]])


def picture(width: int = 640, height: int = 480, kind: str = "PNG") -> bytes:
    """A plain picture."""
    out = io.BytesIO()
    Image.new("RGB", (width, height), "#468").save(out, kind)
    return out.getvalue()


def loop(frames: int = 4) -> bytes:
    """A GIF with half a second a frame."""
    pictures = [Image.new("RGB", (64, 48), (n * 40, 0, 0)) for n in range(frames)]
    out = io.BytesIO()
    pictures[0].save(out, "GIF", save_all=True, append_images=pictures[1:], duration=500)
    return out.getvalue()


async def test_get_me(bot: Bot) -> None:
    """The bot knows itself."""
    me = await bot.get_me()
    assert (me.id, me.username, me.is_bot, me.supports_inline_queries) == (123456, "midback_bot", True, True)


async def test_send_message_gives_the_whole_message(bot: Bot, emulator: Emulator, anna: Person) -> None:
    """Text, entities, date by the emulator's clock, reply, effect, protection, preview."""
    await emulator.advance(3600)
    mine = await anna.say("hi")
    sent = await bot.send_message(
        anna.id,
        " <b>Hello</b> &amp; /help ",
        parse_mode="HTML",
        reply_markup=KEYBOARD,
        reply_parameters=ReplyParameters(mine["message_id"]),
        message_effect_id="5104841245755180586",
        protect_content=True,
    )
    assert sent.text == "Hello & /help"
    assert [(str(e.type), e.offset, e.length) for e in sent.entities] == [
        ("bold", 0, 5),
        ("bot_command", 8, 5),
    ]
    assert sent.reply_to_message
    assert sent.reply_to_message.message_id == mine["message_id"]
    assert sent.reply_markup == KEYBOARD
    assert (sent.effect_id, sent.has_protected_content) == ("5104841245755180586", True)
    assert abs(sent.date.timestamp() - (await emulator.clock())["now"]) < 3


async def test_a_reply_may_go_without_its_message(bot: Bot, anna: Person) -> None:
    """When the bot says so."""
    missing = ReplyParameters(99999, allow_sending_without_reply=True)
    sent = await bot.send_message(anna.id, "hello", reply_parameters=missing)
    assert sent.reply_to_message is None


async def test_length_counts_after_parsing(bot: Bot, anna: Person) -> None:
    """Characters, not bytes, UTF-16 units or tags."""
    sent = await bot.send_message(anna.id, f"<b>{'🧘' * 4096}</b>", parse_mode="HTML")
    assert sent.text
    assert len(sent.text) == 4096
    assert sent.entities[0].length == 8192


async def test_photos_have_several_sizes_and_can_be_sent_again(bot: Bot, anna: Person) -> None:
    """Any size's file_id stands for the photo; the bytes come back as they were."""
    data = picture(1000, 500)
    sent = await bot.send_photo(anna.id, data, caption="<i>Look</i>", parse_mode="HTML")
    assert [(size.width, size.height) for size in sent.photo] == [
        (90, 45),
        (320, 160),
        (800, 400),
        (1000, 500),
    ]
    assert (sent.caption, sent.caption_entities[0].type) == ("Look", "italic")
    again = await bot.send_photo(anna.id, sent.photo[0].file_id)
    assert again.photo == sent.photo
    file = await bot.get_file(sent.photo[-1].file_id)
    assert bytes(await file.download_as_bytearray()) == data


async def test_animations_know_their_shape(bot: Bot, anna: Person) -> None:
    """Width, height, duration and thumbnail; also as a document, for old clients."""
    sent = await bot.send_animation(anna.id, loop(), filename="cat-cow.gif")
    assert sent.animation
    assert (sent.animation.width, sent.animation.height) == (64, 48)
    assert sent.animation.to_dict()["duration"] == 2
    assert sent.animation.thumbnail
    assert sent.document
    assert sent.document.file_id == sent.animation.file_id
    again = await bot.send_document(anna.id, sent.animation.file_id)
    assert again.animation == sent.animation


async def test_other_files(bot: Bot, anna: Person) -> None:
    """Video, document, voice, audio, sticker."""
    video = await bot.send_video(anna.id, b"....ftyp", width=320, height=240, duration=4)
    document = await bot.send_document(anna.id, b"a,b", filename="a.csv", caption="Yours")
    voice = await bot.send_voice(anna.id, b"OggS", duration=3)
    audio = await bot.send_audio(anna.id, b"ID3", title="Calm", performer="Nobody")
    sticker = await bot.send_sticker(anna.id, picture(512, 512, "WEBP"))
    assert video.video
    assert (video.video.width, video.video.height) == (320, 240)
    assert document.document
    assert (document.document.file_name, document.caption) == ("a.csv", "Yours")
    assert voice.voice
    assert voice.voice.to_dict()["duration"] == 3
    assert audio.audio
    assert audio.audio.title == "Calm"
    assert sticker.sticker
    assert sticker.sticker.width == 512


async def test_an_album_shares_an_id(bot: Bot, anna: Person) -> None:
    """All its messages arrive, with the caption of the first."""
    album = [InputMediaPhoto(picture(), caption="Both"), InputMediaPhoto(picture(100, 100))]
    sent = await bot.send_media_group(anna.id, album)
    assert len({message.media_group_id for message in sent}) == 1
    assert [message.caption for message in sent] == ["Both", None]


async def test_edits_change_what_they_name(bot: Bot, anna: Person) -> None:
    """Text, caption, media, keyboard; a keyboard that is not given again is gone."""
    text = await bot.send_message(anna.id, "one", reply_markup=KEYBOARD)
    edited = await text.edit_text("two")
    assert not isinstance(edited, bool)
    assert (edited.text, edited.reply_markup) == ("two", None)
    assert edited.edit_date
    marked = await text.edit_reply_markup(KEYBOARD)
    assert not isinstance(marked, bool)
    assert (marked.text, marked.reply_markup) == ("two", KEYBOARD)
    photo = await bot.send_photo(anna.id, picture(), caption="one")
    named = await photo.edit_caption("two", reply_markup=KEYBOARD)
    assert not isinstance(named, bool)
    assert (named.caption, named.reply_markup) == ("two", KEYBOARD)
    moved = await photo.edit_media(InputMediaAnimation(loop(), caption="three"))
    assert not isinstance(moved, bool)
    assert (bool(moved.photo), bool(moved.animation), moved.caption) == (False, True, "three")
    assert moved.message_id == photo.message_id
    assert moved.reply_markup is None


async def test_a_keyboard_alone_does_not_mark_as_edited(bot: Bot, anna: Person) -> None:
    """People see "edited" only for new content."""
    sent = await bot.send_message(anna.id, "one", reply_markup=KEYBOARD)
    changed = await sent.edit_reply_markup(None)
    assert not isinstance(changed, bool)
    assert changed.edit_date is None


async def test_deleting(bot: Bot, emulator: Emulator, anna: Person) -> None:
    """One, several, the person's own; but not what is older than two days."""
    sent = [await bot.send_message(anna.id, str(n)) for n in range(4)]
    mine = await anna.say("mine")
    assert await sent[0].delete()
    assert await bot.delete_messages(anna.id, [sent[1].message_id, mine["message_id"], 99999])
    assert [m["text"] for m in await anna.messages()] == ["/start", "2", "3"]
    await emulator.advance(48 * 3600 + 1)
    with pytest.raises(BadRequest, match="Message can't be deleted for everyone"):
        await sent[2].delete()


async def test_chat_actions_last_until_the_next_message(bot: Bot, anna: Person) -> None:
    """Or five seconds."""
    await bot.send_chat_action(anna.id, "typing")
    assert (await anna.chat())["action"] == "typing"
    await bot.send_message(anna.id, "done")
    assert (await anna.chat())["action"] is None


async def test_chats_members_pins_reactions(bot: Bot, anna: Person) -> None:
    """What the bot can ask and do in a chat."""
    sent = await bot.send_message(anna.id, "pin me")
    assert await sent.pin()
    chat = await bot.get_chat(anna.id)
    assert (chat.first_name, chat.type) == ("Anna", "private")
    assert chat.pinned_message
    assert chat.pinned_message.message_id == sent.message_id
    assert await sent.unpin()
    assert (await bot.get_chat_member(anna.id, anna.id)).status == "member"
    assert await sent.set_reaction(ReactionTypeEmoji("👍"))
    [seen] = [m for m in await anna.messages() if m["message_id"] == sent.message_id]
    assert seen["reactions"] == [{"type": "emoji", "emoji": "👍"}]


async def test_places_contacts_dice_and_drafts(bot: Bot, anna: Person) -> None:
    """Small messages of other kinds."""
    place = await bot.send_location(anna.id, 48.2, 16.4)
    contact = await bot.send_contact(anna.id, "+15550001", "Anna")
    dice = await bot.send_dice(anna.id)
    assert place.location
    assert place.location.latitude == 48.2
    assert contact.contact
    assert contact.contact.first_name == "Anna"
    assert dice.dice
    assert 1 <= dice.dice.value <= 6
    assert await bot.send_message_draft(anna.id, 1, "Writing…")


async def test_copies_and_forwards(bot: Bot, anna: Person) -> None:
    """A copy is the bot's own, a forward tells where it comes from."""
    photo = await bot.send_photo(anna.id, picture(), caption="one", reply_markup=KEYBOARD)
    forwarded = await photo.forward(anna.id)
    assert forwarded.forward_origin
    assert (forwarded.caption, forwarded.reply_markup) == ("one", None)
    copied = await photo.copy(anna.id, caption="two")
    last = await anna.last()
    assert (last["message_id"], last["caption"]) == (copied.message_id, "two")
    assert "forward_origin" not in last
    both = await bot.copy_messages(anna.id, anna.id, [photo.message_id, forwarded.message_id])
    assert len(both) == 2


async def test_polls_are_voted_in_and_stopped(bot: Bot, anna: Person) -> None:
    """The bot hears of votes and gives the result."""
    sent = await bot.send_poll(anna.id, "How was it?", ["Easy", "Hard"], is_anonymous=False)
    await anna.do("vote", message_id=sent.message_id, option_ids=[1])
    *_, counted, answer = await bot.get_updates()
    assert counted.poll
    assert counted.poll.options[1].voter_count == 1
    assert answer.poll_answer
    assert answer.poll_answer.option_ids == (1,)
    result = await bot.stop_poll(anna.id, sent.message_id)
    assert (result.is_closed, result.total_voter_count) == (True, 1)
