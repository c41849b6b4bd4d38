"""Three people and a coach: at a desk, with brittle bones, with pain that rises. What they do each day."""

import random
from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from tests.e2e.persona import Answers, Life

SCREENED = (
    "18 to 69",
    "No",
    "None of these",
    "None of these",
    "None of these",
    "No",
    "No",
    "6 weeks or longer",
)
"""The taps of somebody who has nothing to be careful with, up to the last question."""


class Somebody(Protocol):
    """What the days of a person are played by."""

    async def first(self) -> None:
        """Meet the coach, answer its questions, and make a plan."""

    async def day(self, week: int, weekday: int) -> None:
        """Live a day; weeks from 1, Monday 0."""


async def meets(life: Life, moment: str, which_days: str) -> None:
    """Answer the first questions."""
    await life.say("/start")
    await life.tap(moment)
    if clock := life.label("Yes, "):
        await life.tap(clock)
    await life.tap(which_days)


async def makes_a_plan(life: Life, *taps: str) -> None:
    """Answer what a plan asks, then make it."""
    await life.say("/plan")
    await life.taps("Make my plan", *taps, "✓ Make my plan")


async def screened(life: Life, *ticks: str, answers: Sequence[str] = SCREENED) -> None:
    """Answer the questions about health by way of the first session's."""
    await life.say("/today")
    await life.taps(*answers, *(f"☐ {tick}" for tick in ticks), "Done ›")


class AtADesk:
    """36, stiff from sitting: five days a week, most of them, a week away, pain from 3 to 1."""

    pain = (3, 3, 3, 2, 3, 2, 2, 2, 1, 2, 1, 1)

    def __init__(self, life: Life) -> None:
        self.life, self.chance, self.undone = life, random.Random(36), False  # noqa: S311 - chance, no secret

    async def first(self) -> None:
        """Begin."""
        await meets(self.life, "Morning · 07:30", "Weekdays")
        await screened(self.life)
        wishes = (
            "Desk breaks",
            "On a chair",
            "Standing",
            "At a wall",
            "In a doorway",
            "Done",
            "Nothing of these",
        )
        await makes_a_plan(self.life, *wishes, "10 minutes", "Done", "12 weeks", "After lunch", "at my desk")

    async def day(self, week: int, weekday: int) -> None:
        """Practise on most of the five days; on the Sunday before week 6, go on holiday."""
        life = self.life
        if (week, weekday) == (6, 0):
            await life.say("/pause")
            await life.tap("A week")
        if weekday > 4 or week == 6 or self.chance.random() < 0.15:
            return
        pain = self.pain[week - 1]
        said = await life.begin(pain)
        if "so a little more" in said and not self.undone:
            self.undone = True
            await life.tap("↩ Undo")
        await life.go_through(2)
        await life.tap(str(max(pain - 1, 1)))
        if move := life.label("Yes, at "):
            await life.tap(move)
        await life.answer(Answers(pain, min(4 + week // 2, 9), "Better"))


class BrittleBones:
    """68, brittle bones, cannot get down to the floor: three days a week."""

    def __init__(self, life: Life) -> None:
        self.life, self.chance, self.elsewhere = life, random.Random(68), False  # noqa: S311 - chance, no secret

    async def first(self) -> None:
        """Begin."""
        await meets(self.life, "No nudges for now", "Mon, Wed, Fri")
        answers = (*SCREENED[:4], "Bones", *SCREENED[5:])
        await screened(self.life, "Cannot do floor", answers=answers)
        wishes = (
            "Less stiffness",
            "On a chair",
            "Standing",
            "At a wall",
            "On the bed",
            "Done",
            "Nothing of these",
        )
        await makes_a_plan(
            self.life, *wishes, "10 minutes", "Done", "12 weeks", "After breakfast", "in the living room"
        )

    async def day(self, week: int, weekday: int) -> None:
        """Practise on Monday, Wednesday and Friday; once where something cannot be done."""
        life = self.life
        if weekday not in {0, 2, 4} or self.chance.random() < 0.1:
            return
        pain = 1 + (week % 3 == 0)
        await life.begin(pain)
        if week >= 3 and not self.elsewhere and "More …" in life.labels:
            await life.tap("More …")
            self.elsewhere = "Not here" in life.labels
            await life.tap("Not here" if self.elsewhere else "‹ Back to the card")
        await life.go_through(1)
        await life.tap(str(pain))
        await life.answer(Answers(pain, min(5 + week // 4, 8), "A little better"))


class Rises:
    """Pain that rises in the third week; later a warning sign, looked at; then it goes back."""

    pain: Mapping[int, tuple[int, ...]] = {
        1: (2, 2, 3, 2), 2: (2, 3, 2, 2), 3: (4, 5, 6, 7), 4: (5, 5, 4, 4),
        5: (4, 3, 3, 3), 6: (3, 3, 3, 3), 7: (3, 3, 3, 2), 8: (2, 3, 2, 2),
        9: (2, 2, 2, 2), 10: (2, 1, 2, 2), 11: (1, 2, 1, 1), 12: (1, 1, 2, 1),
    }  # fmt: skip

    def __init__(self, life: Life) -> None:
        self.life = life

    async def first(self) -> None:
        """Begin."""
        await meets(self.life, "Midday · 12:30", "Mon, Tue, Thu, Fri")
        await screened(self.life)
        wishes = (
            "Less stiffness",
            "On a chair",
            "Standing",
            "At a wall",
            "In a doorway",
            "Done",
            "Nothing of these",
        )
        await makes_a_plan(
            self.life, *wishes, "10 minutes", "Done", "12 weeks", "After lunch", "in the kitchen"
        )

    async def day(self, week: int, weekday: int) -> None:
        """Practise on four days, with what the third and the sixth week bring."""
        special = {(3, 0): self.uncomfortable, (3, 1): self.too_much, (6, 1): self.numb, (6, 3): self.held}
        if (week, weekday) in special:
            return await special[week, weekday]()
        if (week, weekday) == (7, 1):
            return await self.seen()
        if weekday not in {0, 1, 3, 4} or (week, weekday) in {(6, 4), (7, 0)}:
            return None
        pain = self.pain[week][(0, 1, 3, 4).index(weekday)]
        answers = Answers(max(self.pain[week]), 7 - max(self.pain[week]) // 2, "No change")
        return await self.life.practise(pain, pain, answers)

    async def uncomfortable(self) -> None:
        """Say that it hurts, and do half as much."""
        await self.life.begin(4)
        await self.life.taps("It hurts", "5", "Do half as much")
        await self.life.go_through()
        await self.life.tap("4")
        await self.life.answer(Answers(5, 5, "A little worse"))

    async def too_much(self) -> None:
        """Say that it hurts a lot, and breathe instead."""
        await self.life.begin(5)
        await self.life.taps("It hurts", "7", "Breathe a little")
        await self.life.go_through()
        await self.life.tap("6")

    async def numb(self) -> None:
        """Tell of a sign in the middle of a session."""
        await self.life.begin(3)
        await self.life.taps("It hurts", "Numb or tingling")

    async def held(self) -> None:
        """Come back too early, and breathe."""
        await self.life.say("/today")
        await self.life.tap("🌬 Breathe")
        await self.life.go_through()

    async def seen(self) -> None:
        """Tell that it was looked at, and go on."""
        await self.life.say("/today")
        await self.life.tap("It has been looked at")
        await self.life.practise(3, 3, Answers(3, 6, "No change"))


PEOPLE: Mapping[str, tuple[str, Callable[[Life], Somebody]]] = {
    "a": ("Ana", AtADesk),
    "b": ("Berta", BrittleBones),
    "c": ("Carlos", Rises),
}
ACTIVITIES = {
    "a": ("an hour at my desk", "looking over my shoulder"),
    "b": ("putting on my coat", "reaching the top shelf"),
    "c": ("sleeping through the night", "carrying the shopping"),
}
