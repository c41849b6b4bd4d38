"""Nobody reads "1 days": a number before a word of many is chosen by that number, in every language."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import (
    Message,
    Pattern,
    Placeable,
    SelectExpression,
    TextElement,
    VariableReference,
    Variant,
)

from bot.texts import load

TEXTS = Path(__file__).parents[2] / "bot" / "texts"
LANGUAGES = sorted(folder.name for folder in TEXTS.iterdir() if (folder / "common.ftl").is_file())
ONE = {"one", "1"}
MANY = re.compile(r"^ (?:</?\w+>)?([^\W\d_]{3,}s)\b")
"""A word of three letters or more after a number that ends as plurals do, in English as in Spanish."""
NO_PLURALS = {"más", "this", "becomes"}
NEVER_ONE = {
    "clubs-too-many": "most",
    "checkins-too-long": "most",
    "reminders-times-full": "most",
    "said-too-many": "most",
    "routine-full": "count",
    "plan-button-longer": "weeks",
}
"""Limits of ours, and what is longer than something else, by the value that says them."""


def slips(message: Message) -> Iterator[str]:
    """Yield the numbers of a text that stand before a word of many whichever number it is."""
    if message.value:
        yield from _in(message.value, frozenset())


def _in(pattern: Pattern, chosen: frozenset[str]) -> Iterator[str]:
    """Look through a pattern; ``chosen`` are the values of which 1 does not come here."""
    for part, after in zip(pattern.elements, [*pattern.elements[1:], None], strict=True):
        match part:
            case Placeable(expression=VariableReference(id=name)):
                said = MANY.match(after.value) if isinstance(after, TextElement) else None
                if said and said[1] not in NO_PLURALS and name.name not in chosen:
                    yield f"{name.name} {said[1]}"
            case Placeable(expression=SelectExpression() as choice):
                yield from _choice(choice, chosen)


def _choice(choice: SelectExpression, chosen: frozenset[str]) -> Iterator[str]:
    name = choice.selector.id.name if isinstance(choice.selector, VariableReference) else ""
    one = {_key(variant) for variant in choice.variants} & ONE
    for variant in choice.variants:
        yield from _in(variant.value, chosen | {name} if one and _key(variant) not in ONE else chosen)


def _key(variant: Variant) -> str:
    return str(getattr(variant.key, "name", "") or getattr(variant.key, "value", ""))


def messages(language: str) -> Iterator[Message]:
    """Yield the texts of a language."""
    for path in sorted((TEXTS / language).glob("*.ftl")):
        body = FluentParser().parse(path.read_text(encoding="utf-8")).body
        yield from (entry for entry in body if isinstance(entry, Message))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_before_a_word_of_many_knows_how_one_is_said(language: str) -> None:
    found = {message.id.name: list(slips(message)) for message in messages(language)}
    assert {
        key: said
        for key, said in found.items()
        if said and not all(one.startswith(f"{NEVER_ONE.get(key)} ") for one in said)
    } == {}


@pytest.mark.parametrize(
    ("source", "slip"),
    [
        ("a = { $n } days left", ["n days"]),
        ("a = <b>{ $n }</b> is", []),
        ("a = { $n -> \n [one] 1 day\n *[other] { $n } days\n }", []),
        ("a = { $n -> \n [one] { $n } days\n *[other] { $n } days\n }", ["n days"]),
        ("a = { $m -> \n [one] 1 day\n *[other] { $n } days\n }", ["n days"]),
    ],
)
def test_the_look_for_slips_finds_them(source: str, slip: list[str]) -> None:
    [message] = FluentParser().parse(source).body
    assert isinstance(message, Message)
    assert list(slips(message)) == slip


@pytest.mark.parametrize(
    ("language", "one", "two"), [("en", "1 second", "2 seconds"), ("es", "1 segundo", "2 segundos")]
)
def test_a_second_is_one(language: str, one: str, two: str) -> None:
    t = load().texts(language)
    assert (t.plain("routine-seconds", count=1), t.plain("routine-seconds", count=2)) == (one, two)
