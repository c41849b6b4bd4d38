"""Prescribing routines in the team's chat, and taking them up by a link."""

import secrets
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

from bot.chat.actions import EntryChange
from bot.chat.actions.team import (
    Prescribe,
    PrescribeDose,
    PrescribePick,
    PrescribeRoutine,
    PrescribeStep,
    TakeUp,
    Withdraw,
)
from bot.chat.handlers import home
from bot.chat.screen import Reply, Screen, Toast
from bot.chat.screens import care as care_screens
from bot.chat.screens import prescribing as screens
from bot.chat.screens import routine as routine_screens
from bot.chat.turn import Turn
from bot.domain.exercises import Exercise
from bot.domain.screening import Gate
from bot.services import care, days, plans, prescriptions, routines
from bot.services.prescriptions import LENGTH, LETTERS, Draft

LIST = "list"
"""What stands after the command to see all that was prescribed."""


def in_team_chat(turn: Turn) -> bool:
    """Return whether a turn happens in the care team's chat."""
    team = turn.house.team
    return team is not None and turn.group is not None and turn.group.id == team.chat_id


async def command(turn: Turn) -> Reply:
    """Begin or go on with a draft; words after the command are its title."""
    if not in_team_chat(turn):
        return screens.only_team(turn.t) if turn.private else await home.group(turn)
    if turn.text.lower() == LIST:
        return await listing(turn)
    if turn.text and not turn.applied:
        await turn.run(prescriptions.entitle, turn.person_id, turn.text)
    return await page(turn)


async def page(turn: Turn) -> Reply:
    """Show the draft."""
    found = await turn.run(prescriptions.draft, turn.person_id)
    return screens.draft(turn.t, turn.library, turn.person_id, found)


async def listing(turn: Turn) -> Screen:
    """Show all that the team has prescribed."""
    found = await turn.run(prescriptions.listing)
    return screens.listing(turn.t, turn.person_id, found, turn.house.username)


async def step(turn: Turn, action: Prescribe) -> Reply:
    """Take a step; the draft of somebody else is theirs."""
    if action.step is PrescribeStep.LIST:
        return await listing(turn)
    return await STEPS[action.step](turn) if action.maker == turn.person_id else _theirs(turn)


async def choose_routine(turn: Turn) -> Reply:
    """Offer the ready-made routines."""
    return screens.routines(turn.t, turn.library, turn.person_id)


async def choose_exercise(turn: Turn) -> Reply:
    """Offer all exercises."""
    found = await turn.run(prescriptions.draft, turn.person_id)
    return screens.exercises(turn.t, turn.library, turn.person_id, found)


async def drop(turn: Turn) -> Reply:
    """Throw the draft away."""
    await turn.run(prescriptions.drop, turn.person_id)
    return _empty(turn, "prescribe-dropped")


async def make(turn: Turn) -> Reply:
    """Make a link of the draft."""
    code = "".join(secrets.choice(LETTERS) for _ in range(LENGTH))
    title = turn.t.plain("prescribe-title")
    made = await turn.run(prescriptions.make, turn.person_id, code, turn.now, title=title)
    if made is None:
        return _empty(turn, "prescribe-unfinished")
    return screens.made(turn.t, turn.person_id, made, turn.house.username)


STEPS: Mapping[PrescribeStep, Callable[[Turn], Awaitable[Reply]]] = {
    PrescribeStep.DRAFT: page,
    PrescribeStep.ROUTINES: choose_routine,
    PrescribeStep.EXERCISES: choose_exercise,
    PrescribeStep.MAKE: make,
    PrescribeStep.DROP: drop,
}


async def begin(turn: Turn, action: PrescribeRoutine) -> Reply:
    """Put a ready-made routine into the draft."""
    if action.maker != turn.person_id:
        return _theirs(turn)
    found = turn.library.routines.get(action.routine)
    if found is None:
        return Toast(turn.t.plain("prescribe-gone"))
    title = found.text(turn.language).name
    draft = await turn.run(prescriptions.put, turn.person_id, found.entries, title)
    return screens.draft(turn.t, turn.library, turn.person_id, draft)


async def pick(turn: Turn, action: PrescribePick) -> Reply:
    """Put an exercise into the draft, or take it out again."""
    if action.maker != turn.person_id:
        return _theirs(turn)
    exercise = turn.library.exercises.get(action.exercise)
    if exercise is None:
        return Toast(turn.t.plain("prescribe-gone"))
    draft = await turn.run(prescriptions.pick, turn.person_id, exercise)
    return screens.exercises(turn.t, turn.library, turn.person_id, draft)


async def dose(turn: Turn, action: PrescribeDose) -> Reply:
    """Open an exercise of the draft, or change its form or dose."""
    if action.maker != turn.person_id:
        return _theirs(turn)
    exercise = turn.library.exercises.get(action.exercise)
    if exercise is None:
        return Toast(turn.t.plain("prescribe-gone"))
    if action.change is EntryChange.REMOVE:
        draft = await turn.run(prescriptions.leave_out, turn.person_id, exercise)
        return screens.draft(turn.t, turn.library, turn.person_id, draft)
    before = await turn.run(prescriptions.draft, turn.person_id)
    draft = await _changed(turn, before, exercise, action.change)
    line = next((one for one in draft.entries if one.exercise == exercise.slug), None)
    if line is None:
        screen = screens.draft(turn.t, turn.library, turn.person_id, draft)
        return screen.saying(turn.t.plain("prescribe-gone"))
    screen = screens.dose(turn.t, turn.library, turn.person_id, line)
    at_limit = draft == before and action.change is not EntryChange.OPEN
    return screen.saying(turn.t.plain("routine-limit")) if at_limit else screen


async def withdraw(turn: Turn, action: Withdraw) -> Reply:
    """Let a link lead nowhere."""
    withdrawn = await turn.run(prescriptions.withdraw, action.number)
    return (await listing(turn)).saying(
        turn.t.plain("prescribe-withdrawn" if withdrawn else "prescribe-gone")
    )


async def opened(turn: Turn, code: str) -> Reply:
    """Show what a link leads to, as it suits whoever follows it."""
    found = await turn.run(prescriptions.find, code)
    if found is None:
        return screens.gone(turn.t)
    today = days.today(turn.person, turn.now)
    standing = await turn.run(care.standing, turn.person_id, turn.library, today)
    if standing.gate is Gate.NOT_FOR_YOU:
        return care_screens.adults(turn.t)
    suited = care.suit(found.entries, turn.library, standing)
    return screens.opened(turn.t, turn.library, found, suited)


async def take_up(turn: Turn, action: TakeUp) -> Reply:
    """Make a prescribed routine the person's own; what suits is looked at before every session."""
    taken = await turn.run(prescriptions.take_up, turn.person_id, action.prescription, turn.library)
    if taken is None:
        return screens.gone(turn.t)
    kept = taken.replaced > 0
    screen = routine_screens.mine(turn.t, turn.library, routines.shown(taken.lines, turn.library), undo=kept)
    if await turn.run(plans.current, turn.person_id):
        screen = replace(screen, text=f"{screen.text}\n\n{turn.t('prescribed-plan')}")
    return screen.saying(turn.t.plain("prescribed-taken-kept" if kept else "prescribed-taken"))


async def _changed(turn: Turn, before: Draft, exercise: Exercise, change: EntryChange) -> Draft:
    if change.value not in {what.value for what in routines.Change}:
        return before
    what = routines.Change(change.value)
    return await turn.run(prescriptions.change, turn.person_id, exercise, what)


def _empty(turn: Turn, toast: str) -> Screen:
    screen = screens.draft(turn.t, turn.library, turn.person_id, Draft())
    return screen.saying(turn.t.plain(toast))


def _theirs(turn: Turn) -> Toast:
    return Toast(turn.t.plain("help-not-yours"), alert=True)
