"""How a person wants to be spoken to."""

import pytest
from sqlmodel import Session

from bot.db.tables import Person
from bot.services import people, wishes
from bot.services.people import Newcomer


def test_a_language_that_was_chosen_stays_whatever_telegram_says(session: Session, person: Person) -> None:
    wishes.choose_language(session, person.id, "es")
    session.flush()
    met = people.meet(
        session, Newcomer(person.id, person.first_name, "en"), zone="UTC", now=person.created_at
    )
    assert met.language == "es"


def test_until_then_telegrams_language_holds(session: Session, person: Person) -> None:
    met = people.meet(
        session, Newcomer(person.id, person.first_name, "es"), zone="UTC", now=person.created_at
    )
    assert met.language == "es"


def test_a_clock_of_12_or_24_hours_is_kept(session: Session, person: Person) -> None:
    assert wishes.choose_clock(session, person.id, "12").clock == "12"
    with pytest.raises(ValueError, match="12 or 24"):
        wishes.choose_clock(session, person.id, "13")
