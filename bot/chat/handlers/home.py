"""The menu, the week, help, safety and about."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.chat.actions import MarkDay
from bot.chat.screen import Reply, Screen, Toast
from bot.chat.screens import checkins as questions
from bot.chat.screens import home as screens
from bot.chat.turn import Turn
from bot.domain.exercises import Entry
from bot.domain.safety import Tier
from bot.domain.streak import Mark
from bot.services import checkins, days, nudges, people, plans, sessions

MENDABLE = 2
"""How many days back a person may still say that they practised."""


async def page(turn: Turn) -> Screen:
    """Open the menu."""
    way = await turn.run(plans.way, turn.person_id, turn.library, days.today(turn.person, turn.now))
    if way and way.today:
        entries: Sequence[Entry] = way.today.entries
    else:
        _, entries = await turn.run(sessions.planned, turn.person_id, turn.library, turn.now)
    progress = await turn.run(days.progress, turn.person_id, turn.now)
    running = await turn.run(sessions.unfinished, turn.person_id, turn.library, turn.now)
    guess = None if turn.person.zone_confirmed else turn.now.astimezone(ZoneInfo(turn.person.zone)).time()
    asking = await turn.run(checkins.offered, turn.person_id, turn.now)
    asked = questions.offer(turn.t, asking) if asking else None
    open_ = running is not None
    return screens.home(
        turn.t,
        turn.first_name,
        entries,
        progress,
        open_=open_,
        guess=guess,
        way=way,
        asked=asked,
        resumed=nudges.resumed(turn.person),
    )


async def week(turn: Turn) -> Screen:
    """Show this week, the streak and the totals."""
    progress = await turn.run(days.progress, turn.person_id, turn.now)
    return screens.week(turn.t, progress, turn.person.day_start)


async def mark_day(turn: Turn, action: MarkDay) -> Reply:
    """Note that a session was done without the card, today or in the last two days."""
    day = datetime.strptime(action.day, "%Y%m%d").date()  # noqa: DTZ007 - a calendar day has no zone
    today = days.today(turn.person, turn.now)
    if not timedelta() <= today - day <= timedelta(days=MENDABLE):
        return Toast(turn.t.plain("week-too-old"), alert=True)
    fresh = await turn.run(days.mark, turn.person_id, day, Mark.DID_ALREADY, turn.now)
    return (await week(turn)).saying(turn.t.plain("week-marked" if fresh else "week-marked-already"))


async def pictures(turn: Turn) -> Reply:
    """Change between moving and still pictures, for slow networks."""
    still = await turn.run(people.switch_pictures, turn.person_id)
    return screens.help_(
        turn.t, "help-pictures-still" if still else "help-pictures-moving", team=turn.house.team is not None
    )


async def help_(turn: Turn) -> Reply:
    """Say what the coach can do."""
    return screens.help_(turn.t, team=turn.house.team is not None)


async def unknown_command(turn: Turn) -> Reply:
    """Meet a command that does not exist."""
    return screens.help_(turn.t, "help-unknown-command", team=turn.house.team is not None)


async def media(turn: Turn) -> Reply:
    """Meet a photo, a sticker, a voice note."""
    return screens.help_(turn.t, "help-media", team=turn.house.team is not None)


async def safety(turn: Turn) -> Reply:
    """Say when to see a doctor. What is for somebody in despair is told when their words ask for it."""
    cards = [card for card in turn.library.cards.values() if card.group == "safety"]
    of_the_body = [card for card in cards if card.slug != Tier.CRISIS]
    return screens.safety(turn.t, of_the_body, team=turn.house.team is not None)


async def about(turn: Turn) -> Reply:
    """Say who speaks here."""
    return screens.about(turn.t, [card for card in turn.library.cards.values() if card.group == "legal"])


async def group(turn: Turn) -> Reply:
    """Point the way from a group into the private chat."""
    return screens.private_only(turn.t, turn.house.username)
