"""The cities of the world that many people live in, from GeoNames (https://www.geonames.org, CC BY 4.0).

``cities.tsv.gz`` has a line for each: name, country, zone, thousands of people, other names. It is made from
GeoNames' own list by ``./midback content cities``, and read only when somebody names a place.
"""

import csv
import gzip
import io
from collections.abc import Iterable, Iterator
from importlib.resources import files
from typing import Final

from bot.domain.places import City, Places, fold

FILE: Final = "cities.tsv.gz"
FEWEST: Final = 50_000
"""Inhabitants of the smallest city that is kept."""

KNOWN_ABROAD: Final = 500_000
"""Inhabitants from which on a city's names in other languages are kept: London is Londres, too."""

NAME, NAMES, KIND, COUNTRY, PEOPLE, ZONE = 1, 3, 7, 8, 14, 17
"""Columns of GeoNames' list."""

CAPITAL: Final = "PPLC"
LETTERS: Final = frozenset("abcdefghijklmnopqrstuvwxyz0123456789 ")


def read_places() -> Places:
    """Return all cities; takes some hundredths of a second, so call it off the event loop."""
    packed = files(__package__).joinpath(FILE).read_bytes()
    return Places(tuple(map(_city, gzip.decompress(packed).decode().splitlines())))


def pack(geonames: str) -> bytes:
    """Return the packed file for GeoNames' list, the text of its ``cities15000.txt``."""
    rows = csv.reader(io.StringIO(geonames), delimiter="\t", quoting=csv.QUOTE_NONE)
    kept = [row for row in rows if int(row[PEOPLE]) >= FEWEST or row[KIND] == CAPITAL]
    kept.sort(key=lambda row: (-int(row[PEOPLE]), row[NAME]))
    lines = "\n".join("\t".join(_fields(row)) for row in kept)
    return gzip.compress(lines.encode(), mtime=0)


def _fields(row: list[str]) -> Iterator[str]:
    yield from (row[NAME], row[COUNTRY], row[ZONE], str(round(int(row[PEOPLE]) / 1000)))
    abroad = int(row[PEOPLE]) >= KNOWN_ABROAD or row[KIND] == CAPITAL
    yield "|".join(sorted(_others(row[NAME], row[NAMES].split(",")))) if abroad else ""


def _others(name: str, names: Iterable[str]) -> set[str]:
    """Return the other names in Latin letters, folded."""
    folded = {fold(other) for other in names}
    return {other for other in folded if other and other != fold(name) and LETTERS.issuperset(other)}


def _city(line: str) -> City:
    name, country, zone, thousands, others = line.split("\t")
    names = frozenset({fold(name), *(others.split("|") if others else ())})
    return City(name, country, zone, int(thousands) * 1000, names)


def zone_at(latitude: float, longitude: float) -> str | None:
    """Return the IANA zone of a place on earth, None at sea; nothing of the place is kept.

    :param latitude: degrees, north positive
    :param longitude: degrees, east positive
    """
    import tzfpy  # noqa: PLC0415 - 30 MB of memory that hardly anybody ever needs

    zone = tzfpy.get_tz(longitude, latitude)
    return zone if zone and not zone.startswith("Etc/") else None
