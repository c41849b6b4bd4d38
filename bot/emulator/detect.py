"""Entities that nobody marked: commands, mentions, hashtags, addresses."""

import re
from typing import Any

from .entities import utf16_length

Entity = dict[str, Any]

_PATTERNS = (
    ("bot_command", "/", re.compile(r"(?<![\w/<>@])/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]{3,32})?(?![\w/<>])")),
    ("email", "@", re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)*\.[a-zA-Z]{2,24}\b", re.ASCII)),
    ("mention", "@", re.compile(r"(?<![\w`.@+-])@[a-zA-Z][a-zA-Z0-9_]{2,31}(?!\w)")),
    ("hashtag", "#", re.compile(r"(?<![\w#])#(?=\w*[^\W\d_])\w{1,256}")),
    ("url", ".", re.compile(
        r"(?<![\w@.-])(?:(?:https?|tg)://[^\s<>\"]+|(?:[a-z0-9](?:[a-z0-9-]{0,62})\.)+"
        r"(?:com|org|net|io|dev|app|me|info|edu|gov|eu|uk|de|fr|es|it|nl|pt|br|ru|ch|at|tv|health)\b"
        r"(?::\d{2,5})?(?:/[^\s<>\"]*)?)", re.IGNORECASE)),
)  # fmt: skip
# Inside these nothing is looked for.
_CLOSED = frozenset({"code", "pre", "text_link", "text_mention", "custom_emoji"})


def detect(text: str, marked: list[Entity]) -> list[Entity]:
    """The entities of ``text`` besides ``marked``; none lies inside code or a link, or overlaps another."""
    found: list[Entity] = []
    taken = [_range(entity) for entity in marked if entity["type"] in _CLOSED]
    for kind, sign, pattern in _PATTERNS:
        if sign not in text:
            continue
        for match in pattern.finditer(text):
            entity = _entity(kind, text, match)
            begin, end = _range(entity)
            if all(end <= other[0] or other[1] <= begin for other in taken):
                taken.append((begin, end))
                found.append(entity)
    return found


def _entity(kind: str, text: str, match: re.Match[str]) -> Entity:
    matched = match.group()
    if kind == "url":
        matched = matched.rstrip(".,;:!?)'")
    return {"type": kind, "offset": utf16_length(text[: match.start()]), "length": utf16_length(matched)}


def _range(entity: Entity) -> tuple[int, int]:
    return entity["offset"], entity["offset"] + entity["length"]
