"""A folder to start a new exercise from: every key and heading, with blanks to fill."""

from pathlib import Path

from bot.domain.exercises import Kind, Kit, Level, Place
from bot.library.exercises import SECTIONS
from bot.library.loader import next_order, slug_fault
from bot.library.problems import ContentError, Problem

_FACTS = """\
# The facts of one exercise. Replace each TODO. What follows a # is a note for you.
order: {order}               # its place in lists; the next free number stands here
kind: TODO              # one of: {kinds}
level: TODO             # one of: {levels}
places: [TODO]          # one or more of: {places}
kit: []                 # none, or some of: {kits}
desk: TODO              # yes or no: can it be done at a desk?
quiet: TODO             # yes or no: can it be done where others work or sleep?
office_clothes: TODO    # yes or no: can it be done in office clothes?
regions: [TODO]         # parts of the body, such as [upper-back, shoulders]
# How much. Keys: sets 1-5, reps 1-30 or breaths 1-60, hold 0-120 seconds,
# sides 1-2, tempo 1-20 (seconds that one repetition or breath takes).
dose: {{sets: 1, reps: TODO, tempo: 4}}
# Other ways to do it, from easiest to hardest. Each one needs a heading in en.md.
# places, kit and dose may be left out where they are the same as above.
variations:
  - slug: TODO          # small letters and hyphens, such as hands-on-thighs
    direction: easier
  - slug: TODO
    direction: harder
sources: [TODO]         # names of sources in sources.yaml
"""

_FRONT = """\
---
name: TODO
aliases: [TODO]         # other names that people type
misspellings: []        # and how they mistype them
---
<!-- Replace each TODO. Notes between these signs are for you: nobody else sees them. -->
"""

_LADDER = """\
<!-- Write the variation's slug from exercise.yaml in place of TODO, and its name on the line below. -->
## {way}: TODO
TODO
1. TODO
2. TODO
3. TODO
"""

_ADVICE = {
    "Position": "How the body is at the start: one sentence, at most 25 words.",
    "Steps": "3 to 6 steps, at most 25 words each.",
    "Tips": "At most 30 words a line.",
    "Good for": "When it helps; promise no cure.",
    "Common faults": "What people do, and what to do in its place.",
    "Skip or adapt": "Who should leave it out, and what to do then.",
}


def new(root: Path, slug: str) -> Path:
    """Write the folder of a new exercise with blanks to fill, and return it.

    :param root: the content folder
    :param slug: the exercise's short name, such as ``wall-angels``
    :raises ContentError: where the slug cannot be one, or is taken
    """
    folder = root / "exercises" / slug
    if fault := slug_fault(slug):
        raise ContentError([Problem(slug, 0, fault)])
    if folder.exists():
        raise ContentError([Problem(slug, 0, "there is an exercise of this name: choose another one")])
    order = next_order(root)
    folder.mkdir(parents=True)
    (folder / "exercise.yaml").write_text(_facts(order), encoding="utf-8")
    (folder / "en.md").write_text(_words(), encoding="utf-8")
    return folder


def _facts(order: int) -> str:
    kinds, levels, places, kits = (", ".join(words) for words in (Kind, Level, Place, Kit))
    return _FACTS.format(order=order, kinds=kinds, levels=levels, places=places, kits=kits)


def _words() -> str:
    sections = (f"## {title}\n<!-- {_ADVICE[title]} -->\n{_blank(title)}\n" for title in SECTIONS)
    ladder = (_LADDER.format(way=way) for way in ("Easier", "Harder"))
    return "\n".join([_FRONT, *sections, *ladder])


def _blank(title: str) -> str:
    if title == "Position":
        return "TODO"
    return "1. TODO\n2. TODO\n3. TODO" if title == "Steps" else "- TODO"
