"""What people really received, as the emulator saw it, and when something was broken on purpose."""

import json
import re
import time
from collections import defaultdict
from dataclasses import dataclass, field

from bot.emulator.calls import Call, Record

NUMBER = re.compile(r"v1:dz:(\d+):")
"""The button of a reminder that snoozes it names the delivery."""

SENDING = {"sendMessage", "sendPhoto", "sendAnimation"}
DOUBLING = {"kill", "cut", "crash", "telegram lost-after"}
"""Faults after which a message may come twice. Not after an orderly restart, nor after a refusal."""

SPAN = (2.0, 8.0)
"""Seconds before and after a message in which a fault explains that it came again."""


class Witness(Record):
    """Keeps of every message that reached a chat which delivery it was, and when."""

    def __init__(self) -> None:
        super().__init__()
        self.copies: defaultdict[int, list[float]] = defaultdict(list)

    def add(self, call: Call) -> None:
        """Note what arrived, also when the sender's connection was cut after it."""
        super().add(call)
        if call.method in SENDING and call.body.get("ok"):
            markup = call.parameters.get("reply_markup")
            found = NUMBER.search(markup if isinstance(markup, str) else json.dumps(markup))
            if found:
                self.copies[int(found[1])].append(call.at)


@dataclass
class Diary:
    """When what was broken; ``until`` is later than ``since`` for what lasts."""

    faults: list[tuple[float, float, str]] = field(default_factory=list)

    def note(self, what: str, lasts: float = 0.0) -> None:
        """Write down a fault that begins now."""
        now = time.time()
        self.faults.append((now, now + lasts, what))

    def count(self, *kinds: str) -> int:
        """Return how many faults of these kinds there were."""
        return sum(what.split()[0] in kinds for _, _, what in self.faults)

    def explains(self, at: float) -> bool:
        """Return whether a fault after which something may come twice fell upon a message of that moment."""
        before, after = SPAN
        return any(
            since - after <= at <= until + before for since, until, what in self.faults if what in DOUBLING
        )
