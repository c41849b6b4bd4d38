"""Arrivals: whose an update is, what it is about, and what is none."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.receive.arrivals import LARGEST, WANTED, arrived, kind
from tests.receive.updates import pressed, written

GROUP = {"id": -5, "type": "group", "title": "Office"}


def test_a_lane_is_a_persons_else_a_chats_else_an_updates_own() -> None:
    assert arrived(written(1, person=7)).lane == 7
    assert arrived({"update_id": 2, "channel_post": {"chat": GROUP, "text": "x"}}).lane == -5
    assert arrived({"update_id": 3}).lane == 3


def test_a_persons_presses_words_and_comings_share_a_lane() -> None:
    blocked = {"update_id": 3, "my_chat_member": {"chat": {"id": 7}, "from": {"id": 7}}}
    assert {arrived(one).lane for one in (written(1), pressed(2, "v1:rx"), blocked)} == {7}


def test_what_a_person_says_in_a_group_keeps_the_persons_order() -> None:
    message = {"chat": GROUP, "from": {"id": 7}, "text": "/show"}
    assert arrived({"update_id": 1, "message": message}).lane == 7


def test_the_whole_update_is_kept() -> None:
    assert arrived(written(5)).payload == written(5)


def test_all_of_a_press_is_kept_but_the_keyboard_it_was_made_on() -> None:
    update = pressed(1, "v1:rx")
    message = {"message_id": 5, "chat": {"id": 7}, "date": 1, "photo": [{"file_id": "x"}]}
    update["callback_query"]["message"] = {**message, "reply_markup": {"inline_keyboard": [[]]}}
    kept = arrived(update).payload
    assert kept == {**update, "callback_query": {**update["callback_query"], "message": message}}


def test_all_of_a_message_is_kept() -> None:
    assert arrived(written(1)).payload == written(1)


NONE: list[dict[str, Any]] = [
    {},
    {"update_id": None},
    {"update_id": "1"},
    {"update_id": True},
    {"update_id": 1.5},
    {"update_id": -1},
    {"update_id": LARGEST},
]


@pytest.mark.parametrize("update", NONE, ids=str)
def test_what_has_no_number_is_no_update(update: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="number"):
        arrived(update)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.just("7"),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["from", "chat", "id", "x"]), inner, max_size=3)
    ),
)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(st.sampled_from(WANTED), JSON), st.integers(0, LARGEST - 1))
def test_anything_with_a_number_can_be_stored(about: dict[str, Any], number: int) -> None:
    one = arrived({**about, "update_id": number})
    assert one.update_id == number
    assert abs(one.lane) < LARGEST
    assert type(one.lane) is int


def test_kinds_are_telegrams_own_and_few() -> None:
    assert kind(written(1)) == "message"
    assert kind(pressed(1, "x")) == "callback_query"
    assert kind({"update_id": 1, "somebody invents this": {}}) == "other"
