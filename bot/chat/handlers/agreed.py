"""Doing what was understood, after a yes. A second press does nothing more."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.chat import readings
from bot.chat.actions import Agreed, CallOff, ChangeTo, ClearReminders, LetGo, Reshape
from bot.chat.handlers import asking, care, home, reminders, routine, settings
from bot.chat.screen import Reply, Screen, Toast
from bot.chat.screens import reminders as lists
from bot.chat.screens import routine as routines
from bot.chat.screens import said as screens
from bot.chat.screens.naming import moment
from bot.chat.turn import Turn
from bot.domain.days import wall_clock
from bot.domain.streak import Mark
from bot.domain.understanding import meanings as m
from bot.domain.understanding.choices import Reason
from bot.services import days
from bot.services import reminder_drafts as drafts
from bot.services import reminders as service
from bot.services import said as does
from bot.services.routines import MOST, shown
from bot.services.said import Added, Moved


async def agreed(turn: Turn, action: Agreed) -> Reply:
    """Do what a reading says."""
    meaning = readings.read(action.reading)
    do = DOING.get(type(meaning))
    return await do(turn, meaning) if do else _old(turn)


async def again(turn: Turn, action: Agreed) -> Reply:
    """Show where it was done, after a crash before the answer."""
    return await PLACES.get(type(readings.read(action.reading)), home.page)(turn)


async def change_to(turn: Turn, action: ChangeTo) -> Reply:
    """Give a reminder other times."""
    meaning = readings.read(action.reading)
    rule = meaning.times.rule if isinstance(meaning, m.AddReminder) else None
    if rule is None:
        return _old(turn)
    kept = await turn.run(service.change, turn.person_id, action.reminder, rule, turn.now)
    return await reminders.page(turn, "said-added" if kept else "reminders-gone")


async def reshape(turn: Turn, action: Reshape) -> Reply:
    """Open the dialogue about a reminder with what was understood."""
    meaning = readings.read(action.reading)
    if not isinstance(meaning, m.AddReminder):
        return _old(turn)
    draft = await turn.run(does.draft, turn.person_id, meaning.times, turn.now)
    return lists.days(turn.t, draft)


async def clear(turn: Turn, action: ClearReminders) -> Reply:
    """Delete the reminders that the person saw."""
    await turn.run(does.clear, turn.person_id, action.newest, turn.now)
    return await reminders.page(turn, "said-all-gone")


async def call_off(turn: Turn, action: CallOff) -> Reply:
    """Do not come once after all."""
    held = await turn.run(does.call_off, turn.person_id, action.delivery)
    return screens.kind(turn.t, "said-called-off" if held else "said-not-waiting")


async def let_go(turn: Turn, action: LetGo) -> Reply:
    """Let a day go, today or yesterday: late presses change nothing about days long past."""
    day = datetime.strptime(action.day, "%Y%m%d").date()  # noqa: DTZ007 - a calendar day has no zone
    if not timedelta() <= days.today(turn.person, turn.now) - day <= timedelta(days=1):
        return Toast(turn.t.plain("week-too-old"), alert=True)
    await turn.run(days.mark, turn.person_id, day, Mark.NOT_TODAY, turn.now)
    return (await home.week(turn)).saying(turn.t.plain("said-not-today-set"))


async def _add_reminder(turn: Turn, said: m.AddReminder) -> Reply:
    rule = said.times.rule
    if rule is None or len(rule.times) > drafts.MOST_TIMES:
        return await asking.ASKING[m.AddReminder](turn, said)
    became = await turn.run(does.add, turn.person_id, rule, turn.now)
    told = {Added.NEW: "said-added", Added.THERE: "said-added-there"}.get(became, "reminders-full")
    return await reminders.page(turn, told)


async def _later(turn: Turn, said: m.Later) -> Reply:
    if said.day is None or said.at is None:
        return await asking.ASKING[m.Later](turn, said)
    if stop := await care.before(turn, care.TODAY, going_on=True):
        return stop  # nothing comes meanwhile, so nothing is promised
    wall = datetime.combine(said.day, said.at)
    shown = await turn.run(does.once, turn.person_id, wall, turn.now)
    if shown is None:
        return await asking.ASKING[m.Later](turn, said)
    hours = service.quiet_of(turn.person)
    quiet = hours is not None and hours.covers(shown.wall.time())
    return screens.once_set(turn.t, shown.delivery_id, moment(turn.t, shown.wall), quiet=quiet)


async def _pause(turn: Turn, said: m.Pause) -> Reply:
    here = wall_clock(turn.now, ZoneInfo(turn.person.zone)).date()
    if said.back is None or said.back <= here:
        return await reminders.pause_page(turn)
    last = screens.day_before(said.back)
    ill = said.because is Reason.ILL
    until = await turn.run(does.pause, turn.person_id, last, turn.now, ill=ill)
    page = await reminders.page(turn)
    return page.saying(turn.t.plain("said-paused", day=turn.t.day(until))) if until else page


async def _add_move(turn: Turn, said: m.AddMove) -> Reply:
    exercise = turn.library.exercises.get(said.slug)
    if exercise is None:
        return _old(turn)
    return _routine(turn, await turn.run(does.take_in, turn.person_id, exercise), said.slug, "routine-added")


async def _drop_move(turn: Turn, said: m.DropMove) -> Reply:
    moved = await turn.run(does.take_out, turn.person_id, said.slug, turn.library)
    return _routine(turn, moved, said.slug, "routine-removed")


async def _swap_move(turn: Turn, said: m.SwapMove) -> Reply:
    exercise = turn.library.exercises.get(said.new)
    if exercise is None:
        return _old(turn)
    moved = await turn.run(does.swap, turn.person_id, said.old, exercise)
    gone = said.old if moved.became is Added.GONE else said.new
    return _routine(turn, moved, gone, "said-swapped")


def _routine(turn: Turn, moved: Moved, slug: str, done: str) -> Screen:
    """Show the routine, and say what became of the wish."""
    exercise = turn.library.exercises.get(slug)
    name = exercise.text(turn.language).name if exercise else slug
    told = {Added.NEW: done, Added.THERE: "routine-there", Added.FULL: "routine-full"}
    key = told.get(moved.became, "said-not-in-routine")
    taken = done == "routine-removed" and moved.became is Added.NEW
    screen = routines.mine(turn.t, turn.library, shown(moved.lines, turn.library), taken=taken)
    return screen.saying(turn.t.plain(key, name=name, count=MOST))


async def _pictures(turn: Turn, said: m.Pictures) -> Reply:
    person = await turn.run(does.show_still, turn.person_id, still=said.still is not False)
    return await settings.page(replace(turn, person=person))


def _old(turn: Turn) -> Toast:
    return Toast(turn.t.plain("help-old-button"))


DOING: Mapping[type[Any], Callable[[Turn, Any], Awaitable[Reply]]] = {
    m.AddReminder: _add_reminder,
    m.Later: _later,
    m.Pause: _pause,
    m.AddMove: _add_move,
    m.DropMove: _drop_move,
    m.SwapMove: _swap_move,
    m.Pictures: _pictures,
}

PLACES: Mapping[type[Any], Callable[[Turn], Awaitable[Reply]]] = {
    m.AddReminder: reminders.page,
    m.Pause: reminders.page,
    m.AddMove: routine.routine,
    m.DropMove: routine.routine,
    m.SwapMove: routine.routine,
    m.Pictures: settings.page,
}
