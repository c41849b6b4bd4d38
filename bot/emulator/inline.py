"""Inline mode from the person's side: ask, then choose a result."""

from .acts import check_may_write
from .errors import NotPossible
from .formatted import read_formatted
from .keyboards import kind_of, read_markup
from .params import Params
from .people import Chat, InlineQuery, Json, Person, Stored
from .posting import post
from .world import World


def ask(world: World, person: Person, text: str, offset: str) -> InlineQuery:
    """Type ``@bot text`` somewhere; the results come as an event."""
    query = InlineQuery(world.digits(), person.id, text, world.clock.now())
    world.keep_inline_query(query)
    shown: Json = {"id": query.id, "from": person.user(), "query": text, "offset": offset}
    world.updates.add("inline_query", {**shown, "chat_type": "sender"}, person.id)
    return query


def choose(world: World, query: InlineQuery, chat: Chat, person: Person, result_id: str) -> Stored:
    """Send one of the results into a chat, as the person, via the bot."""
    check_may_write(chat, person)
    results = {str(result["id"]): result for result in query.results or []}
    if result_id not in results:
        raise NotPossible(f"The query has no result {result_id!r}.", 404)
    result = Params(results[result_id])
    content = {**_content(world, result), "via_bot": world.bot_user()}
    markup = read_markup(result, only_inline=True)
    if kind_of(markup) == "inline":
        content["reply_markup"] = markup
    stored = post(world, chat, person.id, content, read=True)
    chosen: Json = {"result_id": result_id, "from": person.user(), "query": query.text}
    if markup:
        # Only a message with a keyboard can be changed later.
        stored.inline_id = world.letters(24)
        world.inline_messages[stored.inline_id] = (chat.id, stored.data["message_id"])
        chosen["inline_message_id"] = stored.inline_id
    world.updates.add("chosen_inline_result", chosen, person.id)
    return stored


def _content(world: World, result: Params) -> Json:
    given = result.object("input_message_content", "InputMessageContent")
    if given and "message_text" in given:
        text, entities = read_formatted(Params(given), "message_text", world.user_json)
        return {"text": text} | ({"entities": entities} if entities else {})
    if given and "latitude" in given:
        return {"location": {"latitude": float(given["latitude"]), "longitude": float(given["longitude"])}}
    return _media(world, result)


def _media(world: World, result: Params) -> Json:
    kind = {"gif": "animation", "mpeg4_gif": "animation"}.get(result.text("type"), result.text("type"))
    names = (f"{result.text('type').removesuffix('_gif')}_file_id", f"{kind}_file_id")
    file_id = next((result.text(name) for name in names if result.has(name)), "")
    if not file_id:
        raise NotPossible(f"A result of type {result.text('type')!r} without a file_id is not emulated.")
    file = world.files.reuse(file_id, kind)
    caption, entities = read_formatted(result, "caption", world.user_json, "caption_")
    content: Json = {file.kind: file.view}
    content |= {"caption": caption} if caption else {}
    return content | ({"caption_entities": entities} if entities else {})
