"""Fitting a YAML document to its schema, and saying in plain words where it does not fit."""

from collections.abc import Iterator
from enum import EnumMeta
from typing import Any, Literal, TypeVar, get_args, get_origin

from pydantic import BaseModel, RootModel, ValidationError
from pydantic.fields import FieldInfo

from bot.library.problems import Notes, choose, nearest, shown
from bot.library.yamls import Document, Way

_M = TypeVar("_M", bound=BaseModel)


def fit(schema: type[_M], document: Document, notes: Notes) -> _M | None:
    """Return the document as ``schema``; None, with a note for each misfit, where it does not fit."""
    fitted, errors = _validate(schema, document.value)
    unknown = {way for way, kind, _ in errors if kind == "extra_forbidden"}
    for way in set(document.blanks) - unknown:
        notes.say(document.line(way), f"{_name(way)} is still blank: {_hint(schema, way) or 'fill it in'}")
    for way, what in _sentences(schema, document, errors):
        notes.say(document.line(way), what)
    return None if document.blanks else fitted


def _validate(schema: type[_M], value: object) -> tuple[_M | None, list[tuple[Way, str, Any]]]:
    try:
        return schema.model_validate(value), []
    except ValidationError as error:
        return None, [(tuple(e["loc"]), e["type"], e.get("ctx", {})) for e in error.errors(include_url=False)]


def _sentences(
    schema: Any, document: Document, errors: list[tuple[Way, str, Any]]
) -> Iterator[tuple[Way, str]]:
    typos = {(*way[:-1], _meant(schema, way)) for way, kind, _ in errors if kind == "extra_forbidden"}
    for way, kind, context in errors:
        if kind == "missing" and way not in typos:
            yield way, f"{_name(way)} is missing: {_hint(schema, way)}"
        elif kind == "extra_forbidden":
            yield way, _unknown(way, _keys(schema, way), way in document.blanks)
        elif kind != "missing" and way not in document.blanks:
            yield way, _misfit(schema, way, kind, context, document)


def _unknown(way: Way, keys: list[str], empty: bool) -> str:
    if empty and " " in str(way[-1]):  # {summary: Chest first, then the back} reads as two keys
        return f'the text is cut at a comma before {shown(way[-1])}: put the whole text in "quotes"'
    return f"{shown(way[-1])} is not a key here; {choose(str(way[-1]), keys)}"


def _misfit(schema: Any, way: Way, kind: str, context: Any, document: Document) -> str:
    if not way:
        return "the keys are missing: write lines such as order: 1"
    if way[-1] == "[key]":
        return f"{shown(way[-2])} is not right; write {_key_hint(way)}"
    if isinstance(value := document.at(way), str):
        return _wrong_text(schema, way, kind, context, value)
    name, hint = _name(way), _hint(schema, way) or "write keys below it"
    return f"{name} is not right: {hint}" if value else f"{name} is empty: {hint}"


def _wrong_text(schema: Any, way: Way, kind: str, context: Any, value: str) -> str:
    name, field = _name(way), _field(schema, way)
    if kind == "string_too_long":
        return f"{name} has {len(value)} characters, at most {context['max_length']}: shorten it"
    if kind == "string_pattern_mismatch" and "<" in value:
        return f"{name} has a sign < in it: write plain text without < and >"
    in_list = isinstance(way[-1], int)
    says = f"{name} {'has' if in_list else 'is'} {shown(value)}"
    choices = _choices(field)
    if choices and in_list == _is_list(field):
        return f"{says}; {choose(value, choices)}"
    return f"{says}; {_hint(schema, way) or 'write keys below it'}"


def _key_hint(way: Way) -> str:
    if way[0] == "texts":
        return "a language such as en, es or pt-br"
    return "lower-case letters a-z, digits and hyphens, at most 32 characters"


def _name(way: Way) -> str:
    """Return the last key on the way: what the author calls the thing."""
    return next((part for part in reversed(way) if isinstance(part, str)), "the file")


def _hint(schema: Any, way: Way) -> str:
    """Return "write ..." for the field at ``way``; empty where the schema has none."""
    field = _field(schema, way) or schema.model_fields.get("root")  # where all keys are their authors' own
    if field is None:
        return ""
    choices = _choices(field)
    if choices and _is_list(field):
        return f"write a list, such as [{choices[0]}], from {', '.join(choices)}"
    if choices:
        return f"write one of {', '.join(choices)}"
    return (
        "write yes or no" if field.annotation is bool else f"write {field.description or 'its keys below it'}"
    )


def _meant(schema: Any, way: Way) -> str:
    return nearest(str(way[-1]), _keys(schema, way)) or ""


def _keys(schema: Any, way: Way) -> list[str]:
    """Return the keys that may stand beside the one at ``way``."""
    return list(_model(_inside(schema, way[:-1])).model_fields)


def _field(schema: Any, way: Way) -> FieldInfo | None:
    """Return the field of the last key on ``way``; None where the schema does not know it."""
    for end in range(len(way), 0, -1):
        if isinstance(way[end - 1], str):
            model = _model(_inside(schema, way[: end - 1]))
            return model.model_fields.get(str(way[end - 1])) if model else None
    return None


def _inside(schema: Any, way: Way) -> Any:
    """Return the type of what stands at ``way``; a list's type also stands for its items."""
    for part in way:
        if isinstance(part, str):
            schema = _below(schema, part)
    return schema


def _below(kind: Any, key: str) -> Any:
    if isinstance(kind, type) and issubclass(kind, RootModel):
        kind = kind.model_fields["root"].annotation
    if get_origin(kind) is dict:
        return get_args(kind)[-1]
    model = _model(kind)
    field = model.model_fields.get(key) if model else None
    return field.annotation if field else None


def _parts(kind: Any) -> Iterator[Any]:
    """Return ``kind`` and every type inside it."""
    yield kind
    for part in get_args(kind):
        yield from _parts(part)


def _model(kind: Any) -> Any:
    return next((p for p in _parts(kind) if isinstance(p, type) and issubclass(p, BaseModel)), None)


def _is_list(field: FieldInfo | None) -> bool:
    return field is not None and any(get_origin(p) is list for p in _parts(field.annotation))


def _choices(field: FieldInfo | None) -> list[str]:
    """Return the words that may stand in a field; empty where it is not a choice."""
    for part in _parts(field.annotation if field else None):
        if isinstance(part, EnumMeta):
            return [str(member.value) for member in part]  # type: ignore[var-annotated]
        if get_origin(part) is Literal:
            return [str(word) for word in get_args(part)]
    return []
