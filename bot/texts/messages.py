"""The messages of one language, each parsed when it is first asked for: a start needs few of hundreds."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from threading import RLock
from typing import TYPE_CHECKING

from fluent.syntax import FluentParser
from fluent.syntax.ast import Junk, Message, Pattern, Placeable, Resource, TextElement, VariableReference

if TYPE_CHECKING:
    from fluent.runtime import FluentBundle

_BEGINNING = re.compile(r"^(-?[A-Za-z][\w-]*) *=", re.MULTILINE)
_NAMED = re.compile(r"\{\s*(-?[A-Za-z][\w-]*)\s*[.(}]")
"""Another message, or a term, that stands in a message."""

_ODD = re.compile(r"^(?![ \n\r#}]|-?[A-Za-z][\w-]* *=|\Z)", re.MULTILINE)
"""The start of a line with which no message begins or goes on."""


class Messages:
    """The messages in some files of one language.

    :param files: name and text of each; of two messages with the same key the first holds
    :raises LookupError: when one of them looks as if it could not be read
    """

    def __init__(self, language: str, files: Iterable[tuple[str, str]]) -> None:
        self._language = language
        self._sources: dict[str, tuple[str, str]] = {}
        self._shapes: dict[str, str | None] = {}
        self._bundled: set[str] = set()
        self._bringing = RLock()
        for file, text in files:
            for key, source in _split(text):
                self._sources.setdefault(key, (file, source))
        for key, (_, source) in self._sources.items():
            if _doubtful(source):
                self._parsed(key)

    def __contains__(self, key: str) -> bool:
        """Tell whether this language has the message."""
        return key in self._sources

    def format(self, key: str, values: Mapping[str, object]) -> str:
        """Return the message ``key`` with ``values`` in it.

        :raises LookupError: when it is not there, cannot be read, is empty or lacks a value
        """
        if key not in self._shapes:
            self._shapes[key] = self._shape(key)
        shape = self._shapes[key]
        if shape is None or not all(isinstance(value, str) for value in values.values()):
            return self._reckoned(key, values)
        try:
            return shape.format_map(values)
        except KeyError as error:
            raise LookupError(f"the text {key} in {self._language} lacks a value: {error}") from None

    @cached_property
    def _bundle(self) -> "FluentBundle":
        from fluent.runtime import FluentBundle  # noqa: PLC0415 - numbers and plurals need it, a start does not

        return FluentBundle([self._language], use_isolating=False)

    def _reckoned(self, key: str, values: Mapping[str, object]) -> str:
        with self._bringing:
            self._bring(key)
        pattern = self._bundle.get_message(key).value
        assert pattern is not None  # noqa: S101 - for types: a message without has no shape, and said so
        text, errors = self._bundle.format_pattern(pattern, dict(values))
        if errors:
            raise LookupError(f"the text {key} in {self._language} lacks a value: {errors}")
        return str(text)

    def _bring(self, key: str) -> None:
        """Put a message and those that it names into the bundle."""
        if key in self._sources and key not in self._bundled:
            self._bundle.add_resource(self._parsed(key))
            self._bundled.add(key)
            for other in _NAMED.findall(self._sources[key][1]):
                self._bring(other)

    def _parsed(self, key: str) -> Resource:
        file, source = self._sources[key]
        resource = FluentParser().parse(source)
        junk = next((entry for entry in resource.body if isinstance(entry, Junk)), None)
        if junk:
            raise LookupError(f"{self._language}/{file} cannot be read from here on: {junk.content}")
        return resource

    def _shape(self, key: str) -> str | None:
        body = self._parsed(key).body
        pattern = next(entry.value for entry in body if isinstance(entry, Message))
        if pattern is None:
            raise LookupError(f"the text {key} in {self._language} is empty")
        return _shape(pattern)


def _shape(pattern: Pattern) -> str | None:
    """Return a text with names in braces, for :meth:`str.format_map`; None when it holds more than names.

    Filling it takes a tenth of the time that Fluent takes, and most texts with people's words are like this.
    """
    parts = []
    for element in pattern.elements:
        if isinstance(element, TextElement):
            parts.append(element.value)  # which has no braces: Fluent takes them for placeables
        elif isinstance(element, Placeable) and isinstance(element.expression, VariableReference):
            parts.append("{" + element.expression.id.name + "}")
        else:
            return None
    return "".join(parts)


def _split(text: str) -> Iterator[tuple[str, str]]:
    """Yield key and source of each message; what stands before the first belongs to it."""
    starts = [(found[1], found.start()) for found in _BEGINNING.finditer(text)]
    ends = [start for _, start in starts[1:]] + [len(text)]
    for number, ((key, start), end) in enumerate(zip(starts, ends, strict=True)):
        yield key, text[start if number else 0 : end]


def _doubtful(source: str) -> bool:
    return source.count("{") != source.count("}") or _ODD.search(source) is not None
