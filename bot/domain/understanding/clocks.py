"""Reading one clock time from pieces: "7:30 pm", "half past seven", "ocho menos cuarto", "noon"."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time
from typing import Final

from bot.domain.understanding.lexicon import CLOCK, NUMBER, Piece

Pieces = Sequence[Piece]

_DAYTIME: Final = {
    "am": {hour: hour % 12 for hour in range(1, 13)},
    "pm": {hour: hour % 12 + 12 for hour in range(1, 13)},
    "dawn": {**{hour: hour for hour in range(7)}, 12: 0},
    "morning": {hour: hour for hour in range(1, 12)},
    "afternoon": {12: 12, **{hour: hour + 12 for hour in range(1, 10)},
                  **{hour: hour for hour in range(13, 21)}},
    "evening": {**{hour: hour + 12 for hour in range(4, 12)}, **{hour: hour for hour in range(16, 24)}},
    "night": {12: 0, 0: 0, **{hour: hour for hour in range(1, 4)},
              **{hour: hour + 12 for hour in range(6, 12)},
              **{hour: hour for hour in range(18, 24)}},
}  # fmt: skip
"""What the hour on the clock is, by the half or part of the day that was said with it."""


@dataclass(frozen=True)
class Clock:
    """A clock time as it was said.

    :param half: ``am``, ``pm`` or a part of the day that goes with it
    :param exact: whether it was said as people do with 24 hours: 07:30, 18:00, or noon
    :param bare: whether it was a number alone, which might count something else
    :param end: the piece behind it
    """

    hour: int
    minute: int
    start: int
    end: int
    half: str | None = None
    exact: bool = False
    bare: bool = False
    doubtful: bool = False  # "7 y 20" may be 7:20, or 7:00 and 20:00

    def options(self) -> tuple[time, ...]:
        """Return what it may be: one time, morning and evening, or nothing where it makes no sense."""
        if self.half:
            hour = _DAYTIME[self.half].get(self.hour)
            return () if hour is None else (time(hour, self.minute),)
        if self.exact or self.hour >= 12 or self.hour == 0:
            return (time(self.hour, self.minute),)
        return (time(self.hour, self.minute), time(self.hour + 12, self.minute))

    @property
    def by_24_hours(self) -> bool:
        """Return whether it shows that the person counts to 24."""
        return self.half is None and (self.exact or self.hour >= 13 or self.hour == 0)


def number(pieces: Pieces, at: int, *, ordinal: bool = False) -> tuple[int, int] | None:
    """Return a number from 0 up and the piece behind it: "7", "seven", "twenty five", "treinta y cinco".

    :param ordinal: whether "second" and "twenty fifth" are numbers, too: they are no times
    """
    tens = _value(pieces, at, ordinal=ordinal)
    if tens is None:
        return None
    if tens in {20, 30, 40, 50} and _spelled(pieces[at]):
        and_ = 1 if has(pieces, at + 1, "plus") else 0
        ones = _value(pieces, at + 1 + and_, ordinal=ordinal)
        if ones is not None and 1 <= ones <= 9 and _spelled(pieces[at + 1 + and_]):
            return tens + ones, at + 2 + and_
    return tens, at + 1


def clock(pieces: Pieces, at: int, *, span: bool = False) -> Clock | None:
    """Return the clock time that begins at a piece; None where none does.

    :param span: whether it stands in a span, where "9 to 5" is no time but two
    """
    start, at = at, at + 1 if has(pieces, at, "at") else at
    found = _written(pieces, at) or (None if span else _fraction_first(pieces, at))
    found = found or _hour_first(pieces, at, span=span)
    if found is None or found.hour > 23 or found.minute > 59:
        return None
    return _with_half(pieces, found, start, marked=start != at)


def _with_half(pieces: Pieces, found: Clock, start: int, *, marked: bool) -> Clock | None:
    """Add what may stand behind a time: "o'clock", "pm"."""
    end, half, marked = found.end, None, marked or not found.bare
    while has(pieces, end, "oclock", "half-day"):
        if has(pieces, end, "half-day"):
            half = str(pieces[end].values("half-day")[0])
        marked, end = True, end + 1
    if half and found.exact:
        half = None if found.hour >= 12 or half == "am" else half  # "07:30 pm" is the evening
    exact = found.exact and half is None
    return Clock(found.hour, found.minute, start, end, half, exact, not marked, found.doubtful)


def _written(pieces: Pieces, at: int) -> Clock | None:
    """Return ``7:30``, ``0730``, noon or midnight."""
    if not has(pieces, at, CLOCK, NUMBER):
        return None
    minutes, word = pieces[at].number(CLOCK), pieces[at].words[0]
    if minutes is not None:
        exact = word[0] == "0" or not word[0].isdecimal()
        return Clock(*divmod(minutes, 60), at, at + 1, exact=exact)
    if len(word) == 4 and word.isdecimal() and not word.startswith("202"):
        return Clock(int(word[:2]), int(word[2:]), at, at + 1, exact=True)
    if len(word) == 3 and word.isdecimal() and has(pieces, at + 1, "half-day"):
        return Clock(int(word[0]), int(word[1:]), at, at + 1)  # 730 am
    return None


def _fraction_first(pieces: Pieces, at: int) -> Clock | None:
    """Return "half past seven", "quarter to nine", "ten past eight", "cuarto para las ocho"."""
    minutes, after = _fraction(pieces, at)
    spoken = has(pieces, at, "half", "quarter") or has(pieces, after - 1, "minute")
    if minutes is None or not (spoken or minutes in {5, 10, 15, 20, 25}):
        return None  # "9 to 5" is no time
    named = has(pieces, at - 1, "at") and has(pieces, at - 2, "from", "of-the")
    if named or has(pieces, at - 1, "of-the"):
        return None  # "el de las 10 para las 11": from one to the other
    if has(pieces, after, "past", "before"):
        sign = 1 if has(pieces, after, "past") else -1
        after += 1
    elif minutes == 30 and has(pieces, at, "half"):
        sign = 1  # "half seven"
    else:
        return None
    after += 1 if has(pieces, after, "at") else 0
    found = number(pieces, after)
    hour, end = found or _noon(pieces, after)
    if has(pieces, end, "minute"):
        return None  # "10 to 15 minutes"
    latest = (
        23 if has(pieces, at, "half", "quarter") or sign > 0 else 12
    )  # "las 20 para las 22" are two hours
    return _shifted(hour, sign * minutes, at, end) if 0 < hour <= latest else None


def _noon(pieces: Pieces, at: int) -> tuple[int, int]:
    minutes = pieces[at].number(CLOCK) if at < len(pieces) else None
    return (minutes // 60 or 12, at + 1) if minutes in {0, 720} else (0, at)


def _hour_first(pieces: Pieces, at: int, *, span: bool) -> Clock | None:
    """Return "seven", "seven thirty", "siete y media", "ocho menos cuarto"."""
    hour = _value(pieces, at)
    if hour is None or hour > 23:
        return None
    if has(pieces, at + 1, "plus", "minus") and (not span or has(pieces, at + 2, "half", "quarter")):
        minutes, after = _fraction(pieces, at + 2)
        if minutes is not None and (minutes > 4 or has(pieces, at + 1, "minus")):
            return _joined(pieces, at, hour, minutes, after)
    minute = number(pieces, at + 1)
    if minute and 10 <= minute[0] <= 59 and pieces[at].end == pieces[at + 1].start and hour > 0:
        marked = has(pieces, minute[1], "half-day", "oclock", "part")
        if _spelled(pieces[at + 1]) or minute[0] > 23 or marked:
            return Clock(hour, minute[0], at, minute[1])
        if minute[0] % 5 == 0:
            return Clock(hour, minute[0], at, minute[1], doubtful=True)
    exact = pieces[at].words[0] == f"0{hour}"
    return Clock(hour, 0, at, at + 1, bare=True, exact=exact)


def _joined(pieces: Pieces, at: int, hour: int, minutes: int, after: int) -> Clock:
    """Return the hour and what was said to be added or taken: "7 y 20" might also be two times."""
    if has(pieces, at + 1, "minus"):
        return _shifted(hour, -minutes, at, after)
    maybe_two = pieces[at + 2].words[0].isdecimal() and minutes <= 23
    if maybe_two and minutes % 5:
        return Clock(hour, 0, at, at + 1, bare=True)  # "7 y 9" are two times
    return Clock(hour, minutes, at, after, doubtful=maybe_two and not has(pieces, after, "half-day", "part"))


def _shifted(hour: int, minutes: int, start: int, end: int) -> Clock:
    """Return an hour and some minutes, which may be before it: a quarter to one is 12:45."""
    total = hour * 60 + minutes
    back, minute = divmod(total, 60)
    return Clock(back or 12, minute, start, end)


def _fraction(pieces: Pieces, at: int) -> tuple[int | None, int]:
    """Return minutes: a half, a quarter, or a number, and the piece behind."""
    if has(pieces, at, "half", "quarter"):
        return (30 if has(pieces, at, "half") else 15), at + 1
    found = number(pieces, at)
    if found is None or not 1 <= found[0] <= 59:
        return None, at
    return found[0], found[1] + (1 if has(pieces, found[1], "minute") else 0)


def _value(pieces: Pieces, at: int, *, ordinal: bool = False) -> int | None:
    if not 0 <= at < len(pieces) or (pieces[at].has("ordinal") and not ordinal):
        return None
    return pieces[at].number(NUMBER)


def has(pieces: Pieces, at: int, *names: str) -> bool:
    """Return whether a piece may stand for one of these concepts; no where there is no piece."""
    return 0 <= at < len(pieces) and pieces[at].has(*names)


def _spelled(piece: Piece) -> bool:
    return piece.words[0].isalpha()
