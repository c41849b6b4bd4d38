"""Prescribing in the team's chat, and taking up what was prescribed."""

from datetime import datetime
from typing import Any

import pytest

from bot.chat.actions import (
    EntryChange,
    Prescribe,
    PrescribeDose,
    PrescribePick,
    PrescribeRoutine,
    PrescribeStep,
    StartRoutine,
    TakeUp,
    UndoAdopt,
    Withdraw,
)
from bot.chat.buttons import Action
from bot.chat.screen import Screen
from bot.domain.safety import Tier
from bot.services import care, prescriptions, routines
from bot.texts import Texts
from tests.chat.handlers.test_team import FORUM, TOPIC, Ward, ward
from tests.chat.screens.limits import actions, check, plain
from tests.chat.stage import BEN, Stage
from tests.services.planning import planned

__all__ = ["ward"]

CLEO = {**BEN, "id": 9, "first_name": "Cleo"}


class Desk:
    """Ben prescribes."""

    def __init__(self, ward: Ward) -> None:
        self.ward, self.stage = ward, ward.stage
        self.database = ward.database

    async def says(self, text: str, **how: Any) -> Screen:
        """Let Ben say something in the team's chat."""
        self.ward.forgets()
        await self.stage.says(text, **{"who": BEN, "chat": FORUM, **how})
        return self._shown()

    async def presses(self, action: Action, **how: Any) -> Screen:
        """Let Ben press something there."""
        self.ward.forgets()
        await self.stage.presses(action.pack(), **{"who": BEN, "chat": FORUM, **how})
        return self._shown()

    def _shown(self) -> Screen:
        screen = self.stage.screen
        check(screen)
        return screen

    async def made(self) -> str:
        """Prescribe the open book, and return the code."""
        await self.says("/prescribe Two quiet weeks")
        await self.presses(PrescribePick(8, "open-book"))
        await self.presses(Prescribe(8, PrescribeStep.MAKE))
        [row] = self.database.call(prescriptions.listing)
        return row.code


@pytest.fixture
def desk(ward: Ward) -> Desk:
    """Give a team's chat with Ben in it."""
    return Desk(ward)


async def test_a_title_a_ready_made_routine_and_a_dose_make_a_link(desk: Desk, t: Texts) -> None:
    assert t("prescribe-empty") in (await desk.says("/prescribe")).text
    assert "Two quiet weeks" in (await desk.says("/prescribe Two quiet weeks")).text
    assert PrescribeRoutine(8, "gentle-reset") in actions(
        await desk.presses(Prescribe(8, PrescribeStep.ROUTINES))
    )
    begun = await desk.presses(PrescribeRoutine(8, "gentle-reset"))
    line = next(one for one in actions(begun) if isinstance(one, PrescribeDose))
    before = await desk.presses(line)
    after = await desk.presses(PrescribeDose(8, line.exercise, EntryChange.MORE_SETS))
    assert before.text != after.text
    made = await desk.presses(Prescribe(8, PrescribeStep.MAKE))
    [row] = desk.database.call(prescriptions.listing)
    assert row.title == "Two quiet weeks"
    assert f"https://t.me/midback_bot?start=plan_{row.code}" in made.text
    assert len(row.code) == 14


async def test_exercises_are_ticked_and_unticked(desk: Desk) -> None:
    await desk.says("/prescribe")
    ticked = await desk.presses(PrescribePick(8, "open-book"))
    assert any(key.label.startswith("✓") for row in ticked.keys for key in row)
    bare = await desk.presses(PrescribePick(8, "open-book"))
    assert not any(key.label.startswith("✓") for row in bare.keys for key in row)


@pytest.mark.parametrize("change", list(EntryChange))
async def test_every_change_of_a_line_leads_to_a_screen(desk: Desk, change: EntryChange) -> None:
    await desk.says("/prescribe")
    await desk.presses(PrescribePick(8, "open-book"))
    await desk.presses(PrescribeDose(8, "open-book", change))
    await desk.presses(PrescribeDose(8, "open-book", change))


async def test_what_is_thrown_away_is_gone(desk: Desk, t: Texts) -> None:
    await desk.says("/prescribe Title")
    await desk.presses(PrescribePick(8, "open-book"))
    await desk.presses(Prescribe(8, PrescribeStep.DROP))
    assert t("prescribe-empty") in (await desk.presses(Prescribe(8, PrescribeStep.DRAFT))).text
    unfinished = await desk.presses(Prescribe(8, PrescribeStep.MAKE))
    assert unfinished.toast == t.plain("prescribe-unfinished")


@pytest.mark.parametrize(
    "action",
    [
        Prescribe(8, PrescribeStep.MAKE),
        PrescribeRoutine(8, "gentle-reset"),
        PrescribePick(8, "open-book"),
        PrescribeDose(8, "open-book", EntryChange.MORE),
    ],
)
async def test_a_draft_belongs_to_its_maker(desk: Desk, t: Texts, action: Action) -> None:
    await desk.says("/prescribe")
    await desk.presses(PrescribePick(8, "open-book"))
    desk.ward.forgets()
    await desk.stage.presses(action.pack(), who=CLEO, chat=FORUM)
    assert desk.stage.door.answers == [(t.plain("help-not-yours"), True)]
    assert desk.stage.door.shown == []


@pytest.mark.parametrize("chat", [{**FORUM, "id": -100901}, {"id": 8, "type": "private"}])
async def test_nobody_prescribes_or_withdraws_outside_the_teams_chat(desk: Desk, chat: Any) -> None:
    await desk.made()
    desk.ward.forgets()
    await desk.stage.says("/prescribe Mine", who=BEN, chat=chat)
    await desk.stage.presses(Withdraw(1).pack(), who=BEN, chat=chat)
    await desk.stage.presses(PrescribePick(8, "cat-cow").pack(), who=BEN, chat=chat)
    assert len(desk.database.call(prescriptions.listing)) == 1
    assert not desk.database.call(prescriptions.draft, 8).entries


async def test_without_a_team_the_command_points_to_ones_own_routine(stage: Stage, t: Texts) -> None:
    await stage.says("/prescribe")
    assert stage.screen.text == t("prescribe-only-team")


async def test_answers_in_a_topic_stay_in_that_topic(desk: Desk) -> None:
    await desk.stage.says("/prescribe", who=BEN, chat=FORUM, **TOPIC)
    [(place, _)] = desk.stage.door.shown
    assert (place.chat_id, place.topic) == (FORUM["id"], 5)


async def test_what_is_gone_from_the_library_is_told(desk: Desk, t: Texts) -> None:
    await desk.says("/prescribe")
    for action in (PrescribeRoutine(8, "gone"), PrescribePick(8, "gone"),
                   PrescribeDose(8, "gone", EntryChange.OPEN)):  # fmt: skip
        desk.ward.forgets()
        await desk.stage.presses(action.pack(), who=BEN, chat=FORUM)
        assert desk.stage.door.answers == [(t.plain("prescribe-gone"), False)]


async def test_the_link_shows_what_was_prescribed_by_whom(desk: Desk) -> None:
    code = await desk.made()
    desk.ward.forgets()
    await desk.stage.says(f"/start plan_{code}")
    shown = desk.stage.screen
    check(shown)
    assert "Ben put this together for you" in plain(shown)
    assert TakeUp(code) in actions(shown)


async def test_taking_it_up_makes_it_the_own_routine_and_can_be_undone(desk: Desk, now: datetime) -> None:
    code = await desk.made()
    before = desk.database.call(lambda session: _own(session, desk))
    for _ in range(2):  # a double press loses nothing
        desk.ward.forgets()
        await desk.stage.presses(TakeUp(code).pack())
    taken = desk.stage.screen
    assert StartRoutine("mine") in actions(taken)
    assert UndoAdopt() in actions(taken)
    lines = desk.database.call(routines.entries, 7)
    assert [line.entry.exercise for line in lines] == ["open-book"]
    await desk.stage.presses(UndoAdopt().pack())
    assert [line.entry for line in desk.database.call(routines.entries, 7)] == before


def _own(session: Any, desk: Desk) -> list[Any]:
    """Give Ana a routine of her own, and return its lines."""
    found = next(iter(desk.stage.dispatcher.house.library.routines.values()))
    return [line.entry for line in routines.adopt(session, 7, found).lines]


async def test_what_does_not_suit_is_told_and_not_shown(desk: Desk, t: Texts, now: datetime) -> None:
    code = await desk.made()
    desk.database.call(care.hold, 7, Tier.B, care.WORDS, now)
    desk.ward.forgets()
    await desk.stage.says(f"/start plan_{code}")
    shown = desk.stage.screen
    assert t("care-only-breathing") in shown.text
    assert t("prescribed-nothing") in shown.text
    assert "Open Book" not in shown.text


async def test_a_plan_that_goes_on_is_told(desk: Desk, t: Texts, now: datetime) -> None:
    code = await desk.made()
    library = desk.stage.dispatcher.house.library
    desk.database.call(lambda session: planned(session, library, now).id)
    desk.ward.forgets()
    await desk.stage.presses(TakeUp(code).pack())
    assert t("prescribed-plan") in desk.stage.screen.text


async def test_a_withdrawn_link_leads_nowhere_and_takes_nothing_away(desk: Desk, t: Texts) -> None:
    code = await desk.made()
    await desk.stage.presses(TakeUp(code).pack())
    listing = await desk.says("/prescribe list")
    [out] = [one for one in actions(listing) if isinstance(one, Withdraw)]
    assert (await desk.presses(out)).toast == t.plain("prescribe-withdrawn")
    assert (await desk.presses(out)).toast == t.plain("prescribe-gone")
    desk.ward.forgets()
    await desk.stage.says(f"/start plan_{code}")
    await desk.stage.presses(TakeUp(code).pack())
    assert {screen.text for _, screen in desk.stage.door.shown} == {t("prescribed-gone")}
    assert desk.database.call(routines.entries, 7)


async def test_a_guess_leads_nowhere(desk: Desk, t: Texts) -> None:
    await desk.made()
    desk.ward.forgets()
    await desk.stage.says("/start plan_")
    assert desk.stage.screen.text == t("prescribed-gone")
