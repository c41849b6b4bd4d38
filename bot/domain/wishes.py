"""What the plan asks: a goal, places, kit, minutes, days, weeks, and a moment of the day to tie it to.

Each answer is a tap; where several are possible, they are ticked and then ended with :data:`DONE`.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import time
from enum import StrEnum
from typing import Final

from bot.domain.exercises import Kit, Library, Place
from bot.domain.programs import Goal, Program

DONE: Final = "done"
"""What ends a question that takes several answers. Stored: never change it."""

NONE: Final = "none"
"""The moment of who wants no fixed one. Stored: never change it."""


class Ask(StrEnum):
    """The questions, in their order. Buttons carry the values: never change them."""

    GOAL = "goal"
    PLACES = "places"
    KIT = "kit"
    MINUTES = "minutes"
    DAYS = "days"
    WEEKS = "weeks"
    MOMENT = "moment"
    SPOT = "spot"

    @property
    def many(self) -> bool:
        """Return whether several answers may be ticked."""
        return self in {Ask.PLACES, Ask.KIT, Ask.DAYS}


MOMENTS: Final[Mapping[str, time]] = {
    "getting-up": time(7, 30),
    "breakfast": time(8, 30),
    "coffee": time(10, 30),
    "lunch": time(13, 30),
    "work": time(18, 0),
    "bed": time(21, 30),
}
"""Moments that most days have, and about when they are. The names are stored: never change them."""

SPOTS: Final = ("desk", "living-room", "bedroom", "kitchen", "anywhere")
"""Where the practice is. Stored: never change them."""

KITS: Final = (Kit.BAND, Kit.TABLE, Kit.PILLOW)
"""What is asked for; chairs, doors, walls and mats go with the places where they are."""

MINUTES: Final = (5, 10, 15)

Given = Mapping[Ask, tuple[str, ...]]
"""Answers by question, in words."""


@dataclass(frozen=True)
class Cue:
    """If this moment, then there: what practice is tied to. ``moment`` None: nothing fixed."""

    moment: str | None = None
    spot: str | None = None

    @property
    def at(self) -> time | None:
        """Return about when it is, by the clock of the person."""
        return MOMENTS.get(self.moment or "")


def cue(words: str) -> Cue:
    """Read a cue as it is stored: a moment and a spot, with a space between."""
    moment, _, spot = words.partition(" ")
    return Cue(moment if moment in MOMENTS else None, spot if spot in SPOTS else None)


def goals(programs: Iterable[Program]) -> tuple[Goal, ...]:
    """Return the goals that there is a program for, in the order of the programs."""
    return tuple(dict.fromkeys(program.goal for program in programs))


def choices(ask: Ask, given: Given, library: Library) -> tuple[str, ...]:
    """Return what can be answered, without :data:`DONE`."""
    programs = library.programs.values()
    goal = given.get(Ask.GOAL, ())
    return {
        Ask.GOAL: tuple(goals(programs)),
        Ask.PLACES: tuple(Place),
        Ask.KIT: KITS,
        Ask.MINUTES: tuple(map(str, MINUTES)),
        Ask.DAYS: tuple("0123456"),
        Ask.WEEKS: tuple(str(weeks) for weeks in _lengths(programs, goal)),
        Ask.MOMENT: (*MOMENTS, NONE),
        Ask.SPOT: SPOTS,
    }[ask]


def following(given: Given) -> Ask | None:
    """Return the question to ask now; None when all is known."""
    return next((ask for ask in Ask if not answered(given, ask)), None)


def answered(given: Given, ask: Ask) -> bool:
    """Return whether a question needs no further tap."""
    ticked = given.get(ask, ())
    if ask is Ask.SPOT and given.get(Ask.MOMENT) == (NONE,):
        return True
    return DONE in ticked if ask.many else bool(ticked)


def answer(given: Given, ask: Ask, choice: str, library: Library) -> Given:
    """Return the answers after one tap; one that makes no sense now changes nothing.

    Nothing need be ticked of the kit; of the places and days something must.
    """
    if following(given) is not ask:
        return given
    ticked = given.get(ask, ())
    if choice == DONE and ask.many:
        return {**given, ask: (*ticked, DONE)} if ticked or ask is Ask.KIT else given
    known = choices(ask, given, library)
    if choice not in known:
        return given
    if not ask.many:
        return _settled({**given, ask: (choice,)}, library)
    after = {*ticked} ^ {choice}
    return {**given, ask: tuple(one for one in known if one in after)}


def reopened(given: Given, ask: Ask) -> Given:
    """Return the answers with one question open again; what was ticked stays ticked.

    Another moment may well be in another spot, so that is asked again, too.
    """
    kept = tuple(one for one in given.get(ask, ()) if one != DONE) if ask.many else ()
    return {**given, ask: kept} | ({Ask.SPOT: ()} if ask is Ask.MOMENT else {})


def back(given: Given) -> Given:
    """Return the answers with the question before the one that is open now open again."""
    now = following(given)
    before = list(Ask)[: list(Ask).index(now)] if now else list(Ask)
    asked = [ask for ask in before if given.get(ask)]
    return reopened(given, asked[-1]) if asked else given


def ticks(given: Given, ask: Ask) -> Collection[str]:
    """Return what is ticked."""
    return [one for one in given.get(ask, ()) if one != DONE]


def _settled(given: Given, library: Library) -> Given:
    """Open again what an answer made senseless: weeks that the new goal has no program for, a spot for no
    moment."""
    weeks = given.get(Ask.WEEKS, ())
    if weeks and weeks[0] not in choices(Ask.WEEKS, given, library):
        given = {**given, Ask.WEEKS: ()}
    return {**given, Ask.SPOT: ()} if given.get(Ask.MOMENT) == (NONE,) else given


def _lengths(programs: Iterable[Program], goal: Collection[str]) -> list[int]:
    return sorted({length for program in programs if program.goal in goal for length in program.lengths})
