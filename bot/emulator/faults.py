"""Faults on demand: calls that fail, wait, or lose their connection."""

from dataclasses import dataclass, field
from typing import Any

from .errors import NotPossible, Refusal

_DESCRIPTIONS = {
    400: "Bad Request: injected fault",
    403: "Forbidden: bot was blocked by the user",
    409: "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    429: "Too Many Requests: retry after {retry_after}",
    500: "Internal Server Error",
    502: "Bad Gateway",
    504: "Gateway Timeout",
}


@dataclass(slots=True)
class Fault:
    """What to do to the next ``left`` calls that match; ``delay`` in seconds."""

    id: int
    left: int
    method: str = ""
    code: int = 0
    description: str = ""
    parameters: dict[str, Any] = field(default_factory=dict)
    delay: float = 0.0
    drop: str = ""
    contains: str = ""
    chat_id: str = ""

    def view(self) -> dict[str, Any]:
        """The fault as the control API shows it; what does not apply is left out."""
        names = ("method", "code", "description", "parameters", "delay", "drop", "contains", "chat_id")
        given = {name: getattr(self, name) for name in names if getattr(self, name)}
        return {"id": self.id, "left": self.left, **given}

    def matches(self, method: str, values: dict[str, Any]) -> bool:
        """Whether this call is meant."""
        if self.method and self.method.lower() != method.lower():
            return False
        if self.chat_id and str(values.get("chat_id")) != self.chat_id:
            return False
        return not self.contains or any(self.contains in str(value) for value in values.values())

    def refusal(self) -> Refusal | None:
        """The answer in place of the real one, if this fault gives one."""
        if not self.code:
            return None
        parameters = dict(self.parameters)
        if self.code == 429:
            parameters.setdefault("retry_after", 1)
        text = self.description or _DESCRIPTIONS.get(self.code, "Internal Server Error")
        text = text.replace("{retry_after}", str(parameters.get("retry_after", "")))
        return Refusal(self.code, text, parameters or None)


class Faults:
    """The faults that wait for their calls, oldest first."""

    def __init__(self) -> None:
        self._faults: dict[int, Fault] = {}
        self._last = 0

    def add(self, wish: dict[str, Any]) -> Fault:
        """Add the fault that a control call describes; an unclear wish is NotPossible."""
        unknown = set(wish) - {
            "method", "code", "description", "parameters", "times", "delay", "drop", "contains", "chat_id",
        }  # fmt: skip
        if unknown:
            raise NotPossible(f"A fault has no {', '.join(sorted(unknown))}.")
        self._last += 1
        fault = _parse(self._last, wish)
        self._faults[fault.id] = fault
        return fault

    def take(self, method: str, values: dict[str, Any]) -> Fault | None:
        """The first fault that means this call, counted down; None when there is none."""
        if not self._faults:
            return None
        for fault in self._faults.values():
            if fault.matches(method, values):
                fault.left -= 1
                if fault.left <= 0:
                    del self._faults[fault.id]
                return fault
        return None

    def remove(self, fault_id: int) -> None:
        """Forget one fault."""
        if self._faults.pop(fault_id, None) is None:
            raise NotPossible(f"There is no fault {fault_id}.", 404)

    def clear(self) -> None:
        """Forget all faults."""
        self._faults.clear()

    def view(self) -> list[dict[str, Any]]:
        """All faults that are still to come."""
        return [fault.view() for fault in self._faults.values()]


def _parse(fault_id: int, wish: dict[str, Any]) -> Fault:
    try:
        fault = Fault(
            id=fault_id,
            left=int(wish.get("times") or 1),
            method=str(wish.get("method") or ""),
            code=int(wish.get("code") or 0),
            description=str(wish.get("description") or ""),
            parameters=dict(wish.get("parameters") or {}),
            delay=float(wish.get("delay") or 0),
            drop=str(wish.get("drop") or ""),
            contains=str(wish.get("contains") or ""),
            chat_id=str(wish.get("chat_id") or ""),
        )
    except (TypeError, ValueError) as problem:
        raise NotPossible("times, code and delay are numbers, parameters is an object.") from problem
    if fault.drop not in ("", "before", "after"):
        raise NotPossible("drop is 'before' or 'after'.")
    if fault.code and not 400 <= fault.code <= 599:
        raise NotPossible("code is an HTTP status from 400 to 599.")
    if not (fault.code or fault.delay or fault.drop):
        raise NotPossible("A fault needs a code, a delay or a drop.")
    return fault
