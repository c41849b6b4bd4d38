"""grammY, where Node and npm are: installed below ``.bench/``, measured like the others."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from benchmarks.stage import ROOT
from benchmarks.worker import AT_ONCE, BUTTONS, TEXT, TOKEN, WARM_UP

VERSION = "1.46.0"
FOLDER = ROOT / ".bench" / "node"
SCRIPT = Path(__file__).parent / "grammy.mjs"

Send = Callable[[str, int], dict[str, float]]


def grammy(say: Callable[[str], None]) -> Send | None:
    """Return what measures grammY, None where it cannot be had, after saying why."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        say("grammY is left out: there is no Node here")
        return None
    FOLDER.mkdir(parents=True, exist_ok=True)
    if not (FOLDER / "node_modules" / "grammy").is_dir():
        say("installing grammY")
        command = [
            npm,
            "install",
            "--silent",
            "--no-audit",
            "--no-fund",
            "--ignore-scripts",
            f"grammy@{VERSION}",
        ]
        if subprocess.run(command, cwd=FOLDER, check=False, capture_output=True).returncode:
            say("grammY is left out: npm could not install it")
            return None
    shutil.copy(SCRIPT, FOLDER / SCRIPT.name)  # modules are looked up beside the script

    def send(url: str, count: int) -> dict[str, float]:
        given = {"url": url, "token": TOKEN, "count": count, "text": TEXT, "buttons": BUTTONS}
        given |= {"warmUp": WARM_UP, "atOnce": AT_ONCE}
        command = [node, str(FOLDER / SCRIPT.name), json.dumps(given)]
        done = subprocess.run(command, cwd=FOLDER, check=False, capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(done.stderr[-2000:])
        found: dict[str, float] = json.loads(done.stdout)
        return found

    return send
