"""Plans: drawn from a routine, stored, and read back."""

import json
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.exercises import Dose, Entry
from bot.domain.sessions import Item, Press, Rung, detour, from_json, plan, replay, to_json
from tests.builders import dose, entry, exercise, library, text

LIBRARY = library(
    exercise("cat-cow"),
    exercise("open-book", variations=["standard"]),
    exercise("hug", texts={"en": text("Hug", steps=4), "es": text("Abrazo", steps=5)}),
)
doses = st.builds(
    Dose,
    sets=st.integers(1, 5),
    reps=st.none() | st.integers(1, 30),
    hold=st.integers(0, 120),
    breaths=st.none() | st.integers(1, 20),
    sides=st.sampled_from([1, 2]),
    tempo=st.integers(1, 10),
)
rungs = st.builds(Rung, variation=st.text(max_size=20), dose=doses, steps=st.integers(1, 6))
items = st.builds(
    Item,
    exercise=st.text(max_size=20),
    rungs=st.lists(rungs, min_size=1, max_size=3).map(tuple),
    rung=st.integers(0, 2),
)
exchangeable = st.builds(
    lambda item, others: replace(item, instead=tuple(others)), items, st.lists(items, max_size=2)
)


def test_it_plans_each_entry_in_order_from_its_own_rung() -> None:
    planned = plan([entry("hug", "harder"), entry("open-book"), entry("cat-cow", "easier")], LIBRARY)
    assert [(i.exercise, i.rung, len(i.rungs)) for i in planned] == [
        ("hug", 2, 3),
        ("open-book", 0, 1),
        ("cat-cow", 0, 3),
    ]


def test_it_uses_the_persons_dose_on_their_rung_and_their_sets_on_the_others() -> None:
    (item,) = plan([entry("cat-cow", "standard", sets=4, reps=12)], LIBRARY)
    assert [rung.dose for rung in item.rungs] == [dose(sets=4), dose(sets=4, reps=12), dose(sets=4)]
    assert item.sets == 4


def test_it_leaves_out_an_exercise_that_is_gone() -> None:
    planned = plan([entry("gone"), entry("hug")], LIBRARY)
    assert [item.exercise for item in planned] == ["hug"]
    assert plan([entry("gone")], LIBRARY) == ()


def test_it_starts_at_the_standard_form_when_a_variation_is_gone() -> None:
    (item,) = plan([entry("cat-cow", "gone", reps=3)], LIBRARY)
    assert item.rungs[item.rung] == Rung("standard", dose(reps=3), 3)


def test_it_counts_the_steps_of_the_persons_language() -> None:
    counts = {
        language: plan([entry("hug")], LIBRARY, language)[0].rungs[0].steps for language in ("en", "es", "fr")
    }
    assert counts == {"en": 4, "es": 5, "fr": 4}


def test_it_stores_a_plan_in_a_frozen_format() -> None:
    """Stored sessions must stay readable: when this fails, the new code cannot read yesterday's."""
    item = Item("cat-cow", (Rung("standard", Dose(2, 8, 5, None, 2, 4), 3),), 0)
    stored = (
        '[{"exercise": "cat-cow", "rung": 0, "rungs": [{"variation": "standard", "dose": {"sets": 2, '
        '"reps": 8, "hold": 5, "breaths": null, "sides": 2, "tempo": 4}, "steps": 3}]}]'
    )
    assert json.dumps(to_json([item])) == stored
    assert from_json(json.loads(stored)) == (item,)


def test_what_can_stand_in_is_stored_beside_and_only_where_there_is_something() -> None:
    rung = Rung("standard", Dose(), 3)
    [stored] = to_json([Item("a", (rung,), 0, (Item("b", (rung,), 0),))])
    assert [one["exercise"] for one in stored["instead"]] == ["b"]
    assert "instead" not in stored["instead"][0]


def test_it_plans_what_can_stand_in() -> None:
    def others(entry_: Entry) -> list[Entry]:
        return [entry("hug"), entry("gone")] if entry_.exercise == "cat-cow" else []

    first, second = plan([entry("cat-cow"), entry("open-book")], LIBRARY, others=others)
    assert [one.exercise for one in first.instead] == ["hug"]
    assert second.instead == ()


def test_it_reads_a_plan_that_was_stored_before_a_part_of_doses_existed() -> None:
    stored = [
        {"exercise": "hug", "rung": 0, "rungs": [{"variation": "standard", "dose": {"sets": 3}, "steps": 2}]}
    ]
    assert from_json(stored)[0].rungs[0].dose == Dose(sets=3)


def walked(slug: str, sets: int, steps: int) -> Item:
    """Return an item in one form."""
    return Item(slug, (Rung(f"{slug}-form", dose(sets=sets), steps),), 0)


SLUGS = ("cat-cow", "hug", "open-book", "wall-angel")
WALKED = st.lists(
    st.builds(
        lambda slug, others, sets, steps: replace(
            walked(slug, sets, steps), instead=tuple(walked(other, sets, steps) for other in others)
        ),
        st.sampled_from(SLUGS),
        st.lists(st.sampled_from([*SLUGS, "row"]), max_size=2),
        st.integers(1, 2),
        st.integers(1, 2),
    ),
    min_size=1,
    max_size=4,
)
WALKS = st.lists(st.sampled_from([press for press in Press if press is not Press.STOP]), max_size=12)

WAYS = st.sampled_from([Press.SKIP, Press.BACK, Press.INSTEAD])


@given(WALKED, WALKS, st.sets(st.sampled_from(SLUGS)), WAYS)
@settings(deadline=None, max_examples=100)
def test_a_detour_leads_to_what_is_known_or_to_the_end(
    planned: list[Item], presses: list[Press], known: set[str], way: Press
) -> None:
    """Each press on it leads away from an unknown exercise and changes something, to be stored."""
    player = replay(planned, presses)
    for press in detour(player, known, way):
        assert press in player.allowed
        assert player.item.exercise not in known
        player = player.press(press)
    assert player.over or player.item.exercise in known


@given(st.lists(exchangeable, max_size=4))
@settings(deadline=None, max_examples=100)
def test_it_reads_back_what_it_stored(planned: list[Item]) -> None:
    assert from_json(json.loads(json.dumps(to_json(planned)))) == tuple(planned)
