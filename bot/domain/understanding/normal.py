"""Folding text: what people type becomes small plain words, clock times, numbers and a few signs."""

import re
import unicodedata
from typing import Final

MOST_LETTERS: Final = 400
"""Of a longer text, its beginning is read."""

_HALF: Final = re.compile(r"(?<![^\W\d_])([ap])(?:\s?\.\s?m(?![^\W\d_])\.?|\s?m(?![^\W\d_]))")
"""7am, 7 a.m., 7 p. m.; the dot behind 7am ends a sentence."""
_SHORT_HALF: Final = re.compile(r"(?<=\d)([ap])(?![^\W_])")  # 7a, 7:30p
_DRAWN_OUT: Final = re.compile(r"([^\W\d_])\1\1+")  # pleeease
_TOKEN: Final = re.compile(
    r"(?P<clock>(?<!\d)\d{1,2}(?:[:h]|\.(?=\d\d(?!\d)))[0-5]\d(?!\d))"
    r"|(?P<decimal>\d+[.,]\d(?=\s?(?:h|min|day|dia|week|wk|sem|mes|month)))"  # "7,9 and 11" are hours
    r"|(?P<date>\d+/\d+(?:/\d+)?)|(?P<number>\d+)|(?P<word>[^\W\d_]+)|(?P<sign>[-,@%&+])|(?P<stop>[.!?;\n…])"
    r"|(?P<emoji>[^\w\s])"
)
_DASHES: Final = str.maketrans({"–": "-", "—": "-", "¿": " ", "¡": " ", "~": "-"})
_SILENT: Final = frozenset("'’‘`´\u200d")
STOP: Final = "."
"""What stands for the end of a sentence."""


def fold(text: str, most: int = MOST_LETTERS) -> tuple[str, ...]:
    """Return the words of a text: small, without accents or apostrophes; clocks as ``7:30``; emoji kept."""
    letters = unicodedata.normalize("NFKD", text[:most]).casefold()
    kept = "".join(c for c in letters if not unicodedata.combining(c) and c not in _SILENT)
    kept = _DRAWN_OUT.sub(r"\1", kept.translate(_DASHES))
    kept = _SHORT_HALF.sub(r" \1m ", _HALF.sub(r" \1m ", kept))
    return tuple(_plain(match) for match in _TOKEN.finditer(kept))


def _plain(match: re.Match[str]) -> str:
    if match["stop"]:
        return match[0] if match[0] == "?" else STOP
    if match["decimal"]:
        return match[0].replace(",", ".")
    return re.sub(r"[h.]", ":", match[0]) if match["clock"] else match[0]
