"""Reading: the list, a card, a card that is gone."""

from html import unescape

from bot.chat.actions import ReadCard
from bot.chat.handlers import learn
from bot.chat.screen import Screen
from tests.chat.handlers.conftest import MakeTurn
from tests.chat.screens.limits import check


async def test_a_card_is_read(make_turn: MakeTurn) -> None:
    turn = make_turn()
    slug = next(slug for slug, card in turn.library.cards.items() if card.group == "education")
    screen = await learn.read(turn, ReadCard(slug))
    assert isinstance(screen, Screen)
    assert turn.library.cards[slug].text("en").title in screen.text
    check(screen)
    sources = [turn.library.sources[one].citation for one in turn.library.cards[slug].sources]
    assert sources
    assert all(citation in unescape(screen.text) for citation in sources)


async def test_a_card_that_is_gone_leads_to_the_list(make_turn: MakeTurn) -> None:
    turn = make_turn()
    gone = await learn.read(turn, ReadCard("never-there"))
    listing = await learn.listing(turn)
    assert isinstance(gone, Screen)
    assert isinstance(listing, Screen)
    assert gone == listing.saying(turn.t.plain("learn-gone"))
