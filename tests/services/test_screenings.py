"""The questions before the plan: one tap each, left and taken up, taken back, and what follows."""

from datetime import date, datetime, timedelta

import pytest
from sqlmodel import Session, select

from bot.db.tables import ExerciseSession, Hold, Person, Screening
from bot.domain.exercises import Entry, Library
from bot.domain.safety import Tier
from bot.domain.screening import DONE, Gate
from bot.domain.sessions import Status
from bot.services import care, progress, screenings, sessions
from bot.services.screenings import Asking
from tests.conftest import HARMLESS

DAY = date(2026, 3, 2)


@pytest.fixture
def newcomer(session: Session, person: Person) -> Person:
    """Give Ana before she was asked anything."""
    session.delete(session.exec(select(Screening)).one())
    session.flush()
    return person


def tap(
    session: Session, library: Library, now: datetime, question: str, choice: str, after: int = 0
) -> Asking:
    """Answer a question."""
    return screenings.answer(session, 7, after, question, choice, library=library, day=DAY, now=now)


def finish(session: Session, library: Library, now: datetime, after: int = 0, **answers: list[str]) -> Asking:
    """Answer all questions, harmlessly but for these, as far as they are asked."""
    given = {**HARMLESS, **{slug.replace("_", "-"): ticked for slug, ticked in answers.items()}}
    asking = screenings.asking(session, 7, library)
    while asking.question:
        for choice in given[asking.question.slug]:
            asking = tap(session, library, now, asking.question.slug, choice, after)
            if asking.question is None:
                break
    return asking


def holds(session: Session) -> list[tuple[str, str, bool]]:
    """Return the holds: tier, source, and whether they wait."""
    found = session.exec(select(Hold).order_by(Hold.id)).all()  # type: ignore[arg-type]
    return [(hold.tier, hold.source, hold.confirmed_at is None) for hold in found]


def test_nine_taps_at_most(session: Session, newcomer: Person, real_library: Library, now: datetime) -> None:
    asking = screenings.asking(session, 7, real_library)
    taps = 0
    while asking.question:
        [choice] = HARMLESS[asking.question.slug]
        asking = tap(session, real_library, now, asking.question.slug, choice)
        taps += 1
    assert taps <= 9
    row = session.exec(select(Screening)).one()
    assert (row.finished_at, row.day, row.answers) == (now, DAY, HARMLESS)
    assert holds(session) == []


def test_looking_at_the_questions_stores_nothing(
    session: Session, newcomer: Person, real_library: Library
) -> None:
    screenings.asking(session, 7, real_library)
    screenings.before(session, 7, real_library, DAY)
    assert session.exec(select(Screening)).all() == []


def test_it_goes_on_where_it_was_left(
    session: Session, newcomer: Person, real_library: Library, now: datetime
) -> None:
    tap(session, real_library, now, "age", "adult")
    asking = screenings.asking(session, 7, real_library)
    assert asking.question
    assert asking.question.slug == "heart"
    assert not care.standing(session, 7, real_library, DAY).screened


def test_the_last_answer_can_be_taken_back(
    session: Session, newcomer: Person, real_library: Library, now: datetime
) -> None:
    tap(session, real_library, now, "age", "adult")
    tap(session, real_library, now, "heart", "heart-yes")
    asking = screenings.back(session, 7, 0, real_library)
    assert asking.question
    assert asking.question.slug == "heart"
    assert asking.given == {"age": ("adult",)}


def test_nothing_to_take_back_changes_nothing(
    session: Session, newcomer: Person, real_library: Library, now: datetime
) -> None:
    assert screenings.back(session, 7, 0, real_library).outdated
    tap(session, real_library, now, "age", "adult")
    assert screenings.back(session, 7, 99, real_library).outdated
    assert screenings.asking(session, 7, real_library).given == {"age": ("adult",)}


def test_a_double_tap_answers_once(
    session: Session, newcomer: Person, real_library: Library, now: datetime
) -> None:
    first = tap(session, real_library, now, "age", "adult")
    second = tap(session, real_library, now, "age", "adult")
    assert (first.outdated, second.outdated) == (False, True)
    assert second.question == first.question


def test_a_double_tap_on_the_last_answer_begins_no_new_round(
    session: Session, newcomer: Person, real_library: Library, now: datetime
) -> None:
    finish(session, real_library, now)
    again = tap(session, real_library, now, "body", DONE)
    assert again.outdated
    assert len(session.exec(select(Screening)).all()) == 1


def test_a_button_of_an_earlier_round_changes_nothing(
    session: Session, newcomer: Person, real_library: Library, now: datetime
) -> None:
    finish(session, real_library, now)
    assert tap(session, real_library, now, "age", "under-18").outdated
    assert care.standing(session, 7, real_library, DAY).gate is Gate.OPEN


@pytest.mark.parametrize(
    ("sign", "taps", "tier"),
    [
        ({"chest": ["chest-now"]}, 3, "a"),
        ({"signs": ["signs-first"]}, 4, "a"),
        ({"signs": ["signs-second"]}, 9, "b"),
        ({"age": ["older-still"]}, 9, "b"),
    ],
)
def test_a_warning_sign_pauses_the_plan(
    session: Session,
    newcomer: Person,
    real_library: Library,
    now: datetime,
    *,
    sign: dict[str, list[str]],
    taps: int,
    tier: str,
) -> None:
    """An urgent one at once: no further question makes sense then."""
    finish(session, real_library, now, 0, **sign)
    row = session.exec(select(Screening)).one()
    assert len(row.answers) == taps
    assert holds(session) == [(tier, care.SCREENING, True)]
    assert care.standing(session, 7, real_library, DAY).held


def test_under_18_ends_at_once_and_kindly(
    session: Session, newcomer: Person, real_library: Library, now: datetime
) -> None:
    assert tap(session, real_library, now, "age", "under-18").question is None
    standing = care.standing(session, 7, real_library, DAY)
    assert standing.gate is Gate.NOT_FOR_YOU
    assert holds(session) == [("b", care.NOT_FOR_YOU, True)]  # so that no reminder comes either


def test_a_look_at_a_sign_does_not_let_reminders_come_to_somebody_under_18(
    session: Session, newcomer: Person, real_library: Library, now: datetime
) -> None:
    tap(session, real_library, now, "age", "under-18")
    sign = care.hold(session, 7, Tier.A, care.WORDS, now)
    assert care.confirm(session, 7, sign.id or 0, now)
    assert holds(session) == [("b", care.NOT_FOR_YOU, True), ("a", care.WORDS, False)]
    assert not care.confirm(session, 7, sign.id or 0, now)


def test_new_answers_settle_what_earlier_ones_asked_for(
    session: Session, newcomer: Person, real_library: Library, now: datetime
) -> None:
    finish(session, real_library, now, signs=["signs-second"])
    first = care.last_finished(session, 7)
    assert first
    later = now + timedelta(hours=1)
    finish(session, real_library, later, first.id or 0)
    assert holds(session) == [("b", care.SCREENING, False)]
    assert not care.standing(session, 7, real_library, DAY).held


def test_new_answers_with_a_sign_wait_again(
    session: Session, newcomer: Person, real_library: Library, now: datetime
) -> None:
    finish(session, real_library, now, signs=["signs-second"])
    first = care.last_finished(session, 7)
    assert first
    finish(session, real_library, now + timedelta(hours=1), first.id or 0, signs=["signs-second"])
    assert [waits for _, _, waits in holds(session)] == [False, True]
    assert care.standing(session, 7, real_library, DAY).held


def test_a_sign_that_is_told_once_more_was_not_settled_by_that(
    session: Session, newcomer: Person, real_library: Library, now: datetime
) -> None:
    """Nobody went on meanwhile, and the page for a professional must not say that they did."""
    for days in (0, 10, 20):
        known = care.last_finished(session, 7)
        after = known.id if known and known.id else 0
        finish(session, real_library, now + timedelta(days), after, signs=["signs-second"])
    told = progress.whole(session, 7, now).signs
    assert [one.until for one in told] == [None, None, None]
    waits = care.held(session, 7)
    assert waits
    care.confirm(session, 7, waits.id or 0, now + timedelta(30))
    told = progress.whole(session, 7, now).signs
    assert [one.until for one in told] == [DAY + timedelta(30)] * 3


def test_put_off_means_until_tomorrow(
    session: Session, newcomer: Person, real_library: Library, now: datetime
) -> None:
    assert screenings.before(session, 7, real_library, DAY).ask
    screenings.put_off(session, 7, DAY, now)
    screenings.put_off(session, 7, DAY, now)
    assert not screenings.before(session, 7, real_library, DAY).ask
    assert screenings.before(session, 7, real_library, DAY + timedelta(days=1)).ask


def test_put_off_begins_what_is_gentle(
    session: Session, newcomer: Person, real_library: Library, now: datetime
) -> None:
    found = real_library.exercises.values()
    lines = [Entry(one.slug, one.standard.slug, one.standard.dose) for one in found]
    running = screenings.later(session, 7, "mine", lines, real_library, language="en", day=DAY, now=now)
    assert running
    slugs = {item.exercise for item in running.player.items}
    assert slugs == {one.slug for one in found if one.level == "gentle"}


# One change of what is kept in mind


@pytest.fixture
def answers(session: Session, person: Person) -> int:
    """Give the id of Ana's harmless answers."""
    return session.exec(select(Screening)).one().id or 0


def mind(session: Session, library: Library, now: datetime, row: int, flag: str, *, keep: bool) -> bool:
    """Change one flag."""
    return screenings.mind(session, 7, row, flag, keep=keep, library=library, now=now)


def kept(session: Session, library: Library) -> frozenset[str]:
    """Return what is kept in mind."""
    return care.standing(session, 7, library, DAY).flags


def test_one_tap_adds_and_one_takes_away(
    session: Session, answers: int, real_library: Library, now: datetime
) -> None:
    assert mind(session, real_library, now, answers, "neck-sore", keep=True)
    assert kept(session, real_library) == {"neck-sore"}
    row = care.last_finished(session, 7)
    assert row
    assert mind(session, real_library, now, row.id or 0, "neck-sore", keep=False)
    assert kept(session, real_library) == frozenset()


def test_a_change_does_not_put_off_the_yearly_questions(
    session: Session, answers: int, real_library: Library, now: datetime
) -> None:
    mind(session, real_library, now + timedelta(days=300), answers, "neck-sore", keep=True)
    assert care.standing(session, 7, real_library, date(2027, 3, 1)).due


def test_an_old_button_or_an_unknown_flag_changes_nothing(
    session: Session, answers: int, real_library: Library, now: datetime
) -> None:
    assert not mind(session, real_library, now, answers + 5, "neck-sore", keep=True)
    assert not mind(session, real_library, now, answers, "gone", keep=True)
    assert not mind(session, real_library, now, answers, "neck-sore", keep=False)
    assert len(session.exec(select(Screening)).all()) == 1


def test_a_change_can_be_undone_once(
    session: Session, answers: int, real_library: Library, now: datetime
) -> None:
    mind(session, real_library, now, answers, "neck-sore", keep=True)
    row = care.last_finished(session, 7)
    assert row
    changed = row.id or 0
    assert screenings.undo_mind(session, 7, changed, real_library, now)
    assert kept(session, real_library) == frozenset()
    assert not screenings.undo_mind(session, 7, changed, real_library, now)
    assert not screenings.undo_mind(session, 7, answers, real_library, now)
    assert care.last_finished(session, 7)


def test_what_does_not_suit_any_more_ends_where_it_is(
    session: Session, answers: int, real_library: Library, now: datetime
) -> None:
    for title, slug in (("mine", "push-up"), ("other", "belly-breathing")):
        one = real_library.exercises[slug].standard
        line = [Entry(slug, one.slug, one.dose)]
        sessions.start(session, 7, title, line, real_library, language="en", now=now)
    mind(session, real_library, now, answers, "wrist-sore", keep=True)
    found = {row.title: row.status for row in session.exec(select(ExerciseSession))}
    assert found == {"mine": Status.STOPPED, "other": Status.ACTIVE}
