"""From an update to a handler, and from its answer to the door."""

import asyncio
from dataclasses import dataclass, replace
from datetime import datetime
from html import escape

import structlog
from telegram import ChatMember, ChatMemberUpdated, InlineQuery, Message, Update, User
from telegram.constants import ChatType

from bot.chat import routes
from bot.chat.buttons import unpack
from bot.chat.delivery import Door, Place
from bot.chat.handlers import again, home, inline, prescribing, team, topics, words, zone
from bot.chat.presses import Json, Pressed, Who
from bot.chat.screen import Reply, Screen, Toast
from bot.chat.screens.clubs import fresh
from bot.chat.turn import Group, House, Turn
from bot.clock import Clock
from bot.db.database import unreachable
from bot.services import clubs, outbox, people
from bot.services.inbox import LeaseLostError, Taken
from bot.services.people import Newcomer
from bot.texts import Catalogue, Texts

log = structlog.get_logger(__name__)

GONE = {ChatMember.BANNED, ChatMember.LEFT}

CLUB = "club"
"""The command about desk breaks, and what a link that invites the coach into a group carries."""

PRESCRIBE = "prescribe"
"""The command of the care team, in its chat."""


@dataclass(frozen=True)
class Dispatcher:
    """Handles one update at a time; whoever calls keeps each person's order."""

    house: House
    door: Door
    catalogue: Catalogue
    clock: Clock

    async def handle(self, update: Json, taken: Taken | None = None) -> bool:
        """Handle an update; a failure is logged without what people wrote, and told kindly.

        :param update: as Telegram wrote it
        :param taken: the same update as the inbox knows it
        :returns: whether it went well
        :raises Exception: only where the update is kept and will be tried again, here or elsewhere
        """
        try:
            if query := update.get("callback_query"):
                await self._press(Pressed.of(query), taken)
            else:
                await self._rest(Update.de_json(dict(update), None), taken)
        except Exception as error:  # one person's failure must not stop the others
            if comes_again(error, taken):
                raise
            log.exception("update failed", update=update.get("update_id"))
            return False
        return True

    async def _rest(self, update: Update, taken: Taken | None) -> None:
        if update.message:
            await self._message(update.message, taken)
        elif update.inline_query:
            await self._inline(update.inline_query)
        elif update.my_chat_member:
            await self._membership(update.my_chat_member)
        # Edited messages are left alone on purpose: what was answered once is not answered again.

    async def _message(self, message: Message, taken: Taken | None) -> None:
        user, private = message.from_user, message.chat.type == ChatType.PRIVATE
        command, text = _command(message, self.house.username)
        if message.migrate_to_chat_id or message.migrate_from_chat_id:
            await self._moved(message)
            return
        if command is None and topics.in_topic(self.house, message):
            await topics.replied(self.house, message, taken, self.clock.now())
            return
        if command == CLUB and message.sender_chat == message.chat:
            # An administrator who stays anonymous. Who presses the button is known again.
            await self.door.show(Place(message.chat.id), fresh(self.catalogue.texts(None)))
            return
        if user is None or user.is_bot or not (private or command in routes.by_name()):
            return  # what a group says to others is neither answered nor kept
        place = Place(message.chat.id, topic=message.message_thread_id if message.is_topic_message else None)
        try:
            group = None if private else Group(message.chat.id)
            turn = await self._turn(Who.of(user), text, taken, group)
            # Before anything else: nothing that follows is as urgent.
            alarm = await words.alarmed(turn, asks=await _asks(turn, message, command)) if private else None
            reply = alarm or await self._words(turn, message, command)
        except Exception as error:
            if not comes_again(error, taken):
                await self.door.show(place, Screen(self._texts(user)("help-wrong")))
            raise
        await self._deliver(place, reply, turn)
        if alarm and command is None and (talk := await team.hears(turn, message)):
            await self._deliver(place, await team.pass_on(turn, talk, message), turn)

    async def _words(self, turn: Turn, message: Message, command: str | None) -> Reply:
        if command is None and (talk := await team.hears(turn, message)):
            return await team.pass_on(turn, talk, message)
        if turn.applied and not (command == PRESCRIBE and prescribing.in_team_chat(turn)):
            return await again.after_words(turn)
        if command is not None:
            if not turn.private and (command, turn.text) == ("start", CLUB):  # invited by a link
                command = CLUB
            known = routes.by_name().get(command)
            if not turn.private and command not in routes.IN_GROUPS:
                return await home.group(turn)
            return await known.handler(turn) if known else await home.unknown_command(turn)
        return await (self._wordless(turn, message) if message.text is None else self._typed(turn))

    async def _wordless(self, turn: Turn, message: Message) -> Reply:
        if message.location:
            return await zone.located(turn, message.location.latitude, message.location.longitude)
        return await home.media(turn) if message.effective_attachment else None

    async def _typed(self, turn: Turn) -> Reply:
        asked = routes.ASKED.get(turn.person.asked)
        known = routes.by_name().get(turn.text.strip().lower())
        if known:  # "help" and "stop" mean what they say, with or without a slash, whatever was asked
            return await known.handler(replace(turn, text=""))
        return await asked(turn) if asked else await words.typed(turn)

    async def _press(self, press: Pressed, taken: Taken | None) -> None:
        group = None if press.private else Group(press.place.chat_id, press.message_id)
        try:
            turn = await self._turn(press.who, "", taken, group)
            reply = await self._pressed(turn, press.data)
        except Exception as error:
            if not comes_again(error, taken):
                sorry = self._texts(press.who).plain("help-wrong")
                await self.door.answer(press.query_id, sorry, alert=True)
            raise
        if isinstance(reply, Toast):
            await self.door.answer(press.query_id, reply.text, alert=reply.alert)
            return
        toast, alert = (reply.toast, reply.alert) if reply else (None, False)
        # Side by side: the button must not spin while a picture is made, nor the message wait for the button.
        await asyncio.gather(
            self.door.answer(press.query_id, toast, alert=alert),
            self._deliver(press.place, reply, turn),
        )

    async def _inline(self, query: InlineQuery) -> None:
        """Offer cards; whoever asks need not be known, and does not become so."""
        known = await self.house.database.run(people.spoken, query.from_user.id)
        t = self.catalogue.speaking(*known) if known else self._texts(query.from_user)
        await self.door.offer(query.id, inline.offers(t, self.house, query.query))

    async def _pressed(self, turn: Turn, data: str) -> Reply:
        action = unpack(data, routes.by_code())
        if not turn.private and type(action) not in routes.IN_GROUPS_PRESSES:
            return Toast(turn.t.plain("help-not-yours"), alert=True)
        if type(action) in routes.FOR_TEAM and not prescribing.in_team_chat(turn):
            toast = turn.t.plain("help-not-yours")
            return (await home.page(turn)).saying(toast) if turn.private else Toast(toast, alert=True)
        theirs = turn.group if type(action) in routes.FOR_ADMINS else None
        if theirs and not await self.door.leads(theirs.id, turn.person_id):
            return Toast(turn.t.plain("clubs-admins"), alert=True)
        if action is None:
            return (await home.page(turn)).saying(turn.t.plain("help-old-button"))
        if turn.applied:
            return await again.after_press(turn, action)
        return await routes.PRESSES[type(action)](turn, action)

    async def _deliver(self, place: Place, reply: Reply, turn: Turn) -> None:
        """Show the reply; where that fails for good, say so: a silent chat would look like a lost tap."""
        try:
            await self._show(place, reply, turn)
        except Exception as error:
            if not comes_again(error, turn.taken):
                again_here = replace(place, message_id=None)
                await self.door.show(again_here, Screen(turn.t("help-wrong")))
            raise

    async def _show(self, place: Place, reply: Reply, turn: Turn) -> None:
        screen = Screen(escape(reply.text)) if isinstance(reply, Toast) else reply
        if screen is not None:
            await self.door.show(place, screen.calmed() if turn.person.still_pictures else screen)

    async def _membership(self, change: ChatMemberUpdated) -> None:
        if change.chat.type == ChatType.PRIVATE and change.new_chat_member.status in GONE:
            await self.house.database.run(outbox.away, change.from_user.id, self.clock.now())
        elif change.new_chat_member.status in GONE:
            await self.house.database.run(clubs.end, change.chat.id)

    async def _moved(self, message: Message) -> None:
        """Follow a group that has become a supergroup; it is told in both chats."""
        here = message.chat.id
        old, new = message.migrate_from_chat_id or here, message.migrate_to_chat_id or here
        await self.house.database.run(clubs.move, old, new)

    async def _turn(self, who: Who, text: str, taken: Taken | None, group: Group | None) -> Turn:
        now: datetime = self.clock.now()
        newcomer = Newcomer(who.id, _storable(who.first_name), self._texts(who).language, here=group is None)
        known = taken.known if taken else None
        person = known.as_before(newcomer, now) if known else None
        if person is None:
            person = await self.house.database.run(people.meet, newcomer, zone=self.house.zone, now=now)
        t = self.catalogue.speaking(person.language, person.clock)
        return Turn(person, text, group is None, now, t, self.house, taken, group)

    def _texts(self, user: User | Who) -> Texts:
        return self.catalogue.texts(user.language_code)


def comes_again(error: Exception, taken: Taken | None) -> bool:
    """Tell whether the update will be tried again, so that it is too early to speak of a failure."""
    return taken is not None and (isinstance(error, LeaseLostError) or unreachable(error))


async def _asks(turn: Turn, message: Message, command: str | None) -> bool:
    """Tell whether the words will be answered by what they mean, so that a sign in doubt is asked about."""
    if command is not None or message.text is None or turn.person.asked == "activity":
        return False
    return await team.hears(turn, message) is None


def _storable(words: str) -> str:
    """Return words as databases can keep them: without half characters and zero bytes."""
    return words.encode("utf-8", "ignore").decode().replace("\0", "")


def _command(message: Message, username: str) -> tuple[str | None, str]:
    """Return the command without its slash and the words after it; None when it is not a command for us."""
    text = _storable(message.text or message.caption or "")
    if not text.startswith("/"):
        return None, text
    head, *words = text[1:].split(maxsplit=1) or [""]
    name, _, bot = head.partition("@")
    if bot and bot.lower() != username.lower():
        return None, ""
    return name.lower(), "".join(words).strip()
