"""Reminders: list, change, pause, and answers to the one that came."""

from datetime import time

from bot.chat.actions import (
    AnswerDue,
    Draft,
    DraftDay,
    DraftDays,
    DraftStep,
    DraftTime,
    DueAnswer,
    EditReminder,
    PauseFor,
    ReminderChange,
    SetQuiet,
    Snooze,
)
from bot.chat.handlers import care, sessions
from bot.chat.screen import Reply, Screen
from bot.chat.screens import due as due_screens
from bot.chat.screens import reminders as screens
from bot.chat.screens.session import week_line
from bot.chat.turn import Turn
from bot.domain.quiet import Quiet
from bot.services import answers, days, outbox
from bot.services import reminder_drafts as drafts
from bot.services import reminders as service
from bot.services.reminder_drafts import Draft as Drafted


async def reminders(turn: Turn) -> Reply:
    """List the reminders; times after the command begin a new one, every day at these times."""
    chosen = drafts.parse_times(turn.text) if turn.text else None
    if chosen is None:
        return await page(turn)
    draft = await turn.run(drafts.begin, turn.person_id, turn.now, chosen)
    return screens.review(turn.t, draft, turn.person.zone)


async def page(turn: Turn, toast: str | None = None) -> Screen:
    """List the reminders."""
    listing = await turn.run(service.listing, turn.person_id, turn.now)
    screen = screens.listing(turn.t, listing)
    return screen.saying(turn.t.plain(toast)) if toast else screen


async def edit(turn: Turn, action: EditReminder) -> Reply:
    """Open, change, switch or delete one reminder."""
    number, who, now = action.reminder, turn.person_id, turn.now
    match action.change:
        case ReminderChange.EDIT:
            draft = await turn.run(drafts.edit, who, number, now)
            return screens.days(turn.t, draft) if draft else await page(turn, "reminders-gone")
        case ReminderChange.DELETE_SURELY:
            deleted = await turn.run(service.delete, who, number)
            return await page(turn, "reminders-deleted" if deleted else "reminders-gone")
        case ReminderChange.ON | ReminderChange.OFF:
            on = action.change is ReminderChange.ON
            await turn.run(service.switch, who, number, now, on=on)
            return await _one(turn, number, "reminders-switched-on" if on else "reminders-switched-off")
        case ReminderChange.DELETE:
            listing = await turn.run(service.listing, who, now)
            kept = listing.find(number)
            return screens.delete(turn.t, kept) if kept else await page(turn, "reminders-gone")
    return await _one(turn, number)


async def draft(turn: Turn, action: Draft) -> Reply:
    """Move on in the dialogue about a reminder."""
    match action.step:
        case DraftStep.NEW:
            return await _new(turn)
        case DraftStep.SAVE:
            saved = await turn.run(drafts.save, turn.person_id, turn.now)
            return await page(turn, "reminders-saved" if saved else "reminders-closed")
        case DraftStep.CANCEL:
            await turn.run(drafts.cancel, turn.person_id)
            return await page(turn, "reminders-cancelled")
    asking = action.step is DraftStep.TIMES
    found = await turn.run(drafts.current, turn.person_id, turn.now, asking=asking)
    return await _step(turn, action.step, found)


async def draft_days(turn: Turn, action: DraftDays) -> Reply:
    """Choose several weekdays at once."""
    found = await turn.run(drafts.set_days, turn.person_id, action.days, turn.now)
    return await _step(turn, DraftStep.DAYS, found)


async def draft_day(turn: Turn, action: DraftDay) -> Reply:
    """Choose a weekday, or no longer."""
    found = await turn.run(drafts.toggle_day, turn.person_id, action.weekday, turn.now)
    return await _step(turn, DraftStep.DAYS, found)


async def draft_time(turn: Turn, action: DraftTime) -> Reply:
    """Choose a time, or no longer."""
    at = time.fromisoformat(action.at)
    found = await turn.run(drafts.toggle_time, turn.person_id, at, turn.now)
    full = found is not None and len(found.times) == drafts.MOST_TIMES and at not in found.times
    screen = await _step(turn, DraftStep.TIMES, found)
    return screen.saying(turn.t.plain("reminders-times-full", most=drafts.MOST_TIMES)) if full else screen


async def typed_times(turn: Turn) -> Reply:
    """Take typed words as the times of the draft, or say how times are written."""
    chosen = drafts.parse_times(turn.text)
    if chosen is not None:
        found = await turn.run(drafts.set_times, turn.person_id, chosen, turn.now)
        return await _step(turn, DraftStep.REVIEW, found)
    found = await turn.run(drafts.current, turn.person_id, turn.now, asking=True)
    return screens.times(turn.t, found, unread=True) if found else await page(turn)


async def pause_page(turn: Turn) -> Reply:
    """Offer to pause everything, or to come back."""
    today = days.today(turn.person, turn.now)
    until = await turn.run(service.paused_until, turn.person_id, today)
    return screens.pause(turn.t, today, until)


async def pause_for(turn: Turn, action: PauseFor) -> Reply:
    """Pause for some days, today included; 0 ends the pause."""
    if action.days == screens.CALENDAR:
        return screens.calendar(turn.t, days.today(turn.person, turn.now))
    until = await turn.run(service.pause, turn.person_id, action.days, turn.now)
    said = "reminders-pause-set" if until else "reminders-pause-over"
    listing = await page(turn)
    return listing.saying(turn.t.plain(said, until=turn.t.day(until) if until else ""))


async def quiet_page(turn: Turn) -> Reply:
    """Offer quiet hours, or take those that follow the command."""
    words = turn.text.replace("-", " ").replace("–", " ").split()
    hours = _read_hours(words)
    if hours:
        return await _keep_quiet(turn, hours)
    person = service.quiet_of(turn.person)
    return screens.quiet(turn.t, person, unread=bool(words))


async def set_quiet(turn: Turn, action: SetQuiet) -> Reply:
    """Keep the quiet hours of a button, or none."""
    return await _keep_quiet(turn, _read_hours([action.begin, action.end]))


async def _keep_quiet(turn: Turn, hours: Quiet | None) -> Screen:
    await turn.run(service.set_quiet, turn.person_id, hours)
    said = turn.t.plain("reminders-quiet-off")
    if hours:
        begin, end = turn.t.time(hours.begin), turn.t.time(hours.end)
        said = turn.t.plain("reminders-quiet-set", begin=begin, end=end)
    return (await page(turn)).saying(said)


def _read_hours(words: list[str]) -> Quiet | None:
    """Return the hours from the first time to the second; None when these are not two different times."""
    begin, end = [drafts.parse_times(word) for word in words] if len(words) == 2 else (None, None)
    return Quiet(begin[0], end[0]) if begin and end and begin != end else None


async def answer_due(turn: Turn, action: AnswerDue) -> Reply:
    """Hear what somebody says to a reminder."""
    claimed = await turn.run(outbox.show, turn.person_id, action.delivery)
    if action.answer is DueAnswer.START:
        return await sessions.today(turn)
    if claimed is None:
        return await page(turn, "reminders-gone")
    match action.answer:
        case DueAnswer.LATER:
            ahead = answers.evening(turn.person, turn.now) is not None
            return due_screens.later(turn.t, claimed, turn.library, evening=ahead)
        case DueAnswer.DID_IT:
            return await _did(turn, claimed)
        case DueAnswer.NOT_TODAY:
            await turn.run(answers.not_today, turn.person_id, action.delivery, turn.now)
            return due_screens.not_today(turn.t, claimed, turn.library)
    return due_screens.due(turn.t, claimed, turn.library)


async def snooze(turn: Turn, action: Snooze) -> Reply:
    """Come back later; while a warning sign waits nothing comes, so nothing is promised."""
    if stop := await care.before(turn, care.TODAY, going_on=True):
        return stop
    who, number = turn.person_id, action.delivery
    if action.minutes == due_screens.TILL_EVENING:
        back_at = await turn.run(answers.snooze_till_evening, who, number, turn.now)
    else:
        back_at = await turn.run(answers.snooze, who, number, action.minutes, turn.now)
    claimed = await turn.run(outbox.show, who, number)
    if claimed is None:
        return await page(turn, "reminders-gone")
    if back_at is None:  # the evening began while the choice was open
        return due_screens.later(turn.t, claimed, turn.library, evening=False)
    hours = service.quiet_of(turn.person)
    quiet = hours is not None and hours.covers(back_at.time())
    return due_screens.snoozed(turn.t, claimed, turn.library, back_at, quiet=quiet)


async def _did(turn: Turn, claimed: outbox.Claimed) -> Screen:
    day = await turn.run(answers.said_done, turn.person_id, claimed.delivery_id, turn.now)
    progress = await turn.run(days.progress, turn.person_id, turn.now)
    earlier = day if day != progress.today else None
    return due_screens.did(turn.t, claimed, turn.library, week_line(turn.t, progress), earlier)


async def _new(turn: Turn) -> Screen:
    listing = await turn.run(service.listing, turn.person_id, turn.now)
    if listing.full:
        return await page(turn, "reminders-full")
    return screens.days(turn.t, await turn.run(drafts.begin, turn.person_id, turn.now))


async def _one(turn: Turn, reminder_id: int, toast: str | None = None) -> Screen:
    listing = await turn.run(service.listing, turn.person_id, turn.now)
    kept = listing.find(reminder_id)
    if kept is None:
        return await page(turn, "reminders-gone")
    screen = screens.one(turn.t, kept)
    return screen.saying(turn.t.plain(toast)) if toast else screen


async def _step(turn: Turn, step: DraftStep, found: Drafted | None) -> Screen:
    """Show a step of the dialogue, or the first one that still lacks something."""
    if found is None:
        return await page(turn, "reminders-closed")
    if step is DraftStep.DAYS or not found.weekdays:
        return screens.days(turn.t, found)
    if step is DraftStep.TIMES or not found.times:
        return screens.times(turn.t, found)
    return screens.review(turn.t, found, turn.person.zone)
