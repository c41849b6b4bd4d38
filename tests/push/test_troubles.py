"""Troubles that concern more than one message."""

from structlog.testing import capture_logs

from bot.chat.errors import Sent, Trouble
from bot.push.troubles import QUARANTINE, Troubles


class Seconds:
    """Seconds that pass when they are told to."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        """Return the time."""
        return self.now


def wait(seconds: float) -> Sent:
    """Return what Telegram says to somebody who is too quick."""
    return Sent(trouble=Trouble.WAIT, wait=seconds)


def test_a_second_chat_that_is_told_to_wait_means_everybody() -> None:
    troubles = Troubles(Seconds())
    assert troubles.heard(7, wait(5)) == 0
    assert troubles.heard(7, wait(5)) == 0
    with capture_logs():
        assert troubles.heard(8, wait(9)) == 9


def test_an_earlier_wait_that_is_over_means_nothing() -> None:
    clock = Seconds()
    troubles = Troubles(clock)
    troubles.heard(7, wait(5))
    clock.now += 6
    assert troubles.heard(8, wait(5)) == 0


def test_a_refused_token_silences_everything_for_a_minute_and_is_forgotten_with_the_next_success() -> None:
    clock = Seconds()
    troubles = Troubles(clock)
    with capture_logs() as lines:
        troubles.heard(7, Sent(trouble=Trouble.REVOKED))
    assert (troubles.silenced, troubles.revoked, lines[0]["log_level"]) == (True, True, "error")
    clock.now += QUARANTINE
    assert (troubles.silenced, troubles.revoked) == (False, True)
    troubles.heard(7, Sent(message_id=1))
    assert not troubles.revoked
