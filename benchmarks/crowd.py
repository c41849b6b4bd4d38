"""People who press buttons, and how long each of them waits for the message to change."""

import asyncio
import json
import time
from collections import defaultdict, deque
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote_plus

Give = Callable[[list[dict[str, Any]]], None]
BATCH = 100


class Crowd:
    """Presses wait here until they are fetched; each edit of a person's message answers the oldest press.

    Patient people press again when they see the answer; a stream presses at a steady rate, whoever waits.
    """

    def __init__(self) -> None:
        self._pending: deque[dict[str, Any]] = deque()
        self._polls: deque[tuple[Give, asyncio.TimerHandle | None]] = deque()
        self._waiting: defaultdict[int, deque[float]] = defaultdict(deque)
        self._latencies: list[float] = []
        self._number = 0
        self._left = 0
        self._patient = True
        self._data = "x"
        self._hook: Hook | None = None
        self._first = self._last = 0.0
        self._last_edit = b""
        self._stream: asyncio.Task[None] | None = None

    def start(self, query: dict[str, str]) -> None:
        """Begin to press: ``people``, ``presses`` in all, ``rate`` a second or 0 for patient people."""
        people, rate = int(query["people"]), float(query.get("rate", 0))
        self._left, self._patient, self._data = int(query["presses"]), rate == 0, query.get("data", "x")
        self._latencies.clear()
        if "hook" in query and self._hook is None:
            self._hook = Hook(query["hook"], query.get("secret", ""))
        self._first = time.perf_counter()
        if rate:
            self._stream = asyncio.create_task(self._press_at(rate, people))
            return
        for person in range(1, people + 1):
            for _ in range(int(query.get("burst", 1))):
                self._press(person)

    async def _press_at(self, rate: float, people: int) -> None:
        due, person = time.perf_counter(), 0
        while self._left > 0:
            person = person % people + 1
            self._press(person)
            due += 1 / rate
            await asyncio.sleep(max(0.0, due - time.perf_counter()))

    def _press(self, person: int) -> None:
        if self._left <= 0:
            return
        self._left -= 1
        self._number += 1
        self._waiting[person].append(time.perf_counter())
        update = press(self._number, person, self._data)
        if self._hook is not None:
            self._hook.post(update)
            return
        self._pending.append(update)
        if self._polls:
            give, timer = self._polls.popleft()
            if timer is not None:
                timer.cancel()
            # In a moment: what others press now goes along.
            asyncio.get_running_loop().call_soon(lambda: give(self._batch()))

    def poll(self, offset: int, timeout: int, give: Give) -> None:
        """Give what waits from ``offset`` on, or hold the poll until something comes."""
        while self._pending and self._pending[0]["update_id"] < offset:
            self._pending.popleft()
        if self._pending:
            give(self._batch())
        elif timeout == 0:
            give([])
        else:
            entry: list[Any] = [give, None]
            entry[1] = asyncio.get_running_loop().call_later(timeout, self._expire, give)
            self._polls.append((entry[0], entry[1]))

    def _expire(self, give: Give) -> None:
        self._polls = deque(poll for poll in self._polls if poll[0] is not give)
        give([])

    def _batch(self) -> list[dict[str, Any]]:
        return [self._pending[i] for i in range(min(BATCH, len(self._pending)))]

    def answered(self, person: int, body: bytes) -> None:
        """Note that a person's message changed."""
        waiting = self._waiting[person]
        self._last_edit = body
        if waiting:
            self._last = time.perf_counter()
            self._latencies.append(self._last - waiting.popleft())
            if self._patient:
                self._press(person)

    def report(self) -> dict[str, Any]:
        """Return how many were answered, in how many seconds, each wait, and the last message."""
        return {
            "answered": len(self._latencies),
            "seconds": self._last - self._first,
            "latencies": sorted(self._latencies),
            "last": unquote_plus(self._last_edit.decode(errors="replace")),
            "refused": self._hook.refused if self._hook else 0,
        }

    def close(self) -> None:
        """Stop pressing."""
        self._left = 0
        if self._stream is not None:
            self._stream.cancel()
        if self._hook is not None:
            self._hook.close()


def press(number: int, person: int, data: str) -> dict[str, Any]:
    """Return the update of a press."""
    user = {"id": person, "is_bot": False, "first_name": f"P{person}", "language_code": "en"}
    keyboard = {"inline_keyboard": [[{"text": "Count", "callback_data": data}]]}
    message = {
        "message_id": 1234,
        "from": {"id": 123456, "is_bot": True, "first_name": "Bench", "username": "bench_bot"},
        "chat": {"id": person, "first_name": user["first_name"], "type": "private"},
        "date": 1767225600,
        "text": "0",
        "reply_markup": keyboard,
    }
    query = {"id": str(10**15 + number), "from": user, "message": message, "chat_instance": "1", "data": data}
    return {"update_id": number, "callback_query": query}


class Hook:
    """Posts updates to a webhook over a few connections, as Telegram does."""

    def __init__(self, address: str, secret: str, connections: int = 40) -> None:
        host, _, path = address.removeprefix("http://").partition("/")
        self._host, _, port = host.partition(":")
        self._port, self._path, self._secret = int(port), f"/{path}", secret
        self._queue: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self._tasks = [asyncio.create_task(self._run()) for _ in range(connections)]
        self.refused = 0

    def post(self, update: dict[str, Any]) -> None:
        """Put an update in line."""
        self._queue.put_nowait(update)

    def close(self) -> None:
        """Stop posting."""
        for task in self._tasks:
            task.cancel()

    async def _run(self) -> None:
        reader, writer = await asyncio.open_connection(self._host, self._port)
        while True:
            body = json.dumps(await self._queue.get()).encode()
            head = (
                f"POST {self._path} HTTP/1.1\r\nHost: {self._host}:{self._port}\r\n"
                f"X-Telegram-Bot-Api-Secret-Token: {self._secret}\r\n"
                f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
            )
            writer.write(head.encode() + body)
            answer = (await reader.readuntil(b"\r\n\r\n")).lower()
            self.refused += b" 200 " not in answer.partition(b"\r\n")[0]
            length = answer.partition(b"content-length:")[2].partition(b"\r\n")[0]
            if length:
                await reader.readexactly(int(length))
