"""Small pictures, really drawn. Slow where the tracer has yet to be compiled."""

import numpy as np
import pytest

from bot.figures.motion.schema import Figure

pytest.importorskip("numba")
pytestmark = pytest.mark.slow


def test_it_draws_the_same_picture_every_time(wall_angel: Figure) -> None:
    from bot.figures.motion.drawing import draw  # noqa: PLC0415 - needs numba

    first, second = (draw(wall_angel, wall_angel.poses["low"], 96).image for _ in range(2))
    assert np.array_equal(first, second)


def test_it_shows_the_body_in_front_of_the_wall(wall_angel: Figure) -> None:
    from bot.figures.motion.drawing import draw  # noqa: PLC0415 - needs numba

    drawn = draw(wall_angel, wall_angel.poses["low"], 96)
    assert 0.05 < (drawn.groups < 7).mean() < 0.3
    assert (drawn.groups >= 100).mean() > 0.5


def test_it_lets_the_muscle_glow_only_when_it_works(wall_angel: Figure) -> None:
    from bot.figures.motion.drawing import draw  # noqa: PLC0415 - needs numba

    low = wall_angel.poses["low"]
    assert draw(wall_angel, low, 96).glow > 0
    assert draw(wall_angel, low.model_copy(update={"glow": 0.0}), 96).glow == 0


def test_it_draws_each_look_once(wall_angel: Figure) -> None:
    from bot.figures.motion import reel  # noqa: PLC0415 - needs numba

    drawn: list[None] = []
    studio = reel.Studio(48, fine=False, drawn=lambda: drawn.append(None))
    shown = reel.frames(wall_angel, studio)
    reel.frames(wall_angel, studio)
    assert len(drawn) == reel.looks(wall_angel) < len(shown) / 1.5


def test_it_gives_every_person_a_look_of_their_own(wall_angel: Figure) -> None:
    from bot.figures.motion.drawing import draw  # noqa: PLC0415 - needs numba
    from bot.figures.motion.people import PEOPLE  # noqa: PLC0415

    pose = wall_angel.poses["low"]
    faces = {
        draw(wall_angel.model_copy(update={"person": name}), pose, 64).image.tobytes() for name in PEOPLE
    }
    assert len(faces) == len(PEOPLE)


def test_it_shows_hair_rather_than_a_helmet(wall_angel: Figure) -> None:
    """From behind, long hair has strands: light and dark lie side by side."""
    from bot.figures.motion.drawing import draw  # noqa: PLC0415 - needs numba

    behind = wall_angel.view.model_copy(update={"yaw": 180, "height": 0.5, "centre": (0, 1.6, 0)})
    alone = wall_angel.model_copy(update={"view": behind, "scene": (), "inset": None})
    steps = {}
    for person in ("cora", "dan"):
        drawn = draw(alone.model_copy(update={"person": person}), wall_angel.poses["low"], 96, fine=False)
        inside = (drawn.groups[:, 1:] == 6) & (drawn.groups[:, :-1] == 6)
        steps[person] = float(np.abs(np.diff(drawn.image.mean(axis=2), axis=1))[inside].mean())
    assert steps["cora"] > 1.3 * steps["dan"] > 0
