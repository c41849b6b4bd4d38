"""`midback db`: the database's tables."""

import typer

from bot.cli.ground import database_errors_in_words, fail, prepare_database, read_settings

db = typer.Typer(no_args_is_help=True, help="Bring the database up to date, or see whether it is.")


@db.command("upgrade")
def db_upgrade() -> None:
    """Bring the database to the tables of this version; `run` and `demo` do it by themselves."""
    from bot.db import migrate

    settings = read_settings()
    prepare_database(settings)
    with database_errors_in_words():
        migrate.upgrade(settings.database_url)
    typer.echo("The database is up to date.")


@db.command("check")
def db_check() -> None:
    """See whether the database has the tables of this version."""
    from bot.db import migrate
    from bot.settings import sqlite_path

    url = read_settings().database_url
    path = sqlite_path(url)
    if path is not None and not path.exists():  # to ask would make an empty file
        fail(f"There is no database at {path} yet: run `midback db upgrade`.")
    with database_errors_in_words():
        sentence = migrate.check(url)
    if sentence:
        fail(sentence)
    typer.echo("The database is up to date.")
