"""The reminder that comes by itself, and what it turns into once it is answered.

All of these have the same picture, so that the message is edited in place, up to the session's card.
"""

from datetime import date, datetime

from bot.chat.actions import AnswerDue, DueAnswer, Go, Page, Snooze
from bot.chat.screen import Key, Screen, Style
from bot.chat.screens.parts import go
from bot.domain.deliveries import Kind
from bot.domain.exercises import Library
from bot.figures.cards import RoutineCard
from bot.services.answers import EVENING
from bot.services.outbox import Claimed
from bot.texts import Texts

WORDINGS = 5
"""How many texts take turns, so that a reminder does not become wallpaper."""
SOON = 20
"""Minutes."""
TILL_EVENING = 0
"""What ``Snooze`` carries for this evening."""
HOURS = (1, 2, 4)


def due(t: Texts, claimed: Claimed, library: Library) -> Screen:
    """Return the reminder itself, or the question whether somebody is still there."""
    if claimed.kind == Kind.NOTE:
        return note(t, claimed.first_name)
    shown = picture(t, claimed, library)
    if claimed.missed:
        text = t("reminders-due-missed", name=claimed.first_name, count=claimed.missed)
    else:
        exercises = t.plain("exercises", count=len(shown.names))
        text = t(f"reminders-due-{_wording(claimed)}", name=claimed.first_name, exercises=exercises)
    keys = (
        (_answer(t, "start", claimed, DueAnswer.START, Style.PRIMARY),),
        (
            Key(t.plain("reminders-button-soon"), Snooze(claimed.delivery_id, SOON)),
            _answer(t, "later", claimed, DueAnswer.LATER),
        ),
        (
            _answer(t, "did", claimed, DueAnswer.DID_IT),
            _answer(t, "not-today", claimed, DueAnswer.NOT_TODAY),
        ),
    )
    return Screen(text, keys, shown)


def note(t: Texts, first_name: str) -> Screen:
    """Return the one friendly word before the silence; any press ends it."""
    here = Key(t.plain("nudges-button-here"), Go(Page.HOME), Style.PRIMARY)
    change = go(t, Page.REMINDERS, t.plain("reminders-back-change"))
    return Screen(
        t("nudges-still", name=first_name),
        ((here,), (change, go(t, Page.PAUSE, t.plain("reminders-button-pause")))),
    )


def later(t: Texts, claimed: Claimed, library: Library, *, evening: bool) -> Screen:
    """Return when it could come back; ``evening`` tells whether that is still ahead."""
    number = claimed.delivery_id
    hours = tuple(
        Key(t.plain("reminders-button-hours", count=hour), Snooze(number, hour * 60)) for hour in HOURS
    )
    tonight = Key(t.plain("reminders-button-evening", time=t.time(EVENING)), Snooze(number, TILL_EVENING))
    back = _answer(t, "back", claimed, DueAnswer.BACK)
    keys = (hours, (tonight,), (back,)) if evening else (hours, (back,))
    return Screen(t("reminders-later"), keys, picture(t, claimed, library))


def snoozed(
    t: Texts, claimed: Claimed, library: Library, back_at: datetime, *, quiet: bool = False
) -> Screen:
    """Return the promise to be back at a time of the person's clock, ``quiet`` hours or not."""
    said = "reminders-snoozed-quiet" if quiet else "reminders-snoozed"
    keys = (
        (_answer(t, "start-now", claimed, DueAnswer.START, Style.PRIMARY),),
        (
            _answer(t, "another-time", claimed, DueAnswer.LATER),
            _answer(t, "not-today", claimed, DueAnswer.NOT_TODAY),
        ),
    )
    return Screen(t(said, time=t.time(back_at)), keys, picture(t, claimed, library))


def did(t: Texts, claimed: Claimed, library: Library, week: str, day: date | None) -> Screen:
    """Return the thanks for a session done without the coach; ``day`` is given when it was not today."""
    text = t("reminders-did-day", day=t.day(day), week=week) if day else t("reminders-did", week=week)
    return Screen(text, ((go(t, Page.STREAK), go(t, Page.HOME)),), picture(t, claimed, library))


def not_today(t: Texts, claimed: Claimed, library: Library) -> Screen:
    """Return the answer to somebody who lets today go."""
    after_all = _answer(t, "after-all", claimed, DueAnswer.START)
    return Screen(t("reminders-not-today"), ((after_all,), (go(t, Page.HOME),)), picture(t, claimed, library))


def picture(t: Texts, claimed: Claimed, library: Library) -> RoutineCard:
    """Return what waits to be done; it holds nothing that differs between people with the same routine."""
    names = _names(t, claimed, library)
    return RoutineCard(t.plain("reminders-card-title"), t.plain("reminders-card-line"), names)


def _wording(claimed: Claimed) -> str:
    return "snoozed" if claimed.snoozed else str(claimed.delivery_id % WORDINGS)


def _names(t: Texts, claimed: Claimed, library: Library) -> tuple[str, ...]:
    """Return what Start begins: the person's routine, or the first ready-made one."""
    ready_made = next(iter(library.routines.values()), None)
    standard = tuple(entry.exercise for entry in ready_made.entries) if ready_made else ()
    known = library.exercises
    return tuple(known[slug].text(t.language).name for slug in claimed.exercises or standard if slug in known)


def _answer(t: Texts, name: str, claimed: Claimed, answer: DueAnswer, style: Style = Style.PLAIN) -> Key:
    label = "button-back" if answer is DueAnswer.BACK else f"reminders-button-{name}"
    return Key(t.plain(label), AnswerDue(claimed.delivery_id, answer), style)
