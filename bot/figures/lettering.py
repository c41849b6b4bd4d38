"""Lines of text on a canvas: shortened, wrapped and shrunk until they fit."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.figures.canvas import SCALE, Canvas, Point
from bot.figures.glyphs import Face, Style, readable

ELLIPSIS = ["…"]
SHARES = (1.0, 0.9, 0.82)  # of the wished size; smaller would be hard to read on a phone
Line = list[str]


@dataclass(frozen=True)
class Block:
    """Lines that fit, in the style in which they do."""

    style: Style
    lines: list[Line]


def write(canvas: Canvas, letters: Line, at: Point, style: Style, colour: str) -> None:
    """Print one line that begins at ``at`` on its baseline."""
    if letters:
        mask, (left, base) = Face(style, SCALE).line(letters)
        canvas.stamp(mask, (round(at[0] * SCALE) - left, round(at[1] * SCALE) - base), colour)


def width(letters: Line, style: Style) -> float:
    """Return the length of a line, in units."""
    return Face(style, SCALE).width(letters) / SCALE


def one_line(text: str, style: Style, limit: float) -> Block:
    """Return ``text`` as one line no longer than ``limit`` units: smaller, else cut with an ellipsis."""
    return column((text,), style, limit)


def column(texts: Sequence[str], style: Style, limit: float) -> Block:
    """Return one line for each of ``texts``, all of one size, none longer than ``limit`` units.

    The size shrinks a little where that is enough; else what is too long is cut with an ellipsis.
    """
    lines = [readable(text) for text in texts]
    for share in SHARES:
        smaller = replace(style, size=style.size * share)
        face = Face(smaller, SCALE)
        if all(face.width(line) <= limit * SCALE for line in lines):
            break
    return Block(smaller, [_cut(line, face, limit * SCALE) for line in lines])


def fit(text: str, ladder: tuple[tuple[float, int], ...], weight: float, limit: float) -> Block:
    """Return ``text`` wrapped to ``limit`` units in the first (size, most lines) of ``ladder`` that holds it.

    Where none does, the last is taken, words are broken and the end is cut with an ellipsis.
    """
    letters = readable(text)
    for size, most in ladder:
        style = Style(size, weight, -0.004)
        face = Face(style, SCALE)
        lines = _wrap(letters, face, limit * SCALE)
        if len(lines) <= most and all(face.width(line) <= limit * SCALE for line in lines):
            return Block(style, _balanced(letters, face, limit * SCALE, lines))
    lines = _wrap(_broken(letters, face, limit * SCALE), face, limit * SCALE)
    if len(lines) > most:
        lines = [
            *lines[: most - 1],
            _cut([*lines[most - 1], " ", *lines[most]], face, limit * SCALE, sure=True),
        ]
    return Block(style, lines)


def _split(letters: Line) -> list[Line]:
    words: list[Line] = [[]]
    for letter in letters:
        if letter == " ":
            words.append([])
        else:
            words[-1].append(letter)
    return [word for word in words if word]


def _wrap(letters: Line, face: Face, limit: float) -> list[Line]:
    """Fill lines with words; a word longer than ``limit`` gets a line that is too long."""
    lines: list[Line] = []
    for word in _split(letters):
        longer = [*lines[-1], " ", *word] if lines else word
        if lines and face.width(longer) <= limit:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _balanced(letters: Line, face: Face, limit: float, lines: list[Line]) -> list[Line]:
    """Return as many lines as ``lines``, as even in length as words allow."""
    for percent in range(95, 50, -5):
        narrower = _wrap(letters, face, limit * percent / 100)
        if len(narrower) > len(lines) or any(face.width(line) > limit for line in narrower):
            break
        lines = narrower
    return lines


def _broken(letters: Line, face: Face, limit: float) -> Line:
    """Put blanks into words that are longer than a line."""
    pieces: Line = []
    for word in _split(letters):
        piece: Line = []
        for letter in word:
            if face.width([*piece, letter]) > limit:
                pieces += [*piece, " "]
                piece = []
            piece.append(letter)
        pieces += [*piece, " "]
    return pieces


def _cut(letters: Line, face: Face, limit: float, sure: bool = False) -> Line:
    """Shorten a line to ``limit`` and end it with an ellipsis, even where it fits if ``sure``."""
    if not sure and face.width(letters) <= limit:
        return letters
    while letters and face.width([*letters, *ELLIPSIS]) > limit:
        letters = letters[:-1]
    while letters and letters[-1] == " ":
        letters = letters[:-1]
    return [*letters, *ELLIPSIS]
