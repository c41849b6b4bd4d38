"""The colour of what a ray meets: clothes, face, muscle glow, light. Compiled."""

import math
from typing import NamedTuple

import numpy as np

from bot.figures.motion.distance import Near, Scene, step
from bot.figures.motion.jit import compiled, leaf
from bot.figures.motion.lighting import STRIDE
from bot.figures.motion.skin import SKIN, Paint, blend, cloth, paint_face, strands
from bot.figures.motion.tracing import FLOOR, NOTHING, THING, TILE, blank, march, rows_in_tile
from bot.figures.motion.vectors import Array, Ints


class Film(NamedTuple):
    """What the tracer saw: groups and rays of all pixels, light of every third; ``two`` is scratch room."""

    groups: Ints
    rays: Array
    light: Array
    two: Array


class Spot(NamedTuple):
    """A place in the picture, in pixels, and the group that is seen there."""

    x: float
    y: float
    group: int


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
    return float(best * step(0.12, 0.60, paint.glow) * (0.62 + 0.38 * paint.glow))


@leaf
def backdrop(paint: Paint, spot: Spot, size: int, two: Array, out: Array) -> None:
    """Colour ground and air: a large quiet disc, and soft shadows on the floor."""
    across, down = spot.x / size - 0.5, spot.y / size - 0.5
    disc = 1 - step(0.418, 0.4195, math.sqrt(across * across + down * down))
    dark = (1 - two[1]) * 0.25 + (1 - two[0]) * 0.34 if spot.group == FLOOR else 0.0
    for k in range(3):
        colour = paint.colours[0, k] + (paint.colours[1, k] - paint.colours[0, k]) * disc
        out[k] = colour * (1 - dark * (0.62 if k < 2 else 0.38))


@leaf
def paint_hit(scene: Scene, paint: Paint, group: int, ray: Array, two: Array, out: Array) -> float:
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
    elif group == 6:
        facing = ray[3] * scene.light[0] + ray[4] * scene.light[1] + ray[5] * scene.light[2]
        strands(paint, ray, facing, out)
    shine = glow_at(paint, x, y, z) if group < 5 and row != SKIN and paint.glow > 0 else 0.0
    blend(out, paint.colours[6], 0.92 * shine)
    light_up(scene, group, ray, two, shine, out)
    return shine


@leaf
def light_up(scene: Scene, group: int, ray: Array, two: Array, shine: float, out: Array) -> None:
    """Shade a colour: two soft tones, cool in the shade, darker in creases and towards the outline."""
    facing = ray[3] * scene.light[0] + ray[4] * scene.light[1] + ray[5] * scene.light[2]
    lit, least = step(-0.20, 0.36, facing), 0.64
    if group >= THING:
        lit = step(-0.1, 0.35, facing) * (0.45 + 0.55 * two[1] if ray[4] > 0.5 else 1.0)
        least = 0.70
    elif group in (1, 2, 5, 6):
        lit = 0.30 + 0.70 * lit if group < 5 else 0.55 + 0.45 * lit
        least = 0.80
    opened = least + (1 - least) * two[0]
    c = scene.camera
    edge = 0.0
    if group < THING:  # an outline without lines: what turns away gets darker
        edge = 0.34 * step(0.42, 0.06, ray[3] * c[3, 0] + ray[4] * c[3, 1] + ray[5] * c[3, 2])
    soft = (1 - 0.55 * shine) * 0.80
    for k in range(3):
        shade = 0.40 if k == 0 else (0.44 if k == 1 else 0.26)
        ink = 0.65 if k == 0 else (0.70 if k == 1 else 0.50)
        out[k] *= (
            (1 - shade * (1 - lit) * soft) * (0.92 + 0.11 * max(facing, 0.0)) * opened * (1 - edge * ink)
        )


@leaf
def light_near(film: Film, spot: Spot, ray: Array, out: Array) -> None:
    """Put into ``out`` openness and sun at ``spot``, from the samples around that see the same surface."""
    if gather(film, spot, ray, out, 1) < 0.05:
        gather(film, spot, ray, out, 3)


@leaf
def gather(film: Film, spot: Spot, ray: Array, out: Array, far: int) -> float:
    """Average the samples up to ``far`` away; return how well they fit."""
    u, v = (spot.x - 0.5) / STRIDE, (spot.y - 0.5) / STRIDE
    left, top = math.floor(u), math.floor(v)
    total, out[0], out[1] = 1e-9, 1e-9, 1e-9
    for j in range(1 - far, far + 1):
        for i in range(1 - far, far + 1):
            a = min(max(left + i, 0), (film.groups.shape[0] - 1) // STRIDE)
            b = min(max(top + j, 0), (film.groups.shape[0] - 1) // STRIDE)
            wide = max(far - abs(u - a), 0.02) * max(far - abs(v - b), 0.02)
            there, group = film.rays[b * STRIDE, a * STRIDE], film.groups[b * STRIDE, a * STRIDE]
            weight = wide * likeness(there, group, ray, spot.group)
            total += weight
            out[0] += weight * film.light[b, a, 0]
            out[1] += weight * film.light[b, a, 1]
    out[0] /= total
    out[1] /= total
    return total


@leaf
def likeness(there: Array, group: int, here: Array, own: int) -> float:
    """Return 1 where two rays met the same surface, nearly 0 where a neighbour met something else."""
    same = 1.0 if group == own else (0.25 if group < 7 and own < 7 else 0.0005)
    # Off the plane of the surface, not in depth: a floor seen at a low angle is deep but even.
    off = 0.0
    for k in range(3):
        off += (there[k] - here[k]) * here[k + 3]
    gap = off / 0.010 + (there[6] - here[6]) / 0.15
    facing = max(there[3] * here[3] + there[4] * here[4] + there[5] * here[5], 0.0)
    return float(same * (0.001 + facing * facing) / (1 + gap * gap))


@leaf
def paint_one(scene: Scene, paint: Paint, film: Film, spot: Spot, ray: Array, out: Array) -> float:
    """Colour what the ray at ``spot`` met; return its glow."""
    size, two = film.groups.shape[0], film.two
    two[0], two[1] = 1.0, 1.0
    if spot.group != NOTHING:
        light_near(film, spot, ray, two)
    if spot.group in (FLOOR, NOTHING):
        backdrop(paint, spot, size, two, out)
        return 0.0
    return paint_hit(scene, paint, spot.group, ray, two, out)


@compiled
def paint_all(scene: Scene, paint: Paint, film: Film, image: Array) -> float:
    """Fill ``image``, one sample a pixel; return the share of the picture that glows."""
    size = film.groups.shape[0]
    shining = 0
    for y in range(size):
        for x in range(size):
            spot = Spot(x + 0.5, y + 0.5, film.groups[y, x])
            shine = paint_one(scene, paint, film, spot, film.rays[y, x], image[y, x])
            shining += 1 if shine > 0.4 else 0
    return float(shining / (size * size))


@leaf
def rough(image: Array, y: int, x: int) -> bool:
    """Return whether a pixel differs so much from a neighbour that one sample is too few."""
    last = image.shape[0] - 1
    for k in range(3):
        here = image[y, x, k]
        across = max(abs(image[y, max(x - 1, 0), k] - here), abs(image[y, min(x + 1, last), k] - here))
        down = max(abs(image[max(y - 1, 0), x, k] - here), abs(image[min(y + 1, last), x, k] - here))
        if max(across, down) > 0.06:
            return True
    return False


@leaf
def depths_around(film: Film, y: int, x: int, tile: Array, out: Array) -> None:
    """Narrow the depths at which a pixel can see something to what it and its neighbours saw."""
    last = film.groups.shape[0] - 1
    out[0], out[1] = -1e9, 1e9
    for j in range(max(y - 1, 0), min(y + 1, last) + 1):
        for i in range(max(x - 1, 0), min(x + 1, last) + 1):
            if film.groups[j, i] == NOTHING:
                out[1] = tile[1]
            else:
                out[0], out[1] = max(out[0], film.rays[j, i, 6]), min(out[1], film.rays[j, i, 6])
    out[0], out[1] = min(out[0] + 0.02, tile[0]), max(out[1] - 0.02, tile[1])


FINE = 8
"""Samples in a rough pixel: one in every column and every row of eight, like rooks on a board."""


@compiled
def smooth(scene: Scene, paint: Paint, film: Film, image: Array, out: Array) -> None:
    """Copy ``image`` to ``out``, with more samples wherever an edge runs through a pixel."""
    size = film.groups.shape[0]
    near, tile = blank(scene), np.empty(2)
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
                            scene, u * scene.pixel, v * scene.pixel, TILE * scene.pixel, near
                        )
                        tile[0], tile[1] = near.depths[0], near.depths[1]
                    depths_around(film, y, x, tile, near.depths)
                    average(scene, paint, film, Spot(x, y, count), near, out[y, x])


@compiled
def average(scene: Scene, paint: Paint, film: Film, corner: Spot, near: Near, out: Array) -> None:
    """Put into ``out`` the mean over the pixel at ``corner``, whose group is the count of rows."""
    size = film.groups.shape[0]
    ray, colour = np.zeros(7), np.empty(3)
    out[:] = 0.0
    for n in range(FINE):
        x, y = corner.x + (n + 0.5) / FINE, corner.y + ((n * 3 + 1) % FINE + 0.5) / FINE
        u, v = (x - size * 0.5) * scene.pixel, (size * 0.5 - y) * scene.pixel
        spot = Spot(x, y, march(scene, near, corner.group, u, v, ray))
        paint_one(scene, paint, film, spot, ray, colour)
        for k in range(3):
            out[k] += colour[k] / FINE
