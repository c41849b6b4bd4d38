"""A screen is a value: what a person sees, made by pure functions and compared by tests."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum

from bot.chat.buttons import Action
from bot.figures.cards import Picture, Shipped


class Style(StrEnum):
    """How a button is coloured; Telegram's names."""

    PLAIN = ""
    PRIMARY = "primary"
    SUCCESS = "success"
    DANGER = "danger"


@dataclass(frozen=True)
class Key:
    """One button: a plain label and what a press does, or an address that it opens."""

    label: str
    action: Action | None = None
    style: Style = Style.PLAIN
    url: str | None = None


Row = tuple[Key, ...]


@dataclass(frozen=True)
class Document:
    """A file that comes with a message."""

    name: str
    data: bytes = field(repr=False)  # too long to read, and nobody's business in an error


@dataclass(frozen=True)
class Screen:
    """What a person sees.

    :param text: HTML; at most 1,024 characters beside a picture or a document, else 4,096
    :param keys: rows of buttons under it
    :param picture: what is drawn above the text; a screen with one can only be edited into another with one
    :param toast: a short plain sentence that answers the press itself
    :param alert: whether the toast waits for an OK
    :param document: a file; a screen with one is always a new message
    :param markup: the buttons as JSON, in place of ``keys``, where they are made for many at once
    """

    text: str
    keys: tuple[Row, ...] = ()
    picture: Picture | None = None
    toast: str | None = None
    alert: bool = False
    document: Document | None = None
    markup: str = ""

    def calmed(self) -> "Screen":
        """Return the same screen with a still picture in the place of a moving one."""
        return replace(self, picture=self.picture.calmed) if isinstance(self.picture, Shipped) else self

    def saying(self, toast: str) -> "Screen":
        """Return the same screen with an answer to the press."""
        return replace(self, toast=toast)


@dataclass(frozen=True)
class Offer:
    """A card that inline mode offers to drop into any chat.

    :param id: what tells it from the others, at most 64 bytes
    :param title: and ``line``: what stands in the list, plain
    :param screen: what is sent; its buttons may only open addresses
    """

    id: str
    title: str
    line: str
    screen: Screen


@dataclass(frozen=True)
class Toast:
    """An answer to a press that leaves the chat as it is."""

    text: str
    alert: bool = False


Reply = Screen | Toast | None
"""What a handler returns; None is a quiet, right nothing."""


def rows(keys: Iterable[Key | None], width: int) -> tuple[Row, ...]:
    """Return the keys in rows of at most ``width``, leaving out those that are None."""
    present = [key for key in keys if key]
    return tuple(tuple(present[i : i + width]) for i in range(0, len(present), width))
