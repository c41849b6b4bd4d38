"""What the bot asks about chats, and pins and reactions."""

from ..errors import bad
from ..params import Params
from ..people import Chat, Json
from ..posting import find_chat, find_message, member_json, post, quoted, replace, writable_chat
from ..world import World


def get_chat(world: World, params: Params) -> Json:
    """Everything about a chat."""
    chat = find_chat(world, params)
    shown: Json = {
        **world.chat_json(chat),
        "accent_color_id": abs(chat.id) % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(
            (
                "unlimited_gifts",
                "limited_gifts",
                "unique_gifts",
                "premium_subscription",
                "gifts_from_channels",
            ),
            False,
        ),
    }
    if chat.pinned:
        shown["pinned_message"] = quoted(chat.messages[chat.pinned[-1]])
    return shown


def _group(world: World, params: Params) -> Chat:
    chat = find_chat(world, params)
    if not chat.is_group:
        raise bad("there are no administrators in the private chat")
    return chat


def get_chat_member(world: World, params: Params) -> Json:
    """How somebody belongs to a chat."""
    chat = find_chat(world, params)
    user_id = params.integer("user_id")
    if world.user_json(user_id) is None or (not chat.is_group and user_id not in (chat.id, world.bot_id)):
        raise bad("PARTICIPANT_ID_INVALID" if chat.is_group else "user not found")
    return member_json(world, chat, user_id)


def get_chat_administrators(world: World, params: Params) -> list[Json]:
    """The administrators of a group; other bots are not among them."""
    chat = _group(world, params)
    ids = sorted(chat.admins | ({world.bot_id} if chat.status == "administrator" else set()))
    return [member_json(world, chat, user_id) for user_id in ids]


def get_chat_member_count(world: World, params: Params) -> int:
    """People and the bot."""
    return len(find_chat(world, params).members) + 1


def pin_chat_message(world: World, params: Params) -> bool:
    """Pin a message; in groups only as an administrator."""
    chat = writable_chat(world, params)
    stored = find_message(chat, params.integer("message_id"), "pin")
    _need_admin(chat, "not enough rights to manage pinned messages in the chat")
    message_id = stored.data["message_id"]
    if message_id not in chat.pinned:
        chat.pinned.append(message_id)
        post(world, chat, world.bot_id, {"pinned_message": quoted(stored)}, read=True)
    return True


def unpin_chat_message(world: World, params: Params) -> bool:
    """Unpin one message, without an id the newest."""
    chat = writable_chat(world, params)
    _need_admin(chat, "not enough rights to manage pinned messages in the chat")
    message_id = params.integer("message_id") or (chat.pinned[-1] if chat.pinned else 0)
    if message_id not in chat.pinned:
        raise bad("message to unpin not found")
    chat.pinned.remove(message_id)
    return True


def unpin_all_chat_messages(world: World, params: Params) -> bool:
    """Unpin everything."""
    chat = writable_chat(world, params)
    _need_admin(chat, "not enough rights to manage pinned messages in the chat")
    chat.pinned.clear()
    return True


def _need_admin(chat: Chat, words: str) -> None:
    if chat.is_group and chat.status != "administrator":
        raise bad(words)


def set_message_reaction(world: World, params: Params) -> bool:
    """The bot's own reaction; a bot has at most one, and no paid one."""
    chat = writable_chat(world, params)
    stored = find_message(chat, params.integer("message_id"), "react")
    reactions: list[Json] = params.objects("reaction", "ReactionType") or []
    if len(reactions) > 1:
        raise bad("REACTIONS_TOO_MANY")
    for reaction in reactions:
        if reaction.get("type") not in ("emoji", "custom_emoji"):
            raise bad("can't parse ReactionType: Unsupported type specified")
        if reaction["type"] == "emoji" and reaction.get("emoji") not in _REACTIONS:
            raise bad("REACTION_INVALID")
    chat.reactions[stored.data["message_id"], world.bot_id] = reactions
    # People see it on the message; the Message of the Bot API has no such field for the bot.
    stored.reactions = reactions
    replace(world, chat, stored, stored.data)
    return True


_REACTIONS = frozenset(
    [
        "👍",
        "👎",
        "❤",
        "❤️",
        "🔥",
        "🥰",
        "👏",
        "😁",
        "🤔",
        "🤯",
        "😱",
        "🤬",
        "😢",
        "🎉",
        "🤩",
        "🤮",
        "💩",
        "🙏",
        "👌",
        "🕊",
        "🤡",
        "🥱",
        "🥴",
        "😍",
        "🐳",
        "🌚",
        "🌭",
        "💯",
        "🤣",
        "⚡",
        "🍌",
        "🏆",
        "💔",
        "🤨",
        "😐",
        "🍓",
        "🍾",
        "💋",
        "🖕",
        "😈",
        "😴",
        "😭",
        "🤓",
        "👻",
        "👨\u200d💻",
        "👀",
        "🎃",
        "🙈",
        "😇",
        "😨",
        "🤝",
        "✍",
        "🤗",
        "🫡",
        "🎅",
        "🎄",
        "☃",
        "💅",
        "🤪",
        "🗿",
        "🆒",
        "💘",
        "🙉",
        "🦄",
        "😘",
        "💊",
        "🙊",
        "😎",
        "👾",
        "🤷",
        "😡",
    ]
)

METHODS = {
    "getChat": get_chat,
    "getChatMember": get_chat_member,
    "getChatAdministrators": get_chat_administrators,
    "getChatMemberCount": get_chat_member_count,
    "pinChatMessage": pin_chat_message,
    "unpinChatMessage": unpin_chat_message,
    "unpinAllChatMessages": unpin_all_chat_messages,
    "setMessageReaction": set_message_reaction,
}
