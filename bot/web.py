"""The coach's own HTTP server: is it alive, is it ready, what do its figures say."""

import asyncio
import contextlib
import json
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping, Sequence
from typing import Any, Final

import structlog
import uvicorn
from prometheus_client import CONTENT_TYPE_LATEST
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

log = structlog.get_logger(__name__)

ANSWER: Final = 5.0
"""Seconds in which each check must have answered."""

LAST_WORDS: Final = 5
"""Seconds that requests get to end when the server stops."""

HEAD: Final = 64 * 1024
"""Bytes of a request before its body, and of what may come after it."""

Check = Callable[[], Awaitable[str | None]]
"""Returns None when all is well, else a few words about what is not."""


def routes(checks: Mapping[str, Check], figures: Callable[[], Awaitable[bytes]]) -> list[Route]:
    """Return ``/healthz``, ``/readyz`` and ``/metrics``.

    :param checks: by name, what must be well for the coach to be ready
    :param figures: the page of figures
    """

    async def healthz(_request: Request) -> Response:
        return PlainTextResponse("alive")  # that it is said is what it says: the event loop runs

    async def readyz(_request: Request) -> Response:
        answers = await asyncio.gather(*(_ask(name, check) for name, check in checks.items()))
        found = dict(zip(checks, answers, strict=True))
        well = not any(found.values())
        body = json.dumps({name: said or "ok" for name, said in found.items()})
        return Response(body, 200 if well else 503, media_type="application/json")

    async def metrics(_request: Request) -> Response:
        return Response(await figures(), media_type=CONTENT_TYPE_LATEST)

    return [Route("/healthz", healthz), Route("/readyz", readyz), Route("/metrics", metrics)]


@contextlib.asynccontextmanager
async def serving(
    listen: str, served: Sequence[Route], apps: Mapping[str, ASGIApp] | None = None
) -> AsyncIterator[str]:
    """Serve while the block runs; give the address, which tells the port where 0 was asked for.

    :param listen: ``host:port``
    :param apps: what answers by itself, by its path
    :raises OSError: when it cannot listen there
    """
    listener = open_listener(listen)
    server = _Server(_config(_parted(Starlette(routes=list(served)), apps or {})))
    task = asyncio.create_task(server.serve(sockets=[listener]))
    try:
        while not server.started and not task.done():  # noqa: ASYNC110 - the server tells it by a flag only
            await asyncio.sleep(0.005)
        address = f"http://{listen.rpartition(':')[0]}:{listener.getsockname()[1]}"
        log.info("listening", address=address)
        yield address
    finally:
        server.should_exit = True
        await task
        listener.close()


def open_listener(listen: str) -> socket.socket:
    """Take the address.

    :raises OSError: when it cannot be had; its words name the setting
    """
    host, _, port = listen.rpartition(":")
    host = host.strip("[]")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Named, so that asyncio switches Nagle's delay off (40 ms an answer).
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, int(port)))
    except OSError as error:
        listener.close()
        raise OSError(error.errno, f"MIDBACK_LISTEN: {listen} cannot be used ({error.strerror})") from None
    return listener


class _Protocol(HttpToolsProtocol):
    """Hangs up on a head that does not end, or on one after the body: the parser would keep all of it."""

    _since = 0
    """Bytes since the last of them made something whole."""

    def data_received(self, data: bytes) -> None:
        self._since += len(data)
        super().data_received(data)
        if self._since > HEAD and not self.transport.is_closing():
            self.send_400_response("Too large a head.")

    def on_headers_complete(self) -> None:
        super().on_headers_complete()
        self._since = 0

    def on_body(self, body: bytes) -> None:
        super().on_body(body)
        self._since = 0

    def on_message_complete(self) -> None:
        super().on_message_complete()
        self._since = 0


class _Server(uvicorn.Server):
    """Leaves the signals to whoever owns the event loop."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def _parted(routed: ASGIApp, apps: Mapping[str, ASGIApp]) -> ASGIApp:
    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await apps.get(scope["path"], routed)(scope, receive, send)

    return app


def _config(app: ASGIApp) -> uvicorn.Config:
    quiet: dict[str, Any] = {"log_config": None, "access_log": False, "log_level": "warning"}
    return uvicorn.Config(
        app,
        http=_Protocol,
        ws="none",
        lifespan="off",
        server_header=False,
        proxy_headers=False,  # nobody's address is of interest here
        timeout_graceful_shutdown=LAST_WORDS,
        **quiet,
    )


async def _ask(name: str, check: Check) -> str | None:
    try:
        async with asyncio.timeout(ANSWER):
            return await check()
    except TimeoutError:
        return "no answer"
    except Exception as error:  # noqa: BLE001 - a check that fails is an answer
        log.warning("not ready", check=name, error=type(error).__name__)
        return type(error).__name__
