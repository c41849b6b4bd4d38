"""The HTTP below the library: what leaves, what comes back, and what is known when something goes wrong."""

import asyncio
import socket
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest
from aiohttp import web
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, InputFile
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError, TimedOut
from telegram.request import RequestData

from bot.chat.errors import NotSent, OutOfOrder, Trouble, classify
from bot.chat.transport import Transport
from bot.emulator import serve
from bot.emulator.client import Emulator, Person

# The library is on its way from numbers to timedeltas and says so at every wait.
pytestmark = pytest.mark.filterwarnings("ignore:.*retry_after:DeprecationWarning")

TOKEN = "123456:emulated-token"
OK = b'{"ok":true,"result":true}'

Handler = Callable[[web.BaseRequest], Awaitable[web.StreamResponse]]


@asynccontextmanager
async def server(handler: Handler) -> AsyncIterator[str]:
    """Serve on a free port of this machine and give the address."""
    # A cancelled caller ends its handler at once, so that no test waits for a slow answer.
    runner = web.ServerRunner(web.Server(handler, handler_cancellation=True), shutdown_timeout=0.1)
    await runner.setup()
    try:
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        host, port = runner.addresses[0][:2]
        yield f"http://{host}:{port}/bot{TOKEN}/sendMessage"
    finally:
        await runner.cleanup()


def answering(status: int, body: bytes) -> Handler:
    """Answer every call in the same way."""

    async def handler(request: web.BaseRequest) -> web.Response:
        await request.read()
        return web.Response(status=status, body=body)

    return handler


async def slow(request: web.BaseRequest) -> web.Response:
    """Answer after half a second."""
    await request.read()
    await asyncio.sleep(0.5)
    return web.Response(body=OK)


async def cut(request: web.BaseRequest) -> web.Response:
    """Take the call and hang up."""
    await request.read()
    assert request.transport is not None
    request.transport.abort()
    return web.Response()


async def half(request: web.BaseRequest) -> web.StreamResponse:
    """Hang up in the middle of the answer."""
    answer = web.StreamResponse(headers={"Content-Length": "100"})
    await answer.prepare(request)
    await answer.write(b'{"ok":')
    assert request.transport is not None
    request.transport.close()
    return answer


@pytest.fixture
async def transport() -> AsyncIterator[Transport]:
    """Give a transport with two connections and little patience."""
    async with Transport(2, pool=0.1, connect=0.5, read=0.2) as transport:
        yield transport


@pytest.fixture
async def emulator() -> AsyncIterator[Emulator]:
    """Give an emulator."""
    async with serve(token=TOKEN, pace=0.001) as running, Emulator(running.url) as client:
        yield client


@pytest.fixture
async def bot(emulator: Emulator) -> AsyncIterator[Bot]:
    """Give the library's bot on our transport."""
    base_url = f"{emulator.url}/bot"
    async with Bot(TOKEN, base_url, request=Transport(4), get_updates_request=Transport(1)) as bot:
        yield bot


@pytest.fixture
async def anna(emulator: Emulator) -> Person:
    """Give somebody who started the bot."""
    person = await emulator.add_person("Anna")
    await person.say("/start")
    return person


async def failing(transport: Transport, url: str, **waits: float) -> TelegramError:
    """Return the error of a call, and see that it keeps the token to itself."""
    with pytest.raises(TelegramError) as caught:
        await transport.post(url, RequestData(), **waits)
    error: BaseException | None = caught.value
    while error is not None:  # what a log shows: an error and what it was raised from
        assert TOKEN not in str(error)
        assert TOKEN not in repr(error)
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return caught.value


def free_port() -> int:
    """Return a port where nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def test_a_refused_connection_is_not_sent(transport: Transport) -> None:
    error = await failing(transport, f"http://127.0.0.1:{free_port()}/bot{TOKEN}/sendMessage")
    assert isinstance(error, NotSent)
    assert "Connect call failed" in error.message


async def test_an_unknown_host_is_not_sent(transport: Transport) -> None:
    assert isinstance(await failing(transport, f"http://no-such-host.invalid/bot{TOKEN}/getMe"), NotSent)


async def test_a_server_without_encryption_is_not_sent(transport: Transport) -> None:
    async with server(answering(200, OK)) as url:
        assert isinstance(await failing(transport, url.replace("http:", "https:")), NotSent)


async def test_waiting_in_vain_for_a_free_connection_is_not_sent(transport: Transport) -> None:
    async with server(slow) as url:
        busy = [asyncio.create_task(transport.post(url, read_timeout=2)) for _ in range(2)]
        await asyncio.sleep(0.05)
        error = await failing(transport, url, pool_timeout=0.05, connect_timeout=0.05)
        assert isinstance(error, NotSent)
        assert await asyncio.gather(*busy) == [True, True]


async def test_a_closed_transport_sends_nothing() -> None:
    transport = Transport()
    assert isinstance(await failing(transport, "http://127.0.0.1:1/"), NotSent)
    await transport.initialize()
    await transport.shutdown()
    await transport.shutdown()
    assert isinstance(await failing(transport, "http://127.0.0.1:1/"), NotSent)


async def test_silence_after_sending_is_unknown(transport: Transport) -> None:
    async with server(slow) as url:
        error = await failing(transport, url, read_timeout=0.05)
        assert isinstance(error, TimedOut)
        assert classify(error).trouble is Trouble.UNKNOWN


@pytest.mark.parametrize("handler", [cut, half])
async def test_a_cut_after_sending_is_unknown(transport: Transport, handler: Handler) -> None:
    async with server(handler) as url:
        error = await failing(transport, url)
        assert not isinstance(error, NotSent | OutOfOrder | TimedOut)
        assert classify(error).trouble is Trouble.UNKNOWN


REFUSED = b'{"ok":false,"error_code":500,"description":"Internal Server Error"}'
HTML = b"<html><center><h1>Bad Gateway</h1></center></html>"
ANSWERS = [
    (
        500,
        b'{"ok":false,"error_code":500,"description":"Internal Server Error"}',
        OutOfOrder,
        Trouble.TRANSIENT,
    ),
    (502, HTML, OutOfOrder, Trouble.TRANSIENT),
    (503, b"", OutOfOrder, Trouble.TRANSIENT),
    (504, REFUSED, OutOfOrder, Trouble.TRANSIENT),
    (504, HTML, TimedOut, Trouble.UNKNOWN),
    (413, HTML, BadRequest, Trouble.FAULT),
    (200, HTML, NetworkError, Trouble.UNKNOWN),
    (301, b"", NetworkError, Trouble.UNKNOWN),
]


@pytest.mark.parametrize(("status", "body", "kind", "trouble"), ANSWERS)
async def test_answers_are_told_apart(
    transport: Transport, status: int, body: bytes, kind: type[TelegramError], trouble: Trouble
) -> None:
    async with server(answering(status, body)) as url:
        error = await failing(transport, url)
        assert type(error) is kind
        assert classify(error).trouble is trouble


async def test_a_body_that_cannot_be_written_is_a_fault_of_ours(transport: Transport, bot: Bot) -> None:
    with pytest.raises(TelegramError) as caught:
        await bot.do_api_request("noSuchCall", {"what": {object()}})
    assert classify(caught.value).trouble is Trouble.FAULT


async def test_a_connection_is_used_again(transport: Transport) -> None:
    seen: set[int] = set()

    async def handler(request: web.BaseRequest) -> web.Response:
        seen.add(id(request.transport))
        return web.Response(body=OK)

    async with server(handler) as url:
        for _ in range(5):
            await transport.post(url)
    assert len(seen) == 1


async def test_a_poll_may_take_longer_than_all_other_calls() -> None:
    async with Transport(1, pool=0.05, connect=0.05, write=0.05, read=0.05) as transport, server(slow) as url:
        assert await transport.post(url, read_timeout=2) is True


async def test_a_cancelled_poll_leaves_room_for_the_next(transport: Transport) -> None:
    async with server(slow) as url:
        for _ in range(4):
            poll = asyncio.create_task(transport.post(url, read_timeout=5))
            await asyncio.sleep(0.02)
            poll.cancel()
            with pytest.raises(asyncio.CancelledError):
                await poll
        assert await transport.post(url, read_timeout=2) is True


async def test_half_a_character_in_an_answer_is_no_reason_to_fail() -> None:
    assert Transport.parse_json_payload(b'{"result":"\\ud83d"}') == {"result": "\ud83d"}
    assert Transport.parse_json_payload(b'{"result":"\xff"}') == {"result": "�"}


async def test_a_proxy_of_the_environment_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    async def proxy(request: web.BaseRequest) -> web.Response:
        asked.append(request.raw_path)
        return web.Response(body=OK)

    async with server(proxy) as url:
        monkeypatch.setenv("http_proxy", url.partition("/bot")[0])
        monkeypatch.delenv("no_proxy", raising=False)
        monkeypatch.delenv("NO_PROXY", raising=False)
        async with Transport() as transport:
            assert await transport.post("http://telegram.invalid/botX/getMe") is True
    assert asked == ["http://telegram.invalid/botX/getMe"]


async def test_keyboards_and_characters_arrive(bot: Bot, anna: Person) -> None:
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Gö 🙂", callback_data="x")]])
    sent = await bot.send_message(anna.id, "Grüße & 🙂", reply_markup=keyboard)
    assert (sent.text, (await anna.last())["text"]) == ("Grüße & 🙂", "Grüße & 🙂")
    assert await bot.edit_message_text("new", anna.id, sent.message_id)


@pytest.mark.parametrize("name", ["tall order.jpg", 'quo"te.jpg', "größe.jpg"])
async def test_files_keep_their_names(bot: Bot, emulator: Emulator, anna: Person, name: str) -> None:
    await bot.send_document(anna.id, InputFile(b"text", filename=name), caption="Grüße")
    [call] = await emulator.calls("sendDocument")
    assert [file["name"] for file in call["files"]] == [name]
    assert (await anna.last())["caption"] == "Grüße"


async def test_a_big_upload_arrives_and_does_not_stop_the_loop(bot: Bot, anna: Person) -> None:
    longest, ends = 0.0, False

    async def watch() -> None:
        nonlocal longest
        while not ends:
            before = time.perf_counter()
            await asyncio.sleep(0.001)
            longest = max(longest, time.perf_counter() - before)

    watching = asyncio.create_task(watch())
    size = 20 * 1024 * 1024
    sent = await bot.send_document(anna.id, InputFile(b"x" * size, filename="big.bin"), read_timeout=20)
    ends = True
    await watching
    assert sent.document is not None
    assert sent.document.file_size == size
    assert (
        longest < 5
    )  # the emulator shares this loop and copies the file, so this only rules out a standstill


@pytest.mark.parametrize(("drop", "arrives"), [("before", False), ("after", True)])
async def test_a_lost_connection_is_unknown_because_it_may_have_arrived(
    bot: Bot, emulator: Emulator, anna: Person, drop: str, arrives: bool
) -> None:
    await emulator.fault(method="sendMessage", drop=drop)
    with pytest.raises(NetworkError) as caught:
        await bot.send_message(anna.id, "lost?")
    assert classify(caught.value).trouble is Trouble.UNKNOWN
    assert ("lost?" in [m["text"] for m in await anna.messages()]) is arrives
    assert len(await emulator.calls("sendMessage")) == 1  # and nothing below the library tried again


async def test_a_wait_is_told(bot: Bot, emulator: Emulator, anna: Person) -> None:
    await emulator.fault(method="sendMessage", code=429, parameters={"retry_after": 3})
    with pytest.raises(RetryAfter) as caught:
        await bot.send_message(anna.id, "one")
    assert classify(caught.value).wait == 3.0


async def test_updates_are_polled(bot: Bot, anna: Person) -> None:
    waiting = asyncio.create_task(bot.get_updates(offset=-1, timeout=5))
    [update] = await waiting
    assert update.message is not None
    started = time.perf_counter()
    assert await bot.get_updates(offset=update.update_id + 1, timeout=1) == ()
    assert time.perf_counter() - started > 0.9
