"""What tests of the chat may ask for: a dispatcher whose door only takes notes."""

from datetime import datetime

import pytest

from bot.db.database import Database
from bot.db.tables import Person
from bot.domain.exercises import Library
from tests import builders
from tests.chat.stage import Stage, stage_with


@pytest.fixture
def stage(database: Database, person: Person, real_library: Library, now: datetime) -> Stage:
    """Give a dispatcher with the real content, where Ana is known."""
    return stage_with(database, real_library, now)


@pytest.fixture
def poor_stage(database: Database, now: datetime) -> Stage:
    """Give a dispatcher whose content lacks the card that greets people, so that /start fails."""
    return stage_with(database, builders.library(), now)
