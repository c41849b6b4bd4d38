"""The settings, by hand."""

from datetime import datetime

import pytest

from bot.chat.actions import Go, Page, SetClock, SetLanguage, SwitchPictures
from bot.chat.screen import Screen
from tests.chat.stage import Stage


def shown(stage: Stage) -> Screen:
    """Return the screen that came last."""
    return stage.door.shown[-1][1]


async def test_another_language_is_spoken_at_once_and_from_then_on(stage: Stage) -> None:
    await stage.presses(SetLanguage("es").pack())
    assert "Ajustes" in shown(stage).text
    await stage.says("/settings")
    assert "Ajustes" in shown(stage).text


async def test_a_language_that_does_not_exist_is_asked_again(stage: Stage) -> None:
    await stage.presses(SetLanguage("tlh").pack())
    assert "Which language" in shown(stage).text


@pytest.mark.parametrize(("clock", "offered"), [("12", "Write 18:30"), ("24", "Write 6:30 PM")])
async def test_the_other_clock_is_offered(stage: Stage, clock: str, offered: str) -> None:
    """A button that shows the clock of now would seem to do nothing."""
    await stage.presses(SetClock(clock).pack())
    assert offered in [key.label for row in shown(stage).keys for key in row]


@pytest.mark.parametrize(("clock", "written"), [("12", "10:00 AM"), ("24", "10:00")])
async def test_times_are_written_on_the_chosen_clock(
    stage: Stage, now: datetime, clock: str, written: str
) -> None:
    await stage.presses(SetClock(clock).pack())
    assert f"Your clock: <b>{written}</b>" in shown(stage).text


async def test_pictures_are_made_still_and_moving_again(stage: Stage) -> None:
    for words in ("Pictures: still", "Pictures: moving"):
        await stage.presses(SwitchPictures().pack())
        assert words in shown(stage).text


async def test_help_leads_to_the_settings(stage: Stage) -> None:
    await stage.says("/help")
    assert any(key.action == Go(Page.SETTINGS) for row in shown(stage).keys for key in row)
