"""A coach whose clock is set by hand, and a Telegram that remembers what people really received."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import update
from sqlmodel import Session, select

from bot.chat.errors import Sent
from bot.db.database import Database
from bot.db.tables import Delivery, DeliveryStatus, Person, Reminder
from bot.push.budget import Budget, Pace
from bot.push.outbox import Outbox
from bot.push.ticks import Tick
from bot.services import reminders
from bot.services.outbox import Claimed

Answer = Sent | Callable[[Claimed], Sent]
OK = Sent(message_id=1)
ANA = 7


class SetClock:
    """Shows the time to which it was set."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def now(self) -> datetime:
        """Return the time to which it was set."""
        return self.moment


class AnyPace(Pace):
    """Lets a chat be written to as often as a test moves the clock."""

    def wait(self, chat_id: int) -> float:
        """Never wait."""
        return 0.0


def still() -> float:
    """Show always the same second: however slow the machine is, no flush comes to its end too early."""
    return 0.0


@dataclass
class Telegram:
    """Says what it was told to say, and remembers what it was given and when."""

    clock: SetClock
    answers: list[Answer] = field(default_factory=list)
    always: Answer = OK
    given: list[tuple[datetime, Claimed]] = field(default_factory=list)

    async def __call__(self, claimed: Claimed) -> Sent:
        """Take a message."""
        self.given.append((self.clock.moment, claimed))
        answer = self.answers.pop(0) if self.answers else self.always
        return answer if isinstance(answer, Sent) else answer(claimed)

    def walls(self) -> list[str]:
        """Return what people's clocks showed when messages came."""
        return [f"{at.astimezone(ZoneInfo(one.zone)):%Y-%m-%d %H:%M}" for at, one in self.given]


@dataclass
class Coach:
    """One replica with its own clock."""

    database: Database
    clock: SetClock
    telegram: Telegram
    outbox: Outbox
    tick: Tick

    async def at(self, *moments: datetime) -> None:
        """Let a tick happen at each of these moments."""
        for moment in moments:
            self.clock.moment = moment
            await self.tick()

    async def walk(self, first: datetime, last: datetime, step: timedelta = timedelta(minutes=15)) -> None:
        """Let ticks happen all the way from one moment to another."""
        while first <= last:
            await self.at(first)
            first += step


def coach(
    database: Database, moment: datetime, telegram: Telegram | None = None, budget: Budget | None = None
) -> Coach:
    """Return a replica on a database; several may share one."""
    clock = telegram.clock if telegram else SetClock(moment)
    telegram = telegram or Telegram(clock)
    outbox = Outbox(database, telegram, budget=budget, pace=AnyPace())
    return Coach(database, clock, telegram, outbox, Tick(database, outbox, clock))


def meet(database: Database, now: datetime, zone: str = "Europe/Madrid", person_id: int = ANA) -> None:
    """Bring a person."""
    person = Person(
        id=person_id,
        first_name="Ana",
        zone=zone,
        zone_confirmed=True,
        onboarding="done",
        created_at=now,
        first_day=now.date(),
    )

    def add(session: Session) -> None:
        session.add(person)

    database.call(add)


def remind(database: Database, now: datetime, *times: str, days: str = "0123456", who: int = ANA) -> int:
    """Add a reminder for wall times such as ``07:30``; give its id."""
    row = database.call(reminders.add, who, days, [time.fromisoformat(at) for at in times], now)
    assert row is not None
    return row.id or 0


def utc(text: str) -> datetime:
    """Return a moment written as ``2026-03-02 17:00``, in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def deliveries(database: Database) -> list[Delivery]:
    """Return all that the outbox holds, oldest first."""
    return list(database.call(lambda session: session.exec(select(Delivery).order_by("id")).all()))


def reasons(database: Database) -> list[tuple[str, str | None]]:
    """Return how each delivery ended, and why."""
    return [(row.status, row.reason) for row in deliveries(database)]


def ended(database: Database, status: DeliveryStatus) -> int:
    """Return how many deliveries ended like this."""
    return sum(row.status == status for row in deliveries(database))


def let_leases_run_out(database: Database) -> None:
    """Let the database believe that whoever took something took it long ago."""
    past = datetime(2020, 1, 1, tzinfo=UTC)
    database.call(lambda session: session.exec(update(Delivery).values(claimed_until=past)))


def change_person(database: Database, **values: object) -> None:
    """Set something about Ana."""

    def change(session: Session) -> None:
        person = session.get_one(Person, ANA)
        for name, value in values.items():
            setattr(person, name, value)

    database.call(change)


def rule(database: Database) -> Reminder:
    """Return the only reminder."""
    return database.call(lambda session: session.exec(select(Reminder)).one())


def hours(first: str, *after: float) -> Iterable[datetime]:
    """Return a moment and others so many hours behind it."""
    start = utc(first)
    return [start, *(start + timedelta(hours=hour) for hour in after)]
