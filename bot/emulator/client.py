"""A small client of the control API: people for end-to-end tests and scripts.

async with Emulator(url) as emulator:
    anna = await emulator.add_person("Anna", time_zone="Europe/Vienna")
    await anna.say("/start")
    await anna.wait_for(lambda message: "Welcome" in text_of(message))
    answer = await anna.press("Begin")
"""

# ruff: noqa: ASYNC109 - plain deadlines in seconds read best in tests

import ssl
from typing import Any

import httpx

from .player import Json, NothingCame, Person, Predicate, buttons_of, eventually, text_of

__all__ = ["ControlError", "Emulator", "NothingCame", "Person", "buttons_of", "eventually", "text_of"]


class ControlError(Exception):
    """The control API said no; the text is its sentence."""


class Emulator:
    """An emulator at ``url``; close it, or use it as an async context manager."""

    def __init__(self, url: str) -> None:
        self.url = url.rstrip("/")
        # Plain HTTP on this machine: reading the certificates of the world would only take time.
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        self._http = httpx.AsyncClient(base_url=f"{self.url}/control/", timeout=90, verify=tls)

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
    ) -> Json:
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

    async def watch_clock(self, after: int, timeout: float = 25.0) -> Json:
        """The clock as soon as its version is not ``after``, at the latest after ``timeout`` seconds."""
        found: Json = await self.request("GET", "clock", after=after, timeout=timeout)
        return found


def _unwrap(answer: httpx.Response) -> Any:
    body = answer.json()
    if answer.is_success:
        return body
    raise ControlError(body.get("error", answer.text))
