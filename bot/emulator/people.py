"""Who and what is in the world: people, chats, messages, callback and inline queries."""

from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Any, Literal

Json = dict[str, Any]
# A chat of a long benchmark forgets its oldest messages.
KEPT_MESSAGES = 5_000


@dataclass(slots=True)
class Person:
    """Somebody with a Telegram account."""

    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language_code: str = "en"
    time_zone: str = "UTC"
    deactivated: bool = False

    def user(self) -> Json:
        """The Bot API's User."""
        return {"id": self.id, "is_bot": False, **self._names(), "language_code": self.language_code}

    def chat(self) -> Json:
        """The Bot API's Chat of the private chat with this person."""
        return {"id": self.id, "type": "private", **self._names()}

    def view(self) -> Json:
        """The person as the control API shows it."""
        more = {"time_zone": self.time_zone, "deactivated": self.deactivated}
        return {"id": self.id, **self._names(), "language_code": self.language_code, **more}

    def _names(self) -> Json:
        names = {"first_name": self.first_name, "last_name": self.last_name, "username": self.username}
        return {key: value for key, value in names.items() if value}


@dataclass(slots=True)
class Stored:
    """One message. ``data`` is replaced, never changed: answers and updates may still hold it."""

    data: Json
    author: int
    read: bool
    deleted: bool = False
    inline_id: str = ""
    reactions: list[Json] = field(default_factory=list)
    votes: dict[int, list[int]] = field(default_factory=dict)

    def view(self, person_id: int) -> Json:
        """The message as the control API shows it to a person."""
        shown = {
            **self.data,
            "outgoing": self.author == person_id,
            "read": self.read,
            "deleted": self.deleted,
        }
        return shown | ({"reactions": self.reactions} if self.reactions else {})


@dataclass(slots=True)
class Chat:
    """A private chat or a group; ``status`` is that of the bot as a member."""

    id: int
    type: Literal["private", "group", "supergroup"]
    title: str = ""
    members: set[int] = field(default_factory=set)
    admins: set[int] = field(default_factory=set)
    status: str = "member"
    started: bool = False
    blocked: bool = False
    forum: bool = False
    migrated_to: int = 0
    topics: set[int] = field(default_factory=set)
    messages: OrderedDict[int, Stored] = field(default_factory=OrderedDict)
    cleared: dict[int, int] = field(default_factory=dict)
    markups: dict[int, Json] = field(default_factory=dict)
    pinned: list[int] = field(default_factory=list)
    reactions: dict[tuple[int, int], list[Json]] = field(default_factory=dict)
    action: tuple[str, float] | None = None
    menu_button: Json | None = None

    @property
    def is_group(self) -> bool:
        """Whether several people are here."""
        return self.type != "private"

    def view(self) -> Json:
        """The Group of the control API."""
        return {
            "id": self.id,
            "title": self.title,
            "type": self.type,
            "members": sorted(self.members),
            "admins": sorted(self.admins),
        }

    def keep(self, message_id: int, stored: Stored) -> None:
        """Add a message, forgetting the oldest of very many."""
        self.messages[message_id] = stored
        if len(self.messages) > KEPT_MESSAGES:
            self.messages.popitem(last=False)


@dataclass(slots=True)
class Callback:
    """A pressed button and what the bot answered."""

    id: str
    person_id: int
    chat_id: int
    message_id: int
    asked_at: float
    answer: Json | None = None

    def view(self) -> Json:
        """The callback as the control API shows it."""
        return {"answered": self.answer is not None, **(self.answer or {})}


@dataclass(slots=True)
class InlineQuery:
    """An inline query and the results that the bot offered."""

    id: str
    person_id: int
    text: str
    asked_at: float
    results: list[Json] | None = None
