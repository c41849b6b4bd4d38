"""How much light gets to what each pixel sees: creases, contact and cast shadows. Compiled."""

import math

import numpy as np

from bot.figures.motion.distance import Near, Scene, distance, shape
from bot.figures.motion.jit import compiled, leaf
from bot.figures.motion.tracing import NOTHING, blank, middle, reach_of
from bot.figures.motion.vectors import Array, Ints

BLOCK = 18
STRIDE = 3  # light is soft: every third pixel is enough
AIR = 0.25  # metres over which a surface notices what is close to it


@compiled
def illuminate(scene: Scene, groups: Ints, rays: Array, light: Array) -> None:
    """Fill ``light`` (every third pixel: openness, sun), both 0 to 1."""
    size = groups.shape[0]
    ball = np.empty(4)
    near, sunny, some = blank(scene), blank(scene), blank(scene)
    for top in range(0, size, BLOCK):
        for left in range(0, size, BLOCK):
            if not block_ball(groups, rays, top, left, ball):
                continue
            count = rows_near(scene, ball, near)
            shades = rows_towards_sun(scene, ball, sunny)
            for y in range(top, min(size, top + BLOCK), STRIDE):
                for x in range(left, min(size, left + BLOCK), STRIDE):
                    if groups[y, x] == NOTHING:
                        continue
                    ray, body = rays[y, x], groups[y, x] < 7
                    light[y // STRIDE, x // STRIDE, 0] = openness(scene, near, count, ray, body, some)
                    if not body and ray[4] > 0.5:  # walls get no cast shadow: it looks like a second person
                        light[y // STRIDE, x // STRIDE, 1] = sunlight(scene, sunny, shades, ray)


@compiled
def block_ball(groups: Ints, rays: Array, top: int, left: int, ball: Array) -> bool:
    """Bound what a block of pixels sees by a ball; return whether it sees anything."""
    low, high = np.full(3, 1e9), np.full(3, -1e9)
    for y in range(top, min(groups.shape[0], top + BLOCK), STRIDE):
        for x in range(left, min(groups.shape[0], left + BLOCK), STRIDE):
            if groups[y, x] != NOTHING:
                for k in range(3):
                    low[k], high[k] = min(low[k], rays[y, x, k]), max(high[k], rays[y, x, k])
    if low[0] > 1e8:
        return False
    ball[3] = 0.0
    for k in range(3):
        ball[k] = (low[k] + high[k]) * 0.5
        ball[3] += ((high[k] - low[k]) * 0.5) ** 2
    ball[3] = math.sqrt(ball[3])
    return True


@leaf
def rows_near(scene: Scene, ball: Array, near: Near) -> int:
    """List the rows that can darken a block by being close."""
    count = 0
    for i in range(scene.rows.shape[0]):
        if shape(scene, i, ball[0], ball[1], ball[2]) < ball[3] + AIR:
            near.rows[count] = i
            count += 1
    return count


@leaf
def rows_towards_sun(scene: Scene, ball: Array, near: Near) -> int:
    """List the rows that can cast a shadow on a block."""
    count = 0
    for i in range(scene.rows.shape[0]):
        ax, ay, az = (
            middle(scene, i, 0) - ball[0],
            middle(scene, i, 1) - ball[1],
            middle(scene, i, 2) - ball[2],
        )
        b = ax * scene.sun[0] + ay * scene.sun[1] + az * scene.sun[2]
        reach = reach_of(scene, i) + ball[3]
        aside = math.sqrt(max(ax * ax + ay * ay + az * az - b * b, 0.0))
        if b > -reach and aside < reach + 0.05 + 0.12 * max(b, 0.0):
            near.rows[count] = i
            count += 1
    return count


@leaf
def openness(scene: Scene, near: Near, count: int, ray: Array, body: bool, some: Near) -> float:
    """Return 1 where nothing is close above a surface, less in creases and under things."""
    few = 0
    for j in range(count):
        if shape(scene, near.rows[j], ray[0], ray[1], ray[2]) < AIR:
            some.rows[few] = near.rows[j]
            few += 1
    if few == 0 and not (body and ray[1] < scene.floor + 0.25):
        return 1.0
    shut, weight = 0.0, 1.0
    for k in range(1, 5):
        far = 0.008 + 0.028 * k
        x, y, z = ray[0] + ray[3] * far, ray[1] + ray[4] * far, ray[2] + ray[5] * far
        d = distance(scene, some, few, x, y, z) if few else 1e3
        if body:
            d = min(d, y - scene.floor)
        shut += max(far - d, 0.0) * weight
        weight *= 0.7
    return max(0.0, 1 - 3.4 * shut)


@leaf
def sunlight(scene: Scene, near: Near, count: int, ray: Array) -> float:
    """Return how much of a broad sun a point sees."""
    if count == 0:
        return 1.0
    s = scene.sun
    x, y, z = ray[0] + ray[3] * 0.012, ray[1] + ray[4] * 0.012, ray[2] + ray[5] * 0.012
    free, t = 1.0, 0.02
    while t < 2.2 and free > 0:
        d = distance(scene, near, count, x + s[0] * t, y + s[1] * t, z + s[2] * t)
        free = min(free, 0.5 + 3.5 * d / t)
        t += min(max(d, 0.016), 0.14)
    free = max(free, 0.0)
    return free * free * (3 - 2 * free)
