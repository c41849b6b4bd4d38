"""The webhook: Telegram posts each update here, and hears 200 once it is stored."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Sequence
from hmac import compare_digest
from typing import Any, Final
from urllib.parse import unquote, urlsplit

import orjson
import structlog
from starlette.requests import ClientDisconnect
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.db.database import unreachable
from bot.receive.arrivals import Json

log = structlog.get_logger(__name__)

HEADER: Final = "X-Telegram-Bot-Api-Secret-Token"
_HEADER: Final = HEADER.lower().encode()
LARGEST: Final = 1024 * 1024
"""Bytes of a body; updates have a few thousand."""

SLOWEST: Final = 10.0
"""Seconds in which a body must have arrived."""

TakeIn = Callable[[Sequence[Json]], Awaitable[None]]


class RefusedError(Exception):
    """A delivery that is not taken; the words are for whoever sent it."""

    def __init__(self, status: int, words: str) -> None:
        super().__init__(words)
        self.status = status


def taking(secret: str, take_in: TakeIn) -> ASGIApp:
    """Return what answers deliveries.

    Bare of a framework's layers: each would cost as much as reading the delivery does.

    :param secret: what Telegram sends along to prove itself
    """
    expected, stored = secret.encode(), Response(status_code=200)

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        try:
            _check(scope, expected)
            await _store(_read(await _body(receive)), take_in)
            answer = stored
        except RefusedError as refused:
            log.warning("a delivery was refused", why=str(refused))
            # Hung up, so that the rest of a body that is too large is not read.
            answer = PlainTextResponse(str(refused), refused.status, {"Connection": "close"})
        except ClientDisconnect:
            answer = Response(status_code=400)
        await answer(scope, receive, send)

    return app


def path(url: str) -> str:
    """Return where under the public address deliveries come, as the server names it: decoded."""
    return unquote(urlsplit(url).path) or "/"


def _check(scope: Scope, expected: bytes) -> None:
    if scope["method"] != "POST":
        raise RefusedError(405, "only POST")
    given = next((value for name, value in scope["headers"] if name == _HEADER), b"")
    # In constant time: how long a comparison takes must not tell how much of a guess is right.
    if not compare_digest(given, expected):
        raise RefusedError(401, "wrong or missing secret")


async def _body(receive: Receive) -> bytes:
    body, more = bytearray(), True
    try:
        async with asyncio.timeout(SLOWEST):
            while more:
                said = await receive()
                if said["type"] == "http.disconnect":
                    raise ClientDisconnect
                body += said.get("body", b"")
                more = said.get("more_body", False)
                if len(body) > LARGEST:
                    raise RefusedError(413, "too large")
    except TimeoutError:
        raise RefusedError(408, "too slow") from None
    return bytes(body)


def _read(body: bytes) -> Json:
    try:
        update = orjson.loads(body)
    except orjson.JSONDecodeError:
        update = _read_slowly(body)
    if not isinstance(update, dict):
        raise RefusedError(400, "no update")
    return update


def _read_slowly(body: bytes) -> Any:
    """Read what is JSON to more forgiving readers: people can write halves of a character."""
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        raise RefusedError(400, "no JSON") from None


async def _store(update: Json, take_in: TakeIn) -> None:
    try:
        await take_in([update])
    except ValueError:
        raise RefusedError(400, "no update") from None
    except Exception as error:
        if not unreachable(error):
            raise
        # Telegram asks again, first at once and then ever later.
        raise RefusedError(503, f"cannot be stored now: {type(error).__name__}") from None
