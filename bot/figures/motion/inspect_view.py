"""What can be seen, judged on small pictures: nothing cut off, large enough, poses apart, muscle in sight."""

from collections.abc import Iterator
from itertools import combinations

import numpy as np
import numpy.typing as npt

from bot.figures.motion.drawing import draw
from bot.figures.motion.inspection import Finding
from bot.figures.motion.schema import Figure

SIZE, EDGE = 160, 2
SMALLEST, APART, SEEN = 0.055, 0.93, 0.0025
"""Least share of the picture for a body, most overlap of two poses, least share that glows at best."""

Mask = npt.NDArray[np.bool_]


def rules(figure: Figure) -> Iterator[Finding]:
    """Yield every fault that a small picture shows."""
    masks: dict[str, Mask] = {}
    glow = 0.0
    for name in dict.fromkeys(beat.pose for beat in figure.play):
        drawn = draw(figure, figure.poses[name], SIZE, fine=False)
        masks[name] = drawn.groups < 7
        glow = max(glow, drawn.glow)
    yield from _framed(figure, masks)
    yield from _apart(masks)
    if glow < SEEN:
        yield Finding("target", f"muscle is hardly seen: {glow:.2%} of the picture, at least {SEEN:.2%}")


def _framed(figure: Figure, masks: dict[str, Mask]) -> Iterator[Finding]:
    for name, mask in masks.items():
        rim = mask[:EDGE].any() or mask[-EDGE:].any() or mask[:, :EDGE].any() or mask[:, -EDGE:].any()
        if rim and not figure.crop:
            yield Finding("frame", f"{name} is cut off by the edge")
        if mask.mean() < SMALLEST:
            yield Finding("frame", f"{name} is too small: {mask.mean():.1%} of the picture")


def _apart(masks: dict[str, Mask]) -> Iterator[Finding]:
    overlaps = [
        (float((masks[a] & masks[b]).sum() / (masks[a] | masks[b]).sum()), a, b)
        for a, b in combinations(masks, 2)
    ]
    overlap, first, second = min(overlaps)
    if overlap > APART:
        yield Finding("distinct", f"{first} and {second} look nearly the same ({overlap:.0%} overlap)")
