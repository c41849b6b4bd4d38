"""How far a point is from the scene: the inner loop of the tracer. Compiled; plain numbers only."""

import math
from typing import NamedTuple

from bot.figures.motion.jit import inlined, leaf
from bot.figures.motion.vectors import Array, Ints

GROUPS = 8
LAST = 64  # of the trunk's table


class Scene(NamedTuple):
    """What the tracer sees: rows of shapes, the trunk's table, where limbs melt into it, camera, floor."""

    rows: Array
    spine: Array
    joins: Array
    camera: Array
    pixel: float
    floor: float
    light: Array
    sun: Array


class Near(NamedTuple):
    """What a tile or block may see: row numbers (the first few count), nearest and farthest depth.

    ``found`` is where :func:`distance` leaves the distance of every group and the nearest piece of furniture.
    """

    rows: Ints
    depths: Array
    found: Array


@inlined
def clamp(x: float) -> float:
    """Return ``x`` held between 0 and 1."""
    return min(max(x, 0.0), 1.0)


@inlined
def step(a: float, b: float, x: float) -> float:
    """Return 0 below ``a``, 1 above ``b``, and a soft step between."""
    t = min(max((x - a) / (b - a), 0.0), 1.0)
    return t * t * (3 - 2 * t)


@inlined
def melt(a: float, b: float, k: float) -> float:
    """Return the smaller distance, rounded where both are within ``k``."""
    h = max(k - abs(a - b), 0.0)
    return min(a, b) - h * h * 0.25 / (k + 1e-9)


@inlined
def limb(rows: Array, i: int, x: float, y: float, z: float) -> float:
    """Return the distance to a tapered limb with its swellings."""
    ax, ay, az = x - rows[i, 3], y - rows[i, 4], z - rows[i, 5]
    bx, by, bz = rows[i, 6] - rows[i, 3], rows[i, 7] - rows[i, 4], rows[i, 8] - rows[i, 5]
    h = clamp((ax * bx + ay * by + az * bz) / (bx * bx + by * by + bz * bz + 1e-12))
    ax, ay, az = ax - bx * h, ay - by * h, az - bz * h
    swell = h * (1 - h) * (4 * rows[i, 11] + 6.75 * (1 - h) * rows[i, 12])
    thick = rows[i, 9] + (rows[i, 10] - rows[i, 9]) * h + swell
    return math.sqrt(ax * ax + ay * ay + az * az) - float(thick)


@inlined
def cap(rows: Array, i: int, x: float, y: float, z: float) -> float:
    """Return the distance to a ball cut by a plane."""
    ax, ay, az = x - rows[i, 3], y - rows[i, 4], z - rows[i, 5]
    ball = math.sqrt(ax * ax + ay * ay + az * az) - rows[i, 9]
    cut = rows[i, 10] - (ax * rows[i, 6] + ay * rows[i, 7] + az * rows[i, 8])
    h = max(0.018 - abs(ball - cut), 0.0) / 0.018
    return float(max(ball, cut) + h * h * 0.0045)


@leaf
def box(rows: Array, i: int, x: float, y: float, z: float) -> float:
    """Return the distance to a box with rounded edges."""
    ax, ay, az, r = x - rows[i, 3], y - rows[i, 4], z - rows[i, 5], rows[i, 9]
    px = abs(rows[i, 13] * ax + rows[i, 14] * ay + rows[i, 15] * az) - rows[i, 6] + r
    py = abs(rows[i, 16] * ax + rows[i, 17] * ay + rows[i, 18] * az) - rows[i, 7] + r
    pz = abs(rows[i, 19] * ax + rows[i, 20] * ay + rows[i, 21] * az) - rows[i, 8] + r
    out = math.sqrt(max(px, 0.0) ** 2 + max(py, 0.0) ** 2 + max(pz, 0.0) ** 2)
    return float(out + min(max(px, py, pz), 0.0) - r)


@inlined
def nearest(spine: Array, x: float, y: float, z: float) -> int:
    """Return the nearest of a few samples of the spine."""
    best, at = 1e9, 0
    for i in range(0, LAST + 1, 16):
        ax, ay, az = x - spine[i, 0], y - spine[i, 1], z - spine[i, 2]
        d = ax * ax + ay * ay + az * az
        if d < best:
            best, at = d, i
    return at


@leaf
def along_spine(spine: Array, x: float, y: float, z: float) -> float:
    """Return at which sample of the trunk's table (0 to 64, with parts) a point lies."""
    t = float(nearest(spine, x, y, z))
    for _ in range(3):
        i = min(int(t), LAST - 1)
        f = t - i
        off = 0.0
        for k in range(3):
            p = x if k == 0 else (y if k == 1 else z)
            middle = spine[i, k] + (spine[i + 1, k] - spine[i, k]) * f
            off += (p - middle) * (spine[i, k + 3] + (spine[i + 1, k + 3] - spine[i, k + 3]) * f)
        t = min(max(t + off * (LAST / 0.5), 0.0), float(LAST))
    return t


@leaf
def trunk(spine: Array, x: float, y: float, z: float) -> float:
    """Return the distance to the trunk: a rounded slab swept along the spine."""
    i = nearest(spine, x, y, z)
    rough = math.sqrt((x - spine[i, 0]) ** 2 + (y - spine[i, 1]) ** 2 + (z - spine[i, 2]) ** 2)
    if rough > 0.45:  # far off a lower bound will do
        return rough - 0.27
    t = along_spine(spine, x, y, z)
    i = min(int(t), LAST - 1)
    f = t - i
    left, up, face = 0.0, 0.0, 0.0
    for k in range(3):
        p = x if k == 0 else (y if k == 1 else z)
        d = p - (spine[i, k] + (spine[i + 1, k] - spine[i, k]) * f)
        up += d * (spine[i, k + 3] + (spine[i + 1, k + 3] - spine[i, k + 3]) * f)
        left += d * (spine[i, k + 6] + (spine[i + 1, k + 6] - spine[i, k + 6]) * f)
        face += d * (spine[i, k + 9] + (spine[i + 1, k + 9] - spine[i, k + 9]) * f)
    wide = spine[i, 12] + (spine[i + 1, 12] - spine[i, 12]) * f
    deep = spine[i, 13] + (spine[i + 1, 13] - spine[i, 13]) * f
    face -= spine[i, 14] + (spine[i + 1, 14] - spine[i, 14]) * f
    side = max(abs(left) - wide, 0.0)
    return float(math.sqrt(side * side + face * face + up * up) - deep)


@inlined
def shape(scene: Scene, i: int, x: float, y: float, z: float) -> float:
    """Return the distance to row ``i``."""
    kind = scene.rows[i, 0]
    if kind == 0:
        return limb(scene.rows, i, x, y, z)
    if kind == 1:
        return box(scene.rows, i, x, y, z)
    if kind == 2:
        return cap(scene.rows, i, x, y, z)
    return trunk(scene.spine, x, y, z)


@leaf
def distance(scene: Scene, near: Near, count: int, x: float, y: float, z: float) -> float:
    """Return the distance to the scene, of which only the first ``count`` rows of ``near`` are asked."""
    found = near.found
    for g in range(GROUPS):
        found[g] = 1e3
    best = -1.0
    for j in range(count):
        i = near.rows[j]
        g = int(scene.rows[i, 1])
        d = shape(scene, i, x, y, z)
        if g == 7:
            if d < found[7]:
                found[7] = d
                best = float(i)
        else:
            found[g] = melt(found[g], d, scene.rows[i, 2])
    found[8] = best
    return whole(scene, x, y, z, found)


@inlined
def whole(scene: Scene, x: float, y: float, z: float, found: Array) -> float:
    """Return the distance to all groups together; limbs melt into the trunk near their root only."""
    d = found[0]
    for g in range(1, 5):
        if found[g] > 0.2 or found[0] > 0.5:  # too far apart to melt
            d = min(d, found[g])
        else:
            ax, ay, az = x - scene.joins[g - 1, 0], y - scene.joins[g - 1, 1], z - scene.joins[g - 1, 2]
            reach = scene.joins[g - 1, 3]
            w = max(0.0, 1 - (ax * ax + ay * ay + az * az) / (reach * reach))
            d = melt(d, found[g], scene.joins[g - 1, 4] * w * w)
    d = melt(d, found[5], 0.012)
    d = melt(d, found[6], 0.004)
    return float(min(d, found[7]))
