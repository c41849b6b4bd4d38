"""From words to what a person sees: commands, media, odd texts, groups."""

from datetime import datetime
from html import escape
from typing import Any

import pytest
from sqlmodel import Session
from structlog.testing import capture_logs

from bot.chat.actions import Draft, DraftStep, Go, NameActivity, Page, Show
from bot.chat.delivery import Place
from bot.chat.screen import Screen
from bot.db.tables import Person
from bot.domain.exercises import Routine
from bot.domain.measures import Measure
from bot.services import checkins, days, routines
from bot.texts import Texts
from tests import builders
from tests.chat.stage import ANA, BEN, FILE, GROUP, PHOTO, PRIVATE, Stage, message


async def test_a_stranger_is_met_and_welcomed(stage: Stage, t: Texts) -> None:
    await stage.says("/start", who=BEN, chat={**PRIVATE, "id": 8})
    assert "Hi Ben" in stage.screen.text
    assert [known.id for known in stage.people()] == [7, 8]


async def test_somebody_known_gets_the_menu(stage: Stage) -> None:
    await stage.says("/start")
    assert Go(Page.TODAY) in stage.actions()


@pytest.mark.parametrize("text", ["/HELP", "/help@midback_bot", "/help@Midback_Bot now", "/help\nplease"])
async def test_commands_are_known_in_every_spelling(stage: Stage, t: Texts, text: str) -> None:
    await stage.says(text)
    assert stage.screen.text == t("help")


@pytest.mark.parametrize("text", ["/dance", "/", "/привет", "//"])
async def test_an_unknown_command_is_told_what_there_is(stage: Stage, t: Texts, text: str) -> None:
    await stage.says(text)
    assert stage.screen.text.startswith(t("help-unknown-command"))


async def test_words_after_a_command_reach_it_over_lines(stage: Stage) -> None:
    await stage.says("/show\nopen book")
    assert "Open Book" in stage.screen.text


async def test_a_command_for_another_bot_is_not_taken(stage: Stage, t: Texts) -> None:
    await stage.says("/help@other_bot")
    assert stage.screen.text != t("help")
    await stage.says("/help@other_bot", chat=GROUP)
    assert len(stage.door.shown) == 1


MEDIA: dict[str, Any] = {
    "photo": {"photo": PHOTO},
    "photo with words": {"photo": PHOTO, "caption": "my back"},
    "voice": {"voice": {**FILE, "duration": 3}},
    "contact": {"contact": {"phone_number": "1", "first_name": "Doc"}},
    "video": {"video": {**FILE, "width": 1, "height": 1, "duration": 1}},
    "sticker": {
        "sticker": {
            **FILE, "type": "regular", "width": 1, "height": 1, "is_animated": False, "is_video": False,
        }
    },
    "dice": {"dice": {"emoji": "🎲", "value": 3}},
}  # fmt: skip


@pytest.mark.parametrize("kind", MEDIA)
async def test_media_is_met_kindly(stage: Stage, t: Texts, kind: str) -> None:
    await stage.says(**MEDIA[kind])
    assert stage.screen.text.startswith(t("help-media"))


async def test_what_telegram_notes_in_the_chat_is_left_alone(stage: Stage) -> None:
    await stage.says(pinned_message=message(PRIVATE, text="x"))
    await stage.says(write_access_allowed={})
    assert stage.door.shown == []


TYPED = [
    "🧘",
    "🙃🙃🙃",
    "a" * 4000,
    "كتف الظهر",
    "שלום",
    "<b>cat</b> & <script>",
    "\u202egnihtemos",
    " ",
    "'; --",
]


@pytest.mark.parametrize("text", TYPED, ids=range(len(TYPED)))
async def test_any_words_get_some_answer(stage: Stage, t: Texts, text: str) -> None:
    with capture_logs() as logs:
        await stage.says(text)
    assert 0 < len(stage.screen.text) <= 4096
    assert stage.screen.text != t("help-wrong")
    assert not [line for line in logs if line["log_level"] == "error"]


async def test_the_name_of_an_exercise_shows_it_even_forwarded(stage: Stage) -> None:
    origin = {"type": "hidden_user", "date": 1772442000, "sender_user_name": "Somebody"}
    await stage.says("cat cow", forward_origin=origin)
    assert "cat" in stage.screen.text.lower()
    assert any(isinstance(action, Show) for action in stage.actions())


async def test_a_name_full_of_html_is_escaped(stage: Stage) -> None:
    await stage.says("/start", who={**ANA, "first_name": "<a href='x'>Ana</a>"})
    assert "&lt;a href=" in stage.screen.text
    assert "<a href=" not in stage.screen.text


async def test_what_is_asked_for_takes_the_next_words(stage: Stage) -> None:
    await stage.presses(Draft(DraftStep.NEW).pack())
    await stage.presses(Draft(DraftStep.TIMES).pack())
    stage.door.shown.clear()
    await stage.says("18:30")
    assert "18:30" in stage.screen.text


async def test_edited_messages_and_other_bots_are_left_alone(stage: Stage) -> None:
    await stage.update(edited_message=message(PRIVATE, {"from": ANA}, text="/help", edit_date=1772442001))
    await stage.says("/help", who={**BEN, "is_bot": True})
    await stage.update(channel_post=message(GROUP, text="/help"))
    await stage.update(message=message(GROUP, text="/help"))
    assert stage.door.shown == []
    assert len(stage.people()) == 1


async def test_somebody_speaks_a_language_that_the_coach_does_not(stage: Stage, t: Texts) -> None:
    await stage.says("/help", who={**ANA, "language_code": "tlh"})
    assert stage.screen.text == t("help")


async def test_a_toast_that_answers_words_becomes_a_message(
    poor_stage: Stage, person: Person, t: Texts
) -> None:
    """A routine of exercises that are no more has nothing to begin."""
    vanished = Routine("old", 1, desk_break=False, seconds=60, entries=(builders.entry("gone"),), texts={})
    poor_stage.dispatcher.house.database.call(routines.adopt, person.id, vanished)
    await poor_stage.says("/today")
    assert poor_stage.screen == Screen(escape(t.plain("session-empty")))


async def test_a_group_is_shown_the_way_to_the_private_chat(stage: Stage, t: Texts) -> None:
    await stage.says("/today", who=BEN, chat=GROUP)
    assert stage.screen.text == t("help-group")
    assert stage.screen.keys[0][0].url == "https://t.me/midback_bot?start=group"
    assert stage.door.shown[0][0] == Place(-100500)


async def test_a_group_can_look_at_an_exercise(stage: Stage) -> None:
    await stage.says("/show open book", who=BEN, chat=GROUP)
    assert "Open Book" in stage.screen.text


@pytest.mark.parametrize("text", ["good morning", "/weather", "/weather@midback_bot", "cat cow"])
async def test_what_a_group_says_to_others_is_neither_answered_nor_kept(stage: Stage, text: str) -> None:
    await stage.says(text, who=BEN, chat=GROUP)
    await stage.says(who=BEN, chat=GROUP, photo=PHOTO)
    assert stage.door.shown == []
    assert [known.id for known in stage.people()] == [7]


@pytest.mark.parametrize(("said", "command"), [("help", "/help"), ("Menu", "/menu"), (" STOP ", "/pause")])
async def test_command_words_need_no_slash(stage: Stage, said: str, command: str) -> None:
    await stage.says(command)
    await stage.says(said)
    (_, by_command), (_, by_word) = stage.door.shown
    assert by_word == by_command


async def test_a_name_that_no_database_can_keep_is_met(stage: Stage) -> None:
    """Half a character and a zero byte: odd clients send them."""
    await stage.says("/start", who={**ANA, "first_name": "A\ud83dn\0a"})
    assert "Hi Ana" in stage.screen.text


@pytest.mark.parametrize(
    "said", ["/show pain when breathing", "/nonsense I have chest pain", "I have chest pain"]
)
async def test_warning_signs_come_before_anything_else(stage: Stage, said: str) -> None:
    await stage.says(said)
    assert "emergency" in stage.screen.text.lower()


async def test_warning_signs_are_heard_under_a_photo_and_while_a_question_is_open(stage: Stage) -> None:
    """Whatever the coach is waiting for, this is more urgent."""
    await stage.update(message=message(PRIVATE, {"from": ANA}, caption="chest pain here", photo=PHOTO))
    await stage.says("/reminders")
    await stage.presses(Draft(DraftStep.NEW).pack())
    await stage.says("I have chest pain")
    assert ["emergency" in screen.text.lower() for _, screen in stage.door.shown].count(True) == 2


def at_activities(session: Session, now: datetime) -> None:
    """Bring Ana to the question that is answered in her own words."""
    ana = session.get_one(Person, 7)
    ana.first_day = days.today(ana, now)
    checkins.skip(session, 7, Measure.PAIN, 0, now)


async def test_half_a_character_in_words_that_are_kept_does_no_harm(stage: Stage) -> None:
    run = stage.dispatcher.house.database.call
    run(at_activities, stage.dispatcher.clock.now())
    await stage.presses(NameActivity().pack())
    with capture_logs() as logs:
        await stage.says("lift\0 my bag \ud83d")
    assert not logs
    assert [one.name for one in run(checkins.named, 7)] == ["lift my bag"]


@pytest.mark.parametrize(
    "about", [{"message": 5}, {"message": {"x": []}}, {"callback_query": 5}, {"callback_query": {"id": "q1"}}]
)
async def test_an_update_that_makes_no_sense_is_a_failure_and_no_more(
    stage: Stage, about: dict[str, Any]
) -> None:
    with capture_logs() as logs:
        assert not await stage.dispatcher.handle({"update_id": 5, **about})
    assert [(line["event"], line["update"]) for line in logs] == [("update failed", 5)]


DOUBTED = "fever"
"""A sign that the lists know and statistics doubt, as it stands alone."""


async def test_a_doubted_sign_is_asked_about(stage: Stage, t: Texts) -> None:
    await stage.says(DOUBTED)
    assert stage.screen.text == t("said-sign")


@pytest.mark.parametrize("more", [{"text": f"/show {DOUBTED}"}, {"photo": PHOTO, "caption": DOUBTED}])
async def test_a_doubted_sign_raises_the_alarm_where_nobody_asks(stage: Stage, more: dict[str, Any]) -> None:
    await stage.says(**more)
    assert "Talk to a doctor today" in stage.screen.text


async def test_a_doubted_sign_is_no_activity(stage: Stage) -> None:
    run = stage.dispatcher.house.database.call
    run(at_activities, stage.dispatcher.clock.now())
    await stage.presses(NameActivity().pack())
    await stage.says(DOUBTED)
    assert "Talk to a doctor today" in stage.door.shown[-1][1].text
    assert not run(checkins.named, 7)
