"""Figures from the real content: what passes there is what people see."""

from pathlib import Path

import pytest

from bot.figures.motion import files
from bot.figures.motion.schema import Figure

CONTENT = Path(__file__).parents[3] / "content"


@pytest.fixture(scope="session")
def content() -> Path:
    """The folder of the real content."""
    return CONTENT


@pytest.fixture(scope="session")
def wall_angel() -> Figure:
    """A symmetric figure that touches a wall."""
    return files.read(CONTENT, "wall-angel")["standard"]


@pytest.fixture(scope="session")
def side_bend() -> Figure:
    """A figure that works one side."""
    return files.read(CONTENT, "side-bend-reach")["standard"]


@pytest.fixture(scope="session")
def push_up() -> Figure:
    """A figure with planted hands and feet."""
    return files.read(CONTENT, "push-up")["standard"]
