"""Sessions: begin, press, go on."""

from collections.abc import Sequence

from bot.chat.actions import Begin, MoreOnCard, PressCard, PutOff, StartExercise, StartOver, StartRoutine
from bot.chat.actions.pain import NO_SCORE
from bot.chat.handlers import care
from bot.chat.screen import Reply, Screen, Toast
from bot.chat.screens import checkins as questions
from bot.chat.screens import nudges as extras
from bot.chat.screens import pain as pages
from bot.chat.screens import session as screens
from bot.chat.turn import Turn
from bot.domain.exercises import Entry
from bot.domain.pain import HIGHEST
from bot.domain.sessions import Press, Status
from bot.services import beginning, checkins, days, endings, pain, screenings, sessions
from bot.services.sessions import Running


async def today(turn: Turn) -> Reply:
    """Go on with what was left, else begin the person's own routine."""
    left = await unfinished(turn)
    stop = await care.before(turn, care.TODAY, going_on=left is not None)
    return stop or left or await _ask(turn, care.TODAY)


async def unfinished(turn: Turn, *, alone: bool = False, touched: bool = False) -> Screen | None:
    """Show the session that was left without ending it, None when there is none.

    :param alone: whether an exercise that was begun alone counts too
    :param touched: whether one in which nothing was pressed yet does not count
    """
    running = await turn.run(sessions.unfinished, turn.person_id, turn.library, turn.now, alone=alone)
    if running is None or (touched and not running.revision):
        return None
    return await card(turn, running, "session-resumed")


async def routine(turn: Turn, action: StartRoutine) -> Reply:
    """Begin a ready-made routine, or the person's own."""
    return await care.before(turn, action.routine) or await _ask(turn, action.routine)


async def begin(turn: Turn, action: Begin) -> Reply:
    """Begin with this pain; from an old page, go on with what was begun meanwhile."""
    score = None if action.score == NO_SCORE else action.score
    if score is not None and not 0 <= score <= HIGHEST:
        return Toast(turn.t.plain("pain-odd"), alert=True)
    left = await unfinished(turn, touched=True) if action.what == care.TODAY else None
    stop = await care.before(turn, action.what, going_on=left is not None)
    if stop or left:
        return stop or left
    said = (turn.person_id, action.what, score, turn.library)
    running = await turn.run(beginning.begin, *said, language=turn.language, now=turn.now)
    return await card(turn, running) if running else await _nothing(turn, action.what)


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
    return await card(turn, running) if running else Toast(turn.t.plain("care-put-off-nothing"), alert=True)


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
    running = await turn.run(endings.press, turn.person_id, *seen, library=turn.library, now=turn.now)
    if running is None:
        return gone(turn)
    if running.held and (stop := await care.before(turn, care.TODAY, going_on=True)):
        return stop
    return await card(turn, running, _refused(action, running) if running.outdated else None)


def _refused(action: PressCard, running: Running) -> str:
    """Return why a press did nothing: it came from an older card, or what was stopped suits no more."""
    seen = (running.id, running.revision) == (action.session, action.revision)
    return "session-unsuited" if seen and action.press is Press.RESUME else "session-outdated"


async def more(turn: Turn, action: MoreOnCard) -> Reply:
    """Show a card with the buttons that are not needed at once; one that is over has none of them."""
    running = await turn.run(sessions.look, turn.person_id, action.session, turn.library)
    if running is None:
        return gone(turn)
    shown = await card(turn, running)
    return screens.more(turn.t, shown, running) if running.player.status is Status.ACTIVE else shown


async def over(turn: Turn, action: StartOver) -> Reply:
    """Begin the same plan anew."""
    running = await turn.run(beginning.over, turn.person_id, action.session, turn.library, turn.now)
    if running:
        return await card(turn, running)
    return await care.before(turn, care.TODAY, going_on=True) or gone(turn)


async def _what(turn: Turn, what: str) -> tuple[str, Sequence[Entry]]:
    """Return title and lines of what a button begins: ``today``, ``mine``, or a ready-made routine."""
    return await turn.run(beginning.wanted, turn.person_id, what, turn.library, turn.now)


async def _ask(turn: Turn, what: str) -> Reply:
    """Ask for the pain before a session, unless there is nothing to begin."""
    asked = await turn.run(beginning.ask, turn.person_id, what, turn.library, turn.now)
    if not any(entry.exercise in turn.library.exercises for entry in asked.entries):
        return await _nothing(turn, what)
    return pages.before(turn.t, what, asked, turn.library.matrix.state)


async def _nothing(turn: Turn, what: str) -> Reply:
    _, entries = await _what(turn, what)
    return await care.nothing(turn, entries) or Toast(turn.t.plain("session-empty"))


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
        return await card(turn, running)
    return await care.nothing(turn, entries) or Toast(turn.t.plain("session-empty"))


async def card(turn: Turn, running: Running, toast: str | None = None) -> Screen:
    """Return the card of a session, with what is asked and told beside it."""
    over = running.player.over
    progress = await turn.run(days.progress, turn.person_id, turn.now) if over else None
    screen = screens.card(turn.t, running, turn.library, progress)
    screen = await _beside(turn, screen, running)
    return screen.saying(turn.t.plain(toast)) if toast else screen


async def _beside(turn: Turn, screen: Screen, running: Running) -> Screen:
    """Add what to know on the first card, and what is asked after an exercise and at the end."""
    player, item = running.player, pain.to_try(running.player, turn.library)
    if not running.revision:
        notes = await turn.run(beginning.notes, turn.person_id, running.id)
        return pages.begun(turn.t, screen, running, turn.library, notes)
    ended = player.status is Status.FINISHED
    if item is None and not ended:
        return screen
    felt = await turn.run(pain.felt, turn.person_id, running.id, turn.now)
    if item is not None and item not in felt.tried:
        screen = pages.asking_effort(turn.t, screen, running, item, turn.library)
    if not ended:
        return screen
    asked = pages.asking_after(turn.t, screen, running) if felt.after is None else None
    return await _offering(turn, asked or pages.after(turn.t, screen, felt), running)


async def _offering(turn: Turn, screen: Screen, running: Running) -> Screen:
    """Add what the end of a session says besides, and one row at most: a due question, or an offer."""
    besides = await turn.run(endings.besides, turn.person_id, running.id)
    screen = extras.beside(turn.t, screen, besides, running.id, turn.library)
    asking = await turn.run(checkins.offered, turn.person_id, turn.now)
    offers = besides.card or besides.move
    return screens.offering(screen, questions.offer(turn.t, asking)) if asking and not offers else screen


def gone(turn: Turn) -> Reply:
    """Meet a press on a session that is not there, or not this person's."""
    # Somebody else's card stays as it is; the words for both cases are the same, so nothing is told.
    return screens.gone(turn.t) if turn.private else Toast(turn.t.plain("help-not-yours"), alert=True)
