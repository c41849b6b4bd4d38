"""Pages about pain and changes, over the real content: they fit a phone, whatever is said."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import product

import pytest

from bot.chat.actions import Go, Page, UndoChange
from bot.chat.screen import Screen
from bot.chat.screens import pain as screens
from bot.chat.screens import session as cards
from bot.domain.exercises import Entry, Exercise, Library
from bot.domain.matrix import Answer, Verdict
from bot.domain.pain import Light, Seek, Start
from bot.domain.progression import Why
from bot.domain.sessions import Player, Press, begin, plan
from bot.domain.suiting import Changed as Suited
from bot.services.beginning import Asked, Notes
from bot.services.pain import Felt
from bot.services.progression import Changed
from bot.services.sessions import Running
from bot.texts import Texts
from tests.chat.screens.limits import actions, check, keys, plain
from tests.chat.screens.test_session import progress

HUGE = 10**15
AT = datetime(2026, 3, 2, 9, tzinfo=UTC)
TOLD = (Why.THREE_GREEN, Why.WORSE_NEXT_DAY, Why.TWO_AMBERS, Why.RED, Why.GAP, Why.LONG_GAP)
"""The reasons for which something changes; the others leave all as it is."""


def lines(library: Library) -> list[Entry]:
    """Return every exercise in its hardest form."""
    return [
        Entry(one.slug, one.variations[-1].slug, one.variations[-1].dose)
        for one in library.exercises.values()
    ]


def running(library: Library, entries: list[Entry] | None = None) -> Running:
    """Return a session that has just begun."""
    return Running(HUGE, "mine", 0, begin(plan(entries or lines(library), library)))


def change(exercise: Exercise, why: Why = Why.RED, number: int = HUGE, *, holds: bool = True) -> Changed:
    """Return a change from the hardest form to the easiest."""
    before, after = exercise.variations[-1], exercise.variations[0]
    return Changed(
        number,
        AT,
        date(2026, 3, 2),
        Entry(exercise.slug, before.slug, before.dose),
        Entry(exercise.slug, after.slug, after.dose),
        why,
        holds,
        not holds,
    )


@pytest.mark.parametrize("seek", [(), *((one,) for one in Seek), tuple(Seek)])
def test_the_page_before_a_session_fits(t: Texts, real_library: Library, seek: tuple[Seek, ...]) -> None:
    screen = screens.before(t, "x" * 40, Asked((), yesterday=True, seek=seek), real_library.matrix.state)
    check(screen)
    assert ("doctor or physiotherapist" in screen.text) is bool(seek)


def test_asking_how_much_it_hurts_fits_for_every_exercise(t: Texts, real_library: Library) -> None:
    for entry in lines(real_library):
        begun = running(real_library, [entry])
        exercise = real_library.exercises[entry.exercise]
        check(screens.hurts(t, begun, exercise, real_library.matrix.state))
        check(screens.ease(t, begun, exercise))
        check(screens.red(t, begun, real_library))


def first_cards(t: Texts, library: Library) -> Iterator[tuple[Screen, Running]]:
    """Yield the first card of a session of every exercise in every form."""
    for exercise in library.exercises.values():
        for form in exercise.variations:
            begun = running(library, [Entry(exercise.slug, form.slug, form.dose), *lines(library)])
            yield cards.card(t, begun, library), begun


def test_the_first_card_fits_with_everything_that_can_be_told(t: Texts, real_library: Library) -> None:
    changed = tuple(change(one) for one in real_library.exercises.values())
    left_out = tuple(
        Suited(slug, Verdict(Answer.SKIP, None, tuple(real_library.matrix.flags)[1:4]))
        for slug in real_library.exercises
    )
    for card, begun in first_cards(t, real_library):
        for start, some, suited in product(Start, (changed, changed[:1], ()), (left_out, ())):
            told = screens.begun(t, card, replace(begun, changed=suited), real_library, Notes(start, some))
            check(told)
            assert plain(card) in plain(told)


def test_a_change_alone_says_what_was_and_what_is(t: Texts, real_library: Library) -> None:
    row = real_library.exercises["wall-angel"]
    begun = running(real_library)
    card = cards.card(t, begun, real_library)
    one = screens.begun(t, card, begun, real_library, Notes(changes=(change(row, number=4),)))
    assert "<b>Wall Angels</b>" in one.text
    assert "→" in one.text
    assert UndoChange(4) in actions(one)
    two = change(real_library.exercises["band-row"])
    many = screens.begun(t, card, begun, real_library, Notes(changes=(change(row), two)))
    assert "→" not in many.text
    assert Go(Page.CHANGES) in actions(many)
    assert screens.begun(t, card, begun, real_library, Notes()) == card


@pytest.mark.parametrize("why", TOLD)
def test_every_reason_has_words(t: Texts, real_library: Library, why: Why) -> None:
    found = [change(real_library.exercises["open-book"], why)]
    check(screens.changes(t, found, real_library, real_library.matrix.state))


def test_the_page_of_changes_fits_and_offers_to_take_back_what_holds(t: Texts, real_library: Library) -> None:
    found = [change(one, number=n, holds=n % 2 == 0) for n, one in enumerate(real_library.exercises.values())]
    screen = screens.changes(t, found[:10], real_library, real_library.matrix.state)
    check(screen)
    undo = [one.change for one in actions(screen) if isinstance(one, UndoChange)]
    assert undo == [one.id for one in found[:10] if one.holds]
    assert screen.text.count("Taken back.") == len(found[:10]) - len(undo)


def test_a_change_of_an_exercise_that_is_gone_is_left_out(t: Texts, real_library: Library) -> None:
    gone = replace(
        change(real_library.exercises["open-book"]),
        after=Entry("gone", "standard", lines(real_library)[0].dose),
    )
    screen = screens.changes(t, [gone], real_library, {})
    check(screen)
    assert "Nothing so far" in screen.text


def ended(library: Library, slug: str) -> Player:
    """Return a session that ended with this exercise."""
    exercise = library.exercises[slug]
    made = begin(plan([Entry(slug, form.slug, form.dose) for form in exercise.variations], library))
    while not made.over:
        made = made.press(Press.DONE)
    return made


@pytest.mark.parametrize("lit", [*Light, None])
def test_the_end_of_a_session_fits_with_all_that_is_asked_and_said(
    t: Texts, real_library: Library, lit: Light | None
) -> None:
    for slug in real_library.exercises:
        over = Running(HUGE, "mine", HUGE, ended(real_library, slug))
        card = cards.card(t, over, real_library, progress(7, 1, 1000))
        asked = screens.asking_effort(t, card, over, over.player.position, real_library)
        full = screens.asking_after(t, asked, over)
        check(full)
        check(screens.after(t, asked, Felt(lit, frozenset(), tuple(Seek))))
        assert [len(row) for row in full.keys[:3]] == [3, 6, 5]
        assert keys(full)[-1] == keys(card)[-1]


def test_asking_about_effort_fits_every_next_card(t: Texts, real_library: Library) -> None:
    for card, begun in first_cards(t, real_library):
        for item in range(len(begun.player.items)):
            check(screens.asking_effort(t, card, begun, item, real_library))
