"""Meanings as a button can carry them: a code, then the fields in their order, as short as they go.

Like everything on the wire they are frozen by a test: add, never change.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from enum import Enum
from functools import cache
from types import NoneType
from typing import Any, Final, TypeAlias, get_args, get_origin, get_type_hints

from bot.chat.buttons import LIMIT
from bot.domain.understanding import meanings as m

Meaning: TypeAlias = m.Looking | m.Doing

CODES: Final[Mapping[str, type[Any]]] = {
    "pn": m.Pain,
    "sh": m.Show,
    "fi": m.Find,
    "op": m.Open,
    "rd": m.Read,
    "fb": m.Feedback,
    "an": m.Answer,
    "st": m.Start,
    "do": m.Do,
    "la": m.Later,
    "pa": m.Pause,
    "ar": m.AddReminder,
    "cr": m.ChangeReminder,
    "dr": m.DeleteReminder,
    "qh": m.QuietHours,
    "am": m.AddMove,
    "dm": m.DropMove,
    "sm": m.SwapMove,
    "ad": m.Adjust,
    "sl": m.SetLanguage,
    "sz": m.SetZone,
    "pi": m.Pictures,
}
ROOM: Final = LIMIT - len("v1:ym:")
"""Bytes that a button has for a reading."""


def write(meaning: Meaning) -> str | None:
    """Return a meaning for a button; None where it is too long for one, or of a kind that has no code."""
    code = next((code for code, kind in CODES.items() if kind is type(meaning)), None)
    if code is None:
        return None
    text = ",".join([code, *(_written(getattr(meaning, field.name)) for field in fields(meaning))])
    return text if len(text.encode()) <= ROOM and ":" not in text else None


def read(text: str) -> Meaning | None:
    """Return the meaning that a button carries; None when it makes no sense."""
    code, *values = text.split(",")
    try:
        return _checked(_made(CODES[code], values))
    except (ValueError, KeyError):
        return None


def _checked(meaning: Any) -> Meaning:
    """Return a meaning whose weekdays exist.

    :raises ValueError: when somebody has made a button of their own
    """
    for field in fields(meaning):
        value = getattr(meaning, field.name)
        if isinstance(value, m.Times) and not (value.weekdays or frozenset()) <= m.EVERY_DAY:
            raise ValueError("there is no such weekday")
    return meaning  # type: ignore[no-any-return]


def _written(value: Any) -> str:
    if isinstance(value, frozenset | tuple):
        return _several([_written(one) for one in (sorted(value) if isinstance(value, frozenset) else value)])
    if is_dataclass(value):
        return ".".join(_written(getattr(value, field.name)) for field in fields(value))
    return next((written(value) for kind, written in _WRITTEN.items() if isinstance(value, kind)), str(value))


_WRITTEN: Final[Mapping[type, Callable[[Any], str]]] = {
    NoneType: lambda _: "",
    bool: lambda value: str(int(value)),
    time: lambda value: value.strftime("%H%M"),
    date: lambda value: value.strftime("%Y%m%d"),
    Enum: lambda value: str(value.value),
}


def _several(values: list[str]) -> str:
    """Return several values as one; numbers of weekdays and times have a fixed width and need no mark."""
    return ("" if all(value.isdigit() for value in values) else "+").join(values)


def _made(kind: type[Any], values: list[str]) -> Any:
    pairs = zip(_hints(kind), values, strict=True)  # type: ignore[arg-type]
    return kind(*(_read(hint, value) for hint, value in pairs))


def _read(hint: Any, text: str) -> Any:
    options = get_args(hint)
    if NoneType in options:
        return None if text == "" else _read(next(one for one in options if one is not NoneType), text)
    if get_origin(hint) in {frozenset, tuple}:
        return get_origin(hint)(_read(options[0], part) for part in _parts(options[0], text))
    return _read_one(hint, text)


def _read_one(hint: Any, text: str) -> Any:
    if is_dataclass(hint):
        return _made(hint, text.split("."))  # type: ignore[arg-type]
    if hint is bool:
        return {"0": False, "1": True}[text]
    if hint is time:
        return datetime.strptime(text, "%H%M").time()  # noqa: DTZ007 - a clock on the wall has no zone
    if hint is date:
        return datetime.strptime(text, "%Y%m%d").date()  # noqa: DTZ007 - nor has a calendar
    return hint(text)


def _parts(hint: Any, text: str) -> list[str]:
    width = {int: 1, time: 4}.get(hint)
    if width:
        return [text[at : at + width] for at in range(0, len(text), width)]
    return text.split("+") if text else []


@cache  # a fact about each class, dear to find out
def _hints(kind: type[Any]) -> tuple[Any, ...]:
    hints = get_type_hints(kind)
    return tuple(hints[field.name] for field in fields(kind))
