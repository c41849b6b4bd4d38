"""One stream of log lines for our own code and for the libraries, with tokens and passwords masked."""

import logging
import re
import sys
import threading
import traceback
from collections.abc import Iterator
from types import TracebackType
from typing import Literal, TextIO

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

SECRETS = (
    # A token anywhere, its colon perhaps percent-encoded in an address.
    (re.compile(r"\d+(?::|%3[Aa])[A-Za-z0-9_-]{30,}"), "<token>"),
    # Whatever stands where a token stands in an address, even when its shape is odd.
    (re.compile(r"/bot\d+(?::|%3[Aa])[^/\s\"']+"), "/bot<token>"),
    # The password of a database address.
    (re.compile(r"(?<=://)([^\s:/@]*):[^\s/@]+@"), r"\1:<password>@"),
)

# These tell of every request or every tick at "info": noise, and addresses with a token in them.
TALKATIVE = ("httpx", "httpcore", "apscheduler", "uvicorn.access", "alembic", "PIL", "asyncio")


# At "debug" these quote whole messages and rows, and those are about people: they never go so far.
TELLTALES = {"telegram": logging.INFO, "sqlalchemy": logging.WARNING}

# Errors of these speak of rows, "Key (person_id, day)=(4242, 2026-01-01)", and of what was in a message.
QUOTING_MODULES = ("sqlalchemy", "psycopg", "sqlite3", "telegram")

_LEFT_OUT = "(its words are left out)"
_LONG = 8
"""Characters from which on words are looked for everywhere: other errors may repeat them."""

# Errors of these kinds speak of values: "invalid literal for int() with base 10: 'my back hurts'".
QUOTING_KINDS = (ValueError, LookupError)


def mask(text: str) -> str:
    """The same text with every token and database password replaced."""
    for pattern, instead in SECRETS:
        text = pattern.sub(instead, text)
    return text


def discreet_traceback(error: BaseException) -> str:
    """The traceback of an error, without words of errors that quote: rows and values are about people."""
    text = "".join(traceback.format_exception(error))
    for one in _chain(error):
        if str(one) and _quotes(one):
            last = "".join(traceback.format_exception_only(one))
            text = text.replace(last, f"{last.partition(': ')[0]}: {_LEFT_OUT}\n")
            if len(str(one)) >= _LONG:  # else it may be a number, which stands in many places
                text = text.replace(str(one), _LEFT_OUT)
    return text


def _quotes(error: BaseException) -> bool:
    return isinstance(error, QUOTING_KINDS) or type(error).__module__.startswith(QUOTING_MODULES)


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        if isinstance(error, BaseExceptionGroup):
            for one in error.exceptions:
                yield from _chain(one)
        error = error.__cause__ or error.__context__


class Masked:
    """A renderer around another one: what leaves it has no secret, whichever field or traceback held it."""

    def __init__(self, renderer: Processor) -> None:
        self._renderer = renderer

    def __call__(self, logger: WrappedLogger, name: str, event: EventDict) -> str:
        """Render with the inner renderer, then mask the line as a whole."""
        return mask(str(self._renderer(logger, name, event)))


def configure(level: str, form: Literal["console", "json"], stream: TextIO | None = None) -> None:
    """Send all that is logged in this process to `stream` (stderr); `level` is a name such as "info"."""
    stream = stream or sys.stderr
    shared = _shared_processors()
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *shared,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,  # tests configure more than once
    )
    handler = logging.StreamHandler(stream)
    handler.setFormatter(_formatter(shared, form, coloured=stream.isatty()))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level.upper())
    _quieten(level)
    logging.captureWarnings(capture=True)


def _shared_processors() -> list[Processor]:
    return [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.PositionalArgumentsFormatter(),
        structlog.stdlib.ExtraAdder(),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.StackInfoRenderer(),
        structlog.processors.ExceptionRenderer(lambda exc_info: discreet_traceback(exc_info[1])),
    ]


def _formatter(
    shared: list[Processor], form: Literal["console", "json"], *, coloured: bool
) -> structlog.stdlib.ProcessorFormatter:
    renderer: Processor = structlog.processors.JSONRenderer(default=str, ensure_ascii=False)
    if form == "console":
        renderer = structlog.dev.ConsoleRenderer(
            colors=coloured, exception_formatter=structlog.dev.plain_traceback
        )
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=shared,
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, Masked(renderer)],
    )


def _quieten(level: str) -> None:
    quiet = logging.DEBUG if level.lower() == "debug" else logging.WARNING
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(quiet)
    # A tick that takes longer than its second is skipped on purpose; APScheduler would warn of each.
    logging.getLogger("apscheduler").setLevel(logging.ERROR if quiet > logging.DEBUG else quiet)
    for name, least in TELLTALES.items():
        logging.getLogger(name).setLevel(max(least, logging.getLevelName(level.upper())))
    for name in ("uvicorn", "uvicorn.error", "uvicorn.access"):
        logging.getLogger(name).handlers.clear()  # so that they speak through the root alone


def mask_last_words() -> None:
    """Mask the traceback that Python prints when a program or a thread ends by an error."""
    sys.excepthook = print_masked
    threading.excepthook = lambda last: print_masked(last.exc_type, last.exc_value, last.exc_traceback)


def print_masked(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
    """Print a traceback without its secrets (the shape of `sys.excepthook`)."""
    told = discreet_traceback(error) if error else "".join(traceback.format_exception(kind, error, trace))
    sys.stderr.write(mask(told))
