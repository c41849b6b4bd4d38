"""Answers to pressed buttons and inline queries."""

from ..errors import bad
from ..keyboards import read_markup
from ..params import Params
from ..people import InlineQuery, Json
from ..updates import LIFETIMES
from ..world import World
from .common import read_text

_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


def answer_callback_query(world: World, params: Params) -> bool:
    """Stop the spinner of a pressed button; each press is answered once, within 150 seconds."""
    callback = world.callbacks.get(params.text("callback_query_id"))
    if callback is None or callback.answer is not None:
        raise bad(_TOO_OLD)
    if world.clock.now() - callback.asked_at > LIFETIMES["callback_query"]:
        raise bad(_TOO_OLD)
    if len(params.text("text")) > 200:
        raise bad("MESSAGE_TOO_LONG")
    answer: Json = {name: params.text(name) for name in ("text", "url") if params.has(name)}
    callback.answer = {**answer, "show_alert": params.flag("show_alert")}
    place = {"id": callback.id, "chat_id": callback.chat_id, "message_id": callback.message_id}
    world.hub.publish("answer", {**place, **callback.answer}, [callback.person_id])
    return True


def answer_inline_query(world: World, params: Params) -> bool:
    """Offer results; at most 50, each with its own id."""
    query = world.inline_queries.get(params.text("inline_query_id"))
    if query is None or world.clock.now() - query.asked_at > LIFETIMES["inline_query"]:
        raise bad(_TOO_OLD)
    results = params.objects("results", "InlineQueryResult")
    if results is None:
        raise bad("results are not specified")
    query.results = _checked(world, params, results)
    _tell(world, query, params)
    return True


def _checked(world: World, params: Params, results: list[Json]) -> list[Json]:
    if len(results) > 50:
        raise bad("RESULTS_TOO_MUCH")
    ids = [str(result.get("id") or "") for result in results]
    if not all(1 <= len(name.encode()) <= 64 for name in ids):
        raise bad("RESULT_ID_INVALID")
    if len(set(ids)) < len(ids):
        raise bad("RESULT_ID_DUPLICATE")
    for result in results:
        _check_result(world, params.nested(result))
    return results


def _check_result(world: World, result: Params) -> None:
    kind = result.text("type")
    if kind == "article" and not (result.has("title") and result.has("input_message_content")):
        raise bad("can't parse inline query result: title and input_message_content must be non-empty")
    content = result.object("input_message_content", "InputMessageContent")
    if content and "message_text" in content:
        read_text(world, result.nested({**content, "text": content["message_text"]}))
    read_markup(result, only_inline=True)


def _tell(world: World, query: InlineQuery, params: Params) -> None:
    news: Json = {"id": query.id, "results": query.results, "next_offset": params.text("next_offset")}
    if button := params.object("button", "InlineQueryResultsButton"):
        news["button"] = button
    world.hub.publish("inline", news, [query.person_id])


METHODS = {"answerCallbackQuery": answer_callback_query, "answerInlineQuery": answer_inline_query}
