"""HTTP to Telegram for python-telegram-bot: aiohttp, orjson, and errors that tell what may have arrived."""

import asyncio
import io
import json
from http import HTTPStatus
from typing import Any, Final
from urllib.request import getproxies

import aiohttp
import orjson
from telegram.error import BadRequest, NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.chat.errors import NotSent, OutOfOrder

JSON: Final = {"Content-Type": "application/json"}

KEEP: Final = 20.0
"""Seconds that an idle connection is kept. Less than servers keep theirs: one that they close just when a
message goes out on it leaves us not knowing whether it arrived."""

DNS: Final = 300
"""Seconds that an address is remembered."""

_BEFORE_SENDING: Final = (
    aiohttp.ClientConnectorError,
    aiohttp.ConnectionTimeoutError,
    aiohttp.ClientHttpProxyError,
)

_USUAL: Final[Any] = BaseRequest.DEFAULT_NONE
"""Stands for a time that the caller did not give; None is given, and means for ever."""
_NOTHING_GIVEN: Final = (_USUAL,) * 4


class Transport(BaseRequest):
    """Speaks HTTP for a :class:`telegram.Bot`. Times are in seconds; None waits for ever.

    Proxies are taken from the environment (``HTTPS_PROXY`` and its kin) when it names any.

    :param connections: how many calls may be under way at once; further ones wait
    :param pool: how long a call may wait for a free connection
    :param connect: how long connecting may take
    :param write: how long sending may take
    :param upload: how long sending may take with files
    :param read: how long Telegram may be silent before and within its answer
    """

    def __init__(
        self,
        connections: int = 128,
        *,
        pool: float = 10.0,
        connect: float = 5.0,
        write: float = 5.0,
        upload: float = 30.0,
        read: float = 5.0,
    ) -> None:
        self._connections = connections
        self._read = read
        self._usual, self._with_files = (pool, connect, write, read), (pool, connect, upload, read)
        self._timeout_of_most = _timeout(*self._usual)  # made once, not for each message
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """Return how long Telegram may be silent, in seconds; polls add this to their own time."""
        return self._read

    async def initialize(self) -> None:
        """Get ready; a second call does nothing."""
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(
                    limit=self._connections, keepalive_timeout=KEEP, ttl_dns_cache=DNS
                ),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": self.USER_AGENT},
                # Looking the environment up costs a trip to a thread each time, so only where it pays.
                trust_env=bool(getproxies()),
            )

    async def shutdown(self) -> None:
        """Close all connections; calls under way fail."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def do_request(  # noqa: PLR0913, PLR0917 - the library's signature
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = _USUAL,
        write_timeout: Any = _USUAL,
        connect_timeout: Any = _USUAL,
        pool_timeout: Any = _USUAL,
    ) -> tuple[int, bytes]:
        """Make the call and return status and body.

        The address holds the token, and so do errors of the HTTP client: their words go no further.

        :raises NotSent: when it did not leave this machine
        :raises OutOfOrder: when Telegram answered that it cannot work now
        :raises NetworkError: otherwise; then it may have arrived, as after ``TimedOut``
        """
        if self._session is None:
            raise NotSent("the connection to Telegram is closed")
        upload = request_data is not None and request_data.contains_files
        given = (pool_timeout, connect_timeout, write_timeout, read_timeout)
        timeout = self._timeout(given, upload=upload)
        body: dict[str, Any] = (
            {"data": _form(request_data)} if request_data and upload else _json(request_data)
        )
        try:
            call = self._session.request(method, url, timeout=timeout, allow_redirects=False, **body)
            async with call as answer:
                payload = await answer.read()
        except (aiohttp.ClientError, OSError, ValueError) as error:
            raise _told(error) from None
        _refuse(answer.status, payload)
        return answer.status, payload

    def _timeout(self, given: tuple[Any, ...], *, upload: bool) -> aiohttp.ClientTimeout:
        usual = self._with_files if upload else self._usual
        if given == _NOTHING_GIVEN:
            return _timeout(*usual) if upload else self._timeout_of_most
        return _timeout(*(own if one is _USUAL else one for one, own in zip(given, usual, strict=True)))

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Return the answer as Python values.

        :raises NetworkError: when it is no JSON, so that a call may have arrived
        """
        try:
            found: dict[str, Any] = orjson.loads(payload)
        except orjson.JSONDecodeError:
            # Halves of a character, which people can write, are refused there and taken here.
            try:
                found = json.loads(payload.decode(errors="replace"))
            except ValueError:
                raise NetworkError("the answer is no JSON") from None
        return found


def _timeout(
    pool: float | None, connect: float | None, write: float | None, read: float | None
) -> aiohttp.ClientTimeout:
    # The client knows no time for writing alone, so the whole is bound by the sum of its parts.
    ready = None if pool is None or connect is None else pool + connect
    total = None if ready is None or write is None or read is None else ready + write + read
    return aiohttp.ClientTimeout(total=total, connect=ready, sock_connect=connect, sock_read=read)


def _json(data: RequestData | None) -> dict[str, Any]:
    if data is None:
        return {}
    try:
        return {"data": orjson.dumps(data.parameters), "headers": JSON}
    except TypeError as error:  # before anything is sent, and ours to mend
        raise TelegramError("a parameter cannot be written as JSON") from error


def _form(data: RequestData) -> aiohttp.FormData:
    form = aiohttp.FormData(quote_fields=False)  # names as they are, not with per cent signs
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, kind) in data.multipart_data.items():
        # In pieces: bytes would be written at once, and the loop would stand still.
        file = io.BytesIO(content) if isinstance(content, bytes) else content
        form.add_field(name, file, filename=filename, content_type=kind)
    return form


def _told(error: Exception) -> NetworkError:
    name = type(error).__name__
    if isinstance(error, _BEFORE_SENDING):
        return NotSent(str(getattr(error, "os_error", name)))  # names host and port at most
    return TimedOut(name) if isinstance(error, asyncio.TimeoutError) else NetworkError(name)


def _refuse(status: int, payload: bytes) -> None:
    """Raise for answers that the library does not tell apart; many of them come from gateways, as HTML."""
    if status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
        raise BadRequest("Request Entity Too Large")
    if status == HTTPStatus.GATEWAY_TIMEOUT and not payload.startswith(b"{"):
        raise TimedOut("Gateway Timeout")  # the gateway passed it on and knows no more than we
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        raise OutOfOrder(f"Telegram answers {status}")
