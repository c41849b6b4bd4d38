"""What is kept about a person, the file with all of it, and the way to erase it."""

from datetime import datetime

from bot.chat.actions import Erase, Go, Page
from bot.chat.screen import Document, Key, Screen, Style
from bot.chat.screens.parts import go
from bot.texts import Texts


def page(t: Texts) -> Screen:
    """Say what is kept, why, how long, and who sees it."""
    export = Key(t.plain("privacy-button-export"), Go(Page.EXPORT))
    erase = Key(t.plain("privacy-button-erase"), Go(Page.ERASE))
    return Screen(t("privacy"), ((export,), (erase,), (go(t, Page.HOME),)))


def export(t: Texts, data: bytes, made_at: datetime) -> Screen:
    """Bring everything as one file."""
    return Screen(t("privacy-export"), document=Document(f"midback-{made_at:%Y-%m-%d}.zip", data))


def sure(t: Texts, now: datetime) -> Screen:
    """Ask whether everything shall be erased."""
    yes = Key(t.plain("privacy-button-surely"), Erase(int(now.timestamp())), Style.DANGER)
    no = Key(t.plain("privacy-button-keep"), Go(Page.PRIVACY))
    return Screen(t("privacy-erase"), ((yes,), (no,)))


def gone(t: Texts) -> Screen:
    """Say that all is gone. No buttons: any press would be a new beginning."""
    return Screen(t("privacy-gone"))
