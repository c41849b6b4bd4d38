"""What a warning sign holds up: what to do now, what is fine meanwhile, and the way on."""

from html import escape

from bot.chat.actions import ConfirmHold, Go, Looked, Page, StartExercise
from bot.chat.screen import Key, Row, Screen, Style, rows
from bot.chat.screens.parts import go
from bot.db.tables import Hold
from bot.domain.cards import Card
from bot.domain.exercises import Entry
from bot.services.care import SCREENING
from bot.texts import Html, Texts


def held(t: Texts, hold: Hold, day: str, calm: Entry | None) -> Screen:
    """Return what is held up, and the way on.

    :param day: on which the sign came up
    :param calm: the breathing that is fine meanwhile, if any
    """
    return Screen(t("care-held", day=day, fine=_fine(t, calm)), keys(t, hold, calm))


def check_first(t: Texts, hold: Hold, calm: Entry | None) -> Screen:
    """Tell somebody whose answers are a reason to ask a doctor first."""
    return Screen(t("care-check", fine=_fine(t, calm)), keys(t, hold, calm))


def sign(t: Texts, card: Card, hold: Hold, calm: Entry | None) -> Screen:
    """Show the safety card at once, with what to do now."""
    words = card.text(t.language)
    body = "\n\n".join(escape(line) for line in words.body).replace("\n\n• ", "\n• ")
    text = "\n\n".join([t("alarm-title", title=words.title), body, t("care-paused", fine=_fine(t, calm))])
    return Screen(text, keys(t, hold, calm))


def keys(t: Texts, hold: Hold, calm: Entry | None) -> tuple[Row, ...]:
    """Return the ways on from a warning sign; a false alarm costs one tap."""
    breathe = (
        Key(t.plain("care-button-breathe"), StartExercise(calm.exercise, calm.variation)) if calm else None
    )
    return (
        *ways_on(t, hold),
        *rows([breathe, go(t, Page.LEARN)], 2),
        (go(t, Page.SAFETY),),
        (go(t, Page.HOME),),
    )


def ways_on(t: Texts, hold: Hold) -> tuple[Row, ...]:
    """Return the two ways to say that a sign holds nothing up any more."""
    number = hold.id or 0
    seen = Key(t.plain("care-button-seen"), ConfirmHold(number, Looked.SEEN))
    if hold.source == SCREENING:  # the answers would still say so: they are what must change
        return ((seen,), (Key(t.plain("care-button-mis-tapped"), Go(Page.QUESTIONS)),))
    return ((seen,), (Key(t.plain("care-button-mistake"), ConfirmHold(number, Looked.MISTAKE)),))


def confirmed(t: Texts, how: Looked) -> Screen:
    """Return what follows once a sign holds nothing up any more."""
    start = (Key(t.plain("home-button-start"), Go(Page.TODAY), Style.PRIMARY),)
    text = t("care-seen" if how is Looked.SEEN else "care-mistake")
    return Screen(text, (start, (go(t, Page.HEALTH), go(t, Page.HOME))))


def _fine(t: Texts, calm: Entry | None) -> Html:
    return t("care-fine-breathing" if calm else "care-fine-reading")
