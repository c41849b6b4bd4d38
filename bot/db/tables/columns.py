"""Pieces that many tables share."""

from typing import Any

from sqlalchemy import BigInteger, Column, ForeignKey
from sqlmodel import Field, SQLModel

ID_ONCE = {"sqlite_autoincrement": True}
"""For tables whose ids travel in buttons: SQLite else gives the id of a deleted last row to the next one."""


class Row(SQLModel):
    """A row of a table. Rows are taken as they come, so what would validate them is made when asked for."""

    model_config = {"defer_build": True}


def person_key(**options: Any) -> Any:
    """Return a reference to the person that disappears together with the person."""
    return Field(sa_column=Column(BigInteger, ForeignKey("person.id", ondelete="CASCADE"), **options))


def parent_key(target: str, **options: Any) -> Any:
    """Return a reference to another table's id that disappears together with its row."""
    return Field(sa_column=Column(ForeignKey(f"{target}.id", ondelete="CASCADE"), **options))
