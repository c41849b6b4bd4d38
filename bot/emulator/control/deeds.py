"""Pressing, voting, reacting, inline mode."""

from .. import acts, inline, voting
from ..errors import NotPossible
from ..people import Json
from .handling import Ask, Handler


def press(ask: Ask) -> Json:
    """Press an inline button."""
    person = ask.person()
    chat = ask.chat(person)
    data = ask.get("data")
    if not isinstance(data, str):
        raise NotPossible("data is the callback_data of a button.")
    stale = bool(ask.get("stale"))
    return {"id": acts.press(ask.world, chat, person, ask.integer("message_id"), data, stale=stale).id}


def callback(ask: Ask) -> Json:
    """How the bot answered a press."""
    found = ask.world.callbacks.get(ask.request.path_params["callback_id"])
    if found is None:
        raise NotPossible("There is no such callback query.", 404)
    return found.view()


def vote(ask: Ask) -> Json:
    """Vote in a poll."""
    person = ask.person()
    chat = ask.chat(person)
    options = ask.integers("option_ids")
    return voting.vote(ask.world, chat, person, ask.integer("message_id"), options).view(person.id)


def react(ask: Ask) -> Json:
    """React to a message."""
    person = ask.person()
    chat = ask.chat(person)
    emoji = str(ask.get("emoji") or "")
    return voting.react(ask.world, chat, person, ask.integer("message_id"), emoji).view(person.id)


def ask_inline(ask: Ask) -> Json:
    """Type an inline query."""
    query = inline.ask(ask.world, ask.person(), str(ask.get("query") or ""), str(ask.get("offset") or ""))
    return {"id": query.id}


def choose(ask: Ask) -> Json:
    """Send an inline result."""
    query = ask.world.inline_queries.get(ask.request.path_params["query_id"])
    person = ask.person()
    if query is None or query.person_id != person.id:
        raise NotPossible("There is no such inline query.", 404)
    chat = ask.chat(person, ask.integer("chat_id"))
    return inline.choose(ask.world, query, chat, person, str(ask.get("result_id"))).view(person.id)


ROUTES: tuple[tuple[str, str, Handler], ...] = (
    ("POST", "chats/{chat_id}/press", press),
    ("GET", "callbacks/{callback_id}", callback),
    ("POST", "chats/{chat_id}/vote", vote),
    ("POST", "chats/{chat_id}/react", react),
    ("POST", "inline", ask_inline),
    ("POST", "inline/{query_id}/choose", choose),
)
