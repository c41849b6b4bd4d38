"""From HTTP to the world and back, for control calls."""

import json
from collections.abc import Awaitable, Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from ..errors import NotPossible, Refusal
from ..people import Chat, Json, Person
from ..world import World

Endpoint = Callable[[Request], Awaitable[Response]]


class Ask:
    """A control call: its path, query and JSON body, with plain sentences for what is missing."""

    def __init__(self, world: World, request: Request, body: Any) -> None:
        self.world = world
        self.request = request
        self.body: Any = body

    def get(self, name: str, default: Any = None) -> Any:
        """From the body, else from the query."""
        found = self.body.get(name) if isinstance(self.body, dict) else None
        return found if found is not None else self.request.query_params.get(name, default)

    def integer(self, name: str, default: int | None = None) -> int:
        """A whole number; without a default it has to be there."""
        value = self.get(name, default)
        try:
            return int(value)
        except (TypeError, ValueError) as problem:
            raise NotPossible(f"{name} must be a whole number.") from problem

    def number(self, name: str, default: float | None = None) -> float:
        """Any number."""
        value = self.get(name, default)
        try:
            return float(value)
        except (TypeError, ValueError) as problem:
            raise NotPossible(f"{name} must be a number.") from problem

    def integers(self, name: str) -> list[int]:
        """A list of whole numbers, empty when missing."""
        value = self.get(name) or []
        try:
            return [int(item) for item in value]
        except (TypeError, ValueError) as problem:
            raise NotPossible(f"{name} must be a list of whole numbers.") from problem

    def path(self, name: str) -> int:
        """A number in the path."""
        try:
            return int(self.request.path_params[name])
        except ValueError as problem:
            raise NotPossible(f"There is no {self.request.path_params[name]!r}.", 404) from problem

    def object(self) -> Json:
        """The body, which has to be an object."""
        if not isinstance(self.body, dict):
            raise NotPossible("The body must be a JSON object.")
        return self.body

    def person(self, name: str = "as") -> Person:
        """The person who looks or acts."""
        person = self.world.people.get(self.integer(name))
        if person is None:
            raise NotPossible(f"There is no person {self.get(name)}.", 404)
        return person

    def chat(self, person: Person, chat_id: int | None = None) -> Chat:
        """The chat in the path (or ``chat_id``), if the person belongs to it."""
        wanted = self.path("chat_id") if chat_id is None else chat_id
        chat = self.world.chats.get(wanted)
        if chat is None or person.id not in chat.members:
            raise NotPossible(f"{person.first_name} has no chat {wanted}.", 404)
        return chat


Handler = Callable[[Ask], Any]


def endpoint(world: World, handler: Handler) -> Endpoint:
    """A Starlette endpoint around a handler that gives plain data."""

    async def answer(request: Request) -> Response:
        try:
            result = handler(Ask(world, request, await _body(request)))
            return reply(await result if isinstance(result, Awaitable) else result)
        except NotPossible as no:
            return reply({"ok": False, "error": no.sentence}, no.status)
        except Refusal as no:
            # Checks that people and bots share speak the words of the Bot API.
            return reply({"ok": False, "error": no.description}, 400)

    return answer


def reply(data: Any, status: int = 200) -> Response:
    """JSON, never cached."""
    body = json.dumps(data, ensure_ascii=False).encode()
    return Response(body, status, {"cache-control": "no-store"}, "application/json")


async def _body(request: Request) -> Any:
    if request.method == "GET" or request.headers.get("content-type", "").startswith("multipart/"):
        return {}
    raw = await request.body()
    if not raw:
        return {}
    try:
        return json.loads(raw)
    except ValueError as problem:
        raise NotPossible("The body is not JSON.") from problem
