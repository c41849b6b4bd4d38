"""The table and the work of the peers, as the documentation of SQLModel shows it: an AsyncSession a press."""

from sqlalchemy.ext.asyncio import AsyncEngine, async_sessionmaker, create_async_engine
from sqlmodel import Field, SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

Sessions = async_sessionmaker[AsyncSession]


class Count(SQLModel, table=True):
    """How often a person pressed."""

    __tablename__ = "bench_count"

    person_id: int = Field(primary_key=True)
    presses: int = 0


async def open_sessions(url: str) -> tuple[AsyncEngine, Sessions]:
    """Open the database, with the table."""
    engine = create_async_engine(url)
    async with engine.begin() as connection:
        if url.startswith("sqlite"):
            await connection.exec_driver_sql("PRAGMA journal_mode=WAL")
            await connection.exec_driver_sql("PRAGMA synchronous=NORMAL")
        await connection.run_sync(SQLModel.metadata.create_all)
    return engine, async_sessionmaker(engine, class_=AsyncSession, expire_on_commit=False)


async def count(sessions: Sessions, person_id: int) -> int:
    """Count one press: one read, one write."""
    async with sessions() as session:
        row = await session.get(Count, person_id) or Count(person_id=person_id)
        row.presses += 1
        session.add(row)
        await session.commit()
        return row.presses
