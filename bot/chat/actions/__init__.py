"""Everything that a button can ask for. Codes, fields and their order are frozen: add, never change."""

from bot.chat.actions.library import Browse, Facet, Part, Show
from bot.chat.actions.meeting import ChooseDays, ChooseMoment, ClockIs, ZoneIs
from bot.chat.actions.pages import Erase, Go, MarkDay, Page, ReadCard
from bot.chat.actions.reminders import (
    AnswerDue,
    Draft,
    DraftDay,
    DraftDays,
    DraftStep,
    DraftTime,
    DueAnswer,
    EditReminder,
    PauseFor,
    ReminderChange,
    SetQuiet,
    Snooze,
)
from bot.chat.actions.routine import AddEntry, AdoptRoutine, EditEntry, EntryChange, LookRoutine, UndoAdopt
from bot.chat.actions.sessions import PressCard, StartExercise, StartOver, StartRoutine

__all__ = [
    "AddEntry",
    "AdoptRoutine",
    "AnswerDue",
    "Browse",
    "ChooseDays",
    "ChooseMoment",
    "ClockIs",
    "Draft",
    "DraftDay",
    "DraftDays",
    "DraftStep",
    "DraftTime",
    "DueAnswer",
    "EditEntry",
    "EditReminder",
    "EntryChange",
    "Erase",
    "Facet",
    "Go",
    "LookRoutine",
    "MarkDay",
    "Page",
    "Part",
    "PauseFor",
    "PressCard",
    "ReadCard",
    "ReminderChange",
    "SetQuiet",
    "Show",
    "Snooze",
    "StartExercise",
    "StartOver",
    "StartRoutine",
    "UndoAdopt",
    "ZoneIs",
]
