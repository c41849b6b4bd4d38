"""Screens as values."""

import pytest

from bot.chat.screen import Key, Screen, rows

A, B, C = Key("a"), Key("b"), Key("c")


@pytest.mark.parametrize(
    ("keys", "width", "expected"),
    [
        ([], 2, ()),
        ([A, B, C], 2, ((A, B), (C,))),
        ([A, B, C], 1, ((A,), (B,), (C,))),
        ([A, B, C], 3, ((A, B, C),)),
        ([None, A, None, B], 2, ((A, B),)),
        ([None], 2, ()),
    ],
)
def test_keys_fill_rows_and_leave_no_gaps(
    keys: list[Key | None], width: int, expected: tuple[tuple[Key, ...], ...]
) -> None:
    assert rows(keys, width) == expected


def test_saying_something_changes_nothing_else() -> None:
    screen = Screen("text", ((A,),))
    assert screen.saying("hello") == Screen("text", ((A,),), toast="hello")
    assert screen.toast is None
