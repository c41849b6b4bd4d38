"""The coach itself as a command."""

import sys
from types import ModuleType

from bot.cli.ground import (
    lost_database_in_words,
    prepare_database,
    read_settings,
    run_until_stopped,
    see_that_it_can_listen,
    stop_on_signals,
    telegram_errors_in_words,
)

UNUSED = ("greenlet", "rich")
"""What structlog loads where it finds it: for greenlets, and for pages in colour on a terminal."""


def run() -> None:
    """Run the coach until it is stopped."""
    _do_without(UNUSED)
    sys.modules.setdefault("httpx", _Untouched("httpx"))
    settings = read_settings(need_token=True)
    see_that_it_can_listen(settings)
    prepare_database(settings)

    from bot.app import run_coach
    from bot.clock import SystemClock
    from bot.heart import beating
    from bot.settings import data_folder

    async def coach() -> None:
        async with beating(data_folder() / "heartbeat"):
            copy = data_folder() / "content.copy"
            await run_coach(settings, SystemClock(), stop=stop_on_signals(), copy=copy)

    with telegram_errors_in_words(settings), lost_database_in_words():
        run_until_stopped(coach())


def _do_without(modules: tuple[str, ...]) -> None:
    """Let imports of these fail from here on, as if they were not installed: 40 ms and 6 MB of a start."""
    for name in modules:
        sys.modules.setdefault(name, None)  # type: ignore[arg-type]  # None is how Python is told so


class _Untouched(ModuleType):
    """Stands where python-telegram-bot imports httpx: its types are named there, and nothing is called.

    Every call goes through a transport of our own; httpx itself would take 15 ms and 3 MB of a start.
    """

    def __getattr__(self, name: str) -> type:
        if name.startswith("__"):
            raise AttributeError(name)
        return object
