"""What can be seen, judged on small pictures: nothing cut off, large enough, poses apart, muscle in sight."""

from collections.abc import Iterator
from itertools import combinations

import numpy as np
import numpy.typing as npt

from bot.figures.motion import marks
from bot.figures.motion.drawing import draw
from bot.figures.motion.inspection import Finding
from bot.figures.motion.schema import Figure

SIZE, EDGE = 160, 2
SMALLEST, APART, SEEN, CLEAR = 0.055, 0.93, 0.0025, 0.02
"""Least share of the picture for a body, most overlap of two poses, least share that glows at best,
most of an arrow's ink that may lie on the body."""

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
    yield from _clear(figure, masks)
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


def _clear(figure: Figure, masks: dict[str, Mask]) -> Iterator[Finding]:
    """Arrows stay clear of the body that they speak of, and inside the picture."""
    for arrow in figure.arrows:
        drawn = marks.arrow(arrow.path, SIZE)
        height, width = drawn.cover.shape
        inked = drawn.cover > 0.5
        for name in arrow.during:
            if name in masks:
                body = masks[name][drawn.top : drawn.top + height, drawn.left : drawn.left + width]
                share = float((body & inked).sum() / inked.sum())
                if share > CLEAR:
                    yield Finding("arrow", f"{name}: an arrow lies on the body with {share:.0%} of its ink")
        if drawn.top < 1 or drawn.left < 1 or drawn.top + height >= SIZE or drawn.left + width >= SIZE:
            yield Finding("arrow", f"an arrow during {' and '.join(arrow.during)} leaves the picture")
