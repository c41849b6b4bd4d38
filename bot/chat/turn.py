"""What a handler gets: who, what, when, and the parts of the house that it may use."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Concatenate, ParamSpec, TypeVar

from sqlmodel import Session

from bot.chat.relay import Relay
from bot.db.database import Database
from bot.db.tables import Person
from bot.domain.exercises import Library
from bot.domain.search import Index
from bot.domain.understanding.vocabulary import Learnt, Spoken, Vocabulary, nothing_learnt
from bot.services import days, inbox
from bot.services.inbox import Taken
from bot.texts import Catalogue, Texts

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True)
class House:
    """The parts that handlers share; built once in ``bot.app``.

    :param indexes: a search index per language
    :param zone: the IANA zone that is guessed for somebody new
    :param username: the bot's own name on Telegram, for links into the private chat
    :param catalogue: the texts of every language
    :param team: the care team's chat, where there is one
    :param learnt: what was learnt of how people say things, by language
    """

    database: Database
    library: Library
    indexes: Mapping[str, Index]
    zone: str
    username: str
    catalogue: Catalogue
    team: Relay | None = None
    learnt: Learnt = nothing_learnt

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """Return what people may say; :meth:`listening` makes it off the event loop."""
        return Vocabulary.build(self.library, self.indexes, self.learnt)

    async def listening(self) -> None:
        """Wait until typed words can be understood: that is made when somebody first types, not before."""
        if "vocabulary" not in vars(self):
            await asyncio.to_thread(lambda: self.vocabulary)


@dataclass(frozen=True)
class Group:
    """Where others read along: the chat, and the message of the coach that was pressed, if one was."""

    id: int
    message_id: int | None = None


@dataclass(frozen=True)
class Turn:
    """One thing that one person did.

    :param person: as they were when the turn began
    :param text: what came with it: the words after a command, or the whole message
    :param private: whether it happened in the person's own chat with the coach
    :param taken: the stored update that it came from, which learns in the same transaction that it is applied
    :param group: where it happened, when that was in a group
    """

    person: Person
    text: str
    private: bool
    now: datetime
    t: Texts
    house: House
    taken: Taken | None = None
    group: Group | None = None

    @property
    def person_id(self) -> int:
        """Return Telegram's id of the person, which is also the id of the private chat."""
        return self.person.id

    @property
    def first_name(self) -> str:
        """Return how the person calls themselves on Telegram."""
        return self.person.first_name

    @property
    def library(self) -> Library:
        """Return all content."""
        return self.house.library

    @property
    def language(self) -> str:
        """Return the language in which the person reads."""
        return self.t.language

    @cached_property
    def spoken(self) -> Spoken:
        """Return how the words sound; wait for :meth:`House.listening` before."""
        return self.house.vocabulary.listen(self.text, self.language, days.today(self.person, self.now))

    async def run(
        self, service: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Call a service off the event loop, in one transaction. One turn may write in one of them only.

        :raises LeaseLostError: when another replica has taken the update over; nothing was changed
        :raises SecondWriteError: when an earlier call wrote already; nothing was changed by this one
        """
        taken, run = self.taken, self.house.database.run
        if taken is None:
            return await run(service, *args, **kwargs)
        return await run(inbox.receipted, taken, lambda session: service(session, *args, **kwargs))

    @property
    def applied(self) -> bool:
        """Return whether an earlier try, which did not come to its end, changed what was to change."""
        return self.taken is not None and self.taken.applied
