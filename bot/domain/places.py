"""Cities by name, for whoever knows where they are but not what their time zone is called."""

import unicodedata
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

MOST: Final = 6
"""Cities to choose from at once."""

ALIKE: Final = 84.0
"""Of 100: one wrong letter in a short name, two in a long one."""

SHORTEST: Final = 3
"""Letters of a name that other names may begin with."""

WHOLE: Final = 4
"""Letters of a name that is looked for within a sentence; shorter ones are words as well."""

LARGE: Final = 100_000
"""Inhabitants of a city that is looked for within a sentence."""

MOST_WORDS: Final = 3
"""Words of a name within a sentence."""

MOST_LETTERS: Final = 400
"""Of a longer text, its beginning is looked at."""

LONGEST: Final = 60
"""Letters of the longest name that is looked up."""


@dataclass(frozen=True)
class City:
    """A city; ``country`` is its two-letter code, ``names`` others of it, folded; ``people`` live there."""

    name: str
    country: str
    zone: str
    people: int
    names: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Places:
    """All cities that are known, most people first."""

    cities: tuple[City, ...]

    def find(
        self, words: str, countries: Mapping[str, str] | None = None, near: str = ""
    ) -> tuple[City, ...]:
        """Return up to six cities that the words may mean, the likeliest first; empty when none does.

        A whole name counts before the beginning of one, and that before a likeness. A country may stand
        behind (``Valencia, ES``, ``valencia españa``). Of cities that share name, country and zone the
        largest stands for all.

        :param countries: codes of countries by their folded names, in the person's language
        :param near: the zone that the person is thought to live in: its cities stand first
        """
        wanted, country = _country(words[:LONGEST], countries or {})
        found = self._named(wanted) or self._beginning(wanted) or self._alike(wanted)
        there = [city for city in found if city.country == country]
        nearest = sorted(there or found, key=lambda city: city.zone != near)
        return tuple(_distinct(nearest))[:MOST]

    def mentioned(self, text: str, words_known: Collection[str] = ()) -> tuple[City, ...]:
        """Return the cities of a name that stands whole in a text, as :meth:`find` does; empty without one.

        The longest name counts, then that of the largest city: "a job in Monterrey, and I live here now".

        :param words_known: words that mean something else, which alone name no city: "para mí"
        """
        words = fold(text[:MOST_LETTERS]).split()
        runs = {" ".join(words[at : at + n]) for n in range(1, MOST_WORDS + 1) for at in range(len(words))}
        runs = runs.difference(words_known)
        large = [city for city in self.cities if city.people >= LARGE]
        named = [(name, city) for city in large for name in city.names & runs if len(name) >= WHOLE]
        best = max(named, key=lambda one: (one[0].count(" "), one[1].people), default=None)
        return self.find(best[0]) if best else ()

    def _named(self, wanted: str) -> list[City]:
        return [city for city in self.cities if wanted in city.names]

    def _beginning(self, wanted: str) -> list[City]:
        if len(wanted) < SHORTEST:
            return []
        return [city for city in self.cities if fold(city.name).startswith(wanted)]

    def _alike(self, wanted: str) -> list[City]:
        if len(wanted) < SHORTEST:
            return []
        from rapidfuzz import fuzz, process  # noqa: PLC0415 - 4 MB that only typed words need

        by_name = {name: city for city in reversed(self.cities) for name in city.names}
        found = process.extract(wanted, by_name.keys(), scorer=fuzz.ratio, score_cutoff=ALIKE, limit=MOST)
        return [by_name[name] for name, _, _ in found]


def fold(words: str) -> str:
    """Return words as they are compared: small letters without accents, single spaces."""
    plain = unicodedata.normalize("NFKD", words.casefold())
    kept = (letter if letter.isalnum() else " " for letter in plain if not unicodedata.combining(letter))
    return " ".join("".join(kept).split())


def _country(words: str, countries: Mapping[str, str]) -> tuple[str, str]:
    """Return the folded name of a city, and the code of the country that is named behind it."""
    city, comma, behind = words.rpartition(",")
    if comma and (code := countries.get(fold(behind)) or fold(behind).upper()):
        return fold(city), code
    whole = fold(words)
    for name, code in countries.items():
        if whole.endswith(f" {name}"):
            return whole.removesuffix(f" {name}"), code
    return whole, ""


def _distinct(cities: Iterable[City]) -> Iterable[City]:
    seen: set[tuple[str, str, str]] = set()
    for city in cities:
        key = (fold(city.name), city.country, city.zone)
        if key not in seen:
            seen.add(key)
            yield city
