"""Short things to read."""

from bot.chat.actions import ReadCard
from bot.chat.screen import Reply
from bot.chat.screens import learn as screens
from bot.chat.turn import Turn
from bot.domain.cards import Card


async def listing(turn: Turn) -> Reply:
    """List what there is to read."""
    return screens.listing(turn.t, _cards(turn))


async def read(turn: Turn, action: ReadCard) -> Reply:
    """Show one card; where content has it no longer, what there is."""
    shown = turn.library.cards.get(action.card)
    if shown is None:
        return screens.listing(turn.t, _cards(turn)).saying(turn.t.plain("learn-gone"))
    known = turn.library.sources
    sources = [known[slug] for slug in shown.sources if slug in known]
    return screens.card(turn.t, _cards(turn), shown, sources)


def _cards(turn: Turn) -> list[Card]:
    return [card for card in turn.library.cards.values() if card.group == "education"]
