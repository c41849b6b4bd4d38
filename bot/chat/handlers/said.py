"""Answering what typed words mean. Nothing here changes anything: what only shows is shown at once,
what would change something becomes a card that asks."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import Any, Final

from bot.chat import readings
from bot.chat.actions import (
    Begin,
    Go,
    Hurts,
    HurtsScore,
    Leave,
    Meant,
    Part,
    ReadCard,
    ShowCard,
    SomethingNew,
)
from bot.chat.actions import Page as At
from bot.chat.actions import Show as Look
from bot.chat.handlers import (
    asking,
    home,
    learn,
    library,
    meeting,
    pain,
    privacy,
    progress,
    reminders,
    routine,
    why,
)
from bot.chat.screen import Key, Reply, Row, Screen, Style, Toast
from bot.chat.screens import library as shelves
from bot.chat.screens import said as screens
from bot.chat.turn import Turn
from bot.domain.finding import find
from bot.domain.pain import HIGHEST
from bot.domain.sessions import Status
from bot.domain.understanding import meanings as m
from bot.domain.understanding.choices import Doubt, Page
from bot.domain.understanding.understand import meaning
from bot.services import beginning, sessions

LONGEST: Final = library.LONGEST_QUERY
"""Characters that are read of what somebody typed."""

OnMeaning = Callable[[Turn, Any], Awaitable[Reply]]


async def typed(turn: Turn) -> Reply:
    """Answer typed words."""
    return await answer(turn, heard(turn))


def heard(turn: Turn) -> m.Meaning:
    """Return what the words mean, of a long text those at its beginning; they are kept nowhere."""
    cut = turn.text[:LONGEST]
    return meaning((turn if cut == turn.text else replace(turn, text=cut)).spoken)


async def answer(turn: Turn, meaning: m.Meaning) -> Reply:
    """Answer a meaning."""
    quiet = replace(turn, text="")  # pages read words that follow their command; these were read already
    return await (LOOKING.get(type(meaning)) or asking.ASKING[type(meaning)])(quiet, meaning)


async def meant(turn: Turn, action: Meant) -> Reply:
    """Answer the reading that somebody chose."""
    meaning = readings.read(action.reading)
    return await answer(turn, meaning) if meaning else Toast(turn.t.plain("help-old-button"))


async def leave(turn: Turn, _: Leave) -> Reply:
    """Change nothing."""
    return screens.left(turn.t)


async def _unsure(turn: Turn, said: m.Unsure) -> Reply:
    """Ask which reading is meant; what is left of a change comes as its card, the others below."""
    said = await asking.known(turn, said)
    if len(said.candidates) == 1 and said.doubt in {Doubt.WHICH, Doubt.HALF}:
        return await answer(turn, said.candidates[0])
    first, *others = said.candidates
    if said.doubt is not Doubt.REST or type(first) not in asking.ASKING:
        return screens.unsure(turn.t, turn.library, said)
    card = await answer(turn, first)
    keys = [screens.reading_key(turn.t, turn.library, one) for one in others]
    return screens.also(card, turn.t, said, keys) if isinstance(card, Screen) else card


async def _alarmed(turn: Turn, _: m.Alarmed) -> Reply:
    return await home.safety(turn)  # the sign itself is met before; this is for words cut off in the middle


async def _unknown(turn: Turn, _: m.Unknown) -> Reply:
    return screens.unknown(turn.t)


async def _show(turn: Turn, said: m.Show) -> Reply:
    found = turn.library.exercises.get(said.slug)
    return await library.show(turn, Look(said.slug, found.standard.slug if found else "", Part.STEPS))


async def _find(turn: Turn, said: m.Find) -> Reply:
    found = find(turn.library, said.wish)
    if said.wish == m.Wish() or not found.exercises:
        return shelves.home(turn.t, turn.library)
    return screens.found(turn.t, said.wish, found)


async def _open(turn: Turn, said: m.Open) -> Reply:
    return await PAGES[said.page](turn)


async def _thanks(turn: Turn) -> Reply:
    return screens.kind(turn.t, "said-thanks")


async def _bye(turn: Turn) -> Reply:
    return screens.kind(turn.t, "said-bye")


async def _read(turn: Turn, said: m.Read) -> Reply:
    return await (learn.read(turn, ReadCard(said.card)) if said.card else learn.listing(turn))


async def _answered(turn: Turn, said: m.Answer) -> Reply:
    return screens.kind(turn.t, "said-answered") if said.yes else screens.left(turn.t)


async def _feels(turn: Turn, said: m.Feedback) -> Reply:
    running = await turn.run(sessions.unfinished, turn.person_id, turn.library, turn.now, alone=True)
    return screens.feels(turn.t, said, ShowCard(running.id) if running else None)


async def _pain(turn: Turn, said: m.Pain) -> Reply:
    """Offer what helps: the page of the exercise that hurts, a gentle beginning, exercises for the place."""
    if said.score is not None and not 0 <= said.score <= HIGHEST:
        said = replace(said, score=None)
    keys = [await _going_on(turn, said) or _beginning(turn, said)]
    if said.regions:
        wish = m.Find(m.Wish(regions=said.regions))
        keys.append((screens.reading_key(turn.t, turn.library, wish),))
    new = Key(turn.t.plain("said-hurts-new"), SomethingNew(beginning.TODAY))
    return screens.hurts(turn.t, said, [*keys, (new,)])


async def _going_on(turn: Turn, said: m.Pain) -> Row | None:
    """Return the way to say it of the exercise on the card, None without a session."""
    running = await turn.run(sessions.unfinished, turn.person_id, turn.library, turn.now, alone=True)
    if running is None or running.player.status is not Status.ACTIVE:
        return None
    at = (running.id, running.revision)
    hurts = Hurts(*at) if said.score is None else HurtsScore(*at, said.score)
    return (Key(turn.t.plain("said-hurts-now"), hurts, Style.PRIMARY),)


def _beginning(turn: Turn, said: m.Pain) -> Row:
    if said.score is None:
        return (Key(turn.t.plain("said-hurts-begin"), Go(At.TODAY), Style.PRIMARY),)
    return (screens.begin(turn.t, said.score, Begin(beginning.TODAY, said.score)),)


PAGES: Mapping[Page, Callable[[Turn], Awaitable[Reply]]] = {
    Page.ROUTINE: routine.routine,
    Page.READY_MADE: routine.ready_made,
    Page.REMINDERS: reminders.page,
    Page.STREAK: home.week,
    Page.PROGRESS: progress.page,
    Page.WHY_STREAK: why.page,
    Page.WHY_REMINDER: why.page,
    Page.WHY_PLAN: pain.changes,
    Page.SAFETY: home.safety,
    Page.PRIVACY: privacy.page,
    Page.ABOUT: home.about,
    Page.HELP: home.help_,
    Page.HELLO: meeting.start,
    Page.THANKS: _thanks,
    Page.BYE: _bye,
}

LOOKING: Mapping[type[Any], OnMeaning] = {
    m.Alarmed: _alarmed,
    m.Unsure: _unsure,
    m.Unknown: _unknown,
    m.Pain: _pain,
    m.Show: _show,
    m.Find: _find,
    m.Open: _open,
    m.Read: _read,
    m.Feedback: _feels,
    m.Answer: _answered,
}
"""How each meaning is answered that changes nothing; warning signs are heard before all of them."""
