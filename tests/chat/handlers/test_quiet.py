"""Quiet hours as a person sets them, on a real database."""

from datetime import time

import pytest
from sqlmodel import Session

from bot.chat.actions import SetQuiet
from bot.chat.handlers import reminders as handlers
from bot.chat.screen import Reply, Screen
from bot.db.database import Database
from bot.db.tables import Person
from tests.chat.handlers.conftest import MakeTurn


def seen(reply: Reply) -> Screen:
    """Return the screen that a person sees."""
    assert isinstance(reply, Screen)
    return reply


@pytest.mark.parametrize("words", ["22:30 6:45", "22:30-6:45", "22.30 – 6.45"])
async def test_it_takes_quiet_hours_after_the_command(make_turn: MakeTurn, words: str) -> None:
    reply = seen(await handlers.quiet_page(make_turn(words)))
    assert "Quiet from <b>22:30</b> to 06:45" in reply.text


@pytest.mark.parametrize("words", ["late", "22 22", "22", "7 8 9", "25 7"])
async def test_it_says_so_when_it_cannot_read_quiet_hours(make_turn: MakeTurn, words: str) -> None:
    assert "could not read" in seen(await handlers.quiet_page(make_turn(words))).text


async def test_it_keeps_quiet_hours_of_a_button_and_gives_them_up_again(
    make_turn: MakeTurn, database: Database
) -> None:
    def kept(session: Session) -> tuple[time | None, time | None]:
        person = session.get_one(Person, 7)
        return person.quiet_from, person.quiet_until

    first = seen(await handlers.set_quiet(make_turn(), SetQuiet("2200", "0700")))
    assert first.toast == "Quiet from 22:00 to 07:00."
    assert database.call(kept) == (time(22), time(7))
    second = seen(await handlers.set_quiet(make_turn(), SetQuiet("0000", "0000")))
    assert second.toast == "No quiet hours any more."
    assert database.call(kept) == (None, None)
