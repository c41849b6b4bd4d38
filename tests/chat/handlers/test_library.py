"""Finding and looking at exercises, as handlers answer it."""

from dataclasses import replace

import pytest

from bot.chat.actions import AddEntry, Browse, Facet, Part, Show, StartExercise
from bot.chat.handlers import library as handlers
from bot.chat.screen import Reply, Screen
from bot.chat.screens import library as screens
from bot.chat.screens.fitting import visible
from bot.domain.search import Index
from bot.texts import Texts
from bot.texts.messages import Messages
from tests import builders
from tests.chat.handlers.conftest import MakeTurn


def actions(reply: Reply) -> list[object]:
    """Return what the buttons of a screen do."""
    assert isinstance(reply, Screen)
    return [key.action for row in reply.keys for key in row]


async def test_it_opens_the_library(make_turn: MakeTurn) -> None:
    turn = make_turn()
    assert await handlers.library(turn) == screens.home(turn.t, turn.library)


@pytest.mark.parametrize("text", ["show me cat cow", "cat cow", "catcow", "Cat-Cow!"])
async def test_it_shows_the_exercise_that_is_named(make_turn: MakeTurn, text: str) -> None:
    turn = make_turn(text)
    exercise = turn.library.exercises["seated-cat-cow"]
    expected = screens.detail(turn.t, turn.library, exercise, exercise.standard, Part.STEPS)
    assert await handlers.found(turn) == expected
    assert await handlers.show_command(turn) == expected
    assert StartExercise("seated-cat-cow", "standard") in actions(expected)
    assert AddEntry("seated-cat-cow", "standard") in actions(expected)


async def test_a_command_without_a_name_opens_the_library(make_turn: MakeTurn) -> None:
    assert await handlers.show_command(make_turn("  ")) == await handlers.library(make_turn())


async def test_it_offers_the_three_nearest_when_it_is_not_sure(make_turn: MakeTurn) -> None:
    reply = await handlers.found(make_turn("wall"))
    shown = [action for action in actions(reply) if isinstance(action, Show)]
    assert len(shown) == 3
    assert "wall-angel" in [action.exercise for action in shown]


@pytest.mark.parametrize("text", ["", "🙂🙃", "?!", "hello", "please", "…"])
async def test_it_says_what_one_can_say_to_words_without_a_name(make_turn: MakeTurn, text: str) -> None:
    turn = make_turn(text)
    assert await handlers.found(turn) == screens.hint(turn.t)


@pytest.mark.parametrize(
    "text",
    ["<b>x</b> <script>alert(1)</script>", "*_`[", "مرحبا كيف الحال", "\u202eabc", "x" * 4000, "wall " * 800],
)
async def test_it_meets_odd_words_kindly_and_never_repeats_them(make_turn: MakeTurn, text: str) -> None:
    reply = await handlers.found(make_turn(text))
    assert isinstance(reply, Screen)
    assert text[:20] not in reply.text
    assert "script" not in reply.text
    assert actions(reply)


async def test_it_reads_the_beginning_of_a_long_text_only(make_turn: MakeTurn) -> None:
    late = await handlers.found(make_turn(" " * 200 + "cat cow"))
    assert late == screens.hint(make_turn().t)


async def test_it_lists_choices_and_what_stands_behind_them(make_turn: MakeTurn) -> None:
    turn = make_turn()
    choices = await handlers.browse(turn, Browse(Facet.PLACE, "-"))
    assert Browse(Facet.PLACE, "chair") in actions(choices)
    chair = await handlers.browse(turn, Browse(Facet.PLACE, "chair"))
    assert Show("wall-angel", "seated", Part.STEPS) in actions(chair)
    everything = await handlers.browse(turn, Browse(Facet.ALL, "-"))
    shown = [action for action in actions(everything) if isinstance(action, Show)]
    assert [action.exercise for action in shown] == list(turn.library.exercises)


@pytest.mark.parametrize("action", [Browse(Facet.PLACE, "moon"), Browse(Facet.KIND, "wrestling")])
async def test_a_choice_that_is_gone_leads_to_the_library(make_turn: MakeTurn, action: Browse) -> None:
    turn = make_turn()
    gone = turn.t.plain("library-gone")
    assert await handlers.browse(turn, action) == screens.home(turn.t, turn.library).saying(gone)


async def test_an_exercise_that_is_gone_leads_to_the_library(make_turn: MakeTurn) -> None:
    turn = make_turn()
    reply = await handlers.show(turn, Show("headstand", "standard", Part.STEPS))
    assert reply == screens.home(turn.t, turn.library).saying(turn.t.plain("library-gone"))


async def test_a_variation_that_is_gone_shows_the_standard_form(make_turn: MakeTurn) -> None:
    turn = make_turn()
    gone, standard = (Show("wall-angel", form, Part.STEPS) for form in ("on-the-moon", "standard"))
    assert await handlers.show(turn, gone) == await handlers.show(turn, standard)


@pytest.mark.parametrize("part", Part)
async def test_in_a_group_one_button_opens_the_coach(make_turn: MakeTurn, part: Part) -> None:
    reply = await handlers.show(make_turn(private=False), Show("wall-angel", "seated", part))
    assert isinstance(reply, Screen)
    ((key,),) = reply.keys
    assert key.url == "https://t.me/midback_bot?start=show_wall-angel"
    assert reply.picture
    assert "Wall Angels" in reply.text


async def test_in_a_group_it_asks_with_exercises_alone(make_turn: MakeTurn) -> None:
    reply = await handlers.show_command(make_turn("wall", private=False))
    assert all(isinstance(action, Show) for action in actions(reply))


@pytest.mark.parametrize("text", ["", "🙂"])
async def test_in_a_group_it_says_how_to_ask(make_turn: MakeTurn, text: str) -> None:
    reply = await handlers.show_command(make_turn(text, private=False))
    assert isinstance(reply, Screen)
    ((key,),) = reply.keys
    assert key.url == "https://t.me/midback_bot"


async def test_a_new_exercise_is_found_by_its_own_words(make_turn: MakeTurn) -> None:
    """Nothing here knows an exercise by name: invented content works the same way."""
    new = builders.exercise("moon-walk", texts={"en": builders.text("Moon <Walk>", ["lunar stroll"])})
    content = builders.library(new)
    turn = make_turn("lunar stroll")
    house = replace(turn.house, library=content, indexes={"en": Index.build(content, "en", ())})
    reply = await handlers.found(replace(turn, house=house))
    assert isinstance(reply, Screen)
    assert "Moon &lt;Walk&gt;" in reply.text
    assert visible(reply.text) > 50


async def test_a_language_without_an_index_searches_in_english(make_turn: MakeTurn) -> None:
    turn = make_turn("cat cow")
    french = Texts("fr", Messages("fr", ()), turn.t)
    assert await handlers.found(replace(turn, t=french)) == await handlers.found(turn)
