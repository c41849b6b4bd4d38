"""Updates on their way to the bot."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from .errors import refusal
from .waiting import Bell

# Only delivered to a bot that asks for them.
_OPTIONAL = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
_DAY = 86_400.0
LIFETIMES = {"callback_query": 150.0, "inline_query": 30.0}


@dataclass(slots=True)
class Pending:
    """An update that the bot has not confirmed; ``key`` says whose order it belongs to."""

    update_id: int
    kind: str
    payload: dict[str, Any]
    key: int
    expires: float

    def view(self) -> dict[str, Any]:
        """The Update object."""
        return {"update_id": self.update_id, self.kind: self.payload}


class Updates:
    """The queue, one long poll at a time.

    ``fetched`` is told which updates the bot has seen. Ids go on growing after ``clear``, so that a bot
    that polls on does not take new updates for old ones.
    """

    def __init__(
        self, now: Callable[[], float], first_id: int, fetched: Callable[[Iterable[Pending]], None]
    ) -> None:
        self._now = now
        self._next_id = first_id
        self._fetched = fetched
        # Unlike a dict, this finds its first item at once even after many removals.
        self._pending: OrderedDict[int, Pending] = OrderedDict()
        self._bell = Bell()
        self._poll = 0
        self._allowed: frozenset[str] | None = None
        self.on_added: Callable[[Pending], None] | None = None
        self.webhook_active = False

    def clear(self, keep_wish: bool = False) -> None:
        """Forget what waits, and unless ``keep_wish`` the kinds that the bot asked for."""
        self._pending.clear()
        if not keep_wish:
            self._allowed = None

    def allow(self, kinds: list[str] | None) -> None:
        """Which kinds the bot wants from now on; None keeps the former wish, [] means the usual ones."""
        if kinds is not None:
            self._allowed = frozenset(kinds) or None

    def allowed(self) -> list[str]:
        """The kinds that the bot asked for; empty for the usual ones."""
        return sorted(self._allowed or ())

    def wanted(self, kind: str) -> bool:
        """Whether an update of this kind would be kept."""
        return kind in self._allowed if self._allowed is not None else kind not in _OPTIONAL

    def add(self, kind: str, payload: dict[str, Any], key: int) -> None:
        """Queue an update, if the bot wants this kind."""
        if not self.wanted(kind):
            return
        expires = self._now() + LIFETIMES.get(kind, _DAY)
        pending = Pending(self._next_id, kind, payload, key, expires)
        self._next_id += 1
        self._pending[pending.update_id] = pending
        self._bell.ring()
        if self.on_added:
            self.on_added(pending)

    def count(self) -> int:
        """How many updates wait."""
        return len(self._pending)

    def waiting(self) -> list[Pending]:
        """All updates that wait and have not expired, oldest first."""
        now = self._now()
        for update_id in [p.update_id for p in self._pending.values() if p.expires < now]:
            del self._pending[update_id]
        return list(self._pending.values())

    def alive(self, pending: Pending) -> bool:
        """Whether this update still has to be delivered."""
        return pending.update_id in self._pending and pending.expires >= self._now()

    def done(self, pending: Pending) -> None:
        """The webhook took this update."""
        if self._pending.pop(pending.update_id, None):
            self._fetched([pending])

    async def poll(self, offset: int, limit: int, timeout: float) -> list[dict[str, Any]]:  # noqa: ASYNC109 - as in the Bot API
        """What getUpdates answers: up to ``limit`` updates, waiting up to ``timeout`` seconds for the first.

        A newer poll ends this one with a 409.
        """
        self._refuse_under_webhook()
        self._poll += 1
        mine = self._poll
        self._bell.ring()
        self._confirm(offset)
        loop = asyncio.get_running_loop()
        deadline = loop.time() + timeout
        while not (ready := self._first(limit)):
            left = deadline - loop.time()
            if left <= 0 or not await self._bell.wait(left):
                break
            self._refuse_under_webhook()
            if self._poll != mine:
                raise refusal(
                    409,
                    "terminated by other getUpdates request; make sure that only one bot instance is running",
                )
        self._fetched(ready)
        return [pending.view() for pending in ready]

    def wake(self) -> None:
        """Let a held poll look again."""
        self._bell.ring()

    def close(self) -> None:
        """Answer a held poll at once, now and from now on."""
        self._bell.close()

    def _refuse_under_webhook(self) -> None:
        if self.webhook_active:
            raise refusal(
                409,
                "can't use getUpdates method while webhook is active; "
                "use deleteWebhook to delete the webhook first",
            )

    def _confirm(self, offset: int) -> None:
        """Forget everything below ``offset``; a negative one keeps that many of the newest."""
        if offset < 0:
            for update_id in list(self._pending)[:offset]:
                del self._pending[update_id]
            return
        # Ids grow, so the confirmed ones are at the front.
        while self._pending and next(iter(self._pending)) < offset:
            self._pending.popitem(last=False)

    def _first(self, limit: int) -> list[Pending]:
        now = self._now()
        ready: list[Pending] = []
        expired: list[int] = []
        for pending in self._pending.values():
            if len(ready) == limit:
                break
            if pending.expires < now:
                expired.append(pending.update_id)
            else:
                ready.append(pending)
        for update_id in expired:
            del self._pending[update_id]
        return ready
