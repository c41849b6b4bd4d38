"""Poses between two poses: directions turn on arcs, ends in contact move straight, angles in step."""

from typing import Any

from bot.figures.motion import skeleton
from bot.figures.motion.schema import SIDES, Arm, Leg, Limb, Pose, Side, Vec
from bot.figures.motion.vectors import slerp, vec

_DIRECTIONS = frozenset(("bend", "upper", "fore", "hand", "palm", "thigh", "shin", "foot", "sole", "toes"))


def between(a: Pose, b: Pose, share: float) -> Pose:
    """Return the pose that lies ``share`` (0 to 1) of the way from ``a`` to ``b``."""
    if share <= 0 or a == b:
        return a
    if share >= 1:
        return b
    parts: dict[str, Any] = {"belly": _mix(a.belly, b.belly, share), "glow": _mix(a.glow, b.glow, share)}
    for name in ("pelvis", "spine", "head", "left_blade", "right_blade"):
        parts[name] = _mix_group(getattr(a, name), getattr(b, name), share)
    for side in SIDES:
        for kind in ("arm", "leg"):
            parts[f"{side}_{kind}"] = _limb(a, b, side, kind, share)
    return a.model_copy(update=parts)


def _mix(a: float, b: float, share: float) -> float:
    return a + (b - a) * share


def _mix_vec(a: Vec, b: Vec, share: float) -> Vec:
    return (_mix(a[0], b[0], share), _mix(a[1], b[1], share), _mix(a[2], b[2], share))


def _mix_group(a: Any, b: Any, share: float) -> Any:
    mixed: dict[str, Any] = {}
    for name in type(a).model_fields:
        x, y = getattr(a, name), getattr(b, name)
        mixed[name] = _mix_vec(x, y, share) if isinstance(x, tuple) else _mix(x, y, share)
    return a.model_copy(update=mixed)


def _limb(a: Pose, b: Pose, side: Side, kind: str, share: float) -> Limb:
    name = f"{side}_{kind}"
    x, y = getattr(a, name), getattr(b, name)
    if (x.at is None) != (y.at is None) or x.frame != y.frame:
        x, y = _as_directions(a, side, kind), _as_directions(b, side, kind)
    return _mix_limb(x, y, share)


def _mix_limb(a: Limb, b: Limb, share: float) -> Limb:
    mixed: dict[str, Any] = {}
    for name in type(a).model_fields:
        x, y = getattr(a, name), getattr(b, name)
        if name == "at" and x is not None:
            mixed[name] = _mix_vec(x, y, share)
        elif name in _DIRECTIONS and x is not None and y is not None:
            mixed[name] = tuple(slerp(vec(*x), vec(*y), share))
        elif name == "grip":
            mixed[name] = _mix(x, y, share)
        else:
            mixed[name] = y if x is None else x
    return a.model_copy(update=mixed)


def _as_directions(pose: Pose, side: Side, kind: str) -> Limb:
    """Return a limb of ``pose`` by the directions of its bones, seen from the body."""
    made = skeleton.build(pose)
    base = made.chest if kind == "arm" else made.pelvis
    joints = ("shoulder", "elbow", "wrist") if kind == "arm" else ("hip", "knee", "ankle")
    start, middle, end = (made.joints[f"{side}_{joint}"] for joint in joints)

    def seen(v: Any) -> Vec:
        x, y, z = base.local(v)
        return (x * skeleton.SIGN[side], y, z)

    if kind == "arm":
        hand = made.hands[side]
        return Arm(
            frame="body", upper=seen(middle - start), fore=seen(end - middle),
            hand=seen(hand.along), palm=seen(hand.palm), grip=hand.grip,
        )  # fmt: skip
    foot = made.feet[side]
    return Leg(
        frame="body", thigh=seen(middle - start), shin=seen(end - middle),
        foot=seen(foot.along), sole=seen(-foot.instep), toes=seen(foot.toes),
    )  # fmt: skip
