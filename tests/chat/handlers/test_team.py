"""Asking a human: nothing without consent, each message passed on at most once, ends that are told."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlmodel import select

from bot.chat.actions import CloseTalk, ConsentTeam, Draft, DraftStep, EndTalk, Erase, Go, Page, TalkToTeam
from bot.chat.buttons import Action
from bot.chat.errors import Trouble
from bot.chat.relay import Passed
from bot.chat.screen import Screen
from bot.chat.screens import team as screens
from bot.db.database import Database
from bot.db.tables import CareThread, Hold, Inbox
from bot.services import inbox
from bot.services.inbox import Arrived, Handover, Taken
from bot.texts import Texts
from tests.chat.relays import TEAM, NotingRelay, with_team
from tests.chat.screens.limits import actions, check
from tests.chat.stage import ANA, BEN, PHOTO, PRIVATE, Stage, message

FORUM = {"id": TEAM, "type": "supergroup", "title": "Team", "is_forum": True}
TOPIC = {"message_thread_id": 5, "is_topic_message": True}


class Ward:
    """A stage with a care team, and updates as the inbox hands them out."""

    def __init__(self, stage: Stage) -> None:
        self.stage, self.relay = with_team(stage)
        self.database: Database = stage.dispatcher.house.database
        self.count = 0

    async def opens(self, more: int = 0) -> None:
        """Let Ana open a conversation."""
        await self.stage.presses(TalkToTeam(more).pack())
        self.forgets()

    def forgets(self) -> None:
        """Look only at what comes from here on."""
        self.relay.calls.clear()
        self.stage.door.shown.clear()
        self.stage.door.answers.clear()

    def arrives(self, **about: Any) -> Taken:
        """Store an update and take it up, its lease over at once."""
        self.count += 1
        self.database.call(inbox.store, [Arrived(self.count, 7, {"update_id": self.count, **about})], _NOW)
        return self.again()

    def again(self) -> Taken:
        """Take the last update up once more."""
        return self.database.call(inbox.hand_over, Handover("a", room=1, lease=timedelta())).taken[0]

    def says(self, text: str) -> Taken:
        """Let Ana write."""
        return self.arrives(message=message(PRIVATE, {"from": ANA}, text=text))

    def replies(self, **content: Any) -> Taken:
        """Let Ben of the team write into Ana's topic."""
        return self.arrives(message=message(FORUM, {"from": BEN}, TOPIC, **content))

    async def handles(self, taken: Taken) -> None:
        """Handle an update."""
        assert await self.stage.dispatcher.handle(taken.payload, taken)

    def thread(self) -> CareThread | None:
        """What is stored about the conversation."""
        return self.database.call(lambda session: session.exec(select(CareThread)).first())

    def applied(self, taken: Taken) -> bool:
        """Whether the update is marked."""
        return self.database.call(lambda session: session.get_one(Inbox, taken.update_id).applied)


_NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.fixture
def ward(stage: Stage) -> Ward:
    """Give a stage with a care team."""
    return Ward(stage)


async def asks_for_times(ward: Ward) -> None:
    """Let Ana press what asks for words."""
    for step in (DraftStep.NEW, DraftStep.TIMES):
        await ward.stage.presses(Draft(step).pack())
    assert ward.stage.people()[0].asked


def shown(ward: Ward) -> Screen:
    """Return the one screen that was shown, which Telegram must take."""
    screen = ward.stage.screen
    check(screen)
    return screen


# Consent


async def test_without_a_team_there_is_a_page_for_ones_own_physio(stage: Stage, t: Texts) -> None:
    await stage.says("/human")
    assert stage.screen == screens.own(t)
    assert Go(Page.REPORT) in actions(stage.screen)


@pytest.mark.parametrize("action", [ConsentTeam(1), TalkToTeam(1), EndTalk()])
async def test_old_buttons_do_no_harm_where_the_team_is_gone(stage: Stage, action: Action) -> None:
    await stage.presses(action.pack())
    check(stage.screen)


async def test_asking_sends_nothing_before_the_person_agrees(ward: Ward, t: Texts) -> None:
    await ward.stage.says("/human")
    assert shown(ward) == screens.asking(t)
    ward.stage.door.shown.clear()
    await ward.stage.presses(ConsentTeam(1).pack())
    assert shown(ward) == screens.asking(t, more=True)
    await ward.stage.says("cat cow")
    assert ward.relay.calls == []
    assert ward.thread() is None


async def test_agreeing_is_noted_with_its_moment_and_its_end(ward: Ward, now: datetime) -> None:
    await ward.stage.presses(TalkToTeam(0).pack())
    begun = ward.thread()
    assert begun
    assert (begun.thread_id, begun.agreed_at, begun.ended_at) == (5, now, None)
    await ward.stage.presses(EndTalk().pack())
    ended = ward.thread()
    assert ended
    assert ended.ended_at == now


async def test_a_topic_is_named_by_first_name_and_a_code(ward: Ward) -> None:
    await ward.stage.presses(TalkToTeam(0).pack())
    [made] = ward.relay.of("createForumTopic")
    name, code = made["name"].split(" · ")
    assert name == "Ana"
    assert len(code) == 4


async def test_the_second_tick_alone_shows_plan_and_check_ins(ward: Ward, t: Texts) -> None:
    await ward.stage.presses(TalkToTeam(0).pack())
    assert not any("Plan" in text for text in ward.relay.texts())
    assert ward.relay.of("pinChatMessage") == []
    await ward.stage.presses(EndTalk().pack())
    ward.forgets()
    await ward.stage.presses(TalkToTeam(1).pack())
    assert t("team-card-no-plan") in ward.relay.of("editMessageText")[0]["text"]
    assert len(ward.relay.of("pinChatMessage")) == 1


async def test_a_second_press_opens_no_second_topic(ward: Ward) -> None:
    await ward.opens()
    await ward.stage.presses(TalkToTeam(0).pack())
    assert ward.relay.calls == []


@pytest.mark.parametrize("method", ["createForumTopic", "sendMessage"])
async def test_a_team_out_of_reach_is_told_and_nothing_is_agreed_to(
    ward: Ward, t: Texts, method: str
) -> None:
    ward.relay.answers[method] = Passed(trouble=Trouble.FAULT)
    await ward.stage.presses(TalkToTeam(1).pack())
    assert shown(ward).text == t("team-unreachable")
    assert ward.thread() is None


async def test_a_question_from_before_does_not_swallow_the_first_words(ward: Ward) -> None:
    await asks_for_times(ward)
    await ward.opens()
    await ward.handles(ward.says("hello"))
    assert len(ward.relay.of("copyMessage")) == 1


# Passing on


async def test_what_a_person_sends_is_copied_into_the_topic(ward: Ward) -> None:
    await ward.opens()
    await ward.stage.says("hello")
    await ward.stage.says(photo=PHOTO)
    copies = ward.relay.of("copyMessage")
    assert [copy["message_thread_id"] for copy in copies] == [5, 5]
    assert [copy["from_chat_id"] for copy in copies] == [7, 7]
    assert ward.stage.door.shown == []
    assert len(ward.relay.of("setMessageReaction")) == 2


async def test_commands_locations_and_asked_for_words_stay_with_the_coach(ward: Ward) -> None:
    await ward.opens()
    await ward.stage.says("/help")
    await ward.stage.says(location={"latitude": 40.4, "longitude": -3.7})
    await asks_for_times(ward)
    await ward.stage.says("7:30")
    assert ward.relay.of("copyMessage") == []


async def test_after_the_end_words_are_the_coachs_again(ward: Ward) -> None:
    await ward.opens()
    await ward.stage.presses(EndTalk().pack())
    ward.forgets()
    await ward.stage.says("cat cow")
    assert ward.relay.calls == []


async def test_a_message_taken_up_again_after_a_crash_is_not_passed_on_twice(ward: Ward, t: Texts) -> None:
    await ward.opens()
    taken = ward.says("hello")
    await ward.handles(taken)
    assert ward.applied(taken)
    await ward.handles(ward.again())
    assert len(ward.relay.of("copyMessage")) == 1
    assert shown(ward).text == t("team-unsure")


async def test_the_mark_stands_before_the_message_goes(ward: Ward) -> None:
    await ward.opens()
    taken = ward.says("hello")
    marked: list[bool] = []
    copy = ward.relay.to_team

    class Watching(NotingRelay):
        async def to_team(self, person_id: int, message_id: int, topic: int) -> Passed:
            marked.append(ward.applied(taken))
            return await copy(person_id, message_id, topic)

    ward.relay.__class__ = Watching
    await ward.handles(taken)
    assert marked == [True]


async def test_a_warning_sign_is_answered_first_held_once_and_passed_on(ward: Ward) -> None:
    await ward.opens()
    taken = ward.says("my chest hurts")
    await ward.handles(taken)
    assert "112" in shown(ward).text
    assert len(ward.relay.of("copyMessage")) == 1
    ward.forgets()
    await ward.handles(ward.again())
    assert ward.relay.of("copyMessage") == []
    first, second = (screen for _, screen in ward.stage.door.shown)
    assert "112" in first.text
    assert "do not know whether it arrived" in second.text
    assert len(ward.database.call(lambda session: session.exec(select(Hold)).all())) == 1


async def test_a_sign_that_statistics_doubt_is_answered_first_as_well(ward: Ward) -> None:
    """Nobody would ask about it: what is passed on is not understood by the coach."""
    await ward.opens()
    await ward.stage.says("fever")
    assert any("Talk to a doctor today" in screen.text for _, screen in ward.stage.door.shown)
    assert len(ward.relay.of("copyMessage")) == 1


async def test_a_command_with_a_warning_sign_is_not_passed_on(ward: Ward) -> None:
    await ward.opens()
    await ward.stage.says("/show my chest hurts")
    assert ward.relay.of("copyMessage") == []


@pytest.mark.parametrize(
    ("passed", "said"),
    [
        (Passed(trouble=Trouble.UNKNOWN), "team-unsure"),
        (Passed(trouble=Trouble.WAIT), "team-not-passed"),
        (Passed(trouble=Trouble.FAULT, lost=True), "team-gone"),
    ],
)
async def test_what_did_not_come_through_is_told(ward: Ward, t: Texts, passed: Passed, said: str) -> None:
    await ward.opens()
    ward.relay.answers["copyMessage"] = passed
    await ward.handles(ward.says("hello"))
    assert shown(ward).text == t(said)
    thread = ward.thread()
    assert thread
    assert (thread.ended_at is not None) == passed.lost


async def test_a_deleted_topic_is_replaced_when_the_person_opens_again(ward: Ward, now: datetime) -> None:
    await ward.opens()
    await ward.stage.presses(EndTalk().pack())
    ward.forgets()
    ward.relay.answers["sendMessage"] = Passed(trouble=Trouble.FAULT, lost=True)
    await ward.stage.presses(TalkToTeam(0).pack())
    assert len(ward.relay.of("createForumTopic")) == 1


# What the team does


async def test_a_reply_is_copied_to_the_person_and_marked(ward: Ward) -> None:
    await ward.opens()
    await ward.handles(ward.replies(text="Yes, gently."))
    [copy] = ward.relay.of("copyMessage")
    assert (copy["chat_id"], copy["from_chat_id"]) == (7, TEAM)
    assert ward.stage.door.shown == []
    assert [person.id for person in ward.stage.people()] == [7], "the team's members are not kept"


async def test_a_reply_taken_up_again_after_a_crash_is_not_passed_on_twice(ward: Ward, t: Texts) -> None:
    await ward.opens()
    await ward.handles(ward.replies(text="Yes."))
    await ward.handles(ward.again())
    assert len(ward.relay.of("copyMessage")) == 1
    assert ward.relay.texts() == [t("team-reply-unsure", name="Ana")]


@pytest.mark.parametrize(
    "content",
    [
        {"text": "// who takes this?"},
        {"text": "/elsewhere@other_bot"},
        {"photo": PHOTO, "caption": "//x"},
        {"pinned_message": message(FORUM, TOPIC, text="card")},
        {"forum_topic_edited": {"name": "Ana!"}},
    ],
)
async def test_what_is_no_reply_is_not_passed_on(ward: Ward, content: dict[str, Any]) -> None:
    await ward.opens()
    await ward.handles(ward.replies(**content))
    assert ward.relay.calls == []


async def test_an_anonymous_administrator_is_of_the_team_and_another_bot_is_not(ward: Ward) -> None:
    await ward.opens()
    bot = {"id": 99, "is_bot": True, "first_name": "Group"}
    await ward.stage.says("ours", who=bot, chat=FORUM, sender_chat=FORUM, **TOPIC)
    await ward.stage.says("not ours", who=bot, chat=FORUM, **TOPIC)
    assert len(ward.relay.of("copyMessage")) == 1


async def test_other_topics_and_other_groups_are_not_read(ward: Ward) -> None:
    await ward.opens()
    elsewhere = {**FORUM, "id": -100901}
    await ward.stage.says("lunch?", who=BEN, chat=elsewhere, **TOPIC)
    await ward.stage.says("lunch?", who=BEN, chat=FORUM)
    await ward.stage.says("lunch?", who=BEN, chat=FORUM, **{**TOPIC, "message_thread_id": 6})
    assert ward.relay.calls == []
    assert ward.stage.door.shown == []


@pytest.mark.parametrize(
    ("passed", "said"),
    [
        (Passed(trouble=Trouble.GONE), "team-away"),
        (Passed(trouble=Trouble.UNKNOWN), "team-reply-unsure"),
        (Passed(trouble=Trouble.WAIT), "team-reply-not-passed"),
    ],
)
async def test_the_team_is_told_what_did_not_come_through(
    ward: Ward, t: Texts, passed: Passed, said: str
) -> None:
    await ward.opens()
    ward.relay.answers["copyMessage"] = passed
    await ward.handles(ward.replies(text="Yes."))
    assert ward.relay.texts() == [t(said, name="Ana")]


def by_button(ward: Ward) -> Taken:
    """Close by the button of the card."""
    pressed = {"id": "q1", "from": BEN, "chat_instance": "1", "data": CloseTalk(1).pack()}
    return ward.arrives(callback_query={**pressed, "message": message(FORUM, TOPIC, text="card")})


def in_telegram(ward: Ward) -> Taken:
    """Close the topic as any topic."""
    return ward.replies(forum_topic_closed={})


@pytest.mark.parametrize("way", [by_button, in_telegram])
async def test_the_team_closes_and_the_person_is_told(
    ward: Ward, t: Texts, way: Callable[[Ward], Taken]
) -> None:
    await ward.opens(1)
    await ward.handles(way(ward))
    [told] = [values for values in ward.relay.of("sendMessage") if values.get("chat_id") == 7]
    assert told["text"] == t("team-closed-by-team")
    thread = ward.thread()
    assert thread
    assert thread.ended_at
    [card] = ward.relay.of("editMessageText")
    assert card["text"] == t("team-card-closed", name="Ana")
    assert len(ward.relay.of("closeForumTopic")) == 1
    ward.forgets()
    await ward.handles(way(ward))
    assert ward.relay.calls == [], "a second time changes nothing"


async def test_replies_after_the_end_are_not_passed_on_and_say_so(ward: Ward, t: Texts) -> None:
    await ward.opens()
    await ward.stage.presses(EndTalk().pack())
    ward.forgets()
    await ward.handles(ward.replies(text="One more thing"))
    assert ward.relay.of("copyMessage") == []
    assert ward.relay.texts() == [t("team-not-open", name="Ana")]


@pytest.mark.parametrize("chat", [PRIVATE, {**FORUM, "id": -100901}])
async def test_nobody_closes_from_elsewhere(ward: Ward, chat: dict[str, Any]) -> None:
    await ward.opens()
    await ward.stage.presses(CloseTalk(1).pack(), who=BEN, chat=chat)
    thread = ward.thread()
    assert thread
    assert thread.ended_at is None


async def test_a_topic_of_another_chat_means_nothing_in_this_one(ward: Ward) -> None:
    await ward.opens()
    ward.relay.chat_id = -100902
    await ward.stage.says("cat cow")
    await ward.stage.says("hello", who=BEN, chat={**FORUM, "id": -100902}, **TOPIC)
    assert ward.relay.of("copyMessage") == []


# Erasing


async def test_erasing_says_so_in_the_topic_and_closes_it(ward: Ward, t: Texts, now: datetime) -> None:
    await ward.opens(1)
    await ward.stage.presses(Erase(int(now.timestamp())).pack())
    assert set(ward.relay.texts()) == {t("team-erased")}
    assert ward.relay.of("editForumTopic")[0]["name"] == t.plain("team-topic-erased")
    assert len(ward.relay.of("closeForumTopic")) == 1
    assert ward.thread() is None


# A crash while it opens or ends


async def test_an_opening_that_was_cut_off_heads_the_topic_again(ward: Ward, t: Texts) -> None:
    pressed = {"id": "q1", "from": ANA, "chat_instance": "1", "data": TalkToTeam(1).pack()}
    taken = ward.arrives(callback_query={**pressed, "message": message(PRIVATE, text="card")})
    await ward.handles(taken)
    ward.forgets()
    await ward.handles(ward.again())
    assert shown(ward) == screens.open_(t)
    assert ward.relay.of("createForumTopic") == []
    assert t("team-card-no-plan") in ward.relay.of("editMessageText")[0]["text"]


async def test_an_end_that_was_cut_off_puts_the_topic_away_again(ward: Ward, t: Texts) -> None:
    await ward.opens(1)
    pressed = {"id": "q1", "from": ANA, "chat_instance": "1", "data": EndTalk().pack()}
    await ward.handles(ward.arrives(callback_query={**pressed, "message": message(PRIVATE, text="card")}))
    ward.forgets()
    await ward.handles(ward.again())
    assert shown(ward).text == t("team-closed")
    assert len(ward.relay.of("closeForumTopic")) == 1
