"""Plain words: looks are shown at once, changes are asked first, and a yes does them once."""

from datetime import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from sqlmodel import Session
from structlog.testing import capture_logs

from bot.chat import actions as a
from bot.chat.handlers import agreed, asking, reminders, said, sessions
from bot.chat.routes import PRESSES
from bot.chat.screen import Screen, Toast
from bot.chat.turn import Turn
from bot.db.database import Database
from bot.db.tables import Person, RoutineEntry
from bot.domain.quiet import Quiet
from bot.domain.understanding import meanings as m
from bot.domain.understanding.nights import Since
from bot.services.routines import MOST
from tests.chat.handlers.begun import today
from tests.chat.handlers.conftest import MakeTurn
from tests.chat.handlers.saying import ana, everything, seen, yes
from tests.chat.screens.limits import check
from tests.chat.stage import ANA, Stage

__all__ = ["ana"]

CORPUS = Path(__file__).parents[2] / "corpus"

LOOKS = {
    "show me cat cow": "Seated Cat Cow",
    "what is in my routine": "My routine",
    "my streak": "Your week",
    "show my progress": "Your progress",
    "why did my streak end": "How your days count",
    "how often should i stretch": "Small doses count",
    "is it safe": "When to see a doctor",
    "what do you store about me": "What I keep about you",
    "who made you": "What this is",
    "what can you do": "What I can do",
    "hello": "Hi Ana",
    "thanks": "You are welcome",
    "bye": "See you",
    "yes": "only from a button",
    "no": "Nothing has changed",
    "it was too hard": "Thank you for saying so",
    "it was too easy": "Good to hear",
    "i have 10 minutes": "For 10 minutes",
    "begin": "How is your back right now?",
    "quiet exercises": "Exercises: quiet",
    "exercises": "Exercises",
    "delete everything about me": "Erase everything?",
    "qwer asdf": "That I did not understand",
    "make it shorter": "My routine",
    "make cat cow easier": "Seated Cat Cow",
    "another language": "Which language",
}

WISHES = {
    "remind me on weekdays at 8am": "Reminder: weekdays, 08:00",
    "remind me twice a day": "Reminder: every day, 09:00 and 18:00",
    "remind me in the evening": "Reminder: every day, 19:00",
    "remind me in 20 minutes": "Remind me once: Mon, 2 Mar, 10:20",
    "remind me tomorrow at 9am": "Remind me once: Tue, 3 Mar, 09:00",
    "pause for a week": "Pause until Sun, 8 Mar, included",
    "quiet hours from 10pm to 7am": "Quiet hours 22:00 – 07:00",
    "no quiet hours": "No quiet hours",
    "add open book to my routine": "Into my routine: Open Book",
    "take cat cow out of my routine": "Out of my routine: Seated Cat Cow",
    "swap cat cow for open book": "Open Book instead of Seated Cat Cow",
    "move my morning reminder to 9am": "07:30 becomes 09:00",
    "delete all my reminders": "Delete all reminders",
    "still pictures": "Still pictures",
    "i did it already": "I did it today",
    "not today": "Not today",
    "send me all my data": "Get all my data",
    "start cat cow": "Begin: Seated Cat Cow",
}


NOTHING_NEW = {"no quiet hours", "send me all my data"}
"""Wishes of which Ana has nothing to change."""


async def test_looks_are_shown_at_once_and_change_nothing(ana: MakeTurn, database: Database) -> None:
    before, turn = everything(database), ana()
    for text, shown in LOOKS.items():
        screen = await seen(said.typed(ana(text, house=turn.house)))
        assert shown in screen.text, text
    assert everything(database) == before


async def test_what_would_change_something_is_asked_first(ana: MakeTurn, database: Database) -> None:
    before, turn = everything(database), ana()
    for text, understood in WISHES.items():
        screen = await seen(said.typed(ana(text, house=turn.house)))
        assert screen.text.startswith(f"I understood: <b>{understood}</b>"), text
        assert a.Leave() in [key.action for row in screen.keys for key in row], text
    assert everything(database) == before


async def test_no_changes_nothing(ana: MakeTurn, database: Database) -> None:
    before = everything(database)
    assert "Nothing has changed" in (await seen(said.leave(ana(), a.Leave()))).text
    assert everything(database) == before


@pytest.mark.parametrize("text", [text for text, wish in WISHES.items() if not wish.startswith("Begin")])
async def test_yes_does_it_once(ana: MakeTurn, database: Database, text: str) -> None:
    """Pressed again, by a thumb or after a crash, it does nothing more."""
    action = yes(await seen(said.typed(ana(text))))
    before = everything(database)
    await PRESSES[type(action)](ana(), action)
    after = everything(database)
    assert (after == before) == (text in NOTHING_NEW)
    await PRESSES[type(action)](ana(), action)
    assert everything(database) == after


# Doubts


async def test_what_was_not_understood_is_named_above_the_card(ana: MakeTurn) -> None:
    screen = await seen(said.typed(ana("pause until monday flurb <b>")))
    assert "I did not understand “flurb" in screen.text
    assert "<b>”" not in screen.text
    assert isinstance(yes(screen), a.Agreed)


async def test_a_rhythm_that_cannot_be_kept_is_said_so(ana: MakeTurn) -> None:
    screen = await seen(said.typed(ana("remind me every other day at 8am")))
    assert "not every other day" in screen.text
    assert {type(row[0].action) for row in screen.keys[:-1]} == {a.Meant}


@pytest.mark.parametrize("odd", ["gone", "ar,9.0700..", ""])
async def test_a_reading_that_makes_no_sense_changes_nothing(
    ana: MakeTurn, database: Database, odd: str
) -> None:
    before = everything(database)
    for reply in (
        await said.meant(ana(), a.Meant(odd)),
        await agreed.agreed(ana(), a.Agreed(odd)),
        await agreed.change_to(ana(), a.ChangeTo(1, odd)),
        await agreed.reshape(ana(), a.Reshape(odd)),
    ):
        assert isinstance(reply, Toast)
    assert everything(database) == before


# Pain


async def test_pain_without_a_session_offers_to_begin_with_it(ana: MakeTurn) -> None:
    screen = await seen(said.typed(ana("my neck hurts 4")))
    assert "You said 4 of 10" in screen.text
    assert yes(screen) == a.Begin("today", 4)
    assert a.Go(a.Page.SAFETY) in [key.action for row in screen.keys for key in row]


@pytest.mark.parametrize(
    ("score", "begins"), [(2, "Begin, 2 of 10"), (5, "Begin gently, 5 of 10"), (8, "Breathe with me")]
)
async def test_what_can_be_begun_follows_from_the_pain(ana: MakeTurn, score: int, begins: str) -> None:
    assert (await seen(said.typed(ana(f"it hurts {score}")))).keys[0][0].label == begins


async def test_pain_in_a_session_is_about_its_exercise(ana: MakeTurn) -> None:
    card = await today(ana())
    assert isinstance(card, Screen)
    assert isinstance(yes(await seen(said.typed(ana("it hurts")))), a.Hurts)
    scored = yes(await seen(said.typed(ana("it hurts 6"))))
    assert isinstance(scored, a.HurtsScore)
    assert scored.score == 6


# Stop, undo, go on


async def test_stop_asks_what_shall_stop_while_a_session_runs(ana: MakeTurn) -> None:
    await today(ana())
    screen = await seen(said.typed(ana("stop please")))
    assert isinstance(yes(screen), a.PressCard)
    assert screen.keys[1][0].action == a.Go(a.Page.PAUSE)


async def test_undo_offers_what_can_be_taken_back(ana: MakeTurn, database: Database) -> None:
    await agreed.agreed(ana(), a.Agreed("dm,seated-cat-cow"))
    person = database.call(lambda session: session.get_one(Person, 7))
    assert yes(await seen(said.typed(ana("undo", who=person)))) == a.PutBack()


async def test_resume_ends_a_pause(ana: MakeTurn) -> None:
    await reminders.pause_for(ana(), a.PauseFor(3))
    assert yes(await seen(said.typed(ana("resume")))) == a.PauseFor(0)


async def test_resume_without_a_pause_goes_on_with_the_session(ana: MakeTurn) -> None:
    await today(ana())
    assert (await seen(said.typed(ana("resume")))).text == (await seen(sessions.today(ana()))).text


async def test_whoever_is_ill_is_asked_for_how_long(ana: MakeTurn) -> None:
    screen = await seen(said.typed(ana("i am ill")))
    assert a.SayIll(7) in [key.action for row in screen.keys for key in row]


# The routine


async def test_what_is_not_in_the_routine_cannot_be_taken_out(ana: MakeTurn) -> None:
    screen = await seen(said.typed(ana("take push up out of my routine")))
    assert "is not in your routine" in screen.text


async def test_a_full_routine_says_so(ana: MakeTurn, database: Database) -> None:
    def fill(session: Session) -> None:
        for position in range(MOST):
            line: dict[str, Any] = {"exercise": "x", "variation": "y", "dose": {"sets": 1}}
            session.add(RoutineEntry(person_id=7, position=50 + position, **line))

    database.call(fill)
    screen = await seen(agreed.agreed(ana(), a.Agreed("am,open-book")))
    assert screen.toast
    assert "full" in screen.toast


# Days


async def test_a_day_long_past_is_not_let_go(ana: MakeTurn, database: Database) -> None:
    before = everything(database)
    assert isinstance(await agreed.let_go(ana(), a.LetGo("20260220")), Toast)
    assert everything(database) == before


async def test_after_a_crash_the_place_is_shown_where_it_was_done(ana: MakeTurn) -> None:
    turn: Turn = ana()
    assert await agreed.again(turn, a.Agreed("ar,.0800..")) == await reminders.page(turn)


async def test_quiet_hours_as_they_were_said(ana: MakeTurn) -> None:
    screen = await seen(asking.ASKING[m.QuietHours](ana(), m.QuietHours(Quiet(time(22), time(7)))))
    assert yes(screen) == a.SetQuiet("2200", "0700")


async def test_quiet_hours_with_one_end_keep_the_other_one(ana: MakeTurn, person: Person) -> None:
    has = person.model_copy(update={"quiet_from": time(23), "quiet_until": time(8)})
    screen = await seen(asking.ASKING[m.QuietHours](ana(who=has), m.QuietHours(Since(time(22), time(7)))))
    assert yes(screen) == a.SetQuiet("2200", "0800")


# Whatever people type

PHRASES = [
    entry["say"]
    for language in ("en", "es")
    for entry in yaml.safe_load((CORPUS / f"{language}.yaml").read_text(encoding="utf-8"))["meanings"][::9]
]


async def test_nothing_that_people_type_changes_anything(stage: Stage, database: Database) -> None:
    """Each gets an answer that Telegram takes, in either language; only a warning sign is noted."""
    await stage.says("hello")
    before = everything(database)
    for number, text in enumerate(PHRASES):
        stage.door.shown.clear()
        with capture_logs() as logs:
            await stage.says(text, who={**ANA, "language_code": ("en", "es")[number % 2]})
        assert not logs, text
        check(stage.screen)
    stage.door.shown.clear()
    await stage.says("hello")
    assert everything(database) == before
