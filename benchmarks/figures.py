"""The five figures: which peers take part in which order, and what is made of their numbers."""

import tempfile
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks import idle, presses
from benchmarks.node import grammy
from benchmarks.postgres import empty
from benchmarks.presses import Case
from benchmarks.report import Row, Table, goal, ratio
from benchmarks.stage import Server, Spread, work

Measure = Callable[[], dict[str, float]]
Rounds = dict[str, list[dict[str, float]]]
Say = Callable[[str], None]


def rounds(peers: dict[str, Measure], count: int, say: Say) -> Rounds:
    """Let each peer have its turn, so many times; one that fails is told of and left out."""
    found: Rounds = defaultdict(list)
    failed: set[str] = set()
    for number in range(1, count + 1):
        for name, measure in peers.items():
            if name in failed:
                continue
            say(f"round {number} of {count}: {name}")
            try:
                found[name].append(measure())
            except RuntimeError as error:
                failed.add(name)
                found.pop(name, None)
                say(f"{name} is left out: {error}")
    return found


def _table(table: Table, found: Rounds, names: list[str], ours: str = "Midback") -> Table:
    for peer, results in found.items():
        columns = [Spread.of([r[name] for r in results]) if name in results[0] else None for name in names]
        table.rows.append(Row(peer, columns, peer.startswith(ours)))
    return table


def sends(server: Server, count: int, say: Say, *, quick: bool) -> list[Table]:
    """Figure a: sends a second and CPU for each message."""
    messages = 500 if quick else 3000

    def one(function: str) -> Measure:
        return lambda: work("sends", function, url=server.url, count=messages)

    peers = {
        "bare aiohttp (the limit)": one("bare"),
        "Midback's door": one("door"),
        "Midback, whole push": lambda: _push(server, messages),
        "aiogram": one("aiogram"),
        "python-telegram-bot": one("ptb"),
    }
    if node := grammy(say):
        peers["grammY (Node)"] = lambda: node(server.url, messages)
    names = ["cpu_us", "per_second"]
    table = Table("a-sends", "a. Sending a message", ["µs of CPU a message", "messages a second"])
    _table(table, rounds(peers, count, say), names)
    for whose in ("Midback's door", "Midback, whole push"):
        cpu = table.find(whose)
        table.goals += [
            goal(f"{whose}, CPU against aiogram (goal: at most 0.6)", ratio(cpu, table.find("aiogram")), 0.6),
            goal(
                f"{whose}, CPU against the limit (goal: at most 1.4)",
                ratio(cpu, table.find("bare aiohttp (the limit)")),
                1.4,
            ),
        ]
    return [table]


def _push(server: Server, count: int) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/push.sqlite3"
        return work("path", "midback", url=url, api=server.url, count=count)


def path(server: Server, postgres: str | None, count: int, say: Say, *, quick: bool) -> list[Table]:
    """Figure b: the way of a reminder."""
    messages = 300 if quick else 600

    def lite(function: str) -> Measure:
        def measure() -> dict[str, float]:
            with tempfile.TemporaryDirectory() as folder:
                url = f"sqlite:///{folder}/path.sqlite3"
                return work("path", function, url=url, api=server.url, count=messages)

        return measure

    def large(function: str, scheme: str = "postgresql+psycopg://") -> Measure:
        def measure() -> dict[str, float]:
            with empty(postgres or "") as url:
                address = url.replace("postgresql://", scheme, 1)
                return work("path", function, url=address, api=server.url, count=messages)

        return measure

    peers = {"Midback on SQLite": lite("midback")}
    if postgres:
        plain = "postgresql://"
        peers |= {
            "Midback on PostgreSQL": large("midback"),
            "PgQueuer (PostgreSQL)": large("pgqueuer", plain),
            "DBOS on PostgreSQL": large("dbos", plain),
            "APScheduler on PostgreSQL": large("apscheduler"),
        }
    peers |= {"APScheduler on SQLite": lite("apscheduler"), "DBOS on SQLite": lite("dbos")}
    table = Table("b-reminders", "b. A reminder's whole way", ["reminders a second", "µs of CPU each"])
    _table(table, rounds(peers, count, say), ["per_second", "cpu_us"])
    others = [row.spreads[0].median for row in table.rows if not row.ours and row.spreads[0]]
    best = max(others, default=None)
    for whose in ("Midback on SQLite", "Midback on PostgreSQL"):
        rate = table.find(whose)
        table.goals += [
            goal(f"{whose}, a second (goal: at least 1,000)", rate, 1000, least=True),
            goal(f"{whose} against the best peer (goal: at least 5)", ratio(rate, best), 5, least=True),
        ]
    return [table]


def ticks(count: int, say: Say, *, quick: bool) -> list[Table]:
    """Figure c: what a tick costs, and what a start costs."""
    sizes = [1_000, 10_000] if quick else [10_000, 100_000, 1_000_000]
    due = "0,1000" if quick else "0,1000,10000"
    found: Rounds = defaultdict(list)
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            say(f"making {size:,} reminders")
            url = f"sqlite:///{folder}/{size}.sqlite3"
            work("ticks", "fill", url=url, reminders=size)
        jobs = f"sqlite:///{folder}/jobs.sqlite3"
        many = 1_000 if quick else 10_000
        say(f"making {many:,} jobs for APScheduler")
        work("jobs", "fill", url=jobs, jobs=many)
        for number in range(count):
            for size in sizes:
                say(f"round {number + 1} of {count}: {size:,} reminders")
                url = f"sqlite:///{folder}/{size}.sqlite3"
                told = work("ticks", "midback", url=url, due=due, first_day=1 + number * 10)
                found[f"Midback, {size:,} reminders"].append(told)
            say(f"round {number + 1} of {count}: APScheduler")
            # Ten thousand due take it minutes, and show nothing that a thousand do not.
            told = work("jobs", "ticks", url=jobs, due="0,1000")
            found[f"APScheduler, {many:,} jobs"].append(told)
    names = due.split(",")
    table = Table("c-ticks", "c. A tick on SQLite", [f"ms of CPU with {int(name):,} due" for name in names])
    table.drawn = 1
    _table(table, found, names)
    quiet = [spread.median for row in table.rows if row.ours and (spread := row.spreads[0])]
    table.goals = [
        goal("ms of CPU with nothing due, at most (goal: under 1)", max(quiet), 1.0),
        goal("slowest against quickest with nothing due (goal: flat)", max(quiet) / min(quiet), 1.5),
    ]
    return [table]


def buttons(server: Server, count: int, say: Say, *, quick: bool) -> list[Table]:
    """Figure d: a button press."""
    tables = []
    for delay in (0.0, 0.05):
        cases = {
            "Midback, polling": Case("midback_bot", "polling", delay),
            "Midback, webhook": Case("midback_bot", "webhook", delay),
            "aiogram, polling": Case("aiogram", "polling", delay, 800),
            "aiogram, webhook": Case("aiogram", "webhook", delay, 800),
            "python-telegram-bot": Case("ptb", "polling", delay, 40 if delay else 400),
        }
        peers = {name: _presses(server, case, quick=quick) for name, case in cases.items()}
        key = "d-presses-slow" if delay else "d-presses"
        title = f"d. A button press, {delay * 1000:.0f} ms for each call to Telegram"
        columns = ["presses a second", "µs of CPU each", "p50 in ms", "p99 in ms"]
        table = Table(key, title, columns)
        _table(table, rounds(peers, count, say), ["per_second", "cpu_us", "p50_ms", "p99_ms"])
        for way in ("polling", "webhook"):
            for peer, bound in ((f"aiogram, {way}", 4), ("python-telegram-bot", 6)):
                times = ratio(table.find(f"Midback, {way}"), table.find(peer))
                words = f"Midback, {way}, against {peer} (goal: at least {bound})"
                table.goals.append(goal(words, times, bound, least=True))
        tables.append(table)
    return [*tables, _burst(server, count, say)]


def _presses(server: Server, case: Case, *, quick: bool) -> Measure:
    smaller = Case(case.peer, case.way, case.delay, case.presses // 4) if quick else case
    return lambda: presses.measure(smaller, server)


def _burst(server: Server, count: int, say: Say) -> Table:
    cases = {
        "Midback": Case("midback_bot"),
        "aiogram": Case("aiogram"),
        "python-telegram-bot": Case("ptb"),
        "python-telegram-bot, 256 at once": Case("ptb*256"),
    }
    peers: dict[str, Measure] = {
        name: (lambda case=case: presses.burst(case, server))
        for name, case in cases.items()  # type: ignore[misc]
    }
    table = Table("d-burst", f"d. {presses.MANY} quick presses by one person", ["presses that count"])
    _table(table, rounds(peers, count, say), ["counted"])
    table.goals = [
        goal(f"Midback counts (goal: {presses.MANY})", table.find("Midback"), presses.MANY, least=True)
    ]
    return table


def starts(server: Server, count: int, say: Say, *, quick: bool) -> list[Table]:
    """Figure e: start-up and idling."""
    many = 10_000 if quick else 1_000_000
    cases = {
        "Midback": "midback",
        "aiogram with SQLModel": "aiogram",
        "python-telegram-bot with SQLModel": "ptb",
    }
    first: Rounds = defaultdict(list)
    found: Rounds = defaultdict(list)
    with tempfile.TemporaryDirectory() as full:
        say(f"making {many:,} reminders")
        work("ticks", "fill", url=f"sqlite:///{full}/midback.sqlite3", reminders=many)
        for number in range(1, count + 1):
            for name, peer in cases.items():
                say(f"round {number} of {count}: {name}")
                new, again = idle.both(peer, server)
                first[name].append(new)
                found[name].append(again)
            found[f"Midback with {many:,} reminders"].append(idle.start("midback", server, Path(full)))
    columns = ["s of CPU until it polls", "MB of memory", "% of a core when idle"]
    table = Table("e-start", "e. Starting and waiting", columns)
    names = ["cpu_s", "rss_mb", "idle_percent"]
    _table(table, found, names)
    for name, results in first.items():
        if name == "Midback":
            table.rows.append(
                Row("Midback, first start ever", [Spread.of([r[n] for r in results]) for n in names], True)
            )
    table.goals = [
        goal("seconds of CPU until ready (goal: under 1)", table.find("Midback"), 1.0),
        goal("MB of memory (goal: under 90)", table.find("Midback", 1), 90.0),
        goal(
            f"start with {many:,} reminders against none (goal: as quick)",
            ratio(table.find(f"Midback with {many:,} reminders"), table.find("Midback")),
            1.15,
        ),
    ]
    return [table]


def all_figures(server: Server, postgres: str | None, count: int, say: Say, *, quick: bool) -> dict[str, Any]:
    """Return what measures each figure, by its letter."""
    return {
        "a": lambda: sends(server, count, say, quick=quick),
        "b": lambda: path(server, postgres, count, say, quick=quick),
        "c": lambda: ticks(count, say, quick=quick),
        "d": lambda: buttons(server, count, say, quick=quick),
        "e": lambda: starts(server, count, say, quick=quick),
    }
