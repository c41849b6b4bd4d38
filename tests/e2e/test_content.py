"""A new exercise is a folder and no code: it is found in the library, in search and in a session."""

from pathlib import Path
from shutil import copytree

from bot.emulator.client import text_of
from tests.e2e.conftest import Stage, shows, staged

ROOT = Path(__file__).parents[2]

FACTS = """\
order: 11
kind: mobility
level: gentle
places: [chair]
kit: [chair]
desk: yes
quiet: yes
office_clothes: yes
regions: [neck]
dose: {sets: 1, reps: 5, tempo: 4}
sources: [editor]
"""
WORDS = """\
---
name: Slow Owl
aliases: [owl turn]
misspellings: [slow owel]
---
## Position
Sit tall on a steady chair.

## Steps
1. Look straight ahead.
2. Turn your head slowly to the left.
3. Turn it slowly to the right.

## Tips
- Let your shoulders stay where they are.

## Good for
- A neck that has looked at one screen for long.

## Common faults
- Turning fast.

## Skip or adapt
- Dizzy spells: leave it out.
"""


async def test_an_eleventh_exercise_is_everywhere(tmp_path: Path) -> None:
    """Written in a folder, read in the chat."""
    content = Path(copytree(ROOT / "content", tmp_path / "content"))
    folder = content / "exercises" / "slow-owl"
    folder.mkdir()
    (folder / "exercise.yaml").write_text(FACTS, encoding="utf-8")
    (folder / "en.md").write_text(WORDS, encoding="utf-8")
    async with staged(tmp_path, content=content) as stage:
        await _walk(stage)


async def _walk(stage: Stage) -> None:
    ana = await stage.met()
    await ana.say("show me the slow owel")
    await ana.wait_for(shows("Slow Owl"))
    await ana.press(lambda b: "Do it now" in b["text"])
    card = await ana.wait_for(shows("Step 1 of 3"))
    assert "Look straight ahead" in text_of(card)
    await ana.press("✓ Done")
    await ana.wait_for(shows("Done, well moved"))
    await ana.say("/exercises")
    await ana.press(lambda b: b["text"].startswith("All "))
    await ana.wait_for(shows("Slow Owl"))
