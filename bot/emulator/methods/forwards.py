"""Copying and forwarding."""

from typing import Any

from ..errors import bad
from ..params import Params
from ..people import Chat, Json, Stored
from ..posting import find_chat, find_message, post_as_bot
from ..world import World
from .common import extras, read_caption, send, target

# What belongs to one message alone and does not go along.
_OWN = frozenset(
    [
        "message_id",
        "from",
        "chat",
        "date",
        "edit_date",
        "reply_markup",
        "reply_to_message",
        "via_bot",
        "forward_origin",
        "media_group_id",
        "message_thread_id",
        "is_topic_message",
        "effect_id",
        "has_protected_content",
    ]
)
_SERVICE = frozenset({"pinned_message", "forum_topic_created", "new_chat_title", "new_chat_members"})


def content_of(stored: Stored) -> Json:
    """What a copy of a message holds."""
    return {key: value for key, value in stored.data.items() if key not in _OWN}


def origin_of(stored: Stored) -> Json:
    """Where a forwarded message comes from."""
    known = stored.data.get("forward_origin")
    return known or {"type": "user", "date": stored.data["date"], "sender_user": stored.data["from"]}


def _source(world: World, params: Params, what: str) -> Stored:
    chat = find_chat(world, params, "from_chat_id")
    stored = find_message(chat, params.integer("message_id"), what)
    _check(stored, what)
    return stored


def _check(stored: Stored, what: str) -> None:
    if _SERVICE & stored.data.keys() or stored.data.get("has_protected_content"):
        words = {"copy": "message can't be copied", "forward": "message can't be forwarded"}
        raise bad(words[what])


def forward_message(world: World, params: Params) -> Json:
    """Forward one message."""
    chat = target(world, params)
    return _forward(world, params, chat, _source(world, params, "forward"))


def _forward(world: World, params: Params, chat: Chat, stored: Stored) -> Json:
    content = {**content_of(stored), "forward_origin": origin_of(stored)}
    return post_as_bot(world, chat, {**extras(world, params, chat), **content}).data


def copy_message(world: World, params: Params) -> Json:
    """Copy one message, perhaps with another caption and keyboard."""
    chat = target(world, params)
    content = content_of(_source(world, params, "copy"))
    if "caption" in params.values and "text" not in content:
        content = {k: v for k, v in content.items() if not k.startswith("caption")}
        content |= read_caption(world, params)
    return {"message_id": send(world, params, chat, content)["message_id"]}


def forward_messages(world: World, params: Params) -> list[Json]:
    """Forward several; those that cannot be are passed over."""
    chat = target(world, params)
    found = _several(world, params, "forward")
    return [{"message_id": _forward(world, params, chat, stored)["message_id"]} for stored in found]


def copy_messages(world: World, params: Params) -> list[Json]:
    """Copy several; those that cannot be are passed over."""
    chat = target(world, params)
    bare = params.flag("remove_caption")
    made = []
    for stored in _several(world, params, "copy"):
        content = content_of(stored)
        if bare:
            content = {k: v for k, v in content.items() if not k.startswith("caption")}
        message = post_as_bot(world, chat, {**extras(world, params, chat), **content})
        made.append({"message_id": message.data["message_id"]})
    return made


def _several(world: World, params: Params, what: str) -> list[Stored]:
    source = find_chat(world, params, "from_chat_id")
    ids = params.integers("message_ids", "message identifiers")
    if not ids:
        raise bad("message identifiers are not specified")
    if len(ids) > 100:
        raise bad(f"too many messages to {what}")
    found = [source.messages.get(message_id) for message_id in ids]
    usable = [
        s for s in found if s and not s.deleted and not (_SERVICE & s.data.keys())
        and not s.data.get("has_protected_content")
    ]  # fmt: skip
    if not usable:
        raise bad(f"there are no messages to {what}")
    return usable


METHODS: dict[str, Any] = {
    "forwardMessage": forward_message,
    "forwardMessages": forward_messages,
    "copyMessage": copy_message,
    "copyMessages": copy_messages,
}
