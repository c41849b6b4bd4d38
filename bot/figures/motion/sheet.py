"""Contact sheets, to judge poses and loops by eye."""

import numpy as np
from PIL import Image

from bot.figures.motion import reel
from bot.figures.motion.reel import Pixels, Studio
from bot.figures.motion.schema import Figure

GAP = 6


def poses(figure: Figure, studio: Studio) -> list[Pixels]:
    """Return the key picture of every pose that the loop or a step shows."""
    shown = dict.fromkeys([*(beat.pose for beat in figure.play), *figure.steps])
    return [reel.still(figure, studio, pose) for pose in shown]


def strip(figure: Figure, studio: Studio, count: int) -> list[Pixels]:
    """Return ``count`` frames spread over the loop."""
    shown = reel.frames(figure, studio)
    chosen = [shown[i * len(shown) // count] for i in range(count)]
    return list(reel.with_arrows(figure, chosen))


def sheet(images: list[Pixels], columns: int) -> Image.Image:
    """Return the pictures side by side."""
    size = len(images[0])
    rows = -(-len(images) // columns)
    page = np.full((rows * (size + GAP) + GAP, columns * (size + GAP) + GAP, 3), 255, np.uint8)
    for index, image in enumerate(images):
        top, left = GAP + index // columns * (size + GAP), GAP + index % columns * (size + GAP)
        page[top : top + size, left : left + size] = image
    return Image.fromarray(page)
