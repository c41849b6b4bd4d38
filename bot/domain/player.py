"""A run through a routine: the player, as a pure state machine.

What is stored is the plan and the presses, in order; the state is their replay. So a restart, a second
replica or a late press always comes to the same place.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import reduce
from typing import Final

from bot.domain.exercises import REST, SET_UP, Dose


class Press(StrEnum):
    """What a person can press during a session. The values are stored: never change them."""

    NEXT = "next"
    BACK = "back"
    DONE = "done"
    TIP = "tip"
    EASIER = "easier"
    HARDER = "harder"
    SKIP = "skip"
    PAUSE = "pause"
    RESUME = "resume"
    STOP = "stop"
    INSTEAD = "instead"
    LESS = "less"


class Status(StrEnum):
    """Where a session stands. FINISHED is final; STOPPED, too, where nothing is left to do."""

    ACTIVE = "active"
    PAUSED = "paused"
    STOPPED = "stopped"
    FINISHED = "finished"


@dataclass(frozen=True)
class Rung:
    """One variation on the ladder of an exercise; ``steps`` is its number of instruction steps."""

    variation: str
    dose: Dose
    steps: int


@dataclass(frozen=True)
class Item:
    """One exercise of a session: its ladder, easiest first, and the index of the rung where it starts.

    ``instead`` can stand in for it where it cannot be done, the most alike first.
    """

    exercise: str
    rungs: tuple[Rung, ...]
    rung: int
    instead: tuple["Item", ...] = ()

    @property
    def sets(self) -> int:
        """Return how many sets to do: the person's own number, whichever rung they move to."""
        return self.rungs[self.rung].dose.sets

    def others(self) -> Iterator["Item"]:
        """Yield what can stand in for it, each with the way round to all others, and so back to this one."""
        circle = (replace(self, instead=()), *self.instead)
        for at in range(1, len(circle)):
            yield replace(circle[at], instead=(*circle[at + 1 :], *circle[:at]))


@dataclass(frozen=True)
class ItemState:
    """How far one exercise is. ``seconds`` adds up its counted sets, each at the rung it was done on.

    ``less`` tells that the person does half as much of each set.
    """

    rung: int
    sets_done: int = 0
    skipped: bool = False
    seconds: int = 0
    less: bool = False


@dataclass(frozen=True)
class Player:
    """A session at one moment. ``position`` is the current item, ``step`` its shown instruction step.

    ``items`` are what is done: where one was exchanged, what stands in for it.
    """

    items: tuple[Item, ...]
    states: tuple[ItemState, ...]
    status: Status = Status.ACTIVE
    position: int = 0
    step: int = 0
    tip: bool = False

    def press(self, press: Press) -> "Player":
        """Return the player after a press; the same value when the press makes no sense now."""
        return _MOVES[press](self) if press in self.allowed else self

    @property
    def allowed(self) -> frozenset[Press]:
        """Return the presses that make sense now."""
        if self.status is Status.PAUSED:
            return frozenset({Press.RESUME, Press.STOP})
        if self.status is Status.STOPPED and self.open:
            return frozenset({Press.RESUME})
        if self.status is not Status.ACTIVE:
            return frozenset()
        can = {
            Press.NEXT: self.step < self.rung.steps - 1,
            Press.BACK: self.step > 0 or self.position > 0,
            Press.DONE: not self.done[self.position],
            Press.EASIER: not self.done[self.position] and self.state.rung > 0,
            Press.HARDER: not self.done[self.position] and self.state.rung < len(self.item.rungs) - 1,
            Press.INSTEAD: self.other is not None,
            Press.LESS: not (self.done[self.position] or self.state.less)
            and self.rung.dose.half != self.rung.dose,
        }
        always = {Press.TIP, Press.SKIP, Press.PAUSE, Press.STOP}
        return frozenset(always | {press for press, makes_sense in can.items() if makes_sense})

    @property
    def item(self) -> Item:
        """Return the current item; the last one shown when the session is over."""
        return self.items[self.position]

    @property
    def state(self) -> ItemState:
        """Return how far the current item is."""
        return self.states[self.position]

    @property
    def rung(self) -> Rung:
        """Return the variation that the person is on in the current item, in the dose that they do."""
        rung = self.item.rungs[self.state.rung]
        return replace(rung, dose=rung.dose.half) if self.state.less else rung

    @property
    def other(self) -> Item | None:
        """Return what would stand in for the current item; None once a set of it is done.

        What another item shows already does not come twice, and nothing stands in for itself.
        """
        if self.state.sets_done:
            return None
        shown = {one.exercise for n, one in enumerate(self.items) if n != self.position}
        now = replace(self.item, instead=())
        others = (one for one in self.item.others() if replace(one, instead=()) != now)
        return next((one for one in others if one.exercise not in shown), None)

    @property
    def done(self) -> tuple[bool, ...]:
        """Return, item by item, whether all its sets are done."""
        return tuple(s.sets_done >= i.sets for i, s in zip(self.items, self.states, strict=True))

    @property
    def exercises_done(self) -> int:
        """Return how many exercises have all their sets done."""
        return sum(self.done)

    @property
    def sets_done(self) -> int:
        """Return how many sets were counted, those of skipped exercises included."""
        return sum(state.sets_done for state in self.states)

    @property
    def spent_seconds(self) -> int:
        """Return the seconds that the counted sets took, set-up and rest included, as doses count them."""
        begun = [state for state in self.states if state.sets_done]
        return sum(SET_UP + state.seconds + REST * (state.sets_done - 1) for state in begun)

    @property
    def open(self) -> bool:
        """Return whether an exercise is left that is neither done nor skipped."""
        return not all(done or state.skipped for done, state in zip(self.done, self.states, strict=True))

    @property
    def complete(self) -> bool:
        """Return whether every exercise was done in full."""
        return all(self.done)

    @property
    def over(self) -> bool:
        """Return whether the session has ended, either way."""
        return self.status in {Status.STOPPED, Status.FINISHED}


def begin(items: Sequence[Item]) -> Player:
    """Return a session at its first step.

    :raises ValueError: when there is nothing to do
    """
    if not items:
        raise ValueError("A session needs at least one exercise.")
    return Player(tuple(items), tuple(ItemState(item.rung) for item in items))


def replay(items: Sequence[Item], presses: Iterable[Press]) -> Player:
    """Return the session that these presses, in this order, lead to."""
    return reduce(Player.press, presses, begin(items))


def _next(player: Player) -> Player:
    return replace(player, step=player.step + 1, tip=False)


def _back(player: Player) -> Player:
    if player.step:
        return replace(player, step=player.step - 1, tip=False)
    return replace(player, position=player.position - 1, tip=False)


def _done(player: Player) -> Player:
    # A set on a skipped exercise means that the person came back to it after all.
    state = player.state
    counted = replace(
        state,
        sets_done=state.sets_done + 1,
        seconds=state.seconds + player.rung.dose.set_seconds,
        skipped=False,
    )
    player = _with_state(replace(player, tip=False), counted)
    return _move_on(player) if player.done[player.position] else player


def _skip(player: Player) -> Player:
    # On an exercise that is done already, this only leads back to what is still open.
    if not player.done[player.position]:
        player = _with_state(player, replace(player.state, skipped=True))
    return _move_on(player)


def _climb(by: int) -> Callable[[Player], Player]:
    def move(player: Player) -> Player:
        state = replace(player.state, rung=player.state.rung + by)
        return _with_state(replace(player, step=0, tip=False), state)

    return move


def _less(player: Player) -> Player:
    return _with_state(replace(player, tip=False), replace(player.state, less=True))


def _instead(player: Player) -> Player:
    other = player.other or player.item
    items = (*player.items[: player.position], other, *player.items[player.position + 1 :])
    return _with_state(replace(player, items=items, step=0, tip=False), ItemState(other.rung))


def _become(status: Status) -> Callable[[Player], Player]:
    return lambda player: replace(player, status=status)


def _with_state(player: Player, state: ItemState) -> Player:
    before, after = player.states[: player.position], player.states[player.position + 1 :]
    return replace(player, states=(*before, state, *after))


def _move_on(player: Player) -> Player:
    """Go to the next open exercise; end the session when none is left, finished if one was done in full.

    Only later ones need a look: no press leaves an exercise behind that is neither done nor skipped.
    """
    for position in range(player.position + 1, len(player.items)):
        if not (player.done[position] or player.states[position].skipped):
            return replace(player, position=position, step=0, tip=False)
    status = Status.FINISHED if player.exercises_done else Status.STOPPED
    return replace(player, status=status, tip=False)


_MOVES: Final[Mapping[Press, Callable[[Player], Player]]] = {
    Press.NEXT: _next,
    Press.BACK: _back,
    Press.DONE: _done,
    Press.TIP: lambda player: replace(player, tip=not player.tip),
    Press.EASIER: _climb(-1),
    Press.HARDER: _climb(+1),
    Press.SKIP: _skip,
    Press.PAUSE: _become(Status.PAUSED),
    Press.RESUME: _become(Status.ACTIVE),
    Press.STOP: _become(Status.STOPPED),
    Press.INSTEAD: _instead,
    Press.LESS: _less,
}
