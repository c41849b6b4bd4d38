"""What is shown once more after a crash between a change and its answer."""

from bot.chat.actions import Go, MoreOnCard, Page, PressCard, StartExercise
from bot.chat.handlers import again, home, sessions
from bot.chat.screen import Screen
from bot.domain.sessions import Press
from tests.chat.handlers.begun import today
from tests.chat.handlers.conftest import MakeTurn
from tests.chat.screens.limits import actions, session_of


async def test_an_exercise_that_was_begun_alone_is_shown_again(make_turn: MakeTurn) -> None:
    """Today would not lead back to it, but nobody has seen its card yet."""
    turn, start = make_turn(), StartExercise("open-book", "standard")
    card = await sessions.exercise(turn, start)
    shown = await again.after_press(turn, start)
    assert isinstance(card, Screen)
    assert isinstance(shown, Screen)
    assert (shown.text, session_of(shown)) == (card.text, session_of(card))


async def test_whoever_has_no_open_session_sees_the_menu(make_turn: MakeTurn) -> None:
    turn = make_turn()
    assert await again.after_words(turn) == await home.page(turn)
    card = await today(turn)
    assert isinstance(card, Screen)
    rest = await sessions.more(turn, MoreOnCard(session_of(card) or 0))
    assert isinstance(rest, Screen)
    stop = next(one for one in actions(rest) if isinstance(one, PressCard) and one.press is Press.STOP)
    await sessions.press(turn, stop)
    menu = await again.after_words(turn)
    assert isinstance(menu, Screen)
    assert Go(Page.ROUTINE) in actions(menu)
