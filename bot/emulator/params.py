"""The parameters of a call, whichever way they came."""

import json
from dataclasses import dataclass
from typing import Any

from .errors import bad


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with the call."""

    data: bytes
    name: str
    mime: str


class Params:
    """Reads values as the Bot API server does: everything is text, JSON where a structure is expected.

    A JSON body brings real numbers and objects; they count as if they had been text.
    """

    def __init__(self, values: dict[str, Any], files: dict[str, Upload] | None = None) -> None:
        self.values = values
        self.files = files or {}

    def has(self, name: str) -> bool:
        """Whether something other than nothing was given."""
        return self.values.get(name) not in (None, "")

    def text(self, name: str, default: str = "") -> str:
        """The value as text."""
        value = self.values.get(name)
        if value is None:
            return default
        if isinstance(value, str):
            return value
        if isinstance(value, bool):
            return "true" if value else "false"
        return str(value) if isinstance(value, int | float) else json.dumps(value)

    def integer(self, name: str, default: int = 0) -> int:
        """The value as a whole number; nonsense counts as nothing, as in the Bot API server."""
        try:
            return int(self.values[name])
        except (KeyError, TypeError, ValueError):
            return default

    def number(self, name: str, what: str) -> float:
        """The value as a float; ``what`` names it when it is missing or nonsense."""
        try:
            return float(self.values[name])
        except (KeyError, TypeError, ValueError) as problem:
            raise bad(f"{what} is empty" if not self.has(name) else f"{what} must be a number") from problem

    def flag(self, name: str) -> bool:
        """True for true, yes and 1."""
        return self.text(name).lower() in ("true", "yes", "1")

    def json(self, name: str, what: str = "") -> Any:
        """The decoded value, None when it is missing; ``what`` names it in the refusal."""
        value = self.values.get(name)
        if value is None or value == "":
            return None
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value)
        except ValueError as problem:
            raise bad(f"can't parse {what or name} JSON object") from problem

    def object(self, name: str, what: str = "") -> dict[str, Any] | None:
        """Like ``json``, for an object."""
        value = self.json(name, what)
        if value is not None and not isinstance(value, dict):
            raise bad(f"object expected as {what or name}")
        return value

    def array(self, name: str, what: str = "") -> list[Any] | None:
        """Like ``json``, for an array."""
        value = self.json(name, what)
        if value is not None and not isinstance(value, list):
            raise bad(f"expected an Array of {what or name}")
        return value

    def integers(self, name: str, what: str) -> list[int]:
        """Like ``array``, of whole numbers; empty when missing."""
        try:
            return [int(item) for item in self.array(name, what) or []]
        except (TypeError, ValueError) as problem:
            raise bad(f"expected an Array of {what}") from problem

    def objects(self, name: str, what: str) -> list[dict[str, Any]] | None:
        """Like ``array``, of objects."""
        items = self.array(name, what)
        if items is not None and not all(isinstance(item, dict) for item in items):
            raise bad(f"can't parse {what}: expected an Object")
        return items

    def nested(self, values: dict[str, Any]) -> "Params":
        """The fields of an inner object, with the same files."""
        return Params(values, self.files)
