"""Polls and quizzes."""

from typing import Any

from ..errors import bad
from ..formatted import read_formatted
from ..keyboards import read_markup
from ..params import Params
from ..people import Json
from ..posting import find_chat, find_message, replace
from ..world import World
from .common import send, target


def send_poll(world: World, params: Params) -> Json:
    """A question with two to twelve answers."""
    chat = target(world, params)
    question, entities = read_formatted(params, "question", world.user_json, "question_")
    if not question:
        raise bad("poll question must be non-empty")
    if len(question) > 300:
        raise bad("poll question length must not exceed 300")
    poll: Json = {
        "id": world.digits(19),
        "question": question,
        "options": _options(world, params),
        "total_voter_count": 0,
        "is_closed": params.flag("is_closed"),
        "is_anonymous": params.flag("is_anonymous") if params.has("is_anonymous") else True,
        "type": params.text("type") or "regular",
        "allows_multiple_answers": params.flag("allows_multiple_answers"),
        "allows_revoting": params.flag("allows_revoting") if params.has("allows_revoting") else True,
        "members_only": False,
    }
    if entities:
        poll["question_entities"] = entities
    poll.update(_quiz(world, params, poll))
    return send(world, params, chat, {"poll": poll})


def _options(world: World, params: Params) -> list[Json]:
    wishes: list[Any] = params.array("options", "InputPollOption") or []
    if len(wishes) < 2:
        raise bad("poll must have at least 2 option")
    if len(wishes) > 12:
        raise bad("poll can't have more than 12 options")
    options = []
    for number, wish in enumerate(wishes):
        option = params.nested(wish if isinstance(wish, dict) else {"text": wish})
        text, entities = read_formatted(option, "text", world.user_json, "text_")
        if not text:
            raise bad("poll options must be non-empty")
        if len(text) > 100:
            raise bad("poll options length must not exceed 100")
        made: Json = {"persistent_id": str(number), "text": text, "voter_count": 0}
        options.append(made | ({"text_entities": entities} if entities else {}))
    return options


def _quiz(world: World, params: Params, poll: Json) -> Json:
    if poll["type"] not in ("regular", "quiz"):
        raise bad("unsupported poll type specified")
    if poll["type"] == "regular":
        return {}
    right = params.integers("correct_option_ids", "correct option identifiers")
    if not right:
        right = [params.integer("correct_option_id", -1)]
    if not all(0 <= n < len(poll["options"]) for n in right):
        raise bad("wrong correct option ID specified")
    explanation, entities = read_formatted(params, "explanation", world.user_json, "explanation_")
    if len(explanation) > 200:
        raise bad("quiz explanation is too long")
    shown: Json = {"correct_option_ids": right}
    if explanation:
        shown |= {"explanation": explanation} | ({"explanation_entities": entities} if entities else {})
    return shown


def stop_poll(world: World, params: Params) -> Json:
    """Close a poll and give its result."""
    chat = find_chat(world, params)
    stored = find_message(chat, params.integer("message_id"), "edit")
    poll = stored.data.get("poll")
    if poll is None or stored.author != world.bot_id:
        raise bad("message with poll to stop not found" if poll is None else "poll can't be stopped")
    if poll["is_closed"]:
        raise bad("poll has already been closed")
    closed: Json = {**poll, "is_closed": True}
    markup = read_markup(params, only_inline=True)
    content = {key: value for key, value in stored.data.items() if key != "reply_markup"}
    replace(world, chat, stored, {**content, "poll": closed} | ({"reply_markup": markup} if markup else {}))
    return closed


METHODS = {"sendPoll": send_poll, "stopPoll": stop_poll}
