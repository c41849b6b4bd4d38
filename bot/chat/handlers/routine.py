"""The person's own routine and the ready-made ones."""

from collections.abc import Sequence

from bot.chat.actions import AddEntry, AdoptRoutine, EditEntry, EntryChange, LookRoutine, PutBack, UndoAdopt
from bot.chat.screen import Reply, Screen, Toast
from bot.chat.screens import routine as screens
from bot.chat.turn import Turn
from bot.services import routines
from bot.services.routines import Line


async def routine(turn: Turn) -> Reply:
    """Open the person's routine."""
    return _mine(turn, await turn.run(routines.entries, turn.person_id))


async def add(turn: Turn, action: AddEntry) -> Reply:
    """Put an exercise into the routine; the chat stays where it is."""
    exercise = turn.library.exercises.get(action.exercise)
    if exercise is None:
        return Toast(turn.t.plain("routine-gone"))
    try:
        line = await turn.run(routines.add, turn.person_id, exercise, action.variation)
    except routines.RoutineFullError:
        return Toast(turn.t.plain("routine-full", count=routines.MOST), alert=True)
    name = exercise.text(turn.language).name
    return Toast(turn.t.plain("routine-added" if line else "routine-there", name=name))


async def edit(turn: Turn, action: EditEntry) -> Reply:
    """Open a line, or change it and show what became of it."""
    edited = await turn.run(routines.edit, turn.person_id, action.entry, action.change.value, turn.library)
    line = next((one for one in edited.lines if one.id == action.entry), None)
    if line is None:
        removed = action.change is EntryChange.REMOVE
        screen = screens.mine(turn.t, turn.library, edited.lines, taken=removed and edited.changed)
        return screen.saying(turn.t.plain("routine-removed" if removed else "routine-line-gone"))
    screen = screens.editor(turn.t, turn.library, edited.lines, line)
    at_limit = not edited.changed and action.change is not EntryChange.OPEN
    return screen.saying(turn.t.plain("routine-limit")) if at_limit else screen


async def ready_made(turn: Turn) -> Reply:
    """List the ready-made routines and desk breaks."""
    return screens.ready_made(turn.t, turn.library)


async def look(turn: Turn, action: LookRoutine) -> Reply:
    """Show what is in a ready-made routine."""
    found = turn.library.routines.get(action.routine)
    return screens.look(turn.t, turn.library, found) if found else _gone(turn)


async def adopt(turn: Turn, action: AdoptRoutine) -> Reply:
    """Make a ready-made routine the person's own."""
    found = turn.library.routines.get(action.routine)
    if found is None:
        return _gone(turn)
    adopted = await turn.run(routines.adopt, turn.person_id, found)
    kept = adopted.replaced > 0
    screen = screens.mine(turn.t, turn.library, routines.shown(adopted.lines, turn.library), undo=kept)
    name = found.text(turn.language).name
    return screen.saying(turn.t.plain("routine-adopted-kept" if kept else "routine-adopted", name=name))


async def undo(turn: Turn, _action: UndoAdopt) -> Reply:
    """Bring back the routine that was there before."""
    lines = await turn.run(routines.undo, turn.person_id)
    if lines is None:
        lines = await turn.run(routines.entries, turn.person_id)
        return _mine(turn, lines, "routine-nothing-back")
    return _mine(turn, lines, "routine-back")


async def put_back(turn: Turn, _action: PutBack) -> Reply:
    """Put the line back that was taken out."""
    lines = await turn.run(routines.put_back, turn.person_id)
    if lines is None:
        lines = await turn.run(routines.entries, turn.person_id)
        return _mine(turn, lines, "routine-nothing-taken")
    return _mine(turn, lines, "routine-put-back")


def _mine(turn: Turn, lines: Sequence[Line], toast: str | None = None) -> Screen:
    screen = screens.mine(turn.t, turn.library, routines.shown(lines, turn.library))
    return screen.saying(turn.t.plain(toast)) if toast else screen


def _gone(turn: Turn) -> Screen:
    return screens.ready_made(turn.t, turn.library).saying(turn.t.plain("routine-gone"))
