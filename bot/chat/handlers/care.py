"""Health: questions before the plan, what is kept in mind, warning signs, and what comes before a session."""

from collections.abc import Sequence

from bot.chat.actions import (
    AnswerHealth,
    BackHealth,
    ConfirmHold,
    Looked,
    MindFlag,
    SomethingNew,
    TellSign,
    UndoMind,
)
from bot.chat.screen import Reply, Screen
from bot.chat.screens import care as screens
from bot.chat.screens import holds, suiting
from bot.chat.turn import Turn
from bot.db.tables import Hold
from bot.domain.exercises import Entry
from bot.domain.safety import Tier
from bot.domain.screening import Gate
from bot.domain.suiting import calm
from bot.services import care, days, plans, screenings
from bot.services.care import BEFORE, SCREENING, Standing
from bot.services.screenings import Asking

TODAY = "today"
"""What begins where nothing else was asked for."""


async def page(turn: Turn) -> Reply:
    """Show what somebody told about their health, and what is kept in mind."""
    found = await _before(turn)
    if found.standing.gate is Gate.NOT_FOR_YOU:
        return screens.adults(turn.t)
    screen = screens.health(turn.t, turn.library, found.standing, found.asking)
    if found.standing.hold is None:
        return screen
    held = await _held(turn, found.standing, found.standing.hold)
    ways_on = holds.ways_on(turn.t, found.standing.hold)
    return Screen(f"{held.text}\n\n{screen.text}", (*ways_on, *screen.keys))


async def questions(turn: Turn) -> Reply:
    """Ask what comes next: from where somebody left, else from the beginning."""
    found = await _before(turn)
    return _asked(turn, found.asking) if found.asking.question else await page(turn)


async def before(turn: Turn, what: str, *, going_on: bool = False) -> Screen | None:
    """Return what must be seen before a session; None where nothing stands before it.

    :param what: what would begin: ``today``, ``mine`` or the slug of a ready-made routine
    :param going_on: whether it began already; then nothing is asked
    """
    found = await _before(turn)
    standing = found.standing
    if standing.gate is Gate.NOT_FOR_YOU:
        return screens.adults(turn.t)
    if standing.hold:
        return await _held(turn, standing, standing.hold)
    intro = None if found.asking.given else "care-again" if standing.since else "care-intro"
    return _first(turn, found.asking, intro, what) if found.ask and not going_on else None


async def nothing(turn: Turn, entries: Sequence[Entry] = ()) -> Screen | None:
    """Say why nothing of a session could begin; None where health is not the reason."""
    found = await _before(turn)
    standing = found.standing
    if standing.gate is Gate.NOT_FOR_YOU or standing.hold:
        return await before(turn, TODAY)
    if not standing.screened:
        return _first(turn, found.asking, "care-first", TODAY)
    changed = care.suit(entries, turn.library, standing).changed
    return screens.nothing(turn.t, suiting.changes(turn.t, turn.library, changed)) if changed else None


async def answer(turn: Turn, action: AnswerHealth) -> Reply:
    """Note an answer and ask on, or say what follows from all of them."""
    day = days.today(turn.person, turn.now)
    said = (action.after, action.question, action.choice)
    asking = await turn.run(
        screenings.answer, turn.person_id, *said, library=turn.library, day=day, now=turn.now
    )
    ended = asking.question is None or (asking.outdated and not asking.given)
    return await _outcome(turn) if ended else _asked(turn, asking)


async def back(turn: Turn, action: BackHealth) -> Reply:
    """Take the last answer back."""
    asking = await turn.run(screenings.back, turn.person_id, action.after, turn.library)
    return _asked(turn, asking)


async def mind(turn: Turn, action: MindFlag) -> Reply:
    """Keep something in mind, or no longer."""
    said = (action.answers, action.flag)
    changed = await turn.run(
        screenings.mind, turn.person_id, *said, keep=action.keep == 1, library=turn.library, now=turn.now
    )
    found = await _before(turn)
    screen = screens.health(turn.t, turn.library, found.standing, found.asking)
    if changed:
        screen = screens.with_undo(turn.t, screen, found.asking.after)
    return screen.saying(turn.t.plain("care-changed" if changed else "care-changed-already"))


async def undo(turn: Turn, action: UndoMind) -> Reply:
    """Take the last such change back."""
    seen = (action.answers, turn.library, turn.now)
    undone = await turn.run(screenings.undo_mind, turn.person_id, *seen)
    found = await _before(turn)
    screen = screens.health(turn.t, turn.library, found.standing, found.asking)
    return screen.saying(turn.t.plain("care-undone" if undone else "care-changed-already"))


async def confirm(turn: Turn, action: ConfirmHold) -> Reply:
    """Take somebody's word that a warning sign was looked at, or was none."""
    mistake = action.how is Looked.MISTAKE
    waited = await turn.run(care.confirm, turn.person_id, action.hold, turn.now, mistake=mistake)
    standing = (await _before(turn)).standing
    if standing.gate is Gate.NOT_FOR_YOU:
        return screens.adults(turn.t)
    if standing.hold:
        return await _held(turn, standing, standing.hold)
    screen = holds.confirmed(turn.t, action.how)
    return screen if waited else screen.saying(turn.t.plain("care-gone"))


async def new(turn: Turn, action: SomethingNew) -> Reply:
    """Ask what is new, before a session."""
    return screens.new(turn.t, turn.library, action.what)


async def tell(turn: Turn, action: TellSign) -> Reply:
    """Show the safety card for a sign, and pause everything but breathing."""
    choices = [choice for one in turn.library.screening.questions for choice in one.choices]
    tier = next((choice.tier for choice in choices if choice.slug == action.choice and choice.tier), None)
    if tier is None:
        return await page(turn)
    return await warn(turn, tier, BEFORE)


async def warn(turn: Turn, tier: Tier, source: str) -> Screen:
    """Pause everything but breathing because of a warning sign, and show its safety card."""
    hold = await turn.run(care.hold, turn.person_id, tier, source, turn.now)
    standing = (await _before(turn)).standing
    return await _sign(turn, standing, hold)


async def _before(turn: Turn) -> screenings.Before:
    day = days.today(turn.person, turn.now)
    return await turn.run(screenings.before, turn.person_id, turn.library, day)


async def _outcome(turn: Turn) -> Reply:
    """Say what follows from the answers."""
    found = await _before(turn)
    standing = found.standing
    if standing.gate is Gate.NOT_FOR_YOU:
        return screens.adults(turn.t)
    if standing.hold is None:
        return screens.health(turn.t, turn.library, standing, found.asking, "care-thanks")
    if standing.hold.tier == Tier.A:
        return await _sign(turn, standing, standing.hold)
    return holds.check_first(turn.t, standing.hold, await _calm(turn, standing))


def _first(turn: Turn, asking: Asking, intro: str | None, what: str) -> Screen | None:
    """Ask before a session, with the way to put it off."""
    later = screens.put_off(turn.t, what)
    asked = asking.question
    return screens.question(turn.t, turn.library, asked, asking, intro, later) if asked else None


def _asked(turn: Turn, asking: Asking) -> Screen:
    asked = asking.question or turn.library.screening.questions[-1]
    screen = screens.question(turn.t, turn.library, asked, asking, None, screens.not_now(turn.t))
    return screen.saying(turn.t.plain("care-outdated")) if asking.outdated else screen


async def _held(turn: Turn, standing: Standing, hold: Hold) -> Screen:
    if hold.source == SCREENING and hold.tier == Tier.B:
        return holds.check_first(turn.t, hold, await _calm(turn, standing))
    day = turn.t.day(days.today(turn.person, hold.at))
    return holds.held(turn.t, hold, day, await _calm(turn, standing))


async def _sign(turn: Turn, standing: Standing, hold: Hold) -> Screen:
    card = turn.library.cards.get(f"tier-{hold.tier}")
    if card is None:
        return await _held(turn, standing, hold)
    return holds.sign(turn.t, card, hold, await _calm(turn, standing))


async def _calm(turn: Turn, standing: Standing) -> Entry | None:
    """Return the breathing that is fine meanwhile, where the person can do it."""
    return calm(turn.library, standing.limits, await turn.run(plans.possible, turn.person_id))
