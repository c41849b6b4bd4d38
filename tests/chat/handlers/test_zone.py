"""Where somebody is: in words, as a shared place, by the clock."""

import pytest

from bot.chat.actions import ClockIs, ZoneIs
from bot.chat.screens.meeting import OTHER_CLOCK
from tests.chat.stage import Stage

MADRID = {"latitude": 40.4, "longitude": -3.7}
AT_SEA = {"latitude": -40.0, "longitude": -120.0}


def zones(stage: Stage) -> list[str]:
    """Return the zones that the buttons of the one screen would set."""
    return [action.zone for action in stage.actions() if isinstance(action, ZoneIs)]


async def test_a_city_is_found_and_asked_about(stage: Stage) -> None:
    await stage.says("/zone Bogota")
    assert zones(stage) == ["America/Bogota"]
    assert "Is this the place?" in stage.screen.text


async def test_a_name_of_several_cities_shows_them_with_their_countries(stage: Stage) -> None:
    await stage.says("/zone Valencia")
    labels = [key.label for row in stage.screen.keys for key in row]
    assert {"America/Caracas", "Europe/Madrid"} <= set(zones(stage))
    assert any("Valencia, Spain · " in label for label in labels)


async def test_a_country_narrows_it_down(stage: Stage) -> None:
    await stage.says("/zone valencia, spain")
    assert zones(stage) == ["Europe/Madrid"]


async def test_a_city_that_a_sentence_names_is_asked_about(stage: Stage) -> None:
    await stage.says("we moved to live with our son in Calgary, so change my time zone please")
    assert zones(stage) == ["America/Edmonton"]


async def test_an_unknown_place_changes_nothing_and_says_what_helps(stage: Stage) -> None:
    await stage.says("/zone Atlantis of the Deep")
    assert "larger city" in stage.screen.text
    assert ClockIs(OTHER_CLOCK) in stage.actions()


@pytest.mark.parametrize(("place", "expected"), [(MADRID, ["Europe/Madrid"]), (AT_SEA, [])])
async def test_a_shared_place_is_asked_about(
    stage: Stage, place: dict[str, float], expected: list[str]
) -> None:
    await stage.says(location=place)
    assert zones(stage) == expected


async def test_a_shared_place_in_a_group_is_nobodys_business(stage: Stage) -> None:
    await stage.says(location=MADRID, chat={"id": -100500, "type": "supergroup", "title": "Office"})
    assert stage.door.shown == []


async def test_nothing_changes_before_a_button_is_pressed(stage: Stage) -> None:
    await stage.says("/zone Bogota")
    assert [person.zone for person in stage.people()] == ["Europe/Madrid"]
    stage.door.shown.clear()
    await stage.presses(ZoneIs("America/Bogota").pack())
    assert [person.zone for person in stage.people()] == ["America/Bogota"]
