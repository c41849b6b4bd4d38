"""A new exercise is a folder, and nothing else."""

from pathlib import Path
from shutil import copytree

from bot.library import load

REAL = Path(__file__).parents[2] / "content"


def test_one_more_folder_is_one_more_exercise(tmp_path: Path, content_tree: Path) -> None:
    """The folder of a made-up exercise, put into a copy of the real content, loads with everything else."""
    before, slug = load(REAL), "lean-back"
    root = Path(copytree(REAL, tmp_path / "copy"))
    folder = Path(copytree(content_tree / "exercises" / "turn", root / "exercises" / slug))
    _change(folder / "exercise.yaml", "order: 1\n", f"order: {len(before.exercises) + 1}\n")
    _change(folder / "en.md", "name: Turn", "name: Lean back")
    _change(folder / "en.md", "aliases: [twist]", "aliases: [leaning back over the chair]")
    after = load(root)
    assert list(after.exercises) == [*before.exercises, slug]
    assert after.exercises[slug].text("en").name == "Lean back"
    assert {s: e for s, e in after.exercises.items() if s != slug} == before.exercises


def _change(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")
