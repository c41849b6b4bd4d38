"""Where somebody is: said in words, shared as a place, or told by the clock."""

import asyncio
from collections.abc import Collection

from bot.chat.handlers import meeting
from bot.chat.screen import Reply, Screen
from bot.chat.screens import zone as screens
from bot.chat.turn import Turn
from bot.domain.places import City
from bot.domain.zones import is_zone
from bot.library import cities


async def page(turn: Turn) -> Reply:
    """Show the person's clock; with words, look for the place that they name."""
    if turn.text:
        return await named(turn, turn.text) or screens.unknown(turn.t)
    if not turn.person.zone_confirmed:
        return await meeting.zone(turn)
    return screens.page(turn.t, turn.person.zone, turn.now)


async def named(turn: Turn, words: str) -> Screen | None:
    """Ask which place is meant; None where the words name none that is known."""
    found = await asyncio.to_thread(_find, words, screens.countries(turn.t), turn.person.zone)
    return screens.found(turn.t, found, turn.now) if found else None


async def mentioned(turn: Turn, words: str) -> Screen | None:
    """Ask about the place that a sentence names in passing; None where it names none that is known."""
    known = turn.spoken.vocabulary.all_words
    found = await asyncio.to_thread(_mentioned, words, known)
    return screens.found(turn.t, found, turn.now) if found else None


async def located(turn: Turn, latitude: float, longitude: float) -> Reply:
    """Ask whether the clock of a shared place is theirs. The place itself is forgotten at once."""
    zone = await asyncio.to_thread(cities.zone_at, latitude, longitude)
    if zone is None or not is_zone(zone):
        return screens.unknown(turn.t)
    return screens.place(turn.t, zone, turn.now)


def _mentioned(words: str, known: Collection[str]) -> tuple[City, ...]:
    return cities.read_places().mentioned(words, known)


def _find(words: str, countries: dict[str, str], near: str) -> tuple[City, ...]:
    return cities.read_places().find(words, countries, near)
