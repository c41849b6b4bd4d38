"""Pain, effort, and what changes because of them: during a session, after it, and looked back on."""

from bot.chat.actions import (
    AfterScore,
    Breathe,
    Hurts,
    HurtsScore,
    HurtsSign,
    SayEffort,
    ShowCard,
    UndoChange,
)
from bot.chat.handlers import care, sessions
from bot.chat.screen import Reply, Screen, Toast
from bot.chat.screens import pain as screens
from bot.chat.turn import Turn
from bot.domain.pain import HIGHEST, Step
from bot.domain.safety import Tier
from bot.domain.sessions import Status
from bot.services import beginning, pain, progression
from bot.services import sessions as service
from bot.services.pain import SOURCE, Told


async def hurts(turn: Turn, action: Hurts) -> Reply:
    """Ask how much it hurts, and for the signs that end a session."""
    running = await turn.run(service.look, turn.person_id, action.session, turn.library)
    if running is None:
        return sessions.gone(turn)
    if running.revision != action.revision or running.player.status is not Status.ACTIVE:
        return await sessions.card(turn, running, "session-outdated")
    exercise = turn.library.exercises[running.player.item.exercise]
    return screens.hurts(turn.t, running, exercise, turn.library.matrix.state)


async def score(turn: Turn, action: HurtsScore) -> Reply:
    """Go on, make it easier, or stop the exercise, by how much it hurts."""
    if not 0 <= action.score <= HIGHEST:
        return Toast(turn.t.plain("pain-odd"), alert=True)
    said = (turn.person_id, action.session, action.revision, action.score)
    told = await turn.run(pain.hurt, *said, library=turn.library, now=turn.now)
    return await _reaction(turn, told) if told else sessions.gone(turn)


async def sign(turn: Turn, action: HurtsSign) -> Reply:
    """End the session because of a sign, and show what to do now."""
    said = (turn.person_id, action.session, action.revision, action.sign)
    told = await turn.run(pain.sign, *said, library=turn.library, now=turn.now)
    if told is None:
        return sessions.gone(turn)
    # The hold is kept already; asking for it again only brings its page.
    return await care.warn(turn, Tier(told.hold.tier), SOURCE) if told.hold else await _reaction(turn, told)


async def card(turn: Turn, action: ShowCard) -> Reply:
    """Show a session's card as it is."""
    running = await turn.run(service.look, turn.person_id, action.session, turn.library)
    return await sessions.card(turn, running) if running else sessions.gone(turn)


async def breathe(turn: Turn, action: Breathe) -> Reply:
    """End a session and breathe instead."""
    said = (turn.person_id, action.session, turn.library)
    running = await turn.run(pain.breathe, *said, language=turn.language, now=turn.now)
    return await sessions.card(turn, running) if running else Toast(turn.t.plain("pain-nothing"))


async def after(turn: Turn, action: AfterScore) -> Reply:
    """Keep how it is after a session, thank, and say what follows."""
    if not 0 <= action.score <= HIGHEST:
        return Toast(turn.t.plain("pain-odd"), alert=True)
    said = (turn.person_id, action.session, action.score, turn.library, turn.now)
    running = await turn.run(pain.after, *said)
    if running is None:
        return sessions.gone(turn)
    return await sessions.card(turn, running, "pain-late" if running.outdated else None)


async def effort(turn: Turn, action: SayEffort) -> Reply:
    """Keep how many repetitions more were possible."""
    said = (turn.person_id, action.session, action.item, action.extra)
    running = await turn.run(pain.effort, *said, library=turn.library, now=turn.now)
    if running is None:
        return sessions.gone(turn)
    return await sessions.card(turn, running, "session-outdated" if running.outdated else "pain-effort-noted")


async def changes(turn: Turn) -> Screen:
    """Show what changed in the routine, and why."""
    found = await turn.run(progression.listed, turn.person_id)
    return screens.changes(turn.t, found, turn.library, turn.library.matrix.state)


async def undo(turn: Turn, action: UndoChange) -> Reply:
    """Take a change back; in a session that has just begun with it, too."""
    said = (turn.person_id, action.change, turn.library)
    undone = await turn.run(beginning.undo, *said, language=turn.language, now=turn.now)
    toast = turn.t.plain("pain-undone" if undone and undone.holds else "pain-undone-already")
    running = await turn.run(service.unfinished, turn.person_id, turn.library, turn.now)
    begun = running and not running.revision
    screen = await sessions.card(turn, running) if running and begun else await changes(turn)
    return screen.saying(toast)


async def _reaction(turn: Turn, told: Told) -> Reply:
    running, reaction = told.running, told.reaction
    if reaction is None:
        return await sessions.card(turn, running, "session-outdated")
    if reaction.step is Step.STOP_EXERCISE:
        return screens.red(turn.t, running, turn.library)
    if reaction.step is Step.EASE and not running.player.over:
        return screens.ease(turn.t, running, turn.library.exercises[running.player.item.exercise])
    return await sessions.card(turn, running, "pain-fine")
