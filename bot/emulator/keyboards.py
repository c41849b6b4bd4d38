"""Keyboards: what Telegram would refuse, and what it would silently cut."""

from typing import Any, Literal

from .entities import check_url
from .errors import Refusal, bad
from .params import Params

Markup = dict[str, Any]

_ACTIONS = (
    "url", "callback_data", "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat", "copy_text", "callback_game", "pay",
)  # fmt: skip
_OBJECTS = frozenset({"web_app", "login_url", "switch_inline_query_chosen_chat", "copy_text"})
_STYLES = frozenset({"primary", "success", "danger"})
# Telegram cuts there without a word; the emulator refuses, so that the cut is noticed.
_ROW = 12
_TOTAL = 300


def read_markup(params: Params, only_inline: bool = False) -> Markup | None:
    """The checked ``reply_markup``, None when there is none; ``only_inline`` is for edits."""
    markup = params.json("reply_markup", "reply keyboard markup")
    if markup is None or markup == {}:
        return None
    if not isinstance(markup, dict):
        raise bad("object expected as reply markup")
    if "inline_keyboard" in markup:
        return _inline(markup["inline_keyboard"])
    if only_inline:
        raise bad("inline keyboard expected")
    if "keyboard" in markup:
        return _reply(markup)
    if markup.get("remove_keyboard") or markup.get("force_reply"):
        return _limit_placeholder(markup)
    return None


def kind_of(markup: Markup | None) -> Literal["none", "inline", "reply", "remove", "force"]:
    """Which of the four kinds of markup this is."""
    if not markup:
        return "none"
    if "inline_keyboard" in markup:
        return "inline"
    if "keyboard" in markup:
        return "reply"
    return "remove" if markup.get("remove_keyboard") else "force"


def buttons(markup: Markup | None) -> list[dict[str, Any]]:
    """All inline buttons, row by row."""
    return [button for row in (markup or {}).get("inline_keyboard", []) for button in row]


def _rows(value: Any, kind: str) -> list[list[Any]]:
    if not isinstance(value, list):
        raise bad(f'field "{kind}" must be of type Array')
    for row in value:
        if not isinstance(row, list):
            raise bad("can't parse keyboard: Expected an Array of Arrays")
        if len(row) > _ROW:
            raise bad(f"a keyboard row has {len(row)} buttons; Telegram shows {_ROW}")
    if sum(map(len, value)) > _TOTAL:
        raise bad(f"a keyboard has more than {_TOTAL} buttons")
    return [row for row in value if row]


def _inline(value: Any) -> Markup | None:
    rows = [[_inline_button(button) for button in row] for row in _rows(value, "inline_keyboard")]
    return {"inline_keyboard": rows} if rows else None


def _inline_button(button: Any) -> dict[str, Any]:
    if not isinstance(button, dict):
        raise _broken("expected an Object")
    if not isinstance(button.get("text"), str):
        raise _broken('Can\'t find field "text"')
    if not button["text"].strip():
        raise _broken("button text must be non-empty")
    given = [action for action in _ACTIONS if button.get(action) not in (None, False)]
    if not given:
        raise _broken("Text buttons are unallowed in the inline keyboard")
    if len(given) > 1:
        raise _broken(f"a button has exactly one action, not {' and '.join(given)}")
    _check_style(button)
    _check_action(button, given[0])
    return button


def _check_action(button: dict[str, Any], action: str) -> None:
    value = button[action]
    if action == "callback_data":
        if not isinstance(value, str) or not 1 <= len(value.encode()) <= 64:
            raise bad("BUTTON_DATA_INVALID")
    elif action == "url" and not check_url(str(value)):
        raise bad(f"inline keyboard button URL '{value}' is invalid: Wrong HTTP URL")
    elif action in _OBJECTS and not isinstance(value, dict):
        raise _broken("expected an Object")
    elif action == "web_app" and not str(value.get("url", "")).startswith("https://"):
        raise bad(
            f"inline keyboard button Web App URL '{value.get('url', '')}' is invalid: "
            "Only HTTPS links are allowed"
        )
    elif action == "copy_text" and not 1 <= len(str(value.get("text", ""))) <= 256:
        raise bad("BUTTON_COPY_TEXT_INVALID")


def _reply(markup: Markup) -> Markup:
    rows = [[_reply_button(button) for button in row] for row in _rows(markup["keyboard"], "keyboard")]
    if not rows:
        raise bad("reply keyboard must have at least one button")
    return _limit_placeholder({**markup, "keyboard": rows})


def _reply_button(button: Any) -> dict[str, Any]:
    if isinstance(button, str):
        button = {"text": button}
    if not isinstance(button, dict) or not isinstance(button.get("text"), str):
        raise bad("can't parse keyboard button: Can't find field \"text\"")
    if not button["text"].strip():
        raise bad("can't parse keyboard button: button text must be non-empty")
    _check_style(button)
    return button


def _check_style(button: dict[str, Any]) -> None:
    if button.get("style") and str(button["style"]) not in _STYLES:
        raise bad(f'unsupported button style "{button["style"]}"')


def _limit_placeholder(markup: Markup) -> Markup:
    if len(str(markup.get("input_field_placeholder") or "")) > 64:
        raise bad("input field placeholder is too long")
    return markup


def _broken(detail: str) -> Refusal:
    return bad(f"can't parse inline keyboard button: {detail}")
