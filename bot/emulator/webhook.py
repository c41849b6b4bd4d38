"""Delivery by webhook: one lane per person, lanes side by side, failed attempts again and again."""

import asyncio
import contextlib
from collections import deque
from typing import TYPE_CHECKING, Any

import httpx

from .updates import Pending

if TYPE_CHECKING:
    from .world import World

_ANSWER_SECONDS = 60.0


class Webhook:
    """Where updates go when a webhook is set. ``run_method`` is handed in by the dispatcher, because
    the answer to a delivery may carry a method call."""

    def __init__(self, world: "World") -> None:
        self._world = world
        self.url = ""
        self.secret = ""
        self.max_connections = 40
        self.last_error: tuple[int, str] | None = None
        self.run_method: Any = None
        self._lanes: dict[int, deque[Pending]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._client: httpx.AsyncClient | None = None
        self._free = asyncio.Semaphore(40)
        # Several replicas set it at the same time; one change must not undo half of another.
        self._changing = asyncio.Lock()

    async def set(self, url: str, secret: str, max_connections: int) -> None:
        """Deliver to ``url`` from now on, beginning with what waits."""
        async with self._changing:
            await self._stop()
            self.url, self.secret, self.max_connections = url, secret, max_connections
            self.last_error = None
            self._free = asyncio.Semaphore(max_connections)
            self._client = httpx.AsyncClient(timeout=_ANSWER_SECONDS)
            updates = self._world.updates
            updates.webhook_active = True
            updates.on_added = self._enqueue
            updates.wake()
            for pending in updates.waiting():
                self._enqueue(pending)

    async def remove(self) -> None:
        """Back to polling; what waits goes on waiting."""
        async with self._changing:
            await self._stop()
            self.url = self.secret = ""
            self._world.updates.webhook_active = False

    async def close(self) -> None:
        """Stop all deliveries."""
        async with self._changing:
            await self._stop()

    def info(self) -> dict[str, Any]:
        """The WebhookInfo object."""
        updates = self._world.updates
        shown: dict[str, Any] = {
            "url": self.url,
            "has_custom_certificate": False,
            "pending_update_count": updates.count(),
        }
        if self.url:
            shown |= {"max_connections": self.max_connections, "ip_address": "127.0.0.1"}
        if self.last_error:
            shown |= {"last_error_date": self.last_error[0], "last_error_message": self.last_error[1]}
        return shown | ({"allowed_updates": updates.allowed()} if updates.allowed() else {})

    def _enqueue(self, pending: Pending) -> None:
        lane = self._lanes.get(pending.key)
        if lane is not None:
            lane.append(pending)
            return
        lane = self._lanes[pending.key] = deque([pending])
        task = asyncio.get_running_loop().create_task(self._run_lane(pending.key, lane))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _run_lane(self, key: int, lane: deque[Pending]) -> None:
        while lane:
            await self._deliver(lane.popleft())
        del self._lanes[key]

    async def _deliver(self, pending: Pending) -> None:
        """Try until it is taken: again at once, then after 2, 4, 8 seconds, up to a random 60 to 120."""
        attempt = 0
        longest = self._world.rng.uniform(60, 120)
        while self._world.updates.alive(pending):
            async with self._free:
                delivered = await self._attempt(pending)
            if delivered:
                self._world.updates.done(pending)
                return
            pause = min(2.0**attempt, longest) if attempt else 0.0
            attempt += 1
            await asyncio.sleep(pause * self._world.settings.pace)

    async def _attempt(self, pending: Pending) -> bool:
        headers = {"X-Telegram-Bot-Api-Secret-Token": self.secret} if self.secret else {}
        assert self._client is not None  # noqa: S101 - for the type checker: a set webhook has a client
        try:
            answer = await self._client.post(self.url, json=pending.view(), headers=headers)
        except httpx.HTTPError as problem:
            return self._failed(f"Connection failed: {type(problem).__name__}")
        if not answer.is_success:
            return self._failed(
                f"Wrong response from the webhook: {answer.status_code} {answer.reason_phrase}"
            )
        await self._run_answer(answer)
        return True

    async def _run_answer(self, answer: httpx.Response) -> None:
        """The answer may be a method call; what comes of it is only to be seen in the record of calls."""
        try:
            wish = answer.json()
        except ValueError:
            return
        if isinstance(wish, dict) and isinstance(wish.get("method"), str) and self.run_method:
            await self.run_method(wish.pop("method"), wish)

    def _failed(self, reason: str) -> bool:
        self.last_error = (self._world.date(), reason)
        return False

    async def _stop(self) -> None:
        self._world.updates.on_added = None  # what comes meanwhile waits, and is found by whoever goes on
        for task in list(self._tasks):
            task.cancel()
        for task in list(self._tasks):
            with contextlib.suppress(asyncio.CancelledError):
                await task
        self._tasks.clear()
        self._lanes.clear()
        if self._client:
            await self._client.aclose()
            self._client = None
