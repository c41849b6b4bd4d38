"""One mistake in a routine, a card or the sources, and the exact sentences its author reads."""

from collections.abc import Callable

import pytest

CASES = [  # (file, what stands there, the mistake in its place, all that the checker says)
    (
        "routines/reset.yaml",
        "exercise: turn",
        "exercise: trun",
        "routines/reset.yaml line 5: there is no exercise 'trun'; did you mean turn?",
    ),
    (
        "routines/reset.yaml",
        "exercise: turn",
        "exercise: zzz",
        "routines/reset.yaml line 5: there is no exercise 'zzz'; write the name of a folder in exercises",
    ),
    (
        "routines/reset.yaml",
        "variation: on-the-floor",
        "variation: upside-down",
        (
            "routines/reset.yaml line 7: reach has no variation 'upside-down'; write one of "
            "sitting-tall, standard, on-the-floor"
        ),
    ),
    (
        "routines/reset.yaml",
        "dose: {reps: 4}",
        "dose: {breaths: 4}",
        "routines/reset.yaml line 8: a dose has reps or breaths, not both: take one out",
    ),
    (
        "routines/reset.yaml",
        "seconds: 110",
        "seconds: 300",
        (
            "routines/reset.yaml line 3: seconds is 300, but the exercises take about 94 together: "
            "write a number from 62 to 126, or change the exercises"
        ),
    ),
    (
        "routines/reset.yaml",
        "seconds: 110",
        "seconds: 5",
        "routines/reset.yaml line 3: seconds is '5'; write a whole number of seconds from 30 to 3600",
    ),
    (
        "routines/reset.yaml",
        "  en: {",
        "  es: {",
        "routines/reset.yaml line 9: the words in English are missing: add en: {name: ..., summary: ...}",
    ),
    (
        "routines/reset.yaml",
        "  en: {",
        "  English: {",
        "routines/reset.yaml line 10: 'English' is not right; write a language such as en, es or pt-br",
    ),
    (
        "routines/reset.yaml",
        "A turn and a reach.",
        "A turn, and a reach.",
        (
            "routines/reset.yaml line 10: the text is cut at a comma before 'and a reach.': put the "
            'whole text in "quotes"'
        ),
    ),
    (
        "routines/reset.yaml",
        "A turn and a reach.",
        "x" * 121,
        "routines/reset.yaml line 10: summary has 121 characters, at most 120: shorten it",
    ),
    (
        "cards/posture/card.yaml",
        "group: education",
        "group: safety",
        "cards/posture/card.yaml line 1: group is 'safety'; write education",
    ),
    (
        "cards/posture/card.yaml",
        "sources: [smith-2020]",
        "sources: [smith-2021]",
        "cards/posture/card.yaml line 3: sources.yaml has no source 'smith-2021': did you mean smith-2020?",
    ),
    (
        "cards/posture/en.md",
        "## Honestly",
        "## Honest",
        "cards/posture/en.md line 9: the heading 'Honest' is not known; write Honestly",
    ),
    (
        "cards/posture/en.md",
        "- One thing.",
        "1. One thing.",
        "cards/posture/en.md line 6: start this line with '- ' in place of a number",
    ),
    (
        "cards/posture/en.md",
        "First words.",
        "x" * 1000,
        "cards/posture/en.md: the card has 1041 characters, at most 900: shorten it",
    ),
    (
        "cards/posture/en.md",
        "First words.\n\n- One thing.\n- Another.\n",
        "",
        "cards/posture/en.md: the card has no text: write it below the block at the top",
    ),
    (
        "sources.yaml",
        "read: second-hand",
        "read: secondhand",
        (
            "sources.yaml line 6: read is 'secondhand'; write one of yes, second-hand, no (did you "
            "mean second-hand?)"
        ),
    ),
    (
        "sources.yaml",
        "url: https://doi.org",
        "url: doi.org",
        "sources.yaml line 5: url is 'doi.org/10.1000/1'; write an address that starts with https://",
    ),
    (
        "sources.yaml",
        "  citation: Smith 2020, on backs.\n",
        "",
        "sources.yaml line 3: citation is missing: write plain text of at most 400 characters",
    ),
    (
        "sources.yaml",
        "smith-2020:",
        "Smith 2020:",
        (
            "sources.yaml line 3: 'Smith 2020' is not right; write lower-case letters a-z, digits and"
            " hyphens, at most 32 characters"
        ),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[3][:60])
def test_it_says_what_is_wrong(spoil: Callable[..., list[str]], case: tuple[str, ...]) -> None:
    """Each mistake is named with file, line and remedy, and nothing else is said."""
    file, before, after, *sentences = case
    assert spoil(file, before, after) == sentences
