"""Every language says the same things: the same keys, the same values, words that fit where they stand."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, visitor
from fluent.syntax.ast import Message, SelectExpression, VariableReference

from bot.emulator.entities import parse_html
from bot.texts import load

TEXTS = Path(__file__).parents[2] / "bot" / "texts"
LANGUAGES = sorted(folder.name for folder in TEXTS.iterdir() if (folder / "common.ftl").is_file())
OTHERS = [language for language in LANGUAGES if language != "en"]
WHOLE = ["es"]
"""Languages that claim to lack nothing; others may be begun, and the rest of them is said in English."""
LABEL = 28
"""Characters of a button that a phone shows in one row of two; English keeps to fewer."""


class Parts(visitor.Visitor):
    """Collects the values that a text names, and the words and plural forms that it chooses by."""

    def __init__(self, message: Message) -> None:
        self.values: set[str] = set()
        self.choices: set[str] = set()
        self.visit(message)

    def visit_VariableReference(self, node: VariableReference) -> None:  # noqa: N802 - the visitor's name
        self.values.add(node.id.name)

    def visit_SelectExpression(self, node: SelectExpression) -> None:  # noqa: N802 - the visitor's name
        self.choices.update(getattr(variant.key, "name", "") for variant in node.variants)
        self.generic_visit(node)


def messages(language: str) -> Iterator[tuple[str, str, Message]]:
    """Yield file, key and text of a language."""
    for path in sorted((TEXTS / language).glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            if isinstance(entry, Message):
                yield path.name, entry.id.name, entry


ENGLISH = {key: Parts(message) for _, key, message in messages("en")}
FILES = {key: file for file, key, _ in messages("en")}


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_has_no_text_that_english_lacks(language: str) -> None:
    assert [key for _, key, _ in messages(language) if key not in ENGLISH] == []


@pytest.mark.parametrize("language", WHOLE)
def test_a_language_lacks_nothing(language: str) -> None:
    said = {key for _, key, _ in messages(language)}
    assert sorted(ENGLISH.keys() - said) == []


@pytest.mark.parametrize("language", OTHERS)
def test_a_text_stands_in_the_same_file_in_every_language(language: str) -> None:
    assert [key for file, key, _ in messages(language) if FILES[key] != file] == []


@pytest.mark.parametrize("language", OTHERS)
def test_no_text_is_written_twice(language: str) -> None:
    keys = [key for _, key, _ in messages(language)]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_names_no_value_that_english_does_not_give(language: str) -> None:
    odd = {key: Parts(m).values - ENGLISH[key].values for _, key, m in messages(language)}
    assert {key: values for key, values in odd.items() if values} == {}


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_leaves_no_value_out(language: str) -> None:
    """Except one that English only chooses a plural form by."""
    left = {key: ENGLISH[key].values - Parts(m).values for _, key, m in messages(language)}
    assert {key: values for key, values in left.items() if values} == {}


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_knows_the_same_cases(language: str) -> None:
    """Plural forms are the language's own; words such as ``none`` or ``done`` come from the code."""
    plural = {"zero", "one", "two", "few", "many", "other", ""}
    odd = {key: (Parts(m).choices ^ ENGLISH[key].choices) - plural for _, key, m in messages(language)}
    assert {key: choices for key, choices in odd.items() if choices} == {}


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_is_html_whatever_is_put_in(language: str) -> None:
    t = load().texts(language)
    for _, key, message in messages(language):
        parts = Parts(message)
        for value in ("</b>&<script>'\"", "", 0, 1, 2, 5, 1000, *parts.choices):
            text = t(key, **dict.fromkeys(parts.values, value))
            parse_html(text)
            assert "<script>" not in text, key
            assert "{" not in text, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_of_buttons_fit(language: str) -> None:
    t = load().texts(language)
    labels = {
        key: parts for key, parts in ENGLISH.items() if "-button-" in key and not key.startswith("help-old")
    }
    said = {key: t.plain(key, **dict.fromkeys(parts.values, "0")) for key, parts in labels.items()}
    assert {key: words for key, words in said.items() if len(words) > LABEL} == {}
