"""What the environment and the `.env` file of the current folder give."""

import os
from pathlib import Path

ENV_FILE = Path(".env")


def given(prefix: str, env_file: Path | None = ENV_FILE) -> dict[str, str]:
    """What is set, by its name in small letters without the prefix.

    The environment wins over the file, and an empty value counts as none. Raises `OSError` and
    `UnicodeDecodeError` where the file cannot be read.
    """
    said = [*(_in_file(env_file) if env_file else {}).items(), *os.environ.items()]
    return {n[len(prefix) :].lower(): value for n, value in said if value and n.upper().startswith(prefix)}


def given_names(env_file: Path = ENV_FILE) -> set[str]:
    """The names that the environment and the `.env` file give, known or not, empty or not."""
    try:
        in_file = set(_in_file(env_file))
    except (OSError, UnicodeDecodeError):
        in_file = set()  # who reads the settings says what is wrong with it
    return set(os.environ) | in_file


def _in_file(env_file: Path) -> dict[str, str | None]:
    if not env_file.is_file():
        return {}
    from dotenv import dotenv_values  # noqa: PLC0415 - many coaches have no such file

    return dotenv_values(env_file, encoding="utf-8")
