"""Changing a message that was sent."""

from collections.abc import Callable

from ..errors import bad
from ..keyboards import read_markup
from ..params import Params
from ..people import Chat, Json, Stored
from ..posting import find_message, replace, writable_chat
from ..world import World
from .common import read_caption, read_text
from .media import media_content, read_file

_TEXT_FIELDS = frozenset({"text", "entities", "link_preview_options"})
_CAPTION_FIELDS = frozenset({"caption", "caption_entities", "show_caption_above_media"})
_MEDIA = ("photo", "animation", "video", "document", "audio", "voice", "sticker", "video_note")
_MEDIA_FIELDS = frozenset(_MEDIA) | {"has_media_spoiler"}
_INPUT_TYPES = frozenset({"photo", "animation", "video", "document", "audio"})
_SAME = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)

Change = Callable[[World, Params, Json], Json]


def _edit(world: World, params: Params, change: Change) -> Json | bool:
    """Find the message, change it, give it back; an inline message is answered with true."""
    inline = params.text("inline_message_id")
    chat, stored = _find_inline(world, inline) if inline else _find(world, params)
    changed = change(world, params, stored.data)
    markup = read_markup(params, only_inline=True)
    changed.pop("reply_markup", None)
    if markup:
        changed["reply_markup"] = markup
    if _without_date(changed) == _without_date(stored.data):
        raise bad(_SAME)
    # A new keyboard alone does not make a message "edited".
    if _content(changed) != _content(stored.data):
        changed["edit_date"] = world.date()
    replace(world, chat, stored, changed)
    return True if inline else stored.data


def _find(world: World, params: Params) -> tuple[Chat, Stored]:
    chat = writable_chat(world, params)
    if not params.integer("message_id"):
        raise bad("message identifier is not specified")
    stored = find_message(chat, params.integer("message_id"), "edit")
    if stored.author != world.bot_id or stored.inline_id:
        raise bad("message can't be edited")
    world.limits.check(chat.id, chat.is_group)
    return chat, stored


def _find_inline(world: World, inline_id: str) -> tuple[Chat, Stored]:
    place = world.inline_messages.get(inline_id)
    if place is None:
        raise bad("MESSAGE_ID_INVALID")
    chat = world.chats[place[0]]
    return chat, find_message(chat, place[1], "edit")


def _without_date(data: Json) -> Json:
    return {key: value for key, value in data.items() if key != "edit_date"}


def _content(data: Json) -> Json:
    return {key: value for key, value in data.items() if key not in ("edit_date", "reply_markup")}


def _dropping(data: Json, fields: frozenset[str]) -> Json:
    return {key: value for key, value in data.items() if key not in fields}


def _new_text(world: World, params: Params, data: Json) -> Json:
    content = read_text(world, params, too_long="MESSAGE_TOO_LONG")
    if "text" not in data:
        raise bad("there is no text in the message to edit")
    return {**_dropping(data, _TEXT_FIELDS), **content}


def _new_caption(world: World, params: Params, data: Json) -> Json:
    content = read_caption(world, params, too_long="MEDIA_CAPTION_TOO_LONG")
    if not any(field in data for field in _MEDIA) or "sticker" in data or "video_note" in data:
        raise bad("there is no caption in the message to edit")
    return {**_dropping(data, _CAPTION_FIELDS), **content}


def _new_media(world: World, params: Params, data: Json) -> Json:
    wish = params.object("media", "InputMedia")
    if wish is None:
        raise bad("media must be non-empty")
    media = params.nested(wish)
    if media.text("type") not in _INPUT_TYPES:
        raise bad(f'can\'t parse InputMedia: type "{media.text("type")}" is unsupported')
    if not media.has("media"):
        raise bad("can't parse InputMedia: media not found")
    caption = read_caption(world, media, too_long="MEDIA_CAPTION_TOO_LONG")
    if not _takes_media(data):
        raise bad("message media can't be edited")
    file = read_file(world, media, "media", media.text("type"))
    kept = _dropping(data, _MEDIA_FIELDS | _CAPTION_FIELDS | _TEXT_FIELDS)
    return {**kept, **media_content(file, media), **caption}


def _takes_media(data: Json) -> bool:
    """Voice, stickers and what is no media cannot be swapped; text can be turned into media."""
    return "text" in data or any(field in data for field in _INPUT_TYPES)


def _new_markup(_world: World, _params: Params, data: Json) -> Json:
    return dict(data)


def edit_message_text(world: World, params: Params) -> Json | bool:
    """New text."""
    return _edit(world, params, _new_text)


def edit_message_caption(world: World, params: Params) -> Json | bool:
    """New caption, or none."""
    return _edit(world, params, _new_caption)


def edit_message_media(world: World, params: Params) -> Json | bool:
    """Another file, with its own caption."""
    return _edit(world, params, _new_media)


def edit_message_reply_markup(world: World, params: Params) -> Json | bool:
    """Another keyboard, or none."""
    return _edit(world, params, _new_markup)


METHODS = {
    "editMessageText": edit_message_text,
    "editMessageCaption": edit_message_caption,
    "editMessageMedia": edit_message_media,
    "editMessageReplyMarkup": edit_message_reply_markup,
}
