"""What Telegram's refusals mean for us."""

from datetime import timedelta

import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.chat.errors import NotSent, OutOfOrder, Sent, Trouble, classify, lost_file, seconds, unmodified

# The library is on its way from numbers to timedeltas and says so each time; seconds() takes both.
pytestmark = pytest.mark.filterwarnings("ignore:.*retry_after:DeprecationWarning")


REFUSED = {
    "Forbidden: bot was blocked by the user": Trouble.GONE,
    "Forbidden: user is deactivated": Trouble.GONE,
    "Forbidden: bot can't initiate conversation with a user": Trouble.GONE,
    "Forbidden: bot was kicked from the supergroup chat": Trouble.GONE,
    "Bad Request: chat not found": Trouble.GONE,
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the "
    "same as a current content and reply markup of the message": Trouble.OUTDATED,
    "Bad Request: message to edit not found": Trouble.OUTDATED,
    "Bad Request: message can't be edited": Trouble.OUTDATED,
    "Bad Request: message to delete not found": Trouble.OUTDATED,
    "Bad Request: message can't be deleted for everyone": Trouble.OUTDATED,
    "Bad Request: there is no text in the message to edit": Trouble.OUTDATED,
    "Bad Request: there is no caption in the message to edit": Trouble.OUTDATED,
    "Bad Request: query is too old and response timeout expired or query ID is invalid": Trouble.OUTDATED,
    "Bad Request: can't parse entities: unsupported start tag": Trouble.FAULT,
    "Bad Request: message is too long": Trouble.FAULT,
    "Bad Request: BUTTON_DATA_INVALID": Trouble.FAULT,
}


@pytest.mark.parametrize(("words", "trouble"), REFUSED.items(), ids=list(REFUSED))
def test_it_reads_refusals(words: str, trouble: Trouble) -> None:
    error = Forbidden(words) if words.startswith("Forbidden") else BadRequest(words)
    assert classify(error) == Sent(trouble=trouble)


NETWORK = [
    (NotSent("ClientConnectorError"), Trouble.TRANSIENT),
    (OutOfOrder("Telegram answers 502"), Trouble.TRANSIENT),
    (TimedOut(), Trouble.UNKNOWN),
    (NetworkError("ServerDisconnectedError"), Trouble.UNKNOWN),
    # What the library makes of surprises in our transport.
    (NetworkError("Unknown error in HTTP implementation: RuntimeError()"), Trouble.UNKNOWN),
]


@pytest.mark.parametrize(("error", "trouble"), NETWORK)
def test_it_tells_what_surely_did_not_arrive_from_what_may_have(
    error: TelegramError, trouble: Trouble
) -> None:
    assert classify(error) == Sent(trouble=trouble)


@pytest.mark.parametrize("error", [Conflict("other"), TelegramError("odd")])
def test_it_takes_the_rest_for_a_fault_of_ours(error: TelegramError) -> None:
    assert classify(error) == Sent(trouble=Trouble.FAULT)


def test_it_knows_that_the_token_is_no_longer_good() -> None:
    assert classify(InvalidToken()) == Sent(trouble=Trouble.REVOKED)


@pytest.mark.parametrize("given", [7, timedelta(seconds=7)])
def test_it_waits_as_long_as_told(given: int | timedelta) -> None:
    assert classify(RetryAfter(given)) == Sent(trouble=Trouble.WAIT, wait=7.0)


def test_it_reads_timedeltas_once_the_library_gives_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    error = RetryAfter(90)
    assert error.retry_after == timedelta(seconds=90)
    assert seconds(error) == 90.0


def test_it_hands_on_the_new_id_of_a_group() -> None:
    assert classify(ChatMigrated(-100123)) == Sent(trouble=Trouble.MIGRATED, new_chat_id=-100123)


def test_it_knows_an_edit_that_changes_nothing() -> None:
    assert unmodified(BadRequest("Bad Request: message is not modified: the same"))
    assert not unmodified(BadRequest("Bad Request: message to edit not found"))
    assert not unmodified(Forbidden("Forbidden: message is not modified"))


@pytest.mark.parametrize(
    "words",
    [
        "Bad Request: wrong file identifier/HTTP URL specified",
        "Bad Request: wrong remote file identifier specified: can't unserialize it. Wrong last symbol",
        "Bad Request: invalid file_id",
    ],
)
def test_it_knows_a_lost_file(words: str) -> None:
    assert lost_file(BadRequest(words))
    assert not lost_file(NetworkError(words))


def test_a_refusal_of_something_else_is_no_lost_file() -> None:
    assert not lost_file(BadRequest("Bad Request: message is too long"))
