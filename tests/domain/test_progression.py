"""When an exercise becomes harder or easier."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.exercises import Direction, Dose, Entry, Exercise, Variation
from bot.domain.pain import Light
from bot.domain.progression import Allowed, Change, Turn, Why, changes, come_back, decide, review
from tests.builders import exercise

DAY = date(2026, 3, 2)
ROW = exercise("row")  # easier, standard, harder, two sets of eight each
HOLD = exercise("hold", variations=("standard",))
LINE = Entry("row", "standard", Dose(sets=2, reps=8))


def anything(_: str, __: str) -> bool:
    """Allow every form."""
    return True


def turns(entry: Entry, *lights: Light, extra: int = 2) -> list[Turn]:
    """Return a turn a day with this line."""
    return [Turn(DAY + timedelta(days=n), entry, one, extra) for n, one in enumerate(lights)]


G, A, R = Light.GREEN, Light.AMBER, Light.RED


def test_three_green_sessions_with_repetitions_to_spare_bring_two_more() -> None:
    decision = decide(0, LINE, ROW, turns(LINE, G, G, G), anything)
    assert decision.change == Change(
        0, LINE, Entry("row", "standard", Dose(sets=2, reps=10)), Why.THREE_GREEN
    )


def test_at_half_as_many_again_the_next_form_comes_at_its_own_dose() -> None:
    line = Entry("row", "standard", Dose(sets=2, reps=12))
    decision = decide(0, line, ROW, turns(line, G, G, G), anything)
    assert decision.change is not None
    assert decision.change.after == Entry("row", "harder", Dose(sets=2, reps=8))


def test_a_form_that_is_not_allowed_is_passed_over() -> None:
    line = Entry("row", "standard", Dose(sets=2, reps=12))
    decision = decide(0, line, ROW, turns(line, G, G, G), lambda _, form: form != "harder")
    assert (decision.change, decision.why) == (None, Why.HIGHEST)


@pytest.mark.parametrize(
    ("lights", "extra", "why"),
    [
        ((G, G), 2, Why.NOT_YET),
        ((A, G, G), 2, Why.NOT_YET),
        ((G, G, G), 1, Why.NO_EXTRA),
        ((G, G, A), 2, Why.AMBER),
        ((), 2, Why.NOT_YET),
    ],
)
def test_it_holds(lights: tuple[Light, ...], extra: int, why: Why) -> None:
    decision = decide(0, LINE, ROW, turns(LINE, *lights, extra=extra), anything)
    assert (decision.change, decision.why) == (None, why)


@pytest.mark.parametrize(("lights", "why"), [((G, A, A), Why.TWO_AMBERS), ((G, G, R), Why.RED)])
def test_it_steps_down_to_the_easier_form(lights: tuple[Light, ...], why: Why) -> None:
    decision = decide(0, LINE, ROW, turns(LINE, *lights), anything)
    assert decision.change == Change(0, LINE, Entry("row", "easier", Dose(sets=2, reps=8)), why)


def test_a_worse_next_morning_steps_down_too() -> None:
    worse = [Turn(DAY, LINE, G, 2, worse_next_day=True)]
    assert decide(0, LINE, ROW, worse, anything).why is Why.WORSE_NEXT_DAY


def test_without_an_easier_form_it_becomes_half_as_much() -> None:
    decision = decide(0, LINE, ROW, turns(LINE, R), lambda _, form: form == "standard")
    assert decision.change is not None
    assert decision.change.after == Entry("row", "standard", Dose(sets=2, reps=4))


def test_a_hold_is_lengthened_and_halved() -> None:
    form = Variation("standard", Direction.STANDARD, Dose(hold=20), frozenset(), frozenset())
    held = Exercise(**{**HOLD.__dict__, "variations": (form,)})
    line = Entry("hold", "standard", Dose(hold=20))
    up = decide(0, line, held, turns(line, G, G, G), anything).change
    down = decide(0, line, held, turns(line, R), anything).change
    assert up is not None
    assert down is not None
    assert (up.after.dose.hold, down.after.dose.hold) == (25, 10)


def test_a_change_starts_a_new_count() -> None:
    after = Entry("row", "standard", Dose(sets=2, reps=10))
    assert decide(0, after, ROW, turns(LINE, G, G, G), anything).why is Why.NOT_YET


def test_only_one_exercise_becomes_harder_at_a_time() -> None:
    other = Entry("press", "standard", Dose(sets=2, reps=8))
    both = [*turns(LINE, G, G, G), *turns(other, G, G, G)]
    found = review([LINE, other], {"row": ROW, "press": exercise("press")}, both, anything)
    assert [one.why for one in found] == [Why.THREE_GREEN, Why.ONE_AT_A_TIME]


def test_nothing_becomes_harder_while_something_becomes_easier() -> None:
    other = Entry("press", "standard", Dose(sets=2, reps=8))
    both = [*turns(LINE, G, G, G), *turns(other, R)]
    found = review([LINE, other], {"row": ROW, "press": exercise("press")}, both, anything)
    assert [one.why for one in found] == [Why.ONE_AT_A_TIME, Why.RED]


@pytest.mark.parametrize(
    ("days", "why"), [(6, None), (7, Why.GAP), (13, Why.GAP), (14, Why.LONG_GAP), (90, Why.LONG_GAP)]
)
def test_coming_back_begins_smaller(days: int, why: Why | None) -> None:
    begun = {"row": Entry("row", "easier", Dose(sets=1, reps=5))}
    found = come_back([LINE], {"row": ROW}, days, begun, anything)
    assert [change.why for change in found] == ([why] if why else [])


def test_after_a_long_gap_the_phase_begins_anew() -> None:
    begun = {"row": Entry("row", "easier", Dose(sets=1, reps=5))}
    assert come_back([LINE], {"row": ROW}, 20, begun, anything)[0].after == begun["row"]


@pytest.mark.parametrize("form", ["standard", "harder"])
def test_after_a_long_gap_nothing_begins_harder(form: str) -> None:
    """Where pain led below the beginning of the phase, it stays there."""
    now = Entry("row", "easier", Dose(sets=1, reps=5))
    begun = {"row": Entry("row", form, Dose(sets=1, reps=3))}
    assert come_back([now], {"row": ROW}, 20, begun, anything) == ()


def test_a_change_leaves_other_lines_alone_and_does_nothing_to_a_line_that_is_gone() -> None:
    change = Change(1, LINE, Entry("row", "easier", Dose(reps=4)), Why.RED)
    assert change.apply([LINE, LINE]) == (LINE, change.after)
    assert change.apply([LINE]) == (LINE,)
    assert change.apply([LINE, change.after]) == (LINE, change.after)


FORMS = st.sampled_from(["easier", "standard", "harder"])
ENTRIES = st.lists(
    st.builds(Entry, st.just("row"), FORMS, st.builds(Dose, sets=st.integers(1, 5), reps=st.integers(1, 30))),
    min_size=1,
    max_size=4,
)
EVENTS = st.lists(
    st.tuples(st.integers(0, 3), st.sampled_from(Light), st.integers(0, 3), st.booleans()), max_size=20
)


@settings(max_examples=80)
@given(ENTRIES, EVENTS, st.sets(FORMS))
def test_rules_hold_for_any_sequence_of_sessions(
    entries: list[Entry], events: list[tuple[int, Light, int, bool]], forms: set[str]
) -> None:
    """Undo restores the routine; at most one step up; never into a form that is not allowed; legal doses."""
    allowed: Allowed = lambda _, form: form in forms  # noqa: E731 - shorter than a function of its own
    done = [Turn(DAY, entries[n % len(entries)], lit, extra, worse) for n, lit, extra, worse in events]
    found = changes(review(entries, {"row": ROW}, done, allowed))
    assert sum(change.why is Why.THREE_GREEN for change in found) <= 1
    now: tuple[Entry, ...] = tuple(entries)
    for change in found:
        now = change.apply(now)
        assert change.after.variation == change.before.variation or change.after.variation in forms
        assert 1 <= (change.after.dose.reps or 0) <= 30
        assert change.before != change.after
    for change in reversed(found):
        now = change.undone.apply(now)
    assert now == tuple(entries)


@settings(max_examples=80)
@given(ENTRIES, EVENTS)
def test_a_session_that_is_not_green_never_makes_anything_harder(
    entries: list[Entry], events: list[tuple[int, Light, int, bool]]
) -> None:
    line = entries[0]
    done = [Turn(DAY, line, lit, extra, worse) for _, lit, extra, worse in events]
    decision = decide(0, line, ROW, done, anything)
    if done and (done[-1].light is not G or done[-1].worse_next_day):
        assert decision.why is not Why.THREE_GREEN
