"""Flood limits: off at the start, switched on to see how the bot bears them."""

import math
from collections import deque
from collections.abc import Callable
from typing import Any

from .errors import NotPossible, refusal

_NAMES = ("chat_per_second", "group_per_minute", "all_per_second")


class Limits:
    """Sliding windows over the sends and edits of the last second or minute."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._limits: dict[str, int] = {}
        self._sent: dict[object, deque[float]] = {}

    def set(self, wish: dict[str, Any]) -> dict[str, int | None]:
        """Switch the named limits on, or off with None; gives all limits in force."""
        for name, value in wish.items():
            if name not in _NAMES or not (value is None or (isinstance(value, int) and value > 0)):
                raise NotPossible(f"Limits are {', '.join(_NAMES)}, each a positive number or null.")
            self._limits.pop(name, None)
            if value is not None:
                self._limits[name] = value
        return self.view()

    def view(self) -> dict[str, int | None]:
        """The limits in force; None where there is none."""
        return {name: self._limits.get(name) for name in _NAMES}

    def clear(self) -> None:
        """Switch everything off."""
        self._limits.clear()
        self._sent.clear()

    def check(self, chat_id: int, is_group: bool) -> None:
        """Count one message to ``chat_id``; over a limit it is refused with 429."""
        if not self._limits:
            return
        windows = [("all", self._limits.get("all_per_second"), 1.0)]
        if is_group:
            windows.append((f"group {chat_id}", self._limits.get("group_per_minute"), 60.0))
        else:
            windows.append((f"chat {chat_id}", self._limits.get("chat_per_second"), 1.0))
        waits = [self._wait(key, limit, span) for key, limit, span in windows if limit]
        if any(waits):
            seconds = max(1, math.ceil(max(waits)))
            raise refusal(429, f"retry after {seconds}", {"retry_after": seconds})
        for key, limit, _ in windows:
            if limit:
                self._sent[key].append(self._now())

    def _wait(self, key: str, limit: int, span: float) -> float:
        """Seconds until one more message fits."""
        sent = self._sent.setdefault(key, deque())
        now = self._now()
        while sent and sent[0] <= now - span:
            sent.popleft()
        return sent[0] + span - now if len(sent) >= limit else 0.0
