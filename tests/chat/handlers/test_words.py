"""Typed words: times are for reminders, the rest is looked up."""

import pytest
from sqlmodel import select

from bot.chat.actions import ConfirmHold, Draft, DraftStep, Looked
from bot.chat.handlers import care, words
from bot.chat.screen import Screen
from bot.db.database import Database
from bot.db.tables import Hold
from bot.services.care import held
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


@pytest.mark.parametrize(
    "typed",
    [
        "trouble breathing",
        "pain when breathing",
        "no puedo respirar",
        "show me cat cow, my chest hurts",
        "7am chest pain",
    ],
)
async def test_a_warning_sign_comes_before_everything(make_turn: MakeTurn, typed: str) -> None:
    screen = await words.typed(make_turn(typed))
    assert isinstance(screen, Screen)
    assert screen.text.startswith("🚨")
    assert typed not in screen.text


async def test_a_less_urgent_sign_gets_its_own_card(make_turn: MakeTurn) -> None:
    screen = await words.typed(make_turn("I have a fever"))
    assert isinstance(screen, Screen)
    assert "Talk to a doctor today" in screen.text


async def test_a_sign_that_is_not_there_changes_nothing(make_turn: MakeTurn) -> None:
    assert await words.alarmed(make_turn("no chest pain")) is None


async def test_a_sign_holds_all_but_breathing_until_it_was_a_misunderstanding(
    make_turn: MakeTurn, database: Database
) -> None:
    """What is kept is that there was a sign, never the words; a false alarm costs one tap."""
    alarm = await words.typed(make_turn("my chest hurts"))
    [hold] = database.call(lambda session: session.exec(select(Hold)).all())
    assert (hold.tier, hold.source, hold.confirmed_at) == ("a", "words", None)
    assert isinstance(alarm, Screen)
    misunderstood = ConfirmHold(hold.id or 0, Looked.MISTAKE)
    assert misunderstood in [key.action for row in alarm.keys for key in row]
    await care.confirm(make_turn(), misunderstood)
    assert database.call(held, 7) is None


async def test_a_second_sign_while_one_waits_adds_nothing(make_turn: MakeTurn, database: Database) -> None:
    for said in ("my chest hurts", "I have a fever", "my chest hurts"):
        await words.typed(make_turn(said))
    assert len(database.call(lambda session: session.exec(select(Hold)).all())) == 1
