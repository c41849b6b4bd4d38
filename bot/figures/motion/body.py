"""Flesh and clothes around a skeleton."""

from dataclasses import dataclass

import numpy as np

from bot.figures.motion import head
from bot.figures.motion.people import Person
from bot.figures.motion.schema import SIDES, Pose, Side
from bot.figures.motion.shapes import LEFT_ARM, LEFT_LEG, RIGHT_ARM, RIGHT_LEG, TRUNK, Shapes
from bot.figures.motion.skeleton import SAMPLES, SIGN, Hand, Skeleton
from bot.figures.motion.vectors import Array, angle, unit

HEM = 0.17
"""Where on the spine (0 pelvis, 1 neck) the shirt ends."""

# share of the spine, half width of the flat middle, radius, how far forward
_PROFILE = np.array([
    (-0.06, 0.040, 0.094, -0.008), (0.00, 0.062, 0.100, -0.008), (0.12, 0.064, 0.096, -0.002),
    (0.25, 0.050, 0.088, 0.008), (0.375, 0.046, 0.083, 0.010), (0.50, 0.052, 0.086, 0.004),
    (0.625, 0.064, 0.093, -0.004), (0.75, 0.080, 0.093, -0.010), (0.875, 0.088, 0.074, -0.014),
    (1.0, 0.050, 0.050, -0.010),
])  # fmt: skip


@dataclass(frozen=True)
class Body:
    """Shapes, the table of the trunk, and where limbs melt into it (per limb: point, reach, strength)."""

    shapes: Shapes
    spine: Array
    joins: Array


def build(made: Skeleton, pose: Pose, person: Person) -> Body:
    """Return the body of ``person`` on the skeleton ``made``."""
    shapes = Shapes()
    spine = _spine_table(made, person, pose.belly)
    shapes.sweep(spine)
    _add_trunk(shapes, made, person)
    for side in SIDES:
        _add_arm(shapes, made, side, person)
        _add_hand(shapes, made, side)
        _add_leg(shapes, made, side, person)
        _add_foot(shapes, made, side)
    head.add(shapes, made, person)
    return Body(shapes, spine, _joins(made))


def _joins(made: Skeleton) -> Array:
    places = [(f"{side}_shoulder", 0.20, 0.075) for side in SIDES]
    places += [(f"{side}_hip", 0.26, 0.075) for side in SIDES]
    return np.array([[*made.joints[name], reach, melt] for name, reach, melt in places])


def _spine_table(made: Skeleton, person: Person, breath: float) -> Array:
    """Return per sample: point, up, left, face, half width, radius, forward."""
    shares = np.linspace(0, 1, SAMPLES + 1)
    wide, deep, forward = (_smooth(shares, column) for column in (1, 2, 3))
    wide = wide * np.interp(shares, [0.1, 0.35, 0.75, 0.9], [person.hips, person.waist, person.shoulders, 1])
    deep = deep + 0.005 / (1 + np.exp(-(shares - HEM) * 260))  # the shirt lies over the trousers
    front = np.exp(-(((shares - 0.37) / 0.16) ** 2))
    swell = (0.056 * breath + person.belly) * front
    faces = np.cross(made.spine.lefts, made.spine.ups)
    columns = (wide + swell * 0.15, deep + swell * 0.50, forward + swell * 0.58)
    return np.hstack([made.spine.points, made.spine.ups, made.spine.lefts, faces, np.array(columns).T])


def _smooth(shares: Array, column: int) -> Array:
    fine = np.linspace(-0.06, 1, 213)
    values = np.interp(fine, _PROFILE[:, 0], _PROFILE[:, column])
    kernel = np.hanning(19) / np.hanning(19).sum()
    soft = np.convolve(np.pad(values, 9, mode="edge"), kernel, mode="valid")
    return np.asarray(np.interp(shares, fine, soft))


def _add_trunk(shapes: Shapes, made: Skeleton, person: Person) -> None:
    joints, chest, face = made.joints, made.chest, made.head
    neck, skull = joints["neck"], joints["skull"]
    breast = made.spine.points[round(0.68 * SAMPLES)]
    for side in SIDES:
        left = chest.left * SIGN[side]
        if person.bust:
            out = breast + chest.face * (0.034 + person.bust) + left * 0.050
            shapes.limb(TRUNK, "trunk", out, out - left * 0.006, 0.055, melt=0.05)
        else:
            out = breast + chest.face * 0.036 + chest.up * 0.03 + left * 0.062
            shapes.limb(TRUNK, "trunk", out, out - left * 0.030 - chest.up * 0.01, 0.050, melt=0.06)
        shoulder = joints[f"{side}_shoulder"]
        inner = neck + chest.up * 0.022 - chest.face * 0.012
        shapes.limb(TRUNK, "trunk", inner, shoulder + chest.up * 0.006 - left * 0.02, 0.032, 0.042, melt=0.05)
        _add_blade(shapes, made, side)
    shapes.limb(
        TRUNK,
        "trunk",
        neck - chest.up * 0.03,
        skull - face.up * 0.05 - face.face * 0.018,
        0.045,
        0.041,
        melt=0.035,
    )


def _add_blade(shapes: Shapes, made: Skeleton, side: Side) -> None:
    """A shoulder blade lies under the shirt and glides with its shoulder."""
    chest, neck = made.chest, made.joints["neck"]
    glide = chest.local(made.joints[f"{side}_shoulder"] - neck)
    left = chest.left * SIGN[side]
    back = 0.074 - 0.25 * max(glide[2], 0.0) - 0.12 * min(glide[2], 0.0)
    centre = (
        neck
        + left * (0.084 + 0.75 * glide[2])
        + chest.up * (-0.115 + 0.7 * (glide[1] + 0.05))
        - chest.face * back
    )
    top, tip = centre + chest.up * 0.036 + left * 0.016, centre - chest.up * 0.050 - left * 0.004
    shapes.limb(TRUNK, "trunk", top, tip, 0.034, 0.025, melt=0.028)


def _crease(first: Array, second: Array) -> float:
    """Melt two bones only where they bend: on a straight limb melting would swell the joint."""
    return 0.003 + 0.013 * min(angle(first, second) / 110, 1.0)


def _add_arm(shapes: Shapes, made: Skeleton, side: Side, person: Person) -> None:
    group = LEFT_ARM if side == "left" else RIGHT_ARM
    part = f"{side}_forearm"
    shoulder, elbow, wrist = (made.joints[f"{side}_{name}"] for name in ("shoulder", "elbow", "wrist"))
    down, on = unit(elbow - shoulder), unit(wrist - elbow)
    thick = 1 + (person.shoulders - 1) * 1.4
    shapes.limb(group, f"{side}_upper", shoulder, elbow, 0.049 * thick, 0.0365, middle=0.003, melt=0.01)
    shapes.limb(
        group, f"{side}_upper", shoulder, shoulder + down * 0.145, 0.057 * thick, 0.053 * thick, melt=0.004
    )
    shapes.limb(group, part, elbow, wrist, 0.0365, 0.0245, top=0.0055, melt=_crease(down, on))


def _add_hand(shapes: Shapes, made: Skeleton, side: Side) -> None:
    group, part = (LEFT_ARM if side == "left" else RIGHT_ARM), f"{side}_hand"
    hand, wrist = made.hands[side], made.joints[f"{side}_wrist"]
    thumb = np.cross(hand.along, hand.palm) * -SIGN[side]
    for z in (-0.020, 0.0, 0.020):
        shapes.limb(
            group,
            part,
            wrist + thumb * z * 0.7,
            wrist + hand.along * 0.080 + thumb * z * 1.35,
            0.0185,
            0.0165,
            melt=0.018,
        )
    for z, length in ((0.036, 0.148), (0.012, 0.162), (-0.012, 0.156), (-0.035, 0.138)):
        root = wrist + hand.along * 0.078 + thumb * z * 0.86
        tip = root + hand.along * (length - 0.078) + thumb * (z * 0.22)
        _add_finger(shapes, group, part, root, tip, hand)
    ball = wrist + hand.along * 0.025 + thumb * 0.022
    bent = (
        wrist
        + hand.along * 0.061
        + thumb * (0.052 - 0.006 * hand.grip)
        + hand.palm * (0.012 + 0.012 * hand.grip)
    )
    open_ = wrist + hand.along * 0.098 + thumb * 0.060 + hand.palm * 0.014
    shut = wrist + hand.along * 0.082 + thumb * 0.020 + hand.palm * 0.046
    shapes.limb(group, part, ball, bent, 0.0165, 0.0138, melt=0.014)
    shapes.limb(group, part, bent, open_ + (shut - open_) * hand.grip, 0.0132, 0.0108, melt=0.006)


def _add_finger(shapes: Shapes, group: int, part: str, root: Array, tip: Array, hand: Hand) -> None:
    """A finger from ``root`` to ``tip``; in a fist it folds into the palm instead."""
    along, palm, grip = hand.along, hand.palm, hand.grip
    if grip > 0.5:
        knuckle = root + along * 0.020 + palm * 0.026
        shapes.limb(group, part, root, knuckle, 0.0135, 0.0125, melt=0.006)
        shapes.limb(group, part, knuckle, root - along * 0.012 + palm * 0.042, 0.0125, 0.011, melt=0.006)
        return
    tip = tip + palm * (0.008 + 0.03 * grip)
    middle = root + (tip - root) * 0.55 - palm * (0.004 + 0.008 * grip)
    shapes.limb(group, part, root, middle, 0.0128, 0.0114, melt=0.005)
    shapes.limb(group, part, middle, tip, 0.0114, 0.0095, melt=0.002)


def _add_leg(shapes: Shapes, made: Skeleton, side: Side, person: Person) -> None:
    group, part = (LEFT_LEG if side == "left" else RIGHT_LEG), f"{side}_thigh"
    hip, knee, ankle = (made.joints[f"{side}_{name}"] for name in ("hip", "knee", "ankle"))
    down, on = unit(knee - hip), unit(ankle - knee)
    pelvis, wide = made.pelvis, 1 + (person.hips - 1) * 0.8
    seat = hip - pelvis.face * 0.040 - pelvis.up * 0.018 + pelvis.left * SIGN[side] * 0.004
    shapes.limb(
        group, "hips", seat, seat + pelvis.face * 0.012 + down * 0.04, 0.082 * wide, 0.078 * wide, melt=0.05
    )
    shapes.limb(group, part, hip, knee, 0.086 * wide, 0.0535, middle=0.004, melt=0.05)
    foot = made.feet[side]
    front = unit(foot.along - on * (foot.along @ on) + foot.instep - on * (foot.instep @ on))
    shapes.limb(group, f"{side}_knee", knee, ankle, 0.0525, 0.034, top=0.001, melt=_crease(down, on))
    shapes.limb(
        group,
        f"{side}_shin",
        knee + on * 0.06 - front * 0.013,
        knee + on * 0.22 - front * 0.013,
        0.043,
        0.036,
        melt=0.06,
    )
    shapes.limb(group, f"{side}_shin", knee + on * 0.29, ankle - on * 0.02, 0.0415, 0.0405, melt=0.004)


def _add_foot(shapes: Shapes, made: Skeleton, side: Side) -> None:
    group, part = (LEFT_LEG if side == "left" else RIGHT_LEG), f"{side}_foot"
    foot, ankle = made.feet[side], made.joints[f"{side}_ankle"]
    out = np.cross(foot.along, foot.instep) * SIGN[side]
    heel = ankle - foot.instep * 0.036 - foot.along * 0.034
    ball = ankle + foot.along * 0.100 - foot.instep * 0.044
    shapes.limb(group, part, ankle, heel, 0.034, 0.034, melt=0.02)
    for z in (-0.015, 0.015):  # two close lines melt into one sock
        shapes.limb(group, part, heel + out * z * 0.4, ball + out * z, 0.034, 0.029, melt=0.03)
        tip = ball + foot.toes * 0.050 + out * (z * 0.7 - 0.008)
        shapes.limb(group, part, ball + out * z, tip, 0.029, 0.023, melt=0.03)
    shapes.limb(
        group,
        part,
        ankle + foot.along * 0.006,
        ankle + foot.along * 0.085 - foot.instep * 0.028,
        0.034,
        0.027,
        melt=0.03,
    )
