"""The texts: each one that is asked for exists, each one that exists is asked for, none breaks the HTML."""

import ast
import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, visitor
from fluent.syntax.ast import Message, SelectExpression, VariableReference

from bot.chat.actions import Page
from bot.chat.routes import COMMANDS
from bot.chat.screens.meeting import DAYS, MOMENTS
from bot.domain.exercises import Kind, Kit, Level, Place
from bot.domain.sessions import Press
from bot.domain.streak import Verdict, Why
from bot.emulator.entities import parse_html
from bot.texts import Catalogue, Html, Texts, load

BOT = Path(__file__).parents[2] / "bot"
LONGEST_TOAST = 200
"""Characters that Telegram shows in answer to a press."""

CODE = [
    ast.parse(path.read_text(encoding="utf-8"))
    for path in BOT.rglob("*.py")
    if path.relative_to(BOT).parts[0] not in {"emulator", "library", "figures", "domain"}
]
MESSAGES = [
    entry
    for path in sorted((BOT / "texts" / "en").glob("*.ftl"))
    for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body
    if isinstance(entry, Message)
]
KEYS = [message.id.name for message in MESSAGES]


class Variables(visitor.Visitor):
    """Collects the placeholders of a message, and the words that it chooses by."""

    def __init__(self, message: Message) -> None:
        self.names: set[str] = set()
        self.choices: set[str] = set()
        self.visit(message)

    def visit_VariableReference(self, node: VariableReference) -> None:  # noqa: N802 - the visitor's name
        self.names.add(node.id.name)

    def visit_SelectExpression(self, node: SelectExpression) -> None:  # noqa: N802 - the visitor's name
        self.choices.update(getattr(variant.key, "name", "") for variant in node.variants)
        self.generic_visit(node)


def asked(call: ast.Call) -> bool:
    """Tell whether this is a call such as ``t("key")``, ``turn.t("key")`` or ``t.plain("key")``."""
    match call.func:
        case ast.Name(id="t") | ast.Attribute(attr="t" | "plain" | "lines"):
            return True
    return False


def patterns(node: ast.expr) -> Iterator[str]:
    """Return which keys the expression may stand for, as regular expressions; none when it cannot be told."""
    match node:
        case ast.Constant(value=str(word)):
            yield re.escape(word)
        case ast.IfExp(body=one, orelse=other):
            yield from patterns(one)
            yield from patterns(other)
        case ast.JoinedStr(values=parts):
            fixed = [str(part.value) if isinstance(part, ast.Constant) else None for part in parts]
            yield "".join(".+" if word is None else re.escape(word) for word in fixed)


def literals() -> set[str]:
    """Return every string and formatted string in the code, as regular expressions."""
    found = (node for tree in CODE for node in ast.walk(tree))
    return {pattern for node in found if isinstance(node, ast.expr) for pattern in patterns(node)}


def calls() -> list[ast.Call]:
    """Return all calls in the code."""
    return [node for tree in CODE for node in ast.walk(tree) if isinstance(node, ast.Call)]


def test_every_text_that_is_asked_for_exists() -> None:
    wanted = {pattern for call in calls() if asked(call) and call.args for pattern in patterns(call.args[0])}
    assert len(wanted) > 50, "the search found hardly anything, so it proves nothing"
    missing = [pattern for pattern in wanted if not any(re.fullmatch(pattern, key) for key in KEYS)]
    assert missing == []


def test_every_text_that_exists_is_asked_for() -> None:
    used = [pattern for pattern in literals() if not pattern.startswith(".+")]
    everything = re.compile("|".join(f"(?:{pattern})" for pattern in used))
    assert [key for key in KEYS if not everything.fullmatch(key)] == []


def test_no_text_is_written_twice() -> None:
    assert sorted(set(KEYS)) == sorted(KEYS)


FAMILIES: dict[str, Iterable[str]] = {
    "verdict": Verdict,
    "why": Why,
    "kind": Kind,
    "level": Level,
    "place": Place,
    "kit": [*Kit, "none"],
    "command": [command.name for command in COMMANDS if command.in_menu],
    "welcome-days": DAYS,
}


@pytest.mark.parametrize(("family", "values"), FAMILIES.items(), ids=list(FAMILIES))
def test_values_of_rules_and_content_have_words_and_nothing_else_has(
    family: str, values: Iterable[str]
) -> None:
    written = {key.removeprefix(f"{family}-") for key in KEYS if key.startswith(f"{family}-")}
    assert written == set(values)


@pytest.mark.parametrize("press", Press)
def test_every_press_of_a_card_has_words(t: Texts, press: Press) -> None:
    assert t.has(f"session-button-{press}")


@pytest.mark.parametrize("moment", MOMENTS)
def test_every_moment_of_the_first_reminder_has_words(t: Texts, moment: str) -> None:
    assert t.has(f"welcome-{moment}")


def test_every_common_button_opens_a_page() -> None:
    pages = {"ready-made" if page is Page.READY_MADE else page.value for page in Page}
    assert {key.removeprefix("button-") for key in KEYS if key.startswith("button-")} <= pages | {"back"}


@pytest.mark.parametrize("message", MESSAGES, ids=KEYS)
def test_it_is_html_whatever_is_put_in(t: Texts, message: Message) -> None:
    variables = Variables(message)
    for value in ["</b>&<script>'\"", "", 0, 1, 2, 5, 1000, *variables.choices]:
        text = t(message.id.name, **dict.fromkeys(variables.names, value))
        parse_html(text)
        assert "<script>" not in text
        assert "{" not in text


def test_answers_to_a_press_fit(t: Texts) -> None:
    """Values in them are short: a day, a number, a name."""
    keys = set()
    for call in calls():
        name = getattr(call.func, "attr", getattr(call.func, "id", ""))
        if name in {"saying", "Toast"}:
            inner = [node for arg in call.args for node in ast.walk(arg) if isinstance(node, ast.Constant)]
            keys |= {node.value for node in inner if node.value in KEYS}
    assert "help-old-button" in keys
    names = {message.id.name: Variables(message).names for message in MESSAGES}
    said = {key: t.plain(key, **dict.fromkeys(names[key], "Mon, 24 Nov")) for key in keys}
    assert [key for key, words in said.items() if len(words) > LONGEST_TOAST] == []


# How texts are formatted


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give English and Spanish texts of which some are not translated."""
    for language, words in {
        "en": "hello = Hello <b>{ $name }</b>\nbye = Bye\nwords = one\n    two\n",
        "es": "hello = Hola <b>{ $name }</b>\n",
        "__pycache__": "",
    }.items():
        (tmp_path / language).mkdir()
        (tmp_path / language / "room.ftl").write_text(words, encoding="utf-8")
        (tmp_path / language / "notes.txt").write_text("= no Fluent", encoding="utf-8")
    return tmp_path


@pytest.fixture
def catalogue(folder: Path) -> Catalogue:
    """Give their catalogue."""
    return load(folder)


def test_a_folder_is_a_language(catalogue: Catalogue) -> None:
    assert sorted(catalogue.languages) == ["en", "es"]


@pytest.mark.parametrize(
    ("code", "language"),
    [("es", "es"), ("es-MX", "es"), ("ES", "es"), ("en", "en"), ("tlh", "en"), ("", "en"), (None, "en")],
)
def test_a_persons_language_is_found_or_english(catalogue: Catalogue, code: str, language: str) -> None:
    assert catalogue.texts(code).language == language


def test_values_are_escaped_unless_they_are_html(catalogue: Catalogue) -> None:
    t = catalogue.texts("es")
    assert t("hello", name="<Ana & Co>") == "Hola <b>&lt;Ana &amp; Co&gt;</b>"
    assert t("hello", name=Html("<i>Ana</i>")) == "Hola <b><i>Ana</i></b>"
    assert isinstance(t("hello", name="Ana"), Html)
    assert t.plain("hello", name="<Ana>") == "Hola <b><Ana></b>"


def test_what_is_not_translated_is_said_in_english(catalogue: Catalogue) -> None:
    t = catalogue.texts("es")
    assert t("bye") == "Bye"
    assert (t.has("hello"), t.has("bye")) == (True, False)
    assert t.lines("words") == ["one", "two"]


def test_a_missing_text_or_value_is_told(catalogue: Catalogue) -> None:
    for language in ("en", "es"):
        with pytest.raises(LookupError, match="no text named nothing"):
            catalogue.texts(language)("nothing")
    with pytest.raises(LookupError, match="the text hello in es lacks a value"):
        catalogue.texts("es")("hello")


def test_names_are_put_in_as_they_are_written(folder: Path) -> None:
    """Braces in a text, or in somebody's name, are no holes; a number among names reads as numbers do."""
    words = 'curly = { $name } likes {"{"}braces{"}"}\nround = { $name }: { $count }\nbare = { $name }\n'
    (folder / "en" / "more.ftl").write_text(words, encoding="utf-8")
    t = load(folder).texts("en")
    assert t.plain("bare", name="{name}") == "{name}"
    assert t.plain("curly", name="{0}") == "{0} likes {braces}"
    assert t.plain("round", name="Ana", count=1000) == "Ana: 1,000"
    with pytest.raises(LookupError, match="the text bare in en lacks a value"):
        t.plain("bare", other="Ana")


def test_a_file_that_cannot_be_read_is_told_and_not_skipped(folder: Path) -> None:
    (folder / "es" / "room.ftl").write_text("hello = Hola\nbye = { $open\n", encoding="utf-8")
    with pytest.raises(LookupError, match=r"es/room\.ftl cannot be read from here on: bye"):
        load(folder)


def test_times_are_on_a_clock_of_24_hours(t: Texts) -> None:
    assert t.time(time(7, 5)) == "07:05"
    assert t.time(datetime(2026, 3, 2, 19, 40)) == "19:40"  # noqa: DTZ001 - a wall clock


def test_days_are_said_as_people_say_them(t: Texts) -> None:
    assert t.day(date(2026, 11, 24)) == "Tue, 24 Nov"
    assert t.weekday(0) == "Mon"
    assert t.weekday(6, "wide") == "Sunday"


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        (range(7), "every day"),
        (range(5), "weekdays"),
        ({6, 5}, "weekends"),
        ({4, 0, 2}, "Mon, Wed, and Fri"),
        ({3}, "Thu"),
    ],
)
def test_weekdays_become_one_phrase(t: Texts, numbers: set[int], words: str) -> None:
    assert t.weekdays(frozenset(numbers)) == words


def test_lists_are_joined(t: Texts) -> None:
    assert t.join(["a"]) == "a"
    assert t.join(["a", "b"]) == "a and b"


def test_what_is_kept_is_told_apart_by_its_numbers_and_never_by_peoples_words(t: Texts) -> None:
    for _ in range(2):
        assert [t.plain("exercises", count=count) for count in (1, 2)] == ["1 exercise", "2 exercises"]
        said = [t("reminders-due-missed", name=name, count=3) for name in ("Ana", "Bo")]
        assert ["Ana" in said[0], "Bo" in said[1], "Ana" in said[1]] == [True, True, False]
