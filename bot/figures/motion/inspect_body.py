"""Bones keep their length, joints their range; knees and elbows bend the way they do."""

from collections.abc import Iterator

import numpy as np

from bot.figures.motion import skeleton
from bot.figures.motion.inspection import Finding, Look
from bot.figures.motion.schema import SIDES, Bend, Side
from bot.figures.motion.skeleton import SIGN, Skeleton
from bot.figures.motion.vectors import angle, turning, unit

_BONES = (
    ("shoulder", "elbow", skeleton.UPPER), ("elbow", "wrist", skeleton.FORE),
    ("hip", "knee", skeleton.THIGH), ("knee", "ankle", skeleton.SHIN),
)  # fmt: skip
_SPINE = {"flex": (-55, 90), "side": (-42, 42), "twist": (-80, 80)}
_NECK = {"flex": (-50, 45), "side": (-35, 35), "twist": (-75, 75)}
ELBOW, KNEE, WRIST = 152, 148, 92
TURN_IN, TURN_OUT = -105, 130
"""Degrees that the upper arm turns around itself: past these, an elbow would bend backward."""


def rules(seen: list[Look]) -> Iterator[Finding]:
    """Yield every fault of bones and joints."""
    for look in seen:
        yield from _lengths(look)
        yield from _reach(look)
        yield from _range("spine", look.pose.spine, _SPINE, look.at)
        yield from _range("neck", look.pose.head, _NECK, look.at)
        for side in SIDES:
            yield from _arm(look, side)
            yield from _knee(look, side)


def _lengths(look: Look) -> Iterator[Finding]:
    joints = look.bones.joints
    for side in SIDES:
        for a, b, length in _BONES:
            off = abs(float(np.linalg.norm(joints[f"{side}_{a}"] - joints[f"{side}_{b}"])) - length)
            if off > 0.002:
                yield Finding("length", f"{side} {a} to {b} is off by {off * 1000:.0f} mm at {look.at:.2f} s")


def _reach(look: Look) -> Iterator[Finding]:
    for limb, missing in look.bones.strain.items():
        if missing > 0.004:
            yield Finding("reach", f"{limb} misses its place by {missing * 1000:.0f} mm at {look.at:.2f} s")


def _range(name: str, bend: Bend, limits: dict[str, tuple[int, int]], at: float) -> Iterator[Finding]:
    for way, (low, high) in limits.items():
        value = getattr(bend, way)
        if not low <= value <= high:
            yield Finding(
                "range", f"{name}-{way} is {value:.0f} degrees at {at:.2f} s, at most {low} to {high}"
            )


def _arm(look: Look, side: Side) -> Iterator[Finding]:
    joints = look.bones.joints
    upper = joints[f"{side}_elbow"] - joints[f"{side}_shoulder"]
    fore = joints[f"{side}_wrist"] - joints[f"{side}_elbow"]
    bent, wrist = angle(upper, fore), angle(fore, look.bones.hands[side].along)
    if bent > ELBOW:
        yield Finding("range", f"{side}-elbow is bent {bent:.0f} degrees at {look.at:.2f} s, at most {ELBOW}")
    if wrist > WRIST:
        yield Finding(
            "range", f"{side}-wrist is bent {wrist:.0f} degrees at {look.at:.2f} s, at most {WRIST}"
        )
    turned = upper_arm_turn(look.bones, side)
    if turned is not None and bent > 15 and not TURN_IN <= turned <= TURN_OUT:
        yield Finding(
            "elbow", f"{side} bends the wrong way: the arm is turned {turned:.0f} degrees at {look.at:.2f} s"
        )


def upper_arm_turn(bones: Skeleton, side: Side) -> float | None:
    """Return how far the upper arm is turned around itself, outward positive.

    None where that cannot be said: the arm straight, or overhead, where the reference flips.
    """
    joints, chest = bones.joints, bones.chest
    upper = unit(joints[f"{side}_elbow"] - joints[f"{side}_shoulder"])
    fore = unit(joints[f"{side}_wrist"] - joints[f"{side}_elbow"])
    raised = angle(-chest.up, upper)
    aside = fore - upper * (fore @ upper)
    if raised > 140 or aside @ aside < 0.04:
        return None
    axis = np.cross(-chest.up, upper)
    front = turning(axis, raised) @ chest.face if axis @ axis > 1e-9 else chest.face
    turn = np.arctan2(np.cross(front, unit(aside)) @ upper, front @ unit(aside))
    return float(np.degrees(turn)) * -SIGN[side]


def _knee(look: Look, side: Side) -> Iterator[Finding]:
    joints, foot = look.bones.joints, look.bones.feet[side]
    hip, knee, ankle = (joints[f"{side}_{name}"] for name in ("hip", "knee", "ankle"))
    bent = angle(knee - hip, ankle - knee)
    if bent > KNEE:
        yield Finding("range", f"{side}-knee is bent {bent:.0f} degrees at {look.at:.2f} s, at most {KNEE}")
    shin = unit(ankle - knee)
    front = foot.along + foot.instep
    front = front - shin * (front @ shin)
    out = knee - (hip + ankle) / 2
    if bent > 10 and unit(out) @ unit(front) < -0.2:
        yield Finding("knee", f"{side} bends the wrong way at {look.at:.2f} s")
