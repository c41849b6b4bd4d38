"""What a plan brings: day after day, in pauses, with flags, and when something changes overnight."""

from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import Session, select

from bot.db.tables import Change, Hold, Person, Plan, PlannedPause, Screening
from bot.domain.exercises import Kind, Library, Place
from bot.domain.plan import DayPlan, Left, possible
from bot.domain.plan import Kind as DayKind
from bot.domain.programs import Role
from bot.domain.wishes import DONE
from bot.services import plan_drafts, plans, sessions
from tests.services.planning import planned

MONDAY = date(2026, 3, 2)
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def ana(person: Person) -> None:
    """Ana is known."""


def brought(session: Session, library: Library, day: date) -> DayPlan:
    """What a day brings, which is something."""
    found = plans.day(session, 7, library, day)
    assert found
    return found


def test_without_a_plan_a_day_brings_nothing(session: Session, real_library: Library) -> None:
    assert plans.current(session, 7) is None
    assert plans.day(session, 7, real_library, MONDAY) is None


def test_a_draft_is_no_plan_yet(session: Session, real_library: Library, now: datetime) -> None:
    plan_drafts.begin(session, 7, now)
    assert plans.current(session, 7) is None


def test_today_begins_the_day_of_the_plan(session: Session, real_library: Library, now: datetime) -> None:
    planned(session, real_library, now)
    title, entries = sessions.planned(session, 7, real_library, now)
    assert (title, tuple(entries)) == (sessions.PLAN, brought(session, real_library, MONDAY).entries)


def test_weeks_count_from_the_first_day_and_phases_follow(
    session: Session, real_library: Library, now: datetime
) -> None:
    planned(session, real_library, now)
    seen = []
    for days in (0, 6, 7, 14, 55, 56, 90):
        way = plans.way(session, 7, real_library, MONDAY + DAY * days)
        assert way
        seen.append((way.week, way.whole.phase.slug, way.over))
    assert seen == [
        (1, "settle", False),
        (1, "settle", False),
        (2, "settle", False),
        (3, "loosen", False),
        (8, "build", False),
        (9, "build", True),
        (13, "build", True),
    ]


def test_a_free_day_has_something_easy_from_the_nearest_day(
    session: Session, real_library: Library, now: datetime
) -> None:
    planned(session, real_library, now)
    for days in range(56):
        day = MONDAY + DAY * days
        found = brought(session, real_library, day)
        assert 2 <= len(found.picks) <= 4
        if day.weekday() not in {0, 2, 4}:
            assert found.kind is DayKind.MOBILITY
            assert all(pick.role is not Role.STRENGTHEN for pick in found.picks)


@given(
    weekdays=st.sets(st.sampled_from("0123456"), min_size=1),
    goal=st.sampled_from(["ease", "desk", "strength"]),
)
@settings(deadline=None, max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_two_strength_days_in_a_row_in_the_first_eight_weeks(
    session: Session, real_library: Library, now: datetime, weekdays: set[str], goal: str
) -> None:
    with session.begin_nested() as mark:
        planned(session, real_library, now, goal=[goal], days=[*sorted(weekdays), DONE])
        strong = [
            found is not None and found.kind is DayKind.STRENGTH
            for found in (plans.day(session, 7, real_library, MONDAY + DAY * days) for days in range(56))
        ]
        mark.rollback()
    assert not any(one and other for one, other in pairwise(strong))


def test_other_days_from_today_on_do_not_make_two_strength_days_in_a_row(
    session: Session, real_library: Library, now: datetime
) -> None:
    planned(session, real_library, now - DAY * 29, days=["0", "3", DONE])
    assert brought(session, real_library, MONDAY - DAY * 4).kind is DayKind.STRENGTH
    planned(session, real_library, now - DAY * 3, days=["1", "4", DONE])
    friday = brought(session, real_library, MONDAY - DAY * 3)
    assert friday.kind is DayKind.MOBILITY
    assert friday.picks
    assert brought(session, real_library, MONDAY + DAY).kind is DayKind.STRENGTH


def test_days_in_a_pause_do_not_count(session: Session, real_library: Library, now: datetime) -> None:
    planned(session, real_library, now)
    session.add(PlannedPause(person_id=7, first=MONDAY + DAY * 3, last=MONDAY + DAY * 9))
    session.flush()
    weeks = [plans.way(session, 7, real_library, MONDAY + DAY * days) for days in (2, 13, 14)]
    assert [way.week for way in weeks if way] == [1, 1, 2]


def test_while_a_warning_sign_waits_the_plan_waits_and_brings_breathing_only(
    session: Session, real_library: Library, now: datetime
) -> None:
    planned(session, real_library, now)
    hold = Hold(person_id=7, tier="b", source="words", at=now)
    session.add(hold)
    session.flush()
    way = plans.way(session, 7, real_library, MONDAY + DAY * 20)
    assert way
    assert (way.week, way.held) == (1, True)
    assert way.today
    kinds = {real_library.exercises[entry.exercise].kind for entry in way.today.entries}
    assert kinds == {Kind.BREATHING}
    hold.confirmed_at = now + DAY * 20
    session.flush()
    assert brought(session, real_library, MONDAY + DAY * 20).seconds > way.today.seconds


def test_flags_shape_the_day_and_say_so(session: Session, real_library: Library, now: datetime) -> None:
    row = session.exec(select(Screening)).one()
    row.answers = {**row.answers, "body": ["neck", DONE]}
    flags = real_library.screening.outcome(row.answers).flags
    assert flags
    planned(session, real_library, now)
    way = plans.way(session, 7, real_library, MONDAY)
    assert way
    assert way.person.flags == flags
    assert any(pick.because for day in way.whole.days for pick in day.picks)


def test_a_line_that_progress_changed_comes_before_the_programs(
    session: Session, real_library: Library, now: datetime
) -> None:
    planned(session, real_library, now)
    line = brought(session, real_library, MONDAY).entries[0]
    after = {"exercise": line.exercise, "variation": line.variation, "dose": {"sets": 1, "reps": 3}}
    session.add(
        Change(person_id=7, day=MONDAY, exercise=line.exercise, before=after, after=after, why="red", at=now)
    )
    session.flush()
    changed = brought(session, real_library, MONDAY).entries[0]
    assert (changed.exercise, changed.dose.reps) == (line.exercise, 3)


def test_what_is_left_out_is_told_and_can_come_back(
    session: Session, real_library: Library, now: datetime
) -> None:
    plan = planned(session, real_library, now)
    gone = brought(session, real_library, MONDAY).entries[0].exercise
    assert plan_drafts.leave(session, 7, plan.id or 0, gone, out=True)
    way = plans.way(session, 7, real_library, MONDAY)
    assert way
    assert [one.exercise for one in way.whole.left_out if one.why is Left.OWN] == [gone]
    assert all(entry.exercise != gone for day in way.whole.days for entry in day.entries)
    assert plan_drafts.leave(session, 7, plan.id or 0, gone, out=False)
    assert brought(session, real_library, MONDAY).entries[0].exercise == gone


def test_a_program_that_content_no_longer_has_is_replaced_by_the_nearest(
    session: Session, real_library: Library, now: datetime
) -> None:
    planned(session, real_library, now).program = "gone"
    assert brought(session, real_library, MONDAY).picks


def test_not_here_leads_to_what_can_be_done_on_a_chair_or_standing(
    session: Session, real_library: Library, now: datetime
) -> None:
    planned(session, real_library, now, places=["floor", "bed", "wall", DONE])
    day = now + DAY * 14
    title, entries = sessions.planned(session, 7, real_library, day)
    running = sessions.start(session, 7, title, entries, real_library, language="en", now=day)
    assert running
    here = plans.way(session, 7, real_library, day.date())
    assert here
    for item in running.player.items:
        assert item.instead, item.exercise
        for other in item.instead:
            form = real_library.exercises[other.exercise].variation(other.rungs[other.rung].variation)
            assert form.places & {Place.CHAIR, Place.STANDING}


def test_an_own_routine_knows_what_can_stand_in_too(
    session: Session, real_library: Library, now: datetime
) -> None:
    routine = real_library.routines["no-kit"]
    running = sessions.start(session, 7, "mine", routine.entries, real_library, language="en", now=now)
    assert running
    assert any(item.instead for item in running.player.items)
    for item in running.player.items:
        for other in item.instead:
            kinds = [real_library.exercises[one.exercise].kind for one in (item, other)]
            assert kinds[0] is kinds[1] or set(kinds) == {Kind.MOBILITY, Kind.STRETCH}


def test_somebody_elses_plan_is_not_theirs(session: Session, real_library: Library, now: datetime) -> None:
    planned(session, real_library, now)
    assert plans.current(session, 8) is None
    assert session.exec(select(Plan)).one().person_id == 7


def test_every_form_fits_the_places(session: Session, real_library: Library, now: datetime) -> None:
    planned(session, real_library, now, places=["chair", DONE])
    for days in range(0, 56, 2):
        way = plans.way(session, 7, real_library, MONDAY + DAY * days)
        assert way
        assert way.today
        for entry in way.today.entries:
            assert possible(real_library.exercises[entry.exercise].variation(entry.variation), way.person)
