"""The player: any presses, in any order, however often."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.player import Item, Player, Press, Rung, Status, begin, replay
from tests.builders import dose

MOVES = frozenset(Press) - {Press.TIP, Press.PAUSE, Press.RESUME, Press.STOP}


OTHERS = ("hug", "row", "open-book")


def item(
    slug: str = "cat-cow",
    *,
    sets: int = 1,
    steps: int = 3,
    rungs: int = 1,
    rung: int = 0,
    instead: tuple[Item, ...] = (),
) -> Item:
    """An item whose rungs differ in length: rung n takes n + 1 repetitions of 4 seconds a set."""
    ladder = tuple(Rung(f"{slug}-v{n}", dose(sets=sets, reps=n + 1), steps) for n in range(rungs))
    return Item(slug, ladder, rung, instead)


@st.composite
def items(draw: st.DrawFn) -> Item:
    """Any item that a routine could hold."""
    rungs = draw(st.integers(1, 3))
    return item(
        draw(st.sampled_from(["cat-cow", "open-book", "wall-angels"])),
        sets=draw(st.integers(1, 3)),
        steps=draw(st.integers(1, 4)),
        rungs=rungs,
        rung=draw(st.integers(0, rungs - 1)),
        instead=tuple(item(slug, sets=2) for slug in draw(st.lists(st.sampled_from(OTHERS), max_size=2))),
    )


def seconds_of(player: Player) -> int:
    """Return the seconds of all counted sets."""
    return sum(state.seconds for state in player.states)


plans = st.lists(items(), min_size=1, max_size=4)
# Stopping and pausing are rare, or no run would get anywhere.
lively = st.sampled_from([*MOVES, *MOVES, Press.DONE, Press.DONE, Press.TIP, Press.PAUSE, Press.RESUME])
runs = st.lists(st.one_of(lively, lively, lively, st.sampled_from(Press)), max_size=40)
thorough = settings(deadline=None, max_examples=200)


def walk(plan: Sequence[Item], presses: Sequence[Press]) -> list[Player]:
    """Every state on the way."""
    states = [begin(plan)]
    for press in presses:
        states.append(states[-1].press(press))
    return states


def settled(player: Player) -> list[bool]:
    """Which items are done or skipped."""
    return [done or s.skipped for done, s in zip(player.done, player.states, strict=True)]


@given(plans, runs)
@thorough
def test_it_stays_within_its_plan_whatever_is_pressed(plan: list[Item], presses: list[Press]) -> None:
    for player in walk(plan, presses):
        assert 0 <= player.position < len(player.items)
        assert 0 <= player.step < player.rung.steps
        for one, state in zip(player.items, player.states, strict=True):
            assert 0 <= state.rung < len(one.rungs)
            assert 0 <= state.sets_done <= one.sets
            assert not (state.skipped and state.sets_done == one.sets)


@given(plans, runs)
@thorough
def test_it_ends_exactly_when_nothing_is_open(plan: list[Item], presses: list[Press]) -> None:
    for player in walk(plan, presses):
        if player.status is Status.FINISHED:
            assert all(settled(player))
            assert player.exercises_done > 0
        if player.status in {Status.ACTIVE, Status.PAUSED}:
            assert not all(settled(player))
        assert all(settled(player)[: player.position]), "nothing open is left behind"
        assert player.over is (player.status in {Status.FINISHED, Status.STOPPED})
        assert player.allowed == {Press.RESUME} or bool(player.allowed) is not player.over
        assert player.complete is all(player.done)


@given(plans, runs)
@thorough
def test_it_ignores_what_is_not_allowed_and_moves_on_what_is(plan: list[Item], presses: list[Press]) -> None:
    for player in walk(plan, presses):
        for press in Press:
            assert (player.press(press) != player) is (press in player.allowed)


@given(plans, runs)
@thorough
def test_it_counts_one_set_for_every_done_that_was_allowed(plan: list[Item], presses: list[Press]) -> None:
    states = walk(plan, presses)
    for before, press, after in zip(states, presses, states[1:], strict=False):
        counted = press is Press.DONE and press in before.allowed
        assert after.sets_done == before.sets_done + counted
        seconds = before.rung.dose.set_seconds if counted else 0
        assert seconds_of(after) == seconds_of(before) + seconds
        assert after.exercises_done >= before.exercises_done


@given(plans, runs)
@thorough
def test_it_comes_to_the_same_place_by_replay(plan: list[Item], presses: list[Press]) -> None:
    states = walk(plan, presses)
    kept = [p for before, p in zip(states, presses, strict=False) if p in before.allowed]
    assert replay(plan, presses) == states[-1]
    assert replay(plan, kept) == states[-1]


@given(plans, runs)
@thorough
def test_it_goes_on_at_the_very_place_of_the_pause_or_the_stop(
    plan: list[Item], presses: list[Press]
) -> None:
    for player in walk(plan, presses):
        paused = player.press(Press.PAUSE)
        if player.status is Status.ACTIVE:
            assert player.press(Press.STOP).allowed == {Press.RESUME}
            assert player.press(Press.STOP).press(Press.RESUME) == player
            assert paused.allowed == {Press.RESUME, Press.STOP}
            assert paused.press(Press.RESUME) == player


@given(plans, runs)
@thorough
def test_it_hides_the_tip_with_every_move(plan: list[Item], presses: list[Press]) -> None:
    for player in walk(plan, presses):
        for press in player.allowed & MOVES:
            assert not player.press(press).tip
        if Press.TIP in player.allowed:
            assert player.press(Press.TIP).press(Press.TIP) == player


@given(plans, runs)
@thorough
def test_it_can_always_be_brought_to_an_end(plan: list[Item], presses: list[Press]) -> None:
    """Wherever a person wandered, pressing "done", or "skip" where all is done, finishes the session."""
    player = walk(plan, presses)[-1].press(Press.RESUME)
    for _ in range(3 * len(plan) + len(plan)):
        player = player.press(Press.DONE if Press.DONE in player.allowed else Press.SKIP)
    assert player.over


def test_it_needs_something_to_do() -> None:
    with pytest.raises(ValueError, match="at least one exercise"):
        begin([])


def test_it_walks_the_steps_and_stops_at_both_ends() -> None:
    start = begin([item(steps=3)])
    last = start.press(Press.NEXT).press(Press.NEXT)
    assert last.step == 2
    assert last.press(Press.NEXT) == last
    assert last.press(Press.BACK).press(Press.BACK) == start
    assert start.press(Press.BACK) == start


def test_it_goes_back_to_the_exercise_before_without_losing_a_set() -> None:
    player = replay([item("a"), item("b", sets=2)], [Press.NEXT, Press.DONE, Press.DONE, Press.BACK])
    assert (player.item.exercise, player.step) == ("a", 0)
    assert [s.sets_done for s in player.states] == [1, 1]
    assert Press.DONE not in player.allowed, "it is done already"
    assert player.press(Press.SKIP).item.exercise == "b"
    assert not player.press(Press.SKIP).states[0].skipped


def test_it_stays_on_an_exercise_until_all_its_sets_are_done() -> None:
    player = begin([item("a", sets=2), item("b")]).press(Press.NEXT).press(Press.DONE)
    assert (player.item.exercise, player.step, player.state.sets_done) == ("a", 1, 1)
    player = player.press(Press.DONE)
    assert (player.item.exercise, player.step, player.exercises_done) == ("b", 0, 1)


def test_it_counts_a_skipped_exercise_that_is_done_after_all() -> None:
    player = replay([item("a"), item("b"), item("c")], [Press.SKIP, Press.BACK, Press.DONE])
    assert player.item.exercise == "b"
    assert player.done == (True, False, False)
    assert not player.states[0].skipped


def test_it_returns_to_where_it_was_from_an_exercise_that_is_settled() -> None:
    """Looking back at what is done, or skipped, leads forward again to what is open."""
    plan = [item("a"), item("b"), item("c", sets=2)]
    begun = replay(plan, [Press.DONE, Press.SKIP, Press.DONE])
    back = begun.press(Press.BACK).press(Press.BACK)
    assert back.item.exercise == "a"
    assert back.press(Press.SKIP) == begun


@pytest.mark.parametrize(
    ("presses", "status"),
    [
        ([Press.SKIP, Press.SKIP], Status.STOPPED),
        ([Press.DONE, Press.SKIP], Status.FINISHED),
        ([Press.SKIP, Press.DONE], Status.FINISHED),
        ([Press.DONE, Press.DONE], Status.FINISHED),
        ([Press.STOP], Status.STOPPED),
        ([Press.PAUSE, Press.STOP], Status.STOPPED),
        ([Press.DONE, Press.STOP], Status.STOPPED),
    ],
)
def test_it_ends_finished_only_when_something_was_done(presses: list[Press], status: Status) -> None:
    assert replay([item("a"), item("b")], presses).status is status


def test_it_moves_along_the_ladder_and_keeps_the_sets() -> None:
    player = begin([item(sets=3, rungs=3, rung=1)]).press(Press.DONE).press(Press.NEXT)
    harder = player.press(Press.HARDER)
    assert (harder.rung.variation, harder.step, harder.sets_done) == ("cat-cow-v2", 0, 1)
    assert harder.press(Press.HARDER) == harder
    easiest = harder.press(Press.EASIER).press(Press.EASIER)
    assert easiest.rung.variation == "cat-cow-v0"
    assert Press.EASIER not in easiest.allowed


def test_it_offers_no_ladder_on_what_is_done() -> None:
    """It would change afterwards what was done."""
    back = replay([item("a", rungs=3, rung=1), item("b")], [Press.DONE, Press.BACK])
    assert back.allowed == {Press.NEXT, Press.TIP, Press.SKIP, Press.PAUSE, Press.STOP}


@given(plans, runs)
@thorough
def test_what_stands_in_comes_round_to_the_first_again(plan: list[Item], presses: list[Press]) -> None:
    """However often an exercise is exchanged, nothing that can be done in its place is lost."""
    for player in walk(plan, presses):
        if Press.INSTEAD in player.allowed:
            after = player.press(Press.INSTEAD)
            assert _circle(after) == _circle(player)
            assert (after.position, after.step, after.sets_done) == (player.position, 0, player.sets_done)
            assert not after.state.skipped


def _circle(player: Player) -> set[tuple[str, Rung]]:
    return {(one.exercise, one.rungs[0]) for one in (player.item, *player.item.instead)}


def test_it_exchanges_an_exercise_and_counts_what_was_done_instead() -> None:
    player = begin([item("a", sets=2, instead=(item("b"), item("c"))), item("d")])
    other = player.press(Press.NEXT).press(Press.INSTEAD)
    assert (other.item.exercise, other.step, other.item.sets) == ("b", 0, 1)
    back = other.press(Press.INSTEAD).press(Press.INSTEAD)
    assert (back.item.exercise, back.item.sets) == ("a", 2)
    done = other.press(Press.DONE)
    assert (done.item.exercise, done.exercises_done) == ("d", 1)


def test_it_exchanges_nothing_once_a_set_is_done() -> None:
    player = begin([item("a", sets=2, instead=(item("b"),))])
    assert Press.INSTEAD in player.allowed
    assert Press.INSTEAD not in player.press(Press.DONE).allowed


def test_nothing_stands_in_for_itself() -> None:
    same = item("a", instead=(item("a"),))
    assert Press.INSTEAD not in begin([same]).allowed
    twice = begin([item("a", instead=(item("b"), item("b")))]).press(Press.INSTEAD)
    assert twice.press(Press.INSTEAD).item.exercise == "a"


def test_it_does_not_bring_twice_what_another_item_shows() -> None:
    plan = [item("a", instead=(item("c"),)), item("b", instead=(item("c"),))]
    player = replay(plan, [Press.INSTEAD, Press.DONE])
    assert player.item.exercise == "b"
    assert Press.INSTEAD not in player.allowed


@given(plans, runs)
@thorough
def test_it_halves_a_dose_once_and_changes_nothing_else(plan: list[Item], presses: list[Press]) -> None:
    for player in walk(plan, presses):
        if Press.LESS not in player.allowed:
            continue
        after = player.press(Press.LESS)
        assert after.rung == replace(player.rung, dose=player.rung.dose.half)
        assert after.rung.dose.set_seconds < player.rung.dose.set_seconds
        assert (after.position, after.step, after.states) == (
            player.position,
            player.step,
            (
                *player.states[: player.position],
                replace(player.state, less=True),
                *player.states[player.position + 1 :],
            ),
        )
        assert Press.LESS not in after.allowed


def test_it_does_less_on_every_rung_and_in_this_exercise_alone() -> None:
    player = begin([item("a", rungs=2, rung=1, sets=2), item("b", rungs=2, rung=1)]).press(Press.LESS)
    assert player.rung.dose.reps == 1
    assert player.press(Press.EASIER).rung.dose.reps == 1
    moved = player.press(Press.DONE).press(Press.DONE)
    assert (moved.item.exercise, moved.rung.dose.reps) == ("b", 2)
    assert seconds_of(moved) == 2 * 4


def test_it_ends_stopped_when_a_set_but_no_exercise_was_done() -> None:
    player = replay([item("a", sets=2)], [Press.DONE, Press.SKIP])
    assert (player.status, player.sets_done, player.exercises_done) == (Status.STOPPED, 1, 0)


def test_it_adds_up_each_set_at_the_rung_it_was_done_on() -> None:
    player = replay([item(sets=2, rungs=2)], [Press.DONE, Press.HARDER, Press.DONE])
    assert seconds_of(player) == 1 * 4 + 2 * 4
    assert player.spent_seconds == 15 + seconds_of(player) + 20


def test_it_keeps_the_stored_words_of_presses_and_statuses() -> None:
    assert [p.value for p in Press] == [
        "next",
        "back",
        "done",
        "tip",
        "easier",
        "harder",
        "skip",
        "pause",
        "resume",
        "stop",
        "instead",
        "less",
    ]
    assert [s.value for s in Status] == ["active", "paused", "stopped", "finished"]
