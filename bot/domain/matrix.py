"""What suits whom: which exercise, and which form of it, a person's flags allow.

The table is content (``safety/matrix.yaml``) and speaks of slugs alone.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Answer(StrEnum):
    """What to do about an exercise."""

    OK = "ok"
    ADAPT = "adapt"  # another form of it is fine
    ASK = "ask"  # only after a professional has agreed
    SKIP = "skip"


@dataclass(frozen=True)
class Rule:
    """What one flag says about one exercise. ``use``: the forms that are fine with ADAPT, best first."""

    answer: Answer
    use: tuple[str, ...] = ()


@dataclass(frozen=True)
class Flag:
    """Something about a person that matters. ``rules`` by exercise, ``names`` by language; ``others`` is
    what it says about the exercises that it does not name, those to come included."""

    slug: str
    rules: Mapping[str, Rule]
    names: Mapping[str, str]
    others: Answer = Answer.OK

    def name(self, language: str) -> str:
        """Return the flag's name in ``language``, in English where it is missing."""
        return self.names.get(language) or self.names["en"]


@dataclass(frozen=True)
class Verdict:
    """The answer for one exercise.

    :param variation: the form to do, with OK the one that was asked for; None with ASK and SKIP
    :param because: the flags that decided, in the table's order; with OK, those that call for care
    """

    answer: Answer
    variation: str | None
    because: tuple[str, ...] = ()


@dataclass(frozen=True)
class Matrix:
    """All flags, where the rules come from, and who has looked them over (``state``, by language)."""

    flags: Mapping[str, Flag] = field(default_factory=dict)
    sources: tuple[str, ...] = ()
    state: Mapping[str, str] = field(default_factory=dict)

    def judge(self, exercise: str, variation: str, flags: Collection[str]) -> Verdict:
        """Return what a person with these flags may do of an exercise. Flags that are not known say nothing.

        The strictest answer wins; forms must suit every flag, and where none does the answer is SKIP.
        """
        rules = {slug: rule for slug, rule in self._rules(exercise) if slug in flags}
        for answer in (Answer.SKIP, Answer.ASK):
            if because := tuple(slug for slug, rule in rules.items() if rule.answer is answer):
                return Verdict(answer, None, because)
        allowed = _common(rule.use for rule in rules.values())
        because = tuple(rules)
        if not rules or variation in allowed:
            return Verdict(Answer.OK, variation, because)
        return Verdict(Answer.ADAPT, allowed[0], because) if allowed else Verdict(Answer.SKIP, None, because)

    def _rules(self, exercise: str) -> Iterable[tuple[str, Rule]]:
        for slug, flag in self.flags.items():
            rule = flag.rules.get(exercise) or Rule(flag.others)
            if rule.answer is not Answer.OK:
                yield slug, rule


def _common(lists: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Return what stands in all lists, in the order of the first."""
    first, *others = [*lists] or [()]
    return tuple(slug for slug in first if all(slug in other for other in others))
