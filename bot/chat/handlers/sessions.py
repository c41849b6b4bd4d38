"""Sessions: begin, press, go on."""

from collections.abc import Sequence

from bot.chat.actions import PressCard, PutOff, StartExercise, StartOver, StartRoutine
from bot.chat.handlers import care
from bot.chat.screen import Reply, Screen, Toast
from bot.chat.screens import session as screens
from bot.chat.turn import Turn
from bot.domain.exercises import Entry
from bot.services import days, routines, screenings, sessions
from bot.services.sessions import MINE, Running


async def today(turn: Turn) -> Reply:
    """Go on with what was left, else begin the person's own routine."""
    left = await unfinished(turn)
    stop = await care.before(turn, care.TODAY, going_on=left is not None)
    return stop or left or await _begin(turn, *await _what(turn, care.TODAY))


async def unfinished(turn: Turn, *, alone: bool = False) -> Screen | None:
    """Show the session that was left without ending it, None when there is none.

    :param alone: whether an exercise that was begun alone counts too
    """
    running = await turn.run(sessions.unfinished, turn.person_id, turn.library, turn.now, alone=alone)
    return await _card(turn, running, "session-resumed") if running else None


async def routine(turn: Turn, action: StartRoutine) -> Reply:
    """Begin a ready-made routine, or the person's own."""
    stop = await care.before(turn, action.routine)
    return stop or await _begin(turn, *await _what(turn, action.routine))


async def later(turn: Turn, action: PutOff) -> Reply:
    """Put the questions off, and begin what is gentle for everybody."""
    title, entries = await _what(turn, action.what)
    running = await turn.run(
        screenings.later,
        turn.person_id,
        title,
        entries,
        turn.library,
        language=turn.language,
        day=days.today(turn.person, turn.now),
        now=turn.now,
    )
    return await _card(turn, running) if running else Toast(turn.t.plain("care-put-off-nothing"), alert=True)


async def exercise(turn: Turn, action: StartExercise) -> Reply:
    """Begin one exercise alone."""
    found = turn.library.exercises.get(action.exercise)
    if found is None:
        return await _begin(turn, action.exercise, ())
    variation = found.variation(action.variation)
    return await _begin(turn, found.slug, [Entry(found.slug, variation.slug, variation.dose)])


async def press(turn: Turn, action: PressCard) -> Reply:
    """Apply a press on a card; an outdated one only shows where the session really is."""
    seen = (action.session, action.revision, action.press)
    running = await turn.run(sessions.press, turn.person_id, *seen, library=turn.library, now=turn.now)
    if running is None:
        return _gone(turn)
    if running.held and (stop := await care.before(turn, care.TODAY, going_on=True)):
        return stop
    return await _card(turn, running, "session-outdated" if running.outdated else None)


async def over(turn: Turn, action: StartOver) -> Reply:
    """Begin the same plan anew."""
    running = await turn.run(sessions.start_over, turn.person_id, action.session, turn.library, turn.now)
    if running:
        return await _card(turn, running)
    return await care.before(turn, care.TODAY, going_on=True) or _gone(turn)


async def _what(turn: Turn, what: str) -> tuple[str, Sequence[Entry]]:
    """Return title and lines of what a button begins: ``today``, ``mine``, or a ready-made routine."""
    if what == care.TODAY:
        return await turn.run(sessions.planned, turn.person_id, turn.library, turn.now)
    if what == MINE:
        return MINE, [line.entry for line in await turn.run(routines.entries, turn.person_id)]
    found = turn.library.routines.get(what)
    return what, found.entries if found else ()


async def _begin(turn: Turn, title: str, entries: Sequence[Entry]) -> Reply:
    running = await turn.run(
        sessions.start,
        turn.person_id,
        title,
        entries,
        turn.library,
        language=turn.language,
        now=turn.now,
    )
    if running:
        return await _card(turn, running)
    return await care.nothing(turn, entries) or Toast(turn.t.plain("session-empty"))


async def _card(turn: Turn, running: Running, toast: str | None = None) -> Screen:
    over = running.player.over
    progress = await turn.run(days.progress, turn.person_id, turn.now) if over else None
    screen = screens.card(turn.t, running, turn.library, progress)
    return screen.saying(turn.t.plain(toast)) if toast else screen


def _gone(turn: Turn) -> Reply:
    # Somebody else's card stays as it is; the words for both cases are the same, so nothing is told.
    return screens.gone(turn.t) if turn.private else Toast(turn.t.plain("help-not-yours"), alert=True)
