"""The script that sets a clone up, with a stand-in for Python that notes what it is asked."""

import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

# Behaves as far as the script looks: makes a .venv with itself in it, notes pip and the coach.
PYTHON = """#!/bin/sh
case "$*" in
    *version_info*) exit {too_old} ;;
    *ensurepip*) exit {no_venv} ;;
    -V) echo "Python 3.13.0" ;;
    "-m venv --clear "*) mkdir -p "$4/bin"; cp "$0" "$4/bin/python" ;;
    "-m pip --version") ;;
    "-m pip "*) echo "pip $*" >>"$NOTES"; exit {pip_fails} ;;
    *) echo "coach $PYTHONPATH $*" >>"$NOTES" ;;
esac
"""
TOOLS = ("cat", "cksum", "cp", "dirname", "kill", "mkdir", "mv", "readlink", "rm", "sh", "sleep")


class Clone:
    """A clone with nothing but the script and its requirements, in a folder with a space in its name."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "a clone"
        self.path = folder / "path"
        self.notes = folder / "notes"
        self.root.mkdir()
        self.path.mkdir()
        for name in ("midback", "requirements.txt", "requirements-dev.txt"):
            self.root.joinpath(name).write_text((ROOT / name).read_text("utf-8"), "utf-8")
        for tool in TOOLS:
            found = next((f for f in (Path("/bin", tool), Path("/usr/bin", tool)) if f.exists()), None)
            if found:
                self.path.joinpath(tool).symlink_to(found)

    def python(self, name: str, *, too_old: int = 0, no_venv: int = 0, pip_fails: int = 0) -> None:
        """Put a Python on the PATH; each number is the exit code of what it is asked."""
        code = PYTHON.format(too_old=too_old, no_venv=no_venv, pip_fails=pip_fails)
        self.path.joinpath(name).write_text(code, "utf-8")
        self.path.joinpath(name).chmod(0o755)

    def midback(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Call the script from another folder, with nothing else on the PATH."""
        env = {"PATH": str(self.path), "NOTES": str(self.notes), "HOME": str(self.path)}
        script = ["/bin/sh", str(self.root / "midback"), *words]
        return subprocess.run(
            script, cwd=self.path, env=env, capture_output=True, text=True, timeout=30, check=False
        )

    def asked(self) -> list[str]:
        """What Python was asked since the last look."""
        lines = self.notes.read_text("utf-8").splitlines() if self.notes.exists() else []
        self.notes.unlink(missing_ok=True)
        return lines


@pytest.fixture
def clone(tmp_path: Path) -> Clone:
    """A clone on a machine without Python."""
    return Clone(tmp_path)


def test_the_first_start_installs_and_the_second_does_not(clone: Clone) -> None:
    clone.python("python3")
    assert clone.midback("demo", "--port", "1 2").returncode == 0
    pip, coach = clone.asked()
    assert "--require-hashes" in pip
    assert pip.endswith("a clone/requirements.txt")
    assert coach == f"coach {clone.root} -P -m bot demo --port 1 2"
    assert clone.midback("demo").returncode == 0
    assert clone.asked() == [f"coach {clone.root} -P -m bot demo"]


def test_it_installs_again_when_the_requirements_changed(clone: Clone) -> None:
    clone.python("python3")
    clone.midback("demo")
    clone.asked()
    clone.root.joinpath("requirements.txt").write_text("other==1\n", "utf-8")
    clone.midback("demo")
    assert len(clone.asked()) == 2


@pytest.mark.parametrize("command", ["test", "test tests/domain", "soak", "content learn"])
def test_tests_get_their_tools_once_and_the_coach_needs_no_more(clone: Clone, command: str) -> None:
    clone.python("python3")
    clone.midback(*command.split())
    assert clone.asked()[0].endswith("requirements-dev.txt")
    clone.midback(*command.split())
    clone.midback("demo")
    assert all(line.startswith("coach") for line in clone.asked())


def test_an_installation_that_failed_is_told_and_tried_again(clone: Clone) -> None:
    clone.python("python3", pip_fails=1)
    failed = clone.midback("demo")
    assert failed.returncode == 1
    assert "could not install requirements.txt" in failed.stderr
    assert not clone.root.joinpath(".venv.lock").exists()
    assert len(clone.asked()) == 1
    assert clone.midback("demo").returncode == 1
    assert clone.asked()[0].startswith("pip")


def test_without_python_it_says_so(clone: Clone) -> None:
    result = clone.midback("demo")
    assert result.returncode == 1
    assert "Python 3.11 or newer is needed" in result.stderr


def test_an_old_python_is_passed_over(clone: Clone) -> None:
    clone.python("python3", too_old=1)
    assert clone.midback("demo").returncode == 1
    clone.python("python3.12")
    assert clone.midback("demo").returncode == 0


def test_a_python_without_venv_is_told_with_the_remedy(clone: Clone) -> None:
    clone.python("python3.11", no_venv=1)
    result = clone.midback("demo")
    assert result.returncode == 1
    assert "python3-venv" in result.stderr


def test_the_lock_of_a_start_that_is_gone_is_taken_away(clone: Clone) -> None:
    gone = subprocess.run(["/bin/sh", "-c", "echo $$"], capture_output=True, text=True, check=True).stdout
    clone.python("python3")
    lock = clone.root / ".venv.lock"
    lock.mkdir()
    lock.joinpath("pid").write_text(gone, "utf-8")
    assert clone.midback("demo").returncode == 0
    assert not lock.exists()


def test_it_waits_while_another_start_installs(clone: Clone) -> None:
    clone.python("python3")
    lock = clone.root / ".venv.lock"
    lock.mkdir()
    with subprocess.Popen(["/bin/sh", "-c", 'sleep 1; rm -rf "$0"', str(lock)]) as other:
        lock.joinpath("pid").write_text(str(other.pid), "utf-8")
        result = clone.midback("demo")
    assert result.returncode == 0
    assert "waiting for it" in result.stderr


def test_it_can_be_called_through_a_link(clone: Clone) -> None:
    clone.python("python3")
    link = clone.path / "link"
    link.symlink_to(clone.root / "midback")
    env = {"PATH": str(clone.path), "NOTES": str(clone.notes)}
    subprocess.run(["/bin/sh", str(link), "doctor"], env=env, check=True, capture_output=True, timeout=30)
    assert clone.asked()[-1] == f"coach {clone.root} -P -m bot doctor"


def test_the_script_can_be_executed() -> None:
    assert os.access(ROOT / "midback", os.X_OK)
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
