"""The card of a session, over invented and over the real content."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from bot.chat.actions import Go, Hurts, MoreOnCard, Page, PressCard, ShowCard, StartOver
from bot.chat.screen import Key, Screen, Style
from bot.chat.screens import session as screens
from bot.domain.exercises import Entry, Kind, Level, Library
from bot.domain.sessions import Player, Press, begin, plan
from bot.domain.streak import Streak, WeekGoal
from bot.figures.cards import DoneCard, TitleCard
from bot.services.days import Progress
from bot.services.sessions import Running
from bot.texts import Texts
from tests import builders
from tests.chat.screens.limits import actions, check, keys, plain

HUGE = 10**15  # an id and a revision that no session will ever reach


def progress(done: int = 2, planned: int = 5, current: int = 3) -> Progress:
    """Return how somebody's week looks."""
    return Progress(
        date(2026, 3, 2), (), WeekGoal(done, planned), Streak(current, 9), sessions=4, seconds=900
    )


def running(player: Player, number: int = 12, revision: int = 3) -> Running:
    """Return session 12 at revision 3, or as told."""
    return Running(number, "mine", revision, player)


def player(*presses: Press, sets: int = 2, count: int = 2) -> Player:
    """Return a player of ``count`` small exercises after these presses."""
    exercises = [builders.exercise(f"move-{n}") for n in range(count)]
    entries = [builders.entry(e.slug, sets=sets) for e in exercises]
    made = begin(plan(entries, builders.library(*exercises)))
    for press in presses:
        after = made.press(press)
        assert after != made, f"{press} makes no sense here"
        made = after
    return made


SMALL = builders.library(*(builders.exercise(f"move-{n}") for n in range(2)))


def press(label: str, what: Press, style: Style = Style.PLAIN) -> Key:
    """Return a button of session 12 at revision 3."""
    return Key(label, PressCard(12, 3, what), style)


def test_the_card_at_the_beginning(t: Texts) -> None:
    assert screens.card(t, running(player()), SMALL) == Screen(
        text="<b>Move 0</b>\n▰▱ 1 of 2\n\n<i>Sit tall.</i>\n\n<b>Step 1 of 3</b>\nStep 1 of Move 0.\n\n"
        "<i>Set 1 of 2 · 8 times · about 2 min</i>",
        keys=(
            (press("Next ›", Press.NEXT, Style.PRIMARY),),
            (press("✓ Set 1 of 2 done", Press.DONE),),
            (press("Skip", Press.SKIP), Key("It hurts", Hurts(12, 3)), Key("More …", MoreOnCard(12))),
        ),
        picture=TitleCard(
            "Move 0", Kind.MOBILITY, Level.GENTLE, "Mobility", "gentle", "Step 1 of 3", step=1, steps=3
        ),
    )


def test_the_rest_is_one_tap_away_and_so_is_the_way_back(t: Texts) -> None:
    made = running(player())
    card = screens.card(t, made, SMALL)
    rest = screens.more(t, card, made)
    assert rest == replace(
        card,
        keys=(
            (press("Tip", Press.TIP), press("Easier", Press.EASIER), press("Harder", Press.HARDER)),
            (press("Pause", Press.PAUSE), press("Stop", Press.STOP)),
            (Key("‹ Back to the card", ShowCard(12)),),
        ),
    )


def test_every_press_that_makes_sense_is_on_the_card_or_one_tap_away(t: Texts, real_library: Library) -> None:
    """All but half as much, which is offered where it hurts. The card itself has six buttons at most."""
    for made in every_card(real_library):
        card = screens.card(t, running(made, HUGE, HUGE), real_library)
        both = [*keys(card), *keys(screens.more(t, card, running(made, HUGE, HUGE)))]
        assert {k.action.press for k in both if isinstance(k.action, PressCard)} == made.allowed - {
            Press.LESS
        }
        assert len(keys(card)) <= 6


def test_the_card_names_a_variation(t: Texts) -> None:
    text = screens.card(t, running(player(Press.HARDER)), SMALL).text
    assert text.startswith("<b>Move 0</b> · Move 0, harder\n")


def test_the_tip_comes_and_goes(t: Texts) -> None:
    made = running(player(Press.TIP))
    shown = screens.card(t, made, SMALL)
    assert shown.text.endswith("\n\n💡 Breathe out as you move.")
    assert press("Hide tip", Press.TIP) in keys(screens.more(t, shown, made))
    assert "💡" not in screens.card(t, running(player(Press.TIP, Press.TIP)), SMALL).text


def test_sets_are_counted_on(t: Texts) -> None:
    card = screens.card(t, running(player(Press.DONE)), SMALL)
    assert "Set 2 of 2" in card.text
    assert press("✓ Set 2 of 2 done", Press.DONE, Style.PRIMARY) in keys(card)


def test_one_set_needs_no_counting(t: Texts) -> None:
    card = screens.card(t, running(player(sets=1)), SMALL)
    assert "Set " not in card.text
    assert press("✓ Done", Press.DONE) in keys(card)


def test_what_one_likely_presses_next_stands_out(t: Texts) -> None:
    """Read on until the last step, then do it."""
    first = screens.card(t, running(player(sets=1)), SMALL)
    last = screens.card(t, running(player(Press.NEXT, Press.NEXT, sets=1)), SMALL)
    assert [k.action for k in keys(first) if k.style is Style.PRIMARY] == [PressCard(12, 3, Press.NEXT)]
    assert [k.action for k in keys(last) if k.style is Style.PRIMARY] == [PressCard(12, 3, Press.DONE)]


def test_where_one_begins_is_said_with_the_first_step_of_the_standard_form(t: Texts) -> None:
    """Easier and harder forms say it in their own first step."""
    assert "<i>Sit tall.</i>" in screens.card(t, running(player()), SMALL).text
    assert "<i>Sit tall.</i>" not in screens.card(t, running(player(Press.NEXT)), SMALL).text
    assert "<i>Sit tall.</i>" not in screens.card(t, running(player(Press.HARDER)), SMALL).text


def test_going_back_to_what_is_done_offers_no_more_sets(t: Texts) -> None:
    card = screens.card(t, running(player(Press.DONE, Press.BACK, sets=1)), SMALL)
    assert "Move 0" in card.text
    assert PressCard(12, 3, Press.DONE) not in actions(card)
    back = screens.card(t, running(player(Press.DONE, Press.DONE, Press.BACK)), SMALL)
    assert "Set 2 of 2" in back.text


def test_the_paused_card(t: Texts) -> None:
    screen = screens.card(t, running(player(Press.PAUSE)), SMALL)
    assert screen == Screen(
        "<b>Paused</b> at 1 of 2: Move 0.\n\nYour place is kept. Come back whenever it suits you.",
        (
            (press("▶ Go on", Press.RESUME, Style.PRIMARY),),
            (Key("Start over", StartOver(12)), press("Stop", Press.STOP)),
        ),
        TitleCard("Move 0", Kind.MOBILITY, Level.GENTLE, "Mobility", "gentle"),
    )


def test_the_end(t: Texts) -> None:
    over = player(*[Press.DONE] * 4)
    assert screens.card(t, running(over), SMALL, progress()) == Screen(
        "<b>Done, well moved.</b>\n2 exercises, 3 minutes of movement.\n\n"
        "This week: 2 of 5 days. 3 days in a row.",
        ((Key("My week", Go(Page.STREAK)), Key("Menu", Go(Page.HOME))),),
        DoneCard("Session done", "2 exercises, 3 minutes"),
    )


TODAY, SUNDAY = date(2026, 3, 2), date(2026, 3, 1)
SET, EXERCISE = [Press.DONE], [Press.DONE, Press.DONE]


@pytest.mark.parametrize(
    ("presses", "day", "words", "line"),
    [
        ([], None, "Nothing lost. Another moment will come.", "Another moment will come"),
        (SET, TODAY, "One set done, and it counts: today is kept.", "1 set"),
        (EXERCISE, TODAY, "One exercise done, and it counts: today is kept.", "1 exercise"),
        (EXERCISE, SUNDAY, "One exercise done, and it counts for Sun, 1 Mar.", "1 exercise"),
        ([*EXERCISE, *SET], SUNDAY, "One exercise done, and it counts for Sun, 1 Mar.", "1 exercise"),
        (SET, None, "One set done, and it counts.", "1 set"),
    ],
)
def test_stopping_costs_nothing_and_names_the_day_that_is_kept(
    t: Texts, presses: list[Press], day: date | None, words: str, line: str
) -> None:
    """Whoever ends on Monday what they did on Sunday is not told that Monday is kept."""
    over = replace(running(player(*presses, Press.STOP)), day=day)
    screen = screens.card(t, over, SMALL, progress())
    only = "Only this session has stopped, nothing else."
    assert screen.text == f"<b>Stopped here.</b>\n{words}\n\n{only}"
    assert isinstance(screen.picture, DoneCard)
    assert screen.picture.line == line
    after_all = PressCard(12, over.revision, Press.RESUME)
    assert actions(screen) == [after_all, StartOver(12), Go(Page.HOME)]


def test_there_is_nothing_to_go_back_to_where_all_was_passed_over(t: Texts) -> None:
    skipped = running(player(*[Press.SKIP] * 2))
    assert actions(screens.card(t, skipped, SMALL, progress())) == [StartOver(12), Go(Page.HOME)]


def test_many_sets_are_counted(t: Texts) -> None:
    made = player(Press.DONE, Press.SKIP, Press.DONE, Press.STOP, sets=3)
    assert (
        "2 sets done, and they count: today is kept."
        in screens.stopped(t, replace(running(made), day=TODAY), TODAY).text
    )


def test_an_exercise_that_content_has_no_more_ends_the_card(t: Texts) -> None:
    screen = screens.card(t, running(player()), builders.library())
    assert StartOver(12) in actions(screen)


def test_a_session_that_is_gone(t: Texts) -> None:
    assert actions(screens.gone(t)) == [Go(Page.TODAY), Go(Page.HOME)]


@pytest.mark.parametrize(
    ("facts", "line"),
    [
        ((0, 5, 0), "This week: 0 of 5 days."),
        ((0, 0, 0), "Nothing is planned this week."),
        ((0, 0, 4), "Nothing is planned this week. 4 days in a row."),
        ((1, 5, 1), "This week: 1 of 5 days. First day of a new row."),
        ((6, 5, 12), "This week: 6 days, more than planned. 12 days in a row."),
        ((1, 0, 1), "This week: 1 day, more than planned. First day of a new row."),
    ],
)
def test_the_week_in_a_line(t: Texts, facts: tuple[int, int, int], line: str) -> None:
    assert screens.week_line(t, progress(*facts)) == line


def test_content_is_escaped(t: Texts) -> None:
    words = builders.text("Cat <&> cow")
    library = builders.library(builders.exercise(texts={"en": words}))
    made = begin(plan([builders.entry()], library)).press(Press.TIP)
    assert "Cat &lt;&amp;&gt; cow" in screens.card(t, running(made), library).text
    paused = screens.card(t, running(made.press(Press.PAUSE)), library)
    assert "Cat &lt;&amp;&gt; cow" in paused.text


def every_card(library: Library) -> Iterator[Player]:
    """Yield every step of every variation of every exercise, as deep in a long routine as can be."""
    for exercise in library.exercises.values():
        filler = builders.entry(exercise.slug, exercise.standard.slug, sets=1)
        for variation in exercise.variations:
            dose = replace(variation.dose, sets=5)
            entry = Entry(exercise.slug, variation.slug, dose)
            items = plan([*[filler] * 23, entry], library)
            made = begin(items)
            for _ in range(23):
                made = made.press(Press.DONE)
            yield from steps(made.press(Press.DONE))


def steps(made: Player) -> Iterator[Player]:
    """Yield the card at every step, with and without its tip."""
    while True:
        yield made
        yield made.press(Press.TIP)
        if Press.NEXT not in made.allowed:
            return
        made = made.press(Press.NEXT)


def test_every_card_of_the_real_content_keeps_the_limits(t: Texts, real_library: Library) -> None:
    seen = 0
    for made in every_card(real_library):
        screen = screens.card(t, running(made, HUGE, HUGE), real_library)
        exercise = real_library.exercises[made.item.exercise].text("en")
        check(screen)
        assert exercise.name in plain(screen)
        assert exercise.variations[made.rung.variation].steps[made.step] in plain(screen)
        seen += 1
    assert seen > 100


def test_every_other_card_of_the_real_content_keeps_the_limits(t: Texts, real_library: Library) -> None:
    for exercise in real_library.exercises.values():
        entry = Entry(exercise.slug, exercise.standard.slug, exercise.standard.dose)
        made = begin(plan([entry] * 24, real_library))
        for what in (Press.PAUSE, Press.STOP):
            check(screens.card(t, running(made.press(what), HUGE, HUGE), real_library))
        finished = made
        while not finished.over:
            finished = finished.press(Press.DONE)
        check(screens.card(t, running(finished), real_library, progress(7, 1, 1000)))
