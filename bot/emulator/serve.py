"""Running the emulator inside somebody's event loop."""

import asyncio
import contextlib
import random
import socket
import time
from asyncio import Transport
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass
from typing import Any

import uvicorn
from starlette.applications import Starlette
from uvicorn.protocols.http.h11_impl import H11Protocol

from .app import create_app
from .world import Settings, World


@dataclass(frozen=True, slots=True)
class Running:
    """An emulator that answers at ``url`` (without a slash at the end)."""

    url: str
    token: str
    app: Starlette

    @property
    def world(self) -> World:
        """What is behind it, for tests that look inside."""
        world: World = self.app.state.world
        return world


class _Protocol(H11Protocol):
    """Tells the application its connection, so that a fault can cut it."""

    def connection_made(self, transport: Transport) -> None:  # type: ignore[override]
        self.app_state = {**self.app_state, "transport": transport}
        super().connection_made(transport)


class _Server(uvicorn.Server):
    """Leaves the signals to whoever owns the event loop."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


@contextlib.asynccontextmanager
async def serve(  # noqa: PLR0913 - each option has a name and a default
    *,
    token: str,
    host: str = "127.0.0.1",
    port: int = 0,
    username: str = "midback_bot",
    name: str = "Midback",
    now: Callable[[], float] = time.time,
    rng: random.Random | None = None,
    pace: float = 1.0,
) -> AsyncIterator[Running]:
    """Run an emulator while the block runs; port 0 takes a free one. See Settings for the rest.

    OSError with a plain sentence when the port is taken.
    """
    settings = Settings(token, username, name, now, rng or random.Random(), pace)  # noqa: S311 - ids, not secrets
    app = create_app(settings)
    listener = _listen(host, port)
    server = _Server(_config(app))
    task = asyncio.create_task(server.serve(sockets=[listener]))
    try:
        while not server.started:
            if task.done():
                await task
                raise OSError("The emulator did not start.")
            await asyncio.sleep(0.005)
        port = listener.getsockname()[1]
        yield Running(f"http://{host}:{port}", token, app)
    finally:
        # First let long polls and streams go: a server does not stop before they have ended.
        await app.state.world.close()
        server.should_exit = True
        await task
        listener.close()
        await asyncio.sleep(0)  # connections that were closed just now end in the loop's next round


def _config(app: Starlette) -> uvicorn.Config:
    quiet: dict[str, Any] = {"log_config": None, "access_log": False, "log_level": "warning"}
    return uvicorn.Config(app, http=_Protocol, ws="none", lifespan="on", timeout_graceful_shutdown=5, **quiet)


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # asyncio only switches Nagle's delay off (40 ms an answer) where the protocol is named.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as problem:
        listener.close()
        raise OSError(
            problem.errno, f"Port {port} on {host} is taken or not allowed: {problem.strerror}"
        ) from problem
    return listener
