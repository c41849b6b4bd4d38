"""Keyboards that Telegram would refuse or cut are refused."""

import json
from typing import Any

import pytest

from bot.emulator.errors import Refusal
from bot.emulator.keyboards import kind_of, read_markup
from bot.emulator.params import Params

OK = {"text": "a", "callback_data": "x"}


def read(markup: Any, only_inline: bool = False) -> Any:
    """Read a markup as it comes in a form."""
    return read_markup(Params({"reply_markup": json.dumps(markup)}), only_inline)


def inline(*buttons: Any) -> Any:
    """An inline keyboard with one row."""
    return {"inline_keyboard": [list(buttons)]}


REFUSED = [
    (inline({"text": "a", "callback_data": "x" * 65}), "BUTTON_DATA_INVALID"),
    (inline({"text": "a", "callback_data": "🧘" * 17}), "BUTTON_DATA_INVALID"),
    (inline({"text": "a", "callback_data": ""}), "BUTTON_DATA_INVALID"),
    (inline({"text": "a"}), "Text buttons are unallowed in the inline keyboard"),
    (inline({"text": "a", "callback_data": "x", "url": "https://a.io"}), "exactly one action"),
    (inline({"text": " ", "callback_data": "x"}), "button text must be non-empty"),
    (inline({"callback_data": "x"}), "Can't find field"),
    (inline("a"), "expected an Object"),
    (inline({**OK, "style": "pink"}), "unsupported button style"),
    (inline({"text": "a", "url": "nowhere"}), "Wrong HTTP URL"),
    (inline({"text": "a", "web_app": {"url": "http://a.io"}}), "Only HTTPS links are allowed"),
    (inline({"text": "a", "copy_text": {"text": ""}}), "BUTTON_COPY_TEXT_INVALID"),
    (inline(*[OK] * 13), "13 buttons"),
    ({"inline_keyboard": [[OK] * 10] * 31}, "more than 300 buttons"),
    ({"inline_keyboard": OK}, "must be of type Array"),
    ({"inline_keyboard": [OK]}, "Array of Arrays"),
    ({"keyboard": [[{"text": ""}]]}, "button text must be non-empty"),
    ({"keyboard": []}, "at least one button"),
    ({"force_reply": True, "input_field_placeholder": "x" * 65}, "placeholder is too long"),
    ([1], "object expected"),
]


@pytest.mark.parametrize(("markup", "words"), REFUSED)
def test_it_refuses(markup: Any, words: str) -> None:
    """With words that say what is wrong."""
    with pytest.raises(Refusal) as refused:
        read(markup)
    assert words in refused.value.description
    assert refused.value.description.startswith("Bad Request: ")


def test_it_refuses_broken_json() -> None:
    """Half a keyboard is none."""
    with pytest.raises(Refusal, match="can't parse reply keyboard markup JSON object"):
        read_markup(Params({"reply_markup": "{"}))


@pytest.mark.parametrize("markup", [{"keyboard": [["a"]]}, {"remove_keyboard": True}, {"force_reply": True}])
def test_an_edit_takes_inline_keyboards_only(markup: Any) -> None:
    """All others belong to the chat, not to a message."""
    with pytest.raises(Refusal, match="inline keyboard expected"):
        read(markup, only_inline=True)


@pytest.mark.parametrize(
    ("markup", "kind"),
    [
        (inline({**OK, "style": "success"}), "inline"),
        (inline({"text": "a", "callback_data": "x" * 64}), "inline"),
        (inline(*[OK] * 12), "inline"),
        ({"keyboard": [["a"], [{"text": "b", "request_location": True}]]}, "reply"),
        ({"remove_keyboard": True}, "remove"),
        ({"force_reply": True}, "force"),
        ({"inline_keyboard": []}, "none"),
        ({}, "none"),
    ],
)
def test_it_knows_the_kinds(markup: Any, kind: str) -> None:
    """All four kinds, and nothing."""
    assert kind_of(read(markup)) == kind
