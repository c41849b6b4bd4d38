"""Everything that a button can ask for. Codes, fields and their order are frozen: add, never change."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from bot.chat.buttons import Action
from bot.domain.sessions import Press


class Page(StrEnum):
    """A place that needs no more than its name."""

    HOME = "home"
    TODAY = "today"
    LIBRARY = "library"
    ROUTINE = "routine"
    READY_MADE = "ready"
    REMINDERS = "reminders"
    PAUSE = "pause"
    QUIET = "quiet"
    STREAK = "streak"
    ZONE = "zone"
    HELP = "help"
    ABOUT = "about"
    SAFETY = "safety"
    LEARN = "learn"
    PRIVACY = "privacy"
    EXPORT = "export"
    ERASE = "erase"


@dataclass(frozen=True)
class Go(Action):
    """Open a page."""

    code: ClassVar[str] = "go"
    page: Page


# Meeting the coach


@dataclass(frozen=True)
class ChooseMoment(Action):
    """The time of day for the first reminder as ``0730``, or ``none``."""

    code: ClassVar[str] = "ot"
    at: str


@dataclass(frozen=True)
class ClockIs(Action):
    """The answer to "is it 19:40 for you?": an offset from UTC in minutes; -9999 asks for other clocks."""

    code: ClassVar[str] = "oc"
    minutes: int


@dataclass(frozen=True)
class ZoneIs(Action):
    """The person's zone, an IANA name."""

    code: ClassVar[str] = "oz"
    zone: str


@dataclass(frozen=True)
class ChooseDays(Action):
    """The weekdays of the plan as digits, Monday 0."""

    code: ClassVar[str] = "od"
    days: str


# Sessions


@dataclass(frozen=True)
class PressCard(Action):
    """A press on a session's card, valid for one revision of it."""

    code: ClassVar[str] = "sp"
    session: int
    revision: int
    press: Press


@dataclass(frozen=True)
class StartRoutine(Action):
    """Begin a ready-made routine; ``mine`` is the person's own."""

    code: ClassVar[str] = "sr"
    routine: str


@dataclass(frozen=True)
class StartExercise(Action):
    """Begin one exercise alone."""

    code: ClassVar[str] = "se"
    exercise: str
    variation: str


@dataclass(frozen=True)
class StartOver(Action):
    """End a session where it is and begin the same plan again."""

    code: ClassVar[str] = "so"
    session: int


# The library


class Part(StrEnum):
    """Which side of an exercise is shown."""

    STEPS = "s"
    MORE = "m"
    SAFETY = "y"
    VARIATIONS = "v"


@dataclass(frozen=True)
class Show(Action):
    """Show an exercise."""

    code: ClassVar[str] = "sh"
    exercise: str
    variation: str
    part: Part


class Facet(StrEnum):
    """How the library is looked through."""

    PLACE = "place"
    KIND = "kind"
    KIT = "kit"
    ALL = "all"


@dataclass(frozen=True)
class Browse(Action):
    """List the choices of a facet (value ``-``), or the exercises behind one choice."""

    code: ClassVar[str] = "br"
    facet: Facet
    value: str


# The routine


@dataclass(frozen=True)
class AddEntry(Action):
    """Put an exercise at the end of the routine."""

    code: ClassVar[str] = "ra"
    exercise: str
    variation: str


class EntryChange(StrEnum):
    """What to do with a line of the routine."""

    OPEN = "open"
    UP = "up"
    DOWN = "down"
    REMOVE = "remove"
    EASIER = "easier"
    HARDER = "harder"
    MORE = "more"
    LESS = "less"
    MORE_SETS = "sets+"
    FEWER_SETS = "sets-"


@dataclass(frozen=True)
class EditEntry(Action):
    """Change a line of the routine."""

    code: ClassVar[str] = "re"
    entry: int
    change: EntryChange


@dataclass(frozen=True)
class LookRoutine(Action):
    """Look at a ready-made routine."""

    code: ClassVar[str] = "rl"
    routine: str


@dataclass(frozen=True)
class AdoptRoutine(Action):
    """Make a ready-made routine one's own."""

    code: ClassVar[str] = "ry"
    routine: str


@dataclass(frozen=True)
class UndoAdopt(Action):
    """Bring back the routine that a ready-made one replaced."""

    code: ClassVar[str] = "rx"


# Reminders


class ReminderChange(StrEnum):
    """What to do with a reminder."""

    OPEN = "open"
    ON = "on"
    OFF = "off"
    EDIT = "edit"
    DELETE = "delete"
    DELETE_SURELY = "delete!"


@dataclass(frozen=True)
class EditReminder(Action):
    """Change a reminder that exists."""

    code: ClassVar[str] = "rm"
    reminder: int
    change: ReminderChange


class DraftStep(StrEnum):
    """Where the dialogue about a reminder goes."""

    NEW = "new"
    DAYS = "days"
    TIMES = "times"
    REVIEW = "review"
    SAVE = "save"
    CANCEL = "cancel"


@dataclass(frozen=True)
class Draft(Action):
    """Move on in the dialogue about a reminder."""

    code: ClassVar[str] = "dr"
    step: DraftStep


@dataclass(frozen=True)
class DraftDays(Action):
    """Set the weekdays of the draft, as digits."""

    code: ClassVar[str] = "dd"
    days: str


@dataclass(frozen=True)
class DraftDay(Action):
    """Switch one weekday of the draft on or off."""

    code: ClassVar[str] = "d1"
    weekday: int


@dataclass(frozen=True)
class DraftTime(Action):
    """Switch one time of the draft on or off, as ``0730``."""

    code: ClassVar[str] = "dt"
    at: str


@dataclass(frozen=True)
class PauseFor(Action):
    """Pause everything for some days, today included; 0 ends the pause."""

    code: ClassVar[str] = "pp"
    days: int


@dataclass(frozen=True)
class SetQuiet(Action):
    """Keep these quiet hours, ``2200`` and ``0700``; twice the same means none."""

    code: ClassVar[str] = "qh"
    begin: str
    end: str


class DueAnswer(StrEnum):
    """What a person answers to a reminder."""

    START = "start"
    LATER = "later"
    BACK = "back"
    DID_IT = "did"
    NOT_TODAY = "not"


@dataclass(frozen=True)
class AnswerDue(Action):
    """Answer a reminder."""

    code: ClassVar[str] = "du"
    delivery: int
    answer: DueAnswer


@dataclass(frozen=True)
class Snooze(Action):
    """Ask for the reminder again in some minutes."""

    code: ClassVar[str] = "dz"
    delivery: int
    minutes: int


# Days


@dataclass(frozen=True)
class MarkDay(Action):
    """Say that a session was done on a day, ``20261122``."""

    code: ClassVar[str] = "dm"
    day: str


# Reading


@dataclass(frozen=True)
class ReadCard(Action):
    """Show a card to read."""

    code: ClassVar[str] = "lc"
    card: str


# Privacy


@dataclass(frozen=True)
class Erase(Action):
    """Erase everything about the person; ``asked`` is when they were asked, in seconds since 1970."""

    code: ClassVar[str] = "er"
    asked: int
