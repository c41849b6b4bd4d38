"""What is said during and after a session: kept once, and followed at once."""

from datetime import datetime, timedelta

import pytest
from sqlmodel import Session, col, select

from bot.db.tables import Effort, Hold, PainScore, Person
from bot.domain.exercises import Entry, Kind, Library
from bot.domain.pain import Light, Reaction, Score, Seek, Sign, Step
from bot.domain.safety import Tier
from bot.domain.sessions import Press, Status
from bot.services import beginning, pain, plan_drafts, sessions
from bot.services.sessions import Running
from tests import builders
from tests.services.planning import planned

ROW, REACH = builders.entry("row"), builders.entry("reach", sets=1)
LIBRARY = builders.library(
    builders.exercise("row", kind=Kind.STRENGTH),
    builders.exercise("reach"),
    builders.exercise("calm", kind=Kind.BREATHING),
)


@pytest.fixture
def running(session: Session, person: Person, now: datetime) -> Running:
    """Give a session of strength work and loosening."""
    begun = sessions.start(session, 7, "two", [ROW, REACH], LIBRARY, language="en", now=now)
    assert begun
    return begun


def press(session: Session, running: Running, now: datetime, *presses: Press) -> Running:
    """Press one button after the other."""
    for what in presses:
        seen = (7, running.id, running.revision, what)
        after = sessions.press(session, *seen, library=LIBRARY, now=now)
        assert after
        assert not after.outdated
        running = after
    return running


def hurt(session: Session, running: Running, score: int, now: datetime) -> pain.Told:
    """Say on the card how much it hurts."""
    told = pain.hurt(session, 7, running.id, running.revision, score, library=LIBRARY, now=now)
    assert told
    return told


def kept(session: Session) -> list[tuple[str, int | None, str, str, int | None, str]]:
    """Return everything that is kept of pain."""
    rows = session.exec(select(PainScore).order_by(col(PainScore.id))).all()
    return [(row.moment, row.score, row.exercise, row.variation, row.item, row.signs) for row in rows]


@pytest.mark.parametrize(
    ("score", "step"), [(0, Step.GO_ON), (3, Step.GO_ON), (4, Step.EASE), (5, Step.EASE)]
)
def test_a_score_that_is_not_red_is_kept_and_the_session_stays_where_it_is(
    session: Session, running: Running, now: datetime, score: int, step: Step
) -> None:
    told = hurt(session, running, score, now)
    assert told.reaction
    assert told.reaction.step is step
    assert told.running == running
    assert kept(session) == [("during", score, "row", "standard", 0, "")]


def test_red_ends_the_exercise_and_the_session_goes_on(
    session: Session, running: Running, now: datetime
) -> None:
    told = hurt(session, running, 6, now)
    assert told.reaction
    assert told.reaction.step is Step.STOP_EXERCISE
    assert told.running.player.item.exercise == "reach"
    assert told.running.player.states[0].skipped
    assert kept(session) == [("during", 6, "row", "standard", 0, "")]


def test_who_began_with_more_stays_within_a_point_of_it(
    session: Session, person: Person, running: Running, now: datetime
) -> None:
    pain.before(session, person, running, 4, now)
    assert hurt(session, running, 5, now).reaction == Reaction(Step.EASE, Light.AMBER)
    assert hurt(session, running, 6, now).reaction == Reaction(Step.STOP_EXERCISE, Light.RED)


@pytest.mark.parametrize("score", [2, 4, 7])
def test_a_double_press_counts_once_and_says_the_same(
    session: Session, running: Running, now: datetime, score: int
) -> None:
    first, second = hurt(session, running, score, now), hurt(session, running, score, now)
    assert (second.reaction, second.running) == (first.reaction, first.running)
    assert len(kept(session)) == 1


def test_the_same_score_of_the_next_exercise_is_another(
    session: Session, running: Running, now: datetime
) -> None:
    hurt(session, running, 4, now)
    hurt(session, press(session, running, now, Press.SKIP), 4, now)
    assert [row[2] for row in kept(session)] == ["row", "reach"]


def test_an_older_card_keeps_nothing(session: Session, running: Running, now: datetime) -> None:
    moved = press(session, running, now, Press.NEXT)
    told = hurt(session, running, 8, now)
    assert (told.reaction, told.running) == (None, moved)
    late = pain.sign(session, 7, running.id, 0, Sign.SHARP, library=LIBRARY, now=now)
    assert late == pain.Told(moved)
    assert kept(session) == []


@pytest.mark.parametrize("sign", Sign)
def test_a_sign_ends_the_session_and_holds_everything_but_breathing(
    session: Session, running: Running, now: datetime, sign: Sign
) -> None:
    """Twice pressed, it is still one sign and one hold."""
    tier = Tier.A if sign in {Sign.CHEST, Sign.BREATHLESS} else Tier.B
    for _ in range(2):
        told = pain.sign(session, 7, running.id, running.revision, sign, library=LIBRARY, now=now)
        assert told
        assert told.reaction
        assert (told.reaction.step, told.reaction.tier) == (Step.STOP_SESSION, tier)
        assert told.running.player.status is Status.STOPPED
    assert [(hold.tier, hold.source) for hold in session.exec(select(Hold))] == [(tier, "pain")]
    assert kept(session) == [("during", None, "row", "standard", 0, sign)]
    again = sessions.start(session, 7, "two", [ROW, REACH], LIBRARY, language="en", now=now)
    assert again is None


def test_breathing_takes_the_place_of_a_session(session: Session, running: Running, now: datetime) -> None:
    calm = pain.breathe(session, 7, running.id, LIBRARY, language="en", now=now)
    assert calm
    assert [item.exercise for item in calm.player.items] == ["calm"]
    assert pain.breathe(session, 7, running.id, LIBRARY, language="en", now=now) == calm
    before = sessions.look(session, 7, running.id, LIBRARY)
    assert before
    assert before.player.status is Status.STOPPED


def test_breathing_is_done_where_the_plan_is(
    session: Session, person: Person, now: datetime, real_library: Library
) -> None:
    """Nobody who has a chair and a wall is told to lie down."""
    made = planned(session, real_library, now)
    begun = beginning.begin(session, 7, "today", 2, real_library, language="en", now=now)
    assert begun
    calm = pain.breathe(session, 7, begun.id, real_library, language="en", now=now)
    assert calm
    assert calm.player.rung.variation == "on-chair"
    plan_drafts.leave(session, 7, made.id or 0, "belly-breathing", out=True)
    left = beginning.begin(session, 7, "today", 7, real_library, language="en", now=now + timedelta(days=1))
    assert left
    assert (len(left.player.items), left.player.rung.variation) == (1, "on-chair")


def test_without_breathing_nothing_takes_its_place(session: Session, running: Running, now: datetime) -> None:
    poor = builders.library(builders.exercise("row"), builders.exercise("reach"))
    assert pain.breathe(session, 7, running.id, poor, language="en", now=now) is None


def test_the_score_after_it_is_kept_once_and_the_last_word_counts(
    session: Session, running: Running, now: datetime
) -> None:
    press(session, running, now, *[Press.DONE] * 3)
    for score in (2, 2, 6):
        assert pain.after(session, 7, running.id, score, LIBRARY, now)
    assert [row[:2] for row in kept(session)] == [("after", 6)]
    assert pain.felt(session, 7, running.id, now).after is Light.RED
    assert pain.scores(session, 7) == [Score(now.date(), 6)]


def test_before_its_end_or_long_after_it_nothing_is_kept(
    session: Session, running: Running, now: datetime
) -> None:
    early = pain.after(session, 7, running.id, 2, LIBRARY, now)
    press(session, running, now, *[Press.DONE] * 3)
    late = pain.after(session, 7, running.id, 2, LIBRARY, now + timedelta(hours=13))
    assert early
    assert early.outdated
    assert late
    assert late.outdated
    assert kept(session) == []


def test_how_much_more_was_possible_is_kept_once_of_what_was_done(
    session: Session, running: Running, now: datetime
) -> None:
    def say(item: int, extra: int) -> Running | None:
        return pain.effort(session, 7, running.id, item, extra, library=LIBRARY, now=now)

    for item, extra in ((0, 1), (5, 1), (-1, 1)):
        found = say(item, extra)
        assert found is None or found.outdated
    press(session, running, now, Press.DONE, Press.DONE)
    for extra in (3, -1):
        odd = say(0, extra)
        assert odd
        assert odd.outdated
    for extra in (0, 0, 2):
        assert say(0, extra)
    assert [(row.item, row.exercise, row.extra) for row in session.exec(select(Effort))] == [(0, "row", 2)]
    assert pain.felt(session, 7, running.id, now).tried == {0}


def test_it_asks_about_strength_work_that_was_just_done(
    session: Session, running: Running, now: datetime
) -> None:
    """Not in the middle of it, not of other kinds, not once the next is under way."""

    def asked(now_at: Running) -> int | None:
        return pain.to_try(now_at.player, LIBRARY)

    one = press(session, running, now, Press.DONE)
    assert asked(running) is None
    assert asked(one) is None
    done = press(session, one, now, Press.DONE)
    assert asked(done) == 0
    assert asked(press(session, done, now, Press.NEXT)) is None


@pytest.mark.parametrize(
    ("entries", "presses", "item"),
    [
        ([REACH, ROW], [Press.DONE] * 3, 1),
        ([ROW, REACH], [Press.DONE] * 3, None),
        ([ROW], [Press.DONE, Press.SKIP], None),
        ([ROW, REACH], [Press.SKIP], None),
    ],
)
def test_it_asks_at_the_end_only_when_the_last_was_strength_work(
    session: Session,
    person: Person,
    now: datetime,
    entries: list[Entry],
    presses: list[Press],
    item: int | None,
) -> None:
    begun = sessions.start(session, 7, "some", entries, LIBRARY, language="en", now=now)
    assert begun
    assert pain.to_try(press(session, begun, now, *presses).player, LIBRARY) == item


def test_what_hurt_too_much_does_not_come_again_with_start_over(
    session: Session, running: Running, now: datetime
) -> None:
    hurt(session, running, 7, now)
    again = beginning.over(session, 7, running.id, LIBRARY, now)
    assert again
    assert [item.exercise for item in again.player.items] == ["reach"]


def test_two_reds_in_two_weeks_name_a_professional(session: Session, running: Running, now: datetime) -> None:
    hurt(session, running, 7, now)
    assert pain.seek(session, 7, now) == ()
    session.add(PainScore(person_id=7, day=now.date() - timedelta(days=3), moment="before", score=6, at=now))
    session.flush()
    assert pain.seek(session, 7, now) == (Seek.TWO_REDS,)


def test_nobody_speaks_for_somebody_else(session: Session, running: Running, now: datetime) -> None:
    about = (8, running.id)
    assert pain.hurt(session, *about, 0, 7, library=LIBRARY, now=now) is None
    assert pain.sign(session, *about, 0, Sign.CHEST, library=LIBRARY, now=now) is None
    assert pain.breathe(session, *about, LIBRARY, language="en", now=now) is None
    assert pain.after(session, *about, 3, LIBRARY, now) is None
    assert pain.effort(session, *about, 0, 1, library=LIBRARY, now=now) is None
    assert kept(session) == []


@pytest.mark.parametrize("score", [-1, 11])
def test_a_score_is_0_to_10(session: Session, running: Running, now: datetime, score: int) -> None:
    with pytest.raises(ValueError, match="0 to 10"):
        hurt(session, running, score, now)
    with pytest.raises(ValueError, match="0 to 10"):
        pain.after(session, 7, running.id, score, LIBRARY, now)
