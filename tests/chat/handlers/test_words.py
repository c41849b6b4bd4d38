"""Typed words: a warning sign comes first, then what they mean."""

from collections.abc import Awaitable
from dataclasses import replace

import pytest
from sqlmodel import select

from bot.chat.actions import Agreed, ConfirmHold, Draft, DraftStep, Looked, ZoneIs
from bot.chat.handlers import care, reminders, words
from bot.chat.screen import Reply, Screen
from bot.db.database import Database
from bot.db.tables import Hold, Person
from bot.services.care import held
from tests.chat.handlers.conftest import MakeTurn
from tests.chat.stage import LEARNT


@pytest.mark.parametrize("typed", ["18:15 and 21:00", "7am"])
async def test_times_propose_a_reminder(make_turn: MakeTurn, typed: str) -> None:
    assert Agreed in {type(action) for action in await _actions(words.typed(make_turn(typed)))}


@pytest.mark.parametrize("typed", ["5", "cat cow", "90 90", "", "asdf", "🧘"])
async def test_other_words_propose_none(make_turn: MakeTurn, typed: str) -> None:
    assert Agreed not in {type(action) for action in await _actions(words.typed(make_turn(typed)))}


@pytest.mark.parametrize("typed", ["7:30", "at 8am", "half past seven in the evening"])
async def test_while_times_are_asked_for_they_fill_the_dialogue(make_turn: MakeTurn, typed: str) -> None:
    """There a bare time is the morning's, as the buttons have it."""
    await reminders.draft(make_turn(), Draft(DraftStep.NEW))
    assert Draft(DraftStep.SAVE) in await _actions(words.typed_times(make_turn(typed)))


async def test_while_times_are_asked_for_numbers_that_are_none_are_told(make_turn: MakeTurn) -> None:
    await reminders.draft(make_turn(), Draft(DraftStep.NEW))
    screen = await words.typed_times(make_turn("99:99"))
    assert isinstance(screen, Screen)
    assert "I could not read that as times" in screen.text


async def test_while_times_are_asked_for_other_words_mean_what_they_mean(make_turn: MakeTurn) -> None:
    await reminders.draft(make_turn(), Draft(DraftStep.NEW))
    screen = await words.typed_times(make_turn("cat cow"))
    assert isinstance(screen, Screen)
    assert "Seated Cat Cow" in screen.text


async def test_whoever_is_asked_for_the_clock_may_name_a_place(make_turn: MakeTurn, person: Person) -> None:
    new = person.model_copy(update={"zone_confirmed": False, "onboarding": "welcome"})
    assert ZoneIs("Asia/Ulaanbaatar") in await _actions(words.typed(make_turn("Ulaanbaatar", who=new)))
    assert ZoneIs("Asia/Ulaanbaatar") not in await _actions(words.typed(make_turn("Ulaanbaatar")))


async def test_a_sign_comes_before_any_place(make_turn: MakeTurn, person: Person) -> None:
    """To a list of cities "choking" reads like Zhaoqing."""
    new = person.model_copy(update={"zone_confirmed": False, "onboarding": "welcome"})
    house = replace(make_turn().house, learnt=LEARNT)
    screen = await words.typed(make_turn("choking", who=new, house=house))
    assert isinstance(screen, Screen)
    assert "emergency" in screen.text
    assert "Zhaoqing" not in str(screen)


async def _actions(reply: Awaitable[Reply]) -> list[object]:
    screen = await reply
    assert isinstance(screen, Screen)
    return [key.action for row in screen.keys for key in row]


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


async def test_words_of_self_harm_get_a_card_of_their_own_and_nothing_is_kept(
    make_turn: MakeTurn, database: Database
) -> None:
    screen = await words.typed(make_turn("i dont want to live anymore"))
    assert isinstance(screen, Screen)
    assert "Please talk to a person now" in screen.text
    assert database.call(lambda session: session.exec(select(Hold)).all()) == []


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
