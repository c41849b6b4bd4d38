"""All tables, without behaviour. Moments are stored in UTC; days and wall times are the person's own.

A new table needs a migration and a line here; export and erase find it by its reference to a person.
"""

from sqlmodel import SQLModel

from bot.db.tables.clubs import Club, ClubPost, ClubTick
from bot.db.tables.coaching import (
    Activity,
    CareThread,
    Change,
    CheckIn,
    Effort,
    Hold,
    PainScore,
    Plan,
    Prescription,
    Screening,
    Told,
)
from bot.db.tables.people import DayMark, Person, PlannedDays, PlannedPause, RoutineEntry
from bot.db.tables.plumbing import Bookmark, Inbox, InboxStatus, Media, SendBudget
from bot.db.tables.schedule import Delivery, DeliveryStatus, Reminder
from bot.db.tables.sessions import ExerciseSession, SessionEvent

__all__ = [
    "METADATA", "Activity", "Bookmark", "CareThread", "Change", "CheckIn", "Club", "ClubPost", "ClubTick",
    "DayMark", "Delivery", "DeliveryStatus", "Effort", "ExerciseSession", "Hold", "Inbox", "InboxStatus",
    "Media", "PainScore", "Person", "Plan", "PlannedDays", "PlannedPause", "Prescription", "Reminder",
    "RoutineEntry", "Screening", "SendBudget", "SessionEvent", "Told",
]  # fmt: skip

METADATA = SQLModel.metadata
"""Every table above has registered itself here."""
