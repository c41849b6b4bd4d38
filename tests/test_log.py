"""Log: one shape for all, and never a token."""

import io
import json
import logging
import sqlite3
from collections.abc import Callable, Iterator

import pytest
import structlog
from telegram.error import BadRequest

from bot import log
from bot.domain.sessions import Press

TOKEN = "123456789:AAHfiqksKZ8WmR2zSjiQ7_v4TMAKdiHm9T0"
ADDRESS = f"https://api.telegram.org/bot{TOKEN}/getMe"


@pytest.fixture(autouse=True)
def loggers_as_before() -> Iterator[None]:
    """Put the process's loggers back as they were."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    logging.captureWarnings(capture=False)
    structlog.reset_defaults()


def lines(stream: io.StringIO) -> list[dict[str, object]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


@pytest.fixture(params=["console", "json"])
def stream(request: pytest.FixtureRequest) -> io.StringIO:
    """What is logged in both forms."""
    stream = io.StringIO()
    log.configure("debug", request.param, stream)
    return stream


@pytest.mark.parametrize(
    "text",
    [TOKEN, ADDRESS, ADDRESS.replace(":AAH", "%3AAAH"), f"bot{TOKEN}", "/bot12:odd/getMe", f"({TOKEN})"],
)
def test_it_masks_a_token_wherever_it_stands(text: str) -> None:
    masked = log.mask(text)
    assert "AAHfiq" not in masked
    assert "odd" not in masked
    assert "<token>" in masked


def test_it_masks_the_password_of_a_database() -> None:
    assert log.mask("postgresql://ana:secret@db/midback") == "postgresql://ana:<password>@db/midback"


@pytest.mark.parametrize("text", ["at 19:40 and 20:15", "https://host:8420/path", "ratio 3:2", "a@b.c"])
def test_it_leaves_plain_text_alone(text: str) -> None:
    assert log.mask(text) == text


def test_no_token_in_a_field(stream: io.StringIO) -> None:
    structlog.get_logger("x").info("asked", url=ADDRESS, nested={"deep": [TOKEN]})
    assert "asked" in stream.getvalue()
    assert TOKEN not in stream.getvalue()


def test_no_token_in_a_traceback(stream: io.StringIO) -> None:
    try:
        raise OSError(f"cannot reach {ADDRESS}")
    except OSError:
        structlog.get_logger("x").exception("failed")
        logging.getLogger("telegram.ext").exception("failed too")
    assert stream.getvalue().count("cannot reach") >= 2
    assert TOKEN not in stream.getvalue()


@pytest.mark.parametrize("name", ["httpx", "telegram.Bot", "apscheduler.scheduler", "uvicorn.error"])
def test_no_token_in_the_words_of_a_library(name: str, stream: io.StringIO) -> None:
    logging.getLogger(name).warning("HTTP Request: POST %s", ADDRESS)
    assert "HTTP Request" in stream.getvalue()
    assert TOKEN not in stream.getvalue()


def test_libraries_and_our_own_code_share_one_shape() -> None:
    stream = io.StringIO()
    log.configure("info", "json", stream)
    structlog.get_logger("ours").info("hello", person=1)
    logging.getLogger("theirs").warning("careful", extra={"person": 2})
    ours, theirs = lines(stream)
    assert ours.keys() == theirs.keys() == {"event", "level", "logger", "timestamp", "person"}


def test_the_level_is_kept() -> None:
    stream = io.StringIO()
    log.configure("warning", "json", stream)
    structlog.get_logger("ours").info("quiet")
    structlog.get_logger("ours").warning("loud")
    assert [line["event"] for line in lines(stream)] == ["loud"]


def test_requests_of_httpx_are_no_news() -> None:
    stream = io.StringIO()
    log.configure("info", "json", stream)
    logging.getLogger("httpx").info("HTTP Request")
    assert lines(stream) == []


def test_a_stream_that_is_no_terminal_has_no_colours(stream: io.StringIO) -> None:
    structlog.get_logger("x").info("plain")
    assert "\x1b" not in stream.getvalue()


def test_the_last_words_of_a_program_are_masked(capsys: pytest.CaptureFixture[str]) -> None:
    error = RuntimeError(ADDRESS)
    log.print_masked(RuntimeError, error, None)
    shown = capsys.readouterr().err
    assert "RuntimeError" in shown
    assert TOKEN not in shown


def test_it_leaves_out_what_a_database_says() -> None:
    """Drivers quote the row that they refuse, and the row is about a person."""
    stream = io.StringIO()
    log.configure("info", "json", stream)
    logger = structlog.get_logger("test")
    try:
        try:
            raise sqlite3.IntegrityError("Failing row contains (4242, Secretname, en)")
        except sqlite3.IntegrityError as error:
            raise RuntimeError("the update could not be stored") from error
    except RuntimeError:
        logger.exception("update failed", update=7)
    said = stream.getvalue()
    assert "Secretname" not in said
    assert "4242" not in said
    assert "IntegrityError" in said
    assert "the update could not be stored" in said


WORDS = "my back hurts"
"""What somebody typed; never written out where it is used, because tracebacks show our own lines."""

QUOTING = {
    "a value": lambda: int(WORDS),
    "a key": lambda: dict[str, int]()[WORDS],
    "a kind": lambda: Press(WORDS),
    "JSON": lambda: json.loads(WORDS),
    "several lines": lambda: fail(ValueError(f"{WORDS}\n{WORDS}")),
    "a message": lambda: fail(BadRequest(f"can't parse entities: {WORDS}")),
    "several errors": lambda: fail(ExceptionGroup("two", [ValueError(WORDS), KeyError(WORDS)])),
    "another error": lambda: fail(RuntimeError(f"gave up: {WORDS}"), ValueError(WORDS)),
    "the reason": lambda: fail(RuntimeError("gave up"), ValueError(WORDS)),
}


def fail(error: Exception, cause: Exception | None = None) -> None:
    """Fail."""
    raise error from cause


@pytest.mark.parametrize("failing", QUOTING.values(), ids=list(QUOTING))
def test_it_leaves_out_what_errors_quote(failing: Callable[[], object], stream: io.StringIO) -> None:
    """People's own words end up in errors about values; where and what it was remains."""
    kind = ""
    try:
        failing()
    except Exception as error:
        kind = type(error).__name__
        structlog.get_logger("ours").exception("failed")
        logging.getLogger("theirs").exception("failed too")
    assert stream.getvalue().count(kind) >= 2
    assert stream.getvalue().count("test_log.py") >= 2
    assert WORDS not in stream.getvalue()


def test_a_number_as_a_key_does_not_spoil_the_numbers_of_lines() -> None:
    nothing: dict[int, int] = {}
    with pytest.raises(KeyError) as caught:
        nothing[1]
    assert caught.value.__traceback__
    told = log.discreet_traceback(caught.value)
    assert f"line {caught.value.__traceback__.tb_lineno}, in test_a_number" in told
    assert told.endswith("KeyError: (its words are left out)\n")


@pytest.mark.parametrize("name", ["telegram.Bot", "telegram.ext", "sqlalchemy.engine.Engine"])
def test_libraries_that_quote_messages_and_rows_never_do_so(name: str, stream: io.StringIO) -> None:
    logging.getLogger(name).debug("parameters: %s", WORDS)
    assert stream.getvalue() == ""
    logging.getLogger(name).warning("careful")
    assert "careful" in stream.getvalue()
