"""Short things to read, each with its honest note."""

from collections.abc import Sequence

from bot.chat.actions import Go, Page, ReadCard
from bot.chat.screen import Key, Screen, rows
from bot.chat.screens.fitting import WIDE, short
from bot.chat.screens.home import reading
from bot.chat.screens.parts import go
from bot.domain.exercises import Card
from bot.texts import Texts


def listing(t: Texts, cards: Sequence[Card]) -> Screen:
    """Return everything there is to read, a button each."""
    keys = [Key(short(card.text(t.language).title, WIDE), ReadCard(card.slug)) for card in cards]
    return Screen(t("learn-title"), (*rows(keys, 1), (go(t, Page.HOME),)))


def card(t: Texts, cards: Sequence[Card], shown: Card) -> Screen:
    """Return one card, and the way to the next."""
    following = cards[(cards.index(shown) + 1) % len(cards)]
    onward = Key(t.plain("learn-next"), ReadCard(following.slug))
    ends = (Key(t.plain("learn-all"), Go(Page.LEARN)), go(t, Page.HOME))
    return Screen(reading(t, shown), ((onward,), ends))
