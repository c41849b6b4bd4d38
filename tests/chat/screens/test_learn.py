"""Cards to read: all of them reachable, each with its honest note."""

from html import escape

from bot.chat.actions import ReadCard
from bot.chat.screens import learn as screens
from bot.domain.exercises import Library
from bot.texts import Texts
from tests.chat.screens.limits import actions, check


def test_every_card_is_reachable_and_shows_its_honest_note(t: Texts, real_library: Library) -> None:
    cards = [card for card in real_library.cards.values() if card.group == "education"]
    listing = screens.listing(t, cards)
    check(listing)
    for card in cards:
        assert ReadCard(card.slug) in actions(listing)
        screen = screens.card(t, cards, card)
        check(screen)
        note = card.text("en").note
        assert note
        assert escape(note) in screen.text


def test_next_goes_round(t: Texts, real_library: Library) -> None:
    cards = [card for card in real_library.cards.values() if card.group == "education"]
    assert ReadCard(cards[0].slug) in actions(screens.card(t, cards, cards[-1]))
