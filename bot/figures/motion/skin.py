"""What a point of the body wears, and the face. Compiled."""

import math
from typing import NamedTuple

from bot.figures.motion.distance import Scene, along_spine, step
from bot.figures.motion.jit import inlined, leaf
from bot.figures.motion.vectors import Array

SKIN = 4  # row of the colour table; muscles glow through cloth, not through a hand that lies on it


class Paint(NamedTuple):
    """Colours, and where on the body each begins.

    ``marks`` rows: neck, left shoulder, right shoulder, left and right upper arm (direction), left and right
    knee, left and right shin (direction), skull, then left, up and face of the head.
    ``face``: eyes shut, glasses, beard (0 or 1 each), scale of the head, how clearly strands show.
    """

    colours: Array
    things: Array
    marks: Array
    face: Array
    glows: Array
    glow: float
    hem: float


@inlined
def along(marks: Array, origin: int, direction: int, x: float, y: float, z: float) -> float:
    """Return how far a point lies along a direction from a mark."""
    way = (x - marks[origin, 0]) * marks[direction, 0] + (y - marks[origin, 1]) * marks[direction, 1]
    return float(way + (z - marks[origin, 2]) * marks[direction, 2])


@inlined
def away(marks: Array, origin: int, x: float, y: float, z: float) -> float:
    """Return how far a point is from a mark."""
    return math.sqrt((x - marks[origin, 0]) ** 2 + (y - marks[origin, 1]) ** 2 + (z - marks[origin, 2]) ** 2)


@leaf
def cloth(scene: Scene, paint: Paint, group: int, x: float, y: float, z: float) -> int:
    """Return the row of the colour table: shirt 2, trousers 3, skin 4, hair 5, socks 7, trim 10."""
    if group == 0:
        return trunk_cloth(scene, paint, x, y, z)
    if group < 3:
        reach = along(paint.marks, group, group + 2, x, y, z)
        aside = math.sqrt(max(away(paint.marks, group, x, y, z) ** 2 - reach * reach, 0.0))
        if reach > 0.150 or aside > 0.085:
            return 4
        return 10 if reach > 0.140 else 2
    if group < 5:
        reach = along(paint.marks, group + 2, group + 4, x, y, z)
        aside = math.sqrt(max(away(paint.marks, group + 2, x, y, z) ** 2 - reach * reach, 0.0))
        toes = (
            aside > 0.064 and aside * aside + (reach - 0.405) ** 2 < 0.04
        )  # they may point back to the knee
        return 7 if reach > 0.348 or toes else 3
    return 4 if group == 5 else 5


@leaf
def trunk_cloth(scene: Scene, paint: Paint, x: float, y: float, z: float) -> int:
    """Return the colour of a point on the trunk."""
    at = along_spine(scene.spine, x, y, z) / 64
    collar = away(paint.marks, 0, x, y, z)
    if collar < 0.090:
        return 4
    if collar < 0.098:
        return 10
    if at < paint.hem:
        return 3
    return 10 if at < paint.hem + 0.016 else 2


@inlined
def blend(colour: Array, other: Array, share: float) -> None:
    """Move ``colour`` by ``share`` towards ``other``, in place."""
    for k in range(3):
        colour[k] += (other[k] - colour[k]) * share


@leaf
def paint_face(paint: Paint, x: float, y: float, z: float, colour: Array) -> None:
    """Paint cheeks, eyes, brows, mouth and what a person wears in the face."""
    scale = paint.face[3]
    u = abs(along(paint.marks, 9, 10, x, y, z)) / scale
    v, w = along(paint.marks, 9, 11, x, y, z) / scale, along(paint.marks, 9, 12, x, y, z) / scale
    if w < 0.02:
        return
    blend(
        colour, paint.colours[9], 0.5 * math.exp(-(((u - 0.047) / 0.018) ** 2) - ((v + 0.027) / 0.014) ** 2)
    )
    if paint.face[2] > 0:
        beard(paint, u, v, w, colour)
    mouth = abs(v + 0.051 - (u / 0.026) ** 2 * 0.011)
    blend(colour, paint.colours[8], step(0.0042, 0.0022, mouth) * step(0.028, 0.025, u))
    eye(paint, u, v, colour)
    brow = abs(v - 0.036 + ((u - 0.034) / 0.02) ** 2 * 0.006)
    blend(colour, paint.colours[11], step(0.0036, 0.0018, brow) * step(0.019, 0.016, abs(u - 0.034)))
    if paint.face[1] > 0:
        ring = abs(math.sqrt(((u - 0.035) / 1.15) ** 2 + (v - 0.006) ** 2) - 0.0205)
        bridge = 0.0022 if u < 0.012 and abs(v - 0.012) < 0.0024 else 1.0
        blend(colour, paint.colours[12], step(0.0032, 0.0016, min(ring, bridge)))


@leaf
def strands(paint: Paint, ray: Array, facing: float, colour: Array) -> None:
    """Comb the hair away from the whorl at the back of the crown, and let a soft ring of light lie on it."""
    marks = paint.marks
    side = along(marks, 9, 10, ray[0], ray[1], ray[2])
    up, ahead = along(marks, 9, 11, ray[0], ray[1], ray[2]), along(marks, 9, 12, ray[0], ray[1], ray[2])
    away_from = 0.66 * up + 0.75 * ahead
    turn = math.atan2(side, away_from)
    wave = (
        0.5
        + 0.25 * math.sin(13 * turn + 2.2 * math.sin(3 * turn))
        + 0.25 * math.sin(37 * turn + 5 * math.sin(4 * turn + 1))
    )
    combed = paint.face[4] * step(0.010, 0.050, math.sqrt(side * side + away_from * away_from))
    ring = math.exp(-(((facing - 0.74) / 0.13) ** 2))
    for k in range(3):
        colour[k] *= 1.03 - 0.14 * combed * (1 - wave)
        colour[k] += (1 - colour[k]) * 0.12 * ring * (0.6 + 0.4 * wave * combed)


@inlined
def eye(paint: Paint, u: float, v: float, colour: Array) -> None:
    """An open eye is a soft dark oval with a spark; a shut one a calm bow."""
    if paint.face[0] > 0:
        bow = abs(v - 0.001 - ((u - 0.034) / 0.016) ** 2 * 0.007)
        blend(colour, paint.colours[12], step(0.0042, 0.0022, bow) * step(0.018, 0.015, abs(u - 0.034)))
        return
    oval = math.sqrt(((u - 0.034) / 0.0082) ** 2 + ((v - 0.008) / 0.0112) ** 2)
    blend(colour, paint.colours[12], step(1.12, 0.88, oval))
    spark = math.sqrt((u - 0.0365) ** 2 + (v - 0.0125) ** 2)
    blend(colour, paint.colours[13], 0.9 * step(0.0036, 0.0020, spark))


@inlined
def beard(paint: Paint, u: float, v: float, w: float, colour: Array) -> None:
    """A short beard along the jaw and around the mouth."""
    cheek = step(-0.030 - 0.012 * step(0.03, 0.0, u), -0.038 - 0.010 * step(0.03, 0.0, u), v)
    jaw = step(0.052, 0.060, u) * step(-0.016, -0.026, v) * step(0.030, 0.038, w)
    lips = step(0.010, 0.017, math.sqrt((u * 0.42) ** 2 + (v + 0.049) ** 2))
    blend(colour, paint.colours[5], max(cheek * lips, jaw) * 0.86)
