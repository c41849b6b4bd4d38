"""Reminders of a herd: what reads alike is worded once, and only a name and a number are put in for each."""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from html import escape
from typing import Final

import orjson

from bot.chat.delivery import keyboard
from bot.chat.screen import Screen
from bot.chat.screens.due import WORDINGS, due
from bot.domain.exercises import Library
from bot.figures.cards import Picture
from bot.services.outbox import Claimed
from bot.texts import Catalogue

MOST: Final = 1000
"""So many sheets are kept; what was used longest ago goes first."""

_NAME: Final = "\ue000"
"""Stands for the name: no text holds this character."""
_NUMBER: Final = 9_000_000_000_000_000_000
"""Stands for the number: as long as one can be, so that what fits on a button with it fits with any other."""
_NEVER: Final = datetime(1, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class _Sheet:
    """A reminder with holes for whom it is to and which delivery it is."""

    text: str
    markup: str
    number: str
    picture: Picture | None

    def to(self, claimed: Claimed) -> Screen:
        """Return the screen of one of the herd."""
        text = self.text.replace(_NAME, escape(claimed.first_name))
        markup = self.markup.replace(self.number, str(claimed.delivery_id))
        return Screen(text, picture=self.picture, markup=markup)


class Sheets:
    """Makes the screens that :func:`bot.chat.screens.due.due` makes, their keyboards ready to be sent."""

    def __init__(self, catalogue: Catalogue, library: Library) -> None:
        self._catalogue, self._library = catalogue, library
        self._sheet = lru_cache(MOST)(self._made)

    def due(self, claimed: Claimed) -> Screen:
        """Return a reminder, or the question whether somebody is still there."""
        alike = (claimed.kind, claimed.exercises, claimed.snoozed, claimed.missed)
        return self._sheet(claimed.language, claimed.delivery_id % WORDINGS, *alike).to(claimed)

    def _made(
        self,
        language: str,
        wording: int,
        kind: str,
        exercises: tuple[str, ...],
        snoozed: bool,
        missed: int,
    ) -> _Sheet:
        anybody = Claimed(
            delivery_id=_NUMBER + wording,
            person_id=0,
            first_name=_NAME,
            language=language,
            zone="UTC",
            kind=kind,
            wall=_NEVER.replace(tzinfo=None),
            planned_at=_NEVER,
            exercises=exercises,
            snoozed=snoozed,
            missed=missed,
        )
        screen = due(self._catalogue.texts(language), anybody, self._library)
        markup = orjson.dumps(keyboard(screen)).decode()
        return _Sheet(screen.text, markup, str(anybody.delivery_id), screen.picture)
