"""What all sending methods do alike."""

from ..errors import bad
from ..formatted import read_formatted
from ..keyboards import read_markup
from ..params import Params
from ..people import Chat, Json, Stored
from ..posting import post_as_bot, quoted, writable_chat
from ..world import World

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024


def target(world: World, params: Params) -> Chat:
    """The chat to send to, counted against the flood limits."""
    chat = writable_chat(world, params)
    world.limits.check(chat.id, chat.is_group)
    return chat


def send(world: World, params: Params, chat: Chat, content: Json) -> Json:
    """Send ``content`` with what every message may have: keyboard, reply, topic, effect, protection."""
    markup = read_markup(params)
    return post_as_bot(world, chat, {**extras(world, params, chat), **content}, markup).data


def extras(world: World, params: Params, chat: Chat) -> Json:
    """The fields that any sent message may have."""
    found: Json = {}
    thread = params.integer("message_thread_id")
    if thread:
        if thread not in chat.topics:
            raise bad("message thread not found")
        found |= {"message_thread_id": thread, "is_topic_message": True}
    if replied := _replied(world, params, chat):
        found["reply_to_message"] = quoted(replied)
    if params.flag("protect_content"):
        found["has_protected_content"] = True
    if params.has("message_effect_id"):
        found["effect_id"] = params.text("message_effect_id")
    return found


def _replied(world: World, params: Params, chat: Chat) -> Stored | None:
    wish = params.nested(params.object("reply_parameters", "reply parameters") or {})
    message_id = wish.integer("message_id") or params.integer("reply_to_message_id")
    if not message_id:
        return None
    where = world.chats.get(wish.integer("chat_id", chat.id), chat)
    stored = where.messages.get(message_id)
    if stored and not stored.deleted:
        return stored
    if wish.flag("allow_sending_without_reply") or params.flag("allow_sending_without_reply"):
        return None
    raise bad("message to be replied not found")


def read_text(world: World, params: Params, too_long: str = "message is too long") -> Json:
    """text and entities of a message; refuses what is empty or longer than 4,096 characters."""
    if not params.has("text"):
        raise bad("message text is empty")
    text, entities = read_formatted(params, "text", world.user_json)
    if not text:
        raise bad("text must be non-empty")
    if len(text) > TEXT_LIMIT:
        raise bad(too_long)
    content: Json = {"text": text}
    if entities:
        content["entities"] = entities
    if options := params.object("link_preview_options", "link preview options"):
        content["link_preview_options"] = options
    return content


def read_caption(world: World, params: Params, too_long: str = "message caption is too long") -> Json:
    """caption and caption_entities; refuses more than 1,024 characters."""
    text, entities = read_formatted(params, "caption", world.user_json, "caption_")
    if len(text) > CAPTION_LIMIT:
        raise bad(too_long)
    content: Json = {"caption": text} if text else {}
    if entities:
        content["caption_entities"] = entities
    if text and params.flag("show_caption_above_media"):
        content["show_caption_above_media"] = True
    return content
