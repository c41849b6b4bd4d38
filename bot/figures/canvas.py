"""A square sheet with soft edges: everything is drawn four times too large and shrunk at the end."""

from collections.abc import Iterable
from io import BytesIO
from itertools import pairwise
from math import cos, hypot, pi, radians, sin

from PIL import Image, ImageDraw

SIDE = 640  # units, and pixels of the finished picture
SCALE = 4
QUALITIES = (88, 80, 70, 55)
LIMIT = 60_000  # bytes

Point = tuple[float, float]


def turned(points: Iterable[Point], centre: Point, degrees: float) -> list[Point]:
    """Return ``points``, given around the origin, turned clockwise and moved to ``centre``."""
    c, s = cos(radians(degrees)), sin(radians(degrees))
    return [(centre[0] + x * c - y * s, centre[1] + x * s + y * c) for x, y in points]


def soft_box(width: float, height: float, waist: float = 0.0, corners: float = 4.0) -> list[Point]:
    """Return a rounded box around the origin, its sides drawn in by ``waist`` (0 to 1) at half height."""
    outline = []
    for i in range(72):
        c, s = cos(i * pi / 36), sin(i * pi / 36)
        x, y = (abs(v) ** (2 / corners) * (1 if v >= 0 else -1) for v in (c, s))
        outline.append((x * width / 2 * (1 - waist * (1 - y * y)), y * height / 2))
    return outline


class Canvas:
    """Draws in units of the finished picture (0 to 640, origin top left)."""

    def __init__(self, ground: str) -> None:
        """Start with a sheet of the colour ``ground``."""
        self._image = Image.new("RGB", (SIDE * SCALE, SIDE * SCALE), ground)
        self._pen = ImageDraw.Draw(self._image)

    def shape(self, points: Iterable[Point], colour: str) -> None:
        """Fill the outline ``points``."""
        self._pen.polygon([(x * SCALE, y * SCALE) for x, y in points], fill=colour)

    def disc(self, centre: Point, radius: float, colour: str) -> None:
        """Fill a circle."""
        self._pen.ellipse(_around(centre, radius), fill=colour)

    def ring(self, centre: Point, radius: float, width: float, colour: str) -> None:
        """Draw a circle line whose outer edge lies at ``radius``."""
        self._pen.ellipse(_around(centre, radius), outline=colour, width=round(width * SCALE))

    def line(self, path: list[Point], width: float, colour: str) -> None:
        """Draw a smooth line through the points of ``path`` (many, close together) with round ends."""
        for end in (path[0], path[-1]):
            self.disc(end, width / 2, colour)
        # Both edges as one outline: a line drawn piece by piece shows cracks where it bends.
        self.shape([*_edge(path, width / 2), *_edge(path[::-1], width / 2)], colour)

    def bar(self, left: float, top: float, width: float, height: float, colour: str) -> None:
        """Fill a bar with round ends."""
        box = [left * SCALE, top * SCALE, (left + width) * SCALE - 1, (top + height) * SCALE - 1]
        self._pen.rounded_rectangle(box, radius=min(width, height) * SCALE / 2, fill=colour)

    def stamp(self, mask: Image.Image, corner: tuple[int, int], colour: str) -> None:
        """Print ``mask`` in ``colour``; ``corner`` is its top left in fine pixels (units times SCALE)."""
        self._image.paste(colour, corner, mask)

    def jpeg(self) -> bytes:
        """Return the finished picture, in the best quality that stays under the limit."""
        small = self._image.reduce(SCALE)
        for quality in QUALITIES:
            out = BytesIO()
            # Full colour resolution: halved, it smears small warm text on a cool ground.
            small.save(out, "JPEG", quality=quality, subsampling=0, progressive=True)
            if out.tell() < LIMIT:
                break
        return out.getvalue()


def _edge(path: list[Point], away: float) -> list[Point]:
    """Return the middles of the pieces of ``path``, moved ``away`` to its left."""
    edge = []
    for (ax, ay), (bx, by) in pairwise(path):
        share = away / (hypot(bx - ax, by - ay) or 1)
        edge.append(((ax + bx) / 2 + (by - ay) * share, (ay + by) / 2 - (bx - ax) * share))
    return edge


def _around(centre: Point, radius: float) -> list[float]:
    x, y = centre[0] * SCALE, centre[1] * SCALE
    return [x - radius * SCALE, y - radius * SCALE, x + radius * SCALE, y + radius * SCALE]
