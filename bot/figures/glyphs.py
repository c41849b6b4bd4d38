"""Letters, in the outline font that Pillow carries inside itself.

That font has plain Latin letters and few signs, so accented letters are put together here from a letter and a
mark, and Spanish opening signs are closing ones turned round. What cannot be shown is left out, never a box.
"""

import unicodedata
from dataclasses import dataclass
from itertools import accumulate

from PIL import Image, ImageChops, ImageDraw, ImageFont

LONGEST = 160  # characters of a text that are looked at; more would not fit a card anyway

# Mark -> the font's own sign that looks like it, its share of the letter's size, degrees of turning.
ABOVE = {
    "\u0300": ("`", 1.0, 0),
    "\u0301": ("´", 1.0, 0),
    "\u0302": ("^", 0.62, 0),
    "\u0303": ("~", 0.62, 0),
    "\u0304": ("-", 0.9, 0),
    "\u0306": ("^", 0.62, 180),
    "\u0307": (".", 0.9, 0),
    "\u0308": (":", 0.72, 90),
    "\u030a": ("°", 0.75, 0),
    "\u030b": ("´´", 0.85, 0),
    "\u030c": ("^", 0.62, 180),
}
BELOW = dict.fromkeys(("\u0326", "\u0327", "\u0328"), (",", 0.8, 0))
TURNED = {"¿": "?", "¡": "!"}
PLAIN = str.maketrans(
    {"ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d"}
    | {"Đ": "D", "ı": "i", "º": "°", "×": "x", "→": "›", "←": "‹", "•": "·", "„": "“"}
    | dict.fromkeys("‐‑‒–—―−", "-")
)


def readable(text: str) -> list[str]:
    """Return the letters of ``text`` that the font can show, each with its marks behind it.

    White space becomes single blanks. The list is empty where no letter or digit is left: lone punctuation
    would only puzzle.
    """
    known = _Known()
    letters: list[str] = []
    for sign in unicodedata.normalize("NFKD", text[:LONGEST].translate(PLAIN)).translate(PLAIN):
        if sign in ABOVE or sign in BELOW:
            if letters and letters[-1][0].isalpha():
                letters[-1] += sign
        elif sign.isspace():
            letters.append(" ")
        elif sign in TURNED or known.has(sign):
            letters.append(sign)
    words = _words(letters)
    return words if any(letter[0].isalnum() for letter in words) else []


def _words(letters: list[str]) -> list[str]:
    """Drop blanks at the ends and doubled blanks."""
    kept = [b for a, b in zip([" ", *letters], letters, strict=False) if (a, b) != (" ", " ")]
    return kept[:-1] if kept and kept[-1] == " " else kept


class _Known:
    """Tells which characters the font has: those that do not come out as its "missing" box."""

    def __init__(self) -> None:
        self._font = ImageFont.load_default(16)
        self._missing = self._look("\uffff")

    def has(self, sign: str) -> bool:
        return sign.isprintable() and self._look(sign) != self._missing

    def _look(self, sign: str) -> tuple[tuple[int, int], bytes]:
        mask = self._font.getmask(sign)
        return mask.size, bytes(mask)


@dataclass(frozen=True)
class Style:
    """How letters look: ``size`` in units; ``weight`` (extra stroke) and ``tracking`` as shares of it."""

    size: float
    weight: float = 0.0
    tracking: float = 0.0


class Face:
    """The font in one style, ``scale`` times enlarged; measures are in enlarged pixels."""

    def __init__(self, style: Style, scale: int) -> None:
        """Load the font; cheap enough (a tenth of a millisecond) to do for every text."""
        self.size = style.size * scale
        self._stroke = self.size * style.weight
        self._gap = self.size * (style.tracking + style.weight * 0.9)
        self._font = ImageFont.load_default(self.size)
        self._steps: dict[str, float] = {}

    def starts(self, letters: list[str]) -> list[float]:
        """Return where each letter begins, and at last where the line ends."""
        bases = [TURNED.get(letter[0], letter[0]) for letter in letters]
        return list(accumulate(map(self._step, bases, [*bases[1:], ""]), initial=0.0))

    def _step(self, base: str, following: str) -> float:
        """Return how far it is from one letter to the next, kerning included; asked often while wrapping."""
        pair = base + following
        if pair not in self._steps:
            self._steps[pair] = self._font.getlength(pair) - self._font.getlength(following) + self._gap
        return self._steps[pair]

    def width(self, letters: list[str]) -> float:
        """Return how long a line of ``letters`` is."""
        return self.starts(letters)[-1] - self._gap if letters else 0.0

    def line(self, letters: list[str]) -> tuple[Image.Image, tuple[int, int]]:
        """Return a mask of the line, and where in it the line begins on its baseline."""
        pad, base = round(self.size * 0.3), round(self.size * 1.2)
        sheet = Image.new("L", (round(self.width(letters)) + 2 * pad, round(self.size * 1.7)))
        for letter, start in zip(letters, self.starts(letters), strict=False):
            self._put(sheet, letter, pad + start, base)
        return sheet, (pad, base)

    def _put(self, sheet: Image.Image, letter: str, left: float, base: int) -> None:
        if letter[0] in TURNED:
            self._put_turned(sheet, TURNED[letter[0]], left, base)
            return
        dotless = letter[0] in "ij" and any(mark in ABOVE for mark in letter[1:])
        self._write(sheet, letter[0], left, base)
        if dotless:
            self._clear_dot(sheet, letter[0], left, base)
        middle = left + sum(self._box(letter[0])[::2]) / 2
        top = base + self._box("x" if dotless else letter[0])[1]
        for mark in letter[1:]:
            if mark in ABOVE:
                top = self._put_above(sheet, mark, middle, top)
            else:
                self._put_below(sheet, mark, middle, base + self._box(letter[0])[3])

    def _put_above(self, sheet: Image.Image, mark: str, middle: float, edge: float) -> float:
        """Set ``mark`` over ink that begins at ``edge``; return where the ink begins now."""
        sign, share, turn = ABOVE[mark]
        ink = self._ink(sign, share).rotate(turn, expand=True)
        top = max(edge - self.size * 0.05 - ink.height, 0.0)
        self._lay(sheet, ink, round(middle - ink.width / 2), round(top))
        return top

    def _put_below(self, sheet: Image.Image, mark: str, middle: float, edge: float) -> None:
        sign, share, _ = BELOW[mark]
        ink = self._ink(sign, share)
        self._lay(sheet, ink, round(middle - ink.width / 2), round(edge - ink.height * 0.2))

    def _put_turned(self, sheet: Image.Image, sign: str, left: float, base: int) -> None:
        ink = self._ink(sign, 1.0).rotate(180)
        top = base + self._box("x")[1]
        self._lay(sheet, ink, round(left + self._box(sign)[0]), round(top))

    def _clear_dot(self, sheet: Image.Image, letter: str, left: float, base: int) -> None:
        """Take the dot off an ``i`` or ``j`` that gets a mark instead."""
        box, top = self._box(letter), round(base + self._box("x")[1] - self.size * 0.02)
        sheet.paste(0, (round(left + box[0]), 0, round(left + box[2]) + 1, top))

    def _ink(self, sign: str, share: float) -> Image.Image:
        """Return ``sign`` cut to its edges."""
        side = round(self.size * 1.5)
        sheet = Image.new("L", (side, side))
        font = ImageFont.load_default(self.size * share)
        ImageDraw.Draw(sheet).text((side / 3, side * 0.7), sign, 255, font, "ls", stroke_width=self._stroke)
        return sheet.crop(sheet.getbbox())

    def _lay(self, sheet: Image.Image, ink: Image.Image, left: int, top: int) -> None:
        place = (left, top, left + ink.width, top + ink.height)
        sheet.paste(ImageChops.lighter(sheet.crop(place), ink), place)

    def _write(self, sheet: Image.Image, sign: str, left: float, base: int) -> None:
        ImageDraw.Draw(sheet).text((left, base), sign, 255, self._font, "ls", stroke_width=self._stroke)

    def _box(self, sign: str) -> tuple[float, float, float, float]:
        return self._font.getbbox(sign, anchor="ls", stroke_width=self._stroke)
