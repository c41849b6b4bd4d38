"""The packed list of cities: made from GeoNames' list, and the one that is shipped."""

import gzip
from pathlib import Path

import pytest

from bot.domain.places import Places
from bot.domain.zones import is_zone
from bot.library import cities

SHIPPED = Path(cities.__file__).with_name(cities.FILE)


@pytest.fixture(scope="module")
def places() -> Places:
    """Give all cities."""
    return cities.read_places()


def line(name: str, people: int, *, others: str = "", kind: str = "PPL") -> str:
    """Return a line as GeoNames writes it."""
    row = [""] * 19
    row[cities.NAME], row[cities.NAMES], row[cities.KIND] = name, others, kind
    row[cities.COUNTRY], row[cities.PEOPLE], row[cities.ZONE] = "GB", str(people), "Europe/London"
    return "\t".join(row) + "\n"


def test_large_cities_and_capitals_are_kept_the_largest_first() -> None:
    packed = cities.pack(line("Small", 20_000) + line("Big", 60_000) + line("Seat", 9_000, kind="PPLC"))
    assert gzip.decompress(packed).decode() == "Big\tGB\tEurope/London\t60\t\nSeat\tGB\tEurope/London\t9\t"


def test_names_in_other_languages_are_kept_where_letters_are_latin() -> None:
    packed = cities.pack(line("London", 9_000_000, others="Londres,Лондон,LONDON,Lontoo,倫敦"))
    assert gzip.decompress(packed).decode().split("\t")[-1] == "londres|lontoo"


def test_a_quotation_mark_in_a_name_is_no_quotation() -> None:
    packed = cities.pack(line('Ben "the" City', 60_000) + line("Next", 60_000))
    assert len(gzip.decompress(packed).decode().splitlines()) == 2


def test_packing_the_same_list_makes_the_same_file() -> None:
    assert cities.pack(line("Big", 60_000)) == cities.pack(line("Big", 60_000))


def test_the_shipped_list_is_small_and_whole(places: Places) -> None:
    assert SHIPPED.stat().st_size < 300_000
    assert len(places.cities) > 10_000
    assert [city for city in places.cities if not city.name or len(city.country) != 2] == []


def test_every_city_is_in_a_zone_that_exists(places: Places) -> None:
    assert sorted(zone for zone in {city.zone for city in places.cities} if not is_zone(zone)) == []


@pytest.mark.parametrize(
    ("words", "zone"),
    [
        ("Londres", "Europe/London"),
        ("Nueva York", "America/New_York"),
        ("cdmx", "America/Mexico_City"),
        ("Bogotá", "America/Bogota"),
        ("Barcelna", "Europe/Madrid"),
        ("buenos aires", "America/Argentina/Buenos_Aires"),
    ],
)
def test_well_known_cities_come_first(places: Places, words: str, zone: str) -> None:
    assert places.find(words)[0].zone == zone


def test_valencia_is_in_more_than_one_country(places: Places) -> None:
    assert {city.country for city in places.find("Valencia")} >= {"ES", "VE"}
