"""Text with entities, cleaned as Telegram cleans it."""

import re
from collections.abc import Callable
from typing import Any

from .detect import detect
from .entities import Entity, parse_html, utf16_length
from .errors import bad
from .params import Params

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_STRIPPED = " \n\t\r\x0b\x0c\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u3000"
_JOINABLE = frozenset({"bold", "italic", "underline", "strikethrough", "spoiler"})
# How Telegram sorts entities that begin and end together.
_RANK = {name: rank for rank, name in enumerate(
    ("blockquote", "expandable_blockquote", "text_link", "text_mention", "pre", "code", "bold", "italic",
     "underline", "strikethrough", "spoiler", "custom_emoji"))}  # fmt: skip
_KNOWN = frozenset(_RANK) | {
    "mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "date_time",
}  # fmt: skip

FindUser = Callable[[int], dict[str, Any] | None]


def read_formatted(
    params: Params, name: str, find_user: FindUser, prefix: str = ""
) -> tuple[str, list[Entity]]:
    """The text parameter ``name`` with its entities.

    ``prefix`` is that of the companions: ``caption_`` for caption_entities, ``question_`` for
    question_parse_mode. Refuses bad markup and parse modes.
    """
    raw = params.text(name)
    mode_name = "parse_mode" if prefix in ("", "caption_") else f"{prefix}parse_mode"
    mode = params.text(mode_name).lower()
    if mode in ("", "none"):
        text, entities = raw, _given(params, f"{prefix}entities")
    elif mode == "html":
        text, entities = parse_html(raw)
    elif mode in ("markdown", "markdownv2"):
        raise bad(f"parse_mode {params.text(mode_name)} is not emulated; use HTML or entities")
    else:
        raise bad("unsupported parse_mode")
    return clean(text, entities, find_user)


def clean(text: str, entities: list[Entity], find_user: FindUser) -> tuple[str, list[Entity]]:
    """Text without control characters, trimmed; entities fitted, joined and sorted, detected ones added."""
    if "\r" in text and not entities:
        text = text.replace("\r", "")
    text = _CONTROL.sub(" ", text) if not text.isprintable() else text
    trimmed, entities = _trim(text, [_resolve(entity, find_user) for entity in entities])
    entities = _join([entity for entity in entities if entity])
    return trimmed, sorted([*entities, *detect(trimmed, entities)], key=_order)


def _given(params: Params, name: str) -> list[Entity]:
    given = params.objects(name, "MessageEntity") or []
    for entity in given:
        for field, kind in (("type", str), ("offset", int), ("length", int)):
            if not isinstance(entity.get(field), kind):
                raise bad(f"can't parse MessageEntity: Can't find field \"{field}\"")
        if entity["type"] not in _KNOWN:
            raise bad("can't parse MessageEntity: Unsupported type specified")
    automatic = {"mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number"}
    return [dict(entity) for entity in given if entity["type"] not in automatic]


def _resolve(entity: Entity, find_user: FindUser) -> Entity:
    if entity["type"] != "text_mention":
        return entity
    given = entity.get("user")
    user_id = entity.get("user_id") or (given.get("id") if isinstance(given, dict) else 0)
    user = find_user(user_id) if isinstance(user_id, int) else None
    entity = {key: value for key, value in entity.items() if key != "user_id"}
    # Telegram drops mentions of people whom the bot does not know.
    return {**entity, "user": user} if user else {}


def _trim(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    left = text.lstrip(_STRIPPED)
    trimmed = left.rstrip(_STRIPPED)
    if not entities:
        return trimmed, []
    shift = utf16_length(text) - utf16_length(left)
    total = utf16_length(trimmed)
    fitted = []
    for entity in filter(None, entities):
        begin = max(0, entity["offset"] - shift)
        end = min(total, entity["offset"] + entity["length"] - shift)
        if end > begin:
            fitted.append({**entity, "offset": begin, "length": end - begin})
    return trimmed, fitted


def _join(entities: list[Entity]) -> list[Entity]:
    """Touching and overlapping stretches of one style become one."""
    joined: list[Entity] = []
    last: dict[str, Entity] = {}
    for entity in sorted(entities, key=_order):
        before = last.get(entity["type"])
        if before and entity["type"] in _JOINABLE and entity["offset"] <= before["offset"] + before["length"]:
            end = max(before["offset"] + before["length"], entity["offset"] + entity["length"])
            before["length"] = end - before["offset"]
            continue
        copy = dict(entity)
        last[entity["type"]] = copy
        joined.append(copy)
    return joined


def _order(entity: Entity) -> tuple[int, int, int]:
    return entity["offset"], -entity["length"], _RANK.get(entity["type"], -1)
