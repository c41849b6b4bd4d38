"""Cities by name: the right one, several where there are several, none rather than a wrong one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.places import MOST, City, Places, fold

VALENCIA_VE = City("Valencia", "VE", "America/Caracas", 1_385_000, frozenset({"valencia"}))
VALENCIA_ES = City("Valencia", "ES", "Europe/Madrid", 824_000, frozenset({"valencia", "valence"}))
LONDON = City("London", "GB", "Europe/London", 8_961_000, frozenset({"london", "londres"}))
LONDON_CA = City("London", "CA", "America/Toronto", 422_000, frozenset({"london"}))
BOGOTA = City("Bogotá", "CO", "America/Bogota", 7_674_000, frozenset({"bogota"}))
SPRINGFIELDS = tuple(
    City("Springfield", "US", zone, people, frozenset({"springfield"}))
    for zone, people in (("America/Chicago", 170), ("America/New_York", 155), ("America/Chicago", 114))
)
PLACES = Places((LONDON, BOGOTA, VALENCIA_VE, VALENCIA_ES, LONDON_CA, *SPRINGFIELDS))
COUNTRIES = {"espana": "ES", "spain": "ES", "venezuela": "VE", "canada": "CA"}


@pytest.mark.parametrize(
    ("words", "cities"),
    [
        ("London", (LONDON, LONDON_CA)),
        ("londres", (LONDON,)),
        ("  BOGOTA ", (BOGOTA,)),
        ("Bogotá", (BOGOTA,)),
        ("Valencia", (VALENCIA_VE, VALENCIA_ES)),
        ("Valencia, ES", (VALENCIA_ES,)),
        ("valencia, españa", (VALENCIA_ES,)),
        ("Valencia Venezuela", (VALENCIA_VE,)),
        ("london canada", (LONDON_CA,)),
        ("Valencia, Atlantis", (VALENCIA_VE, VALENCIA_ES)),
        ("Valenc", (VALENCIA_VE, VALENCIA_ES)),
        ("Bogotta", (BOGOTA,)),
        ("Springfield", SPRINGFIELDS[:2]),
        ("Atlantis", ()),
        ("lo", ()),
        ("", ()),
        (",", ()),
    ],
)
def test_it_finds(words: str, cities: tuple[City, ...]) -> None:
    assert PLACES.find(words, COUNTRIES) == cities


@pytest.mark.parametrize(
    ("text", "cities"),
    [
        ("I got a job in Valencia, use the time there", (VALENCIA_VE, VALENCIA_ES)),
        ("somos de londres, cambia la hora", (LONDON,)),
        ("from London to Bogotá", (LONDON, LONDON_CA)),
        ("Springfield is too small to be guessed", ()),
        ("I live somewhere else now", ()),
        ("", ()),
    ],
)
def test_it_finds_the_city_that_a_sentence_names(text: str, cities: tuple[City, ...]) -> None:
    assert PLACES.mentioned(text) == cities


def test_of_cities_of_one_name_that_of_the_persons_own_zone_stands_first() -> None:
    assert PLACES.find("Valencia", COUNTRIES, "Europe/Madrid") == (VALENCIA_ES, VALENCIA_VE)
    assert PLACES.find("London", COUNTRIES, "America/New_York") == (LONDON, LONDON_CA)


@given(st.text(max_size=80))
def test_whatever_is_typed_is_answered(words: str) -> None:
    found = PLACES.find(words, COUNTRIES)
    assert len(found) <= MOST
    assert len({(fold(city.name), city.country, city.zone) for city in found}) == len(found)
