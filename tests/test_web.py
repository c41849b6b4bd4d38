"""The coach's own server: what it says about itself, and that it stops in order."""

import asyncio
from contextlib import suppress

import httpx
import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send
from structlog.testing import capture_logs

from bot import web


async def well() -> str | None:
    """All is well."""
    return None


async def ill() -> str | None:
    """Something is not."""
    return "the tick is asleep"


async def broken() -> str | None:
    """The check itself fails, with words that are nobody's business."""
    raise ConnectionError("postgresql://midback:password@db")


async def figures() -> bytes:
    """One figure."""
    return b"midback_up 1\n"


async def get(address: str, path: str) -> httpx.Response:
    async with httpx.AsyncClient(base_url=address) as http:
        return await http.get(path)


async def test_it_is_ready_when_every_check_is_well() -> None:
    async with web.serving("127.0.0.1:0", web.routes({"one": well, "two": well}, figures)) as address:
        answer = await get(address, "/readyz")
    assert (answer.status_code, answer.json()) == (200, {"one": "ok", "two": "ok"})


async def test_it_says_what_is_not_well_and_no_more_than_that() -> None:
    with capture_logs():
        checks = {"one": well, "two": ill, "three": broken}
        async with web.serving("127.0.0.1:0", web.routes(checks, figures)) as address:
            answer = await get(address, "/readyz")
    assert answer.status_code == 503
    assert answer.json() == {"one": "ok", "two": "the tick is asleep", "three": "ConnectionError"}


async def test_it_lives_whatever_the_checks_say() -> None:
    async with web.serving("127.0.0.1:0", web.routes({"one": ill}, figures)) as address:
        answer = await get(address, "/healthz")
    assert (answer.status_code, answer.text) == (200, "alive")


async def test_figures_come_in_the_format_that_prometheus_asks_for() -> None:
    async with web.serving("127.0.0.1:0", web.routes({}, figures)) as address:
        answer = await get(address, "/metrics")
    assert answer.text == "midback_up 1\n"
    assert answer.headers["content-type"].startswith("text/plain; version=")


@pytest.mark.parametrize("piece", [b"x" * 1000, b"y: z\r\n" * 200], ids=["one line", "many lines"])
@pytest.mark.parametrize("before", [b"", b"Transfer-Encoding: chunked\r\n\r\n0\r\n"], ids=["head", "trailer"])
async def test_a_head_without_end_is_not_listened_to_for_ever(before: bytes, piece: bytes) -> None:
    """Whoever sends it shall not fill the memory, also not with what may follow a body."""
    async with web.serving("127.0.0.1:0", web.routes({}, figures)) as address:
        reader, writer = await asyncio.open_connection("127.0.0.1", int(address.rpartition(":")[2]))
        writer.write(b"GET /healthz HTTP/1.1\r\nHost: here\r\n" + before + b"X: ")
        async with asyncio.timeout(5):
            with suppress(ConnectionError):  # hung up with much of it unread
                for _ in range(200):
                    writer.write(piece)
                    await writer.drain()
                    await asyncio.sleep(0)
                assert b"HTTP/1.1 400" in await reader.read()
        writer.close()


async def test_bodies_and_many_requests_on_one_connection_are_no_head() -> None:
    taken = 0

    async def take(scope: Scope, receive: Receive, send: Send) -> None:
        nonlocal taken
        taken += len(await Request(scope, receive).body())
        await PlainTextResponse("taken")(scope, receive, send)

    async with web.serving("127.0.0.1:0", [], {"/take": take}) as address, httpx.AsyncClient() as client:
        for _ in range(3):
            answer = await client.post(f"{address}/take", content=b"x" * 200_000)
            assert answer.text == "taken"
    assert taken == 600_000


async def test_it_lets_go_of_its_port() -> None:
    async with web.serving("127.0.0.1:0", []) as address:
        pass
    with pytest.raises(httpx.ConnectError):
        await get(address, "/healthz")
    async with web.serving(address.removeprefix("http://"), []) as again:
        assert again == address


async def test_a_port_that_is_taken_is_told_with_the_settings_name() -> None:
    async with web.serving("127.0.0.1:0", []) as address:
        with pytest.raises(OSError, match=r"MIDBACK_LISTEN: .* cannot be used"):
            async with web.serving(address.removeprefix("http://"), []):
                pass


async def test_a_request_under_way_is_answered_before_it_stops() -> None:
    begun = asyncio.Event()

    async def slow() -> bytes:
        begun.set()
        await asyncio.sleep(0.2)
        return b"done\n"

    async with web.serving("127.0.0.1:0", web.routes({}, slow)) as address:
        asking = asyncio.create_task(get(address, "/metrics"))
        await begun.wait()
    assert (await asking).text == "done\n"
