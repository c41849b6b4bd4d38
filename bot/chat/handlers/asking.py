"""Asking before anything changes: a card for each meaning that would change something."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import time, timedelta
from typing import Any, Final

from bot.chat import readings
from bot.chat.actions import (
    Agreed,
    EditEntry,
    EntryChange,
    Go,
    LetGo,
    MarkDay,
    Page,
    Part,
    PauseFor,
    PressCard,
    PutBack,
    SayIll,
    SetLanguage,
    SetQuiet,
    Show,
    StartExercise,
    UndoAdopt,
)
from bot.chat.handlers import home, library, nudges, privacy, reminders, routine, settings, zone
from bot.chat.handlers import sessions as cards
from bot.chat.handlers.timing import add_reminder, change_reminder, delete_reminder, later
from bot.chat.screen import Key, Reply, Screen, Style
from bot.chat.screens import said as screens
from bot.chat.screens import zone as places
from bot.chat.screens.naming import label
from bot.chat.turn import Turn
from bot.domain.sessions import Press
from bot.domain.understanding import meanings as m
from bot.domain.understanding.choices import Deed, How, Reason
from bot.domain.understanding.nights import filled
from bot.domain.zones import is_zone
from bot.services import days, routines, sessions
from bot.services import reminders as service
from bot.services.routines import PREVIOUS, TAKEN
from bot.services.said import matching

FITTING: Final = 3
"""Ready-made routines that are offered for some minutes."""


async def known(turn: Turn, said: m.Unsure) -> m.Unsure:
    """Return the question without readings about reminders that the person does not have."""
    about = (m.ChangeReminder, m.DeleteReminder)
    if not any(isinstance(one, about) for one in said.candidates):
        return said
    listing = await turn.run(service.listing, turn.person_id, turn.now)

    def theirs(one: m.Looking | m.Doing) -> bool:
        return not isinstance(one, about) or bool(matching(listing.reminders, _old(one)))

    kept = tuple(filter(theirs, said.candidates))
    return replace(said, candidates=kept) if kept else said


def _old(said: m.ChangeReminder | m.DeleteReminder) -> m.Times:
    return said.old if isinstance(said, m.ChangeReminder) else said.which


async def _start(turn: Turn, said: m.Start) -> Reply:
    if said.slug:
        return _start_one(turn, said.slug) or await library.library(turn)
    if not said.minutes:
        return await cards.today(turn)  # it asks for the pain before it begins
    ready = sorted(turn.library.routines.values(), key=lambda one: one.seconds)
    fit = [one for one in ready if one.seconds <= said.minutes * 60]
    offered = fit[-FITTING:][::-1] or ready[:FITTING]
    return screens.fitting(turn.t, said.minutes, offered, short_enough=bool(fit))


def _start_one(turn: Turn, slug: str) -> Screen | None:
    exercise = turn.library.exercises.get(slug)
    if exercise is None:
        return None
    form = exercise.standard.slug
    look = Key(turn.t.plain("said-look"), Show(slug, form, Part.STEPS))
    return _card(turn, m.Start(slug), StartExercise(slug, form), change=look)


async def _do(turn: Turn, said: m.Do) -> Reply:
    return await (DEEDS.get(said.deed) or _deed)(turn, said)


async def _deed(turn: Turn, said: m.Do) -> Reply:
    today = days.today(turn.person, turn.now).strftime("%Y%m%d")
    does = {
        Deed.DONE: MarkDay(today),
        Deed.NOT_TODAY: LetGo(today),
        Deed.EXPORT: Go(Page.EXPORT),
    }
    return _card(turn, said, does[said.deed])


async def _erase(turn: Turn, _: m.Do) -> Reply:
    return await privacy.sure(turn)  # which is a question, too


async def _resume(turn: Turn, said: m.Do) -> Reply:
    """Offer to end the pause; without one, to go on where the person was."""
    today = days.today(turn.person, turn.now)
    if await turn.run(service.paused_until, turn.person_id, today):
        return _card(turn, said, PauseFor(0))
    return await cards.unfinished(turn, alone=True) or await home.page(turn)


async def _stop(turn: Turn, _: m.Do) -> Reply:
    """Ask what shall stop, where there is a session; else for how long all shall pause."""
    running = await turn.run(sessions.unfinished, turn.person_id, turn.library, turn.now, alone=True)
    if running is None:
        return await reminders.pause_page(turn)
    stop = PressCard(running.id, running.revision, Press.STOP)
    keys = [
        Key(turn.t.plain("said-stop-session"), stop, Style.PRIMARY),
        Key(turn.t.plain("said-stop-reminders"), Go(Page.PAUSE)),
    ]
    return screens.choose(turn.t, "said-stop", keys)


async def _undo(turn: Turn, _: m.Do) -> Reply:
    """Offer what can be taken back."""
    can = {"said-undo-line": (TAKEN, PutBack()), "said-undo-routine": (PREVIOUS, UndoAdopt())}
    there = {key: action for key, (kept, action) in can.items() if turn.person.draft.get(kept)}
    keys = [Key(turn.t.plain(key), action) for key, action in there.items()]
    changes = Key(turn.t.plain("said-undo-changes"), Go(Page.CHANGES))
    return screens.choose(turn.t, "said-undo" if keys else "said-nothing-to-undo", [*keys, changes])


async def _pause(turn: Turn, said: m.Pause) -> Reply:
    today = days.today(turn.person, turn.now)
    if said.back is None and said.because is Reason.ILL:
        return await nudges.ill(turn, SayIll(0))  # asks for how long
    if said.back is None or not today < said.back <= today + timedelta(days=service.LONGEST_PAUSE):
        return await reminders.pause_page(turn)
    choose = Key(turn.t.plain("said-change"), Go(Page.PAUSE))
    note = screens.paused(turn.t, turn.t.day(said.back))
    return _agree(turn, said, change=choose, notes=(note,))


async def _quiet(turn: Turn, said: m.QuietHours) -> Reply:
    if said.hours is None and not said.off:
        return await reminders.quiet_page(turn)
    choose = Key(turn.t.plain("said-change"), Go(Page.QUIET))
    if said.hours:  # "nothing after ten": the other end stays as the person has it
        said = replace(said, hours=filled(said.hours, service.quiet_of(turn.person)))
    begin, end = (said.hours.begin, said.hours.end) if said.hours else (time.min, time.min)
    return _card(turn, said, SetQuiet(begin.strftime("%H%M"), end.strftime("%H%M")), change=choose)


async def _add_move(turn: Turn, said: m.AddMove) -> Reply:
    return _agree(turn, said) if said.slug in turn.library.exercises else await library.library(turn)


async def _drop_move(turn: Turn, said: m.DropMove) -> Reply:
    return _agree(turn, said) if await _line(turn, said.slug) else await _not_there(turn, said.slug)


async def _swap_move(turn: Turn, said: m.SwapMove) -> Reply:
    if said.new not in turn.library.exercises or not await _line(turn, said.old):
        return await _not_there(turn, said.old)
    return _agree(turn, said)


async def _adjust(turn: Turn, said: m.Adjust) -> Reply:
    """Open the line, whose buttons do it; an exercise that is not in the routine, in its other form."""
    if said.slug is None:
        return await routine.routine(turn)
    line = await _line(turn, said.slug)
    if line is not None:
        return await routine.edit(turn, EditEntry(line, EntryChange.OPEN))
    exercise = turn.library.exercises.get(said.slug)
    if exercise is None:
        return await library.library(turn)
    by = {How.EASIER: -1, How.HARDER: 1}.get(said.how, 0)
    form = exercise.neighbour(exercise.standard.slug, by) or exercise.standard
    return await library.show(turn, Show(said.slug, form.slug, Part.STEPS))


async def _line(turn: Turn, slug: str) -> int | None:
    """Return the line of an exercise in the routine, None where it is not in it."""
    lines = await turn.run(routines.entries, turn.person_id)
    return next((line.id for line in lines if line.entry.exercise == slug), None)


async def _not_there(turn: Turn, slug: str) -> Reply:
    """Show the routine to somebody who spoke of an exercise that is not in it."""
    exercise = turn.library.exercises.get(slug)
    page = await routine.routine(turn)
    if exercise is None or not isinstance(page, Screen):
        return page
    name = exercise.text(turn.language).name
    return replace(page, text=f"{turn.t('said-not-in-routine', name=name)}\n\n{page.text}")


async def _language(turn: Turn, said: m.SetLanguage) -> Reply:
    if said.code and said.code in turn.house.catalogue.languages:
        return _card(turn, said, SetLanguage(said.code))
    page = await settings.language(turn)
    return replace(page, text=turn.t("said-no-language")) if said.code else page


async def _zone(turn: Turn, said: m.SetZone) -> Reply:
    if said.zone and is_zone(said.zone):
        return places.place(turn.t, said.zone, turn.now)
    return await zone.page(turn)


async def _pictures(turn: Turn, said: m.Pictures) -> Reply:
    return await settings.page(turn) if said.still is None else _agree(turn, said)


def _agree(turn: Turn, said: m.Doing, *, change: Key | None = None, notes: tuple[str, ...] = ()) -> Screen:
    """Ask with a button that carries the meaning itself."""
    return _card(turn, said, Agreed(readings.write(said) or ""), change=change, notes=notes)


def _card(
    turn: Turn, said: m.Doing, does: Any, *, change: Key | None = None, notes: tuple[str, ...] = ()
) -> Screen:
    what = label(turn.t, turn.library, said)
    return screens.card(turn.t, what, screens.yes(turn.t, does), change=change, notes=notes)


DEEDS: Mapping[Deed, Callable[[Turn, m.Do], Awaitable[Reply]]] = {
    Deed.UNDO: _undo,
    Deed.RESUME: _resume,
    Deed.STOP: _stop,
    Deed.ERASE: _erase,
}

ASKING: Mapping[type[Any], Callable[[Turn, Any], Awaitable[Reply]]] = {
    m.Start: _start,
    m.Do: _do,
    m.Later: later,
    m.Pause: _pause,
    m.AddReminder: add_reminder,
    m.ChangeReminder: change_reminder,
    m.DeleteReminder: delete_reminder,
    m.QuietHours: _quiet,
    m.AddMove: _add_move,
    m.DropMove: _drop_move,
    m.SwapMove: _swap_move,
    m.Adjust: _adjust,
    m.SetLanguage: _language,
    m.SetZone: _zone,
    m.Pictures: _pictures,
}
