"""Drawn cards: what stands in for a moving picture, and the pictures of a beginning and an end.

The values and their keys are cheap to import and make; the drawing behind :func:`draw` loads Pillow only when
it is called. Drawing takes tens of milliseconds of processor: call it in a thread.
"""

import json
from dataclasses import asdict, dataclass, field
from hashlib import blake2b

from bot.domain.exercises import Kind, Level

DRAWING = 1  # raise it with every visible change of the drawing, so that stored uploads are not reused


@dataclass(frozen=True)
class TitleCard:
    """An exercise by name.

    :param kind_label: the kind in the person's language; ``level_label`` the same for the level
    :param caption: a translated line such as "Step 2 of 5", or empty
    :param step: which of ``steps`` is shown, counted from 1; 0 with 0 steps for none
    :param position: which of ``total`` exercises of a session this is, from 1; 0 outside a session
    """

    name: str
    kind: Kind
    level: Level
    kind_label: str
    level_label: str
    caption: str = ""
    step: int = 0
    steps: int = 0
    position: int = 0
    total: int = 0


@dataclass(frozen=True)
class WelcomeCard:
    """The first hello: the coach's name and one friendly line."""

    name: str
    line: str


@dataclass(frozen=True)
class DoneCard:
    """The end of a session: a title and one line, numbers already put into words."""

    title: str
    line: str


@dataclass(frozen=True)
class RoutineCard:
    """What a routine holds: its title, one line about it, and exercise names in order."""

    title: str
    line: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class Shipped:
    """A picture that lies beside the content: a still, or a loop.

    :param file: named from the content folder
    :param stamp: changes whenever the file does
    :param still: the still that may stand in for a loop
    """

    file: str
    stamp: str
    still: str = ""

    @property
    def moves(self) -> bool:
        """Whether it is a loop."""
        return self.file.endswith(".mp4")

    @property
    def calmed(self) -> "Shipped":
        """The same without movement, for slow networks and for eyes that want rest."""
        return Shipped(self.still, self.stamp) if self.moves and self.still else self


@dataclass(frozen=True)
class Made:
    """A picture that was drawn for one person: sent as it is, never remembered nor used again."""

    name: str
    data: bytes = field(repr=False)


Drawn = TitleCard | WelcomeCard | DoneCard | RoutineCard
Picture = Drawn | Shipped | Made


def key(picture: Drawn | Shipped) -> str:
    """Return 24 hexadecimal digits that name the picture: they change when anything visible does."""
    facts = [DRAWING, type(picture).__name__, asdict(picture)]
    return blake2b(json.dumps(facts, sort_keys=True).encode(), digest_size=12).hexdigest()


def draw(picture: Drawn) -> bytes:
    """Return the picture as a JPEG of 640 x 640 pixels, under 60 KB; the same bytes for the same value.

    Never fails on text: what the font cannot show is left out.
    """
    from bot.figures import layouts  # noqa: PLC0415 - keeps Pillow out of code that only names pictures

    return layouts.paint(picture).jpeg()
