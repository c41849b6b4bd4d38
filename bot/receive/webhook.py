"""The webhook: Telegram posts each update here, and hears 200 once it is stored."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Sequence
from hmac import compare_digest
from typing import Final
from urllib.parse import urlsplit

import structlog
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.db.database import unreachable
from bot.receive.arrivals import Json

log = structlog.get_logger(__name__)

HEADER: Final = "X-Telegram-Bot-Api-Secret-Token"
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


def route(url: str, secret: str, take_in: TakeIn) -> Route:
    """Return where the server takes updates: the path of the public address.

    :param secret: what Telegram sends along to prove itself
    """

    async def receive(request: Request) -> Response:
        try:
            _check_secret(request, secret)
            await _store(_read(await _body(request)), take_in)
        except RefusedError as refused:
            log.warning("a delivery was refused", why=str(refused))
            # Hung up, so that the rest of a body that is too large is not read.
            return PlainTextResponse(str(refused), refused.status, {"Connection": "close"})
        except ClientDisconnect:
            return Response(status_code=400)
        return Response(status_code=200)

    return Route(urlsplit(url).path or "/", receive, methods=["POST"])


def _check_secret(request: Request, secret: str) -> None:
    given = request.headers.get(HEADER, "")
    # In constant time: how long a comparison takes must not tell how much of a guess is right.
    if not compare_digest(given.encode(), secret.encode()):
        raise RefusedError(401, "wrong or missing secret")


async def _body(request: Request) -> bytes:
    body = bytearray()
    try:
        async with asyncio.timeout(SLOWEST):
            async for chunk in request.stream():
                body += chunk
                if len(body) > LARGEST:
                    raise RefusedError(413, "too large")
    except TimeoutError:
        raise RefusedError(408, "too slow") from None
    return bytes(body)


def _read(body: bytes) -> Json:
    try:
        update = json.loads(body)
    except (ValueError, RecursionError):
        raise RefusedError(400, "no JSON") from None
    if not isinstance(update, dict):
        raise RefusedError(400, "no update")
    return update


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
