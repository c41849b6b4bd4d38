"""Letters on paper: the typeface that comes with the PDF library, embedded, and lines that fit.

It has the letters of western Europe. Others lose their marks or are left out, never shown as a box.
"""

import unicodedata
from collections.abc import Container
from dataclasses import dataclass
from threading import Lock
from typing import Final

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

_FACES: Final = {"Vera": "Vera.ttf", "Vera-Bold": "VeraBd.ttf"}
_REGISTERING: Final = Lock()  # the library keeps its fonts for the process, and pages are made in threads


@dataclass(frozen=True)
class Type:
    """A size in points, bold or not, and a colour as ``#rrggbb``."""

    size: float
    colour: str
    bold: bool = False

    @property
    def face(self) -> str:
        """The name by which the PDF library knows the font."""
        return "Vera-Bold" if self.bold else "Vera"

    @property
    def leading(self) -> float:
        """From baseline to baseline, in points."""
        return self.size * 1.32


def have_faces() -> None:
    """Make the typeface known to the PDF library, once a process."""
    with _REGISTERING:
        for name in set(_FACES) - set(pdfmetrics.getRegisteredFontNames()):
            pdfmetrics.registerFont(TTFont(name, _FACES[name]))


def readable(text: str) -> str:
    """Return ``text`` in letters that the typeface has, white space made single blanks."""
    have_faces()
    known = _signs()
    return " ".join("".join(_known(sign, known) for sign in unicodedata.normalize("NFC", text)).split())


def _signs() -> Container[int]:
    """Return the code points that the typeface has."""
    font = pdfmetrics.getFont("Vera")
    return font.face.charToGlyph if isinstance(font, TTFont) else range(0)


def _known(sign: str, known: Container[int]) -> str:
    if sign.isspace():
        return " "
    if sign.isprintable() and ord(sign) in known:
        return sign
    plain = unicodedata.normalize("NFKD", sign)
    return "".join(part for part in plain if part.isprintable() and ord(part) in known and part.isalnum())


def long(text: str, kind: Type) -> float:
    """Return the length of a line, in points."""
    have_faces()
    return pdfmetrics.stringWidth(text, kind.face, kind.size)


def wrapped(text: str, kind: Type, limit: float, most: int = 99) -> list[str]:
    """Return ``text`` in at most ``most`` lines of ``limit`` points; the end of more is cut."""
    lines: list[str] = []
    for word in readable(text).split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and long(longer, kind) <= limit:
            lines[-1] = longer
        else:
            lines.append(word)
    if len(lines) > most:
        lines = [*lines[: most - 1], cut(" ".join(lines[most - 1 :]), kind, limit)]
    return [cut(line, kind, limit) for line in lines]


def cut(text: str, kind: Type, limit: float) -> str:
    """Return ``text`` shortened to ``limit`` points, with an ellipsis where something was lost."""
    if long(text, kind) <= limit:
        return text
    while text and long(text + "…", kind) > limit:
        text = text[:-1]
    return text.rstrip() + "…"
