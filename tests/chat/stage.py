"""A dispatcher on a database of its own, and shorthands for what people do in Telegram."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlmodel import select

from bot.chat.delivery import Door, Place
from bot.chat.dispatch import Dispatcher
from bot.chat.errors import Sent, Trouble
from bot.chat.screen import Offer, Screen
from bot.chat.turn import House
from bot.db.database import Database
from bot.db.tables import Person
from bot.domain.exercises import Library
from bot.domain.search import Index
from bot.library.learnt import learnt_reader
from bot.texts import load

ANA = {"id": 7, "is_bot": False, "first_name": "Ana", "language_code": "en"}
BEN = {"id": 8, "is_bot": False, "first_name": "Ben", "language_code": "en"}
PRIVATE = {"id": 7, "type": "private", "first_name": "Ana"}
GROUP = {"id": -100500, "type": "supergroup", "title": "Office"}
PHOTO = [{"file_id": "x", "file_unique_id": "y", "width": 90, "height": 90}]
FILE = {"file_id": "x", "file_unique_id": "y"}

Json = Mapping[str, Any]


class NotingDoor(Door):
    """Writes down what would go out; ``trouble`` is what Telegram says to every message."""

    def __init__(self) -> None:
        self.answers: list[tuple[str | None, bool]] = []
        self.shown: list[tuple[Place, Screen]] = []
        self.offered: list[tuple[str, list[Offer]]] = []
        self.leaders = {7}  # who leads every group: Ana
        self.trouble: Trouble | None = None
        self.breaks = 0  # how many of the next screens end in an error of ours

    async def answer(self, query_id: str, text: str | None = None, *, alert: bool = False) -> None:
        assert query_id == "q1"
        self.answers.append((text, alert))

    async def offer(self, query_id: str, offers: Iterable[Offer]) -> None:
        self.offered.append((query_id, list(offers)))

    async def leads(self, chat_id: int, user_id: int) -> bool:
        return chat_id < 0 and user_id in self.leaders

    async def show(self, place: Place, screen: Screen) -> Sent:
        if self.breaks:
            self.breaks -= 1
            raise ValueError("a button is over 64 bytes")
        self.shown.append((place, screen))
        return Sent(trouble=self.trouble) if self.trouble else Sent(message_id=900 + len(self.shown))


@dataclass(frozen=True)
class StillClock:
    """A clock that stands still."""

    moment: datetime

    def now(self) -> datetime:
        """The moment."""
        return self.moment


@dataclass(frozen=True)
class Stage:
    """A dispatcher on a database of its own, and shorthands for what people do."""

    dispatcher: Dispatcher
    door: NotingDoor

    async def update(self, **kind: Json) -> None:
        """Hand in one update."""
        data = {"update_id": 1, **kind}
        await self.dispatcher.handle(data)

    async def says(self, text: str | None = None, who: Json = ANA, chat: Json = PRIVATE, **more: Any) -> None:
        """Hand in a message."""
        words = {"text": text} if text is not None else {}
        await self.update(message=message(chat, {"from": who}, **words, **more))

    async def presses(self, data: str, who: Json = ANA, chat: Json = PRIVATE, **more: Any) -> None:
        """Hand in a press on message 50 of the coach."""
        shown = message(chat, **{"text": "card", **more})
        query = {"id": "q1", "from": who, "chat_instance": "1", "message": shown, "data": data}
        await self.update(callback_query=query)

    @property
    def screen(self) -> Screen:
        """The one screen that was shown."""
        [(_, screen)] = self.door.shown
        return screen

    def actions(self) -> list[object]:
        """What the buttons of the screen do."""
        return [key.action for row in self.screen.keys for key in row]

    def people(self) -> list[Person]:
        """Everybody who is known."""
        return self.dispatcher.house.database.call(lambda session: list(session.exec(select(Person))))


def message(chat: Json, *parts: Json, **more: Any) -> dict[str, Any]:
    """Return message 50 as Telegram writes it."""
    return {
        "message_id": 50,
        "date": 1772442000,
        "chat": chat,
        **{k: v for p in parts for k, v in p.items()},
        **more,
    }


LEARNT = learnt_reader(Path(__file__).parents[2] / "content")
"""Read when the first test asks for it, then kept."""


def stage_with(database: Database, library: Library, now: datetime) -> Stage:
    """Build a dispatcher for this content."""
    catalogue = load()
    indexes = {
        code: Index.build(library, code, t.lines("library-filler")) for code, t in catalogue.languages.items()
    }
    house = House(database, library, indexes, "Europe/Madrid", "midback_bot", catalogue, None, LEARNT)
    door = NotingDoor()
    return Stage(Dispatcher(house, door, catalogue, StillClock(now)), door)
