"""From a pose to joints: the trunk by angles, free limbs by directions, limbs in contact by their ends."""

from dataclasses import dataclass, field

import numpy as np

from bot.figures.motion.schema import SIDES, Arm, Blade, Leg, Limb, Pose, Side, Vec
from bot.figures.motion.vectors import ROOM, Array, Frame, bent, frame, slerp, turning, unit, vec

SPINE, NECK, HEAD, CLAVICLE = 0.50, 0.085, 0.125, 0.165
UPPER, FORE, HAND = 0.275, 0.245, 0.165
HIP, THIGH, SHIN, FOOT = 0.088, 0.425, 0.405, 0.205
SAMPLES = 64
_ARM: tuple[float, float, Vec] = (UPPER, FORE, (0.3, -1, -0.5))
_LEG: tuple[float, float, Vec] = (THIGH, SHIN, (0.1, 0, 1))
SIGN: dict[Side, float] = {"left": 1.0, "right": -1.0}


@dataclass(frozen=True)
class Spine:
    """The middle line of the trunk from pelvis to neck: points, which way is up there, which way is left."""

    points: Array
    ups: Array
    lefts: Array


@dataclass(frozen=True)
class Hand:
    """Which way the fingers and the palm look, and how far the hand is closed."""

    along: Array
    palm: Array
    grip: float


@dataclass(frozen=True)
class Foot:
    """Which way foot, instep and toes point."""

    along: Array
    instep: Array
    toes: Array


@dataclass(frozen=True)
class Skeleton:
    """All joints by name, and the frames of the parts.

    ``strain`` tells by how many metres a wrist or ankle missed the place it was sent to.
    """

    joints: dict[str, Array]
    pelvis: Frame
    chest: Frame
    head: Frame
    spine: Spine
    hands: dict[Side, Hand]
    feet: dict[Side, Foot]
    strain: dict[str, float] = field(default_factory=dict)


def build(pose: Pose) -> Skeleton:
    """Return the skeleton in this pose."""
    root = pose.pelvis
    at = vec(*root.at)
    pelvis = bent(frame(vec(0, 1, 0), turning(vec(0, 1, 0), root.yaw) @ ROOM.face), root.pitch, root.roll)
    chest = bent(pelvis, pose.spine.flex, pose.spine.side, pose.spine.twist)
    head = bent(chest, pose.head.flex, pose.head.side, pose.head.twist)
    spine = _spine(at, pelvis, chest)
    made = Skeleton(_trunk(spine.points[-1], at, chest, head), pelvis, chest, head, spine, {}, {}, {})
    for side in SIDES:
        _add_arm(made, side, getattr(pose, f"{side}_arm"), getattr(pose, f"{side}_blade"))
        _add_leg(made, side, getattr(pose, f"{side}_leg"))
    return made


def _trunk(neck: Array, pelvis: Array, chest: Frame, head: Frame) -> dict[str, Array]:
    throat = unit(chest.up * 0.55 + head.up * 0.55 + chest.face * 0.22)
    skull = neck + throat * NECK + head.up * 0.075 + head.face * 0.012
    return {"pelvis": pelvis, "neck": neck, "skull": skull, "crown": skull + head.up * HEAD}


def _spine(start: Array, pelvis: Frame, chest: Frame) -> Spine:
    """Add up short steps along a tangent that turns smoothly, so that the spine keeps its length."""
    shares = np.linspace(0, 1, SAMPLES + 1)
    eased = shares * shares * (3 - 2 * shares)
    ups = np.array([slerp(pelvis.up, chest.up, s) for s in eased])
    lefts = np.array([slerp(pelvis.left, chest.left, s) for s in eased])
    lefts -= ups * np.sum(lefts * ups, axis=1)[:, None]
    lefts /= np.sqrt(np.sum(lefts * lefts, axis=1))[:, None]
    steps = np.cumsum((ups[1:] + ups[:-1]) / 2 * SPINE / SAMPLES, axis=0)
    return Spine(np.vstack([start, start + steps]), ups, lefts)


def _seen(base: Frame, v: Vec, sign: float) -> Array:
    return unit(base.world(vec(v[0] * sign, v[1], v[2])))


def _base(made: Skeleton, limb: Limb, own: Frame) -> tuple[Frame, Array]:
    """Return from where a limb's vectors are seen, and the place from which ``at`` is counted."""
    if limb.frame == "room" or (limb.frame is None and limb.at is not None):
        return ROOM, vec(0, 0, 0)
    if limb.frame == "head":
        return made.head, made.joints["skull"]
    if limb.frame == "pelvis":
        return made.pelvis, made.joints["pelvis"]
    return own, made.joints["neck"]


def _reach(start: Array, end: Array, first: float, second: float, hint: Array) -> tuple[Array, Array, float]:
    """Return middle joint, end, and the metres missing: two bones from ``start`` towards ``end``."""
    way = end - start
    distance = float(np.sqrt(way @ way))
    along = way / distance
    reached = min(max(distance, abs(first - second) + 1e-3), (first + second) * 0.9995)
    x = (first * first - second * second + reached * reached) / (2 * reached)
    out = np.sqrt(max(first * first - x * x, 0.0))
    aside = unit(hint - along * (along @ hint))
    return start + along * x + aside * out, start + along * reached, abs(distance - reached)


def _bones(
    made: Skeleton, name: str, limb: Arm | Leg, origin: Array, own: Frame, build_: tuple[float, float, Vec]
) -> tuple[Array, Array]:
    """Return where the middle joint and the end are; ``build_``: two lengths, and where the joint points."""
    sign = 1.0 if name.startswith("left") else -1.0
    base, anchor = _base(made, limb, own)
    if limb.at is not None:
        hint = _seen(base, limb.bend, sign) if limb.bend else _seen(own, build_[2], sign)
        target = anchor + base.world(vec(limb.at[0] * sign, limb.at[1], limb.at[2]))
        middle, end, made.strain[name] = _reach(origin, target, build_[0], build_[1], hint)
        return middle, end
    first, second = limb.bones()
    first = first or (0.1, -1, 0)
    middle = origin + _seen(base, first, sign) * build_[0]
    return middle, middle + _seen(base, second or first, sign) * build_[1]


def _shoulder(made: Skeleton, side: Side, blade: Blade) -> Array:
    chest, neck = made.chest, made.joints["neck"]
    out = CLAVICLE - abs(blade.fwd) * 0.2 - blade.inward
    return np.asarray(
        neck + chest.left * SIGN[side] * out - chest.up * (0.05 - blade.up) + chest.face * blade.fwd
    )


def _add_arm(made: Skeleton, side: Side, arm: Arm, blade: Blade) -> None:
    sign, chest = SIGN[side], made.chest
    shoulder = _shoulder(made, side, blade)
    elbow, wrist = _bones(made, f"{side}_arm", arm, shoulder, chest, _ARM)
    base, _ = _base(made, arm, chest)
    along = _seen(base, arm.hand, sign) if arm.hand else unit(wrist - elbow)
    palm = _seen(base, arm.palm, sign) if arm.palm else -chest.left * sign
    palm = palm - along * (palm @ along)
    if palm @ palm < 0.0025:
        palm = np.cross(along, chest.face)
    made.hands[side] = Hand(along, unit(palm), arm.grip)
    for name, place in (("shoulder", shoulder), ("elbow", elbow), ("wrist", wrist)):
        made.joints[f"{side}_{name}"] = place
    made.joints[f"{side}_fingers"] = wrist + along * HAND


def _add_leg(made: Skeleton, side: Side, leg: Leg) -> None:
    sign, pelvis = SIGN[side], made.pelvis
    hip = made.joints["pelvis"] + pelvis.left * sign * HIP - pelvis.up * 0.03
    knee, ankle = _bones(made, f"{side}_leg", leg, hip, pelvis, _LEG)
    made.feet[side] = _foot(leg, pelvis, _base(made, leg, pelvis)[0], sign, unit(ankle - knee))
    for name, place in (("hip", hip), ("knee", knee), ("ankle", ankle)):
        made.joints[f"{side}_{name}"] = place
    made.joints[f"{side}_toes"] = ankle + made.feet[side].along * FOOT


def _foot(leg: Leg, pelvis: Frame, base: Frame, sign: float, shin: Array) -> Foot:
    along = _seen(base, leg.foot, sign) if leg.foot else pelvis.face
    instep = -_seen(base, leg.sole, sign) if leg.sole else -shin
    instep = instep - along * (instep @ along)
    if instep @ instep < 0.02:
        instep = pelvis.face - along * (pelvis.face @ along)
    instep = unit(instep)
    toes = _seen(base, leg.toes, sign) if leg.toes else along - instep * 0.06
    return Foot(along, instep, toes)
