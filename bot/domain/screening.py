"""A few questions before the plan: what people answer, and what follows from it.

The questions are content (``safety/screening.yaml``). What is stored are the answers, by question; the
state is read from them, so that a person can stop anywhere and go on later.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from bot.domain.safety import Tier

DONE: Final = "done"
"""What ends a question that takes several answers. Stored: never change it."""

CHECK_FIRST: Final = "check-first"
"""The flag of who should see a doctor before anything but breathing."""

Given = Mapping[str, tuple[str, ...]]
"""Answers by question, as they are stored."""


class Gate(StrEnum):
    """What a person may do, as far as the answers go."""

    OPEN = "open"
    CHECK_FIRST = "check-first"  # breathing and reading only, until someone has had a look
    EMERGENCY = "emergency"  # help now, nothing else
    NOT_FOR_YOU = "not-for-you"  # the coach is for adults


@dataclass(frozen=True)
class Choice:
    """One answer.

    :param flags: what it says about the person; see :class:`bot.domain.matrix.Matrix`
    :param tier: the card to show at once, if any
    :param adult: False where the coach is not for the person
    :param names: what stands on the button, by language
    """

    slug: str
    flags: tuple[str, ...]
    tier: Tier | None
    adult: bool
    names: Mapping[str, str]

    @property
    def ends(self) -> bool:
        """Return whether no further question makes sense after this answer."""
        return self.tier is Tier.A or not self.adult


@dataclass(frozen=True)
class Question:
    """One question; ``many``: several answers may be ticked, then DONE."""

    slug: str
    many: bool
    choices: tuple[Choice, ...]
    texts: Mapping[str, str]

    def text(self, language: str) -> str:
        """Return the question in ``language``, in English where it is missing."""
        return self.texts.get(language) or self.texts["en"]

    def answered(self, given: Given) -> bool:
        """Return whether the question needs no further tap."""
        ticked = given.get(self.slug, ())
        return DONE in ticked if self.many else bool(self.chosen(given))

    def chosen(self, given: Given) -> list[Choice]:
        """Return the answers that were given to this question."""
        return [choice for choice in self.choices if choice.slug in given.get(self.slug, ())]


@dataclass(frozen=True)
class Outcome:
    """What follows from the answers so far; ``because``: the answers that closed the gate."""

    gate: Gate
    flags: frozenset[str]
    because: tuple[str, ...] = ()


@dataclass(frozen=True)
class Screening:
    """The questions in their order; ``months`` until they are asked again."""

    questions: tuple[Question, ...] = ()
    months: int = 12
    sources: tuple[str, ...] = ()
    state: Mapping[str, str] = field(default_factory=dict)

    def next(self, given: Given) -> Question | None:
        """Return the question to ask now; None when there is nothing left to ask."""
        if any(choice.ends for choice in self._chosen(given)):
            return None
        return next((question for question in self.questions if not question.answered(given)), None)

    def answer(self, given: Given, question: str, choice: str) -> Given:
        """Return the answers after one tap. A tap that makes no sense now changes nothing.

        On a question with many answers a tap ticks or unticks; ``DONE`` ends it.
        """
        asked = self.next(given)
        if asked is None or asked.slug != question:
            return given
        known = {one.slug for one in asked.choices} | ({DONE} if asked.many else set())
        if choice not in known:
            return given
        before = given.get(question, ()) if asked.many else ()
        after = tuple(one for one in before if one != choice) if choice in before else (*before, choice)
        return {**given, question: after}

    def back(self, given: Given) -> Given:
        """Return the answers without the last question that has any."""
        last = next((q.slug for q in reversed(self.questions) if given.get(q.slug)), None)
        return {question: ticked for question, ticked in given.items() if question != last}

    def minding(self, given: Given, flag: str) -> Given:
        """Return finished answers with a flag that can be ticked, such as a sore neck."""
        for question, choice in self._ticks():
            ticked = given.get(question, ())
            if choice.flags == (flag,) and choice.slug not in ticked:
                return {**given, question: (choice.slug, *ticked)}
        return given

    def not_minding(self, given: Given, flag: str) -> Given:
        """Return finished answers without a flag; whole answers that are warning signs stay as they are."""
        return {slug: self._cleared(slug, ticked, flag) for slug, ticked in given.items()}

    def tickable(self) -> tuple[Choice, ...]:
        """Return the answers that can be ticked beside others and mean one flag each."""
        return tuple(choice for _, choice in self._ticks() if len(choice.flags) == 1 and choice.tier is None)

    def _ticks(self) -> Iterator[tuple[str, Choice]]:
        return ((one.slug, choice) for one in self.questions if one.many for choice in one.choices)

    def _cleared(self, question: str, ticked: Sequence[str], flag: str) -> tuple[str, ...]:
        asked = next((one for one in self.questions if one.slug == question), None)
        plain = [c for c in asked.choices if c.tier is None and c.adult] if asked else []
        known = {choice.slug: choice for choice in plain}
        kept: list[str] = []
        for slug in ticked:
            had = known.get(slug)
            if had is None or flag not in had.flags:
                kept.append(slug)
            elif asked and not asked.many:
                left = set(had.flags) - {flag}
                kept.append(next((c.slug for c in plain if set(c.flags) == left), slug))
        return tuple(kept)

    def outcome(self, given: Given) -> Outcome:
        """Return what follows from the answers so far; it holds for good once :meth:`next` is None."""
        chosen = self._chosen(given)
        flags = frozenset(flag for choice in chosen for flag in choice.flags)
        for gate, closing in (
            (Gate.NOT_FOR_YOU, [c.slug for c in chosen if not c.adult]),
            (Gate.EMERGENCY, [c.slug for c in chosen if c.tier is Tier.A]),
            (Gate.CHECK_FIRST, [c.slug for c in chosen if c.tier is Tier.B or CHECK_FIRST in c.flags]),
        ):
            if closing:
                return Outcome(gate, flags | {CHECK_FIRST}, tuple(closing))
        return Outcome(Gate.OPEN, flags)

    def due(self, finished: date | None, today: date) -> bool:
        """Return whether to ask (again): never finished, or that many months ago."""
        return (
            finished is None or _months(today) - _months(finished) - (today.day < finished.day) >= self.months
        )

    def _chosen(self, given: Given) -> list[Choice]:
        return [choice for question in self.questions for choice in question.chosen(given)]


def _months(day: date) -> int:
    return day.year * 12 + day.month
