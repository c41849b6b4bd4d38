"""What the loader makes of a faultless folder."""

from pathlib import Path

import pytest

from bot.domain.cards import CardText, Source
from bot.domain.exercises import Direction, Dose, Entry, Kind, Kit, Level, Place
from bot.library import ContentError, check, load


def test_it_reads_the_facts(content_tree: Path) -> None:
    turn = load(content_tree).exercises["turn"]
    assert (turn.slug, turn.order, turn.kind, turn.level) == ("turn", 1, Kind.MOBILITY, Level.GENTLE)
    assert (turn.desk, turn.quiet, turn.office_clothes) == (True, True, False)
    assert (turn.regions, turn.sources) == (("upper-back",), ("editor",))


def test_it_builds_the_ladder_from_easiest_to_hardest(content_tree: Path) -> None:
    ladder = load(content_tree).exercises["turn"].variations
    assert [v.slug for v in ladder] == ["sitting-tall", "standard", "on-the-floor"]
    assert [v.direction for v in ladder] == [Direction.EASIER, Direction.STANDARD, Direction.HARDER]


def test_a_variation_takes_from_the_exercise_what_it_does_not_say(content_tree: Path) -> None:
    easier, standard, harder = load(content_tree).exercises["turn"].variations
    assert standard.dose == easier.dose == Dose(sets=1, reps=6, tempo=8)
    assert harder.dose == Dose(reps=8)
    assert (easier.places, easier.kit) == (frozenset({Place.CHAIR}), frozenset())
    assert (harder.places, harder.kit) == (frozenset({Place.FLOOR}), frozenset({Kit.CHAIR}))


def test_it_reads_the_words(content_tree: Path) -> None:
    text = load(content_tree).exercises["turn"].text("en")
    assert (text.name, text.aliases, text.misspellings) == ("Turn", ("twist",), ())
    assert text.position == "Sit tall on a chair."
    assert (text.tips, text.good_for) == (("Go slowly.",), ("A stiff back.",))
    assert (text.faults, text.adapt) == (("Rushing.",), ("Dizzy: stay still.",))
    assert text.variations["standard"].name == "Turn"
    assert text.variations["standard"].steps == ("Breathe in.", "Turn a little.", "Come back.")
    assert text.variations["on-the-floor"].name == "On the floor"
    assert text.variations["on-the-floor"].steps == ("Kneel.", "Breathe.", "Smile.")


def test_it_reads_every_language(content_tree: Path) -> None:
    folder = content_tree / "exercises" / "turn"
    words = (folder / "en.md").read_text(encoding="utf-8")
    (folder / "pt-br.md").write_text(words.replace("name: Turn", "name: Giro"), encoding="utf-8")
    texts = load(content_tree).exercises["turn"].texts
    assert {language: text.name for language, text in texts.items()} == {"en": "Turn", "pt-br": "Giro"}


def test_a_language_has_as_many_steps_as_english(content_tree: Path) -> None:
    """Each picture belongs to a step, whatever the language."""
    folder = content_tree / "exercises" / "turn"
    words = (folder / "en.md").read_text(encoding="utf-8")
    (folder / "es.md").write_text(words.replace("3. Come back.", "3. Come back.\n4. Rest."), encoding="utf-8")
    assert [str(problem) for problem in check(content_tree)] == [
        "turn/es.md: standard has 4 steps, en.md 3: write as many, pictures belong to them"
    ]


def test_it_reads_routines_with_only_the_keys_that_differ(content_tree: Path) -> None:
    routine = load(content_tree).routines["reset"]
    assert (routine.order, routine.desk_break, routine.seconds) == (1, False, 110)
    assert routine.entries == (
        Entry("turn", "standard", Dose(sets=1, reps=6, tempo=8)),
        Entry("reach", "on-the-floor", Dose(reps=4)),
    )
    assert routine.text("en").summary == "A turn and a reach."


def test_it_reads_cards(content_tree: Path) -> None:
    card = load(content_tree).cards["posture"]
    assert (card.group, card.order, card.sources) == ("education", 1, ("smith-2020",))
    expected = CardText("A card", ("First words.", "• One thing.", "• Another."), "Nobody knows.")
    assert card.text("en") == expected


def test_it_reads_sources(content_tree: Path) -> None:
    sources = load(content_tree).sources
    assert sources["editor"] == Source("editor", "The editor's own judgement.", None)
    assert sources["smith-2020"].url == "https://doi.org/10.1000/1"


def test_it_keeps_the_authors_order(content_tree: Path) -> None:
    for slug, before, after in [("turn", "order: 1", "order: 7")]:
        path = content_tree / "exercises" / slug / "exercise.yaml"
        path.write_text(path.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")
    assert list(load(content_tree).exercises) == ["reach", "turn"]


@pytest.mark.parametrize("name", ["No", "2020", "Yes: slowly", "on"])
def test_a_name_stays_the_text_that_was_written(content_tree: Path, name: str) -> None:
    """Words that mean something else to YAML are still names."""
    path = content_tree / "exercises" / "turn" / "en.md"
    words = path.read_text(encoding="utf-8")
    quoted = f'"{name}"' if ":" in name else name
    path.write_text(words.replace("name: Turn", f"name: {quoted}"), encoding="utf-8")
    assert load(content_tree).exercises["turn"].text("en").name == name


def test_it_takes_files_as_windows_editors_write_them(content_tree: Path) -> None:
    path = content_tree / "exercises" / "turn" / "en.md"
    words = path.read_bytes()
    path.write_bytes(b"\xef\xbb\xbf" + words.replace(b"\n", b"\r\n"))
    assert load(content_tree).exercises["turn"].text("en").tips == ("Go slowly.",)


def test_it_overlooks_comments(content_tree: Path) -> None:
    path = content_tree / "exercises" / "turn" / "en.md"
    words = path.read_text(encoding="utf-8")
    path.write_text(words.replace("Go slowly.", "Go <!-- really --> slowly.\n<!-- so there -->"))
    assert load(content_tree).exercises["turn"].text("en").tips == ("Go slowly.",)


def test_loading_faulty_content_raises_what_checking_returns(content_tree: Path) -> None:
    (content_tree / "sources.yaml").write_text("editor: 1", encoding="utf-8")
    with pytest.raises(ContentError) as error:
        load(content_tree)
    problems = check(content_tree)
    assert list(error.value.problems) == problems != []
    assert str(error.value) == "\n".join(map(str, problems))
