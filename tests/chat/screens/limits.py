"""What Telegram and a small phone allow, for tests of screens."""

from bot.chat.actions import PressCard, StartOver
from bot.chat.screen import Key, Screen
from bot.emulator.entities import parse_html, utf16_length

CAPTION, MESSAGE = 1024, 4096  # characters, as Telegram counts them after parsing
LABEL = 22  # characters that fit on a button beside another
WIDE = 34  # characters that fit on a button that has its row for itself
ROW = 4  # buttons beside each other, of a few characters each
NUMBERS = 6  # buttons beside each other, of a number each


def keys(screen: Screen) -> list[Key]:
    """Return all buttons of a screen."""
    return [key for row in screen.keys for key in row]


def actions(screen: Screen) -> list[object]:
    """Return what the buttons do."""
    return [key.action for key in keys(screen)]


def session_of(screen: Screen) -> int | None:
    """Return the session that a card's buttons belong to, None when it is no card of a session."""
    found = (one.session for one in actions(screen) if isinstance(one, PressCard | StartOver))
    return next(found, None)


def plain(screen: Screen) -> str:
    """Return the text without its HTML; broken HTML is refused as Telegram refuses it."""
    return parse_html(screen.text)[0]


def check(screen: Screen) -> None:
    """Fail when Telegram would refuse the screen, or a phone would cut its buttons off."""
    assert 0 < utf16_length(plain(screen)) <= (CAPTION if screen.picture else MESSAGE)
    assert "{" not in screen.text
    for row in screen.keys:
        numbers = all(key.label.isdecimal() for key in row)
        assert 1 <= len(row) <= (NUMBERS if numbers else ROW)
        assert len(row) <= 3 or all(len(key.label) <= 6 for key in row)
        assert all(0 < len(key.label) <= (WIDE if len(row) == 1 else LABEL) for key in row), row
    for key in keys(screen):
        assert bool(key.action) != bool(key.url)
        if key.action:
            key.action.pack()
