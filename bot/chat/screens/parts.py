"""Small pieces that many screens share."""

from collections.abc import Iterable
from dataclasses import replace

from bot.chat.actions import Go, Page
from bot.chat.screen import Key
from bot.domain.cards import Source
from bot.domain.exercises import Dose
from bot.texts import Html, Texts


def go(t: Texts, page: Page, label: str | None = None) -> Key:
    """Return the button that opens a page."""
    names = {Page.TODAY: "today", Page.READY_MADE: "ready-made"}
    return Key(label or t.plain(f"button-{names.get(page, page.value)}"), Go(page))


def dose_line(t: Texts, dose: Dose) -> str:
    """Return a dose in plain words: ``2 sets · 10 times · hold 5 s · each side``."""
    parts = [
        t.plain("dose-sets", count=dose.sets) if dose.sets > 1 else None,
        t.plain("dose-reps", count=dose.reps) if dose.reps and dose.reps > 1 else None,
        t.plain("dose-breaths", count=dose.breaths) if dose.breaths else None,
        t.plain("dose-hold", seconds=dose.hold) if dose.hold else None,
        t.plain("dose-sides") if dose.sides == 2 else None,
    ]
    return " · ".join(part for part in parts if part)


def dose_and_time(t: Texts, dose: Dose, *, sets: bool = True) -> str:
    """Return a dose and about how long all of it takes; ``sets`` off leaves their number out."""
    shown = dose if sets else replace(dose, sets=1)
    parts = (dose_line(t, shown), t.plain("dose-time", minutes=dose.minutes))
    return " · ".join(part for part in parts if part)


def cited(t: Texts, sources: Iterable[Source]) -> list[Html]:
    """Return where facts come from, a line each, with a link where there is one."""
    return [
        t("library-source-link", citation=source.citation, url=source.url)
        if source.url
        else t("library-item", words=source.citation)
        for source in sources
    ]


def bar(done: int, total: int) -> str:
    """Return a progress bar of ``total`` cells."""
    return "▰" * done + "▱" * (total - done)
