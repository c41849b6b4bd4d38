"""The round of forgetting, in small pieces, so that nobody waits behind it."""

import asyncio
from typing import Final

import structlog

from bot.clock import Clock
from bot.db.database import Database
from bot.services import breaks, forgetting

log = structlog.get_logger(__name__)

ROUND: Final = 3600
"""Seconds between two rounds: a coach that is started anew every day must come to it, too."""

PAUSE: Final = 0.1
"""Seconds between two pieces of a round: others want the database, too."""


async def forget_settled(database: Database, clock: Clock, pause: float = PAUSE) -> None:
    """Forget messages that were settled long ago, and old breaks of groups, until none is left."""
    forgotten = 0
    for forget in (forgetting.forget_settled, breaks.forget):
        while gone := await database.run(forget, clock.now()):
            forgotten += gone
            await asyncio.sleep(pause)
    log.debug("old messages forgotten", count=forgotten)
