"""`midback bench`: measure beside the peers, which live in an environment of their own."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import typer

from bot.cli.ground import fail

STAMP = "midback-bench.stamp"
PIP = [
    "-m",
    "pip",
    "--disable-pip-version-check",
    "install",
    "-q",
    "--require-hashes",
    "--only-binary",
    ":all:",
]


def measure(root: Path | None, arguments: list[str]) -> int:
    """Make the environment where it is missing or old, and measure in it.

    :param root: the clone, None outside of one
    :returns: the exit code
    """
    if root is None or not (root / "benchmarks").is_dir():
        fail("The benchmarks live in the clone, not in the installed package: there, call ./midback bench.")
    command = [str(environment(root)), "-P", "-m", "benchmarks", *arguments]
    here = {**os.environ, "PYTHONPATH": str(root)}
    return subprocess.run(command, cwd=root, env=here, check=False).returncode  # noqa: S603 - ours


def environment(root: Path) -> Path:
    """Return the Python of the environment with the peers, made anew when what it pins has changed."""
    folder, pinned = root / ".bench" / "venv", root / "requirements-bench.txt"
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    wanted = hashlib.sha256(pinned.read_bytes()).hexdigest()
    stamp = folder / STAMP
    if not stamp.exists() or stamp.read_text() != wanted:
        typer.echo(f"installing {pinned.name} (once, and again when it changes)", err=True)
        _call(sys.executable, "-m", "venv", "--clear", str(folder))
        _call(str(python), *PIP, "--requirement", str(pinned))
        stamp.write_text(wanted)
    return python


def _call(*command: str) -> None:
    if subprocess.run(command, check=False).returncode:  # noqa: S603 - ours
        fail("The environment for the benchmarks could not be made; the words of pip are above.")
