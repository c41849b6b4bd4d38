"""Many numbers as one parameter of a statement.

A parameter for each makes another statement for each count, or the same one again and again: both cost more
than what is asked. PostgreSQL takes arrays, SQLite takes JSON.
"""

from collections.abc import Collection
from typing import Any

from sqlalchemy import (
    ARRAY,
    JSON,
    BigInteger,
    BindParameter,
    Boolean,
    ColumnElement,
    Dialect,
    Subquery,
    Text,
    TypeDecorator,
    bindparam,
    cast,
    func,
    select,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeEngine


class _Numbers(TypeDecorator[Collection[int]]):
    """Numbers as the database takes many of them."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Return what the database calls it."""
        return dialect.type_descriptor(ARRAY(BigInteger()) if dialect.name == "postgresql" else Text())

    def process_bind_param(self, value: Collection[int] | None, dialect: Dialect) -> Any:
        """Return what the driver takes."""
        given = list(value or ())
        return given if dialect.name == "postgresql" else str(given)


class _Among(FunctionElement[bool]):
    """Whether a number is one of many."""

    type = Boolean()
    inherit_cache = True

    def self_group(self, against: object = None) -> "_Among":  # noqa: ARG002 - the library's signature
        """Return it as it is: ``(...) = 1``, as SQLite's booleans are asked for, would not find the index."""
        return self


@compiles(_Among)
def _in_json(element: _Among, compiler: SQLCompiler, **options: Any) -> str:
    number, numbers = (compiler.process(part, **options) for part in element.clauses)
    return f"({number} IN (SELECT value FROM json_each({numbers})))"  # noqa: S608 - parts that the compiler has written


@compiles(_Among, "postgresql")
def _in_array(element: _Among, compiler: SQLCompiler, **options: Any) -> str:
    number, numbers = (compiler.process(part, **options) for part in element.clauses)
    return f"({number} = ANY ({numbers}))"


def among(number: ColumnElement[Any], numbers: str | Collection[int]) -> ColumnElement[bool]:
    """Return whether a number is one of many: of these, or of those that are given by this name."""
    if isinstance(numbers, str):
        return _Among(number, bindparam(numbers, type_=_Numbers()))
    return _Among(number, bindparam(None, numbers, type_=_Numbers()))


def pairs(engine: str, name: str) -> Subquery:
    """Return a table with the columns ``first`` and ``second`` of pairs that are given by a name."""
    one = _each(engine, bindparam(name, type_=JSON()))
    return select(_number(engine, one, 0).label("first"), _number(engine, one, 1).label("second")).subquery()


def _each(engine: str, given: BindParameter[Any]) -> ColumnElement[Any]:
    if engine == "postgresql":
        return func.json_array_elements(cast(given, JSON())).column_valued("one")
    return func.json_each(given).table_valued("value").c.value


def _number(engine: str, pair: ColumnElement[Any], place: int) -> ColumnElement[Any]:
    if engine == "postgresql":
        return cast(pair.op("->>")(place), BigInteger)
    return func.json_extract(pair, f"$[{place}]")
