"""How far somebody may go: answers, warning signs, and what every way into a session makes of them."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from sqlmodel import Session, select

from bot.db.tables import ExerciseSession, Person, Screening
from bot.domain.exercises import Entry, Kind, Library
from bot.domain.matrix import Answer, Rule
from bot.domain.safety import Tier
from bot.domain.screening import CHECK_FIRST, Gate
from bot.domain.sessions import Press, Status, from_json
from bot.services import care, sessions
from bot.services.care import Standing
from tests.conftest import HARMLESS

DAY = date(2026, 3, 2)


def answered(session: Session, now: datetime, **answers: list[str]) -> Screening:
    """Let Ana answer all questions, harmlessly but for these."""
    given = {**HARMLESS, **{slug.replace("_", "-"): ticked for slug, ticked in answers.items()}}
    row = Screening(person_id=7, answers=given, begun_at=now, finished_at=now, day=DAY)
    session.add(row)
    session.flush()
    return row


def stands(session: Session, library: Library, day: date = DAY) -> Standing:
    """Return how Ana stands."""
    return care.standing(session, 7, library, day)


def start(session: Session, library: Library, now: datetime, *slugs: str) -> sessions.Running | None:
    """Begin a session of these exercises."""
    found = [library.exercises[slug] for slug in slugs or library.exercises]
    lines = [Entry(one.slug, one.standard.slug, one.standard.dose) for one in found]
    return sessions.start(session, 7, "mine", lines, library, language="en", now=now)


def test_whoever_was_not_asked_keeps_to_what_is_gentle(
    session: Session, person: Person, real_library: Library, now: datetime
) -> None:
    session.delete(session.exec(select(Screening)).one())
    session.flush()
    standing = stands(session, real_library)
    assert not standing.screened
    assert standing.due
    assert standing.limits.gentle


def test_where_content_asks_nothing_nothing_is_missing(
    session: Session, person: Person, library: Library
) -> None:
    session.delete(session.exec(select(Screening)).one())
    session.flush()
    assert stands(session, library) == Standing()


def test_the_last_answers_hold(
    session: Session, person: Person, real_library: Library, now: datetime
) -> None:
    answered(session, now, body=["neck", "done"])
    assert stands(session, real_library).flags == {"neck-sore"}
    answered(session, now, body=["done"])
    assert stands(session, real_library).flags == frozenset()


def test_a_round_that_was_left_does_not_hold(
    session: Session, person: Person, real_library: Library, now: datetime
) -> None:
    session.add(Screening(person_id=7, answers={"age": ["under-18"]}, begun_at=now))
    assert stands(session, real_library).gate is Gate.OPEN


def test_it_asks_again_after_a_year(session: Session, person: Person, real_library: Library) -> None:
    assert not stands(session, real_library, date(2027, 2, 28)).due
    assert stands(session, real_library, date(2027, 3, 1)).due


@pytest.mark.parametrize("tier", list(Tier))
def test_a_warning_sign_leaves_breathing_only(
    session: Session, person: Person, real_library: Library, now: datetime, tier: Tier
) -> None:
    care.hold(session, 7, tier, care.WORDS, now)
    running = start(session, real_library, now)
    assert running
    kinds = {real_library.exercises[item.exercise].kind for item in running.player.items}
    assert kinds == {Kind.BREATHING}
    assert {one.verdict.because for one in running.changed} == {(CHECK_FIRST,)}


def test_the_most_urgent_sign_is_the_one_that_shows(
    session: Session, person: Person, real_library: Library, now: datetime
) -> None:
    first = care.hold(session, 7, Tier.B, care.WORDS, now)
    assert care.hold(session, 7, Tier.B, care.WORDS, now) == first
    urgent = care.hold(session, 7, Tier.A, care.WORDS, now)
    assert stands(session, real_library).hold == urgent
    assert care.hold(session, 7, Tier.B, care.WORDS, now) in [first, urgent]
    assert stands(session, real_library).hold == urgent


def test_a_misunderstanding_settles_that_sign_alone(
    session: Session, person: Person, real_library: Library, now: datetime
) -> None:
    """Words that were misread say nothing about answers that want a look."""
    answers = care.hold(session, 7, Tier.B, care.SCREENING, now)
    words = care.hold(session, 7, Tier.B, care.WORDS, now)
    assert care.confirm(session, 7, words.id or 0, now, mistake=True)
    assert stands(session, real_library).hold == answers


def test_confirming_a_sign_opens_again_and_leaves_later_ones(
    session: Session, person: Person, real_library: Library, now: datetime
) -> None:
    first = care.hold(session, 7, Tier.B, care.WORDS, now)
    second = care.hold(session, 7, Tier.A, care.WORDS, now)
    assert care.confirm(session, 7, first.id or 0, now)
    assert not care.confirm(session, 7, first.id or 0, now)
    assert stands(session, real_library).hold == second
    assert care.confirm(session, 7, second.id or 0, now)
    assert not stands(session, real_library).held


def test_nobody_confirms_somebody_elses_sign(
    session: Session, person: Person, real_library: Library, now: datetime
) -> None:
    hold = care.hold(session, 7, Tier.A, care.WORDS, now)
    assert not care.confirm(session, 8, hold.id or 0, now)
    assert stands(session, real_library).held


def test_answers_that_want_a_look_close_the_gate_until_there_was_one(
    session: Session, person: Person, real_library: Library, now: datetime
) -> None:
    answered(session, now, signs=["signs-second"], body=["neck", "done"])
    assert stands(session, real_library).gate is Gate.CHECK_FIRST
    hold = care.hold(session, 7, Tier.B, care.SCREENING, now)
    care.confirm(session, 7, hold.id or 0, now + timedelta(days=2))
    standing = stands(session, real_library)
    assert standing.gate is Gate.OPEN
    assert standing.flags == {"neck-sore"}
    assert not standing.held


def test_a_look_before_the_answers_does_not_open_them(
    session: Session, person: Person, real_library: Library, now: datetime
) -> None:
    hold = care.hold(session, 7, Tier.B, care.SCREENING, now)
    care.confirm(session, 7, hold.id or 0, now)
    answered(session, now, signs=["signs-second"])
    assert stands(session, real_library).held


def test_somebody_under_18_begins_nothing(
    session: Session, person: Person, real_library: Library, now: datetime
) -> None:
    session.add(Screening(person_id=7, answers={"age": ["under-18"]}, begun_at=now, finished_at=now, day=DAY))
    session.flush()
    assert start(session, real_library, now) is None


def test_while_a_sign_waits_a_card_does_nothing_but_stop(
    session: Session, person: Person, real_library: Library, now: datetime
) -> None:
    running = start(session, real_library, now, "push-up")
    assert running
    hold = care.hold(session, 7, Tier.A, care.WORDS, now)
    pressed = (7, running.id, running.revision)
    held = sessions.press(session, *pressed, Press.DONE, library=real_library, now=now)
    assert held
    assert (held.held, held.revision) == (True, 0)
    care.confirm(session, 7, hold.id or 0, now)
    after = sessions.press(session, *pressed, Press.DONE, library=real_library, now=now)
    assert after
    assert (after.held, after.revision) == (False, 1)


def test_while_a_sign_waits_one_can_breathe_and_stop(
    session: Session, person: Person, real_library: Library, now: datetime
) -> None:
    moving, calm = (start(session, real_library, now, slug) for slug in ("push-up", "belly-breathing"))
    assert moving
    assert calm
    care.hold(session, 7, Tier.A, care.WORDS, now)
    for running, what in ((moving, Press.STOP), (calm, Press.DONE)):
        after = sessions.press(session, 7, running.id, running.revision, what, library=real_library, now=now)
        assert after is None or not after.held


def test_the_same_again_suits_what_is_known_by_then(
    session: Session, person: Person, real_library: Library, now: datetime
) -> None:
    running = start(session, real_library, now, "push-up", "doorway-stretch")
    assert running
    answered(session, now, body=["slipped", "done"])
    again = sessions.start_over(session, 7, running.id, real_library, now)
    assert again
    assert [(item.exercise, len(item.rungs)) for item in again.player.items] == [("push-up", 1)]


BODY = some.sets(some.sampled_from(["neck", "shoulder", "slipped", "wrist", "low-back", "latex", "floor"]))
ANSWERS = some.fixed_dictionaries(
    {
        "body": BODY.map(lambda ticked: [*ticked, "done"]),
        "bones": some.sampled_from([["bones-no"], ["surgery"], ["brittle"], ["surgery-and-brittle"]]),
        "heart": some.sampled_from([["heart-no"], ["pressure-high"], ["heart-yes"]]),
        "pregnancy": some.sampled_from([["pregnancy-no"], ["pregnancy-yes"]]),
    }
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(answers=ANSWERS)
def test_no_answers_lead_to_a_session_with_what_they_forbid(
    session: Session, person: Person, real_library: Library, now: datetime, answers: dict[str, list[str]]
) -> None:
    """Whatever is stored as a session's plan, every rung of it is fine by the table's own words."""
    answered(session, now, **answers)
    flags = stands(session, real_library).flags
    start(session, real_library, now)
    rows = session.exec(select(ExerciseSession).where(ExerciseSession.status == Status.ACTIVE)).all()
    for item in (item for row in rows for item in from_json(row.plan)):
        for rung in item.rungs:
            for flag in flags:
                known = real_library.matrix.flags[flag]
                rule = known.rules.get(item.exercise) or Rule(known.others)
                fine = rule.answer is Answer.OK or rung.variation in rule.use
                assert fine, (flag, item.exercise, rung.variation)
