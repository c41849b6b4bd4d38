"""The colour of what a ray meets: clothes, face, muscle glow, light. Compiled."""

import math
from typing import NamedTuple

import numpy as np

from bot.figures.motion.distance import Scene, along_spine, clamp, step
from bot.figures.motion.jit import compiled, inlined, leaf
from bot.figures.motion.tracing import FLOOR, NOTHING, STRIDE, THING, TILE, march, rows_in_tile
from bot.figures.motion.vectors import Array


class Paint(NamedTuple):
    """Colours, and where on the body each begins.

    ``marks`` rows: neck, left shoulder, right shoulder, left and right upper arm (direction), left and right
    knee, left and right shin (direction), skull, then left, up and face of the head.
    ``face``: eyes shut, glasses, beard (0 or 1 each), scale of the head.
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
    return (
        (x - marks[origin, 0]) * marks[direction, 0]
        + (y - marks[origin, 1]) * marks[direction, 1]
        + (z - marks[origin, 2]) * marks[direction, 2]
    )


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
        return 7 if reach > 0.348 or (reach > 0.2 and aside > 0.064) else 3  # toes may point back to the knee
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
    blend(colour, paint.colours[9], 0.5 * math.exp(-(((u - 0.047) / 0.018) ** 2) - ((v + 0.027) / 0.014) ** 2))
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


@leaf
def glow_at(paint: Paint, x: float, y: float, z: float) -> float:
    """Return how strongly the working muscle shines through at a point; a weak glow is smaller too."""
    best = 0.0
    for i in range(paint.glows.shape[0]):
        g = paint.glows[i]
        ax, ay, az = x - g[0], y - g[1], z - g[2]
        h = min(max(ax * g[3] + ay * g[4] + az * g[5], 0.0), g[6])
        aside = math.sqrt((ax - h * g[3]) ** 2 + (ay - h * g[4]) ** 2 + (az - h * g[5]) ** 2)
        best = max(best, 1 - step(0.3, 1.2, aside / (g[7] * (0.6 + 0.4 * paint.glow))))
    return best * min(1.0, paint.glow * 2.2) * (0.62 + 0.38 * paint.glow)


@leaf
def backdrop(paint: Paint, group: int, across: float, down: float, opened: float, sun: float, out: Array) -> None:
    """Colour ground and air: a large quiet disc, and soft shadows on the floor."""
    far = math.sqrt(across * across + down * down)
    disc = 1 - step(0.418, 0.4195, far)
    dark = (1 - sun) * 0.25 + (1 - opened) * 0.34 if group == FLOOR else 0.0
    for k in range(3):
        colour = paint.colours[0, k] + (paint.colours[1, k] - paint.colours[0, k]) * disc
        out[k] = colour * (1 - dark * (0.62 if k < 2 else 0.38))


@leaf
def paint_hit(scene: Scene, paint: Paint, group: int, ray: Array, opened: float, sun: float, out: Array) -> float:
    """Put into ``out`` the colour of a surface, return how strongly it glows."""
    x, y, z = ray[0], ray[1], ray[2]
    if group >= THING:
        row = int(scene.rows[group - THING, 22])
        for k in range(3):
            out[k] = paint.things[row, k]
    else:
        row = cloth(scene, paint, group, x, y, z)
        for k in range(3):
            out[k] = paint.colours[row, k]
    if group == 5:
        paint_face(paint, x, y, z, out)
    shine = glow_at(paint, x, y, z) if group < 5 and paint.glow > 0 else 0.0
    blend(out, paint.colours[6], 0.92 * shine)
    light_up(scene, group, ray, opened, sun, shine, out)
    return shine


@leaf
def light_up(scene: Scene, group: int, ray: Array, opened: float, sun: float, shine: float, out: Array) -> None:
    """Shade a colour: two soft tones, cool in the shade, darker in creases and towards the outline."""
    facing = ray[3] * scene.light[0] + ray[4] * scene.light[1] + ray[5] * scene.light[2]
    lit = step(-0.20, 0.36, facing)
    if group >= THING:
        lit = step(-0.1, 0.35, facing) * (0.45 + 0.55 * sun)
        opened = 0.70 + 0.30 * opened
    elif group in (1, 2, 5, 6):
        lit = 0.30 + 0.70 * lit if group < 5 else 0.55 + 0.45 * lit
        opened = 0.80 + 0.20 * opened
    else:
        opened = 0.64 + 0.36 * opened
    c = scene.camera
    edge = 0.0
    if group < THING:  # an outline without lines: what turns away gets darker
        edge = 0.34 * step(0.42, 0.06, ray[3] * c[3, 0] + ray[4] * c[3, 1] + ray[5] * c[3, 2])
    soft = (1 - 0.55 * shine) * 0.80
    for k in range(3):
        shade = 0.40 if k == 0 else (0.44 if k == 1 else 0.26)
        ink = 0.65 if k == 0 else (0.70 if k == 1 else 0.50)
        out[k] *= (1 - shade * (1 - lit) * soft) * (0.92 + 0.11 * max(facing, 0.0)) * opened * (1 - edge * ink)


@leaf
def light_near(light: Array, rays: Array, groups: Array, x: float, y: float, group: int, depth: float, out: Array) -> None:
    """Put into ``out`` openness and sun at pixel (x, y), from the samples around that see the same surface."""
    left, top = int(math.floor((x - 0.5) / STRIDE)), int(math.floor((y - 0.5) / STRIDE))
    total, out[0], out[1] = 1e-9, 1e-9, 1e-9
    for j in range(2):
        for i in range(2):
            a = min(max(left + i, 0), light.shape[1] - 1)
            b = min(max(top + j, 0), light.shape[0] - 1)
            there = groups[b * STRIDE, a * STRIDE]
            same = 1.0 if there == group else (0.25 if there < 7 and group < 7 else 0.004)
            gap = abs(rays[b * STRIDE, a * STRIDE, 6] - depth) / 0.03
            wide = max(1 - abs((x - 0.5) / STRIDE - a), 0.02) * max(1 - abs((y - 0.5) / STRIDE - b), 0.02)
            weight = wide * same / (1 + gap * gap)
            total += weight
            out[0] += weight * light[b, a, 0]
            out[1] += weight * light[b, a, 1]
    out[0] /= total
    out[1] /= total


@leaf
def paint_one(
    scene: Scene, paint: Paint, groups: Array, rays: Array, light: Array, group: int, ray: Array,
    x: float, y: float, two: Array, out: Array,
) -> float:  # fmt: skip
    """Colour what the ray at pixel (x, y) met; return its glow."""
    size = groups.shape[0]
    if group == NOTHING:
        backdrop(paint, group, x / size - 0.5, y / size - 0.5, 1.0, 1.0, out)
        return 0.0
    light_near(light, rays, groups, x, y, group, ray[6], two)
    if group == FLOOR:
        backdrop(paint, group, x / size - 0.5, y / size - 0.5, two[0], two[1], out)
        return 0.0
    return paint_hit(scene, paint, group, ray, two[0], two[1], out)


@compiled
def paint_all(scene: Scene, paint: Paint, groups: Array, rays: Array, light: Array, image: Array) -> float:
    """Fill ``image``, one sample a pixel; return the share of the picture that glows."""
    size = groups.shape[0]
    two = np.empty(2)
    shining = 0
    for y in range(size):
        for x in range(size):
            shine = paint_one(
                scene, paint, groups, rays, light, groups[y, x], rays[y, x], x + 0.5, y + 0.5, two, image[y, x]
            )
            shining += 1 if shine > 0.4 else 0
    return shining / (size * size)


@leaf
def rough(image: Array, y: int, x: int) -> bool:
    """Return whether a pixel differs so much from a neighbour that one sample is too few."""
    last = image.shape[0] - 1
    for k in range(3):
        here = image[y, x, k]
        across = max(abs(image[y, max(x - 1, 0), k] - here), abs(image[y, min(x + 1, last), k] - here))
        down = max(abs(image[max(y - 1, 0), x, k] - here), abs(image[min(y + 1, last), x, k] - here))
        if max(across, down) > 0.07:
            return True
    return False


@leaf
def depths_around(groups: Array, rays: Array, y: int, x: int, tile: Array, out: Array) -> None:
    """Narrow the depths at which a pixel can see something to what it and its neighbours saw."""
    last = groups.shape[0] - 1
    out[0], out[1] = -1e9, 1e9
    for j in range(max(y - 1, 0), min(y + 1, last) + 1):
        for i in range(max(x - 1, 0), min(x + 1, last) + 1):
            if groups[j, i] == NOTHING:
                out[1] = tile[1]
            else:
                out[0], out[1] = max(out[0], rays[j, i, 6]), min(out[1], rays[j, i, 6])
    out[0], out[1] = min(out[0] + 0.02, tile[0]), max(out[1] - 0.02, tile[1])


FINE = 8
"""Samples in a rough pixel: one in every column and every row of eight, like rooks on a board."""


@compiled
def smooth(scene: Scene, paint: Paint, groups: Array, rays: Array, light: Array, image: Array, out: Array) -> None:
    """Copy ``image`` to ``out``, with more samples wherever an edge runs through a pixel."""
    size = groups.shape[0]
    near, depths, found = np.empty(scene.rows.shape[0], np.int64), np.empty(2), np.empty(9)
    ray, two, colour, close = np.zeros(7), np.empty(2), np.empty(3), np.empty(2)
    for top in range(0, size, TILE):
        for left in range(0, size, TILE):
            count = -1
            for y in range(top, min(size, top + TILE)):
                for x in range(left, min(size, left + TILE)):
                    if not rough(image, y, x):
                        out[y, x] = image[y, x]
                        continue
                    if count < 0:
                        u, v = left + TILE * 0.5 - size * 0.5, size * 0.5 - top - TILE * 0.5
                        count = rows_in_tile(
                            scene, u * scene.pixel, v * scene.pixel, TILE * scene.pixel, near, depths
                        )
                    out[y, x] = 0.0
                    depths_around(groups, rays, y, x, depths, close)
                    for n in range(FINE):
                        sx, sy = x + (n + 0.5) / FINE, y + ((n * 3 + 1) % FINE + 0.5) / FINE
                        u, v = (sx - size * 0.5) * scene.pixel, (size * 0.5 - sy) * scene.pixel
                        group = march(scene, near, count, u, v, close, ray, found)
                        paint_one(scene, paint, groups, rays, light, group, ray, sx, sy, two, colour)
                        for k in range(3):
                            out[y, x, k] += colour[k] / FINE
