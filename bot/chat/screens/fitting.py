"""Making words fit where Telegram has limits: whole lines and whole words, never halves."""

import re
from collections.abc import Callable, Sequence
from html import unescape
from typing import Final

CAPTION: Final = 1024
"""Characters that fit beside a picture, after HTML parsing."""

MESSAGE: Final = 4096
"""Characters that fit in a message without a picture, after HTML parsing."""

LABEL: Final = 22
"""Characters of a button's label that a phone shows beside another button."""

WIDE: Final = 34
"""Characters of a label that has its row for itself."""


def visible(html: str) -> int:
    """Return the length that Telegram counts: without tags, in UTF-16 units."""
    return len(unescape(re.sub(r"<[^>]*>", "", html)).encode("utf-16-le")) // 2


def fit(lines: Sequence[str], limit: int, more: Callable[[int], str] | None = None) -> str:
    """Return the lines as a text of at most ``limit`` visible characters; what is too much goes from the end.

    :param lines: HTML, the most important first; every tag ends in the line where it begins
    :param more: makes a last line that tells how many were left out
    """
    for kept in range(len(lines), -1, -1):
        note = [more(len(lines) - kept)] if more and kept < len(lines) else []
        text = "\n".join([*lines[:kept], *note]).rstrip()
        if visible(text) <= limit:
            return text
    return ""


def short(label: str, limit: int = LABEL) -> str:
    """Return a label of at most ``limit`` characters: without its last words, marked by an ellipsis."""
    if len(label) <= limit:
        return label
    words = label[:limit].rsplit(" ", 1)[0].rstrip(" ,.;:-–")
    return f"{words[: limit - 1]}…"
