"""The coach itself as a command."""

import sys

from bot.cli.ground import (
    lost_database_in_words,
    prepare_database,
    read_settings,
    run_until_stopped,
    see_that_it_can_listen,
    stop_on_signals,
    telegram_errors_in_words,
)

UNUSED = ("greenlet", "httpx._main", "rich")
"""What structlog and httpx load where they find it: for greenlets, and for pages in colour on a terminal."""


def run() -> None:
    """Run the coach until it is stopped."""
    _do_without(UNUSED)
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
    """Let imports of these fail from here on, as if they were not installed: 50 ms and 7 MB of a start."""
    for name in modules:
        sys.modules.setdefault(name, None)  # type: ignore[arg-type]  # None is how Python is told so
