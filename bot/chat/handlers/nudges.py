"""Small offers: a better time for a reminder, whether there are offers at all, and being ill."""

from datetime import time

from bot.chat.actions import MoveReminder, SayIll, ShowCard, SwitchNudges
from bot.chat.handlers import pain, reminders
from bot.chat.screen import Reply, Screen
from bot.chat.screens import nudges as screens
from bot.chat.screens import settings as settings_screens
from bot.chat.turn import Turn
from bot.services import days, endings, illness, nudges


async def move(turn: Turn, action: MoveReminder) -> Reply:
    """Move the nearest reminder, or leave it; asked no more this month."""
    at = time(int(action.at[:2]), int(action.at[2:]))
    moved = await turn.run(endings.move, turn.person_id, at, turn.now, yes=bool(action.yes))
    said = turn.t.plain("nudges-moved", at=turn.t.time(at)) if moved else turn.t.plain("nudges-not-moved")
    card = await pain.card(turn, ShowCard(action.session))
    return card.saying(said) if isinstance(card, Screen) else card


async def switch(turn: Turn, _: SwitchNudges) -> Screen:
    """Offer small things by themselves, or no longer."""
    person = await turn.run(nudges.switch, turn.person_id)
    said = "nudges-switched-on" if person.nudges else "nudges-switched-off"
    return settings_screens.page(turn.t, person, turn.now).saying(turn.t.plain(said))


async def ill(turn: Turn, action: SayIll) -> Reply:
    """Ask for how long, or pause from today."""
    last = await turn.run(illness.say, turn.person_id, action.days, turn.now) if action.days else None
    if last is None:
        return screens.ill(turn.t, days.today(turn.person, turn.now), illness.LENGTHS)
    listing = await reminders.page(turn)
    return listing.saying(turn.t.plain("nudges-ill-set", day=turn.t.day(last)))
