"""A4 pages that are drawn from the top left, in points."""

from collections.abc import Iterable
from io import BytesIO
from typing import Final

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from bot.figures.paper.letters import Type, cut, have_faces, long, readable, wrapped

WIDE: Final = A4[0]
HIGH: Final = A4[1]
MARGIN: Final = 42.0
MEASURE: Final = WIDE - 2 * MARGIN

Point = tuple[float, float]


class Sheet:
    """Pages of a PDF."""

    def __init__(self, title: str, language: str) -> None:
        """Begin the first page; ``title`` is what a reader's window shows."""
        have_faces()
        self._out = BytesIO()
        # Invariant: without the time of making, the same value gives the same bytes.
        self._canvas = Canvas(self._out, pagesize=A4, invariant=1, pageCompression=1, lang=language)
        self._canvas.setTitle(readable(title))
        self._canvas.setCreator("Midback")

    def say(self, text: str, at: Point, kind: Type, limit: float = MEASURE) -> float:
        """Print one line that begins at ``at`` on its baseline; return how long it is."""
        line = cut(readable(text), kind, limit)
        self._print(line, at, kind)
        return long(line, kind)

    def say_left_of(self, text: str, at: Point, kind: Type, limit: float = MEASURE) -> None:
        """Print one line that ends at ``at``."""
        line = cut(readable(text), kind, limit)
        self._print(line, (at[0] - long(line, kind), at[1]), kind)

    def say_around(self, text: str, at: Point, kind: Type, limit: float = MEASURE) -> None:
        """Print one line with its middle at ``at``."""
        line = cut(readable(text), kind, limit)
        self._print(line, (at[0] - long(line, kind) / 2, at[1]), kind)

    def tell(self, text: str, corner: Point, kind: Type, limit: float, most: int = 99) -> float:
        """Print lines below each other from the top left ``corner`` on; return how high they are."""
        lines = wrapped(text, kind, limit, most)
        for n, line in enumerate(lines):
            self._print(line, (corner[0], corner[1] + kind.size * 0.95 + n * kind.leading), kind)
        return len(lines) * kind.leading

    def box(self, corner: Point, size: Point, colour: str, radius: float = 0) -> None:
        """Fill a box, ``corner`` being its top left."""
        self._canvas.setFillColor(HexColor(colour))
        place = (corner[0], HIGH - corner[1] - size[1], size[0], size[1])
        self._canvas.roundRect(*place, radius, stroke=0, fill=1)

    def squares(self, corners: Iterable[Point], side: float, colour: str) -> None:
        """Fill squares as one shape, so that no light lines show between neighbours."""
        path = self._canvas.beginPath()
        for x, y in corners:
            path.rect(x, HIGH - y - side, side, side)
        self._canvas.setFillColor(HexColor(colour))
        self._canvas.drawPath(path, stroke=0, fill=1)

    def frame(self, corner: Point, size: Point, colour: str, radius: float = 0) -> None:
        """Draw a box's thin outline."""
        self._canvas.setStrokeColor(HexColor(colour))
        self._canvas.setLineWidth(0.6)
        place = (corner[0], HIGH - corner[1] - size[1], size[0], size[1])
        self._canvas.roundRect(*place, radius, stroke=1, fill=0)

    def stroke(self, start: Point, end: Point, thick: float, colour: str) -> None:
        """Draw a straight line with round ends."""
        self._canvas.setStrokeColor(HexColor(colour))
        self._canvas.setLineWidth(thick)
        self._canvas.setLineCap(1)
        self._canvas.line(start[0], HIGH - start[1], end[0], HIGH - end[1])

    def disc(self, centre: Point, radius: float, colour: str) -> None:
        """Fill a circle."""
        self._canvas.setFillColor(HexColor(colour))
        self._canvas.circle(centre[0], HIGH - centre[1], radius, stroke=0, fill=1)

    def picture(self, file: str, corner: Point, side: float, radius: float) -> None:
        """Place a square picture with rounded corners."""
        self._canvas.saveState()
        path = self._canvas.beginPath()
        path.roundRect(corner[0], HIGH - corner[1] - side, side, side, radius)
        self._canvas.clipPath(path, stroke=0, fill=0)
        self._canvas.drawImage(ImageReader(file), corner[0], HIGH - corner[1] - side, side, side)
        self._canvas.restoreState()

    def link(self, address: str, corner: Point, size: Point) -> None:
        """Let a press on this place open ``address`` where the page is read on a screen."""
        x, y = corner[0], HIGH - corner[1]
        self._canvas.linkURL(address, (x, y - size[1], x + size[0], y))

    def next_page(self) -> None:
        """Begin another page."""
        self._canvas.showPage()

    def pdf(self) -> bytes:
        """Return the finished file."""
        self._canvas.showPage()
        self._canvas.save()
        return self._out.getvalue()

    def _print(self, line: str, at: Point, kind: Type) -> None:
        self._canvas.setFillColor(HexColor(kind.colour))
        self._canvas.setFont(kind.face, kind.size)
        self._canvas.drawString(at[0], HIGH - at[1], line)
