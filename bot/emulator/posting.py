"""Putting messages into chats: what bot and people have in common."""

import asyncio
from typing import Any

from .errors import bad, refusal
from .keyboards import kind_of
from .params import Params
from .people import Chat, Json, Stored
from .world import World

_ACTION_SECONDS = 5.0
# What a message quotes of another leaves out what that one quoted.
_NOT_QUOTED = frozenset({"reply_to_message", "reply_markup"})


def find_chat(world: World, params: Params, name: str = "chat_id") -> Chat:
    """The chat that the bot means; unknown ones are refused."""
    wanted = params.text(name).strip()
    if not wanted:
        raise bad(f"{name} is empty")
    chat = world.chats.get(int(wanted)) if wanted.removeprefix("-").isdecimal() else None
    if chat is None:
        raise bad("chat not found")
    return chat


def writable_chat(world: World, params: Params) -> Chat:
    """The chat that the bot may write to; otherwise the 400 or 403 that Telegram gives."""
    chat = find_chat(world, params)
    if chat.is_group:
        _check_group(chat)
    else:
        _check_private(world, chat)
    return chat


def _check_private(world: World, chat: Chat) -> None:
    if world.people[chat.id].deactivated:
        raise refusal(403, "user is deactivated")
    if chat.blocked:
        raise refusal(403, "bot was blocked by the user")
    if not chat.started:
        raise refusal(403, "bot can't initiate conversation with a user")


def _check_group(chat: Chat) -> None:
    if chat.migrated_to:
        raise bad("group chat was upgraded to a supergroup chat", {"migrate_to_chat_id": chat.migrated_to})
    if chat.status == "kicked":
        raise refusal(403, f"bot was kicked from the {chat.type} chat")
    if chat.status == "left":
        raise refusal(403, f"bot is not a member of the {chat.type} chat")


def find_message(chat: Chat, message_id: int, what: str) -> Stored:
    """A message that is still there; ``what`` is Telegram's word for the purpose, such as "edit"."""
    stored = chat.messages.get(message_id)
    if stored is None or stored.deleted:
        raise bad(f"message to {what} not found")
    return stored


def quoted(stored: Stored) -> Json:
    """The message as another one shows that it replies to it."""
    return {key: value for key, value in stored.data.items() if key not in _NOT_QUOTED}


def post(world: World, chat: Chat, author: int, content: Json, *, read: bool) -> Stored:
    """Add a message of ``author`` to the chat and tell those who see it."""
    message_id = world.next_id("message")
    sender = world.user_json(author)
    head: Json = {
        "message_id": message_id,
        "from": sender,
        "chat": world.chat_json(chat),
        "date": world.date(),
    }
    stored = Stored({**head, **content}, author, read)
    chat.keep(message_id, stored)
    world.tell_message(chat, "message", stored)
    return stored


def post_as_bot(world: World, chat: Chat, content: Json, markup: Json | None = None) -> Stored:
    """Add a message of the bot; an inline keyboard goes with it, any other replaces the person's."""
    if kind_of(markup) == "inline":
        content = {**content, "reply_markup": markup}
    stored = post(world, chat, world.bot_id, content, read=True)
    end_action(world, chat)
    if markup and kind_of(markup) != "inline":
        set_markup(world, chat, None if kind_of(markup) == "remove" else markup)
    return stored


def set_markup(world: World, chat: Chat, markup: Json | None, person_id: int | None = None) -> None:
    """Show a reply keyboard or a force reply to all who see the chat, or to one person; None hides it."""
    people = list(world.watchers(chat)) if person_id is None else [person_id]
    for person in people:
        if markup is None:
            chat.markups.pop(person, None)
        else:
            chat.markups[person] = markup
    world.hub.publish("reply_markup", {"chat_id": chat.id, "reply_markup": markup}, people)


def replace(world: World, chat: Chat, stored: Stored, content: Json) -> None:
    """Give a message new content (the whole of it) and tell those who see it."""
    stored.data = content
    world.tell_message(chat, "edit", stored)


def remove(world: World, chat: Chat, stored: list[Stored]) -> None:
    """Take messages away from everybody."""
    ids = []
    for message in stored:
        message.deleted = True
        ids.append(message.data["message_id"])
    chat.pinned = [pinned for pinned in chat.pinned if pinned not in ids]
    world.tell(chat, "delete", {"chat_id": chat.id, "message_ids": ids})


def start_action(world: World, chat: Chat, action: str) -> None:
    """Show "typing…" or the like for five seconds or until the next message."""
    until = world.clock.now() + _ACTION_SECONDS
    chat.action = (action, until)
    world.tell(chat, "action", {"chat_id": chat.id, "action": action, "until": until})
    asyncio.get_running_loop().call_later(_ACTION_SECONDS, _expire_action, world, chat, until)


def end_action(world: World, chat: Chat) -> None:
    """The bot did what it was about to do."""
    if chat.action:
        chat.action = None
        world.tell(chat, "action", {"chat_id": chat.id, "action": None, "until": None})


def _expire_action(world: World, chat: Chat, until: float) -> None:
    # A newer action has another end.
    if chat.action and chat.action[1] == until:
        end_action(world, chat)


def member_json(world: World, chat: Chat, user_id: int) -> Json:
    """The ChatMember object of a person or the bot in a chat."""
    user = world.user_json(user_id)
    if user_id == world.bot_id:
        status = "kicked" if chat.blocked else chat.status
    elif not chat.is_group:
        status = "member"
    else:
        status = (
            "administrator" if user_id in chat.admins else "member" if user_id in chat.members else "left"
        )
    return {"status": status, "user": user, **_RIGHTS.get(status, {})}


_RIGHTS: dict[str, dict[str, Any]] = {
    "kicked": {"until_date": 0},
    "administrator": dict.fromkeys(
        (
            "can_be_edited", "is_anonymous", "can_post_stories", "can_edit_stories", "can_delete_stories",
        ), False,
    ) | dict.fromkeys(
        (
            "can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members",
            "can_promote_members", "can_change_info", "can_invite_users", "can_pin_messages",
        ), True,
    ),
}  # fmt: skip
