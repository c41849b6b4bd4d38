"""Typed words: times are for reminders, the rest is looked up."""

import pytest

from bot.chat.actions import Draft, DraftStep
from bot.chat.handlers import words
from bot.chat.screen import Screen
from tests.chat.handlers.conftest import MakeTurn


@pytest.mark.parametrize("typed", ["18:15 and 21:00", "7am", "7.30"])
async def test_times_propose_a_reminder_and_change_nothing_yet(make_turn: MakeTurn, typed: str) -> None:
    screen = await words.typed(make_turn(typed))
    assert isinstance(screen, Screen)
    assert Draft(DraftStep.SAVE) in [key.action for row in screen.keys for key in row]


@pytest.mark.parametrize("typed", ["5", "cat cow", "90 90", ""])
async def test_other_words_are_looked_up(make_turn: MakeTurn, typed: str) -> None:
    screen = await words.typed(make_turn(typed))
    assert isinstance(screen, Screen)
    assert Draft(DraftStep.SAVE) not in [key.action for row in screen.keys for key in row]
