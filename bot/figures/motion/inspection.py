"""`pictures check`: what a physiotherapist, a wall and a clock would complain about, found by calculation.

It cannot judge art: for that, look at the sheets.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.figures.motion import body, skeleton
from bot.figures.motion.people import PEOPLE
from bot.figures.motion.schema import Figure, Pose
from bot.figures.motion.shapes import Shapes
from bot.figures.motion.skeleton import Skeleton
from bot.figures.motion.timeline import FPS, Moment, moments, pose_at


@dataclass(frozen=True)
class Finding:
    """What is wrong: the rule that was broken, and how badly."""

    rule: str
    what: str

    def __str__(self) -> str:
        return f"{self.rule}: {self.what}"


@dataclass(frozen=True)
class Look:
    """One frame taken apart: when it is shown, the pose, its joints and its flesh."""

    at: float
    moment: Moment
    pose: Pose
    bones: Skeleton
    flesh: Shapes


def looks(figure: Figure, every: int = 2) -> list[Look]:
    """Return every second frame of the loop, taken apart."""
    result = []
    for index, moment in enumerate(moments(figure)[::every]):
        pose = pose_at(figure, moment)
        bones = skeleton.build(pose)
        flesh = body.build(bones, pose, PEOPLE[figure.person]).shapes
        result.append(Look(index * every / FPS, moment, pose, bones, flesh))
    return result


def inspect(figure: Figure, *, view: bool = True) -> list[Finding]:
    """Return all that is wrong with a figure, and pardons that are not needed.

    :param view: whether to draw small pictures too, to judge what can be seen
    """
    from bot.figures.motion import inspect_body, inspect_contact, inspect_loop  # noqa: PLC0415 - they use Look

    seen = looks(figure)
    found = [
        *inspect_body.rules(seen),
        *inspect_contact.rules(figure, seen),
        *inspect_loop.rules(figure, seen),
    ]
    if view:
        from bot.figures.motion import inspect_view  # noqa: PLC0415 - needs the tracer

        found += inspect_view.rules(figure)
    return _pardoned(figure, _first_of_each(found), view)


def _first_of_each(found: Iterable[Finding]) -> list[Finding]:
    """Keep one finding a rule and part of the body: frames repeat the same fault."""
    kept: dict[tuple[str, str], Finding] = {}
    for finding in found:
        kept.setdefault((finding.rule, finding.what.split(" ", 1)[0]), finding)
    return list(kept.values())


def _pardoned(figure: Figure, found: list[Finding], view: bool) -> list[Finding]:
    pardons = {pardon.rule for pardon in figure.pardons}
    idle = pardons - {finding.rule for finding in found} if view else set()
    left = [finding for finding in found if finding.rule not in pardons]
    return left + [Finding("pardon", f"{rule} is not needed: take it out") for rule in sorted(idle)]
