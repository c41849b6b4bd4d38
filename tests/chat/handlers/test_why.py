"""The ledger in the chat: each day with its reason, put right by a tap, an end explained and never blamed."""

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta

import pytest

from bot.chat.actions import LookDays, MendDay
from bot.chat.handlers import why as handlers
from bot.chat.screen import Reply, Screen, Toast
from bot.db.database import Database
from bot.db.tables import DayMark, Person
from bot.domain.streak import Mark
from tests.chat.handlers.conftest import MakeTurn
from tests.chat.screens.limits import actions, check, plain

TODAY = date(2026, 3, 2)


def shown(reply: Reply) -> Screen:
    """Return the reply, which must be a screen that Telegram takes."""
    assert isinstance(reply, Screen)
    check(reply)
    return reply


def came(database: Database, days: int, practised: Iterable[int], now: datetime) -> None:
    """Let Ana have come some days ago and have practised on some of them (days ago)."""

    def make(session: object) -> None:
        session.get_one(Person, 7).first_day = TODAY - timedelta(days=days)  # type: ignore[attr-defined]
        for ago in practised:
            mark = DayMark(person_id=7, day=TODAY - timedelta(days=ago), mark=Mark.DONE, at=now)
            session.add(mark)  # type: ignore[attr-defined]

    database.call(make)


async def test_every_day_is_told_with_its_reason(
    make_turn: MakeTurn, database: Database, now: datetime
) -> None:
    came(database, 5, [4], now)
    screen = shown(await handlers.page(make_turn()))
    lines = [line for line in plain(screen).splitlines() if " · " in line]
    assert len(lines) == 6
    assert lines[0] == "· Mon, 2 Mar · still open"
    assert lines[4] == "✅ Thu, 26 Feb · done"


async def test_older_days_are_a_page_away(make_turn: MakeTurn, database: Database, now: datetime) -> None:
    came(database, 29, [], now)
    turn = make_turn()
    first = shown(await handlers.page(turn))
    assert LookDays(1) in actions(first)
    last = shown(await handlers.look(turn, LookDays(2)))
    assert "Sun, 1 Feb" in plain(last)
    assert [one for one in actions(last) if isinstance(one, LookDays)] == [LookDays(1)]
    assert shown(await handlers.look(turn, LookDays(99))) == last
    assert shown(await handlers.look(turn, LookDays(-1))) == first
    pages = [plain(shown(await handlers.look(turn, LookDays(n)))) for n in range(3)]
    lines = [line for page in pages for line in page.splitlines() if re.match(r"\S+ \w+, \d+ \w+ · ", line)]
    assert len(set(lines)) == len(lines) == 30


async def test_one_tap_says_i_did_it_and_one_takes_it_back(make_turn: MakeTurn) -> None:
    turn = make_turn()
    before = shown(await handlers.page(turn))
    assert MendDay("20260302", 1) in actions(before)
    after = shown(await handlers.mend(turn, MendDay("20260302", 1)))
    assert "✅ Mon, 2 Mar · done, as you said" in plain(after)
    assert after.toast == turn.t.plain("week-marked")
    assert MendDay("20260302", 0) in actions(after)
    back = shown(await handlers.mend(turn, MendDay("20260302", 0)))
    assert back == before.saying(turn.t.plain("ledger-taken-back"))


async def test_what_a_session_noted_is_not_taken_back(
    make_turn: MakeTurn, database: Database, now: datetime
) -> None:
    came(database, 3, [0], now)
    turn = make_turn()
    before = shown(await handlers.page(turn))
    assert not any(isinstance(one, MendDay) and one.day == "20260302" for one in actions(before))
    assert "✅ Mon, 2 Mar · done" in plain(shown(await handlers.mend(turn, MendDay("20260302", 0))))


@pytest.mark.parametrize("day", ["20260227", "20260303", "20250101"])
async def test_days_further_away_stay_as_they_are(make_turn: MakeTurn, day: str) -> None:
    turn = make_turn()
    assert await handlers.mend(turn, MendDay(day, 1)) == Toast(turn.t.plain("week-too-old"), alert=True)


async def test_an_ended_row_is_explained_in_one_sentence(
    make_turn: MakeTurn, database: Database, now: datetime
) -> None:
    """A full week, then one with its two rest passes used and nothing on the third day."""
    came(database, 14, [14, 13, 12, 11, 10, 9, 8], now)
    said = plain(shown(await handlers.page(make_turn())))
    assert "Your row of 7 days ended on Wed, 25 Feb" in said
    assert "stay yours" in said


async def test_nothing_is_explained_that_did_not_end(make_turn: MakeTurn) -> None:
    assert "ended" not in plain(shown(await handlers.page(make_turn())))


async def test_what_a_rest_pass_is_stands_on_every_page(make_turn: MakeTurn) -> None:
    assert "rest pass" in plain(shown(await handlers.look(make_turn(), LookDays(1))))
