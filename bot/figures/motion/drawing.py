"""One frame: from a figure and a pose to pixels."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from bot.figures.motion import body, colours, lighting, painting, scenery, skeleton, tracing
from bot.figures.motion.camera import Camera, camera
from bot.figures.motion.distance import Scene
from bot.figures.motion.head import SCALE
from bot.figures.motion.painting import Film
from bot.figures.motion.people import PEOPLE, Person
from bot.figures.motion.schema import Figure, Glow, Pose, View
from bot.figures.motion.skeleton import Skeleton
from bot.figures.motion.skin import Paint
from bot.figures.motion.vectors import Array, unit, vec

Pixels = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Drawn:
    """A frame: colours 0 to 1, the group that each pixel shows, and the share of it that glows."""

    image: Pixels
    groups: npt.NDArray[np.int64]
    glow: float


def draw(figure: Figure, pose: Pose, size: int, *, fine: bool = True) -> Drawn:
    """Return ``figure`` in ``pose``, ``size`` pixels square, with its inset but without arrows."""
    main = _look(figure, pose, figure.view, size, fine)
    if figure.inset is None:
        return main
    radius = round(size * figure.inset.radius)
    second = _look(figure, pose, _inset_view(figure, pose), 2 * radius, fine, inset=True)
    _set_in(main.image, second.image, figure.inset.at)
    return Drawn(main.image, main.groups, main.glow + second.glow * (2 * radius / size) ** 2)


def _look(figure: Figure, pose: Pose, view: View, size: int, fine: bool, inset: bool = False) -> Drawn:
    made = skeleton.build(pose)
    look = camera(view, size)
    person = PEOPLE[figure.person]
    flesh = body.build(made, pose, person)
    things = scenery.add(flesh.shapes, [] if inset else figure.scene, made)
    scene = _scene(flesh, look, floor=-50.0 if inset else 0.0)
    ground = (colours.INSET, colours.INSET) if inset else (colours.GROUND, colours.DISC)
    paint = Paint(
        colours.table(person, *ground), things, _marks(made), _face(figure, person),
        _glows(figure.target, made), pose.glow, body.HEM,
    )  # fmt: skip
    return _pixels(scene, paint, size, fine, inset)


def _pixels(scene: Scene, paint: Paint, size: int, fine: bool, inset: bool) -> Drawn:
    groups, rays = np.full((size, size), tracing.NOTHING), np.zeros((size, size, 7))
    tracing.trace(scene, groups, rays)
    if inset:
        groups[groups == tracing.FLOOR] = tracing.NOTHING
    light = np.ones((size // lighting.STRIDE + 1, size // lighting.STRIDE + 1, 2))
    lighting.illuminate(scene, groups, rays, light)
    film, image = Film(groups, rays, light, np.empty(2)), np.zeros((size, size, 3))
    glow = painting.paint_all(scene, paint, film, image)
    if fine:
        rough, image = image, np.zeros_like(image)
        painting.smooth(scene, paint, film, rough, image)
    return Drawn(np.clip(image, 0, 1), groups, glow)


def _scene(flesh: body.Body, look: Camera, floor: float) -> Scene:
    right, up, level = look.rows[1], vec(0, 1, 0), look.level
    light = unit(right * -0.42 + up * 0.80 + level * 0.74)
    sun = unit(right * -0.30 + up + level * 0.38)
    return Scene(flesh.shapes.array(), flesh.spine, flesh.joins, look.rows, look.pixel, floor, light, sun)


def _marks(made: Skeleton) -> Array:
    j = made.joints
    arms = [unit(j[f"{side}_elbow"] - j[f"{side}_shoulder"]) for side in ("left", "right")]
    shins = [unit(j[f"{side}_ankle"] - j[f"{side}_knee"]) for side in ("left", "right")]
    head = made.head
    collar = j["neck"] + made.chest.up * 0.035 + made.chest.face * 0.024
    shoulders, knees = (j["left_shoulder"], j["right_shoulder"]), (j["left_knee"], j["right_knee"])
    return np.array([collar, *shoulders, *arms, *knees, *shins, j["skull"], head.left, head.up, head.face])


def _face(figure: Figure, person: Person) -> Array:
    strands = 0.35 if person.cut == "short" else 1.0
    return vec(figure.eyes == "closed", person.glasses, person.beard, SCALE, strands)


def _glows(target: list[Glow], made: Skeleton) -> Array:
    rows: list[Array] = []
    for glow in target:
        base = made.chest if glow.part == "chest" else made.pelvis
        origin = made.joints["neck" if glow.part == "chest" else "pelvis"]
        for sign in (1.0, -1.0) if glow.both else (1.0,):
            a, b = (origin + base.world(vec(*p) * vec(sign, 1, 1)) for p in (glow.at, glow.to or glow.at))
            length = float(np.sqrt((b - a) @ (b - a)))
            rows.append(np.array([*a, *unit(b - a), length, glow.radius]))
    return np.array(rows).reshape(-1, 8)


def _inset_view(figure: Figure, pose: Pose) -> View:
    inset = figure.inset
    assert inset is not None  # noqa: S101 - the caller has looked
    made = skeleton.build(pose)
    centre = made.joints["neck"] + made.chest.up * inset.up
    x, y, z = (float(c) for c in centre)
    return View(yaw=inset.yaw, pitch=inset.pitch, height=inset.height, centre=(x, y, z))


def _set_in(image: Pixels, second: Pixels, at: tuple[float, float]) -> None:
    """Put a round window with a white rim into ``image``."""
    radius, size = len(second) // 2, len(image)
    x, y = round(at[0] * size) - radius, round(at[1] * size) - radius
    down, across = np.mgrid[0 : 2 * radius, 0 : 2 * radius] + 0.5
    far = np.hypot(across - radius, down - radius)
    ring, hole = (np.clip(edge - far + 0.5, 0, 1)[..., None] for edge in (radius, radius - size / 200))
    part = image[y : y + 2 * radius, x : x + 2 * radius]
    part[:] = part * (1 - ring) + ring
    part[:] = part * (1 - hole) + second * hole
