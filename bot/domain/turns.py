"""What a session says about each of its exercises, and what is left of a routine for somebody in pain.

A turn that hurt counts for the line of the routine, whatever was done in the end; a good one counts for what
was really done. So doing an easier form today never makes the usual one harder, and never hides that it hurt.
"""

from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from bot.domain.exercises import Entry, Exercise, Kind, Library, Variation
from bot.domain.pain import Light, Start, light, worse_next_day
from bot.domain.player import Item, ItemState, Player
from bot.domain.progression import EXTRA, Turn


@dataclass(frozen=True)
class Felt:
    """A pain score during a session: at which item, of which exercise."""

    item: int
    exercise: str
    score: int


@dataclass(frozen=True)
class Report:
    """A session and what was said about it.

    :param before: the score before it, None where none was given; ``after`` and ``next_day`` likewise
    :param felt: the scores during it
    :param extras: the repetitions more that were possible, by item
    """

    day: date
    player: Player
    before: int | None = None
    felt: Sequence[Felt] = ()
    after: int | None = None
    next_day: int | None = None
    extras: Mapping[int, int] = field(default_factory=dict)

    @property
    def worse(self) -> bool:
        """Return whether the next day was worse; unknown where one of the two days has no score."""
        known = self.before is not None and self.next_day is not None
        return known and worse_next_day(self.before or 0, self.next_day or 0)

    def light(self, felt: Iterable[Felt] = ()) -> Light:
        """Return the worst light of these scores and the one after the session."""
        scores = [one.score for one in felt] + ([] if self.after is None else [self.after])
        return max((light(score, self.before or 0) for score in scores), default=Light.GREEN)


def turns(report: Report, strength: Container[str], calm: Container[str] = ()) -> Iterator[Turn]:
    """Yield a turn for each exercise that was done in full, or that hurt.

    Of strength work the person says how much more was possible; of other exercises a score after the session
    that is green says as much.

    :param strength: the exercises that are strength work
    :param calm: those that load nothing, such as breathing: only what hurt during them is about them
    """
    pairs = zip(report.player.items, report.player.states, strict=True)
    for at, (item, state) in enumerate(pairs):
        felt = [one for one in report.felt if one.item == at]
        for one in _shown(item, felt):
            hurt = [score for score in felt if score.exercise == one.exercise]
            whole = one is item and state.sets_done >= item.sets
            if whole or any(light(score.score, report.before or 0) is not Light.GREEN for score in hurt):
                alone = replace(report, after=None, next_day=None) if one.exercise in calm else report
                worst = alone.light(hurt)
                done = one is not item or worst is not Light.GREEN or alone.worse
                entry = line(one) if done else _as_done(one, state)
                extra = report.extras.get(at, 0) if one.exercise in strength else _spare(report)
                yield Turn(report.day, entry, worst, extra, alone.worse)


def _spare(report: Report) -> int:
    """Return what was to spare where nobody is asked: a green score afterwards, and no worse morning."""
    good = report.after is not None and report.light() is Light.GREEN and not report.worse
    return EXTRA if good else 0


def line(item: Item) -> Entry:
    """Return the line of the routine that an item came from."""
    rung = item.rungs[item.rung]
    return Entry(item.exercise, rung.variation, rung.dose)


def softer(entries: Sequence[Entry], start: Start, library: Library) -> tuple[Entry, ...]:
    """Return what is left of a routine: gentle leaves strength work out, breathing only all but breathing.

    Where nothing is left, it is calm breathing.
    """
    if start is Start.AS_PLANNED:
        return tuple(entries)
    calm = start is Start.BREATHING_ONLY
    kinds = {Kind.BREATHING} if calm else set(Kind) - {Kind.STRENGTH}
    kept = [one for one in entries if _kind(one, library) in kinds]
    return tuple(kept) or breathing(library.exercises.values())


def breathing(
    exercises: Iterable[Exercise], possible: Callable[[Variation], bool] = lambda _: True
) -> tuple[Entry, ...]:
    """Return the first breathing exercise; nothing where there is none.

    :param possible: whether a form can be done where the person is; of those, the standard one comes first,
        and where none can, it is the standard one
    """
    found = next((one for one in exercises if one.kind is Kind.BREATHING), None)
    if found is None:
        return ()
    form = next(filter(possible, (found.standard, *found.variations)), found.standard)
    return (Entry(found.slug, form.slug, form.dose),)


def _kind(entry: Entry, library: Library) -> Kind | None:
    exercise = library.exercises.get(entry.exercise)
    return exercise.kind if exercise else None


def _shown(item: Item, felt: Collection[Felt]) -> list[Item]:
    """Return the item, and those that it stood in for where they hurt before they were exchanged."""
    there = {one.exercise for one in felt}
    return [item, *(other for other in item.instead if other.exercise in there)]


def _as_done(item: Item, state: ItemState) -> Entry:
    rung = item.rungs[state.rung]
    return Entry(item.exercise, rung.variation, rung.dose.half if state.less else rung.dose)
