"""A stand-in for Telegram that is never the limit: a bare protocol with canned answers, in its own process.

``python -m benchmarks.server`` prints its port and serves until its standard input ends. It also plays the
crowd: people whose presses come through ``getUpdates`` or a webhook, see :mod:`benchmarks.crowd`.
"""

import asyncio
import json
import re
import sys
from collections import Counter
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl

from benchmarks.crowd import Crowd

OFFSET = re.compile(rb'offset"?[=:]\s*"?(-?\d+)')
TIMEOUT = re.compile(rb'timeout"?[=:]\s*"?(\d+)')
CHAT = re.compile(rb'chat_id"?[=:]\s*"?(-?\d+)')
LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
ME = {"id": 123456, "is_bot": True, "first_name": "Bench", "username": "bench_bot"}
KEYBOARD = {
    "inline_keyboard": [
        [{"text": "Begin", "callback_data": "s:1"}],
        [{"text": "In 20 minutes", "callback_data": "z:20"}, {"text": "Not today", "callback_data": "n:1"}],
    ]
}
MESSAGE = {
    "message_id": 1234,
    "from": ME,
    "chat": {"id": 77, "first_name": "Anna", "username": "anna", "type": "private"},
    "date": 1767225600,
    "text": "Time to move, Anna. Your routine takes about eight minutes: Cat and cow, Thread the needle.",
    "entities": [{"offset": 0, "length": 12, "type": "bold"}],
    "reply_markup": KEYBOARD,
}
PHOTO = {key: value for key, value in MESSAGE.items() if key not in ("text", "entities")} | {
    "caption": MESSAGE["text"],
    "photo": [{"file_id": "AgAC" + "x" * 60, "file_unique_id": "AQAD", "width": 1280, "height": 720}],
}


def answer(result: object) -> bytes:
    """Return a whole HTTP answer of the Bot API."""
    body = json.dumps({"ok": True, "result": result}, separators=(",", ":")).encode()
    return (
        b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(body) + body
    )


class Telegram:
    """What all connections share."""

    def __init__(self) -> None:
        self.calls: Counter[str] = Counter()
        self.delay = 0.0
        self.crowd = Crowd()
        self._canned = {
            "sendmessage": answer(MESSAGE),
            "editmessagetext": answer(MESSAGE),
            "sendphoto": answer(PHOTO),
            "getme": answer(ME),
            "getwebhookinfo": answer({"url": "", "has_custom_certificate": False, "pending_update_count": 0}),
        }
        self._true = answer(True)

    def serve(self, path: bytes, body: bytes, write: Callable[[bytes], None]) -> None:
        """Answer a call, now or later."""
        method = path.rpartition(b"/")[2].partition(b"?")[0].decode().lower()
        if path.startswith(b"/control/"):
            query = dict(parse_qsl(path.partition(b"?")[2].decode()))
            write(answer(self._control(method, query)))
            return
        self.calls[method] += 1
        if method == "getupdates":
            self._poll(body or path, write)
            return
        if method == "editmessagetext" and (chat := CHAT.search(body)):
            self.crowd.answered(int(chat[1]), body)
        found = self._canned.get(method, self._true)
        if self.delay:
            asyncio.get_running_loop().call_later(self.delay, write, found)
        else:
            write(found)

    def _poll(self, body: bytes, write: Callable[[bytes], None]) -> None:
        offset, timeout = OFFSET.search(body), TIMEOUT.search(body)
        self.crowd.poll(
            int(offset[1]) if offset else 0,
            int(timeout[1]) if timeout else 0,
            lambda updates: write(answer(updates)),
        )

    def _control(self, what: str, query: dict[str, str]) -> Any:
        match what:
            case "reset":
                self.calls.clear()
                self.crowd.close()
                self.crowd, self.delay = Crowd(), float(query.get("delay", 0))
            case "delay":
                self.delay = float(query["seconds"])
            case "press":
                self.crowd.start(query)
            case "crowd":
                return self.crowd.report()
        return dict(self.calls)


class Connection(asyncio.Protocol):
    """One connection: requests one after another, bodies by their length."""

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram
        self._buffer = b""
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep what answers are written to."""
        self._transport = transport  # type: ignore[assignment]

    def data_received(self, data: bytes) -> None:
        """Serve each whole request in what came."""
        self._buffer += data
        while (end := self._buffer.find(b"\r\n\r\n")) >= 0:
            head = self._buffer[:end]
            found = LENGTH.search(head)
            whole = end + 4 + (int(found[1]) if found else 0)
            if len(self._buffer) < whole:
                return
            body, self._buffer = self._buffer[end + 4 : whole], self._buffer[whole:]
            self._telegram.serve(head.split(b" ", 2)[1], body, self._write)

    def _write(self, data: bytes) -> None:
        if self._transport is not None and not self._transport.is_closing():
            self._transport.write(data)


async def main() -> None:
    """Serve until the process that started this one is gone."""
    telegram, loop = Telegram(), asyncio.get_running_loop()
    server = await loop.create_server(lambda: Connection(telegram), "127.0.0.1", 0, backlog=512)
    print(server.sockets[0].getsockname()[1], flush=True)  # noqa: T201 - how the port is told
    await loop.run_in_executor(None, sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(main())
