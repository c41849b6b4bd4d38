"""Which picture goes with an exercise: the shipped loop, still or pacer, else a drawn title card."""

from bot.domain.exercises import Exercise, Shown, Variation
from bot.domain.sessions import Player
from bot.figures.cards import Picture, Shipped, TitleCard
from bot.texts import Texts


def of_exercise(t: Texts, exercise: Exercise, form: Variation) -> Picture:
    """Return the exercise at a glance: its loop."""
    sides = exercise.shown.get(form.slug)
    if not sides:
        return title(t, exercise, 0, 0)
    return _shipped(sides[0], sides[0].loop, 0)


def of_step(t: Texts, exercise: Exercise, player: Player, steps: int) -> Picture:
    """Return the picture of the step that a session stands at.

    The first step shows the whole movement, the ones between show themselves, and the last one, like every
    further set, keeps time with the person: there is nothing more to read then.
    """
    step = min(player.step, steps - 1)
    sides = exercise.shown.get(player.rung.variation)
    if not sides:
        return title(t, exercise, step + 1, steps)
    # A last step that changes sides shows the other side.
    side = sides[-1] if step == steps - 1 else sides[0]
    return _shipped(side, _file(side, player, step, steps), step)


def title(t: Texts, exercise: Exercise, step: int, steps: int) -> TitleCard:
    """Return the drawn card of an exercise, or of one of its steps."""
    return TitleCard(
        name=exercise.text(t.language).name,
        kind=exercise.kind,
        level=exercise.level,
        kind_label=t.plain(f"kind-{exercise.kind}"),
        level_label=t.plain(f"level-{exercise.level}"),
        caption=t.plain("session-step", step=step, steps=steps) if step else "",
        step=step,
        steps=steps,
    )


def _file(side: Shown, player: Player, step: int, steps: int) -> str:
    if step == steps - 1 or player.state.sets_done:
        return _pacer(side, player) or side.loop
    return side.loop if step == 0 else _still(side, step)


def _still(side: Shown, step: int) -> str:
    return side.steps[min(step, len(side.steps) - 1)]


def _pacer(side: Shown, player: Player) -> str | None:
    """Return what keeps time with the dose: a ring for a long hold, else the counted set."""
    hold = side.pacers.get(f"hold-{player.rung.dose.hold}")
    return hold or side.pacers.get("set")


def _shipped(side: Shown, file: str, step: int) -> Shipped:
    still = _still(side, step)
    return Shipped(file, side.stamp) if file == still else Shipped(file, side.stamp, still)
