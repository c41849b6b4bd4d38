"""Asking a human: consent, the conversation, and its end. What the team does is in :mod:`.topics`."""

import secrets

from telegram import Message

from bot.chat.actions.team import ConsentTeam, EndTalk, TalkToTeam
from bot.chat.handlers import topics
from bot.chat.relay import Relay
from bot.chat.screen import Reply
from bot.chat.screens import team as screens
from bot.chat.turn import Turn
from bot.services import checkins, team
from bot.services.prescriptions import LETTERS
from bot.services.team import Talk

LONGEST_NAME = 64
"""Characters of a first name in the name of a topic."""


async def page(turn: Turn) -> Reply:
    """Ask for consent, or show that the conversation is open."""
    if turn.house.team is None:
        return screens.own(turn.t)
    found = await _talk(turn)
    return screens.open_(turn.t) if found and found.open else screens.asking(turn.t)


async def consent(turn: Turn, action: ConsentTeam) -> Reply:
    """Show what the team would see."""
    if turn.house.team is None:
        return screens.own(turn.t)
    return screens.asking(turn.t, more=action.more == 1)


async def talk(turn: Turn, action: TalkToTeam) -> Reply:
    """Open a topic (or the one from before), note what was agreed to, and show no more before that."""
    relay = turn.house.team
    if relay is None:
        return screens.own(turn.t)
    before = await _talk(turn)
    if before and before.open:
        return screens.open_(turn.t)
    place = await _topic(turn, relay, before.topic if before else None)
    if place is None:
        return screens.over(turn.t, "team-unreachable")
    more = action.more == 1
    found = await turn.run(team.agree, turn.person_id, relay.chat_id, *place, more=more, now=turn.now)
    await _head(turn, relay, found)
    return screens.open_(turn.t)


async def talking(turn: Turn) -> Reply:
    """Head the topic once more, after a crash before that."""
    found = await _talk(turn)
    if turn.house.team and found and found.open:
        await _head(turn, turn.house.team, found)
    return await page(turn)


async def end(turn: Turn, _: EndTalk) -> Reply:
    """End the conversation from the person's side."""
    found = await _talk(turn)
    if turn.house.team is None or found is None or not found.open:
        return screens.over(turn.t, "team-closed").saying(turn.t.plain("team-over"))
    await turn.run(team.end, turn.person_id, turn.now)
    return await ended(turn)


async def ended(turn: Turn) -> Reply:
    """Put the topic away and say that it is over; a second time, after a crash, does no harm."""
    found = await _talk(turn)
    if turn.house.team and found and not found.open:
        await topics.shut(turn.t, turn.house.team, found, "team-person-closed")
    return screens.over(turn.t, "team-closed")


async def forget(turn: Turn) -> None:
    """Put away the topic of somebody who is about to be erased, their name with it.

    Before the erasing: afterwards nobody would know the topic. A crash between the two lets it be said twice.
    """
    relay, found = turn.house.team, await _talk(turn)
    if relay is None or found is None:
        return
    erased = screens.in_topic(turn.t, "team-erased")
    await relay.edit(found.card, erased)
    await relay.post(found.topic, erased)
    await relay.rename_topic(found.topic, turn.t.plain("team-topic-erased"))
    await relay.close_topic(found.topic)


async def hears(turn: Turn, message: Message) -> Talk | None:
    """Return the conversation that a message of a person belongs to; None where it is for the coach."""
    if turn.house.team is None or not turn.private or not topics.says_something(message) or message.location:
        return None
    if message.text and _answers(turn):
        return None
    found = await _talk(turn)
    return found if found and found.open else None


async def pass_on(turn: Turn, found: Talk, message: Message) -> Reply:
    """Copy a message into the person's topic, unread and unstored."""
    relay = turn.house.team
    if relay is None or turn.applied:
        return screens.told(turn.t, "team-unsure")
    await topics.mark(turn.house, turn.taken, found)
    passed = await relay.to_team(turn.person_id, message.message_id, found.topic)
    if passed.trouble is None:
        await relay.mark(turn.person_id, message.message_id)
        return None
    if passed.lost:
        # A write beside the mark, which stands already: done again it changes nothing.
        await turn.house.database.run(team.end, turn.person_id, turn.now, topic_gone=True)
        return screens.over(turn.t, "team-gone")
    return screens.told(turn.t, "team-unsure" if passed.unsure else "team-not-passed")


async def _talk(turn: Turn) -> Talk | None:
    relay = turn.house.team
    return await turn.run(team.talk, turn.person_id, relay.chat_id) if relay else None


async def _topic(turn: Turn, relay: Relay, before: int | None) -> tuple[int, int] | None:
    """Return a topic and the message that heads it, from before if it is still there; None where none can be.

    A crash before it is noted leaves an empty topic with a first name behind, and the next try makes another.
    """
    heading = screens.heading(turn.t, turn.first_name)
    if before is not None:
        await relay.reopen_topic(before)
        headed = await relay.post(before, heading)
        if not headed.lost:
            return (before, headed.result["message_id"]) if headed.result else None
    code = "".join(secrets.choice(LETTERS) for _ in range(4)).upper()
    name = turn.t.plain("team-topic", name=turn.first_name[:LONGEST_NAME], code=code)
    made = await relay.open_topic(name)
    if made.result is None:
        return None
    topic = made.result["message_thread_id"]
    headed = await relay.post(topic, heading)
    return (topic, headed.result["message_id"]) if headed.result else None


async def _head(turn: Turn, relay: Relay, found: Talk) -> None:
    """Let the topic's card say what was agreed to; with a summary it is pinned."""
    if not found.more:
        await relay.edit(found.card, screens.card(turn.t, found, None))
        return
    summary = await turn.run(team.summary, turn.person_id, turn.library, turn.now)
    await relay.edit(found.card, screens.card(turn.t, found, summary))
    await relay.pin(found.card)


def _answers(turn: Turn) -> bool:
    """Return whether typed words answer a question that a button has just asked."""
    if turn.person.asked == checkins.ASKED:
        return checkins.listens(turn.person, turn.now)
    return bool(turn.person.asked)
