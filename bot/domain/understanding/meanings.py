"""What typed words can mean: a closed union of values. Whoever answers them matches on the type.

``Looking`` meanings only show something. ``Doing`` meanings would change something; they carry all that was
understood, for the card that asks whether it is right. ``Unsure`` is a question with its possible answers.
"""

from dataclasses import dataclass
from datetime import date, time
from typing import TypeAlias

from bot.domain.exercises import Kind, Kit, Level, Place
from bot.domain.quiet import Quiet
from bot.domain.reminders import Rule
from bot.domain.safety import Alarm
from bot.domain.understanding.choices import Deed, Doubt, Feel, How, Page, Part, Reason

__all__ = ["Deed", "Doubt", "Feel", "How", "Page", "Part", "Reason"]  # also known from here

EVERY_DAY = frozenset(range(7))


@dataclass(frozen=True)
class Times:
    """What was said of a reminder's times; everything may be missing.

    :param weekdays: Monday is 0; None when no day was said
    :param at: wall-clock times in order, each once
    :param parts: parts of the day without a time, such as "in the evening"
    :param count: how often a day, where only that was said
    """

    weekdays: frozenset[int] | None = None
    at: tuple[time, ...] = ()
    parts: tuple[Part, ...] = ()
    count: int | None = None

    @property
    def rule(self) -> Rule | None:
        """Return the rule that this makes, every day where no day was said; None without a time."""
        return Rule(self.weekdays or EVERY_DAY, self.at) if self.at else None


@dataclass(frozen=True)
class Wish:
    """What somebody looks for: exercises that suit all of it. Empty means: any.

    :param no_kit: whether it must need nothing
    :param minutes: at most so long
    """

    regions: frozenset[str] = frozenset()
    places: frozenset[Place] = frozenset()
    kit: frozenset[Kit] = frozenset()
    no_kit: bool = False
    kinds: frozenset[Kind] = frozenset()
    level: Level | None = None
    quiet: bool = False
    desk: bool = False
    minutes: int | None = None


@dataclass(frozen=True)
class Alarmed:
    """A warning sign: nothing else matters."""

    alarm: Alarm


@dataclass(frozen=True)
class Pain:
    """It hurts, now. ``score``: 0 to 10, if it was said."""

    score: int | None = None
    regions: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Show:
    """Show an exercise."""

    slug: str


@dataclass(frozen=True)
class Find:
    """List exercises."""

    wish: Wish = Wish()


@dataclass(frozen=True)
class Open:
    """Open a page."""

    page: Page


@dataclass(frozen=True)
class Read:
    """Read the card that answers the question; None: the list of cards."""

    card: str | None = None


@dataclass(frozen=True)
class Feedback:
    """It was too easy, or too hard."""

    feels: Feel


@dataclass(frozen=True)
class Answer:
    """Yes or no, to whatever was asked."""

    yes: bool


@dataclass(frozen=True)
class Start:
    """Begin a session: today's, or of one exercise, of so many minutes if that was said."""

    slug: str | None = None
    minutes: int | None = None


@dataclass(frozen=True)
class Do:
    """Do what a word says."""

    deed: Deed


@dataclass(frozen=True)
class Later:
    """Be reminded once: in so many minutes, or on a day at a time or in a part of it; all may be open."""

    minutes: int | None = None
    day: date | None = None
    at: time | None = None
    part: Part | None = None


@dataclass(frozen=True)
class Pause:
    """Pause. ``back``: the first day on which reminders come again; None when no length was said."""

    back: date | None = None
    because: Reason | None = None


@dataclass(frozen=True)
class AddReminder:
    """Add a reminder; what is missing in the times is still to be asked."""

    times: Times = Times()


@dataclass(frozen=True)
class ChangeReminder:
    """Change the reminder of the ``old`` times (those said) to the new ``times``."""

    times: Times = Times()
    old: Times = Times()


@dataclass(frozen=True)
class DeleteReminder:
    """Delete the reminder of these times, or every one."""

    which: Times = Times()
    every: bool = False


@dataclass(frozen=True)
class QuietHours:
    """Set quiet hours, switch them ``off``, or (neither) choose them."""

    hours: Quiet | None = None
    off: bool = False


@dataclass(frozen=True)
class AddMove:
    """Add an exercise to the own routine."""

    slug: str


@dataclass(frozen=True)
class DropMove:
    """Take an exercise out of the own routine."""

    slug: str


@dataclass(frozen=True)
class SwapMove:
    """Put one exercise of the own routine in the place of another."""

    old: str
    new: str


@dataclass(frozen=True)
class Adjust:
    """Make the routine, or one exercise of it, easier or harder, shorter or longer."""

    how: How
    slug: str | None = None


@dataclass(frozen=True)
class SetLanguage:
    """Speak another language; None: choose one."""

    code: str | None = None


@dataclass(frozen=True)
class SetZone:
    """Live by another time zone (IANA name); None: choose one."""

    zone: str | None = None


@dataclass(frozen=True)
class Pictures:
    """Show still pictures, or moving ones; None: choose."""

    still: bool | None = None


@dataclass(frozen=True)
class Unknown:
    """Nothing that is known here."""


Looking: TypeAlias = Alarmed | Pain | Show | Find | Open | Read | Feedback | Answer
Doing: TypeAlias = (
    Start | Do | Later | Pause | AddReminder | ChangeReminder | DeleteReminder | QuietHours
    | AddMove | DropMove | SwapMove | Adjust | SetLanguage | SetZone | Pictures
)  # fmt: skip


@dataclass(frozen=True)
class Unsure:
    """A question: one to four readings, the likeliest first, and why it is asked.

    :param unread: with ``Doubt.REST``, the words that were not understood
    """

    candidates: tuple[Looking | Doing, ...]
    doubt: Doubt
    unread: tuple[str, ...] = ()


Meaning: TypeAlias = Looking | Doing | Unsure | Unknown
