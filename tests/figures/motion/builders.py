"""Poses made for tests."""

from typing import Any

from bot.figures.motion.files import both_sides
from bot.figures.motion.schema import Figure, Pose

STANDING: dict[str, Any] = {
    "arms": {"upper": [0.1, -1, 0], "fore": [0.1, -1, 0.2]},
    "legs": {"at": [0.12, 0.07, 0], "bend": [0.1, 0, 1], "foot": [0.1, 0, 1]},
}
REACHING: dict[str, Any] = STANDING | {"arms": {"upper": [0.1, 1, 0], "fore": [0.1, 1, 0]}, "glow": 1}


def pose(**changes: Any) -> Pose:
    """Return a standing pose with changes."""
    return Pose.model_validate(both_sides({**STANDING, **changes}))


def figure(**changes: Any) -> Figure:
    """Return a person who lifts both arms, with changes."""
    facts: dict[str, Any] = {
        "target": [{"at": [0.05, -0.1, -0.1]}],
        "poses": {"down": both_sides(STANDING), "up": both_sides(REACHING)},
        "play": [{"pose": "down", "hold": 0.5, "move": 1.4}, {"pose": "up", "hold": 0.5, "move": 1.4}],
        "steps": ["down", "up"],
    }
    return Figure.model_validate({**facts, **changes})
