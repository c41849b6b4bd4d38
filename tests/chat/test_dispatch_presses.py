"""From presses to what a person sees, failures that are told kindly, and people who come and go."""

import asyncio
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import text as sql
from structlog.testing import capture_logs

from bot.chat.actions import Go, MarkDay, Page, Part, PressCard, Show
from bot.chat.delivery import Place
from bot.chat.errors import Sent
from bot.chat.screen import Screen
from bot.domain.sessions import Press
from bot.texts import Texts
from tests.chat.stage import ANA, BEN, FILE, GROUP, PHOTO, PRIVATE, Json, NotingDoor, Stage


async def test_a_press_edits_its_message(stage: Stage) -> None:
    await stage.presses(Go(Page.HELP).pack())
    assert stage.door.answers == [(None, False)]
    assert stage.door.shown[0][0] == Place(7, 50, has_picture=False)


class Entwined(NotingDoor):
    """Answers a press only while its message is on the way."""

    def __init__(self) -> None:
        super().__init__()
        self.showing = asyncio.Event()

    async def answer(self, query_id: str, text: str | None = None, *, alert: bool = False) -> None:
        async with asyncio.timeout(5):
            await self.showing.wait()
        await super().answer(query_id, text, alert=alert)

    async def show(self, place: Place, screen: Screen) -> Sent:
        self.showing.set()
        return await super().show(place, screen)


async def test_the_answer_and_the_message_do_not_wait_for_each_other(stage: Stage) -> None:
    door = Entwined()
    await replace(stage, dispatcher=replace(stage.dispatcher, door=door)).presses(Go(Page.HELP).pack())
    assert door.answers == [(None, False)]
    assert len(door.shown) == 1


@pytest.mark.parametrize(
    "media", [{"photo": PHOTO}, {"animation": {**FILE, "width": 1, "height": 1, "duration": 1}}]
)
async def test_it_knows_whether_the_message_has_a_picture(stage: Stage, media: Json) -> None:
    await stage.presses(Go(Page.HELP).pack(), caption="card", **media)
    assert stage.door.shown[0][0] == Place(7, 50, has_picture=True)


@pytest.mark.parametrize("data", ["", "rubbish", "v0:go:home", "v1:go:cellar", "v1:zz:1", "🧘" * 16])
async def test_a_button_that_makes_no_sense_opens_the_menu(stage: Stage, t: Texts, data: str) -> None:
    await stage.presses(data)
    assert stage.door.answers == [(t.plain("help-old-button"), False)]
    assert Go(Page.TODAY) in stage.actions()


async def test_a_press_on_a_message_too_old_to_read_gets_a_new_one(stage: Stage) -> None:
    await stage.presses(Go(Page.HELP).pack(), date=0)
    assert stage.door.shown[0][0] == Place(7)


async def test_a_toast_is_not_repeated_as_a_message(stage: Stage, t: Texts) -> None:
    await stage.presses(MarkDay("20200101").pack(), date=0)
    assert stage.door.answers == [(t.plain("week-too-old"), True)]
    assert stage.door.shown == []


async def test_a_press_below_an_inline_result_is_answered_in_private(stage: Stage) -> None:
    query = {"id": "q1", "from": ANA, "chat_instance": "1", "inline_message_id": "i", "data": "v1:go:help"}
    await stage.update(callback_query=query)
    assert stage.door.answers == [(None, False)]
    assert stage.door.shown[0][0] == Place(7)


@pytest.mark.parametrize(
    "data", [Go(Page.HOME).pack(), PressCard(1, 0, Press.NEXT).pack(), "rubbish", "v0:x"]
)
async def test_a_press_in_a_group_shows_nobodys_things(stage: Stage, t: Texts, data: str) -> None:
    await stage.presses(data, who=BEN, chat=GROUP)
    assert stage.door.answers == [(t.plain("help-not-yours"), True)]
    assert stage.door.shown == []


async def test_an_exercise_in_a_group_can_be_turned_over(stage: Stage) -> None:
    await stage.presses(Show("open-book", "standard", Part.MORE).pack(), who=BEN, chat=GROUP)
    assert stage.door.answers == [(None, False)]
    assert "Open Book" in stage.screen.text


# Failures


async def test_a_failing_press_is_answered_once_and_kindly(stage: Stage, t: Texts) -> None:
    with capture_logs() as logs:
        await stage.presses(MarkDay("tomorrow").pack())
    assert stage.door.answers == [(t.plain("help-wrong"), True)]
    assert stage.door.shown == []
    assert [line["event"] for line in logs] == ["update failed"]


async def test_a_reply_that_cannot_be_shown_is_told(stage: Stage, t: Texts) -> None:
    """The press was answered already; the chat must not stay silent."""
    stage.door.breaks = 1
    with capture_logs() as logs:
        await stage.presses(Go(Page.HOME).pack())
    assert stage.door.answers == [(None, False)]
    assert stage.screen.text == t("help-wrong")
    assert [line["event"] for line in logs] == ["update failed"]


async def test_failing_words_are_answered_kindly(poor_stage: Stage, t: Texts) -> None:
    with capture_logs() as logs:
        await poor_stage.says("/start please")
    assert poor_stage.screen.text == t("help-wrong")
    assert [line["event"] for line in logs] == ["update failed"]
    assert "please" not in str([{k: v for k, v in line.items() if k != "exc_info"} for line in logs])


async def test_a_database_that_fails_leaves_no_button_spinning(stage: Stage, t: Texts) -> None:
    with stage.dispatcher.house.database.engine.begin() as connection:
        connection.execute(sql("ALTER TABLE person RENAME TO nobody"))
    with capture_logs():
        await stage.presses(Go(Page.HOME).pack())
        await stage.says("/help")
    assert stage.door.answers == [(t.plain("help-wrong"), True)]
    assert stage.screen.text == t("help-wrong")


# Coming and going


def membership(status: str, chat: Json = PRIVATE) -> dict[str, Any]:
    """Return what Telegram tells when Ana blocks or unblocks the coach, or removes it from a group."""
    bot = {"id": 1, "is_bot": True, "first_name": "Midback", "username": "midback_bot"}
    old, new = {"user": bot, "status": "member"}, {"user": bot, "status": status}
    more = {"until_date": 0} if status == "kicked" else {}
    return {
        "chat": chat,
        "from": ANA,
        "date": 1772442000,
        "old_chat_member": old,
        "new_chat_member": new | more,
    }


async def test_whoever_blocks_the_coach_is_away_until_they_write(stage: Stage, now: datetime) -> None:
    await stage.update(my_chat_member=membership("kicked"))
    assert stage.people()[0].away_since == now
    await stage.update(my_chat_member=membership("member"))
    assert stage.people()[0].away_since == now
    await stage.says("/start")
    assert stage.people()[0].away_since is None


async def test_leaving_a_group_says_nothing_about_a_person(stage: Stage) -> None:
    await stage.update(my_chat_member=membership("kicked", GROUP))
    await stage.update(my_chat_member=membership("left", GROUP))
    assert stage.people()[0].away_since is None


async def test_speaking_in_a_group_does_not_undo_the_block(stage: Stage, now: datetime) -> None:
    await stage.update(my_chat_member=membership("kicked"))
    await stage.says("/show open book", chat=GROUP)
    assert stage.people()[0].away_since == now


async def test_a_stranger_who_blocks_the_coach_is_no_trouble(stage: Stage) -> None:
    with capture_logs() as logs:
        await stage.update(my_chat_member={**membership("kicked"), "from": BEN, "chat": {**PRIVATE, "id": 8}})
    assert logs == []
    assert [known.id for known in stage.people()] == [7]
