"""The world behind the emulator: one bot, its people, their chats."""

import random
import string
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from .calls import Record
from .clock import Clock
from .errors import NotPossible
from .events import Hub
from .faults import Faults
from .files import Files
from .limits import Limits
from .people import Callback, Chat, InlineQuery, Json, Person, Stored
from .profile import Profile
from .updates import Pending, Updates
from .webhook import Webhook

# The first ids are as long as real ones, so that nothing relies on small numbers.
_FIRST_PERSON = 700_000_001
_FIRST_GROUP = 4_100_000_001
_FIRST_SUPERGROUP = 1_002_000_000_001
_KEPT_QUERIES = 10_000


@dataclass(frozen=True, slots=True)
class Settings:
    """How an emulator is made.

    ``now`` gives real time in Unix seconds, ``rng`` makes the ids, ``pace`` stretches (or with less than 1
    shortens) the pauses between the attempts of a webhook.
    """

    token: str
    username: str = "midback_bot"
    name: str = "Midback"
    now: Callable[[], float] = time.time
    rng: random.Random = field(default_factory=random.Random)
    pace: float = 1.0


class World:
    """Everything that the emulator knows. All access is from one event loop."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.rng = settings.rng
        self.clock = Clock(settings.now)
        self.hub = Hub()
        self.calls = Record()
        self.faults = Faults()
        self.limits = Limits(self.clock.now)
        self.files = Files(self.rng)
        self.bot_id = int(settings.token.partition(":")[0])
        self.profile = Profile(settings.name)
        self.updates = Updates(self.clock.now, self.rng.randrange(10**8, 9 * 10**8), self._fetched)
        self.webhook = Webhook(self)
        self.people: dict[int, Person] = {}
        self.chats: dict[int, Chat] = {}
        self.callbacks: OrderedDict[str, Callback] = OrderedDict()
        self.inline_queries: OrderedDict[str, InlineQuery] = OrderedDict()
        self.inline_messages: dict[str, tuple[int, int]] = {}
        self._ids: dict[str, int] = {}

    # What the bot is

    def bot_user(self) -> Json:
        """The bot as a User inside messages."""
        return {
            "id": self.bot_id,
            "is_bot": True,
            "first_name": self.profile.name(""),
            "username": self.settings.username,
        }

    def bot_view(self) -> Json:
        """The bot as the control API shows it."""
        texts = {
            "description": self.profile.description(""),
            "short_description": self.profile.short_description(""),
        }
        return {**self.bot_user(), **texts}

    # People and chats

    def add_person(self, wish: Json) -> Person:
        """A new person, with a private chat that is not started yet."""
        if not wish.get("first_name"):
            raise NotPossible("A person needs a first_name.")
        person = Person(self.next_id("person", _FIRST_PERSON), str(wish["first_name"]))
        for name in ("last_name", "username", "language_code", "time_zone"):
            if wish.get(name):
                setattr(person, name, str(wish[name]))
        self.people[person.id] = person
        self.chats[person.id] = Chat(person.id, "private", members={person.id})
        return person

    def add_group(self, title: str, members: set[int], admins: set[int], wish: Json) -> Chat:
        """A new group with the bot in it; ``wish`` may hold type and forum."""
        kind = "supergroup" if wish.get("type") == "supergroup" or wish.get("forum") else "group"
        group = Chat(self.next_group_id(kind), "supergroup" if kind == "supergroup" else "group", title)
        group.members, group.admins = members | admins, admins
        group.status = "administrator" if self.bot_id in admins else "member"
        group.forum = bool(wish.get("forum"))
        group.started = True
        self.chats[group.id] = group
        return group

    def next_group_id(self, kind: str) -> int:
        """A fresh negative id."""
        return -self.next_id(kind, _FIRST_SUPERGROUP if kind == "supergroup" else _FIRST_GROUP)

    def chat_json(self, chat: Chat) -> Json:
        """The Bot API's Chat."""
        if not chat.is_group:
            return self.people[chat.id].chat()
        shown: Json = {"id": chat.id, "type": chat.type, "title": chat.title}
        return shown | ({"is_forum": True} if chat.forum else {})

    def user_json(self, user_id: int) -> Json | None:
        """The User with this id, None when there is none."""
        if user_id == self.bot_id:
            return self.bot_user()
        person = self.people.get(user_id)
        return person.user() if person else None

    def groups(self) -> list[Chat]:
        """All groups that are still in use."""
        return [chat for chat in self.chats.values() if chat.is_group and not chat.migrated_to]

    def watchers(self, chat: Chat) -> Iterable[int]:
        """The people who see this chat."""
        return (chat.id,) if not chat.is_group else chat.members

    # Numbers and ids

    def next_id(self, kind: str, first: int = 1) -> int:
        """The next number of its kind. Numbers never repeat, not even after a reset: the coach may
        remember them."""
        number = self._ids.get(kind, first - 1) + 1
        self._ids[kind] = number
        return number

    def digits(self, count: int = 18) -> str:
        """A random number as text, for query ids."""
        return str(self.rng.randrange(10 ** (count - 1), 10**count))

    def letters(self, count: int) -> str:
        """Random letters, for ids of inline messages."""
        return "".join(self.rng.choices(string.ascii_letters + string.digits, k=count))

    def date(self) -> int:
        """Now, as messages carry it."""
        return int(self.clock.now())

    # Queries

    def keep_callback(self, callback: Callback) -> None:
        """Remember a pressed button; very old ones are forgotten."""
        self.callbacks[callback.id] = callback
        if len(self.callbacks) > _KEPT_QUERIES:
            self.callbacks.popitem(last=False)

    def keep_inline_query(self, query: InlineQuery) -> None:
        """Remember an inline query; very old ones are forgotten."""
        self.inline_queries[query.id] = query
        if len(self.inline_queries) > _KEPT_QUERIES:
            self.inline_queries.popitem(last=False)

    # News

    def tell(self, chat: Chat, event: str, payload: Any) -> None:
        """Publish an event to those who see the chat."""
        self.hub.publish(event, payload, self.watchers(chat))

    def tell_message(self, chat: Chat, event: str, stored: Stored) -> None:
        """Publish a new or edited message."""
        self.tell(chat, event, lambda person: {"chat_id": chat.id, "message": stored.view(person)})

    def tell_people(self) -> None:
        """Publish the list of people and groups."""
        self.hub.publish("people", self.people_view())

    def tell_clock(self) -> None:
        """Publish the clock."""
        self.hub.publish("clock", self.clock.view())

    def people_view(self) -> Json:
        """All people and groups as the control API shows them."""
        return {
            "people": [person.view() for person in self.people.values()],
            "groups": [group.view() for group in self.groups()],
        }

    # The end

    async def reset(self, keep_bot: bool = False) -> None:
        """Forget everything; with ``keep_bot`` what the bot itself set up and uploaded stays."""
        for forgotten in (self.people, self.chats, self.callbacks, self.inline_queries, self.inline_messages):
            forgotten.clear()
        self.calls.clear()
        self.faults.clear()
        self.limits.clear()
        if not keep_bot:
            await self.webhook.remove()
            self.profile = Profile(self.settings.name)
            self.files.clear()
        self.updates.clear(keep_wish=keep_bot)
        self.clock.reset()
        self.hub.publish("reset", {})
        self.tell_clock()

    async def close(self) -> None:
        """Let everybody who waits go: long polls, event streams, followers of the clock."""
        self.updates.close()
        self.clock.close()
        self.hub.close()
        await self.webhook.close()

    def _fetched(self, pending: Iterable[Pending]) -> None:
        """Mark the messages of updates that the bot has now seen."""
        read: dict[int, list[int]] = {}
        for update in pending:
            if update.kind in ("message", "edited_message"):
                chat_id, message_id = update.payload["chat"]["id"], update.payload["message_id"]
                chat = self.chats.get(chat_id)
                if chat and message_id in chat.messages:
                    chat.messages[message_id].read = True
                    read.setdefault(chat_id, []).append(message_id)
        for chat_id, message_ids in read.items():
            self.tell(self.chats[chat_id], "read", {"chat_id": chat_id, "message_ids": message_ids})
