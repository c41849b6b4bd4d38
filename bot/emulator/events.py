"""The server-sent events of the control API."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Iterable
from typing import Any

Payload = dict[str, Any] | Callable[[int], dict[str, Any]]

# A reader that is so far behind is gone; it is disconnected and will read the whole state again.
_BACKLOG = 20_000
_HEARTBEAT_SECONDS = 15.0


class Hub:
    """Hands each event to the streams of the people that it concerns."""

    def __init__(self) -> None:
        self._streams: dict[int, set[asyncio.Queue[bytes | None]]] = {}

    def publish(self, event: str, payload: Payload, people: Iterable[int] | None = None) -> None:
        """Send ``event`` to ``people`` (everybody when None).

        ``payload`` may be a function of the person's id: who sent a message depends on who looks. It is
        only called when somebody listens.
        """
        if not self._streams:
            return
        for person_id in list(self._streams) if people is None else people:
            queues = self._streams.get(person_id)
            if queues:
                data = payload(person_id) if callable(payload) else payload
                self._deliver(queues, encode(event, data))

    def _deliver(self, queues: set[asyncio.Queue[bytes | None]], chunk: bytes) -> None:
        for queue in queues:
            if queue.qsize() < _BACKLOG:
                queue.put_nowait(chunk)
            elif queue.qsize() == _BACKLOG:
                queue.put_nowait(None)

    async def stream(self, person_id: int, hello: dict[str, Any]) -> AsyncIterator[bytes]:
        """The events of one person, beginning with ``hello``, until the reader leaves or the hub closes."""
        queue: asyncio.Queue[bytes | None] = asyncio.Queue()
        queue.put_nowait(encode("hello", hello))
        self._streams.setdefault(person_id, set()).add(queue)
        try:
            while (chunk := await _next(queue)) is not None:
                yield chunk
        finally:
            self._leave(person_id, queue)

    def listeners(self) -> int:
        """How many streams are open."""
        return sum(map(len, self._streams.values()))

    def close(self) -> None:
        """End every stream."""
        for queues in self._streams.values():
            for queue in queues:
                queue.put_nowait(None)

    def _leave(self, person_id: int, queue: asyncio.Queue[bytes | None]) -> None:
        queues = self._streams.get(person_id, set())
        queues.discard(queue)
        if not queues:
            self._streams.pop(person_id, None)


async def _next(queue: asyncio.Queue[bytes | None]) -> bytes | None:
    try:
        return await asyncio.wait_for(queue.get(), _HEARTBEAT_SECONDS)
    except TimeoutError:
        return b": still here\n\n"


def encode(event: str, data: dict[str, Any]) -> bytes:
    """One event in the wire format; JSON holds no line breaks, so one data line is enough."""
    return f"event: {event}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n".encode()
