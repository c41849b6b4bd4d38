"""Troubles that concern more than one message: Telegram floods everybody off, or refuses the token."""

from typing import Final

import structlog

from bot.chat.errors import Sent, Trouble
from bot.push.budget import Seconds

log = structlog.get_logger(__name__)

QUARANTINE: Final = 60.0
"""Seconds between tries while Telegram does not know the token."""


class Troubles:
    """What the push has to keep in mind beyond a single delivery.

    ``revoked`` is whether Telegram refused the token the last time: the coach is not ready then.
    """

    def __init__(self, clock: Seconds) -> None:
        self._clock = clock
        self._flooded: dict[int, float] = {}
        self._silent_until = 0.0
        self.revoked = False

    @property
    def silenced(self) -> bool:
        """Return whether nothing should be sent for now."""
        return self._clock() < self._silent_until

    def heard(self, chat_id: int, sent: Sent) -> float:
        """Take note of an answer; return for how many seconds everybody has to wait, mostly 0."""
        if sent.trouble is Trouble.REVOKED:
            self._silent_until = self._clock() + QUARANTINE
            self.revoked = True
            log.error("telegram refuses the token: nothing can be sent until it is mended")
            return 0.0
        if sent.trouble is None:
            self.revoked = False
        return self._flood(chat_id, sent.wait) if sent.trouble is Trouble.WAIT else 0.0

    def _flood(self, chat_id: int, seconds: float) -> float:
        """Tell one chat's limit from everybody's: a second chat that is told to wait means all."""
        now = self._clock()
        self._flooded = {chat: until for chat, until in self._flooded.items() if until > now}
        others = self._flooded.keys() - {chat_id}
        self._flooded[chat_id] = now + seconds
        if others:
            log.warning("telegram asks everybody to wait", seconds=seconds)
        return seconds if others else 0.0
