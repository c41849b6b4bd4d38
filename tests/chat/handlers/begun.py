"""Beginning a session as people do: they open the page before it, and tap once."""

from bot.chat.actions import Begin
from bot.chat.actions.pain import NO_SCORE
from bot.chat.handlers import sessions
from bot.chat.screen import Reply, Screen
from bot.chat.turn import Turn
from tests.chat.screens.limits import actions, check


async def begun(turn: Turn, page: Reply, score: int = NO_SCORE) -> Screen:
    """Tap a number, or the button without one, on the page before a session; return the first card."""
    assert isinstance(page, Screen)
    check(page)
    tap = next(one for one in actions(page) if isinstance(one, Begin) and one.score == score)
    card = await sessions.begin(turn, tap)
    assert isinstance(card, Screen)
    return card


async def today(turn: Turn, score: int = NO_SCORE) -> Screen:
    """Begin today's session."""
    return await begun(turn, await sessions.today(turn), score)
