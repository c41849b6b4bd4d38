"""Saying what is kept, giving it out, erasing it."""

import asyncio
from datetime import timedelta
from typing import Final

from bot.chat.actions import Erase
from bot.chat.handlers import team
from bot.chat.screen import Reply
from bot.chat.screens import privacy as screens
from bot.chat.turn import Turn
from bot.services import privacy

ASKED_LATELY: Final = timedelta(hours=1)
"""A question older than that is asked again: a thumb on an old message must not cost somebody everything."""


async def page(turn: Turn) -> Reply:
    """Say what is kept."""
    return screens.page(turn.t)


async def export(turn: Turn) -> Reply:
    """Send everything that is stored about the person, as a file."""
    everything = await turn.run(privacy.collect, turn.person_id)
    data = await asyncio.to_thread(privacy.pack, everything, turn.now)
    return screens.export(turn.t, data, turn.now)


async def sure(turn: Turn) -> Reply:
    """Ask before everything is erased."""
    return screens.sure(turn.t, turn.now)


async def erase(turn: Turn, action: Erase) -> Reply:
    """Erase everything about the person, if the question is fresh."""
    age = turn.now.timestamp() - action.asked
    if not 0 <= age <= ASKED_LATELY.total_seconds():
        return screens.sure(turn.t, turn.now).saying(turn.t.plain("privacy-asked-long-ago"))
    await team.forget(turn)
    await turn.run(privacy.erase, turn.person_id, turn.taken.update_id if turn.taken else None)
    return screens.gone(turn.t)


async def gone(turn: Turn) -> Reply:
    """Say once more that all is gone, after a crash before the answer.

    The look at it has met the person anew, which is not what they asked for.
    """
    if turn.taken and turn.person.onboarding == "welcome":
        await turn.house.database.run(privacy.erase, turn.person_id, turn.taken.update_id)
    return screens.gone(turn.t)
