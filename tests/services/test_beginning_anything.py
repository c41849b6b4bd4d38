"""Coming, hurting, going, whatever is said: what is forbidden never comes, and changes can be taken back."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st
from sqlmodel import Session, SQLModel, select

from bot.db.database import Database
from bot.db.tables import Change, Effort, Hold, PainScore, Person, RoutineEntry, Screening, SessionEvent
from bot.domain.exercises import Entry, Kind, Library
from bot.domain.matrix import Answer
from bot.domain.pain import Light, Sign, light
from bot.domain.progression import Why
from bot.domain.sessions import Press
from bot.services import beginning, care, days, pain, progression, routines, sessions
from bot.services.sessions import Running
from tests.conftest import HARMLESS

WAYS = ("mine", "mine", "today", "build-up", "strong-back", "break-wall")
BODY = ("neck", "shoulder", "slipped", "wrist", "low-back", "breath", "latex", "floor")
BONES = ("bones-no", "surgery", "brittle", "surgery-and-brittle")
KEPT: tuple[type[SQLModel], ...] = (PainScore, Effort, Hold, Change, SessionEvent, RoutineEntry)
ALL = 1000


@dataclass(frozen=True)
class Visit:
    """A session, and what somebody says around it."""

    days: int
    what: str
    before: int | None
    during: int | None
    sign: Sign | None
    after: int | None
    extra: int
    undo: bool


scores = st.one_of(st.none(), st.integers(0, 3), st.integers(0, 10))
visits = st.builds(
    Visit,
    st.sampled_from([0, 1, 1, 1, 2, 8, 15]),
    st.sampled_from(WAYS),
    scores,
    scores,
    st.sampled_from([None] * 20 + [*Sign]),
    scores,
    st.sampled_from([2, 2, 2, 0]),
    st.booleans(),
)
walks = st.lists(visits, min_size=3, max_size=7)
bodies = st.tuples(st.lists(st.sampled_from(BODY), max_size=2, unique=True), st.sampled_from(BONES))
UPS_AND_DOWNS = [
    *[Visit(1, "mine", 1, None, None, 1, 2, undo=False)] * 4,
    Visit(1, "mine", 1, 7, None, 5, 2, undo=True),
    *[Visit(1, "mine", 1, None, None, 5, 2, undo=False)] * 2,
    Visit(15, "mine", 1, None, None, 1, 2, undo=False),
]
"""A walk on which something becomes harder, easier, easier again, is taken back, and begins anew."""
quick = settings(
    max_examples=10,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.generate],  # a walk takes long to shrink, and is short enough to read
)


@dataclass
class Walk:
    """Somebody who comes and goes; every tap comes ``times`` times."""

    session: Session
    library: Library
    now: datetime
    times: int = 1

    def adopt(self, body: list[str], bones: str) -> None:
        """Answer the questions, and take up a routine."""
        given = {**HARMLESS, "body": [*body, "done"], "bones": [bones]}
        day = days.today(self.session.get_one(Person, 7), self.now)
        row = Screening(person_id=7, answers=given, begun_at=self.now, finished_at=self.now, day=day)
        self.session.add(row)
        routines.adopt(self.session, 7, self.library.routines["build-up"])

    def tap(self, work: Any, *args: Any, **about: Any) -> Any:
        """Tap, as often as it takes."""
        return [work(self.session, 7, *args, **about, now=self.now) for _ in range(self.times)][-1]

    def visit(self, one: Visit) -> Running | None:
        """Begin, say what hurts, do the rest, say how it was; return what was begun."""
        self.now += timedelta(days=one.days, hours=1)
        about = {"library": self.library}
        begun: Running | None = self.tap(beginning.begin, one.what, one.before, language="en", **about)
        if begun is None:
            return None
        running = begun
        if one.during is not None:
            running = self.tap(pain.hurt, begun.id, 0, one.during, **about).running
        if one.sign and not running.player.over:
            running = self.tap(pain.sign, begun.id, running.revision, one.sign, **about).running
        self.finish(running, one)
        if one.undo and (holding := [c for c in progression.listed(self.session, 7, most=ALL) if c.holds]):
            self.tap(beginning.undo, holding[0].id, language="en", **about)
        return begun

    def finish(self, running: Running, one: Visit) -> None:
        """Do what is left, and say how it was."""
        while not running.player.over:
            seen = (running.id, running.revision, Press.DONE)
            self.tap(sessions.press, *seen, library=self.library)
            found = sessions.look(self.session, 7, running.id, self.library)
            assert found
            running = found
            if (item := pain.to_try(running.player, self.library)) is not None:
                self.tap(pain.effort, running.id, item, one.extra, library=self.library)
        if one.after is not None:
            self.tap(pain.after, running.id, one.after, self.library)

    @property
    def lines(self) -> list[Entry]:
        """The routine as it is."""
        return [line.entry for line in routines.entries(self.session, 7)]


def new(database: Database) -> Session:
    """Return a session of the database that is not committed."""
    return Session(database.engine, expire_on_commit=False)


@quick
@given(walks, bodies)
@example(UPS_AND_DOWNS, (["shoulder"], "brittle"))
def test_what_is_forbidden_never_comes_and_pain_leaves_less(
    database: Database,
    person: Person,
    real_library: Library,
    now: datetime,
    what: list[Visit],
    body: tuple[list[str], str],
) -> None:
    """No form on the ladder of any session is one that flags, a hold, or the pain before it rule out."""
    with new(database) as session:
        walk = Walk(session, real_library, now)
        walk.adopt(*body)
        for one in what:
            begun = walk.visit(one)
            limits = care.standing(session, 7, real_library, walk.now.date()).limits
            for item in begun.player.items if begun else ():
                exercise = real_library.exercises[item.exercise]
                lit = light(one.before or 0)
                assert lit is Light.GREEN or exercise.kind is not Kind.STRENGTH
                assert lit is not Light.RED or exercise.kind is Kind.BREATHING
                for rung in item.rungs:
                    judged = real_library.matrix.judge(exercise.slug, rung.variation, limits.flags)
                    assert judged.answer is Answer.OK
            again = beginning.over(session, 7, begun.id, real_library, walk.now) if begun else None
            hurt = pain.too_much(session, begun.id) if begun else frozenset()
            assert not again or hurt.isdisjoint(item.exercise for item in again.player.items)


@quick
@given(walks, bodies)
@example(UPS_AND_DOWNS, ([], "bones-no"))
def test_taking_every_change_back_restores_the_routine(
    database: Database,
    person: Person,
    real_library: Library,
    now: datetime,
    what: list[Visit],
    body: tuple[list[str], str],
) -> None:
    with new(database) as session:
        walk = Walk(session, real_library, now)
        walk.adopt(*body)
        before = walk.lines
        for one in what:
            walk.visit(one)
        while holding := [one for one in progression.listed(session, 7, most=ALL) if one.holds]:
            walk.tap(beginning.undo, holding[0].id, real_library, language="en")
        assert walk.lines == before
        assert progression.own(session, 7) == {}


@quick
@given(walks)
@example(UPS_AND_DOWNS)
def test_a_double_tap_counts_once(
    database: Database, person: Person, real_library: Library, now: datetime, what: list[Visit]
) -> None:
    found = []
    for times in (1, 2):
        with new(database) as session:
            walk = Walk(session, real_library, now, times)
            walk.adopt([], "bones-no")
            for one in what:
                walk.visit(one)
            session.flush()
            rows = [row for table in KEPT for row in session.exec(select(table)).all()]
            found.append([row.model_dump(exclude={"id"}) for row in rows])
    assert found[0] == found[1]


def test_a_walk_has_its_ups_and_downs(
    database: Database, person: Person, real_library: Library, now: datetime
) -> None:
    """So that the tests above prove something."""
    with new(database) as session:
        walk = Walk(session, real_library, now)
        walk.adopt([], "bones-no")
        for one in UPS_AND_DOWNS:
            walk.visit(one)
        found = progression.listed(session, 7, most=ALL)
        assert {one.why for one in found} >= {Why.THREE_GREEN, Why.RED, Why.TWO_AMBERS, Why.GAP}
        assert any(one.undone for one in found)
