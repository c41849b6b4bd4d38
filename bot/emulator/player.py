"""People of the emulator, played by tests and scripts."""

# ruff: noqa: ASYNC109 - plain deadlines in seconds read best in tests

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from .client import Emulator

Json = dict[str, Any]
Button = dict[str, Any]
Found = TypeVar("Found")
Wanted = str | Callable[[Button], bool]
Predicate = Callable[[Json], bool]

_PAUSE = 0.02


class NothingCame(AssertionError):  # noqa: N818 - reads as a sentence in a failed test
    """What was waited for did not come in time; the text tells what was there instead."""


def text_of(message: Json) -> str:
    """The text or the caption of a message."""
    return str(message.get("text") or message.get("caption") or "")


def buttons_of(message: Json) -> list[Button]:
    """The inline buttons of a message, row by row."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [button for row in rows for button in row]


@dataclass(frozen=True, slots=True)
class Person:
    """A person in one chat, at first the private one."""

    emulator: "Emulator"
    id: int
    chat_id: int

    def within(self, chat_id: int) -> "Person":
        """The same person in another chat."""
        return Person(self.emulator, self.id, chat_id)

    async def do(self, deed: str, **fields: Any) -> Any:
        """Any deed of the control API: ``send``, ``vote``, ``clear`` and so on."""
        return await self.emulator.request("POST", f"chats/{self.chat_id}/{deed}", {"as": self.id, **fields})

    async def chat(self) -> Json:
        """The chat as this person sees it."""
        found: Json = await self.emulator.request("GET", f"chats/{self.chat_id}", as_=self.id)
        return found

    async def messages(self) -> list[Json]:
        """All messages, oldest first."""
        found: list[Json] = (await self.chat())["messages"]
        return found

    async def last(self, from_bot: bool = True) -> Json:
        """The newest message (of the bot); NothingCame when there is none."""
        for message in reversed(await self.messages()):
            if not (from_bot and message["outgoing"]):
                return message
        raise NothingCame("There is no message yet.")

    async def say(self, text: str, reply_to: int | None = None) -> Json:
        """Send text."""
        sent: Json = await self.do("send", text=text, reply_to_message_id=reply_to)
        return sent

    async def edit(self, message_id: int, text: str) -> Json:
        """Change a message of one's own."""
        sent: Json = await self.do("edit", message_id=message_id, text=text)
        return sent

    async def location(self, latitude: float, longitude: float) -> Json:
        """Send a place."""
        sent: Json = await self.do("location", latitude=latitude, longitude=longitude)
        return sent

    async def send_media(
        self, kind: str, file: tuple[str, bytes, str] | None = None, caption: str = ""
    ) -> Json:
        """Send a file ``(name, bytes, type)``, or the sample of the kind."""
        fields = {"as": self.id, "type": kind, "caption": caption}
        sent: Json = await self.emulator.upload(f"chats/{self.chat_id}/send-media", fields, file)
        return sent

    async def block(self) -> None:
        """Block the bot."""
        await self.do("block")

    async def unblock(self) -> None:
        """Unblock the bot."""
        await self.do("unblock")

    async def wait_for(self, predicate: Predicate, timeout: float = 5.0) -> Json:
        """The newest message of the bot that fits, as soon as there is one."""

        async def look() -> Json | None:
            theirs = [message for message in await self.messages() if not message["outgoing"]]
            return next((message for message in reversed(theirs) if predicate(message)), None)

        try:
            return await eventually(look, timeout, "message")
        except NothingCame as nothing:
            raise NothingCame(f"{nothing} The chat: {await self._summary()}") from None

    async def press(self, wanted: Wanted, timeout: float = 5.0, answered: bool = True) -> Json:
        """Press the button with this text, or that fits, on the newest message that has it.

        Waits for the button, and (unless ``answered`` is false) for the answer, which it gives:
        ``{answered, text?, show_alert?, url?}``.
        """
        message, button = await self._find(wanted, timeout)
        return await self.press_data(message["message_id"], button["callback_data"], timeout, answered)

    async def press_data(
        self,
        message_id: int,
        data: str,
        timeout: float = 5.0,
        answered: bool = True,
        stale: bool = False,
    ) -> Json:
        """Press by callback data; ``stale`` also what is no longer there."""
        pressed = await self.do("press", message_id=message_id, data=data, stale=stale)
        path = f"callbacks/{pressed['id']}"

        async def look() -> Json | None:
            found: Json = await self.emulator.request("GET", path)
            return found if found["answered"] or not answered else None

        return await eventually(look, timeout, f"answer to the press of {data!r}")

    async def _find(self, wanted: Wanted, timeout: float) -> tuple[Json, Button]:
        async def look() -> tuple[Json, Button] | None:
            for message in reversed(await self.messages()):
                for button in buttons_of(message):
                    if "callback_data" in button and _fits(button, wanted):
                        return message, button
            return None

        try:
            return await eventually(look, timeout, f"button {wanted!r}")
        except NothingCame as nothing:
            raise NothingCame(f"{nothing} The chat: {await self._summary()}") from None

    async def _summary(self) -> str:
        """The last few messages with their buttons, for a failed test."""
        lines = []
        for message in (await self.messages())[-4:]:
            labels = " ".join(f"[{button['text']}]" for button in buttons_of(message))
            lines.append(f"{message['message_id']}: {text_of(message)[:200]!r} {labels}")
        return "\n".join(lines) or "(empty)"


async def eventually(look: Callable[[], Awaitable[Found | None]], timeout: float, what: str) -> Found:
    """What ``look`` gives as soon as that is not None; NothingCame after ``timeout`` seconds."""
    loop = asyncio.get_running_loop()
    deadline = loop.time() + timeout
    while (found := await look()) is None:
        if loop.time() > deadline:
            raise NothingCame(f"No {what} within {timeout} seconds.")
        await asyncio.sleep(_PAUSE)
    return found


def _fits(button: Button, wanted: Wanted) -> bool:
    """A text means the whole label, or the label without what stands before its words (an emoji)."""
    if callable(wanted):
        return wanted(button)
    label = str(button["text"])
    return wanted == label or label.endswith(f" {wanted}")
