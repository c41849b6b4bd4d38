"""`midback content learn` and `midback content hear`: what authors are told."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

WITHOUT = """\
import sys
sys.modules["sklearn"] = None
from bot.cli import main
main()
"""


def call(*words: str, code: str = "from bot.cli import main; main()") -> subprocess.CompletedProcess[str]:
    """Call a command in a process of its own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("MIDBACK_")}
    command = [sys.executable, "-c", code, *words]
    return subprocess.run(command, env=kept, capture_output=True, text=True, timeout=60, check=False)


def test_without_what_learning_needs_it_says_what_to_install() -> None:
    result = call("content", "learn", code=WITHOUT)
    assert result.returncode == 1
    assert "scikit-learn" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("words", [("learn",), ("hear", "stop it")])
def test_content_that_does_not_pass_is_told(tmp_path: Path, words: tuple[str, ...]) -> None:
    environment = f"import os; os.environ['MIDBACK_CONTENT'] = {str(tmp_path)!r}; "
    result = call("content", *words, code=environment + "from bot.cli import main; main()")
    assert result.returncode == 1
    assert "there is no exercise yet" in result.stderr
    assert "Traceback" not in result.stderr


def test_it_shows_what_is_made_of_a_sentence() -> None:
    result = call("content", "hear", "got the flu, back in a week i hope")
    assert result.returncode == 0
    assert "kinds: pause" in result.stdout
