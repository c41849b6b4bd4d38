"""The end of a session: milestones once each, cards with a reason and every other day at most."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.endings import CARDS, Ending, Milestone, Reason, milestone, reading
from bot.domain.exercises import Library

DAY = date(2026, 3, 2)
PLAIN = Ending(DAY, DAY - timedelta(days=60), sessions=9, practised=9, seconds=600)
KNOWN = frozenset(CARDS.values())


def ending(**changes: object) -> Ending:
    """Return an end with nothing special about it, or as changed."""
    return Ending(**{**vars(PLAIN), **changes})


@pytest.mark.parametrize(
    ("changes", "reached"),
    [
        ({}, None),
        ({"sessions": 1, "practised": 1}, Milestone.FIRST),
        ({"practised": 7}, Milestone.DAYS_7),
        ({"practised": 30}, Milestone.DAYS_30),
        ({"practised": 100}, Milestone.DAYS_100),
        ({"practised": 101}, None),
        ({"goal_met": True}, Milestone.WEEK_GOAL),
        ({"program_over": True, "practised": 30, "goal_met": True}, Milestone.PROGRAM),
    ],
)
def test_a_milestone_is_told_when_it_is_reached(
    changes: dict[str, object], reached: Milestone | None
) -> None:
    assert milestone(ending(**changes), ()) is reached


def test_a_milestone_is_told_once() -> None:
    assert milestone(ending(goal_met=True), [Milestone.WEEK_GOAL]) is None
    assert milestone(ending(goal_met=True, practised=7), [Milestone.DAYS_7]) is Milestone.WEEK_GOAL


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, None),
        ({"pain": 4, "breathed": True}, Reason.HURT),
        ({"pain": 3}, None),
        ({"sessions": 1}, Reason.FIRST),
        ({"breathed": True, "seconds": 60}, Reason.BREATHED),
        ({"seconds": 60}, Reason.SHORT),
        ({"first_day": DAY - timedelta(days=20)}, Reason.EARLY),
    ],
)
def test_a_card_is_offered_for_a_reason_alone(changes: dict[str, object], reason: Reason | None) -> None:
    found = reading(ending(**changes), {}, KNOWN, 4)
    assert found == ((reason, CARDS[reason]) if reason else None)


def test_a_card_is_offered_once_and_another_takes_its_turn() -> None:
    offered = {CARDS[Reason.HURT]: DAY - timedelta(days=9)}
    assert reading(ending(pain=8, breathed=True), offered, KNOWN, 4) == (
        Reason.BREATHED,
        CARDS[Reason.BREATHED],
    )


@pytest.mark.parametrize(("ago", "offers"), [(0, False), (1, False), (2, True)])
def test_every_other_day_at_most(ago: int, *, offers: bool) -> None:
    offered = {"some-card": DAY - timedelta(days=ago)}
    assert (reading(ending(pain=8), offered, KNOWN, 4) is not None) is offers


def test_a_card_that_content_has_not_is_never_offered() -> None:
    assert reading(ending(pain=8, sessions=1), {}, (), 4) is None


def test_the_cards_are_there_and_are_for_learning(real_library: Library) -> None:
    assert {real_library.cards[card].group for card in CARDS.values()} == {"education"}


@given(days=st.lists(st.tuples(st.booleans(), st.integers(0, 10)), max_size=40))
@settings(max_examples=200)
def test_over_weeks_no_card_comes_twice_and_none_on_two_days_running(days: list[tuple[bool, int]]) -> None:
    offered: dict[str, date] = {}
    for n, (breathed, pain) in enumerate(days):
        now = ending(today=DAY + timedelta(days=n), breathed=breathed, pain=pain, sessions=n + 1)
        found = reading(now, offered, KNOWN, 4)
        if found:
            assert found[1] not in offered
            assert now.today - timedelta(days=1) not in offered.values()
            offered[found[1]] = now.today
