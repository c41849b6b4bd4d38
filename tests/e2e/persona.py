"""Somebody who lives with the coach for weeks: what they do by buttons and words, and all that they see."""

import asyncio
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import aiohttp

from bot.domain.exercises import Library
from bot.emulator.client import Person, buttons_of, text_of
from bot.emulator.player import Json

CARD = re.compile(r"^(?P<title>.+)\n\S* \d+ of \d+$", re.MULTILINE)
"""The head of a session's card: the exercise and its form, then how far it is."""

PATIENCE = 20.0
"""Seconds until a press or a word counts as unanswered; this machine may be busy."""

PAUSE = 0.005
"""Seconds between two looks at the chat."""

LINE = re.compile(r"^\S+ \w{3}, \d+ \w+ · .+$", re.MULTILINE)
"""A line of the ledger: how a day counts, and why."""

OFFERS = ("📈 Weekly", "📈 A short", "✍️ What")
"""How the buttons begin that offer questions."""


@dataclass(frozen=True)
class Answers:
    """What somebody answers to questions about weeks.

    :param pain: of the last seven days, for each of the PEG questions, too
    :param ability: how well they can do what they named
    :param change: in their words, compared with the first day
    """

    pain: int
    ability: int
    change: str


@dataclass
class Life:
    """A person, all that they saw, and what they did.

    :param cards: each exercise and form that a session showed them
    :param diary: everything they did and saw, in words
    :param practised: the days on which they ended a session with something done
    :param ledger: the lines of the ledger when they last opened it, the newest first
    :param odd: what was wrong with a screen or a press
    """

    name: str
    person: Person
    library: Library
    folder: Path
    http: aiohttp.ClientSession
    activities: Sequence[str] = ()
    today: date = date.min
    messages: list[Json] = field(default_factory=list)
    screen: Json = field(default_factory=dict)
    cards: set[tuple[str, str]] = field(default_factory=set)
    diary: list[str] = field(default_factory=list)
    practised: set[date] = field(default_factory=set)
    ledger: list[str] = field(default_factory=list)
    odd: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What the newest screen says."""
        return text_of(self.screen)

    @property
    def labels(self) -> list[str]:
        """The buttons of the newest screen."""
        return [str(button["text"]) for button in buttons_of(self.screen)]

    def label(self, begin: str) -> str | None:
        """The first button of the newest screen that begins so."""
        return next((label for label in self.labels if label.startswith(begin)), None)

    def saw(self, words: str) -> bool:
        """Tell whether these words ever stood before them."""
        return any(words in entry for entry in self.diary)

    async def wake(self, today: date) -> None:
        """Begin a day: look at what came by itself, then empty the chat, so that looking stays quick."""
        self.today = today
        self._see("in the morning", await self._chat())
        await self._do("clear")
        self.messages = []

    async def say(self, words: str) -> str:
        """Write, and return what the coach says."""
        await self._do("send", text=words)
        return await self._look(f"» {words}")

    async def tap(self, wanted: str) -> str:
        """Press the button of the newest screen that reads or begins so, and return what comes of it."""
        button = self._button(wanted)
        where, data = self.screen["message_id"], button["callback_data"]
        pressed = await self._do("press", message_id=where, data=data)
        said = await self._look(f"[{button['text']}]")
        answer = await self._get(f"callbacks/{pressed['id']}")
        if not answer["answered"]:
            self.odd.append(f"{self.today}: no answer to {button['text']!r}")
        if answer.get("text"):
            self.diary.append(f"  ({answer['text']})")
        return said

    async def taps(self, *wanted: str) -> str:
        """Press one after the other."""
        for one in wanted:
            await self.tap(one)
        return self.text

    async def begin(self, pain: int) -> str:
        """Open today's session with a number."""
        said = await self.say("/today")
        return await self.tap(str(pain)) if "How is your back right now?" in said else said

    async def go_through(self, extra: int = 2) -> None:
        """Press Done until the session is over, and say how much more was possible where that is asked."""
        effort = ("None", "1 more", "2 or more")[extra]
        while done := self.label("✓"):
            await self.tap(done)
            if effort in self.labels:
                await self.tap(effort)
        if "Done, well moved." in self.text:
            self.practised.add(self.today)

    async def practise(self, pain: int, after: int, answers: Answers, extra: int = 2) -> None:
        """Do today's session from beginning to end, say how it is then, and answer what is asked."""
        await self.begin(pain)
        await self.go_through(extra)
        await self.tap(str(after))
        if move := self.label("Yes, at "):
            await self.tap(move)
        await self.answer(answers)

    async def answer(self, answers: Answers) -> None:
        """Answer the questions that are offered, until none is."""
        while offer := next((found for begin in OFFERS if (found := self.label(begin))), None):
            await self.tap(offer)
            while "Thank you." not in self.text:
                await self._answer_one(answers)

    async def _answer_one(self, answers: Answers) -> None:
        if "What should get easier?" in self.text:
            for name in self.activities:
                await self.tap("✍️ Write")
                await self.say(name)
            await self.tap("▶ Rate them now")
        elif "How well can you do this now?" in self.text:
            await self.tap(str(answers.ability))
        elif "Compared with the day you began" in self.text:
            await self.tap(answers.change)
        else:
            await self.tap(str(answers.pain))

    async def look_back(self, week: int) -> None:
        """Open the picture, the ledger to its first day, the changes and the page for a professional."""
        await self.say("/progress")
        await self._keep("photo", f"{self.name}-week{week}-days.png")
        await self.tap("📈 Pain")
        await self._keep("photo", f"{self.name}-week{week}-change.png")
        self.ledger = LINE.findall(await self.say("/why"))
        while self.label("‹ Older"):
            self.ledger += LINE.findall(await self.tap("‹ Older"))
        await self.say("/changes")
        await self.say("/report")
        await self._keep("document", f"{self.name}-week{week}-report.pdf")

    def write_down(self) -> None:
        """Put the diary beside the pictures."""
        (self.folder / f"{self.name}-transcript.txt").write_text("\n".join(self.diary))

    async def _look(self, did: str) -> str:
        """Wait until something is new or other than before, and see it."""
        async with asyncio.timeout(PATIENCE):
            while not self._fresh(found := await self._chat()):  # noqa: ASYNC110 - the chat is over HTTP
                await asyncio.sleep(PAUSE)
        return self._see(did, found)

    def _see(self, did: str, found: list[Json]) -> str:
        """See what is new; the last of it is the screen."""
        fresh = self._fresh(found)
        self.messages = found
        self.diary += [f"\n{self.today:%a %d %b} {did}"] if fresh else []
        for one in fresh:
            self._note(one)
            self.screen = one
        return self.text

    def _fresh(self, found: list[Json]) -> list[Json]:
        known = {one["message_id"]: one for one in self.messages}
        return [one for one in found if known.get(one["message_id"]) != one]

    def _note(self, message: Json) -> None:
        words, labels = text_of(message), [str(button["text"]) for button in buttons_of(message)]
        self.diary += [words, *([f"  {' | '.join(labels)}"] if labels else [])]
        self.odd += [f"{self.today}: {wrong}: {words[:60]!r}" for wrong in wrongs(message)]
        if head := CARD.search(words):
            self.cards.add(self._form(head["title"]))

    def _form(self, title: str) -> tuple[str, str]:
        """Return exercise and form by the words on a card."""
        name, _, form = title.partition(" · ")
        exercise = next(one for one in self.library.exercises.values() if one.text("en").name == name)
        forms = exercise.text("en").variations
        by_name = {forms[one.slug].name: one.slug for one in exercise.variations}
        return exercise.slug, by_name[form] if form else exercise.standard.slug

    def _button(self, wanted: str) -> Json:
        fits: Sequence[Callable[[str], bool]] = (
            lambda label: label == wanted,
            lambda label: label.startswith(wanted),
        )
        for fit in fits:
            for button in buttons_of(self.screen):
                if "callback_data" in button and fit(str(button["text"])):
                    return button
        raise AssertionError(f"{self.today}: {self.name} sees no {wanted!r}: {self.text!r} {self.labels}")

    async def _keep(self, kind: str, name: str) -> None:
        media = self.screen[kind]
        file_id = (media[-1] if isinstance(media, list) else media)["file_id"]
        async with self.http.get(f"media/{file_id}") as answer:
            (self.folder / name).write_bytes(await answer.read())

    async def _chat(self) -> list[Json]:
        """Return what the coach has said since the chat was emptied."""
        chat = await self._get(f"chats/{self.person.chat_id}", **{"as": self.person.id})
        return [one for one in chat["messages"] if not one["outgoing"]]

    async def _get(self, path: str, **query: int) -> Json:
        async with self.http.get(path, params=query) as answer:
            found: Json = await answer.json()
        return found

    async def _do(self, deed: str, **fields: str | int) -> Json:
        path = f"chats/{self.person.chat_id}/{deed}"
        async with self.http.post(path, json={"as": self.person.id, **fields}) as answer:
            answer.raise_for_status()
            found: Json = await answer.json()
        return found


def wrongs(message: Mapping[str, Json]) -> list[str]:
    """Return which of Telegram's limits a screen does not keep, and whether it says nothing at all."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    sizes = {
        "text": (_units(str(message.get("text", ""))), 4096),
        "caption": (_units(str(message.get("caption", ""))), 1024),
        "buttons in a row": (max(map(len, rows), default=0), 8),
        "buttons": (sum(map(len, rows)), 100),
        "data of a button": (
            max((len(b.get("callback_data", "").encode()) for row in rows for b in row), default=0),
            64,
        ),
    }
    long = [f"{what} is {size}" for what, (size, most) in sizes.items() if size > most]
    silent = not (message.get("text") or message.get("caption"))
    return [*long, *(["nothing is said"] if silent else [])]


def _units(words: str) -> int:
    """Return the length as Telegram counts it, in units of UTF-16."""
    return len(words.encode("utf-16-le")) // 2
