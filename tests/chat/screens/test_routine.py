"""Screens of the routine over the content that is shipped."""

from collections.abc import Iterator

import pytest

from bot.chat.actions import (
    AdoptRoutine,
    EditEntry,
    EntryChange,
    Go,
    LookRoutine,
    Page,
    StartRoutine,
    UndoAdopt,
)
from bot.chat.screen import Key, Screen, Style
from bot.chat.screens import routine as screens
from bot.chat.screens.fitting import LABEL, MESSAGE, WIDE, visible
from bot.domain.exercises import Entry, Library
from bot.services.routines import MOST, Line
from bot.texts import Texts
from tests import builders


def keys(screen: Screen) -> list[Key]:
    """Return all buttons of a screen."""
    return [key for row in screen.keys for key in row]


def lines(*entries: Entry, first_id: int = 11) -> list[Line]:
    """Return lines of a routine with ids that are not their positions."""
    return [Line(first_id + at, at, entry) for at, entry in enumerate(entries)]


def longest(library: Library) -> list[Line]:
    """Return as many lines as a routine can have, those with the most words first, under large ids."""
    every = [Entry(e.slug, v.slug, v.dose) for e in library.exercises.values() for v in e.variations]
    wordy = sorted(every, key=lambda e: -len(library.exercises[e.exercise].text("en").name))
    return lines(*wordy[:MOST], first_id=10**12)


def every_screen(t: Texts, library: Library) -> Iterator[Screen]:
    """Yield every screen of this room."""
    yield screens.mine(t, library, [])
    yield screens.mine(t, library, [], undo=True)
    yield screens.mine(t, library, longest(library), undo=True)
    yield from (screens.editor(t, library, longest(library), line) for line in longest(library))
    yield screens.ready_made(t, library)
    yield from (screens.look(t, library, routine) for routine in library.routines.values())


def test_every_screen_keeps_telegrams_limits(t: Texts, real_library: Library) -> None:
    for screen in every_screen(t, real_library):
        assert 0 < visible(screen.text) <= MESSAGE
        assert all(1 <= len(row) <= 3 for row in screen.keys)
        assert len(keys(screen)) <= 100
        assert all(
            0 < len(key.label) <= (WIDE if len(row) == 1 else LABEL) for row in screen.keys for key in row
        )
        for key in keys(screen):
            assert key.action
            assert len(key.action.pack().encode()) <= 64


def test_the_longest_routine_is_shown_whole(t: Texts, real_library: Library) -> None:
    text = screens.mine(t, real_library, longest(real_library)).text
    assert f"\n{MOST}. <b>" in text


def test_a_routine_with_its_doses_and_minutes(t: Texts) -> None:
    library = builders.library(builders.exercise("cat-cow"), builders.exercise("wall-angel"))
    stored = lines(builders.entry("cat-cow"), builders.entry("wall-angel", "easier", sets=1, hold=5))
    assert screens.mine(t, library, stored) == Screen(
        "<b>📝 My routine</b>\n2 exercises, 3 minutes\n"
        "\n1. <b>Cat cow</b>\n2 sets · 8 times\n"
        "\n2. <b>Wall angel</b> · Wall angel, easier\n8 times · hold 5 s",
        (
            (Key("▶ Start", StartRoutine("mine"), Style.PRIMARY),),
            (Key("1 Cat cow", EditEntry(11, EntryChange.OPEN)),),
            (Key("2 Wall angel", EditEntry(12, EntryChange.OPEN)),),
            (Key("Ready-made routines", Go(Page.READY_MADE)),),
            (Key("Exercises", Go(Page.LIBRARY)), Key("Menu", Go(Page.HOME))),
        ),
    )


def test_an_empty_routine_offers_a_ready_made_one_first(t: Texts) -> None:
    screen = screens.mine(t, builders.library(), [])
    assert keys(screen)[0] == Key("Ready-made routines", Go(Page.READY_MADE), Style.PRIMARY)
    assert StartRoutine("mine") not in [key.action for key in keys(screen)]


@pytest.mark.parametrize("undo", [True, False])
def test_undo_is_offered_only_where_there_is_something_to_undo(t: Texts, undo: bool) -> None:
    for stored in (lines(builders.entry()), []):
        screen = screens.mine(t, builders.library(), stored, undo=undo)
        assert (UndoAdopt() in [key.action for key in keys(screen)]) is undo


def test_the_editor_offers_every_change_in_its_place(t: Texts) -> None:
    stored = lines(builders.entry(), builders.entry("cat-cow", "harder"))
    screen = screens.editor(t, builders.library(), stored, stored[1])
    assert screen.text == (
        "<b>Cat cow</b>\nCat cow, harder\n\n2 sets · 8 times · about 2 min\n\n"
        "<i>Number 2 of 2 in your routine</i>"
    )
    assert [[key.action for key in row] for row in screen.keys[:-1]] == [
        [EditEntry(12, change) for change in row] for row in screens.EDITOR
    ]
    assert keys(screen)[-1].action == Go(Page.ROUTINE)
    assert {change for row in screens.EDITOR for change in row} | {EntryChange.OPEN} == set(EntryChange)


def test_the_editor_has_no_ladder_for_an_exercise_with_one_form(t: Texts) -> None:
    library = builders.library(builders.exercise("cat-cow", variations=("standard",)))
    stored = lines(builders.entry())
    offered = [key.action for key in keys(screens.editor(t, library, stored, stored[0]))]
    assert EditEntry(11, EntryChange.EASIER) not in offered
    assert EditEntry(11, EntryChange.MORE) in offered


def test_ready_made_routines_come_before_desk_breaks(t: Texts, real_library: Library) -> None:
    screen = screens.ready_made(t, real_library)
    assert screen.text.startswith("<b>Ready-made routines</b>\n\n<b>Gentle reset</b> · 5 minutes\n")
    assert screen.text.index("Strong back") < screen.text.index("Desk breaks")
    assert "<b>Invisible break</b> · 45 seconds" in screen.text
    looks = [key.action for key in keys(screen) if isinstance(key.action, LookRoutine)]
    assert looks == [LookRoutine(slug) for slug in real_library.routines]


def test_a_look_shows_what_is_in_it_and_what_one_can_do(t: Texts, real_library: Library) -> None:
    screen = screens.look(t, real_library, real_library.routines["break-wall"])
    assert screen.text.startswith(
        "<b>Wall break</b> · 60 seconds\nSix slow wall angels.\n\n1. <b>Wall Angels</b>"
    )
    actions = [key.action for key in keys(screen)]
    assert actions[:2] == [StartRoutine("break-wall"), AdoptRoutine("break-wall")]
    assert Go(Page.READY_MADE) in actions


def test_names_are_escaped(t: Texts) -> None:
    words = builders.text("<Tom & Jerry>")
    library = builders.library(builders.exercise("tom", texts={"en": words}))
    stored = lines(builders.entry("tom"))
    for screen in (screens.mine(t, library, stored), screens.editor(t, library, stored, stored[0])):
        assert "&lt;Tom &amp; Jerry&gt;" in screen.text
        assert "<Tom" not in screen.text
