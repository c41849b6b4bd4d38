"""What suits somebody, in words: beside a session that was changed for them, and on an exercise's page."""

from collections.abc import Iterable, Sequence

from bot.domain.exercises import Exercise, Library
from bot.domain.matrix import Answer, Verdict
from bot.domain.screening import CHECK_FIRST
from bot.domain.suiting import NOT_ASKED, NOT_FOR_YOU, Changed
from bot.texts import Texts


def changes(t: Texts, library: Library, changed: Sequence[Changed]) -> str:
    """Return what was left out of a session or became another form, and why, one sentence for each reason."""
    reasons = {one.verdict.because for one in changed}
    if any(CHECK_FIRST in because for because in reasons):
        return t("care-only-breathing")
    if any(NOT_ASKED in because for because in reasons):
        return t("care-only-gentle")
    keys = {Answer.ASK: "care-left-ask", Answer.SKIP: "care-left-out", Answer.ADAPT: "care-in-form"}
    groups: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for one in changed:
        group = groups.setdefault((keys[one.verdict.answer], one.verdict.because), [])
        group.append(library.exercises[one.exercise].text(t.language).name)
    return "\n".join(
        t(key, flags=flags(t, library, because), exercises=t.join(names))
        for (key, because), names in groups.items()
    )


def note(t: Texts, library: Library, exercise: Exercise, verdict: Verdict, *, flagged: bool) -> str | None:
    """Return the line about an exercise for somebody; None where there is nothing to say.

    :param flagged: whether anything at all is kept in mind about them
    """
    if {NOT_ASKED, NOT_FOR_YOU}.intersection(verdict.because):
        return None
    if CHECK_FIRST in verdict.because:
        return t("care-note-check-first")
    because = flags(t, library, verdict.because)
    match verdict.answer:
        case Answer.OK:
            return t("care-note-ok") if flagged else None
        case Answer.ADAPT:
            words = exercise.text(t.language).variations[verdict.variation or exercise.standard.slug]
            return t("care-note-adapt", form=words.name, flags=because)
        case Answer.ASK:
            return t("care-note-ask", flags=because)
        case Answer.SKIP:
            return t("care-note-skip", flags=because)


def notice(t: Texts, library: Library) -> tuple[str, ...]:
    """Return when to ask a doctor first, for somebody who has not read it yet."""
    card = library.cards.get("disclaimer")
    return (t("care-note-notice", notice=card.text(t.language).body[-1]),) if card else ()


def flags(t: Texts, library: Library, because: Iterable[str]) -> str:
    """Return the names of flags as they stand in a sentence."""
    names = [library.matrix.flags[flag].name(t.language) for flag in because if flag in library.matrix.flags]
    return t.join([t.plain("care-flag", flag=name) for name in names])
