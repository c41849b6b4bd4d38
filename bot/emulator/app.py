"""The emulator as a web application."""

import asyncio
import json
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.resources import files
from importlib.resources.abc import Traversable
from mimetypes import guess_type

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from .bodies import read_call
from .control import routes
from .dispatch import Dispatcher, Outcome
from .errors import Refusal, refusal
from .world import Settings, World

_TOKEN = re.compile(r"\d{1,20}:[A-Za-z0-9_-]+")
_NO_STORE = {"cache-control": "no-store"}


def create_app(settings: Settings) -> Starlette:
    """A new emulator with nobody in it; several can live side by side in one process.

    The world behind it is ``app.state.world``. ValueError when the token cannot be one.
    """
    if not _TOKEN.fullmatch(settings.token):
        raise ValueError("A bot token looks like 123456:letters.")
    world = World(settings)
    bot_api = BotApi(world)
    app = Starlette(
        routes=[
            Route("/bot{token}/{method}", bot_api, methods=["GET", "POST"]),
            *routes(world),
            Route("/file/bot{token}/{path:path}", bot_api.download),
            Route("/", _page),
            Route("/page/{path:path}", _page),
        ],
        lifespan=_lifespan,
    )
    app.state.world = world
    return app


@asynccontextmanager
async def _lifespan(app: Starlette) -> AsyncIterator[None]:
    yield
    await app.state.world.close()


class BotApi:
    """The side of the bot. An ASGI application, because an injected fault may cut the connection."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._dispatcher = Dispatcher(world)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One call."""
        request = Request(scope, receive)
        try:
            self._check_token(request.path_params["token"])
            values, uploads = await read_call(request)
            outcome = await self._dispatcher.run(request.path_params["method"], values, uploads)
        except Refusal as no:
            outcome = Outcome(no.code, no.envelope())
        if outcome.dropped:
            await _cut(scope)
            return
        await _answer(outcome)(scope, receive, send)

    async def download(self, request: Request) -> Response:
        """The bytes of a file."""
        try:
            self._check_token(request.path_params["token"])
        except Refusal as no:
            return _answer(Outcome(no.code, no.envelope()))
        file = self._world.files.at(request.path_params["path"])
        if file is None:
            return _answer(Outcome(404, refusal(404).envelope()))
        return Response(file.data, media_type=file.mime)

    def _check_token(self, token: str) -> None:
        if token == self._world.settings.token:
            return
        raise refusal(401) if _TOKEN.fullmatch(token) else refusal(401, "invalid token specified")


def _answer(outcome: Outcome) -> Response:
    headers = {}
    wait = outcome.body.get("parameters", {}).get("retry_after")
    if outcome.status == 429 and wait is not None:
        headers["retry-after"] = str(wait)
    body = json.dumps(outcome.body, ensure_ascii=False, separators=(",", ":")).encode()
    return Response(body, outcome.status, headers, "application/json")


async def _cut(scope: Scope) -> None:
    """Close the connection without a word; ``serve`` puts it into the scope's state."""
    transport = scope.get("state", {}).get("transport")
    if transport is None:
        raise ConnectionAbortedError("An injected fault dropped this connection.")
    transport.abort()
    # The server has to hear of it before this call ends, or it would report a missing answer.
    await asyncio.sleep(0.01)


async def _page(request: Request) -> Response:
    """The chat page and its files, read anew each time."""
    path = request.path_params.get("path") or "index.html"
    file = _find(files(__package__).joinpath("page"), path)
    if file is None:
        return Response("There is no such page.", 404, _NO_STORE, "text/plain")
    kind = guess_type(path)[0] or "application/octet-stream"
    return Response(file.read_bytes(), 200, _NO_STORE, kind)


def _find(folder: Traversable, path: str) -> Traversable | None:
    parts = path.split("/")
    if any(part in ("", ".", "..") for part in parts):
        return None
    found = folder.joinpath(*parts)
    return found if found.is_file() else None
