"""Which picture goes with which step."""

from dataclasses import replace

from bot.chat.screens import pictures as screens
from bot.domain.exercises import Exercise, Shown
from bot.domain.sessions import Item, Press, Rung, replay
from bot.figures.cards import Shipped, TitleCard
from bot.texts import Texts, load
from tests import builders

STEPS = ("1.jpg", "2.jpg", "3.jpg")
LEFT = Shown("l", "left.mp4", STEPS, {"set": "set.mp4", "hold-15": "hold.mp4"})
RIGHT = Shown("r", "right.mp4", STEPS, {"set": "other-set.mp4"})


def exercise(*sides: Shown) -> Exercise:
    """Return an exercise with these pictures."""
    return replace(builders.exercise("cat-cow"), shown={"standard": sides} if sides else {})


def shown(one: Exercise, *presses: Press, hold: int = 0) -> object:
    """Return the picture after these presses, in an exercise of three steps and two sets."""
    item = Item("cat-cow", (Rung("standard", builders.dose(sets=2, hold=hold), 3),), 0)
    return screens.of_step(load().languages["en"], one, replay([item], presses), 3)


def test_without_shipped_pictures_a_card_is_drawn() -> None:
    assert isinstance(shown(exercise()), TitleCard)


def test_the_first_step_shows_the_whole_movement() -> None:
    assert shown(exercise(LEFT)) == Shipped("left.mp4", "l", "1.jpg")


def test_steps_between_show_themselves() -> None:
    assert shown(exercise(LEFT), Press.NEXT) == Shipped("2.jpg", "l")


def test_the_last_step_keeps_time() -> None:
    assert shown(exercise(LEFT), Press.NEXT, Press.NEXT) == Shipped("set.mp4", "l", "3.jpg")
    assert shown(exercise(LEFT), Press.NEXT, Press.NEXT, hold=15) == Shipped("hold.mp4", "l", "3.jpg")


def test_the_last_step_of_two_sides_shows_the_other() -> None:
    assert shown(exercise(LEFT, RIGHT), Press.NEXT, Press.NEXT) == Shipped("other-set.mp4", "r", "3.jpg")


def test_every_further_set_keeps_time() -> None:
    assert shown(exercise(LEFT), Press.DONE) == Shipped("set.mp4", "l", "1.jpg")


def test_still_pictures_stay_still() -> None:
    for presses in ((), (Press.NEXT,), (Press.NEXT, Press.NEXT), (Press.DONE,)):
        picture = shown(exercise(LEFT), *presses)
        assert isinstance(picture, Shipped)
        assert not picture.calmed.moves


def test_an_exercise_at_a_glance(t: Texts) -> None:
    one = exercise(LEFT, RIGHT)
    assert screens.of_exercise(t, one, one.standard) == Shipped("left.mp4", "l", "1.jpg")
    assert isinstance(screens.of_exercise(t, exercise(), one.standard), TitleCard)
