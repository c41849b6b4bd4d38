"""The library: ways to look through it, lists, and one exercise from all sides."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.chat.actions import AddEntry, Browse, Facet, Page, Part, Show, StartExercise
from bot.chat.screen import Key, Row, Screen, Style, rows
from bot.chat.screens.fitting import CAPTION, MESSAGE, WIDE, fit, short
from bot.chat.screens.parts import cited, dose_and_time, go
from bot.chat.screens.pictures import of_exercise
from bot.chat.screens.shelves import ANY, Found, choices
from bot.domain.exercises import Direction, Exercise, Library, Variation
from bot.texts import Texts


def home(t: Texts, library: Library) -> Screen:
    """Return the ways to look through the library."""
    count = len(library.exercises)
    text = t("library-home", exercises=t.plain("exercises", count=count))
    ways = [Key(t.plain(f"library-by-{f}"), Browse(f, ANY)) for f in (Facet.PLACE, Facet.KIND, Facet.KIT)]
    everything = Key(t.plain("library-button-all", count=count), Browse(Facet.ALL, ANY))
    return Screen(text, (tuple(ways), (everything,), (go(t, Page.READY_MADE),), _ends(t, Page.ROUTINE)))


def facet(t: Texts, library: Library, facet: Facet) -> Screen:
    """Return the choices of a facet, each with how many exercises it leads to."""
    keys = [
        Key(
            t.plain("library-choice", name=_choice(t, facet, value), count=count),
            Browse(facet, value),
        )
        for value, count in choices(library, facet).items()
    ]
    return Screen(t(f"library-choose-{facet}"), (*rows(keys, 2), _ends(t, Page.LIBRARY)))


def shelf(t: Texts, facet: Facet, value: str, found: Sequence[Found]) -> Screen:
    """Return the exercises behind a choice, with a line about each."""
    heading = t.plain("library-all") if facet is Facet.ALL else _choice(t, facet, value)
    lines: list[str] = [t("library-title", name=heading)]
    for number, (exercise, form) in enumerate(found, 1):
        lines += ["", t("library-line", number=number, name=exercise.text(t.language).name)]
        lines += [t("library-about", about=_about(t, exercise, form))]
    back = go(t, Page.LIBRARY) if facet is Facet.ALL else Key(t.plain("button-back"), Browse(facet, ANY))
    keys = rows(_numbered(t, found), 1)
    return Screen(fit(lines, MESSAGE), (*keys, (back, go(t, Page.HOME))))


def unsure(t: Texts, nearest: Sequence[Exercise], *, private: bool = True) -> Screen:
    """Return the exercises that a person may have meant; in a group they are all that it offers."""
    keys = [
        Key(short(one.text(t.language).name, WIDE), Show(one.slug, one.standard.slug, Part.STEPS))
        for one in nearest
    ]
    ends = (_ends(t, Page.LIBRARY),) if private else ()
    return Screen(t("library-unsure"), (*rows(keys, 1), *ends))


def hint(t: Texts) -> Screen:
    """Return what one can say, for words that say nothing about an exercise."""
    return Screen(t("library-hint"), ((go(t, Page.TODAY),), _ends(t, Page.LIBRARY)))


@dataclass(frozen=True)
class ForYou:
    """What an exercise's page says to one person.

    :param lines: what comes first: how the form suits them
    :param form: the form that suits them, where it is another one
    :param barred: whether they cannot begin it
    """

    lines: tuple[str, ...] = ()
    form: str | None = None
    barred: bool = False


ANYBODY = ForYou()


def detail(
    t: Texts,
    library: Library,
    exercise: Exercise,
    form: Variation,
    part: Part,
    you: ForYou = ANYBODY,
) -> Screen:
    """Return one side of an exercise in one of its forms."""
    match part:
        case Part.STEPS:
            text = fit(_steps(t, exercise, form, you), CAPTION)
        case Part.MORE:
            text = fit(_more(t, exercise), CAPTION)
        case Part.SAFETY:
            text = _safety(t, library, exercise, you)
        case Part.VARIATIONS:
            text = fit(_ladder(t, exercise, form), CAPTION)
    return Screen(text, _detail_keys(t, exercise, form, part, you), of_exercise(t, exercise, form))


def for_group(t: Texts, screen: Screen, username: str, exercise: Exercise | None = None) -> Screen:
    """Return the screen as others may read along: its one button leads into the person's own chat."""
    start = f"?start=show_{exercise.slug}" if exercise else ""
    key = Key(t.plain("library-button-open"), url=f"https://t.me/{username}{start}")
    return Screen(screen.text, ((key,),), screen.picture)


def _choice(t: Texts, facet: Facet, value: str) -> str:
    name = t.plain(f"{facet}-{value}")
    return name[:1].upper() + name[1:]


def _numbered(t: Texts, found: Sequence[Found]) -> list[Key]:
    return [
        Key(short(f"{n} {one.text(t.language).name}", WIDE), Show(one.slug, form.slug, Part.STEPS))
        for n, (one, form) in enumerate(found, 1)
    ]


def _ends(t: Texts, page: Page) -> Row:
    return (go(t, page), go(t, Page.HOME))


def _about(t: Texts, exercise: Exercise, form: Variation) -> str:
    """Return one line: ``Mobility · gentle · about 1 min · quiet``; a form is named instead of the level."""
    level = t.plain(f"level-{exercise.level}")
    names = exercise.text(t.language).variations
    parts = [
        t.plain(f"kind-{exercise.kind}"),
        level if form == exercise.standard else names[form.slug].name,
        t.plain("dose-time", minutes=form.dose.minutes),
        *_small(t, exercise),
    ]
    return " · ".join(parts)


def _small(t: Texts, exercise: Exercise) -> list[str]:
    words = {"library-quiet": exercise.quiet, "library-office": exercise.office_clothes}
    return [t.plain(key) for key, holds in words.items() if holds]


def _headline(t: Texts, exercise: Exercise, form: Variation) -> str:
    words = exercise.text(t.language)
    if form == exercise.standard:
        return t("library-title", name=words.name)
    return t("library-title-form", name=words.name, form=words.variations[form.slug].name)


def _steps(t: Texts, exercise: Exercise, form: Variation, you: ForYou) -> list[str]:
    words = exercise.text(t.language)
    dose = dose_and_time(t, form.dose)
    # Where somebody begins is described for the standard form; the others say it in their first step.
    position = ["", t("library-plain", words=words.position)] if form == exercise.standard else []
    # Tips speak of the wall or the floor of the standard form: on a chair they would only puzzle.
    tips = words.tips[:1] if form.places & exercise.standard.places else ()
    steps = enumerate(words.variations[form.slug].steps, 1)
    return [
        _headline(t, exercise, form),
        *(t("library-about", about=fact) for fact in _facts(t, exercise, form)),
        *you.lines,
        *position,
        "",
        *(t("library-step", number=number, words=step) for number, step in steps),
        "",
        t("library-dose", dose=dose),
        *(t("library-tip", tip=tip) for tip in tips),
    ]


def _facts(t: Texts, exercise: Exercise, form: Variation) -> list[str]:
    """Return ``Strength · moderate · At a wall``, and ``with: wall · quiet`` where that says anything."""
    standard = form == exercise.standard
    rank = f"level-{exercise.level}" if standard else f"library-way-{form.direction}"
    where = " / ".join(t.plain(f"place-{place}") for place in sorted(form.places))
    kit = ", ".join(t.plain(f"kit-{one}") for one in sorted(form.kit))
    needs = [t.plain("library-kit", kit=kit)] if kit else []
    lines = [[t.plain(f"kind-{exercise.kind}"), t.plain(rank), where], [*needs, *_small(t, exercise)]]
    return [" · ".join(line) for line in lines if line]


def _more(t: Texts, exercise: Exercise) -> list[str]:
    words = exercise.text(t.language)
    lists = {"good-for": words.good_for, "faults": words.faults, "tips": words.tips}
    lines = (line for name, items in lists.items() for line in _list(t, name, items))
    return [t("library-title", name=words.name), *lines]


def _safety(t: Texts, library: Library, exercise: Exercise, you: ForYou) -> str:
    """Return when to skip or adapt; of the sources as many as there is room for."""
    words = exercise.text(t.language)
    sources = [library.sources[slug] for slug in exercise.sources if slug in library.sources]
    named = cited(t, sources)
    lines: list[str] = [t("library-title", name=words.name), *you.lines, *_list(t, "adapt", words.adapt)]
    lines += ["", t("library-sources"), *named] if named else []
    return fit(lines, CAPTION, lambda count: t("library-more-sources", count=min(count, len(named))))


def _list(t: Texts, name: str, items: Sequence[str]) -> list[str]:
    return ["", t(f"library-{name}"), *(t("library-item", words=item) for item in items)] if items else []


def _ladder(t: Texts, exercise: Exercise, current: Variation) -> list[str]:
    words = exercise.text(t.language)
    lines: list[str] = [t("library-ladder", name=words.name)]
    for direction in Direction:
        forms = [form for form in exercise.variations if form.direction is direction]
        lines += ["", t(f"library-ladder-{direction}")] if forms else []
        for form in forms:
            here = "library-rung-here" if form == current else "library-rung"
            lines.append(t(here, name=words.variations[form.slug].name))
    return lines


def _detail_keys(t: Texts, exercise: Exercise, form: Variation, part: Part, you: ForYou) -> tuple[Row, ...]:
    match part:
        case Part.STEPS:
            return _first_keys(t, exercise, form, you)
        case Part.VARIATIONS:
            names = exercise.text(t.language).variations
            rungs = [_show(exercise, one, Part.STEPS, names[one.slug].name) for one in exercise.variations]
            keys = rows(rungs, 1)
        case _:
            keys = _begin(t, exercise, form, you)
    return (*keys, (_show(exercise, form, Part.STEPS, t.plain("button-back")), go(t, Page.HOME)))


def _begin(t: Texts, exercise: Exercise, form: Variation, you: ForYou) -> tuple[Row, ...]:
    """Return the way into the exercise: in the form that suits, or none."""
    if you.barred:
        return ()
    if you.form is None:
        return ((_start(t, exercise, form),),)
    other = exercise.variation(you.form)
    return ((_show(exercise, other, Part.STEPS, t.plain("care-button-form")),),)


def _first_keys(t: Texts, exercise: Exercise, form: Variation, you: ForYou) -> tuple[Row, ...]:
    add = Key(t.plain("library-button-add"), AddEntry(exercise.slug, form.slug))
    several = len(exercise.variations) > 1
    ways = _show(exercise, form, Part.VARIATIONS, t.plain("library-button-ways")) if several else None
    return (
        *_begin(t, exercise, form, you),
        *rows([add, ways], 2),
        (
            _show(exercise, form, Part.MORE, t.plain("library-button-more")),
            _show(exercise, form, Part.SAFETY, t.plain("library-button-safety")),
        ),
        (Key(t.plain("button-back"), Browse(Facet.ALL, ANY)), go(t, Page.HOME)),
    )


def _start(t: Texts, exercise: Exercise, form: Variation) -> Key:
    return Key(t.plain("library-button-start"), StartExercise(exercise.slug, form.slug), Style.PRIMARY)


def _show(exercise: Exercise, form: Variation, part: Part, label: str) -> Key:
    return Key(short(label, WIDE), Show(exercise.slug, form.slug, part))
