"""Loops that keep time with a dose, so that no message has to be edited every second.

A ring empties and a number counts down while a posture is held; repetitions are numbered; a breathing circle
grows and shrinks. No words: the pictures are the same in every language.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

import numpy as np

from bot.domain.exercises import Dose
from bot.figures.motion import marks
from bot.figures.motion.reel import Frame, Pixels
from bot.figures.motion.schema import Figure

FPS = 10
HOLDS = (5, 10, 15, 30)
_RADIUS = 0.088
_CORNERS = ((0.125, 0.125), (0.875, 0.125), (0.125, 0.875), (0.875, 0.875))
_BACK, _TRACK, _LEFT, _INK = "#ffffff", "#d5dceb", "#f4743b", "#2f2946"
Spot = tuple[float, float]


@dataclass(frozen=True)
class Dial:
    """What the dial in the corner says: how much of the ring is left, and a number."""

    share: float
    number: int


def spot(shown: list[Frame]) -> Spot:
    """Return the corner in which the body is least."""
    masks = [frame.drawn.groups < 7 for frame in shown[:: max(1, len(shown) // 8)]]
    body = np.mean(masks, axis=0)

    def crowd(corner: Spot) -> float:
        size = len(body)
        x, y, r = round(corner[0] * size), round(corner[1] * size), round(0.12 * size)
        return float(body[max(y - r, 0) : y + r, max(x - r, 0) : x + r].mean())

    return min(_CORNERS, key=crowd)


def held(figure: Figure, shown: list[Frame]) -> Frame:
    """Return the frame in which a hold is spent: the pose that ``holds`` names, else the hardest one."""
    resting = [frame for frame in shown if frame.moment.key[0] == frame.moment.key[1]]
    named = [frame for frame in resting if frame.moment.key[0] == figure.holds]
    return (named or sorted(resting, key=lambda frame: -figure.poses[frame.moment.key[0]].glow) or shown)[0]


def hold(frame: Frame, seconds: int, corner: Spot) -> Iterator[Pixels]:
    """Yield a posture that is held, while the ring empties and seconds count down."""
    total = seconds * FPS
    for i in range(total):
        left = total - i
        yield _with_dial(frame, Dial(left / total, ceil(left / FPS)), corner)


def repetitions(shown: list[Frame], dose: Dose, held: Frame, corner: Spot) -> Iterator[Pixels]:
    """Yield one set at the dose's tempo, each repetition with its number; holds empty the ring."""
    for count in range(1, (dose.reps or 1) + 1):
        for frame, share in _one(shown, dose.tempo, dose.hold, shown.index(held)):
            yield _with_dial(frame, Dial(share, count), corner)


def breaths(figure: Figure, shown: list[Frame], dose: Dose, corner: Spot) -> Iterator[Pixels]:
    """Yield breaths: the dial grows with the breath in and shrinks with the breath out."""
    for count in range(1, (dose.breaths or 1) + 1):
        for frame, _ in _one(shown, dose.tempo, 0, 0):
            first, second, share = frame.moment.key
            air = figure.poses[first].belly * (1 - share) + figure.poses[second].belly * share
            yield _with_dial(frame, Dial(1.0, count), corner, 0.55 + 0.45 * air)


def change_sides(first: Pixels, corner: Spot) -> Iterator[Pixels]:
    """Yield a picture, a sweep, and the same picture mirrored: time to turn round."""
    other = first[:, ::-1]
    width = first.shape[1]
    for i in range(3 * FPS):
        share = float(np.clip((i / FPS - 1.0) / 0.9, 0, 1))
        edge = round(width * share * share * (3 - 2 * share))
        image = first.copy()
        image[:, width - edge :] = other[:, width - edge :]
        yield _with_turn(image, corner)


def _one(shown: list[Frame], tempo: int, hold: int, peak: int) -> Iterator[tuple[Frame, float]]:
    """Yield the frames of one repetition and how much of its hold, spent at frame ``peak``, is left."""
    for i in range(tempo * FPS):
        at = i * len(shown) // (tempo * FPS)
        if hold and at >= peak and (i - 1) * len(shown) // (tempo * FPS) < peak:
            yield from ((shown[peak], 1 - j / (hold * FPS)) for j in range(hold * FPS))
        yield shown[at], 1.0


def _with_dial(frame: Frame, dial: Dial, corner: Spot, grown: float | None = None) -> Pixels:
    image = np.array(frame.drawn.image, dtype=np.uint8)
    size = len(image)
    share = round(dial.share * 60) / 60
    marks.stamp(image, marks.disc(corner, _RADIUS + 0.022, size), _BACK, 0.92)
    if grown is not None:
        marks.stamp(image, marks.disc(corner, round(_RADIUS * grown, 3), size), "#f7b58f")
    else:
        marks.stamp(image, marks.ring(corner, _RADIUS, 1.0, size), _TRACK)
        marks.stamp(image, marks.ring(corner, _RADIUS, share, size), _LEFT)
    marks.stamp(image, marks.number(str(dial.number), corner, 0.088, size), _INK)
    return image


def _with_turn(image: Pixels, corner: Spot) -> Pixels:
    x, y = corner
    size = len(image)
    marks.stamp(image, marks.disc(corner, _RADIUS + 0.022, size), _BACK, 0.92)
    for sign in (1, -1):
        path = (
            (x - 0.055 * sign, y + 0.012 * sign),
            (x, y - 0.075 * sign),
            (x + 0.058 * sign, y - 0.014 * sign),
        )
        marks.stamp(image, marks.arrow(path, size), _LEFT)
    return image
