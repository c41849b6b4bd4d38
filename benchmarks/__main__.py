"""``python -m benchmarks [figures] [--rounds N] [--quick]``: measure, tell, and write the page."""

import argparse
import json
import os
import platform
import sys
import time
from dataclasses import asdict
from pathlib import Path

from benchmarks.figures import all_figures
from benchmarks.postgres import postgres
from benchmarks.report import DOCS, Row, Table, write
from benchmarks.stage import ROOT, Spread, server

KEPT = ROOT / ".bench" / "results.json"
WORDS = Path(__file__).parent / "words.md"


def main() -> None:
    """Measure what the command line names, and write the page with it and with what was measured before."""
    parser = argparse.ArgumentParser(prog="midback bench")
    parser.add_argument(
        "figures", nargs="*", default=list("abcde"), help="letters, all unless some are named"
    )
    parser.add_argument("--rounds", type=int, default=5, help="turns of each peer")
    parser.add_argument(
        "--quick", action="store_true", help="little work in one round, and no page: does it run?"
    )
    given = parser.parse_args()
    count = 1 if given.quick else given.rounds
    kept = _read()
    with server() as running, postgres() as database:
        if database is None:
            _say("there is no PostgreSQL: its rows are left out")
        made = all_figures(running, database, count, _say, quick=given.quick)
        for letter in given.figures:
            tables = made[letter]()
            kept[letter] = {"tables": tables, "when": _circumstances(count)}
            for table in tables:
                print(f"\n{table.markdown()}", flush=True)  # noqa: T201 - what the command is for
    if not given.quick:
        _keep(kept)
        print(write(*_page(kept)))  # noqa: T201 - what the command is for


def _say(words: str) -> None:
    print(f"[{time.strftime('%H:%M:%S')}] {words}", file=sys.stderr, flush=True)  # noqa: T201 - progress


def _circumstances(count: int) -> str:
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    return f"{count} rounds on {time.strftime('%d %B %Y')}, load afterwards {load}"


def _page(kept: dict[str, dict[str, object]]) -> tuple[list[Table], str, str]:
    tables = [table for letter in sorted(kept) for table in kept[letter]["tables"]]  # type: ignore[attr-defined]
    system = f"{platform.system()} {platform.machine()}, Python {platform.python_version()}"
    when = "; ".join(f"{letter}: {kept[letter]['when']}" for letter in sorted(kept))
    return tables, f"Measured on {os.cpu_count()} cores, {system}. {when}.", WORDS.read_text("utf-8")


def _keep(kept: dict[str, dict[str, object]]) -> None:
    plain = {
        letter: {"when": part["when"], "tables": [asdict(table) for table in part["tables"]]}  # type: ignore[attr-defined]
        for letter, part in kept.items()
    }
    KEPT.write_text(json.dumps(plain), "utf-8")


def _read() -> dict[str, dict[str, object]]:
    if not KEPT.exists():
        return {}
    found = json.loads(KEPT.read_text("utf-8"))
    return {
        letter: {"when": part["when"], "tables": [_table(table) for table in part["tables"]]}
        for letter, part in found.items()
    }


def _table(plain: dict[str, object]) -> Table:
    rows = [
        Row(row["name"], [Spread(**s) if s else None for s in row["spreads"]], row["ours"])
        for row in plain.pop("rows")  # type: ignore[attr-defined]
    ]
    return Table(**plain, rows=rows)  # type: ignore[arg-type]


if __name__ == "__main__":
    DOCS.mkdir(exist_ok=True)
    main()
