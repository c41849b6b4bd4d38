"""What comes before everything else when somebody's words tell of a warning sign."""

from html import escape
from typing import Final

from bot.chat.actions import Page
from bot.chat.screen import Screen
from bot.chat.screens.holds import ways_on
from bot.chat.screens.parts import go
from bot.db.tables import Hold
from bot.domain.cards import Card
from bot.domain.safety import Alarm, Tier
from bot.texts import Texts

_AFTER: Final = {Tier.A: "alarm-a", Tier.B: "alarm-b", Tier.CRISIS: "alarm-crisis"}


def alarm(t: Texts, heard: Alarm, card: Card, hold: Hold | None) -> Screen:
    """Show a safety card, in the language in which the sign was said where the card has it.

    Where somebody may hurt themselves, nothing stands beside it: no way to an exercise, nothing to settle.
    """
    words = card.text(heard.language)
    body = "\n\n".join(escape(line) for line in words.body).replace("\n\n• ", "\n• ")
    crisis = heard.tier is Tier.CRISIS
    title = t("alarm-crisis-title" if crisis else "alarm-title", title=words.title)
    text = "\n\n".join([title, body, t(_AFTER[heard.tier])])
    if crisis:
        return Screen(text, ((go(t, Page.HOME),),))
    all_signs = (go(t, Page.SAFETY, t.plain("alarm-all")),)
    return Screen(text, (*(ways_on(t, hold) if hold else ()), all_signs, (go(t, Page.HOME),)))
