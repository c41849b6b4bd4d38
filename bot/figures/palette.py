"""The colours of the drawn cards: a few grounds that differ in lightness as well as in hue.

Two kinds stand on a dark ground and two on a light one, and each pair splits blue against warm or green, so
the four stay apart for colour-blind eyes and on a light or a dark chat alike.
"""

from dataclasses import dataclass

from bot.domain.exercises import Kind

Rgb = tuple[int, int, int]


@dataclass(frozen=True)
class Palette:
    """Colours of one card, as ``#rrggbb``.

    ``ink`` is for names and ``quiet`` for small text, both readable on ``ground``; ``tones`` are the motif's
    shades from nearly ground to strong; ``accent`` is for the one thing that should be seen first.
    """

    ground: str
    ink: str
    quiet: str
    tones: tuple[str, str, str, str]
    accent: str


TEAL = Palette("#0d4a4e", "#fbf4e8", "#a8d3cb", ("#165a5d", "#24716f", "#4c9c93", "#8fcfc1"), "#f6b469")
SAND = Palette("#f4dfc8", "#43231b", "#7f4b38", ("#efcfb2", "#eab696", "#e08e6d", "#cf6448"), "#b8432f")
INDIGO = Palette("#2a2a62", "#f5f2fc", "#bcbcea", ("#363779", "#484a98", "#6c70c4", "#a3a7ec"), "#f6b469")
SKY = Palette("#d3e8f3", "#11344f", "#33617f", ("#c0dcec", "#a3cbe3", "#78b0d5", "#4389bd"), "#1f5f94")
PAPER = Palette("#f7f0e4", "#12393c", "#5a6f6a", ("#ece2d1", "#d3ddd2", "#8dbfb3", "#2f7f7b"), "#d9663f")

KINDS = {Kind.MOBILITY: TEAL, Kind.STRETCH: SAND, Kind.STRENGTH: INDIGO, Kind.BREATHING: SKY}


def rgb(colour: str) -> Rgb:
    """Return the red, green and blue (0 to 255) of ``#rrggbb``."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mix(first: str, second: str, share: float) -> str:
    """Return the colour that lies ``share`` (0 to 1) of the way from ``first`` to ``second``."""
    pairs = zip(rgb(first), rgb(second), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)
