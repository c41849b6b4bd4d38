"""Progress: the picture, and the page for a professional. What draws, draws in a thread."""

import asyncio
from functools import partial

from bot.chat.actions import Half, LookProgress
from bot.chat.screen import Screen
from bot.chat.screens import pain as changes
from bot.chat.screens import progress as screens
from bot.chat.turn import Turn
from bot.figures import charts, paper
from bot.figures.charts import Theme
from bot.services import progress


async def page(turn: Turn) -> Screen:
    """Show the days."""
    return await look(turn, LookProgress(Half.DAYS, Theme.LIGHT))


async def look(turn: Turn, action: LookProgress) -> Screen:
    """Show a half of the picture; the days where there is nothing yet in the other."""
    shown = await turn.run(progress.look, turn.person_id, turn.now)
    value = screens.value(turn.t, shown)
    half = screens.half_of(value, action.half)
    if half is None:
        days = await look(turn, LookProgress(Half.DAYS, action.theme))
        return days.saying(turn.t.plain("progress-nothing-yet"))
    png = await asyncio.to_thread(charts.progress, half, screens.labels(turn.t), action.theme)
    return screens.page(turn.t, shown, action.half, action.theme, png)


async def report(turn: Turn) -> Screen:
    """Bring the page for a professional."""
    made = await _made(turn)
    data = await asyncio.to_thread(paper.report, made, screens.report_labels(turn.t))
    return screens.document(turn.t, f"midback-{turn.now:%Y-%m-%d}.pdf", data)


async def table(turn: Turn) -> Screen:
    """Bring the same in numbers."""
    data = paper.table(await _made(turn), screens.report_labels(turn.t))
    return screens.table(turn.t, f"midback-{turn.now:%Y-%m-%d}.csv", data)


async def _made(turn: Turn) -> paper.Report:
    whole = await turn.run(progress.whole, turn.person_id, turn.now)
    describe = partial(changes.told, turn.t, library=turn.library)
    return screens.report(turn.t, whole, turn.library, turn.first_name, describe)
