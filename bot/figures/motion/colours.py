"""The one palette of all moving pictures."""

import numpy as np

from bot.figures.motion.people import Person
from bot.figures.motion.vectors import Array

GROUND = "#eef1f6"
DISC = "#dbe4f1"
SHIRT = "#3aa6a0"
TROUSERS = "#3b4879"
SOCKS = "#f4efe6"
GLOW = "#ff5a3c"
ARROW = "#f4743b"
INK = "#2f2946"
INSET = "#f9f4ec"
THINGS = {
    "mat": "#9c8fcb", "wood": "#c99a6b", "wall": "#dfdee8", "skirting": "#f7f4f2", "door": "#b98a63",
    "frame": "#f4f1ee", "metal": "#8d99ae", "pillow": "#f3d39b", "band": "#ef9f2f", "sheet": "#cfdcf0",
    "bed": "#b48a68", "counter": "#b9c3d6", "top": "#f4f1ee", "cushion": "#e7b7a0",
}  # fmt: skip


def rgb(colour: str) -> Array:
    """Return red, green and blue (0 to 1) of ``#rrggbb``."""
    return np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])


def thing(colour: str) -> Array:
    """Return the colour of furniture, by name or as ``#rrggbb``."""
    return rgb(THINGS.get(colour, colour))


def table(person: Person, ground: str = GROUND, disc: str = DISC) -> Array:
    """Return the colours of a picture of ``person``.

    Rows: ground, disc, shirt, trousers, skin, hair, glow, socks, mouth, cheeks, trim, brows, ink, white.
    """
    skin = rgb(person.skin)
    mouth = skin * np.array([0.62, 0.36, 0.36])
    blush = np.minimum(skin * np.array([1.06, 0.74, 0.72]), 1)
    rows = [rgb(ground), rgb(disc), rgb(SHIRT), rgb(TROUSERS), skin, rgb(person.hair), rgb(GLOW)]
    brows = rgb(person.hair) * 0.72
    return np.array([*rows, rgb(SOCKS), mouth, blush, rgb(SHIRT) * 0.86, brows, rgb(INK) * 0.9, np.ones(3)])
