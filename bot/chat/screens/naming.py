"""Naming a meaning in a few plain words, for the card that asks about it and for buttons."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from bot.chat.screens.settings import own_name
from bot.domain.exercises import Library
from bot.domain.reminders import Rule
from bot.domain.understanding import meanings as m
from bot.domain.zones import city
from bot.texts import Texts


def label(t: Texts, library: Library, meaning: m.Looking | m.Doing) -> str:
    """Return a meaning in a few words."""
    return LABELS[type(meaning)](t, library, meaning)


def brief(t: Texts, library: Library, meaning: m.Looking | m.Doing) -> str:
    """Return a meaning for a button: what tells it from others comes first, for the end may not fit."""
    if isinstance(meaning, m.AddReminder) and (rule := meaning.times.rule):
        clocks = t.join([t.time(at) for at in rule.times])
        return t.plain("said-add-reminder-short", times=clocks, days=t.weekdays(rule.weekdays))
    if isinstance(meaning, m.Later) and meaning.day and meaning.at:
        return t.plain("said-later-short", when=moment(t, datetime.combine(meaning.day, meaning.at)))
    return label(t, library, meaning)


def facets(t: Texts, wish: m.Wish) -> str:
    """Return what somebody looks for: ``upper back, On a chair``; empty where it is anything."""
    words = [t.plain("said-region", region=one) for one in sorted(wish.regions)]
    words += [t.plain(f"place-{one}").lower() for one in sorted(wish.places)]
    words += [t.plain(f"kind-{one}").lower() for one in sorted(wish.kinds)]
    words += [t.plain(f"kit-{one}") for one in sorted(wish.kit)]
    words += [t.plain(f"level-{wish.level}")] if wish.level else []
    words += [t.plain(f"said-facet-{name}") for name in ("no-kit", "quiet", "desk") if _has(wish, name)]
    words += [t.plain("said-facet-minutes", count=wish.minutes)] if wish.minutes else []
    return ", ".join(words)


def times(t: Texts, said: m.Times) -> str:
    """Return times as they were said, those that are missing left out."""
    days = [t.weekdays(said.weekdays)] if said.weekdays else []
    parts = [t.plain("said-part", part=part) for part in said.parts]
    count = [t.plain("said-often", count=said.count)] if said.count else []
    clocks = [t.join([t.time(at) for at in said.at])] if said.at else []
    return ", ".join([*days, *parts, *count, *clocks])


def rule_words(t: Texts, rule: Rule) -> str:
    """Return the days and times of a reminder."""
    return times(t, m.Times(rule.weekdays, rule.times))


def moment(t: Texts, at: datetime) -> str:
    """Return a moment of the person's clock."""
    return t.plain("said-once-moment", day=t.day(at.date()), time=t.time(at))


def _has(wish: m.Wish, name: str) -> bool:
    return bool(getattr(wish, name.replace("-", "_")))


def _name(t: Texts, library: Library, slug: str) -> str:
    exercise = library.exercises.get(slug)
    return exercise.text(t.language).name if exercise else slug


def _show(t: Texts, library: Library, said: m.Show) -> str:
    return t.plain("said-show", name=_name(t, library, said.slug))


def _find(t: Texts, _: Library, said: m.Find) -> str:
    words = facets(t, said.wish)
    return t.plain("said-find", **{"for": words}) if words else t.plain("said-find-any")


def _read(t: Texts, library: Library, said: m.Read) -> str:
    card = library.cards.get(said.card or "")
    return t.plain("said-read", title=card.text(t.language).title) if card else t.plain("said-learn")


def _start(t: Texts, library: Library, said: m.Start) -> str:
    if said.slug:
        return t.plain("said-start-one", name=_name(t, library, said.slug))
    return t.plain("said-start", minutes=said.minutes or "none")


def _later(t: Texts, _: Library, said: m.Later) -> str:
    if said.minutes:
        return t.plain("said-later", when=t.plain("said-in-minutes", count=said.minutes))
    words = [t.day(said.day)] if said.day else []
    words += [t.time(said.at)] if said.at else []
    words += [t.plain("said-part", part=said.part)] if said.part else []
    return t.plain("said-later", when=", ".join(words)) if words else t.plain("said-later-open")


def _pause(t: Texts, _: Library, said: m.Pause) -> str:
    if said.back is None:
        return t.plain("said-pause-open")
    return t.plain("said-pause", last=t.day(said.back - timedelta(days=1)))


def _add(t: Texts, _: Library, said: m.AddReminder) -> str:
    rule = said.times.rule
    if rule:
        clocks = t.join([t.time(at) for at in rule.times])
        return t.plain("said-add-reminder", days=t.weekdays(rule.weekdays), times=clocks)
    words = times(t, said.times)
    return f"{t.plain('said-add-reminder-open')}: {words}" if words else t.plain("said-add-reminder-open")


def _change(t: Texts, _: Library, said: m.ChangeReminder) -> str:
    same = said.old.at and said.old.weekdays == said.times.weekdays
    old = times(t, replace(said.old, weekdays=None) if same else said.old)
    new = times(t, replace(said.times, weekdays=None) if same else said.times)
    if old and new:
        return t.plain("said-change-reminder", old=old, new=new)
    return f"{t.plain('said-change-reminder-open')}: {old or new}" if old or new else _open_change(t)


def _open_change(t: Texts) -> str:
    return t.plain("said-change-reminder-open")


def _delete(t: Texts, _: Library, said: m.DeleteReminder) -> str:
    if said.every:
        return t.plain("said-delete-reminder-all")
    which = times(t, said.which)
    return t.plain("said-delete-reminder", which=which) if which else t.plain("said-delete-reminder-open")


def _quiet(t: Texts, _: Library, said: m.QuietHours) -> str:
    if said.hours:
        return t.plain("said-quiet", begin=t.time(said.hours.begin), end=t.time(said.hours.end))
    return t.plain("said-quiet-off" if said.off else "said-quiet-open")


def _swap(t: Texts, library: Library, said: m.SwapMove) -> str:
    return t.plain("said-swap-move", old=_name(t, library, said.old), new=_name(t, library, said.new))


def _adjust(t: Texts, library: Library, said: m.Adjust) -> str:
    name = _name(t, library, said.slug) if said.slug else t.plain("said-adjust-all")
    return t.plain("said-adjust", how=said.how, name=name)


def _language(t: Texts, _: Library, said: m.SetLanguage) -> str:
    if said.code is None:
        return t.plain("said-language-open")
    return t.plain("said-language", language=own_name(said.code))


def _zone(t: Texts, _: Library, said: m.SetZone) -> str:
    return t.plain("said-zone", city=city(said.zone)) if said.zone else t.plain("said-zone-open")


def _pictures(t: Texts, _: Library, said: m.Pictures) -> str:
    if said.still is None:
        return t.plain("said-pictures-open")
    return t.plain("said-pictures", still="still" if said.still else "moving")


LABELS: Mapping[type[Any], Callable[[Texts, Library, Any], str]] = {
    m.Pain: lambda t, _, said: t.plain("said-pain", score="none" if said.score is None else said.score),
    m.Show: _show,
    m.Find: _find,
    m.Open: lambda t, _, said: t.plain("said-open", page=said.page),
    m.Read: _read,
    m.Feedback: lambda t, _, said: t.plain("said-feedback", feels=said.feels),
    m.Answer: lambda t, _, said: t.plain("said-answer", yes="yes" if said.yes else "no"),
    m.Start: _start,
    m.Do: lambda t, _, said: t.plain("said-do", deed=said.deed),
    m.Later: _later,
    m.Pause: _pause,
    m.AddReminder: _add,
    m.ChangeReminder: _change,
    m.DeleteReminder: _delete,
    m.QuietHours: _quiet,
    m.AddMove: lambda t, library, said: t.plain("said-add-move", name=_name(t, library, said.slug)),
    m.DropMove: lambda t, library, said: t.plain("said-drop-move", name=_name(t, library, said.slug)),
    m.SwapMove: _swap,
    m.Adjust: _adjust,
    m.SetLanguage: _language,
    m.SetZone: _zone,
    m.Pictures: _pictures,
}
