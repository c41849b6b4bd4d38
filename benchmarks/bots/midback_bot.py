"""The coach itself, with one more button, which counts: ``python -m benchmarks.bots.midback_bot``.

All of the coach takes part: inbox, leases, lanes, receipts, the door. Settings come from the environment.
"""

from dataclasses import dataclass
from typing import ClassVar

from sqlmodel import Field, Session, SQLModel

from bot import loop
from bot.app import run_coach
from bot.chat import routes
from bot.chat.buttons import Action
from bot.chat.screen import Key, Screen
from bot.chat.turn import Turn
from bot.clock import SystemClock
from bot.db import migrate
from bot.db.database import open_engine
from bot.log import configure
from bot.settings import load_settings


class Count(SQLModel, table=True):
    """How often a person pressed; as the peers keep it."""

    __tablename__ = "bench_count"

    person_id: int = Field(primary_key=True)
    presses: int = 0


@dataclass(frozen=True)
class Press(Action):
    """The button."""

    code: ClassVar[str] = "bench"


def count(session: Session, person_id: int) -> int:
    """Count one press: one read, one write."""
    row = session.get(Count, person_id) or Count(person_id=person_id)
    row.presses += 1
    session.add(row)
    return row.presses


async def pressed(turn: Turn, _action: Press) -> Screen:
    """Count it and show the number."""
    presses = await turn.run(count, turn.person_id)
    return Screen(f"Pressed {presses} times", ((Key("Count", Press()),),))


def main() -> None:
    """Run the coach until it is told to stop."""
    settings = load_settings(need_token=True)
    configure("warning", "console")
    routes.PRESSES[Press] = pressed  # type: ignore[index] - the one table, and this process is ours alone
    migrate.upgrade(settings.database_url)
    engine = open_engine(settings.database_url)
    SQLModel.metadata.create_all(engine, [Count.__table__])  # type: ignore[attr-defined]
    engine.dispose()
    loop.run(run_coach(settings, SystemClock()))


if __name__ == "__main__":
    main()
