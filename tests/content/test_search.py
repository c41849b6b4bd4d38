"""Search over the content that is shipped: every exercise is found by its own words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.exercises import Library
from bot.domain.search import Index
from bot.texts import Texts


@pytest.fixture(scope="module")
def index(real_library: Library, t: Texts) -> Index:
    """Give the index as the coach builds it."""
    return Index.build(real_library, "en", t.lines("library-filler"))


def names(library: Library) -> list[tuple[str, str]]:
    """Return every name, alias and misspelling with its exercise."""
    return [
        (name, exercise.slug)
        for exercise in library.exercises.values()
        for words in [exercise.text("en")]
        for name in (exercise.slug, words.name, *words.aliases, *words.misspellings)
    ]


@pytest.mark.parametrize("said", ["{}", "show me {}", "Show me the {}, please!", "how do I do {}?", "{} 💪"])
def test_it_finds_every_exercise_by_each_of_its_names(index: Index, real_library: Library, said: str) -> None:
    missed = [
        (said.format(name), slug)
        for name, slug in names(real_library)
        if index.find(said.format(name)).slug != slug
    ]
    assert missed == []


def test_it_does_not_care_about_capitals_hyphens_or_spaces(index: Index, real_library: Library) -> None:
    for name, slug in names(real_library):
        for typed in (name.upper(), name.title(), f"  {name.replace(' ', '-')} "):
            assert index.find(typed).slug == slug, typed


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("show me cat cow", "seated-cat-cow"),
        ("catcow", "seated-cat-cow"),
        ("cat cow", "seated-cat-cow"),
        ("Cat-Cow", "seated-cat-cow"),
        ("wall angels", "wall-angel"),
        ("wall angles", "wall-angel"),
        ("tech neck stretch", "doorway-stretch"),
        ("could you explain the doorway stretch", "doorway-stretch"),
        ("shoulder blade squeezes", "scapular-squeeze"),
        ("openbok", "open-book"),
        ("pushups please", "push-up"),
        ("i want to do bely breathing", "belly-breathing"),
        ("I-Y-T", "i-y-t"),
        ("theraband rows", "band-row"),
    ],
)
def test_it_finds_what_people_type(index: Index, typed: str, slug: str) -> None:
    assert index.find(typed).slug == slug


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "🙂🙃🙂",
        "?!",
        "qwertyuiop",
        "pizza",
        "hello",
        "show me",
        "stretch",
        "my back hurts",
        "what is the weather like",
        "cat cow or wall angels",
        "<b>bold</b>",
        "*_[](){}",
        "مرحبا كيف الحال",
        "שלום",
        "a" * 200,
        "lorem ipsum dolor sit amet " * 7,
    ],
)
def test_it_is_sure_of_nothing_else(index: Index, typed: str) -> None:
    assert index.find(typed).slug is None


@given(typed=st.text(max_size=80))
@settings(deadline=None, max_examples=60)
def test_it_always_knows_three_that_are_nearest(index: Index, real_library: Library, typed: str) -> None:
    nearest = index.find(typed).nearest
    assert len(set(nearest)) == 3
    assert set(nearest) <= real_library.exercises.keys()
