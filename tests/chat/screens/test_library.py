"""Screens of the library over the content that is shipped, and over invented content."""

from collections.abc import Iterator
from dataclasses import replace

from bot.chat.actions import AddEntry, Browse, Facet, Go, Page, Part, Show, StartExercise
from bot.chat.screen import Key, Screen, Style
from bot.chat.screens import library as screens
from bot.chat.screens.fitting import CAPTION, LABEL, MESSAGE, WIDE, visible
from bot.chat.screens.shelves import behind, choices
from bot.domain.cards import Source
from bot.domain.exercises import Exercise, Library, Place, Variation
from bot.texts import Texts
from tests import builders


def keys(screen: Screen) -> list[Key]:
    """Return all buttons of a screen."""
    return [key for row in screen.keys for key in row]


def every_form(library: Library) -> Iterator[tuple[Exercise, Variation]]:
    """Yield every exercise in all its forms."""
    return ((exercise, form) for exercise in library.exercises.values() for form in exercise.variations)


def every_screen(t: Texts, library: Library) -> Iterator[Screen]:
    """Yield every screen of the library that anybody can reach."""
    yield screens.home(t, library)
    yield screens.hint(t)
    yield screens.unsure(t, list(library.exercises.values())[:3])
    for facet in (Facet.PLACE, Facet.KIND, Facet.KIT):
        yield screens.facet(t, library, facet)
        for value in choices(library, facet):
            yield screens.shelf(t, facet, value, behind(library, facet, value))
    yield screens.shelf(t, Facet.ALL, "-", behind(library, Facet.ALL, "-"))
    for exercise, form in every_form(library):
        yield from (screens.detail(t, library, exercise, form, part) for part in Part)


def test_every_screen_keeps_telegrams_limits(t: Texts, real_library: Library) -> None:
    for screen in every_screen(t, real_library):
        assert 0 < visible(screen.text) <= (CAPTION if screen.picture else MESSAGE)
        assert all(1 <= len(row) <= 3 for row in screen.keys)
        assert all(
            0 < len(key.label) <= (WIDE if len(row) == 1 else LABEL) for row in screen.keys for key in row
        )
        for key in keys(screen):
            assert key.action
            assert len(key.action.pack().encode()) <= 64


def test_every_exercise_shows_all_of_its_steps_and_warnings(t: Texts, real_library: Library) -> None:
    """Nothing that matters is dropped for want of room: only sources may be."""
    for exercise, form in every_form(real_library):
        words = exercise.text("en")
        expected = {
            Part.STEPS: words.variations[form.slug].steps,
            Part.MORE: words.good_for + words.faults + words.tips,
            Part.SAFETY: words.adapt,
            Part.VARIATIONS: tuple(way.name for way in words.variations.values()),
        }
        for part, lines in expected.items():
            text = screens.detail(t, real_library, exercise, form, part).text
            assert all(screens_text(t, line) in text for line in lines), (exercise.slug, part)


def screens_text(t: Texts, line: str) -> str:
    """Return a line of content as HTML."""
    return t("library-plain", words=line)


def test_the_steps_of_the_standard_form(t: Texts) -> None:
    exercise = builders.exercise("cat-cow")
    screen = screens.detail(t, builders.library(exercise), exercise, exercise.standard, Part.STEPS)
    assert screen.text == (
        "<b>Cat cow</b>\n"
        "<i>Mobility · gentle · On a chair</i>\n"
        "<i>quiet · office-friendly</i>\n"
        "\n"
        "Sit tall.\n"
        "\n"
        "1. Step 1 of Cat cow.\n"
        "2. Step 2 of Cat cow.\n"
        "3. Step 3 of Cat cow.\n"
        "\n"
        "<b>How much:</b> 2 sets · 8 times · about 2 min\n"
        "💡 Breathe out as you move."
    )
    assert screen.keys == (
        (Key("▶ Do it now", StartExercise("cat-cow", "standard"), Style.PRIMARY),),
        (
            Key("+ Add to my routine", AddEntry("cat-cow", "standard")),
            Key("Easier or harder", Show("cat-cow", "standard", Part.VARIATIONS)),
        ),
        (
            Key("Tips & mistakes", Show("cat-cow", "standard", Part.MORE)),
            Key("When to skip", Show("cat-cow", "standard", Part.SAFETY)),
        ),
        (Key("Back", Browse(Facet.ALL, "-")), Key("Menu", Go(Page.HOME))),
    )


def test_another_form_shows_its_own_name_and_no_position(t: Texts) -> None:
    exercise = builders.exercise("cat-cow")
    harder = exercise.variation("harder")
    text = screens.detail(t, builders.library(exercise), exercise, harder, Part.STEPS).text
    assert text.startswith("<b>Cat cow</b> · Cat cow, harder\n<i>Mobility · a harder way · On a chair</i>")
    assert "Sit tall." not in text


def test_a_form_in_another_place_shows_no_tip_about_the_first(t: Texts) -> None:
    exercise = builders.exercise("cat-cow")
    easier, *rest = exercise.variations
    moved = replace(exercise, variations=(replace(easier, places=frozenset({Place.BED})), *rest))
    text = screens.detail(t, builders.library(moved), moved, moved.variations[0], Part.STEPS).text
    assert "💡" not in text


def test_every_form_is_one_tap_behind_the_page_of_any_other(t: Texts, real_library: Library) -> None:
    """And the page has no more buttons than a thumb finds at a glance."""
    for exercise in real_library.exercises.values():
        for form in exercise.variations:
            page = screens.detail(t, real_library, exercise, form, Part.STEPS)
            ladder = screens.detail(t, real_library, exercise, form, Part.VARIATIONS)
            assert Show(exercise.slug, form.slug, Part.VARIATIONS) in [key.action for key in keys(page)]
            assert len(keys(page)) <= 7
            behind_it = {key.action for key in keys(ladder)}
            assert {Show(exercise.slug, one.slug, Part.STEPS) for one in exercise.variations} <= behind_it


def test_an_exercise_with_one_form_has_no_ladder(t: Texts) -> None:
    exercise = builders.exercise("cat-cow", variations=("standard",))
    screen = screens.detail(t, builders.library(exercise), exercise, exercise.standard, Part.STEPS)
    assert "Easier or harder" not in [key.label for key in keys(screen)]


def test_content_is_escaped(t: Texts) -> None:
    words = builders.text("Tom & <Jerry>", variations=("standard",))
    words = replace(words, tips=("a < b",), adapt=("c > d",), faults=("&",))
    exercise = builders.exercise("tom", variations=("standard",), texts={"en": words})
    content = builders.library(exercise)
    for part in Part:
        text = screens.detail(t, content, exercise, exercise.standard, part).text
        assert "Tom &amp; &lt;Jerry&gt;" in text
        assert "<Jerry>" not in text
    shelf = screens.shelf(t, Facet.ALL, "-", behind(content, Facet.ALL, "-"))
    assert "Tom &amp; &lt;Jerry&gt;" in shelf.text
    assert keys(shelf)[0].label == "1 Tom & <Jerry>"


def test_sources_give_way_to_warnings_and_say_how_many_there_are(t: Texts) -> None:
    sources = {f"s-{n}": Source(f"s-{n}", f"Source {n}. " + "word " * 30, None) for n in range(9)}
    sources["s-0"] = Source("s-0", "Linked & first", "https://example.org/?a=1&b=2")
    exercise = builders.exercise("cat-cow", sources=tuple(sources))
    content = replace(builders.library(exercise), sources=sources)
    text = screens.detail(t, content, exercise, exercise.standard, Part.SAFETY).text
    assert visible(text) <= CAPTION
    assert "• Keep it small if it pinches." in text
    assert '• <a href="https://example.org/?a=1&amp;b=2">Linked &amp; first</a>' in text
    assert text.count("Source ") + 1 + int(text.split("… and ")[1].split()[0]) == 9


def test_the_ladder_marks_where_one_stands(t: Texts) -> None:
    exercise = builders.exercise("cat-cow")
    screen = screens.detail(
        t, builders.library(exercise), exercise, exercise.variation("easier"), Part.VARIATIONS
    )
    assert "● <b>Cat cow, easier</b>" in screen.text
    assert "○ Cat cow, harder" in screen.text
    shown = [key.action for key in keys(screen) if isinstance(key.action, Show)]
    assert shown[:3] == [Show("cat-cow", v, Part.STEPS) for v in ("easier", "standard", "harder")]


def test_all_parts_share_one_picture(t: Texts, real_library: Library) -> None:
    """Few pictures, each uploaded once, and edits in place."""
    for exercise in real_library.exercises.values():
        pictures = {
            screens.detail(t, real_library, exercise, form, part).picture
            for form in exercise.variations
            for part in Part
        }
        assert len(pictures) == 1
        assert None not in pictures


def test_a_choice_shows_how_many_stand_behind_it(t: Texts) -> None:
    content = builders.library(builders.exercise("a"), builders.exercise("b"))
    screen = screens.facet(t, content, Facet.PLACE)
    assert keys(screen)[0] == Key("On a chair · 2", Browse(Facet.PLACE, "chair"))


def test_a_list_opens_the_form_that_suits(t: Texts, real_library: Library) -> None:
    screen = screens.shelf(t, Facet.PLACE, "chair", behind(real_library, Facet.PLACE, Place.CHAIR))
    assert Show("wall-angel", "seated", Part.STEPS) in [key.action for key in keys(screen)]
    assert "Wall Angels</b>\n<i>Strength · Sitting on a chair ·" in screen.text


def test_two_names_that_a_person_may_have_meant(t: Texts) -> None:
    one, two = builders.exercise("one"), builders.exercise("two")
    assert keys(screens.unsure(t, [one, two], private=False)) == [
        Key("One", Show("one", "standard", Part.STEPS)),
        Key("Two", Show("two", "standard", Part.STEPS)),
    ]
