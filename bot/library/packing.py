"""Values of the rules as bytes and back: dataclasses and enums of `bot.domain`, however they are joined."""

import marshal
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from importlib import import_module
from typing import Any, Final

RULES: Final = "bot.domain."
"""Only what is defined here is made again from bytes."""

_PLAIN: Final = (str, int, float, bool, type(None))
_SAME, _OBJECT, _CHOICE, _TUPLE, _SET, _MAPPING = range(6)


def pack(value: object) -> bytes:
    """Return ``value`` as bytes that this version of Python can read.

    :raises TypeError: for what is neither plain, nor defined by the rules, nor a tuple, frozenset, mapping
    """
    return marshal.dumps(_flat(value))


def unpack(data: bytes) -> Any:
    """Return what was packed. The bytes must be known to be whole: see :func:`marshal.loads`."""
    return _Maker().made(marshal.loads(data))  # noqa: S302 - their digest was compared


def _flat(value: object) -> tuple[Any, ...]:
    """Return a value as a tag and plain values; what is plain all through needs no walk to be read again."""
    kind = type(value)
    if kind in _PLAIN:
        return (_SAME, value)
    if isinstance(value, Enum):
        return (_CHOICE, _name(kind), value.value)
    if is_dataclass(value):
        parts = [_flat(getattr(value, field.name)) for field in fields(value)]
        return (_OBJECT, _name(kind), *parts)
    if isinstance(value, Mapping):
        keys, values = [_flat(key) for key in value], [_flat(one) for one in value.values()]
        return _joined(_MAPPING, dict(value), (*keys, *values))
    if kind in (tuple, frozenset):
        return _joined(_TUPLE if kind is tuple else _SET, value, tuple(map(_flat, value)))  # type: ignore[call-overload]
    raise TypeError(f"{kind} cannot be packed")


def _joined(tag: int, value: object, parts: tuple[tuple[Any, ...], ...]) -> tuple[Any, ...]:
    return (_SAME, value) if all(part[0] == _SAME for part in parts) else (tag, *parts)


def _name(kind: type) -> str:
    if not kind.__module__.startswith(RULES):
        raise TypeError(f"{kind} is not defined by the rules")
    return f"{kind.__module__}:{kind.__qualname__}"


class _Maker:
    """Makes values again; finds each class once."""

    def __init__(self) -> None:
        self._kinds: dict[str, Any] = {}

    def made(self, flat: tuple[Any, ...]) -> Any:
        tag = flat[0]
        if tag == _SAME:
            return flat[1]
        if tag == _CHOICE:
            return self._kind(flat[1])(flat[2])
        if tag == _OBJECT:
            return self._kind(flat[1])(*map(self.made, flat[2:]))
        values = map(self.made, flat[1:])
        if tag == _MAPPING:
            both = list(values)
            half = len(both) // 2
            return dict(zip(both[:half], both[half:], strict=True))
        return tuple(values) if tag == _TUPLE else frozenset(values)

    def _kind(self, name: str) -> Any:
        if name not in self._kinds:
            module, _, own = name.partition(":")
            self._kinds[name] = getattr(import_module(module), own)
        return self._kinds[name]
