"""Faults sown on purpose: the check must find each one."""

from typing import Any

import pytest

from bot.figures.motion.inspection import inspect
from bot.figures.motion.schema import Figure, Pardon, Pose
from tests.figures.motion.builders import figure, pose


def broken(found: Figure, **changes: Any) -> set[str]:
    """Return the rules that a figure breaks once ``changes`` are made."""
    whole = Figure.model_validate({**found.model_dump(), **changes})
    return {finding.rule for finding in inspect(whole, view=False)}


def changed(found: Figure, name: str, **parts: Any) -> dict[str, Any]:
    """Return the poses of a figure with some parts of one pose changed."""
    poses = {key: value.model_dump() for key, value in found.poses.items()}
    for part, change in parts.items():
        poses[name][part] = {**poses[name][part], **change}
    return poses


def test_it_finds_nothing_in_figures_that_are_well(
    wall_angel: Figure, side_bend: Figure, push_up: Figure
) -> None:
    for found in (wall_angel, side_bend, push_up):
        assert broken(found) == set()


def test_it_finds_a_reversed_knee(push_up: Figure) -> None:
    backward = {"bend": (0, 0, -1), "at": (0.12, 0.07, 0.44), "foot": (0, 0, 1), "toes": None}
    seated = {"pelvis": {"at": (0, 0.555, 0), "pitch": 0}, "left_leg": backward, "right_leg": backward}
    assert "knee" in broken(push_up, poses=changed(push_up, "up", **seated))


def test_it_finds_a_reversed_elbow(wall_angel: Figure) -> None:
    forward = {"upper": (0.3, -1, 0), "fore": (0.1, -0.3, -1)}
    assert "elbow" in broken(
        wall_angel, poses=changed(wall_angel, "low", left_arm=forward, right_arm=forward)
    )


def test_it_finds_a_hand_off_the_wall(wall_angel: Figure) -> None:
    off = {"fore": (0.12, 1, 0.3)}
    assert "touch" in broken(wall_angel, poses=changed(wall_angel, "low", left_arm=off, right_arm=off))


def test_it_finds_an_arm_inside_the_wall(wall_angel: Figure) -> None:
    deep = {"fore": (0.12, 1, -0.5)}
    assert "surface" in broken(wall_angel, poses=changed(wall_angel, "low", left_arm=deep, right_arm=deep))


def test_it_finds_a_sliding_wrist(push_up: Figure) -> None:
    slid = {"at": (0.225, 0.05, 0.35)}
    assert "planted" in broken(push_up, poses=changed(push_up, "down", left_arm=slid, right_arm=slid))


def test_it_forgives_a_wrist_that_moves_less_than_three_millimetres(push_up: Figure) -> None:
    hardly = {"at": (0.225, 0.05, 0.347)}
    assert broken(push_up, poses=changed(push_up, "down", left_arm=hardly, right_arm=hardly)) == set()


def test_it_finds_a_pose_that_stands_twice(wall_angel: Figure) -> None:
    poses = {**wall_angel.model_dump()["poses"], "high": wall_angel.model_dump()["poses"]["low"]}
    assert "twins" in broken(wall_angel, poses=poses)


def test_it_finds_swapped_sides(side_bend: Figure) -> None:
    assert broken(side_bend, works="left") == {"side"}


def test_it_finds_a_body_in_the_floor_and_one_in_the_air(wall_angel: Figure) -> None:
    legs = {"at": (0.12, 0.04, 0.10)}
    sunk = changed(wall_angel, "low", left_leg=legs, right_leg=legs, pelvis={"at": (0, 0.87, 0)})
    assert "floor" in broken(wall_angel, poses=sunk)
    legs = {"at": (0.12, 0.10, 0.10)}
    afloat = changed(wall_angel, "low", left_leg=legs, right_leg=legs, pelvis={"at": (0, 0.93, 0)})
    assert "floor" in broken(wall_angel, poses=afloat)


def test_it_finds_one_side_that_differs(wall_angel: Figure) -> None:
    assert "symmetry" in broken(
        wall_angel, poses=changed(wall_angel, "low", left_arm={"fore": (0.3, 1, -0.05)})
    )


@pytest.mark.parametrize(
    ("beats", "rule"),
    [
        ([("down", 0.5, 0.4), ("up", 2, 0.4)], "speed"),
        ([("down", 0.2, 1.4), ("up", 0.5, 1.4)], "stop"),
        ([("down", 0.5, 1.4), ("up", 0, 1.4)], "stop"),
        ([("down", 3, 1.4), ("up", 3, 1.4)], "duration"),
        ([("down", 0.3, 1), ("up", 0.3, 1)], "duration"),
    ],
)
def test_it_finds_loops_out_of_time(beats: list[tuple[str, float, float]], rule: str) -> None:
    play = [{"pose": name, "hold": hold, "move": move} for name, hold, move in beats]
    assert rule in {finding.rule for finding in inspect(figure(play=play), view=False)}


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"spine": {"flex": 95}}, "range"),
        ({"head": {"twist": 88}}, "range"),
        ({"arms": {"upper": (0, -1, 0), "fore": (0, 1, 0.05)}}, "range"),
        ({"arms": {"upper": (0.1, -1, 0), "fore": (0.1, -1, 0.1), "hand": (0, 1, 0.3)}}, "range"),
        ({"arms": {"at": (0.2, 1.35, 0.9)}}, "reach"),
    ],
)
def test_it_finds_what_no_body_can_do(change: dict[str, Any], rule: str) -> None:
    poses = {"down": pose(), "up": pose(**change)}
    assert rule in {finding.rule for finding in inspect(figure(poses=poses), view=False)}


def test_it_takes_a_pardon_with_a_reason(side_bend: Figure) -> None:
    pardon = Pardon(rule="side", why="The picture is mirrored on purpose here.")
    pardons = [own.model_dump() for own in (*side_bend.pardons, pardon)]
    assert broken(side_bend, works="left", pardons=pardons) == set()


def test_it_says_how_bad_it_is(wall_angel: Figure) -> None:
    poses = {
        name: Pose.model_validate(value)
        for name, value in changed(wall_angel, "low", spine={"flex": 99}).items()
    }
    findings = inspect(wall_angel.model_copy(update={"poses": poses}), view=False)
    assert any("spine-flex is 99 degrees at 0.00 s" in str(finding) for finding in findings)
