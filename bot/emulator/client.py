"""A small client of the control API: people for end-to-end tests and scripts.

async with Emulator(url) as emulator:
    anna = await emulator.add_person("Anna", time_zone="Europe/Vienna")
    await anna.say("/start")
    await anna.wait_for(lambda message: "Welcome" in text_of(message))
    answer = await anna.press("Begin")
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import httpx

Json = dict[str, Any]
Button = dict[str, Any]
Wanted = str | Callable[[Button], bool]
Predicate = Callable[[Json], bool]

_PAUSE = 0.02


class ControlError(Exception):
    """The control API said no; the text is its sentence."""


class NothingCame(AssertionError):
    """What was waited for did not come in time; the text tells what was there instead."""


def text_of(message: Json) -> str:
    """The text or the caption of a message."""
    return str(message.get("text") or message.get("caption") or "")


def buttons_of(message: Json) -> list[Button]:
    """The inline buttons of a message, row by row."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [button for row in rows for button in row]


class Emulator:
    """An emulator at ``url``; close it, or use it as an async context manager."""

    def __init__(self, url: str) -> None:
        self.url = url.rstrip("/")
        self._http = httpx.AsyncClient(base_url=f"{self.url}/control/", timeout=90)

    async def __aenter__(self) -> "Emulator":
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def close(self) -> None:
        """Close the connections."""
        await self._http.aclose()

    async def request(self, verb: str, path: str, body: Any = None, **query: Any) -> Any:
        """Any control call; ControlError when it is refused."""
        given = {name.rstrip("_"): value for name, value in query.items() if value is not None}
        answer = await self._http.request(verb, path, json=body, params=given)
        return _unwrap(answer)

    async def upload(self, path: str, fields: Json, file: tuple[str, bytes, str] | None) -> Any:
        """A multipart control call."""
        parts: dict[str, Any] = {name: (None, str(value)) for name, value in fields.items()}
        if file:
            parts["file"] = file
        return _unwrap(await self._http.post(path, files=parts))

    async def state(self) -> Json:
        """Bot, people, groups, clock."""
        found: Json = await self.request("GET", "state")
        return found

    async def add_person(self, first_name: str = "Anna", **more: str) -> "Person":
        """A new person; ``more`` may hold last_name, username, language_code, time_zone."""
        made = await self.request("POST", "people", {"first_name": first_name, **more})
        return Person(self, int(made["id"]), int(made["id"]))

    async def add_group(
        self, title: str, members: list["Person"], admins: list["Person"] | None = None
    ) -> int:
        """A new group with the bot in it; gives its id, for ``Person.within``."""
        ids = {"members": [person.id for person in members], "admins": [person.id for person in admins or []]}
        return int((await self.request("POST", "groups", {"title": title, **ids}))["id"])

    async def reset(self, keep_bot: bool = False) -> None:
        """Forget everything."""
        await self.request("POST", "reset", {"keep_bot": keep_bot})

    async def calls(
        self, method: str | None = None, after: int | None = None, chat_id: int | None = None
    ) -> list[Json]:
        """The recorded Bot API calls, oldest first."""
        found: list[Json] = await self.request("GET", "calls", method=method, after=after, chat_id=chat_id)
        return found

    async def wait_for_call(
        self, method: str, predicate: Predicate | None = None, timeout: float = 5.0
    ) -> Json:  # noqa: ASYNC109 - the name that readers of tests expect
        """The first recorded call of a method that fits."""

        async def look() -> Json | None:
            return next((call for call in await self.calls(method) if not predicate or predicate(call)), None)

        return await eventually(look, timeout, f"call of {method}")

    async def fault(self, **wish: Any) -> Json:
        """Inject a fault: method, code, description, parameters, times, delay, drop, contains, chat_id."""
        made: Json = await self.request("POST", "faults", wish)
        return made

    async def clear_faults(self) -> None:
        """Forget all faults."""
        await self.request("DELETE", "faults")

    async def limit(self, **limits: int | None) -> None:
        """Switch flood limits."""
        await self.request("PUT", "limits", limits)

    async def clock(self) -> Json:
        """The clock."""
        found: Json = await self.request("GET", "clock")
        return found

    async def advance(self, seconds: float) -> Json:
        """Move the clock on by seconds."""
        moved: Json = await self.request("POST", "clock", {"by": seconds})
        return moved

    async def advance_to(self, moment: float) -> Json:
        """Move the clock on to a moment in Unix seconds."""
        moved: Json = await self.request("POST", "clock", {"to": moment})
        return moved

    async def hop(self, key: str) -> Json:
        """Move the clock on to a moment that the coach offered."""
        moved: Json = await self.request("POST", "clock", {"hop": key})
        return moved

    async def set_hops(self, hops: list[Json]) -> Json:
        """Offer moments: a list of {key, label, at}."""
        found: Json = await self.request("PUT", "clock/hops", hops)
        return found

    async def watch_clock(self, after: int, timeout: float = 25.0) -> Json:  # noqa: ASYNC109 - sent to the server
        """The clock as soon as its version is not ``after``, at the latest after ``timeout`` seconds."""
        found: Json = await self.request("GET", "clock", after=after, timeout=timeout)
        return found


@dataclass(frozen=True, slots=True)
class Person:
    """A person in one chat, at first the private one."""

    emulator: Emulator
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

    async def wait_for(self, predicate: Predicate, timeout: float = 5.0) -> Json:  # noqa: ASYNC109 - the name that readers of tests expect
        """The newest message of the bot that fits, as soon as there is one."""

        async def look() -> Json | None:
            theirs = [message for message in await self.messages() if not message["outgoing"]]
            return next((message for message in reversed(theirs) if predicate(message)), None)

        try:
            return await eventually(look, timeout, "message")
        except NothingCame as nothing:
            raise NothingCame(f"{nothing} The chat: {await self._summary()}") from None

    async def press(self, wanted: Wanted, timeout: float = 5.0, answered: bool = True) -> Json:  # noqa: ASYNC109 - the name that readers of tests expect
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
        stale: bool = False,  # noqa: ASYNC109 - as above
    ) -> Json:
        """Press by callback data; ``stale`` also what is no longer there."""
        pressed = await self.do("press", message_id=message_id, data=data, stale=stale)
        path = f"callbacks/{pressed['id']}"

        async def look() -> Json | None:
            found: Json = await self.emulator.request("GET", path)
            return found if found["answered"] or not answered else None

        return await eventually(look, timeout, f"answer to the press of {data!r}")

    async def _find(self, wanted: Wanted, timeout: float) -> tuple[Json, Button]:  # noqa: ASYNC109 - as above
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


async def eventually(look: Callable[[], Any], timeout: float, what: str) -> Any:  # noqa: ASYNC109 - a plain deadline
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


def _unwrap(answer: httpx.Response) -> Any:
    body = answer.json()
    if answer.is_success:
        return body
    raise ControlError(body.get("error", answer.text))
