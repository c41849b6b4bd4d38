"""The plan: its questions, what it brings today and in the week, what is left out, and why."""

from collections.abc import Iterable, Sequence
from datetime import date

from bot.chat.actions import AnswerPlan, AskPlan, ChangePlan, Go, LeaveOut, Page, PlanChange
from bot.chat.screen import Key, Row, Screen, Style, rows
from bot.chat.screens.fitting import MESSAGE, WIDE, fit, short
from bot.chat.screens.parts import dose_line, go
from bot.domain import wishes
from bot.domain.exercises import Entry, Library, whole_minutes
from bot.domain.plan import DayPlan, LeftOut, Pick
from bot.domain.wishes import DONE, Ask
from bot.services.plan_drafts import Draft
from bot.services.plans import Way
from bot.texts import Html, Texts


def intro(t: Texts) -> Screen:
    """Return what a plan is, for who has none."""
    make = Key(t.plain("plan-button-begin"), ChangePlan(0, PlanChange.NEW), Style.PRIMARY)
    return Screen(t("plan-intro"), ((make,), (go(t, Page.ROUTINE), go(t, Page.HOME))))


def waiting(t: Texts, screen: Screen) -> Screen:
    """Return a screen for who has no plan, with what a warning sign means for it and the way there."""
    text = f"{t('plan-held-none')}\n\n{screen.text}"
    return Screen(text, ((go(t, Page.HEALTH),), *screen.keys), screen.picture)


def asked(t: Texts, library: Library, draft: Draft) -> Screen:
    """Return the question that is open; all answers when there is none."""
    ask = draft.ask
    if ask is None:
        return answers(t, draft)
    number = list(Ask).index(ask) + 1
    text = t("plan-question", number=number, total=len(Ask), question=Html(t(f"plan-ask-{ask}")))
    keys = rows(_choices(t, library, draft, ask), 2 if ask is not Ask.DAYS else 4)
    back = Key(t.plain("button-back"), ChangePlan(draft.id, PlanChange.BACK))
    ends = (back, go(t, Page.HOME)) if number > 1 else (go(t, Page.HOME),)
    return Screen(text, (*keys, *_done(t, draft, ask), ends))


def answers(t: Texts, draft: Draft) -> Screen:
    """Return everything that was answered, each to be changed, and the button that makes the plan."""
    make = Key(t.plain("plan-button-make"), ChangePlan(draft.id, PlanChange.MAKE), Style.PRIMARY)
    open_ = [ask for ask in Ask if draft.given.get(ask)]
    lines = [t("plan-answer", what=t.plain(f"plan-about-{ask}"), said=_said(t, draft, ask)) for ask in open_]
    keys = [Key(t.plain(f"plan-about-{ask}"), AskPlan(draft.id, ask)) for ask in open_]
    text = "\n".join([t("plan-answers"), "", *lines])
    return Screen(text, ((make,), *rows(keys, 3), (go(t, Page.PLAN), go(t, Page.HOME))))


def page(t: Texts, library: Library, way: Way, today: date) -> Screen:
    """Return where somebody is: the week, the phase, what today brings and why."""
    lines: list[str] = [_head(t, way), *_cue(t, way)]
    if way.held:
        lines += ["", t("plan-held")]
    elif way.over:
        lines += ["", t("plan-over", weeks=way.plan.weeks)]
    if not way.screened:
        lines += ["", t("plan-unasked")]
    lines += ["", _today(t, way, today), *_picks(t, library, way.today)]
    lines += ["", *_left_out(t, library, way.whole.left_out)] if way.whole.left_out else []
    return Screen(fit(lines, MESSAGE), (*_longer(t, way), *_keys(t, way)))


def made(t: Texts, library: Library, way: Way, *, offer: bool) -> Screen:
    """Return a plan that was just made; ``offer`` proposes a reminder at its moment."""
    at = wishes.cue(way.plan.cue).at
    lines: list[str] = [t("plan-made"), "", _head(t, way), *_cue(t, way)]
    keys: list[Row] = [(Key(t.plain("plan-button-start"), Go(Page.TODAY), Style.PRIMARY),)]
    if offer and at:
        lines += ["", t("plan-offer", at=t.time(at), days=t.weekdays(way.person.days))]
        label = t.plain("plan-button-nudge", at=t.time(at))
        keys.append((Key(label, ChangePlan(way.plan.id or 0, PlanChange.NUDGE)),))
    lines += ["", *_week_lines(t, library, way)]
    return Screen(fit(lines, MESSAGE), (*keys, (go(t, Page.PLAN), go(t, Page.HOME))))


def week(t: Texts, library: Library, way: Way) -> Screen:
    """Return the week day by day."""
    lines: list[str] = [_head(t, way), "", *_week_lines(t, library, way), "", t("plan-other-days")]
    return Screen(fit(lines, MESSAGE), ((go(t, Page.PLAN), go(t, Page.HOME)),))


def parts(t: Texts, library: Library, way: Way) -> Screen:
    """Return the exercises of the phase, each to be left out or taken back in."""
    number = way.plan.id or 0
    keys = []
    for slug in dict.fromkeys(move.exercise for move in way.whole.phase.moves):
        if slug in library.exercises:
            out = slug in way.person.without
            label = t.plain("plan-part-out" if out else "plan-part-in", name=_name(t, library, slug))
            keys.append(Key(short(label, WIDE), LeaveOut(number, slug, 0 if out else 1)))
    return Screen(t("plan-parts"), (*rows(keys, 1), (go(t, Page.PLAN), go(t, Page.HOME))))


def sure(t: Texts, _library: Library, way: Way) -> Screen:
    """Ask whether the plan shall end."""
    end = Key(t.plain("plan-button-end-surely"), ChangePlan(way.plan.id or 0, PlanChange.END_SURELY))
    return Screen(t("plan-sure"), ((end,), (go(t, Page.PLAN), go(t, Page.HOME))))


def ended(t: Texts, plan: int) -> Screen:
    """Return what somebody reads whose plan has ended, with the way back into it."""
    back = Key(t.plain("plan-button-resume"), ChangePlan(plan, PlanChange.RESUME))
    return Screen(t("plan-ended"), ((go(t, Page.TODAY),), (back,), (go(t, Page.ROUTINE), go(t, Page.HOME))))


def _choices(t: Texts, library: Library, draft: Draft, ask: Ask) -> list[Key]:
    ticked = wishes.ticks(draft.given, ask)
    return [
        Key(_ticked(t, _word(t, ask, choice), on=choice in ticked), AnswerPlan(draft.id, ask, choice))
        for choice in wishes.choices(ask, draft.given, library)
    ]


def _done(t: Texts, draft: Draft, ask: Ask) -> tuple[Row, ...]:
    """Return the button that ends several answers, once there is something to end."""
    ticked = wishes.ticks(draft.given, ask)
    if not ask.many or not (ticked or ask is Ask.KIT):
        return ()
    label = t.plain("plan-button-done" if ticked else "plan-button-nothing")
    return ((Key(label, AnswerPlan(draft.id, ask, DONE), Style.PRIMARY),),)


def _ticked(t: Texts, label: str, *, on: bool) -> str:
    return t.plain("plan-ticked", name=label) if on else label


def _word(t: Texts, ask: Ask, choice: str) -> str:
    """Return an answer in words."""
    match ask:
        case Ask.DAYS:
            return t.weekday(int(choice))
        case Ask.MINUTES:
            return t.plain("minutes", count=int(choice))
        case Ask.WEEKS:
            return t.plain("plan-weeks", count=int(choice))
        case Ask.PLACES:
            return t.plain(f"place-{choice}")
        case Ask.KIT:
            return t.plain(f"kit-{choice}")
    return t.plain(f"plan-{ask}-{choice}")


def _said(t: Texts, draft: Draft, ask: Ask) -> str:
    ticked = list(wishes.ticks(draft.given, ask))
    if ask is Ask.DAYS:
        return t.weekdays(frozenset(map(int, ticked)))
    return t.join([_word(t, ask, one) for one in ticked]) if ticked else t.plain("kit-none")


def _head(t: Texts, way: Way) -> str:
    language = t.language
    return t(
        "plan-head",
        name=way.program.text(language).name,
        week=way.week,
        weeks=way.plan.weeks,
        over="yes" if way.over else "no",
        phase=way.whole.phase.name(language),
    )


def _cue(t: Texts, way: Way) -> list[str]:
    cue = wishes.cue(way.plan.cue)
    if cue.moment is None or cue.spot is None:
        return []
    moment, spot = t.plain(f"plan-moment-{cue.moment}"), t.plain(f"plan-spot-{cue.spot}")
    return [t("plan-cue", moment=moment, spot=spot)]


def _today(t: Texts, way: Way, today: date) -> str:
    if way.today is None:
        return t("plan-today-nothing")
    minutes = t.plain("minutes", count=whole_minutes(way.today.seconds))
    key = f"plan-today-{way.today.kind}" if way.planned else "plan-today-free"
    return t(key, day=t.day(today), minutes=minutes)


def _picks(t: Texts, library: Library, day: DayPlan | None) -> list[str]:
    lines: list[str] = []
    for number, pick in enumerate(day.picks if day else (), 1):
        name, form = _name(t, library, pick.entry.exercise), _form(t, library, pick.entry)
        lines.append(t("plan-pick", number=number, name=name, form=form or "none"))
        lines.append(t("plan-pick-why", dose=dose_line(t, pick.entry.dose), why=_why(t, library, pick)))
    return lines


def _why(t: Texts, library: Library, pick: Pick) -> str:
    parts = [t.plain(f"plan-role-{pick.role}")]
    if pick.because:
        parts.append(t.plain("plan-because", flags=_flags(t, library, pick.because)))
    if pick.fitted:
        parts.append(t.plain("plan-fitted"))
    return "; ".join(parts)


def _left_out(t: Texts, library: Library, left: Iterable[LeftOut]) -> list[str]:
    lines: list[str] = [t("plan-left")]
    for one in left:
        why = t.plain(f"plan-left-{one.why}", flags=_flags(t, library, one.because))
        lines.append(t("plan-left-line", name=_name(t, library, one.exercise), why=why))
    return lines


def _week_lines(t: Texts, library: Library, way: Way) -> list[str]:
    lines: list[str] = []
    for day in way.whole.days:
        names = ", ".join(_name(t, library, entry.exercise) for entry in day.entries)
        minutes = t.plain("minutes", count=whole_minutes(day.seconds))
        kind = t.plain(f"plan-kind-{day.kind}")
        weekday = t.weekday(day.weekday)
        lines.append(t("plan-day", day=weekday, kind=kind, minutes=minutes, names=names or "–"))
    return lines


def _longer(t: Texts, way: Way) -> tuple[Row, ...]:
    if not way.over or way.longer is None:
        return ()
    label = t.plain("plan-button-longer", weeks=way.longer)
    return ((Key(label, ChangePlan(way.plan.id or 0, PlanChange.LONGER)),),)


def _keys(t: Texts, way: Way) -> Sequence[Row]:
    def key(what: PlanChange) -> Key:
        return Key(t.plain(f"plan-button-{what}"), ChangePlan(way.plan.id or 0, what))

    start = Key(t.plain("plan-button-start"), Go(Page.TODAY), Style.PRIMARY)
    first = (go(t, Page.HEALTH),) if way.held else (start,)
    health = () if way.screened or way.held else ((go(t, Page.HEALTH),),)
    return (
        first,
        *health,
        (key(PlanChange.WEEK), key(PlanChange.PARTS)),
        (key(PlanChange.NEW), key(PlanChange.END)),
        (go(t, Page.HOME),),
    )


def _flags(t: Texts, library: Library, flags: Iterable[str]) -> str:
    known = library.matrix.flags
    return t.join([known[flag].name(t.language) if flag in known else flag for flag in flags])


def _name(t: Texts, library: Library, slug: str) -> str:
    return library.exercises[slug].text(t.language).name


def _form(t: Texts, library: Library, entry: Entry) -> str:
    """Return the name of a variation, empty for the standard form."""
    exercise = library.exercises[entry.exercise]
    form = exercise.variation(entry.variation)
    return "" if form == exercise.standard else exercise.text(t.language).variations[form.slug].name
