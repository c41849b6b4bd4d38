"""Short things to read, each with its honest note."""

from collections.abc import Iterable, Sequence

from bot.chat.actions import Go, Page, ReadCard
from bot.chat.screen import Key, Screen, rows
from bot.chat.screens.fitting import MESSAGE, WIDE, fit, short, visible
from bot.chat.screens.home import reading
from bot.chat.screens.parts import cited, go
from bot.domain.cards import Card, Source
from bot.texts import Texts


def listing(t: Texts, cards: Sequence[Card]) -> Screen:
    """Return everything there is to read, a button each."""
    keys = [Key(short(card.text(t.language).title, WIDE), ReadCard(card.slug)) for card in cards]
    return Screen(t("learn-title"), (*rows(keys, 1), (go(t, Page.HOME),)))


def card(t: Texts, cards: Sequence[Card], shown: Card, sources: Iterable[Source] = ()) -> Screen:
    """Return one card with where it comes from, and the way to the next."""
    following = cards[(cards.index(shown) + 1) % len(cards)]
    onward = Key(t.plain("learn-next"), ReadCard(following.slug))
    ends = (Key(t.plain("learn-all"), Go(Page.LEARN)), go(t, Page.HOME))
    text = reading(t, shown)
    named = cited(t, sources)
    if named:
        more = [t("library-sources"), *named]
        room = MESSAGE - visible(text) - 2
        text += (
            f"\n\n{fit(more, room, lambda count: t('library-more-sources', count=min(count, len(named))))}"
        )
    return Screen(text, ((onward,), ends))
