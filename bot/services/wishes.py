"""How a person wants to be spoken to: language, clock."""

from typing import Final

from sqlmodel import Session

from bot.db.tables import Person

CLOCKS: Final = ("24", "12")
"""What ``Person.clock`` may be, besides empty."""


def choose_language(session: Session, person_id: int, language: str) -> Person:
    """Speak this language from now on, whatever Telegram says of the person's."""
    person = session.get_one(Person, person_id)
    person.language, person.language_chosen = language, True
    return person


def choose_clock(session: Session, person_id: int, clock: str) -> Person:
    """Write times of day on this clock.

    :raises ValueError: when it is none of :data:`CLOCKS`
    """
    if clock not in CLOCKS:
        raise ValueError("a clock has 12 or 24 hours")
    person = session.get_one(Person, person_id)
    person.clock = clock
    return person
