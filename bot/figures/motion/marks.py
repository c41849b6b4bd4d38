"""What is drawn over the picture: arrows, rings and numbers. Drawn large and shrunk, like the cards."""

from dataclasses import dataclass
from functools import lru_cache
from math import atan2, cos, pi, sin

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw

from bot.figures.glyphs import Face, Style, readable
from bot.figures.motion.colours import rgb
from bot.figures.motion.vectors import Array

_FINE = 4
Bytes = npt.NDArray[np.uint8]
Path3 = tuple[tuple[float, float], tuple[float, float], tuple[float, float]]


@dataclass(frozen=True)
class Mask:
    """How strongly each pixel of a part of the picture is covered, 0 to 1."""

    top: int
    left: int
    cover: Array


def stamp(image: Bytes, mask: Mask, colour: str, strength: float = 1.0) -> None:
    """Print ``mask`` in ``colour`` onto ``image``."""
    height, width = mask.cover.shape
    part = image[mask.top : mask.top + height, mask.left : mask.left + width]
    cover = mask.cover[..., None] * strength
    part[:] = np.round(part * (1 - cover) + rgb(colour) * 255 * cover).astype(np.uint8)


@lru_cache(maxsize=64)
def arrow(path: Path3, size: int) -> Mask:
    """Return an arrow from the first point of ``path`` to the third, bent towards the second."""
    points = [_bow(path, i / 40) for i in range(41)]
    width = size * 0.0145
    end, before = points[-1], points[-7]
    way = atan2(end[1] - before[1], end[0] - before[0])
    length = width * 2.5 / size
    barbs = [(end[0] - length * cos(way + turn), end[1] - length * sin(way + turn)) for turn in (0.72, -0.72)]
    sheet = _Sheet(size)
    for line in (points, [barbs[0], end], [barbs[1], end]):
        sheet.line([(x * size, y * size) for x, y in line], width)
    return sheet.mask()


@lru_cache(maxsize=512)
def ring(at: tuple[float, float], radius: float, share: float, size: int) -> Mask:
    """Return the part of a ring that is left: from the top, clockwise, ``share`` 0 to 1."""
    steps = max(2, round(72 * share))
    turns = [2 * pi * share * i / steps - pi / 2 for i in range(steps + 1)]
    sheet = _Sheet(size)
    if share > 0:
        sheet.line(
            [((at[0] + radius * cos(t)) * size, (at[1] + radius * sin(t)) * size) for t in turns],
            size * 0.018,
        )
    return sheet.mask()


@lru_cache(maxsize=512)
def disc(at: tuple[float, float], radius: float, size: int) -> Mask:
    """Return a filled circle."""
    sheet = _Sheet(size)
    sheet.dot((at[0] * size, at[1] * size), radius * size)
    return sheet.mask()


@lru_cache(maxsize=128)
def number(text: str, at: tuple[float, float], height: float, size: int) -> Mask:
    """Return ``text`` centred on ``at``; ``height`` of the font is a share of the picture."""
    face = Face(Style(size * height, 0.03), _FINE)
    letters = readable(text)
    mask, (left, base) = face.line(letters)
    sheet = Image.new("L", (size * _FINE, size * _FINE), 0)
    x = at[0] * size * _FINE - face.width(letters) / 2 - left
    y = at[1] * size * _FINE + size * height * _FINE * 0.36 - base
    sheet.paste(mask, (round(x), round(y)))
    return _shrunk(sheet)


def _bow(path: Path3, t: float) -> tuple[float, float]:
    (ax, ay), (bx, by), (cx, cy) = path
    a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
    return (a * ax + b * bx + c * cx, a * ay + b * by + c * cy)


def _shrunk(sheet: Image.Image) -> Mask:
    cover = np.asarray(sheet.reduce(_FINE), dtype=np.float64) / 255
    down, across = np.nonzero(cover)
    if not len(down):
        return Mask(0, 0, np.zeros((0, 0)))
    top, left = int(down.min()), int(across.min())
    return Mask(top, left, cover[top : int(down.max()) + 1, left : int(across.max()) + 1])


class _Sheet:
    """A large grey sheet."""

    def __init__(self, size: int) -> None:
        self._image = Image.new("L", (size * _FINE, size * _FINE), 0)
        self._pen = ImageDraw.Draw(self._image)

    def line(self, points: list[tuple[float, float]], width: float) -> None:
        self._pen.line(
            [(x * _FINE, y * _FINE) for x, y in points], fill=255, width=round(width * _FINE), joint="curve"
        )
        for point in points:
            self.dot(point, width / 2)

    def dot(self, at: tuple[float, float], radius: float) -> None:
        x, y, r = at[0] * _FINE, at[1] * _FINE, radius * _FINE
        self._pen.ellipse([x - r, y - r, x + r, y + r], fill=255)

    def mask(self) -> Mask:
        return _shrunk(self._image)
