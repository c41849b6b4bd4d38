"""The ledger: looked at, and put right."""

from datetime import datetime, timedelta

from bot.chat.actions import LookDays, MendDay
from bot.chat.screen import Reply, Screen, Toast
from bot.chat.screens import why as screens
from bot.chat.turn import Turn
from bot.domain.streak import Mark
from bot.services import days, nudges


async def page(turn: Turn) -> Screen:
    """Show how the last two weeks count, and why."""
    return await look(turn, LookDays(0))


async def look(turn: Turn, action: LookDays) -> Screen:
    """Show a page of the ledger."""
    history = await turn.run(days.history, turn.person_id, turn.now)
    left_out = await turn.run(nudges.left_out, turn.person_id, turn.now)
    return screens.page(turn.t, history, action.page, left_out)


async def mend(turn: Turn, action: MendDay) -> Reply:
    """Note that a session was done without the card, or take that word back."""
    day = datetime.strptime(action.day, "%Y%m%d").date()  # noqa: DTZ007 - a calendar day has no zone
    ago = days.today(turn.person, turn.now) - day
    if not timedelta() <= ago <= timedelta(days=screens.MENDABLE):
        return Toast(turn.t.plain("week-too-old"), alert=True)
    if action.did:
        fresh = await turn.run(days.mark, turn.person_id, day, Mark.DID_ALREADY, turn.now)
        said = "week-marked" if fresh else "week-marked-already"
    else:
        await turn.run(days.unmark, turn.person_id, day, Mark.DID_ALREADY)
        said = "ledger-taken-back"
    return (await page(turn)).saying(turn.t.plain(said))
