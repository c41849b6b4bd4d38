"""What a button carries: a typed action on an old-fashioned wire of at most 64 bytes.

``v1:<code>:<value>:...`` holds ids and codes only, never positions in a list, so that a button of last year
still means what it meant. Codes and the order of fields are frozen by a test: add, never change.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from enum import Enum
from functools import cache
from typing import Any, ClassVar, Self, get_type_hints

VERSION = "v1"
LIMIT = 64
"""Bytes that Telegram allows in ``callback_data``."""

LARGEST = 2**63 - 1
"""No id is larger: a database cannot hold it."""


@dataclass(frozen=True)
class Action:
    """What a press asks for. Subclasses are frozen dataclasses with ``int``, ``str`` and enum fields."""

    code: ClassVar[str]

    def pack(self) -> str:
        """Return the wire form.

        :raises ValueError: when it is over 64 bytes or a value holds a colon, so that tests notice
        """
        values = [_written(getattr(self, name)) for name in _names(type(self))]  # type: ignore[arg-type]
        data = ":".join([VERSION, self.code, *values])
        if data.count(":") > len(values) + 1:
            raise ValueError(f"a value of {self} holds a colon")
        if len(data.encode()) > LIMIT:
            raise ValueError(f"{data} is over {LIMIT} bytes")
        return data

    @classmethod
    def unpack(cls, values: Iterable[str]) -> Self:
        """Read the values of the wire form in the order of the fields.

        :raises ValueError: when they are too many, too few or not of their types
        """
        pairs = zip(_fields(cls), values, strict=True)  # type: ignore[arg-type]
        return cls(*(_read(kind, value) for kind, value in pairs))


def unpack(data: str, actions: Mapping[str, type[Action]]) -> Action | None:
    """Return the action that ``data`` carries, None when it is from another version or makes no sense."""
    version, _, rest = data.partition(":")
    code, *values = rest.split(":")
    if version != VERSION or code not in actions:
        return None
    try:
        return actions[code].unpack(values)
    except ValueError:
        return None


def _written(value: Any) -> str:
    return str(value.value if isinstance(value, Enum) else value)


def _read(kind: Any, value: str) -> Any:
    read = kind(value)
    if isinstance(read, int) and abs(read) > LARGEST:
        raise ValueError("too large a number")
    return read


@cache  # a fact about each class (and classes do have a hash), dear to find out
def _names(cls: type[Action]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(cls))


@cache  # the same
def _fields(cls: type[Action]) -> tuple[Any, ...]:
    hints = get_type_hints(cls)
    return tuple(hints[field.name] for field in fields(cls))
