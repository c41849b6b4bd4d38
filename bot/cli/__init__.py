"""The command line. `run` goes past the parser of commands: a coach that starts has no use for it."""

import gc
import sys


def main() -> None:
    """Run the command line; ends the process."""
    # A start makes much and drops little: to look for garbage all the while would take a tenth of its time.
    gc.set_threshold(50_000, 20, 50)
    if sys.argv[1:] == ["run"]:
        from bot.cli.running import run

        try:
            run()
        except KeyboardInterrupt:  # before the coach could listen for it
            sys.exit(130)
    else:
        from bot.cli.commands import app

        app(prog_name="midback")
