"""A small content folder that has no faults, for tests to spoil."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.library import check

_FACTS = """\
order: {order}
kind: mobility
level: gentle
places: [chair]
kit: [chair]
desk: yes
quiet: yes
office_clothes: no
regions: [upper-back]
dose: {{sets: 1, reps: 6, tempo: 8}}
variations:
  - slug: sitting-tall
    direction: easier
    kit: []
  - slug: on-the-floor
    direction: harder
    places: [floor]
    dose: {{reps: 8}}
sources: [editor]
"""

_WORDS = """\
---
name: {name}
aliases: [{alias}]
misspellings: []
---
## Position
Sit tall on a chair.

## Steps
1. Breathe in.
2. Turn a little.
3. Come back.

## Tips
- Go slowly.

## Good for
- A stiff back.

## Common faults
- Rushing.

## Skip or adapt
- Dizzy: stay still.

## Easier: sitting-tall
Sitting tall
1. Sit.
2. Breathe.
3. Smile.

## Harder: on-the-floor
On the floor
1. Kneel.
2. Breathe.
3. Smile.
"""

_ROUTINE = """\
order: 1
desk_break: no
seconds: 110
entries:
  - exercise: turn
  - exercise: reach
    variation: on-the-floor
    dose: {reps: 4}
texts:
  en: {name: Gentle reset, summary: A turn and a reach.}
"""

_SOURCES = """\
editor:
  citation: The editor's own judgement.
smith-2020:
  citation: Smith 2020, on backs.
  url: https://doi.org/10.1000/1
  read: second-hand
"""

_ALARMS = """\
filler: [the, my]
no: [no]
after_no: [any]
either: [or]
sets:
  pain: [pain, ache]
signs:
  - slug: chest-pain
    tier: a
    phrases: [<pain> chest, chest ... hurts]
"""

_MATRIX = """\
state: {en: Not yet reviewed.}
sources: [editor]
flags:
  neck-sore:
    names: {en: Sore neck}
    rules:
      turn: {say: skip}
      reach: {say: adapt, use: [sitting-tall, standard]}
"""

_SCREENING = """\
state: {en: Not yet reviewed.}
sources: [editor]
months: 12
questions:
  - slug: neck
    texts: {en: Is your neck sore?}
    choices:
      - {slug: neck-no, names: {en: "No"}}
      - {slug: neck-yes, flags: [neck-sore], names: {en: "Yes"}}
"""

_PROGRAM = """\
order: 1
goal: ease
lengths: [4]
sources: [editor]
texts:
  en: {name: Calm, summary: A quiet month.}
phases:
  - slug: all
    weeks: 4
    minutes: 5
    strength_days: 0
    moves:
      - {exercise: turn, role: loosen}
      - {exercise: reach, variation: on-the-floor, role: calm, sets: 2}
    names: {en: All of it}
"""


def _card(group: str, order: int) -> tuple[str, str]:
    words = (
        "---\ntitle: A card\n---\nFirst words.\n\n- One thing.\n- Another.\n\n## Honestly\nNobody knows.\n"
    )
    return f"group: {group}\norder: {order}\nsources: [smith-2020]\n", words


def _files() -> dict[str, str]:
    files = {"sources.yaml": _SOURCES, "routines/reset.yaml": _ROUTINE}
    files |= {
        "safety/words.en.yaml": _ALARMS,
        "safety/matrix.yaml": _MATRIX,
        "safety/screening.yaml": _SCREENING,
        "programs/calm.yaml": _PROGRAM,
    }
    for order, (slug, name, alias) in enumerate(
        [("turn", "Turn", "twist"), ("reach", "Reach", "stretch up")], 1
    ):
        files[f"exercises/{slug}/exercise.yaml"] = _FACTS.format(order=order)
        files[f"exercises/{slug}/en.md"] = _WORDS.format(name=name, alias=alias)
    cards = [("cards/posture", "education", 1)]
    cards += [(f"safety/tier-{tier}", "safety", order) for order, tier in enumerate("abc", 1)]
    cards += [("safety/crisis", "safety", 4)]
    for folder, group, order in cards:
        files[f"{folder}/card.yaml"], files[f"{folder}/en.md"] = _card(group, order)
    return files


def write_tree(root: Path) -> Path:
    """Write the faultless content folder below ``root`` and return it."""
    for name, text in _files().items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


@pytest.fixture
def content_tree(tmp_path: Path) -> Path:
    """A content folder with two exercises, a routine and four cards, without faults."""
    return write_tree(tmp_path / "content")


@pytest.fixture
def plant() -> Callable[[Path], Path]:
    """The function that writes the faultless content folder wherever a test wants it."""
    return write_tree


@pytest.fixture
def spoil(content_tree: Path) -> Callable[[str, str, str], list[str]]:
    """A function that makes one change in a file of the folder and returns what the checker says."""

    def change(file: str, before: str, after: str) -> list[str]:
        path = content_tree / file
        text = path.read_text(encoding="utf-8")
        assert before in text
        path.write_text(text.replace(before, after, 1), encoding="utf-8")
        return [str(problem) for problem in check(content_tree)]

    return change
