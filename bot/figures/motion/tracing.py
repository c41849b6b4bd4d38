"""From shapes to what each pixel sees: which group, how deep, facing where. Compiled."""

import math

import numpy as np

from bot.figures.motion.distance import Near, Scene, distance
from bot.figures.motion.jit import compiled, leaf
from bot.figures.motion.vectors import Array, Ints

TILE = 8
FAR = 4.0
FLOOR, NOTHING, THING = 98, 99, 100


@leaf
def reach_of(scene: Scene, i: int) -> float:
    """Return the radius of the ball around the middle of row ``i``."""
    rows = scene.rows
    if rows[i, 0] == 1:
        return math.sqrt(rows[i, 6] ** 2 + rows[i, 7] ** 2 + rows[i, 8] ** 2)
    if rows[i, 0] != 0:
        return float(rows[i, 9])
    length = math.sqrt(
        (rows[i, 6] - rows[i, 3]) ** 2 + (rows[i, 7] - rows[i, 4]) ** 2 + (rows[i, 8] - rows[i, 5]) ** 2
    )
    return float(max(rows[i, 9], rows[i, 10]) + rows[i, 11] + rows[i, 12] + length * 0.5)


@leaf
def middle(scene: Scene, i: int, k: int) -> float:
    """Return coordinate ``k`` of the middle of row ``i``."""
    if scene.rows[i, 0] == 0:
        return float((scene.rows[i, 3 + k] + scene.rows[i, 6 + k]) * 0.5)
    return float(scene.rows[i, 3 + k])


@leaf
def seen(scene: Scene, row: int, x: float, y: float, z: float) -> float:
    """Return a point's coordinate along a row of the camera."""
    c = scene.camera
    return float((x - c[0, 0]) * c[row, 0] + (y - c[0, 1]) * c[row, 1] + (z - c[0, 2]) * c[row, 2])


@leaf
def flat_gap(scene: Scene, i: int, u: float, v: float) -> float:
    """Return how far row ``i`` stays from the picture point (u, v), in metres of the picture."""
    rows = scene.rows
    au, av = (
        seen(scene, 1, rows[i, 3], rows[i, 4], rows[i, 5]),
        seen(scene, 2, rows[i, 3], rows[i, 4], rows[i, 5]),
    )
    if rows[i, 0] == 3:
        return trunk_gap(scene, u, v)
    if rows[i, 0] != 0:
        return math.sqrt((u - au) ** 2 + (v - av) ** 2) - reach_of(scene, i)
    bu, bv = (
        seen(scene, 1, rows[i, 6], rows[i, 7], rows[i, 8]),
        seen(scene, 2, rows[i, 6], rows[i, 7], rows[i, 8]),
    )
    du, dv = bu - au, bv - av
    h = min(max(((u - au) * du + (v - av) * dv) / (du * du + dv * dv + 1e-12), 0.0), 1.0)
    thick = max(rows[i, 9], rows[i, 10]) + rows[i, 11] + rows[i, 12]
    return math.sqrt((u - au - du * h) ** 2 + (v - av - dv * h) ** 2) - float(thick)


@leaf
def trunk_gap(scene: Scene, u: float, v: float) -> float:
    """Return how far the trunk stays from a picture point, at least."""
    best, table = 1e9, scene.spine
    for i in range(0, 65, 8):
        su = u - seen(scene, 1, table[i, 0], table[i, 1], table[i, 2])
        sv = v - seen(scene, 2, table[i, 0], table[i, 1], table[i, 2])
        best = min(best, math.sqrt(su * su + sv * sv) - table[i, 12] - table[i, 13])
    return best - 0.03  # samples are 6 cm apart


@leaf
def swelling(scene: Scene, i: int) -> float:
    """Return how far melting may carry row ``i`` outwards: culled too early, silhouettes get notches."""
    group = int(scene.rows[i, 1])
    if group == 7:
        return 0.002
    if 1 <= group <= 4:  # the bones that begin where the limb melts into the trunk
        gap = 0.0
        for k in range(3):
            gap += (scene.rows[i, 3 + k] - scene.joins[group - 1, k]) ** 2
        if gap < 0.01:
            return 0.07
    return 0.04 if scene.rows[i, 0] == 3 else 0.016 + scene.rows[i, 2] * 0.6


@leaf
def rows_in_tile(scene: Scene, u: float, v: float, span: float, near: Near) -> int:
    """List in ``near`` what a square of ``span`` metres around (u, v) may see, return how many rows."""
    count, depths = 0, near.depths
    depths[0], depths[1] = -1e9, 1e9
    for i in range(scene.rows.shape[0]):
        slack = swelling(scene, i)
        if flat_gap(scene, i, u, v) < span * 0.71 + slack:
            near.rows[count] = i
            count += 1
            at = seen(scene, 3, middle(scene, i, 0), middle(scene, i, 1), middle(scene, i, 2))
            depths[0] = max(depths[0], at + reach_of(scene, i) + slack)
            depths[1] = min(depths[1], at - reach_of(scene, i) - slack)
    return count


@leaf
def march(scene: Scene, near: Near, count: int, u: float, v: float, ray: Array) -> int:
    """Follow the ray at (u, v); return the group it meets. ``ray`` gets point, facing and depth."""
    c = scene.camera
    start = min(near.depths[0], FAR) if count else FAR
    ox = c[0, 0] + c[1, 0] * u + c[2, 0] * v + c[3, 0] * start
    oy = c[0, 1] + c[1, 1] * u + c[2, 1] * v + c[3, 1] * start
    oz = c[0, 2] + c[1, 2] * u + c[2, 2] * v + c[3, 2] * start
    to_floor = (oy - scene.floor) / c[3, 1] if c[3, 1] > 1e-4 else 1e9
    last = min(start - near.depths[1], to_floor) if count else -1.0
    t, close = 0.0, scene.pixel * 0.2
    while t < last:
        ray[0], ray[1], ray[2], ray[6] = ox - c[3, 0] * t, oy - c[3, 1] * t, oz - c[3, 2] * t, start - t
        d = distance(scene, near, count, ray[0], ray[1], ray[2])
        if d < close:
            return meet(scene, near, count, ray)
        t += d * 0.9
    if to_floor > 1e8:
        return NOTHING
    ray[0], ray[1], ray[2] = ox - c[3, 0] * to_floor, scene.floor, oz - c[3, 2] * to_floor
    ray[3], ray[4], ray[5], ray[6] = 0.0, 1.0, 0.0, start - to_floor
    return FLOOR


@leaf
def meet(scene: Scene, near: Near, count: int, ray: Array) -> int:
    """Find which way the surface at the point of ``ray`` faces, and return its group."""
    e, x, y, z, found = 0.0012, ray[0], ray[1], ray[2], near.found
    a = distance(scene, near, count, x + e, y - e, z - e)
    b = distance(scene, near, count, x - e, y - e, z + e)
    c = distance(scene, near, count, x - e, y + e, z - e)
    d = distance(scene, near, count, x + e, y + e, z + e)
    nx, ny, nz = a - b - c + d, -a - b + c + d, -a + b - c + d
    m = 1 / math.sqrt(nx * nx + ny * ny + nz * nz + 1e-20)
    ray[3], ray[4], ray[5] = nx * m, ny * m, nz * m
    distance(scene, near, count, x, y, z)
    group = 0
    for g in range(1, 8):
        if found[g] < found[group] - 1e-6:
            group = g
    return group if group < 7 else THING + int(found[8])


@compiled
def blank(scene: Scene) -> Near:
    """Return room to list rows in."""
    return Near(np.empty(scene.rows.shape[0], np.int64), np.empty(2), np.empty(9))


@compiled
def trace(scene: Scene, groups: Ints, rays: Array) -> None:
    """Fill ``groups`` (size x size) and ``rays`` (size x size x 7) for the middle of every pixel.

    Every second pixel is followed first; between four that saw the same even surface the rest is averaged.
    """
    size = groups.shape[0]
    near = blank(scene)
    for first in (True, False):
        for top in range(0, size, TILE):
            for left in range(0, size, TILE):
                u, v = left + TILE * 0.5 - size * 0.5, size * 0.5 - top - TILE * 0.5
                count = rows_in_tile(scene, u * scene.pixel, v * scene.pixel, TILE * scene.pixel, near)
                for y in range(top, min(size, top + TILE)):
                    for x in range(left, min(size, left + TILE)):
                        if (x % 2 == 0 and y % 2 == 0) != first or (
                            not first and between(groups, rays, y, x)
                        ):
                            continue
                        u, v = (x + 0.5 - size * 0.5) * scene.pixel, (size * 0.5 - y - 0.5) * scene.pixel
                        groups[y, x] = march(scene, near, count, u, v, rays[y, x])


@leaf
def between(groups: Ints, rays: Array, y: int, x: int) -> bool:
    """Average a ray from the followed pixels around it; return False where these saw different things."""
    last = (groups.shape[0] - 1) // 2 * 2
    top, left = y // 2 * 2, x // 2 * 2
    low, right = min((y + 1) // 2 * 2, last), min((x + 1) // 2 * 2, last)
    if not (alike(groups, rays, top, left, top, right) and alike(groups, rays, top, left, low, left)):
        return False
    if not (alike(groups, rays, top, left, low, right) and alike(groups, rays, low, left, top, right)):
        return False
    groups[y, x] = groups[top, left]
    down, across = 0.5 if low != top else 0.0, 0.5 if right != left else 0.0
    for k in range(7):
        upper = rays[top, left, k] + (rays[top, right, k] - rays[top, left, k]) * across
        lower = rays[low, left, k] + (rays[low, right, k] - rays[low, left, k]) * across
        rays[y, x, k] = upper + (lower - upper) * down
    return True


@leaf
def alike(groups: Ints, rays: Array, y: int, x: int, j: int, i: int) -> bool:
    """Return whether two pixels saw the same surface, facing nearly the same way."""
    a, b = rays[y, x], rays[j, i]
    if groups[y, x] != groups[j, i]:
        return False
    if groups[y, x] != NOTHING and abs(a[6] - b[6]) > 0.03:
        return False
    return groups[y, x] == NOTHING or bool(a[3] * b[3] + a[4] * b[4] + a[5] * b[5] > 0.985)
