"""What a person sees and says in a chat."""

import random

from starlette.datastructures import UploadFile

from .. import acts
from ..errors import NotPossible
from ..formatted import clean
from ..params import Params, Upload
from ..people import Chat, Json, Person, Stored
from ..samples import sample
from ..views import chat_view
from .handling import Ask, Handler

_KINDS = frozenset({"photo", "document", "voice", "video", "sticker", "animation", "audio", "video_note"})
_CAPTION_LIMIT = 1024


def _who_where(ask: Ask) -> tuple[Person, Chat]:
    person = ask.person()
    return person, ask.chat(person)


def _shown(stored: Stored, person: Person) -> Json:
    return stored.view(person.id)


def look(ask: Ask) -> Json:
    """The chat."""
    person, chat = _who_where(ask)
    return chat_view(ask.world, chat, person.id, with_deleted=bool(ask.get("deleted")))


def send(ask: Ask) -> Json:
    """Text."""
    person, chat = _who_where(ask)
    content = acts.text_content(ask.world, ask.get("text") or "", ask.get("entities") or [])
    if ask.get("forward"):
        content["forward_origin"] = _stranger(ask)
    return _shown(acts.say(ask.world, chat, person, content, ask.integer("reply_to_message_id", 0)), person)


def _stranger(ask: Ask) -> Json:
    return {"type": "hidden_user", "date": ask.world.date(), "sender_user_name": "Somebody"}


async def send_media(ask: Ask) -> Json:
    """A file, or a sample of the kind."""
    async with ask.request.form() as form:
        ask.body = {name: value for name, value in form.items() if isinstance(value, str)}
        given = form.get("file")
        upload = await _read(given) if isinstance(given, UploadFile) else None
    person, chat = _who_where(ask)
    kind = str(ask.get("type") or "")
    if kind not in _KINDS:
        raise NotPossible(f"type is one of {', '.join(sorted(_KINDS))}.")
    acts.check_may_write(chat, person)
    file = ask.world.files.add(kind, upload or sample(kind), Params(ask.body))
    content: Json = {file.kind: file.view, **_caption(ask)}
    return _shown(acts.say(ask.world, chat, person, content), person)


async def _read(given: UploadFile) -> Upload:
    mime = given.content_type or "application/octet-stream"
    return Upload(await given.read(), given.filename or "file", mime)


def _caption(ask: Ask) -> Json:
    text, entities = clean(str(ask.get("caption") or ""), [], ask.world.user_json)
    if len(text) > _CAPTION_LIMIT:
        raise NotPossible(f"A caption has at most {_CAPTION_LIMIT} characters.")
    content: Json = {"caption": text} if text else {}
    return content | ({"caption_entities": entities} if entities else {})


def send_location(ask: Ask) -> Json:
    """A place."""
    person, chat = _who_where(ask)
    place = {"latitude": ask.number("latitude"), "longitude": ask.number("longitude")}
    return _shown(acts.say(ask.world, chat, person, {"location": place}), person)


def send_contact(ask: Ask) -> Json:
    """The person's own telephone number; an invented one, the same each time."""
    person, chat = _who_where(ask)
    number = random.Random(person.id).randrange(10**6, 10**7)  # noqa: S311 - not a secret
    contact: Json = {"phone_number": f"+1555{number}", "first_name": person.first_name, "user_id": person.id}
    return _shown(acts.say(ask.world, chat, person, {"contact": contact}), person)


def edit(ask: Ask) -> Json:
    """Change a message of one's own."""
    person, chat = _who_where(ask)
    text = str(ask.get("text") or "")
    return _shown(acts.edit(ask.world, chat, person, ask.integer("message_id"), text), person)


def delete(ask: Ask) -> Json:
    """Take a message away."""
    person, chat = _who_where(ask)
    acts.delete(ask.world, chat, person, ask.integer("message_id"))
    return {}


def clear(ask: Ask) -> Json:
    """Empty one's view."""
    person, chat = _who_where(ask)
    acts.clear(ask.world, chat, person)
    return {}


def block(ask: Ask) -> Json:
    """Block the bot."""
    person, chat = _who_where(ask)
    acts.block(ask.world, chat, person, blocked=True)
    return {}


def unblock(ask: Ask) -> Json:
    """Unblock the bot."""
    person, chat = _who_where(ask)
    acts.block(ask.world, chat, person, blocked=False)
    return {}


ROUTES: tuple[tuple[str, str, Handler], ...] = (
    ("GET", "chats/{chat_id}", look),
    ("POST", "chats/{chat_id}/send", send),
    ("POST", "chats/{chat_id}/send-media", send_media),
    ("POST", "chats/{chat_id}/location", send_location),
    ("POST", "chats/{chat_id}/contact", send_contact),
    ("POST", "chats/{chat_id}/edit", edit),
    ("POST", "chats/{chat_id}/delete", delete),
    ("POST", "chats/{chat_id}/clear", clear),
    ("POST", "chats/{chat_id}/block", block),
    ("POST", "chats/{chat_id}/unblock", unblock),
)
