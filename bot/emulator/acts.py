"""What people do: say, press, edit, block, vote."""

from typing import Any

from .errors import NotPossible
from .formatted import clean
from .keyboards import buttons
from .people import Callback, Chat, Json, Person, Stored
from .posting import member_json, post, quoted, remove, replace, set_markup
from .views import tell_chat
from .world import World

_TEXT_LIMIT = 4096
TOPIC = ("message_thread_id", "is_topic_message")
"""What an answer has from the message that it answers."""

_COMMAND_START = "/"


def say(world: World, chat: Chat, person: Person, content: Json, reply_to: int = 0) -> Stored:
    """Send ``content`` (fields of a Message) as a person."""
    check_may_write(chat, person)
    replied = chat.messages.get(reply_to)
    if reply_to and (replied is None or replied.deleted):
        raise NotPossible(f"There is no message {reply_to} to reply to.", 404)
    if replied:
        topic = {key: replied.data[key] for key in TOPIC if key in replied.data}
        content = {**content, **topic, "reply_to_message": quoted(replied)}
    first = not chat.started
    chat.started = True
    seen = bot_sees(world, chat, content, replied)
    stored = post(world, chat, person.id, content, read=not seen)
    if seen:
        world.updates.add("message", stored.data, person.id)
    _after_message(world, chat, person)
    if first:
        tell_chat(world, chat)
    return stored


def check_may_write(chat: Chat, person: Person) -> None:
    """A person writes where he belongs, not to a bot that he blocked."""
    if person.deactivated:
        raise NotPossible("This person's account is deactivated.")
    if chat.blocked:
        raise NotPossible("The bot is blocked; unblock it first.")
    if chat.migrated_to:
        raise NotPossible("This group has become a supergroup.")


def text_content(world: World, text: str, entities: list[Any]) -> Json:
    """The fields of a text message."""
    if not isinstance(text, str) or not isinstance(entities, list):
        raise NotPossible("text is a string, entities a list.")
    cleaned, found = clean(text, [dict(entity) for entity in entities], world.user_json)
    if not cleaned:
        raise NotPossible("A message needs text.")
    if len(cleaned) > _TEXT_LIMIT:
        raise NotPossible(f"A message has at most {_TEXT_LIMIT} characters.")
    return {"text": cleaned} | ({"entities": found} if found else {})


def bot_sees(world: World, chat: Chat, content: Json, replied: Stored | None) -> bool:
    """In groups, privacy mode shows a bot commands, replies to it and mentions; an administrator sees all."""
    if not chat.is_group or chat.status == "administrator":
        return True
    if chat.status != "member":
        return False
    if replied and replied.author == world.bot_id:
        return True
    text = content.get("text") or content.get("caption") or ""
    name = f"@{world.settings.username}".lower()
    if text.startswith(_COMMAND_START):
        addressee = text.split()[0].partition("@")[2]
        return not addressee or f"@{addressee}".lower() == name
    return name in text.lower()


def _after_message(world: World, chat: Chat, person: Person) -> None:
    """A force reply and a one-time keyboard are used up by a message."""
    markup = chat.markups.get(person.id)
    if markup and (markup.get("force_reply") or markup.get("one_time_keyboard")):
        set_markup(world, chat, None, person.id)


def own_message(chat: Chat, person: Person, message_id: int) -> Stored:
    """A message of this person that is still there."""
    stored = any_message(chat, message_id)
    if stored.author != person.id:
        raise NotPossible("This is not the person's own message.")
    return stored


def any_message(chat: Chat, message_id: int) -> Stored:
    """A message that is still there."""
    stored = chat.messages.get(message_id)
    if stored is None or stored.deleted:
        raise NotPossible(f"There is no message {message_id} here.", 404)
    return stored


def edit(world: World, chat: Chat, person: Person, message_id: int, text: str) -> Stored:
    """Change the text, or the caption of a file."""
    stored = own_message(chat, person, message_id)
    content = text_content(world, text, [])
    if "text" not in stored.data:
        names = {"text": "caption", "entities": "caption_entities"}
        content = {names[name]: value for name, value in content.items()}
    dropped = ("text", "entities", "caption", "caption_entities")
    kept = {key: value for key, value in stored.data.items() if key not in dropped}
    replace(world, chat, stored, {**kept, **content, "edit_date": world.date()})
    if bot_sees(world, chat, content, None):
        stored.read = False
        world.updates.add("edited_message", stored.data, person.id)
    return stored


def delete(world: World, chat: Chat, person: Person, message_id: int) -> None:
    """Take a message away for everybody; in private chats also the bot's. Bots are not told."""
    stored = any_message(chat, message_id)
    if chat.is_group and stored.author != person.id and person.id not in chat.admins:
        raise NotPossible("Only administrators delete messages of others.")
    remove(world, chat, [stored])


def press(world: World, chat: Chat, person: Person, message_id: int, data: str, *, stale: bool) -> Callback:
    """Press an inline button. ``stale`` presses one that is no longer there, as a slow client does."""
    stored = chat.messages.get(message_id)
    if not stale:
        stored = any_message(chat, message_id)
        if data not in [button.get("callback_data") for button in buttons(stored.data.get("reply_markup"))]:
            raise NotPossible(f"Message {message_id} has no button with the data {data!r}.")
    callback = Callback(world.digits(), person.id, chat.id, message_id, world.clock.now())
    world.keep_callback(callback)
    query: Json = {
        "id": callback.id,
        "from": person.user(),
        "chat_instance": str(-abs(hash((world.bot_id, chat.id)))),
        "data": data,
    }
    world.updates.add("callback_query", query | _pressed(world, chat, message_id, stored), person.id)
    return callback


def _pressed(world: World, chat: Chat, message_id: int, stored: Stored | None) -> Json:
    if stored is None or stored.deleted:
        # The Bot API's InaccessibleMessage has the date 0.
        return {"message": {"chat": world.chat_json(chat), "message_id": message_id, "date": 0}}
    if stored.inline_id:
        return {"inline_message_id": stored.inline_id}
    return {"message": stored.data}


def block(world: World, chat: Chat, person: Person, blocked: bool) -> None:
    """Block or unblock the bot; it is told by my_chat_member."""
    if chat.is_group:
        raise NotPossible("A bot is blocked in the private chat.")
    if chat.blocked == blocked:
        return
    before = member_json(world, chat, world.bot_id)
    chat.blocked = blocked
    tell_member(world, chat, person, before)
    tell_chat(world, chat)


def tell_member(world: World, chat: Chat, person: Person, before: Json) -> None:
    """The bot's own standing in a chat changed."""
    change: Json = {
        "chat": world.chat_json(chat),
        "from": person.user(),
        "date": world.date(),
        "old_chat_member": before,
        "new_chat_member": member_json(world, chat, world.bot_id),
    }
    world.updates.add("my_chat_member", change, person.id)


def clear(world: World, chat: Chat, person: Person) -> None:
    """Empty the person's view of the chat."""
    chat.cleared[person.id] = next(reversed(chat.messages), 0)
    tell_chat(world, chat)
