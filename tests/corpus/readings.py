"""What a corpus expects, and what came out, in the same plain words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from functools import cache
from pathlib import Path
from typing import Any, Final, get_args

import yaml

from bot.domain.exercises import Library
from bot.domain.places import Places
from bot.domain.quiet import Quiet
from bot.domain.search import Index
from bot.domain.understanding import meanings as m
from bot.domain.understanding.nights import Since, Till
from bot.domain.understanding.understand import understand
from bot.domain.understanding.vocabulary import Vocabulary
from bot.library.cities import read_places
from bot.library.learnt import learnt_reader

TODAY: Final = date(2026, 11, 25)
HERE: Final = Path(__file__).parent
DOING: Final = get_args(m.Doing)
DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
SETS: Final = {"daily": DAYS, "weekdays": DAYS[:5], "weekends": DAYS[5:]}
FORGIVEN: Final = ("quiet", "desk", "level")
"""Keys of a list that may be missing or be more than was asked for."""
Reading = dict[str, Any]


@dataclass(frozen=True)
class Said:
    """One phrase with what it means, and other readings that are fair."""

    text: str
    language: str
    expected: tuple[Reading, ...]


@dataclass(frozen=True)
class Outcome:
    """What became of a phrase."""

    said: Said
    meaning: m.Meaning
    right: bool
    silently_wrong: bool


def corpus(name: str) -> Mapping[str, list[Any]]:
    """Return a file of the corpus; empty where it is not there."""
    path = HERE / name
    return yaml.safe_load(path.read_text(encoding="utf-8")) if path.exists() else {}


def said(name: str, language: str) -> Iterator[Said]:
    """Yield the phrases of a file with what they mean."""
    for entry in corpus(name).get("meanings", []):
        own = {key: value for key, value in entry.items() if key not in {"say", "or", "among"}}
        readings = tuple(map(_expected, (own, *entry.get("or", []))))
        yield Said(str(entry["say"]), language, readings)


def vocabulary(library: Library) -> Vocabulary:
    """Return what the coach would build."""
    indexes = {code: Index.build(library, code, ()) for code in ("en", "es")}
    return Vocabulary.build(library, indexes, learnt_reader(HERE.parents[1] / "content"))


def outcome(one: Said, words: Vocabulary) -> Outcome:
    """Understand a phrase and judge what came out."""
    meaning = placed(understand(one.text, one.language, words, TODAY), one.text, words)
    got = reading(meaning)
    right = any(_same(got, expected) for expected in one.expected)
    return Outcome(one, meaning, right, isinstance(meaning, DOING) and not right)


def placed(meaning: m.Meaning, text: str, words: Vocabulary) -> m.Meaning:
    """Return the zone of a city that only the list of cities knows, as the coach does; of several none."""
    if meaning != m.SetZone():
        return meaning
    zones = tuple(dict.fromkeys(m.SetZone(city.zone) for city in places().mentioned(text, words.all_words)))
    return m.Unsure(zones, m.Doubt.HALF) if len(zones) > 1 else zones[0] if zones else meaning


@cache
def places() -> Places:
    """Return all cities that are known."""
    return read_places()


def reading(meaning: m.Meaning) -> Reading:
    """Return a meaning in the words of the corpus."""
    match meaning:
        case m.Unsure():
            return {"is": "unsure"}
        case m.Unknown():
            return {"is": "unknown"}
        case m.Alarmed(alarm):
            return {"is": "alarm", "tier": alarm.tier.value}
    found = _looking(meaning) or _doing(meaning)
    return {key: value for key, value in found.items() if value not in (None, [], False, "")}


def _looking(meaning: m.Meaning) -> Reading:  # noqa: PLR0911 - one case for each meaning
    match meaning:
        case m.Pain(score, regions):
            return {"is": "pain", "score": score, "for": sorted(regions)}
        case m.Show(slug):
            return {"is": "exercise", "slug": slug}
        case m.Find(wish):
            return _wish(wish)
        case m.Open(page):
            name = page.value
            return {"is": "why", "about": name[4:]} if name.startswith("why-") else {"is": name}
        case m.Read(card):
            return {"is": "learn", "card": card}
        case m.Feedback(feels):
            return {"is": "feedback", "feels": feels.value}
        case m.Answer(yes):
            return {"is": "yes" if yes else "no"}
    return {}


def _wish(wish: m.Wish) -> Reading:
    return {
        "is": "list",
        "for": sorted(wish.regions),
        "place": sorted(wish.places),
        "kit": ["none"] if wish.no_kit else sorted(wish.kit),
        "kind": min(wish.kinds, default=None),
        "level": wish.level,
        "quiet": wish.quiet,
        "desk": wish.desk,
        "minutes": wish.minutes,
    }


def _doing(meaning: m.Meaning) -> Reading:  # noqa: C901, PLR0911 - one case for each meaning
    match meaning:
        case m.Start(slug, minutes):
            return {"is": "start", "slug": slug, "minutes": minutes}
        case m.Do(deed):
            return {"is": deed.value}
        case m.Later(minutes, day, at, part):
            return {"is": "later", "minutes": minutes, "day": _iso(day), "at": _clock(at), "part": part}
        case m.Pause(back, because):
            return {"is": "pause", "back": _iso(back), "because": because}
        case m.AddMove(slug):
            return {"is": "add", "slug": slug}
        case m.DropMove(slug):
            return {"is": "drop", "slug": slug}
        case m.SwapMove(old, new):
            return {"is": "replace", "slug": old, "with": new}
        case m.Adjust(how, slug):
            return {"is": "adjust", "how": how.value, "slug": slug}
    return _of_reminders(meaning) or _settings(meaning)


def _of_reminders(meaning: m.Meaning) -> Reading:
    match meaning:
        case m.AddReminder(times):
            return {"is": "add-reminder", **_times(times)}
        case m.ChangeReminder(times, old):
            return {"is": "change-reminder", **_times(times), "old": [_clock(at) for at in old.at]}
        case m.DeleteReminder(which, every):
            return {"is": "delete-reminder", **_times(which), "all": every}
        case m.QuietHours(hours, off):
            return {"is": "quiet-hours", "off": off, **_ends(hours)}
    return {}


def _ends(hours: Quiet | None) -> Reading:
    """Return the ends of quiet hours that were said; the other is filled in when somebody is asked."""
    if hours is None:
        return {}
    begin = {} if isinstance(hours, Till) else {"from": _clock(hours.begin)}
    return begin | ({} if isinstance(hours, Since) else {"to": _clock(hours.end)})


def _settings(meaning: m.Meaning) -> Reading:
    match meaning:
        case m.SetLanguage(code):
            return {"is": "language", "code": code}
        case m.SetZone(zone):
            return {"is": "zone", "zone": zone}
        case m.Pictures(still):
            return {"is": "pictures", "still": None if still is None else ["no", "yes"][still]}
    raise AssertionError(f"no words for {meaning}")


def _times(times: m.Times) -> Reading:
    days = (
        None if times.weekdays in (None, m.EVERY_DAY) else [DAYS[day] for day in sorted(times.weekdays or ())]
    )
    at = [_clock(moment) for moment in times.at]
    return {"days": days, "at": at, "parts": sorted(times.parts), "count": times.count}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _clock(at: time | None) -> str | None:
    return at.strftime("%H:%M") if at else None


def _expected(entry: Mapping[str, Any]) -> Reading:
    """Return a reading of the corpus with its sets of days written out."""
    words: dict[Any, str] = {False: "off"}  # YAML takes "off" for a no
    named = {words.get(key, key): value for key, value in entry.items()}
    found = {key: value for key, value in named.items() if value not in (None, [], False)}
    found = {key: str(value) if isinstance(value, date) else value for key, value in found.items()}
    found["is"] = {True: "yes", False: "no"}.get(entry["is"], entry["is"])
    if isinstance(days := found.get("days"), str):
        found["days"] = list(SETS[days])
    if found.get("days") == list(DAYS):
        del found["days"]
    if found["is"] == "pictures" and "still" in entry:
        found["still"] = "yes" if entry["still"] in (True, "yes") else "no"
    for key in ("for", "place", "kit", "parts"):
        if key in found:  # one alone may stand without its brackets
            found[key] = sorted([found[key]] if isinstance(found[key], str) else found[key])
    return found


def _same(got: Reading, expected: Reading) -> bool:
    if got["is"] == expected["is"] == "list":
        got, expected = ({k: v for k, v in one.items() if k not in FORGIVEN} for one in (got, expected))
    return got == expected
