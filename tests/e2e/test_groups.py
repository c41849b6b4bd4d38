"""Desk breaks from end to end: Ana leads a group, Ben and Cleo are in it."""

from dataclasses import dataclass
from datetime import timedelta

import pytest

from bot.emulator.client import Person
from bot.emulator.player import Json, buttons_of, text_of
from tests.e2e.conftest import MADRID, Stage, shows

BREAK = "Break for the back"
PATIENT = 15.0
"""Seconds: a post is drawn anew every five seconds at most."""


@dataclass
class Office:
    """Three people of an office, each as they sit in the group."""

    stage: Stage
    id: int
    ana: Person
    ben: Person
    cleo: Person

    async def to_break(self) -> None:
        """Move to eleven o'clock of the next Monday."""
        here = self.stage.clock.now().astimezone(MADRID)
        day = here + timedelta(days=7 - here.weekday())
        aim = day.replace(hour=11, minute=0, second=1, microsecond=0)
        await self.on(seconds=(aim - here).total_seconds())

    async def on(self, **time: float) -> None:
        """Move the clock on."""
        await self.stage.move(**time)
        await self.stage.coach.clubs()

    async def breaks(self) -> list[Json]:
        """The breaks that came to the group."""
        return [message for message in await self.ana.messages() if BREAK in text_of(message)]


@pytest.fixture
async def office(stage: Stage) -> Office:
    """Give a group of three; Ana has met the coach, the others have not."""
    people = [await stage.met("Ana"), await stage.person("Ben"), await stage.person("Cleo")]
    group = await stage.emulator.add_group("Office", people, admins=people[:1])
    ana, ben, cleo = (person.within(group) for person in people)
    return Office(stage, group, ana, ben, cleo)


async def set_up(office: Office) -> None:
    """Let Ana set the club up: Monday to Friday, eleven o'clock alone."""
    await office.ana.say("/club")
    await office.ana.press("Set it up")
    await office.ana.press("Times")
    await office.ana.press("✓ 15:00")
    await office.ana.press("Back")
    await office.ana.press("▶ Start the breaks")
    await office.ana.wait_for(shows("Next:"))


async def test_a_group_takes_breaks_together(office: Office) -> None:
    """Two tap, the message counts them; it shows check marks and nobody's name, and comes once."""
    await set_up(office)
    await office.to_break()
    [came] = await office.breaks()
    assert came["animation"]
    assert (await office.ben.press("Done ✓"))["text"] == "Nice. That is one check mark more."
    await office.ben.wait_for(shows("✓ · 1 day in a row"), PATIENT)
    assert (await office.ana.press("Done ✓ 1"))["text"] == "Nice. It counts for your own day, too."
    shown = await office.cleo.wait_for(shows("✓✓ · 1 day in a row"), PATIENT)
    assert not any(name in text_of(shown) for name in ("Ana", "Ben", "Cleo"))
    assert (await office.ben.press("Done ✓ 2"))["text"] == "You are counted already."
    for _ in range(3):
        await office.on(minutes=1)
    assert len(await office.breaks()) == 1


async def test_a_tap_in_the_group_counts_for_the_own_day_of_whoever_met_the_coach(office: Office) -> None:
    await set_up(office)
    await office.to_break()
    await office.ana.press("Done ✓")
    own = office.ana.within(office.ana.id)
    await own.say("/streak")
    week = await own.wait_for(shows("Your week"))
    assert "Current row: 1 day" in text_of(week)


async def test_who_does_not_lead_the_group_changes_nothing(office: Office) -> None:
    await set_up(office)
    await office.cleo.say("/club")
    answer = await office.cleo.press("⏸ Pause")
    assert answer["text"] == "Only administrators of the group can change this."
    assert answer["show_alert"]
    await office.to_break()
    assert len(await office.breaks()) == 1


async def test_a_pause_keeps_breaks_away_until_they_are_started_again(office: Office) -> None:
    await set_up(office)
    await office.ana.press("⏸ Pause")
    await office.to_break()
    assert await office.breaks() == []
    await office.ana.say("/club")
    await office.ana.press("▶ Start the breaks")
    await office.to_break()
    assert len(await office.breaks()) == 1


async def test_breaks_follow_a_group_that_becomes_a_supergroup(office: Office) -> None:
    await set_up(office)
    moved = await office.stage.emulator.request("POST", f"groups/{office.id}/migrate", {"as": office.ana.id})
    await office.stage.settled()
    await office.to_break()
    came = [
        message for message in await office.ana.within(moved["id"]).messages() if BREAK in text_of(message)
    ]
    assert len(came) == 1
    assert buttons_of(came[0])[0]["text"] == "Done ✓"


async def test_a_coach_that_is_thrown_out_forgets_the_group(office: Office) -> None:
    await set_up(office)
    for deed in ("kick", "invite"):
        await office.stage.emulator.request("POST", f"groups/{office.id}/{deed}", {"as": office.ana.id})
    await office.stage.settled()
    await office.to_break()
    assert await office.breaks() == []
    await office.ana.say("/club")
    await office.ana.wait_for(shows("An administrator sets it up."))
