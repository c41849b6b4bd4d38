"""What the team writes and presses in its topics.

A message is passed on at most once. Before it goes, the update that brought it is marked applied; taken up
again after a crash, it is not passed on a second time, and whoever wrote it is told that nobody knows whether
it arrived.
"""

from contextlib import suppress
from datetime import datetime
from functools import partial

from telegram import Message

from bot.chat.actions.team import CloseTalk
from bot.chat.errors import Trouble
from bot.chat.relay import Passed, Relay
from bot.chat.screen import Reply, Toast
from bot.chat.screens import team as screens
from bot.chat.turn import House, Turn
from bot.services import inbox, team
from bot.services.inbox import SecondWriteError, Taken
from bot.services.team import Talk
from bot.texts import Texts

ASIDE = "/"
"""How a message begins that stays among the team: ``//`` for that, and commands."""


async def close(turn: Turn, action: CloseTalk) -> Reply:
    """End a conversation from the team's side."""
    relay = turn.house.team
    found = await turn.run(team.numbered, action.talk, relay.chat_id) if relay else None
    if relay is None or found is None or not found.open:
        return Toast(turn.t.plain("team-shut-already"))
    await _closed_by_team(turn.house, relay, found, turn.now)
    return Toast(turn.t.plain("team-shut"))


def in_topic(house: House, message: Message) -> bool:
    """Return whether a message stands in a topic of the team's chat, written by one of its members."""
    if house.team is None or message.chat.id != house.team.chat_id or not message.is_topic_message:
        return False
    anonymous = message.sender_chat is not None and message.sender_chat.id == house.team.chat_id
    return anonymous or (message.from_user is not None and not message.from_user.is_bot)


async def replied(house: House, message: Message, taken: Taken | None, now: datetime) -> None:
    """Copy what the team writes in a topic to the person, or say in the topic why not."""
    relay, topic = house.team, message.message_thread_id
    if relay is None or topic is None:
        return
    found = await house.database.run(team.held_in, topic, relay.chat_id)
    if found is None:
        return  # a topic of the team's own
    if message.forum_topic_closed:
        if found.open:  # else it is the echo of what was closed here
            await _closed_by_team(house, relay, found, now)
    elif says_something(message) and not (message.text or message.caption or "").startswith(ASIDE):
        what = await _answer(house, relay, found, message, taken)
        if what:
            t = house.catalogue.texts(found.language)
            await relay.post(topic, screens.in_topic(t, what, found.first_name))


async def _answer(
    house: House, relay: Relay, found: Talk, message: Message, taken: Taken | None
) -> str | None:
    """Copy a message to the person; return what the team must know, None where all went well."""
    if not found.open:
        return "team-not-open"
    if taken and taken.applied:
        return "team-reply-unsure"
    await mark(house, taken, found)
    passed = await relay.to_person(found.person_id, message.message_id)
    if passed.trouble is None:
        await relay.mark(relay.chat_id, message.message_id)
        return None
    return _told(passed)


def _told(passed: Passed) -> str:
    if passed.trouble is Trouble.GONE:
        return "team-away"
    return "team-reply-unsure" if passed.unsure else "team-reply-not-passed"


async def _closed_by_team(house: House, relay: Relay, found: Talk, now: datetime) -> None:
    """Tell the person, end the conversation, put the topic away.

    In this order, so that a crash between them lets the person be told twice rather than never.
    """
    t = house.catalogue.texts(found.language)
    await relay.tell(found.person_id, screens.over(t, "team-closed-by-team"))
    await house.database.run(team.end, found.person_id, now)
    await shut(t, relay, found, "team-team-closed")


async def shut(t: Texts, relay: Relay, found: Talk, why: str) -> None:
    """Take the summary away, say why in the topic, and close it."""
    await relay.edit(found.card, screens.closed(t, found.first_name))
    await relay.post(found.topic, screens.in_topic(t, why, found.first_name))
    await relay.close_topic(found.topic)


async def mark(house: House, taken: Taken | None, found: Talk) -> None:
    """Mark the update applied, before its message goes: a crash must not send it twice."""
    if taken is None:
        return
    with suppress(SecondWriteError):  # a warning sign in the same words has marked it in this very turn
        await house.database.run(inbox.receipted, taken, partial(team.note, number=found.number))


def says_something(message: Message) -> bool:
    """Return whether there is something to pass on, rather than a word of Telegram's own."""
    return bool(message.text or message.effective_attachment)
