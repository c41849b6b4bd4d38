"""The closed choices inside meanings."""

from enum import StrEnum


class Part(StrEnum):
    """A part of the day, where no time was said."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


class Page(StrEnum):
    """A page that needs nothing more than to be opened."""

    ROUTINE = "routine"
    READY_MADE = "ready-made"
    REMINDERS = "reminders"
    STREAK = "streak"
    PROGRESS = "progress"
    WHY_STREAK = "why-streak"
    WHY_REMINDER = "why-reminder"
    WHY_PLAN = "why-plan"
    SAFETY = "safety"
    PRIVACY = "privacy"
    ABOUT = "about"
    HELP = "help"
    HELLO = "hello"
    THANKS = "thanks"
    BYE = "bye"


class Deed(StrEnum):
    """Something to do that needs nothing more than its name."""

    DONE = "done"
    NOT_TODAY = "not-today"
    UNDO = "undo"
    RESUME = "resume"
    STOP = "stop"
    EXPORT = "export"
    ERASE = "erase"


class Reason(StrEnum):
    """Why somebody pauses, where they said it."""

    ILL = "ill"
    HOLIDAY = "holiday"


class How(StrEnum):
    """How to adjust a routine or an exercise."""

    EASIER = "easier"
    HARDER = "harder"
    SHORTER = "shorter"
    LONGER = "longer"


class Feel(StrEnum):
    """How it felt."""

    EASY = "easy"
    HARD = "hard"


class Doubt(StrEnum):
    """Why there is a question."""

    WHICH = "which"  # two readings are as good as each other
    HALF = "half"  # morning or evening?
    REST = "rest"  # some words that may matter were not understood
    RARE = "rare"  # such a rule cannot be kept: every other day, once a month
    SIGN = "sign"  # it may be a warning sign
    CRISIS = "crisis"  # somebody may think of hurting themselves
