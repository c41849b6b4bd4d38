"""Starting a new exercise from the template."""

from pathlib import Path

import pytest

from bot.library import ContentError, check, load, new

FACTS = [
    ("kind: TODO", "kind: stretch"),
    ("level: TODO", "level: gentle"),
    ("places: [TODO]", "places: [standing, wall]"),
    ("desk: TODO", "desk: no"),
    ("quiet: TODO", "quiet: yes"),
    ("office_clothes: TODO", "office_clothes: yes"),
    ("regions: [TODO]", "regions: [chest]"),
    ("reps: TODO", "reps: 5"),
    ("slug: TODO", "slug: small"),
    ("slug: TODO", "slug: wide"),
    ("sources: [TODO]", "sources: [editor]"),
]
WORDS = [
    ("name: TODO", "name: Lean back"),
    ("aliases: [TODO]", "aliases: [lean]"),
    ("Easier: TODO", "Easier: small"),
    ("Harder: TODO", "Harder: wide"),
]


def _fill(path: Path, blanks: list[tuple[str, str]], rest: str) -> None:
    text = path.read_text(encoding="utf-8")
    for blank, filled in blanks:
        assert blank in text
        text = text.replace(blank, filled, 1)
    lines = [
        line if line.startswith(("#", "<!--")) else line.replace("TODO", rest) for line in text.split("\n")
    ]
    path.write_text("\n".join(lines), encoding="utf-8")


def test_the_template_passes_once_its_blanks_are_filled(content_tree: Path) -> None:
    folder = new(content_tree, "lean-back")
    _fill(folder / "exercise.yaml", FACTS, "nothing left")
    _fill(folder / "en.md", WORDS, "Lean back a little.")
    assert check(content_tree) == []
    exercise = load(content_tree).exercises["lean-back"]
    assert exercise.order == 3
    assert [v.slug for v in exercise.variations] == ["small", "standard", "wide"]


def test_every_blank_is_named(content_tree: Path) -> None:
    """Each line with a TODO is named once, and no other line."""
    folder = new(content_tree, "lean-back")
    expected = []
    for name in ("en.md", "exercise.yaml"):
        lines = (folder / name).read_text(encoding="utf-8").split("\n")
        blank = (
            n for n, line in enumerate(lines, 1) if "TODO" in line and not line.startswith(("# ", "<!--"))
        )
        expected += [(f"lean-back/{name}", n) for n in blank]
    problems = check(content_tree)
    assert [(problem.file, problem.line) for problem in problems] == expected
    assert all("blank" in problem.what for problem in problems)


def test_the_first_exercise_of_all_gets_the_first_place(tmp_path: Path) -> None:
    folder = new(tmp_path / "content", "lean-back")
    assert "\norder: 1 " in (folder / "exercise.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("slug", ["Lean Back", "", "../up", "x" * 33, "a_b", "ä"])
def test_it_refuses_what_cannot_be_a_slug(content_tree: Path, slug: str) -> None:
    with pytest.raises(ContentError, match="only letters a-z, digits and hyphens"):
        new(content_tree, slug)
    assert check(content_tree) == []


def test_it_never_writes_over_an_exercise(content_tree: Path) -> None:
    with pytest.raises(ContentError, match="turn: there is an exercise of this name: choose another one"):
        new(content_tree, "turn")
    assert check(content_tree) == []
