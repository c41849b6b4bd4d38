"""Furniture and what is held in the hands."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from bot.figures.motion import colours, furniture
from bot.figures.motion.schema import Side, Thing, Vec
from bot.figures.motion.shapes import PROP, Shapes
from bot.figures.motion.skeleton import Skeleton
from bot.figures.motion.vectors import Array, turning, vec


def add(shapes: Shapes, things: Sequence[Thing], made: Skeleton) -> Array:
    """Add all things; return the table of their colours."""
    pieces = [piece for thing in things for piece in furniture.pieces(thing)]
    for index, thing in enumerate(pieces):
        if thing.box is not None:
            _add_box(shapes, thing, index)
        elif thing.rod is not None:
            points = [_place(point, made) for point in thing.rod]
            for a, b in pairwise(points):
                shapes.limb(PROP, "thing", a, b, thing.radius, melt=0.0, colour=index)
    return np.array([colours.thing(thing.colour) for thing in pieces]).reshape(-1, 3)


def _add_box(shapes: Shapes, thing: Thing, index: int) -> None:
    size = vec(*(thing.size or (0.1, 0.1, 0.1)))
    yaw, pitch, roll = thing.turn
    turn = turning(vec(0, 1, 0), yaw) @ turning(vec(1, 0, 0), pitch) @ turning(vec(0, 0, 1), roll)
    rounding = min(thing.round, float(size.min()) / 2)
    shapes.box(vec(*(thing.box or (0, 0, 0))), size / 2, rounding, turn, index)


def _place(point: Vec | str, made: Skeleton) -> Array:
    if not isinstance(point, str):
        return vec(*point)
    side: Side = "left" if point.startswith("left") else "right"
    if point.endswith("foot"):
        foot = made.feet[side]
        return np.asarray(made.joints[f"{side}_ankle"] + foot.along * 0.07 - foot.instep * 0.062)
    hand = made.hands[side]
    return np.asarray(made.joints[f"{side}_wrist"] + hand.along * 0.065 + hand.palm * 0.018)
