"""Check-ins: shown, answered, named in one's own words, left out."""

from bot.chat.actions.checkins import (
    ActivityStep,
    AnswerCheck,
    BackCheck,
    ChangeActivity,
    NameActivity,
    RateActivities,
    RateActivity,
    SkipCheck,
    UnnameActivity,
)
from bot.chat.handlers import words
from bot.chat.screen import Reply, Screen, Toast
from bot.chat.screens import checkins as screens
from bot.chat.turn import Turn
from bot.domain.checkins import Asking
from bot.domain.measures import Measure
from bot.domain.pain import HIGHEST
from bot.services import activities as service
from bot.services import checkins
from bot.services.checkins import LONGEST, STEPS


async def page(turn: Turn) -> Screen:
    """Show what is asked today."""
    return screens.page(turn.t, await turn.run(checkins.due, turn.person_id, turn.now))


async def opened(turn: Turn) -> Screen:
    """Show what is asked today to who comes from elsewhere, or goes back: no words are waited for."""
    await turn.run(checkins.stop_asking, turn.person_id)
    return await page(turn)


async def answer(turn: Turn, action: AnswerCheck) -> Reply:
    """Keep an answer and ask on."""
    if not 0 <= action.score <= (STEPS - 1 if action.measure is Measure.CHANGE else HIGHEST):
        return Toast(turn.t.plain("pain-odd"), alert=True)
    said = (turn.person_id, action.measure, action.week, action.at, action.score)
    return await _on(turn, await turn.run(checkins.answer, *said, now=turn.now))


async def rate_one(turn: Turn, action: RateActivity) -> Reply:
    """Keep how an activity goes and ask on."""
    if not 0 <= action.score <= HIGHEST:
        return Toast(turn.t.plain("pain-odd"), alert=True)
    said = (turn.person_id, action.week, action.activity, action.score)
    return await _on(turn, await turn.run(checkins.rate, *said, now=turn.now))


async def back(turn: Turn, action: BackCheck) -> Reply:
    """Take the last answer back."""
    said = (turn.person_id, action.measure, action.week, action.at)
    return await _on(turn, await turn.run(checkins.back, *said, turn.now))


async def skip(turn: Turn, action: SkipCheck) -> Reply:
    """Leave a measure out this time."""
    said = (turn.person_id, action.measure, action.week)
    return await _on(turn, await turn.run(checkins.skip, *said, turn.now))


async def name(turn: Turn, _: NameActivity) -> Reply:
    """Wait for an activity in the person's own words."""
    asking = await turn.run(checkins.ask_name, turn.person_id, turn.now)
    return screens.listening(turn.t, asking) if asking else await page(turn)


async def typed(turn: Turn) -> Reply:
    """Take typed words as an activity, if the question is not long ago and they are surely nothing else."""
    if not checkins.listens(turn.person, turn.now) or await words.aside(turn):
        return await words.typed(turn)
    if (number := service.renaming(turn.person)) is not None:
        return await _renamed(turn, number)
    asking = await turn.run(checkins.name, turn.person_id, turn.text, turn.now)
    if asking is None:
        found = await turn.run(checkins.due, turn.person_id, turn.now)
        return screens.naming(turn.t, found, _unread(turn)) if found and found.naming else await page(turn)
    return screens.naming(turn.t, asking)


async def activities(turn: Turn) -> Screen:
    """List what the person named, to be changed."""
    return screens.activities(turn.t, await turn.run(checkins.named, turn.person_id))


async def all_activities(turn: Turn) -> Screen:
    """List them to who comes from elsewhere, or goes back: no words are waited for."""
    await turn.run(checkins.stop_asking, turn.person_id)
    return await activities(turn)


async def change(turn: Turn, action: ChangeActivity) -> Reply:
    """Open an activity, wait for its other words, or drop it."""
    seen = (turn.person_id, action.activity)
    if action.step is ActivityStep.DROP_SURELY:
        dropped = await turn.run(service.drop, *seen)
        said = turn.t.plain("checkins-dropped")
        return (await activities(turn)).saying(said) if dropped else await _gone(turn)
    if action.step is ActivityStep.RENAME:
        found = await turn.run(service.ask_name, *seen, turn.now)
        return screens.renaming(turn.t, found) if found else await _gone(turn)
    found = await turn.run(service.find, *seen)
    if found is None:
        return await _gone(turn)
    return (screens.dropping if action.step is ActivityStep.DROP else screens.activity)(turn.t, found)


async def _renamed(turn: Turn, number: int) -> Screen:
    """Take typed words as another name of an activity."""
    if await turn.run(service.rename, turn.person_id, number, turn.text):
        return (await activities(turn)).saying(turn.t.plain("checkins-renamed"))
    found = await turn.run(service.find, turn.person_id, number)
    said = _unread(turn, "checkins-renaming-again")
    return screens.renaming(turn.t, found, said) if found else await _gone(turn)


async def _gone(turn: Turn) -> Screen:
    return (await all_activities(turn)).saying(turn.t.plain("checkins-activity-gone"))


async def rate(turn: Turn, _: RateActivities) -> Reply:
    """Begin to rate what was named."""
    asking = await turn.run(checkins.due, turn.person_id, turn.now)
    if asking is None or not asking.activities:
        return screens.page(turn.t, asking)
    return screens.question(turn.t, asking)


async def unname(turn: Turn, action: UnnameActivity) -> Reply:
    """Take an activity out again."""
    asking = await turn.run(checkins.unname, turn.person_id, action.activity, turn.now)
    return screens.page(turn.t, asking) if asking else await page(turn)


async def _on(turn: Turn, asking: Asking | None) -> Screen:
    """Show the next question, or thanks and what may be asked next."""
    if asking is None:
        return (await page(turn)).saying(turn.t.plain("checkins-late"))
    if not asking.finished:
        screen = screens.page(turn.t, asking)
        return screen.saying(turn.t.plain("session-outdated")) if asking.outdated else screen
    more = await turn.run(checkins.due, turn.person_id, turn.now)
    return screens.thanks(turn.t, asking, screens.offer(turn.t, more) if more else None)


def _unread(turn: Turn, else_: str = "checkins-naming-again") -> str:
    return "checkins-too-long" if len(" ".join(turn.text.split())) > LONGEST else else_
