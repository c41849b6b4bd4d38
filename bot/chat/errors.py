"""What went wrong at Telegram's door, named by what one has to do about it."""

from dataclasses import dataclass
from enum import StrEnum

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)


class NotSent(NetworkError):  # noqa: N818 - named like the library's: Forbidden, Conflict
    """The call did not leave this machine: nobody was reached, or no connection became free in time."""


class OutOfOrder(NetworkError):  # noqa: N818 - as above
    """Telegram, or a gateway before it, answered that it cannot work now: it did nothing."""


class Trouble(StrEnum):
    """Why a call failed."""

    GONE = "gone"
    """The person blocked the bot, deleted the account or never started it: stop sending."""
    MIGRATED = "migrated"
    """The group has another id now."""
    WAIT = "wait"
    """Too many messages: wait as told."""
    TRANSIENT = "transient"
    """It surely did not arrive: try again."""
    UNKNOWN = "unknown"
    """It may have arrived: only what may come twice is tried again."""
    OUTDATED = "outdated"
    """The message or the press is too old, gone, or already as wanted."""
    REVOKED = "revoked"
    """Telegram does not know the token (any more): nothing can be sent until somebody mends it."""
    FAULT = "fault"
    """Our own mistake."""


OUTDATED = (
    "message is not modified",
    "message to edit not found",
    "message can't be edited",
    "message to delete not found",
    "message can't be deleted",
    "there is no text in the message to edit",
    "there is no caption in the message to edit",
    "query is too old",
)
"""How Telegram words its refusals to touch something old; read in the Bot API server's sources."""

GONE = ("chat not found", "user is deactivated", "bot can't initiate conversation")


@dataclass(frozen=True)
class Sent:
    """How a call ended: the message it made, or the trouble it met and the seconds to wait."""

    message_id: int | None = None
    trouble: Trouble | None = None
    wait: float = 0.0
    new_chat_id: int | None = None


def classify(error: TelegramError) -> Sent:
    """Return what ``error`` means."""
    if isinstance(error, Forbidden | InvalidToken):
        return Sent(trouble=Trouble.GONE if isinstance(error, Forbidden) else Trouble.REVOKED)
    if isinstance(error, ChatMigrated):
        return Sent(trouble=Trouble.MIGRATED, new_chat_id=error.new_chat_id)
    if isinstance(error, RetryAfter):
        return Sent(trouble=Trouble.WAIT, wait=seconds(error))
    if isinstance(error, BadRequest):
        return Sent(trouble=_refused(error.message))
    if isinstance(error, NetworkError):
        return Sent(trouble=_network(error))
    return Sent(trouble=Trouble.FAULT)


def seconds(error: RetryAfter) -> float:
    """Return how long Telegram asks to wait; the library gives a number or a timedelta."""
    value = error.retry_after
    return float(value) if isinstance(value, int | float) else value.total_seconds()


def unmodified(error: TelegramError) -> bool:
    """Tell whether an edit was refused because the message already looks as wanted."""
    return isinstance(error, BadRequest) and "not modified" in error.message.lower()


def lost_file(error: TelegramError) -> bool:
    """Tell whether Telegram no longer knows a ``file_id``."""
    message = error.message.lower()
    return isinstance(error, BadRequest) and ("file identifier" in message or "file_id" in message)


def _refused(message: str) -> Trouble:
    text = message.lower()
    if any(words in text for words in GONE):
        return Trouble.GONE
    return Trouble.OUTDATED if any(words in text for words in OUTDATED) else Trouble.FAULT


def _network(error: NetworkError) -> Trouble:
    return Trouble.TRANSIENT if isinstance(error, NotSent | OutOfOrder) else Trouble.UNKNOWN
