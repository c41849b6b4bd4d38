"""A sheet as wide as a card and as high as needed, and its letters.

Units are half pixels of a picture shown 320 pixels wide, the narrowest phone: letters of 22 units are 11
pixels there, and none are smaller.
"""

from io import BytesIO
from typing import Final

from PIL import Image, ImageDraw

from bot.figures.canvas import SCALE, SIDE, Canvas, Point
from bot.figures.charts.colours import Shades
from bot.figures.glyphs import Style
from bot.figures.lettering import Block, fit, width, write

MARGIN: Final = 36
MEASURE: Final = SIDE - 2 * MARGIN
FINE: Final = SCALE // 2
"""Fine pixels to a pixel of the finished picture: twice as large as a card, for sharp small shapes."""

SMALLEST: Final = 22
"""Units; no letter is smaller."""

TITLE: Final = Style(40, 0.022, -0.004)
HEADING: Final = Style(28, 0.02)
TEXT: Final = Style(24, 0.006)
STRONG: Final = Style(24, 0.024)
FIGURE: Final = Style(34, 0.02)


class Sheet(Canvas):
    """Draws in units like :class:`Canvas`, on a sheet of any height."""

    def __init__(self, height: float, shades: Shades) -> None:
        """Start with an empty sheet, ``height`` units high."""
        self.shades = shades
        self._image = Image.new("RGB", (SIDE * SCALE, round(height) * SCALE), shades.ground)
        self._pen = ImageDraw.Draw(self._image)

    def box(self, corner: Point, size: Point, radius: float, colour: str) -> None:
        """Fill a box with rounded corners, ``corner`` being its top left."""
        (x, y), (wide, high) = corner, size
        edges = [x * SCALE, y * SCALE, (x + wide) * SCALE - 1, (y + high) * SCALE - 1]
        self._pen.rounded_rectangle(edges, radius=radius * SCALE, fill=colour)

    def stroke(self, start: Point, end: Point, thick: float, colour: str) -> None:
        """Draw a straight line with round ends."""
        ends = [(point[0] * SCALE, point[1] * SCALE) for point in (start, end)]
        self._pen.line(ends, fill=colour, width=round(thick * SCALE))
        for point in (start, end):
            self.disc(point, thick / 2, colour)

    def say(self, text: str, at: Point, style: Style, colour: str, limit: float = MEASURE) -> float:
        """Print one line that begins at ``at`` on its baseline, cut to ``limit``; return how long it is."""
        block = line(text, style, limit)
        for letters in block.lines:
            write(self, letters, at, block.style, colour)
            return width(letters, block.style)
        return 0.0

    def centre(self, text: str, at: Point, style: Style, colour: str, limit: float = MEASURE) -> None:
        """Print one line around ``at`` on its baseline, cut to ``limit``."""
        block = line(text, style, limit)
        for letters in block.lines:
            left = at[0] - width(letters, block.style) / 2
            left = min(max(left, MARGIN), SIDE - MARGIN - width(letters, block.style))
            write(self, letters, (left, at[1]), block.style, colour)

    def png(self) -> bytes:
        """Return the finished picture: flat colours and sharp edges are what PNG keeps small and clean."""
        out = BytesIO()
        self._image.reduce(FINE).save(out, "PNG", compress_level=6)
        return out.getvalue()


def line(text: str, style: Style, limit: float) -> Block:
    """Return ``text`` as at most one line of just this size, cut with an ellipsis where it is too long."""
    block = fit(text, ((style.size, 1),), style.weight, limit)
    return Block(style, block.lines[:1])
