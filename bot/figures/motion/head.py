"""Head and hair. Slightly large: a face must be friendly at 320 pixels too."""

from math import cos, radians, sin

from bot.figures.motion.people import Person
from bot.figures.motion.schema import SIDES
from bot.figures.motion.shapes import HAIR, HEAD, Shapes
from bot.figures.motion.skeleton import SIGN, Skeleton
from bot.figures.motion.vectors import Array, Frame, unit

SCALE = 1.07


def add(shapes: Shapes, made: Skeleton, person: Person) -> None:
    """Add skull, jaw, nose, ears and hair."""
    at = made.joints["skull"]
    _add_face(shapes, at, made.head)
    _add_scalp(shapes, at, made.head, person)
    {"bun": _add_bun, "short": _add_short, "bob": _add_bob, "tail": _add_tail}[person.cut](
        shapes, at, made.head
    )


def _at(centre: Array, head: Frame, left: float, up: float, face: float) -> Array:
    return centre + (head.left * left + head.up * up + head.face * face) * SCALE


def _add_face(shapes: Shapes, c: Array, h: Frame) -> None:
    s = SCALE
    shapes.limb(HEAD, "head", _at(c, h, 0, 0.022, -0.012), _at(c, h, 0, 0.020, 0), 0.090 * s, melt=0.03)
    for side in SIDES:
        g = SIGN[side]
        chin = _at(c, h, 0.008 * g, -0.060, 0.046)
        shapes.limb(HEAD, "head", _at(c, h, 0.010 * g, 0, 0.022), chin, 0.070 * s, 0.039 * s, melt=0.035)
        shapes.limb(
            HEAD,
            "head",
            _at(c, h, 0.086 * g, 0, -0.014),
            _at(c, h, 0.084 * g, -0.020, -0.010),
            0.017 * s,
            0.012 * s,
            melt=0.006,
        )
    shapes.limb(
        HEAD,
        "head",
        _at(c, h, 0, -0.004, 0.088),
        _at(c, h, 0, -0.018, 0.096),
        0.007 * s,
        0.010 * s,
        melt=0.018,
    )


def _add_scalp(shapes: Shapes, c: Array, h: Frame, person: Person) -> None:
    """Back of the head, and hair swept to both sides of a parting; short hair sits closer."""
    s = SCALE * (0.985 if person.cut == "short" else 1.0)
    back = unit(h.up * 0.5 - h.face * 0.86)
    shapes.cap(HAIR, "head", _at(c, h, 0, 0.024, -0.016), back, 0.100 * s, -0.036 * s)
    for side in SIDES:
        sweep = unit(h.up * 0.74 + h.face * 0.2 + h.left * 0.64 * SIGN[side])
        shapes.cap(HAIR, "head", _at(c, h, 0, 0.021, -0.010), sweep, 0.0985 * s, 0.026 * s)


def _add_bun(shapes: Shapes, c: Array, h: Frame) -> None:
    shapes.limb(
        HAIR, "head", _at(c, h, 0, 0.094, -0.066), _at(c, h, 0, 0.106, -0.076), 0.047 * SCALE, melt=0.014
    )


def _add_short(shapes: Shapes, c: Array, h: Frame) -> None:
    for side in SIDES:  # a fuller top
        start, end = _at(c, h, 0.024 * SIGN[side], 0.082, 0.028), _at(c, h, 0.034 * SIGN[side], 0.080, -0.040)
        shapes.limb(HAIR, "head", start, end, 0.036 * SCALE, 0.040 * SCALE, melt=0.03)


def _add_bob(shapes: Shapes, c: Array, h: Frame) -> None:
    """Locks around the back of the head: long at the sides, shorter at the nape, turned in at their tips."""
    for turn, low in ((-100, 0.054), (-62, 0.064), (-21, 0.060), (21, 0.060), (62, 0.064), (100, 0.054)):
        out, back = sin(radians(turn)), cos(radians(turn))
        top = _at(c, h, 0.058 * out, 0.030, -0.016 - 0.046 * back)
        middle = _at(c, h, 0.076 * out, -0.030, -0.016 - 0.060 * back)
        tip = _at(c, h, 0.064 * out, -low - 0.016, -0.016 - 0.046 * back)
        shapes.limb(HAIR, "head", top, middle, 0.036 * SCALE, 0.028 * SCALE, melt=0.022)
        shapes.limb(HAIR, "head", middle, tip, 0.028 * SCALE, 0.013 * SCALE, melt=0.012)


def _add_tail(shapes: Shapes, c: Array, h: Frame) -> None:
    knot = _at(c, h, 0, 0.050, -0.104)
    shapes.limb(HAIR, "head", knot, _at(c, h, 0, -0.050, -0.128), 0.030 * SCALE, 0.016 * SCALE, melt=0.012)
