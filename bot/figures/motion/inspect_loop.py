"""Loops close, stop where they should, never hurry; both sides match; the named side does the work."""

from collections.abc import Iterator

import numpy as np

from bot.figures.motion import skeleton
from bot.figures.motion.inspection import Finding, Look
from bot.figures.motion.schema import Figure, Pose
from bot.figures.motion.skeleton import Skeleton
from bot.figures.motion.timeline import FPS, moments, pose_at, seconds
from bot.figures.motion.vectors import Array

FASTEST, STOP, SHORTEST, LONGEST = 2.2, 0.3, 3.0, 6.0


def rules(figure: Figure, seen: list[Look]) -> Iterator[Finding]:
    """Yield every fault of time and sides."""
    took = seconds(figure)
    if not SHORTEST <= took <= LONGEST + 0.01:
        yield Finding("duration", f"loop takes {took:.2f} s, wanted {SHORTEST:.0f} to {LONGEST:.0f}")
    yield from _stops(figure)
    yield from _speed(figure)
    yield from _twins(figure.poses)
    if figure.symmetric:
        for look in seen:
            yield from _symmetry(look)
    if figure.works:
        yield from _side(figure, seen)


def _stops(figure: Figure) -> Iterator[Finding]:
    held = [beat for beat in figure.play if beat.hold > 0]
    for beat in held:
        if beat.hold < STOP:
            yield Finding("stop", f"{beat.pose} is held {beat.hold:g} s, at least {STOP}")
    if len(held) < 2:
        yield Finding("stop", f"loop stops {len(held)} times: hold both end poses")


def _speed(figure: Figure) -> Iterator[Finding]:
    """Look at all frames and at the step from the last to the first, where an open loop jumps."""
    places, known = [], {}
    for moment in moments(figure):
        if moment.key not in known:
            known[moment.key] = _joints(skeleton.build(pose_at(figure, moment)))
        places.append(known[moment.key])
    track = np.array([*places, places[0]])
    speeds = np.linalg.norm(np.diff(track, axis=0), axis=2).max(axis=1) * FPS
    fastest = int(speeds.argmax())
    if speeds[-1] > max(0.6, float(speeds[:-1].max())):
        yield Finding("closure", f"loop jumps {speeds[-1] / FPS * 1000:.0f} mm from its end to its start")
    elif speeds[fastest] > FASTEST:
        yield Finding(
            "speed", f"joint moves {speeds[fastest]:.1f} m/s at {fastest / FPS:.2f} s, at most {FASTEST}"
        )


def _joints(bones: Skeleton) -> Array:
    return np.array([bones.joints[name] for name in sorted(bones.joints)])


def _twins(poses: dict[str, Pose]) -> Iterator[Finding]:
    """Two poses of the same shape are one too many (a glow of its own makes no pose)."""
    names = sorted(poses)
    for index, first in enumerate(names):
        for second in names[index + 1 :]:
            if poses[first].model_copy(update={"glow": 0.0}) == poses[second].model_copy(
                update={"glow": 0.0}
            ):
                yield Finding("twins", f"{first} and {second} are the same pose")


def _symmetry(look: Look) -> Iterator[Finding]:
    bones = look.bones
    for joint in ("elbow", "wrist", "knee", "ankle"):
        left, right = (
            bones.pelvis.local(bones.joints[f"{side}_{joint}"] - bones.joints["pelvis"])
            for side in ("left", "right")
        )
        off = float(np.abs(left * [-1, 1, 1] - right).max())
        if off > 0.012:
            yield Finding(
                "symmetry", f"{joint} differs by {off * 1000:.0f} mm from left to right at {look.at:.2f} s"
            )


def _side(figure: Figure, seen: list[Look]) -> Iterator[Finding]:
    """The side that works bends away from, or carries the arm that travels further."""
    away = {}
    for side in ("left", "right"):
        track = np.array(
            [
                look.bones.chest.local(look.bones.joints[f"{side}_wrist"] - look.bones.joints["neck"])
                for look in seen
            ]
        )
        away[side] = float(np.ptp(track, axis=0).max())
    lean = max((look.pose.spine.side for look in seen), key=abs)
    twist = max((look.pose.spine.twist for look in seen), key=abs)
    if abs(lean) > 10:
        working = "right" if lean > 0 else "left"  # the stretched side
    elif abs(twist) > 20:
        working = "left" if twist > 0 else "right"
    else:
        working = max(away, key=lambda side: away[side])
    if working != figure.works:
        yield Finding("side", f"{working} side works here, but works: says {figure.works}")
