"""New time zone data, followed once after a start, while people are served already."""

import structlog

from bot.db.database import Database
from bot.services import zone_data

log = structlog.get_logger(__name__)


async def follow_zone_data(database: Database) -> None:
    """Find anew when reminders are due in zones whose rules have changed."""
    for zone in await database.run(zone_data.changed):
        after: int | None = 0
        while after is not None:
            after = await database.run(zone_data.recompute, zone, after)
        log.debug("zone data followed", zone=zone)
