"""The record of Bot API calls and their answers."""

import json
from collections import deque
from dataclasses import dataclass
from typing import Any

# Fields that a form carries as JSON; the record shows them decoded.
_JSON_FIELDS = frozenset(
    [
        "reply_markup",
        "entities",
        "caption_entities",
        "media",
        "commands",
        "scope",
        "allowed_updates",
        "link_preview_options",
        "reply_parameters",
        "menu_button",
        "results",
        "reaction",
        "options",
        "message_ids",
        "button",
        "input_media",
        "question_entities",
        "explanation_entities",
        "correct_option_ids",
    ]
)
# What a person could misuse is not kept.
_SECRET_FIELDS = frozenset({"secret_token"})


@dataclass(slots=True)
class Call:
    """One call; ``duration`` in seconds, ``at`` in the emulator's Unix seconds."""

    seq: int
    at: float
    method: str
    parameters: dict[str, Any]
    files: list[dict[str, Any]]
    status: int
    body: dict[str, Any]
    duration: float

    def view(self) -> dict[str, Any]:
        """The call as the control API shows it."""
        shown: dict[str, Any] = {
            "seq": self.seq,
            "at": self.at,
            "method": self.method,
            "parameters": {name: _readable(name, value) for name, value in self.parameters.items()},
            "files": self.files,
            "status": self.status,
            "ok": self.body.get("ok", False),
            "duration_ms": round(self.duration * 1000, 3),
        }
        shown.update({k: v for k, v in self.body.items() if k in ("result", "description", "error_code")})
        return shown


def _readable(name: str, value: Any) -> Any:
    if name in _SECRET_FIELDS:
        return "(hidden)"
    if name in _JSON_FIELDS and isinstance(value, str):
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value


class Record:
    """The newest calls; older ones are dropped."""

    def __init__(self, size: int = 5_000) -> None:
        self._calls: deque[Call] = deque(maxlen=size)
        self._last = 0

    def next_seq(self) -> int:
        """The number of the next call; numbers never repeat, not even after a reset."""
        self._last += 1
        return self._last

    def add(self, call: Call) -> None:
        """Keep ``call``."""
        self._calls.append(call)

    def clear(self) -> None:
        """Forget all calls."""
        self._calls.clear()

    def find(
        self, after: int = 0, method: str = "", chat_id: str = "", limit: int | None = None
    ) -> list[dict[str, Any]]:
        """The calls that match, oldest first; with ``limit`` only the newest so many."""
        found = [
            call
            for call in self._calls
            if call.seq > after
            and (not method or call.method.lower() == method.lower())
            and (not chat_id or str(call.parameters.get("chat_id")) == chat_id)
        ]
        return [call.view() for call in (found[-limit:] if limit else found)]
