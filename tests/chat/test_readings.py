"""Meanings on buttons: there and back, and frozen like everything on the wire."""

from datetime import date, time
from typing import get_args

import pytest

from bot.chat import readings
from bot.domain.exercises import Place
from bot.domain.quiet import Quiet
from bot.domain.understanding import meanings as m

TIMES = m.Times(frozenset({0, 4}), (time(7, 30), time(18)))

# Buttons in old chats carry these. Add lines here; never change one that was released.
WIRE: dict[str, readings.Meaning] = {
    "pn,4,neck": m.Pain(4, frozenset({"neck"})),
    "sh,open-book": m.Show("open-book"),
    "fi,neck+upper-back.chair..0...1.0.3": m.Find(
        m.Wish(frozenset({"upper-back", "neck"}), frozenset({Place.CHAIR}), quiet=True, minutes=3)
    ),
    "op,streak": m.Open(m.Page.STREAK),
    "rd,small-doses-count": m.Read("small-doses-count"),
    "rd,": m.Read(),
    "fb,hard": m.Feedback(m.Feel.HARD),
    "an,1": m.Answer(yes=True),
    "st,open-book,": m.Start("open-book"),
    "st,,10": m.Start(minutes=10),
    "do,not-today": m.Do(m.Deed.NOT_TODAY),
    "la,20,,,": m.Later(20),
    "la,,20261122,0900,": m.Later(day=date(2026, 11, 22), at=time(9)),
    "la,,,,evening": m.Later(part=m.Part.EVENING),
    "pa,20261123,ill": m.Pause(date(2026, 11, 23), m.Reason.ILL),
    "ar,04.07301800..": m.AddReminder(TIMES),
    "ar,..morning+evening.2": m.AddReminder(m.Times(parts=(m.Part.MORNING, m.Part.EVENING), count=2)),
    "cr,.0800..,.0730..": m.ChangeReminder(m.Times(at=(time(8),)), m.Times(at=(time(7, 30),))),
    "dr,...,1": m.DeleteReminder(every=True),
    "qh,2200.0700,0": m.QuietHours(Quiet(time(22), time(7))),
    "qh,,1": m.QuietHours(off=True),
    "am,open-book": m.AddMove("open-book"),
    "dm,open-book": m.DropMove("open-book"),
    "sm,push-up,open-book": m.SwapMove("push-up", "open-book"),
    "ad,easier,open-book": m.Adjust(m.How.EASIER, "open-book"),
    "sl,es": m.SetLanguage("es"),
    "sz,Europe/Madrid": m.SetZone("Europe/Madrid"),
    "pi,1": m.Pictures(still=True),
}


@pytest.mark.parametrize(("wire", "meaning"), WIRE.items(), ids=list(WIRE))
def test_a_reading_is_frozen_and_comes_back(wire: str, meaning: readings.Meaning) -> None:
    assert readings.write(meaning) == wire
    assert readings.read(wire) == meaning


def test_every_kind_is_in_the_frozen_table() -> None:
    kinds = {type(meaning) for meaning in WIRE.values()}
    assert kinds == {*get_args(m.Looking), *get_args(m.Doing)} - {m.Alarmed}
    assert kinds == set(readings.CODES.values())


@pytest.mark.parametrize(
    "odd",
    ["", "x", "sh", "sh,a,b", "ar,7.0730..", "ar,.2530..", "qh,2200.2200,0", "do,dance", "pi,2", "la,x,,,"],
)
def test_what_makes_no_sense_is_nothing(odd: str) -> None:
    assert readings.read(odd) is None


def test_what_is_too_long_for_a_button_is_not_written() -> None:
    hours = tuple(time(hour) for hour in range(20))
    assert readings.write(m.AddReminder(m.Times(at=hours[:8], weekdays=m.EVERY_DAY))) is not None
    assert readings.write(m.AddReminder(m.Times(at=hours))) is None
