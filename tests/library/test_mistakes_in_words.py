"""One mistake in the words of an exercise, and the exact sentences its author reads."""

from collections.abc import Callable

import pytest

CASES = [  # (what stands there, the mistake in its place, all that the checker says)
    (
        "1. Breathe in.",
        "1. Breathe " + "in " * 30,
        "turn/en.md line 10: a step has 31 words, at most 25: shorten it or make it two steps",
    ),
    (
        "1. Breathe in.",
        "1. " + "Breathe" * 23,
        "turn/en.md line 10: a step has 161 characters, at most 160: shorten it or make it two steps",
    ),
    (
        "2. Turn a little.\n3. Come back.\n",
        "",
        "turn/en.md line 9: there is 1 step here; write 3 to 6",
    ),
    (
        "3. Come back.\n",
        "3. Come back.\n4. D\n5. E\n6. F\n7. G\n",
        "turn/en.md line 9: there are 7 steps here; write 3 to 6",
    ),
    (
        "1. Breathe in.\n2. Turn a little.\n3. Come back.\n",
        "".join(f"{number}. {'x' * 150}\n" for number in range(1, 7)),
        "turn/en.md line 9: the steps have 900 characters together, at most 800: shorten them",
    ),
    (
        "1. Breathe in.",
        "1. TODO",
        "turn/en.md line 10: this is still blank: fill it in or take the line out",
    ),
    (
        "1. Breathe in.",
        "1. …",
        "turn/en.md line 10: this is still blank: fill it in or take the line out",
    ),
    (
        "- Go slowly.",
        "-",
        "turn/en.md line 14: below 'Tips' there is nothing: write at least one line that starts with '- '",
        "turn/en.md line 15: a list item is empty: fill it in or take it out",
    ),
    (
        "- Go slowly.",
        "Go slowly.",
        "turn/en.md line 15: start this line with '- '",
    ),
    (
        "- Go slowly.",
        "- Go slowly.\n\n  Again.",
        "turn/en.md line 17: a list item has more than one paragraph: make it one",
    ),
    (
        "- Go slowly.",
        "- Go slowly.\n  - Again.",
        "turn/en.md line 16: a list stands inside a list: make it one list",
    ),
    (
        "- Go slowly.",
        "- " + "go " * 31,
        "turn/en.md line 15: a tip has 31 words, at most 30: shorten it",
    ),
    (
        "- Rushing.",
        "- " + "go " * 31,
        "turn/en.md line 21: a fault has 31 words, at most 30: shorten it",
    ),
    (
        "Sit tall on a chair.",
        "sit " * 26,
        "turn/en.md line 7: the position has 26 words, at most 25: shorten it",
    ),
    (
        "Sit tall on a chair.",
        "Sit.\n\nStay.",
        "turn/en.md line 6: below 'Position' write one paragraph, without a list",
    ),
    (
        "## Tips",
        "## Tipps",
        (
            "turn/en.md line 14: the heading 'Tipps' is not known; write one of Position, Steps, "
            "Tips, Good for, Common faults, Skip or adapt, Easier: sitting-tall, Harder: on-the-floor"
            " (did you mean Tips?)"
        ),
    ),
    (
        "## Tips\n- Go slowly.\n",
        "",
        'turn/en.md: the heading "## Tips" is missing: add it with its text below',
    ),
    (
        "## Good for\n",
        "## Tips\n- Again.\n\n## Good for\n",
        "turn/en.md line 17: the heading 'Tips' stands twice: keep one",
    ),
    (
        "## Tips",
        "### Tips",
        "turn/en.md line 14: a heading starts with two signs and a space: ## ",
    ),
    (
        "## Tips",
        "##Tips",
        'turn/en.md: the heading "## Tips" is missing: add it with its text below',
        "turn/en.md line 14: a heading starts with two signs and a space: ## ",
        "turn/en.md line 15: number the steps: start this line with a number, a point and a space",
    ),
    (
        "## Position\n",
        "Hello.\n\n## Position\n",
        "turn/en.md line 6: this stands above the first heading: put it below a heading",
    ),
    (
        "## Easier: sitting-tall",
        "## Easier: sitting-tal",
        (
            "turn/en.md line 26: the heading 'Easier: sitting-tal' is not known; write one of "
            "Position, Steps, Tips, Good for, Common faults, Skip or adapt, Easier: sitting-tall, "
            "Harder: on-the-floor (did you mean Easier: sitting-tall?)"
        ),
    ),
    (
        "Sitting tall\n1.",
        "1.",
        "turn/en.md line 26: the variation's name is missing: write it on the line below this heading",
    ),
    (
        "Sitting tall\n1.",
        "x" * 41 + "\n1.",
        "turn/en.md line 27: the variation's name has 41 characters, at most 40: shorten it",
    ),
    (
        "Go slowly",
        "Go *slowly*",
        "turn/en.md line 15: write plain text without * or _ around words",
    ),
    (
        "Go slowly",
        "Go **slowly**",
        "turn/en.md line 15: write plain text without ** around words",
    ),
    (
        "Go slowly",
        "Go <b>slowly",
        "turn/en.md line 15: write plain text without < and >",
    ),
    (
        "Go slowly",
        "Go [slowly](x.html)",
        "turn/en.md line 15: write plain text without links",
    ),
    (
        "Go slowly",
        "See https://example.org",
        "turn/en.md line 15: write plain text without links",
    ),
    (
        "## Tips",
        "> quote\n\n## Tips",
        "turn/en.md line 14: number the steps: start this line with a number, a point and a space",
        "turn/en.md line 14: write only headings, paragraphs and lists here",
    ),
    (
        "## Tips",
        "        far\n\n## Tips",
        "turn/en.md line 14: this line starts too far to the right: start it at the margin",
    ),
    (
        "---\nname",
        "name",
        (
            "turn/en.md line 1: the block at the top is missing: start the file with a line ---, the "
            "keys, and a line ---"
        ),
    ),
    (
        "name: Turn",
        "name: " + "x" * 41,
        "turn/en.md line 2: name has 41 characters, at most 40: shorten it",
    ),
    (
        "name: Turn",
        "name: Turn <b>",
        "turn/en.md line 2: name has a sign < in it: write plain text without < and >",
    ),
    (
        "aliases: [twist]",
        "aliasses: [twist]",
        (
            "turn/en.md line 3: 'aliasses' is not a key here; write one of name, aliases, "
            "misspellings (did you mean aliases?)"
        ),
    ),
    (
        "aliases: [twist]",
        "aliases: []",
        "turn/en.md line 3: aliases is empty: write a list of names, such as [cat cow, catcow]",
    ),
    (
        "aliases: [twist]",
        "aliases: [twist, Stretch-Up]",
        "reach/en.md line 3: 'stretch up' already finds turn: take it out of one of the two",
    ),
    (
        "misspellings: []",
        "misspellings: [reach]",
        "turn/en.md line 4: 'reach' already finds reach: take it out of one of the two",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[2][:60])
def test_it_says_what_is_wrong(spoil: Callable[..., list[str]], case: tuple[str, ...]) -> None:
    """Each mistake is named with file, line and remedy, and nothing else is said."""
    before, after, *sentences = case
    assert spoil("exercises/turn/en.md", before, after) == sentences
