"""What commands stand on: settings, an answering database, a free port, an orderly end, errors in words."""

import sys
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from asyncio import Event

    from bot.settings import Settings

HOST = "127.0.0.1"
RED, YELLOW = 31, 33
"""Colours of a terminal."""


def read_settings(*, need_token: bool = False) -> "Settings":
    """Read the settings and set the log up, or end with a sentence for each problem and exit code 2."""
    from bot import log
    from bot.environment import given_names
    from bot.settings import SettingsError, load_settings, unknown_variables

    for sentence in unknown_variables(given_names()):
        _tell(sentence, YELLOW)
    try:
        settings = load_settings(need_token=need_token)
    except SettingsError as error:
        fail(*error.sentences, code=2)
    log.mask_last_words()
    log.configure(settings.log_level, settings.log_format)
    return settings


def prepare_database(settings: "Settings") -> None:
    """Make the folder of a SQLite file, and end with a sentence where the database does not answer."""
    from bot.db import migrate
    from bot.settings import make_data_folder

    try:
        make_data_folder(settings.database_url)
    except OSError as error:
        fail(f"MIDBACK_DATABASE_URL: its folder cannot be made ({error}); write one that can.", code=2)
    with database_errors_in_words():
        migrate.current(settings.database_url)


@contextmanager
def database_errors_in_words() -> Iterator[None]:
    """End with a sentence where the database refuses; its password is masked."""
    from sqlalchemy.exc import SQLAlchemyError

    from bot.log import mask

    try:
        yield
    except SQLAlchemyError as error:
        words = mask(str(error)).splitlines()[0]
        advice = "Start it, or correct MIDBACK_DATABASE_URL."
        fail(f"The database cannot be used: {words}. {advice}", code=2)


@contextmanager
def lost_database_in_words() -> Iterator[None]:
    """End with a sentence where the database is lost just while the coach starts."""
    from sqlalchemy.exc import SQLAlchemyError

    from bot.db.database import unreachable

    try:
        yield
    except SQLAlchemyError as error:
        if not unreachable(error):
            raise  # a fault of the coach's own, which needs its traceback
        fail(f"The database was lost ({type(error).__name__}); start again once it answers.")


@contextmanager
def telegram_errors_in_words(settings: "Settings") -> Iterator[None]:
    """End with a sentence where Telegram refuses the token or the webhook, or cannot be reached."""
    from telegram.error import BadRequest, InvalidToken, NetworkError

    from bot.log import mask

    try:
        yield
    except InvalidToken:  # its own words repeat the token
        fail(f"MIDBACK_TOKEN: {settings.api_url} does not know it; copy it again from @BotFather.", code=2)
    except BadRequest as error:
        fail(f"{settings.api_url} refuses ({mask(str(error))}): check MIDBACK_WEBHOOK_URL.", code=2)
    except NetworkError as error:
        words = mask(str(error))
        fail(f"{settings.api_url} cannot be reached ({words}): check the network and MIDBACK_API_URL.")


def see_that_port_is_free(port: int) -> None:
    """End with a sentence where something else listens on this port."""
    import socket

    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            fail(f"Port {port} cannot be used ({error.strerror}); choose another one with --port.", code=2)


def see_that_it_can_listen(settings: "Settings") -> None:
    """End with a sentence where the settings name an address to listen on that cannot be had."""
    if settings.address is None:
        return
    from bot.web import open_listener

    try:
        open_listener(settings.address).close()
    except OSError as error:
        fail(f"{error.strerror}; write another host and port.", code=2)


def stop_on_signals() -> "Event":
    """An event that is set by Ctrl-C or by the service manager's TERM, so that work ends in order."""
    import asyncio
    import signal

    stop = asyncio.Event()
    if sys.platform != "win32":  # there, Ctrl-C ends the loop itself
        for number in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(number, stop.set)
    return stop


def run_until_stopped(work: Coroutine[Any, Any, None]) -> None:
    """Run to the end, to Ctrl-C or to TERM (quiet ends); content that does not pass is told in words."""
    import asyncio

    from bot import loop
    from bot.library import ContentError

    try:
        loop.run(_cancelled_by_term(work))
    except ContentError as error:
        fail("The content does not pass, so the coach does not start:", *map(str, error.problems))
    except (KeyboardInterrupt, asyncio.CancelledError):
        print()  # noqa: T201 - the shell's prompt begins on a line of its own


async def _cancelled_by_term(work: Coroutine[Any, Any, None]) -> None:
    """Without this, TERM would end the process before anything is tidied up."""
    import asyncio
    import signal

    task = asyncio.current_task()
    if task is not None and sys.platform != "win32":
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    await work


def fail(*sentences: str, code: int = 1) -> NoReturn:
    """End with sentences on stderr and an exit code: 1 for a wrong finding, 2 for a wrong setting."""
    for sentence in sentences:
        _tell(sentence, RED)
    sys.exit(code)


def _tell(sentence: str, colour: int) -> None:
    line = f"\x1b[{colour}m{sentence}\x1b[0m" if sys.stderr.isatty() and sys.platform != "win32" else sentence
    sys.stderr.write(f"{line}\n")
