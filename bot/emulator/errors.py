"""Refusals: how the Bot API says no, in Telegram's own words."""

from typing import Any

# The Bot API server puts the name of the class of error before its description.
_PREFIX = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    409: "Conflict",
    413: "Request Entity Too Large",
    429: "Too Many Requests",
}


class Refusal(Exception):  # noqa: N818 - a refusal is an answer, not a failure of the emulator
    """A Bot API call that is answered with ``ok: false``.

    ``code`` is both the ``error_code`` and the HTTP status, ``parameters`` the ResponseParameters.
    """

    def __init__(self, code: int, description: str, parameters: dict[str, Any] | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def envelope(self) -> dict[str, Any]:
        """The body of the answer."""
        body: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            body["parameters"] = self.parameters
        return body


class NotPossible(Exception):  # noqa: N818 - same reason as above
    """A control call that cannot be done; ``status`` is 400 or 404."""

    def __init__(self, sentence: str, status: int = 400) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.status = status


def refusal(code: int, detail: str = "", parameters: dict[str, Any] | None = None) -> Refusal:
    """A refusal whose description begins as Telegram's do: ``Bad Request: detail``."""
    prefix = _PREFIX.get(code, "Error")
    return Refusal(code, f"{prefix}: {detail}" if detail else prefix, parameters)


def bad(detail: str, parameters: dict[str, Any] | None = None) -> Refusal:
    """A 400 with its usual beginning."""
    return refusal(400, detail, parameters)
