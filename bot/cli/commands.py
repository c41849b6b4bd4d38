"""The command line. Every command imports what it needs when it is called, so that `--help` is instant."""

from typing import Annotated

import typer

from bot.cli.content import content
from bot.cli.database import db
from bot.cli.ground import (
    HOST,
    fail,
    read_settings,
    run_until_stopped,
    see_that_port_is_free,
    stop_on_signals,
)
from bot.cli.pictures import pictures
from bot.cli.poster import poster

HELP = """\
A Telegram coach for a stiff or sore middle back.

[bold]midback demo[/] shows it in the browser, with no Telegram account.
[bold]midback run[/] is the real thing, with a token from @BotFather.

Settings are read from MIDBACK_* variables and from .env of the current folder;
[bold]midback doctor[/] says what is wrong with them.
"""
PORT = 8420
# Opens nothing but an emulator on this machine.
EMULATOR_TOKEN = "100000:only-good-for-the-emulator-0000000"  # noqa: S105 not a secret

app = typer.Typer(
    help=HELP,
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,  # they show local variables, and among those may be a token
    add_completion=False,
)
app.add_typer(content, name="content")
app.add_typer(db, name="db")
app.add_typer(pictures, name="pictures")
app.command()(poster)

Port = Annotated[int, typer.Option(min=0, max=65535, help="Port on this machine; 0 takes a free one.")]


@app.command()
def run() -> None:
    """Coach people on Telegram until stopped.

    Needs MIDBACK_TOKEN. Brings the database up to date first. Asks for updates by long polling,
    or is given them where MIDBACK_WEBHOOK_URL is set.
    """
    from bot.cli.running import run

    run()


@app.command()
def demo(
    port: Port = PORT,
    *,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open the chat page.")] = True,
) -> None:
    """Try it without Telegram: an emulator, the coach and a chat page in the browser."""
    settings = read_settings()
    see_that_port_is_free(port)

    from bot.demo import run_demo

    run_until_stopped(run_demo(settings, port=port, open_browser=browser))


@app.command()
def emulator(
    port: Port = PORT,
    token: Annotated[str, typer.Option(help="The bot token that it accepts.")] = EMULATOR_TOKEN,
) -> None:
    """Stand in for Telegram on this machine: a Bot API server with a chat page.

    Any bot can be pointed at it, not only this one.
    """
    read_settings()
    see_that_port_is_free(port)
    run_until_stopped(_emulate(port, token))


async def _emulate(port: int, token: str) -> None:
    from bot.emulator import serve

    async with serve(token=token, host=HOST, port=port) as server:
        typer.echo(f"The chat page is at {server.url}. Point a bot at it, here the coach:")
        typer.echo(f"  MIDBACK_API_URL={server.url} MIDBACK_TOKEN={token} midback run")
        typer.echo("Ctrl-C ends it.")
        await stop_on_signals().wait()


@app.command(context_settings={"allow_extra_args": True, "ignore_unknown_options": True})
def test(context: typer.Context) -> None:
    """Check everything: style, types, floors, content, migrations, tests.

    With arguments, pytest alone runs with them: midback test tests/domain -k streak
    """
    from rich.console import Console

    from bot.checks import all_steps, clone, missing_tools, pytest_step
    from bot.checks import run as run_steps

    root = clone()
    if root is None:
        fail("The tests live in the clone, not in the installed package: there, call ./midback test.")
    if missing := missing_tools():
        fail(f"{', '.join(missing)} not installed here: call ./midback test in the clone, it installs them.")
    steps = (pytest_step(context.args),) if context.args else all_steps()
    raise typer.Exit(run_steps(steps, root, Console()))


@app.command(context_settings={"allow_extra_args": True, "ignore_unknown_options": True})
def bench(context: typer.Context) -> None:
    """Measure beside other bots and queues: bench [a b c d e] [--rounds 5] [--quick].

    Takes up to an hour. Writes docs/benchmarks.md and its plots, except with --quick.
    """
    from bot.checks import clone
    from bot.cli.measuring import measure

    raise typer.Exit(measure(clone(), context.args))


@app.command(context_settings={"allow_extra_args": True, "ignore_unknown_options": True})
def soak(context: typer.Context) -> None:
    """Break things for long and see that nothing is lost: soak [--minutes 20] [--replicas 2] [--seed N].

    Kills replicas, cuts off database and Telegram; --database sqlite restarts a single coach. Needs a clone.
    """
    from bot.checks import clone
    from bot.cli.soaking import soak as run_rounds

    raise typer.Exit(run_rounds(clone(), context.args))


@app.command()
def doctor(
    *,
    alive: Annotated[bool, typer.Option("--alive", help="Only ask whether a coach runs here.")] = False,
) -> None:
    """Say what is wrong with settings, token, database, content and clock, and how to mend it."""
    from rich.console import Console

    from bot.doctor import examine, look_at_heart, tell
    from bot.heart import seconds_since_beat
    from bot.settings import data_folder

    if alive:
        heart = look_at_heart(seconds_since_beat(data_folder() / "heartbeat"))
        raise typer.Exit(tell([heart], Console()))

    from bot import library
    from bot.clock import SystemClock
    from bot.db import migrate

    settings = read_settings()
    findings = examine(settings, SystemClock(), check_content=library.check, check_database=migrate.check)
    raise typer.Exit(tell(findings, Console()))
