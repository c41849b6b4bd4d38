"""Messages without a file: text, places, contacts, dice, drafts, chat actions; and taking messages away."""

from ..errors import bad
from ..params import Params
from ..people import Chat, Json, Stored
from ..posting import find_chat, remove, start_action, writable_chat
from ..world import World
from .common import read_text, send, target

_ACTIONS = frozenset(
    [
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    ]
)
_TWO_DAYS = 48 * 3600


def send_message(world: World, params: Params) -> Json:
    """Text."""
    chat = target(world, params)
    return send(world, params, chat, read_text(world, params))


def send_message_draft(world: World, params: Params) -> bool:
    """A message still being written; people see that the bot is typing."""
    chat = writable_chat(world, params)
    if chat.is_group:
        raise bad("PEER_ID_INVALID")
    if not params.integer("draft_id"):
        raise bad("draft identifier must be non-zero")
    if params.has("text"):
        read_text(world, params)
    start_action(world, chat, "typing")
    return True


def read_place(params: Params) -> Json:
    """Latitude and longitude, checked."""
    latitude, longitude = params.number("latitude", "latitude"), params.number("longitude", "longitude")
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise bad("LOCATION_INVALID")
    return {"latitude": latitude, "longitude": longitude}


def send_location(world: World, params: Params) -> Json:
    """A place."""
    chat = target(world, params)
    return send(world, params, chat, {"location": read_place(params)})


def send_venue(world: World, params: Params) -> Json:
    """A place with a name."""
    chat = target(world, params)
    if not params.has("title") or not params.has("address"):
        raise bad("venue title and address must be non-empty")
    place = read_place(params)
    venue = {"location": place, "title": params.text("title"), "address": params.text("address")}
    return send(world, params, chat, {"location": place, "venue": venue})


def send_contact(world: World, params: Params) -> Json:
    """A telephone number."""
    chat = target(world, params)
    if not params.has("phone_number") or not params.has("first_name"):
        raise bad("phone number and first name must be non-empty")
    names = ("phone_number", "first_name", "last_name", "vcard")
    contact = {name: params.text(name) for name in names if params.has(name)}
    return send(world, params, chat, {"contact": contact})


def send_dice(world: World, params: Params) -> Json:
    """A die that is thrown."""
    chat = target(world, params)
    emoji = params.text("emoji") or "🎲"
    faces = {"🎲": 6, "🎯": 6, "🎳": 6, "🏀": 5, "⚽": 5, "🎰": 64}.get(emoji)
    if faces is None:
        raise bad("DICE_EMOJI_INVALID")
    return send(world, params, chat, {"dice": {"emoji": emoji, "value": world.rng.randint(1, faces)}})


def send_chat_action(world: World, params: Params) -> bool:
    """Say what the bot is about to send."""
    chat = writable_chat(world, params)
    action = params.text("action")
    if action not in _ACTIONS:
        raise bad("wrong parameter action in request")
    start_action(world, chat, action)
    return True


def delete_message(world: World, params: Params) -> bool:
    """Take one message away."""
    chat = find_chat(world, params)
    if not params.integer("message_id"):
        raise bad("message identifier is not specified")
    stored = chat.messages.get(params.integer("message_id"))
    if stored is None or stored.deleted:
        raise bad("message to delete not found")
    if not _deletable(world, chat, stored):
        raise bad("message can't be deleted for everyone")
    remove(world, chat, [stored])
    return True


def delete_messages(world: World, params: Params) -> bool:
    """Take several away; those that cannot be found or deleted are passed over."""
    chat = find_chat(world, params)
    ids = params.integers("message_ids", "message identifiers")
    if not ids:
        raise bad("message identifiers are not specified")
    if len(ids) > 100:
        raise bad("too many message identifiers specified")
    wanted = [chat.messages.get(message_id) for message_id in ids]
    there = [m for m in wanted if m and not m.deleted and _deletable(world, chat, m)]
    if there:
        remove(world, chat, there)
    return True


def _deletable(world: World, chat: Chat, stored: Stored) -> bool:
    """Bots can take back what is younger than two days; in groups others' messages only as administrators."""
    if world.clock.now() - stored.data["date"] > _TWO_DAYS:
        return False
    return not chat.is_group or stored.author == world.bot_id or chat.status == "administrator"


METHODS = {
    "sendMessage": send_message,
    "sendMessageDraft": send_message_draft,
    "sendLocation": send_location,
    "sendVenue": send_venue,
    "sendContact": send_contact,
    "sendDice": send_dice,
    "sendChatAction": send_chat_action,
    "deleteMessage": delete_message,
    "deleteMessages": delete_messages,
}
