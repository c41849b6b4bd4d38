"""`midback soak`: rounds of faults, which live beside the tests."""

import os
import subprocess
import sys
from pathlib import Path

from bot.cli.ground import fail


def soak(root: Path | None, arguments: list[str]) -> int:
    """Run rounds of faults and return the exit code: 1 when an invariant did not hold.

    :param root: the clone, None outside of one
    """
    if root is None:
        fail("The faults live in the clone, not in the installed package: there, call ./midback soak.")
    command = [sys.executable, "-P", "-m", "tests.faults.soak", *arguments]
    here = {**os.environ, "PYTHONPATH": str(root)}
    return subprocess.run(command, cwd=root, env=here, check=False).returncode  # noqa: S603 - ours
