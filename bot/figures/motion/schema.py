"""What may stand in a figure.yaml. Each description completes the sentence "write ...", for authors.

Lengths are metres, angles degrees, times seconds. Limb vectors are [out, up, forward]: *out* leads away from
the body on either side, so that one line poses both arms.
"""

from typing import Annotated, Any, Literal

from pydantic import Field

from bot.library.schemas import SLUG, Closed

Vec = tuple[float, float, float]
Name = Annotated[str, Field(pattern=SLUG, max_length=32)]
Side = Literal["left", "right"]
SIDES: tuple[Side, Side] = ("left", "right")
Part = Literal[
    "left_hand", "right_hand", "left_forearm", "right_forearm", "left_foot", "right_foot",
    "left_knee", "right_knee", "trunk", "head", "hips",
]  # fmt: skip


def _number(least: float, most: float, default: float) -> Any:
    return Field(default, ge=least, le=most, description=f"a number from {least:g} to {most:g}")


def _vector(default: Vec | None = None) -> Any:
    return Field(default, description="three numbers, such as [0, 1, 0]")


class Pelvis(Closed):
    """Where the pelvis is; pitch leans forward, roll to the own left."""

    at: Vec = _vector((0, 0.9, 0))
    yaw: float = _number(-180, 180, 0)
    pitch: float = _number(-120, 120, 0)
    roll: float = _number(-120, 120, 0)


class Bend(Closed):
    """How the spine or the neck bends: forward, to the own left, turning left."""

    flex: float = _number(-60, 100, 0)
    side: float = _number(-60, 60, 0)
    twist: float = _number(-90, 90, 0)


class Blade(Closed):
    """How far a shoulder blade has glided, in metres: up, forward, towards the spine."""

    up: float = _number(-0.06, 0.08, 0)
    fwd: float = _number(-0.08, 0.09, 0)
    inward: float = _number(-0.02, 0.08, 0)


class Limb(Closed):
    """Either ``at`` (where wrist or ankle is in the room) with ``bend`` (where elbow or knee points)..."""

    at: Vec | None = _vector()
    bend: Vec | None = _vector()
    frame: Literal["body", "room", "head", "pelvis"] | None = Field(
        None, description="what at and directions are seen from: body, room, head or pelvis"
    )


class Arm(Limb):
    """... or the directions of its bones. ``grip`` closes the hand."""

    upper: Vec | None = _vector()
    fore: Vec | None = _vector()
    hand: Vec | None = _vector()
    palm: Vec | None = _vector()
    grip: float = _number(0, 1, 0)

    def bones(self) -> tuple[Vec | None, Vec | None]:
        """Return the directions of upper arm and forearm."""
        return self.upper, self.fore


class Leg(Limb):
    """... or the directions of its bones. ``sole`` says where the sole looks."""

    thigh: Vec | None = _vector()
    shin: Vec | None = _vector()
    foot: Vec | None = _vector()
    sole: Vec | None = _vector()
    toes: Vec | None = _vector()

    def bones(self) -> tuple[Vec | None, Vec | None]:
        """Return the directions of thigh and shin."""
        return self.thigh, self.shin


class Pose(Closed):
    """One complete posture, and how brightly the working muscle glows (0 to 1)."""

    pelvis: Pelvis = Pelvis()
    spine: Bend = Bend()
    head: Bend = Bend()
    left_arm: Arm
    right_arm: Arm
    left_leg: Leg
    right_leg: Leg
    left_blade: Blade = Blade()
    right_blade: Blade = Blade()
    belly: float = _number(0, 1, 0)
    glow: float = _number(0, 1, 0)


class Beat(Closed):
    """Show a pose, stay for ``hold`` seconds, then take ``move`` seconds to the next one.

    With ``hold: 0`` the movement passes through without stopping.
    """

    pose: Name
    hold: float = _number(0, 4, 0.5)
    move: float = _number(0.2, 4, 1.2)


class View(Closed):
    """Where the camera stands (around, above), what it looks at, and metres from top to bottom."""

    yaw: float = _number(-360, 360, 0)
    pitch: float = _number(-10, 89, 8)
    centre: Vec = _vector((0, 1, 0))
    height: float = _number(0.3, 4, 2.2)


class Inset(Closed):
    """A round window with a second look, at ``at`` (0 to 1 across and down)."""

    yaw: float = _number(-360, 360, 180)
    pitch: float = _number(-10, 89, 0)
    height: float = _number(0.2, 2, 0.72)
    up: float = _number(-0.5, 0.5, -0.13)
    at: tuple[float, float] = (0.84, 0.6)
    radius: float = _number(0.05, 0.3, 0.13)


class Thing(Closed):
    """Furniture: a box (its centre and size), a rod (its points; a hand's name means the grip), or by name.

    What has a name, such as ``ready: chair``, is listed in ``furniture.py``; ``shift`` moves it.
    """

    ready: str | None = None
    shift: Vec = _vector((0, 0, 0))
    box: Vec | None = _vector()
    size: Vec | None = _vector()
    turn: Vec = _vector((0, 0, 0))
    rod: list[Vec | Literal["left_hand", "right_hand", "left_foot", "right_foot"]] | None = None
    radius: float = _number(0.001, 0.5, 0.012)
    round: float = _number(0, 0.2, 0.01)
    colour: str = "wood"


class Glow(Closed):
    """A muscle to be painted: from ``at`` to ``to`` in the frame of chest (from the neck) or pelvis."""

    at: Vec
    to: Vec | None = None
    radius: float = _number(0.02, 0.2, 0.05)
    part: Literal["chest", "pelvis"] = "chest"
    both: bool = True


class Arrow(Closed):
    """A bent arrow through three points of the picture (0 to 1), shown while leaving the named poses."""

    path: tuple[tuple[float, float], tuple[float, float], tuple[float, float]]
    during: list[Name]


class Surface(Closed):
    """A plane that bodies touch. ``solid: no``: it has an edge, so only what touches it is measured."""

    at: Vec
    facing: Vec
    solid: bool = True


class Touch(Closed):
    """Parts of the body that lie on a surface all the time, or in the named poses."""

    parts: list[Part]
    surface: str = "floor"
    during: tuple[Name, ...] = ()


class Pardon(Closed):
    """A finding of the check that is right here, and why."""

    rule: str
    why: str = Field(min_length=10)


class Figure(Closed):
    """One moving picture: an exercise or one of its variations, complete."""

    person: Name = "ana"
    view: View = View()
    crop: bool = False
    eyes: Literal["open", "closed"] = "open"
    scene: tuple[Thing, ...] = ()
    target: list[Glow] = Field(min_length=1)
    inset: Inset | None = None
    arrows: tuple[Arrow, ...] = ()
    poses: dict[Name, Pose] = Field(min_length=2)
    play: list[Beat] = Field(min_length=2)
    steps: list[Name] = Field(min_length=1)
    holds: Name | None = Field(None, description="the pose that is held for the dose's seconds")
    surfaces: dict[Name, Surface] = Field(default_factory=dict)
    touches: tuple[Touch, ...] = ()
    planted: tuple[Part, ...] = ()
    symmetric: bool = False
    works: Side | None = None
    pardons: tuple[Pardon, ...] = ()
