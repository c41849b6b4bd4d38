"""Work on all that is due, though something of one person cannot be read."""

from collections.abc import Callable
from datetime import datetime
from typing import Concatenate, ParamSpec, TypeVar

from sqlmodel import Session

from bot.db.database import Database
from bot.services.unreadable import UNREADABLE

P = ParamSpec("P")
T = TypeVar("T")


async def despite(
    set_aside: Callable[[Session, datetime, int], int],
    database: Database,
    work: Callable[Concatenate[Session, datetime, int, P], T],
    now: datetime,
    limit: int,
    *args: P.args,
    **kwargs: P.kwargs,
) -> T:
    """Do work; where it finds something that cannot be read, have that set aside, and do it once more.

    :param set_aside: does so in a transaction of its own, and returns how many there were
    :raises ValueError, TypeError: when that was not the reason, or something else cannot be read either
    """
    try:
        return await database.run(work, now, limit, *args, **kwargs)
    except UNREADABLE:
        if not await database.run(set_aside, now, limit):
            raise
    return await database.run(work, now, limit, *args, **kwargs)
