"""YAML with line numbers. Every value stays text here; the schemas say what is a number or a yes.

So ``name: No`` stays a name, and ``-.5`` is a number where a number is wanted.
"""

from dataclasses import dataclass, field

import yaml

from bot.library.problems import Notes, is_blank, shown

Way = tuple[str | int, ...]
"""Where a value is: keys and list positions from the top of the file."""

Value = str | None | list["Value"] | dict[str, "Value"]

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times faster where it was built in

_QUOTE = 'put the whole text in "quotes"'
_ALIGN = "this line does not fit the lines above: start it exactly below them"
_PLAIN_WORDS = (
    ("mapping values are not", f"this line starts too far to the right, or has a second ':' in it: {_QUOTE}"),
    ("could not find expected ':'", "a ':' is missing: write key: value"),
    ("tab character", "there is a tab in this line: use spaces"),
    ("character '\\t'", "there is a tab in this line: use spaces"),
    ("cannot start any token", f"a text cannot start with this character: {_QUOTE}"),
    ("did not find expected key", f'{_ALIGN}, and put text with odd characters in "quotes"'),
    ("expected <block end>", f'{_ALIGN}, and put text with odd characters in "quotes"'),
    ("unexpected end of stream", "a quote is opened here and never closed: add the missing quote"),
    ("expected ',' or", "a list [ ] or a group { } is not closed, or a comma is missing in it"),
    ("another document", "there is a line --- too many: take it out"),
    ("alias", f"a text cannot start with *: {_QUOTE}"),
    ("anchor", f"a text cannot start with &: {_QUOTE}"),
)
"""What PyYAML says (in C and in Python), and what to say in its place; the first that fits."""

_BEGUN_EARLIER = ("could not find expected ':'", "unexpected end of stream", "expected ',' or")
"""Faults that PyYAML sees further down than where they were made."""


@dataclass
class Document:
    """A YAML file as read: its values, the line of each, and the places left blank."""

    value: Value = None
    lines: dict[Way, int] = field(default_factory=dict)
    blanks: list[Way] = field(default_factory=list)

    def line(self, way: Way) -> int:
        """Return the line of the value at ``way``, or of the nearest thing around it."""
        while way and way not in self.lines:
            way = way[:-1]
        return self.lines.get(way, 1)

    def at(self, way: Way) -> Value:
        """Return the value at ``way``; None where there is none."""
        value = self.value
        for part in way:
            if isinstance(value, dict) and isinstance(part, str):
                value = value.get(part)
            elif isinstance(value, list) and isinstance(part, int) and part < len(value):
                value = value[part]
            else:
                return None
        return value


def parse(text: str, notes: Notes) -> Document | None:
    """Return the document in ``text``; None, and a note, where it is not YAML or is empty."""
    try:
        node = yaml.compose(text, Loader=_LOADER)
        if node is None:
            notes.say(1, "there is nothing here yet: fill it in")
            return None
        return _Walk(notes).document(node)
    except yaml.MarkedYAMLError as error:
        notes.say(_line(error), _plainly(str(error)))
    except (yaml.YAMLError, RecursionError):
        notes.say(1, "this file cannot be read: compare it with another file of its kind")
    return None


def _line(error: yaml.MarkedYAMLError) -> int:
    earlier = any(words in str(error) for words in _BEGUN_EARLIER)
    mark = (error.context_mark if earlier else None) or error.problem_mark
    return mark.line + 1 if mark else 1


def _plainly(message: str) -> str:
    found = (plain for words, plain in _PLAIN_WORDS if words in message)
    return next(found, "this line cannot be read: compare it with the same line in another file")


class _Walk:
    """Turns PyYAML's nodes into plain values and remembers where each stood."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes
        self._found = Document()
        self._seen: set[int] = set()

    def document(self, node: yaml.Node) -> Document:
        self._found.value = self._value(node, ())
        return self._found

    def _value(self, node: yaml.Node, way: Way) -> Value:
        line = node.start_mark.line + 1
        self._found.lines.setdefault(way, line)
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node, way)
        if id(node) in self._seen:  # a reference (*name): refused, or it could unfold without end
            self._notes.say(line, "this repeats another part by & and *: write it out instead")
            return None
        self._seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            return [self._value(item, (*way, index)) for index, item in enumerate(node.value)]
        return self._mapping(node, way)

    def _scalar(self, node: yaml.ScalarNode, way: Way) -> str | None:
        text = str(node.value).strip()
        if is_blank(text):
            self._found.blanks.append(way)
        return None if node.style is None and text in {"", "~"} else text

    def _mapping(self, node: yaml.Node, way: Way) -> dict[str, Value]:
        values: dict[str, Value] = {}
        for key, item in node.value:
            line = key.start_mark.line + 1
            if not isinstance(key, yaml.ScalarNode):
                self._notes.say(line, "a key must be a plain word: write key: value")
            elif key.value in values:
                self._notes.say(line, f"the key {shown(key.value)} stands twice: keep one")
            else:
                self._found.lines[*way, key.value] = line
                values[key.value] = self._value(item, (*way, key.value))
        return values
