"""Reminders from a sheet are the reminders that the screens make."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from itertools import product

from bot.chat.delivery import keyboard
from bot.chat.screens import due as screens
from bot.chat.sheets import Sheets
from bot.domain.deliveries import Kind
from bot.services.outbox import Claimed
from bot.texts import Catalogue, load
from tests import builders

LIBRARY = builders.library(builders.exercise("cat-cow"), builders.exercise("open-book"))
CLAIMED = Claimed(
    delivery_id=1,
    person_id=1,
    first_name="",
    language="en",
    zone="Europe/Madrid",
    kind=Kind.REMINDER,
    wall=datetime(2026, 3, 2, 18),  # noqa: DTZ001 - what a clock shows has no zone
    planned_at=datetime(2026, 3, 2, 17, tzinfo=UTC),
)


def herd() -> list[Claimed]:
    """Return deliveries that differ in all that a delivery has, each with a number and a name of its own."""
    kinds = [(Kind.REMINDER, 0), (Kind.REMINDER, 1), (Kind.MISSED, 3), (Kind.NOTE, 0)]
    routines: list[tuple[str, ...]] = [(), ("cat-cow",), ("open-book", "cat-cow")]
    about = product(kinds, routines, ["en", "es", "xx"], [True, False], range(screens.WORDINGS))
    return [
        replace(
            CLAIMED,
            delivery_id=1000 * number + wording,
            person_id=number,
            first_name=f"<Ana {number} & {{Co}}> \ue000 9000000000000000000",
            language=language,
            zone=("UTC", "Asia/Tokyo")[number % 2],
            kind=kind,
            wall=CLAIMED.wall.replace(hour=number % 24),
            planned_at=CLAIMED.planned_at.replace(minute=number % 60),
            exercises=exercises,
            snoozed=snoozed,
            attempts=number,
            unsure=number % 3 == 0,
            missed=missed,
            moved_to=number if number % 5 == 0 else None,
            by_plan=number % 7 == 0,
        )
        for number, ((kind, missed), exercises, language, snoozed, wording) in enumerate(about, 1)
    ]


def test_everybody_gets_what_would_be_worded_for_them_alone() -> None:
    """Whoever lets the words depend on more has to tell the sheets, too."""
    catalogue = load()
    sheets = Sheets(catalogue, LIBRARY)
    for claimed in herd():
        alone = screens.due(catalogue.texts(claimed.language), claimed, LIBRARY)
        one = sheets.due(claimed)
        assert (one.text, one.picture) == (alone.text, alone.picture)
        assert json.loads(one.markup) == keyboard(alone)
        assert keyboard(one) == one.markup


def test_a_herd_is_worded_once() -> None:
    class Noting(Catalogue):
        """Notes how often texts are asked for."""

        asked = 0

        def texts(self, code: str | None) -> object:  # type: ignore[override]
            self.asked += 1
            return super().texts(code)

    catalogue = Noting(load().languages)
    sheets = Sheets(catalogue, LIBRARY)
    for number in range(100):
        sheets.due(replace(CLAIMED, delivery_id=number, first_name=f"Ana {number}"))
    assert catalogue.asked == screens.WORDINGS
