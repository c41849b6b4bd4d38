"""A turn for tests of handlers: Ana says or presses something, on the shipped content and a real database."""

from collections.abc import Callable
from datetime import datetime

import pytest

from bot.chat.turn import House, Turn
from bot.db.database import Database
from bot.db.tables import Person
from bot.domain.exercises import Library
from bot.domain.search import Index
from bot.texts import Catalogue, Texts

MakeTurn = Callable[..., Turn]


@pytest.fixture(scope="session")
def real_index(real_library: Library, t: Texts) -> Index:
    """Give the search index of the shipped content."""
    return Index.build(real_library, "en", t.lines("library-filler"))


@pytest.fixture
def make_turn(
    database: Database, person: Person, real_library: Library, real_index: Index, t: Texts, now: datetime
) -> MakeTurn:
    """Give a function that makes a turn from the words that came with it."""
    house = House(
        database, real_library, {"en": real_index}, "Europe/Madrid", "midback_bot", Catalogue({"en": t})
    )

    def make(text: str = "", *, private: bool = True, who: Person = person, house: House = house) -> Turn:
        return Turn(person=who, text=text, private=private, now=now, t=t, house=house)

    return make
