"""Small things beside the end of a session, and being ill."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, time, timedelta

from bot.chat.actions import MoveReminder, Page, ReadCard, SayIll
from bot.chat.screen import Key, Row, Screen, rows
from bot.chat.screens.fitting import CAPTION, WIDE, fit, short, visible
from bot.chat.screens.parts import go
from bot.domain.exercises import Library
from bot.figures.cards import DoneCard
from bot.services.endings import Besides
from bot.texts import Html, Texts


def beside(t: Texts, card: Screen, said: Besides, session_id: int, library: Library) -> Screen:
    """Return the end of a session with a milestone, quietly, and with one thing that is offered."""
    lines: list[Html] = []
    if said.milestone:
        lines.append(t(f"nudges-milestone-{said.milestone}"))
        if isinstance(card.picture, DoneCard):
            title = t.plain(f"nudges-card-{said.milestone}")
            card = replace(card, picture=replace(card.picture, title=title))
    line, row = _offered(t, said, session_id, library)
    lines += [line] if line else []
    more = fit(lines, CAPTION - visible(card.text) - 2)
    text = f"{card.text}\n\n{more}" if more else card.text
    keys = (*card.keys[:-1], row, *card.keys[-1:]) if row else card.keys
    return replace(card, text=text, keys=keys)


def ill(t: Texts, today: date, lengths: Iterable[int]) -> Screen:
    """Ask for how long."""
    keys = [
        Key(
            t.plain("nudges-ill-days", count=length, day=t.day(today + timedelta(days=length - 1))),
            SayIll(length),
        )
        for length in lengths
    ]
    back = go(t, Page.PAUSE, t.plain("button-back"))
    return Screen(t("nudges-ill"), (*rows(keys, 1), (back, go(t, Page.HOME))))


def ill_key(t: Texts) -> Key:
    """Return the button of somebody who is ill."""
    return Key(t.plain("nudges-button-ill"), SayIll(0))


def _offered(t: Texts, said: Besides, session_id: int, library: Library) -> tuple[Html | None, Row | None]:
    if said.move:
        return t("nudges-move", at=t.time(said.move)), _moving(t, said.move, session_id)
    card = library.cards.get(said.card[1]) if said.card else None
    if said.card is None or card is None:
        return None, None
    label = short(card.text(t.language).title, WIDE)
    return t(f"nudges-read-{said.card[0]}"), (Key(label, ReadCard(card.slug)),)


def _moving(t: Texts, at: time, session_id: int) -> Row:
    wire = f"{at:%H%M}"
    yes = Key(t.plain("nudges-button-move-yes", at=t.time(at)), MoveReminder(session_id, wire, 1))
    return yes, Key(t.plain("nudges-button-move-no"), MoveReminder(session_id, wire, 0))
