"""Times in words: weekdays and clock times, in English and Spanish."""

from collections.abc import Callable
from datetime import date, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.reminders import Rule
from bot.domain.understanding.meanings import (
    AddReminder,
    Doubt,
    Later,
    Meaning,
    Part,
    Pause,
    QuietHours,
    Times,
    Unsure,
)

Ask = Callable[..., Meaning]

WEEKDAYS, WEEKEND, DAILY = frozenset(range(5)), frozenset({5, 6}), frozenset(range(7))
NAMES = {
    "en": ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    "es": ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
}


def at(*clocks: str) -> tuple[time, ...]:
    """Return clock times."""
    return tuple(time.fromisoformat(clock) for clock in clocks)


@pytest.mark.parametrize(
    ("said", "weekdays", "times"),
    [
        ("weekdays at 7:30 and 6pm", WEEKDAYS, at("07:30", "18:00")),
        ("mon-fri 8am 12:30", WEEKDAYS, at("08:00", "12:30")),
        ("every day at noon", DAILY, at("12:00")),
        ("every day at midnight", DAILY, at("00:00")),
        ("weekends 10am", WEEKEND, at("10:00")),
        ("remind me at quarter to nine in the morning", None, at("08:45")),
        ("remind me at a quarter to one pm", None, at("12:45")),
        ("remind me at half past seven in the evening", None, at("19:30")),
        ("remind me at ten past eight am", None, at("08:10")),
        ("remind me at seven thirty five in the morning", None, at("07:35")),
        ("remind me at 0730", None, at("07:30")),
        ("remind me at 7h30 and 19h", None, at("07:30", "19:00")),
        ("remind me at 7 p.m.", None, at("19:00")),
        ("remind me at 12:30", None, at("12:30")),
        ("every two hours from 9 to 5", None, at("09:00", "11:00", "13:00", "15:00", "17:00")),
        ("every day except friday and sunday at 8am", DAILY - {4, 6}, at("08:00")),
        ("mondays and thursdays at 9am", frozenset({0, 3}), at("09:00")),
        ("friday to monday at 9am", frozenset({4, 5, 6, 0}), at("09:00")),
        ("every morning at 7 and every evening at 8", None, at("07:00", "20:00")),
        ("every night at 11", None, at("23:00")),
        ("remind me at 7,9 and 11 in the morning", None, at("07:00", "09:00", "11:00")),
        ("remind me at quarter past 14", None, at("14:15")),
        ("remind me only on weekdays at 8am", WEEKDAYS, at("08:00")),
    ],
)
def test_it_reads_times_in_english(
    ask: Ask, said: str, weekdays: frozenset[int] | None, times: tuple[time]
) -> None:
    assert ask(said) == AddReminder(Times(weekdays, times))


@pytest.mark.parametrize(
    ("said", "weekdays", "times"),
    [
        ("los lunes, miércoles y viernes a las 7 de la mañana", frozenset({0, 2, 4}), at("07:00")),
        ("cada día a mediodía", DAILY, at("12:00")),
        ("de lunes a viernes a las 8 y cuarto de la tarde", WEEKDAYS, at("20:15")),
        ("a las ocho menos cuarto de la mañana", None, at("07:45")),
        ("cuarto para las ocho de la noche", None, at("19:45")),
        ("a las siete y media de la tarde", None, at("19:30")),
        ("a las 7 y 20 de la tarde", None, at("19:20")),
        ("a la una de la tarde", None, at("13:00")),
        ("a las 12 de la noche", None, at("00:00")),
        ("fines de semana a las 10 am", WEEKEND, at("10:00")),
        ("todos los días menos el domingo a las 21h", DAILY - {6}, at("21:00")),
        ("cada dos horas de 9 a 17", None, at("09:00", "11:00", "13:00", "15:00", "17:00")),
    ],
)
def test_it_reads_times_in_spanish(
    ask: Ask, said: str, weekdays: frozenset[int] | None, times: tuple[time]
) -> None:
    assert ask(f"recuérdame {said}", "es") == AddReminder(Times(weekdays, times))


def test_a_number_that_counts_reminders_is_no_hour(ask: Ask) -> None:
    assert ask("ponme uno a las 12", "es") == AddReminder(Times(None, at("12:00")))
    two = ask("ponme dos recordatorios uno a las 9 am y otro a las 6 pm", "es")
    assert all(one == AddReminder(Times(None, at("09:00", "18:00"))) for one in said(two))


def said(meaning: Meaning) -> tuple[Meaning, ...]:
    """Return what is asked about, or what was understood."""
    return meaning.candidates if isinstance(meaning, Unsure) else (meaning,)


@pytest.mark.parametrize(
    ("text", "language"),
    [("recuérdame mañana y tarde de lunes a viernes", "es"), ("nudge me tomorrow on weekdays at 8am", "en")],
)
def test_one_day_beside_days_of_every_week_is_not_left_out(
    ask_as_shipped: Ask, text: str, language: str
) -> None:
    assert isinstance(ask_as_shipped(text, language), Unsure)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("remind me at 18:30, not fridays", "en"),
        ("remind me on friday not thursday at 9am", "en"),
        ("recuérdame a las 20:00, los findes no", "es"),
        ("recuérdame a las 18:30, el viernes no", "es"),
    ],
)
def test_a_day_with_a_not_beside_it_is_never_taken_for_one_that_is_wanted(
    ask_as_shipped: Ask, text: str, language: str
) -> None:
    assert isinstance(ask_as_shipped(text, language), Unsure)


@pytest.mark.parametrize(
    "text",
    [
        "remind me at 8am in weeks when i work",
        "remind me at 8am on days with no meetings",
        "remind me on bank holidays at 10am",
        "remind me mondays at 9am until christmas",
        "remind me at 18:30 when my back hurts",
    ],
)
def test_days_that_no_rule_can_keep_are_a_question(ask_as_shipped: Ask, text: str) -> None:
    assert isinstance(ask_as_shipped(text), Unsure)


@pytest.mark.parametrize("text", ["from friday remind me at 9am", "friday is my day off so remind me at 9am"])
def test_what_begins_on_a_day_or_is_told_of_it_is_no_moment(ask_as_shipped: Ask, text: str) -> None:
    assert not isinstance(ask_as_shipped(text), Later)


@pytest.mark.parametrize("text", ["pause for 3000000 days", "remind me in 99999999 weeks"])
def test_a_time_beyond_all_calendars_is_none(ask_as_shipped: Ask, text: str) -> None:
    meaning = ask_as_shipped(text)
    assert not (isinstance(meaning, Pause) and meaning.back)
    assert not isinstance(meaning, Later)


def test_a_weekday_that_may_be_each_is_a_question(ask: Ask) -> None:
    once = Later(day=date(2026, 11, 26), at=time(19))
    assert ask("recuérdame el jueves a las 7pm", "es") == once
    assert isinstance(ask("recuérdame jueves 7pm", "es"), Unsure)
    assert isinstance(ask("text me sunday evenings"), Unsure)


def test_each_such_weekday_is_no_moment(ask_as_shipped: Ask) -> None:
    assert not isinstance(ask_as_shipped("te encargo un ping los sábados 8 de la mañana", "es"), Later)


def test_twice_on_some_days_is_how_often_a_day(ask: Ask) -> None:
    assert ask("remind me twice on weekdays") == AddReminder(Times(WEEKDAYS, count=2))


@pytest.mark.parametrize(
    ("said", "language", "first", "second"),
    [
        ("remind me at 7", "en", "07:00", "19:00"),
        ("half past seven", "en", "07:30", "19:30"),
        ("recuérdame a las 7 y media", "es", "07:30", "19:30"),
        ("a las 8 menos cuarto", "es", "07:45", "19:45"),
    ],
)
def test_it_asks_whether_morning_or_evening(
    ask: Ask, said: str, language: str, first: str, second: str
) -> None:
    readings = tuple(AddReminder(Times(None, at(clock))) for clock in (first, second))
    assert ask(said, language) == Unsure(readings, Doubt.HALF)


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("every other day at 8am", "en"),
        ("remind me once a month", "en"),
        ("remind me every 10 minutes", "en"),
        ("cada dos días a las 8 am", "es"),
        ("un día sí y otro no", "es"),
    ],
)
def test_it_says_that_some_rhythms_cannot_be_kept(ask: Ask, said: str, language: str) -> None:
    meaning = ask(said, language)
    assert isinstance(meaning, Unsure)
    assert meaning.doubt is Doubt.RARE


@pytest.mark.parametrize(
    "said",
    [
        "remind me at 8am except when it rains",
        "remind me at 8am unless i am ill",
        "remind me at 8am and 99",
        "remind me at 25:00",
        "remind me at 14 in the morning",
        "remind me every day except at 8am",
        "remind me at 8am but not on christmas",
        "remind me at 8am blorp",
        "remind me twice a day at 8am",
        "remind me at 8am on weekdays and 10am on weekends",
        "remind me on mondays at 8am and fridays at 9am",
        "remind me at 8am in the evening",
        "remind me in the evening, on mondays at 8am",
        "change my reminder from monday to tuesday",
        "hold on until after the weekend",
        "remind me at 1am 2am 3am 4am 5am 6am 7am 8am 9am",
    ],
)
def test_it_asks_where_it_did_not_read_all(ask: Ask, said: str) -> None:
    assert isinstance(ask(said), Unsure)


@pytest.mark.parametrize(
    ("said", "language", "meaning"),
    [
        ("remind me in 20 minutes", "en", Later(20)),
        ("in an hour and a half", "en", Later(90)),
        ("mañana a las 8 am", "es", Later(day=date(2026, 11, 26), at=time(8))),
        ("pasado mañana a las 18:00", "es", Later(day=date(2026, 11, 27), at=time(18))),
        ("this evening instead", "en", Later(day=date(2026, 11, 25), part=Part.EVENING)),
        ("this aftrnoon pls", "en", Later(day=date(2026, 11, 25), part=Part.AFTERNOON)),
        ("tonight", "en", Later(day=date(2026, 11, 25), part=Part.EVENING)),
        ("tonight at 9", "en", Later(day=date(2026, 11, 25), at=time(21))),
        ("mañana por la mañana", "es", Later(day=date(2026, 11, 26), part=Part.MORNING)),
        ("dentro de media hora", "es", Later(30)),
        ("in 1.5 hours", "en", Later(90)),
        ("en 1,5 horas", "es", Later(90)),
        ("snooze 1.5 hours", "en", Later(90)),
    ],
)
def test_it_reads_one_moment(ask: Ask, said: str, language: str, meaning: Meaning) -> None:
    assert ask(said, language) == meaning


@pytest.mark.parametrize(
    ("said", "language", "back"),
    [
        ("pause until monday", "en", date(2026, 11, 30)),
        ("pause until wednesday", "en", date(2026, 12, 2)),
        ("pause for a week", "en", date(2026, 12, 2)),
        ("pause for 3 days", "en", date(2026, 11, 28)),
        ("pause until jan 5", "en", date(2027, 1, 5)),
        ("pause until the 5th", "en", date(2026, 12, 5)),
        ("pause until further notice", "en", None),
        ("pausa hasta el 5 de diciembre", "es", date(2026, 12, 5)),
        ("pausa hasta mañana", "es", date(2026, 11, 26)),
        ("pausa de dos semanas", "es", date(2026, 12, 9)),
        ("pausa hoy y mañana", "es", date(2026, 11, 27)),
    ],
)
def test_it_reads_the_end_of_a_pause(ask: Ask, said: str, language: str, back: date | None) -> None:
    assert ask(said, language) == Pause(back)


def test_next_friday_may_be_of_this_week_or_the_next(ask: Ask) -> None:
    days = (date(2026, 11, 27), date(2026, 12, 4))
    assert ask("pause until next friday") == Unsure(tuple(map(Pause, days)), Doubt.HALF)


def test_one_weekday_may_be_that_day_alone(ask: Ask) -> None:
    friday = AddReminder(Times(frozenset({4}), at("18:00")))
    once = Later(day=date(2026, 11, 27), at=time(18))
    assert ask("remind me friday at 6pm") == once
    assert isinstance(ask("remind me wednesday at 6pm"), Unsure)  # it is Wednesday
    assert ask("reminder friday at 6pm") == Unsure((friday, once), Doubt.WHICH)
    assert ask("remind me every friday at 6pm") == friday


def test_quiet_hours_without_morning_or_evening_are_asked_about(ask: Ask) -> None:
    meaning = ask("quiet hours from 10 to 7")
    assert isinstance(meaning, Unsure)
    assert isinstance(meaning.candidates[0], QuietHours)
    assert meaning.candidates[0].hours is not None
    assert meaning.candidates[0].hours.begin == time(22)


def clock_in_words(moment: time, language: str, style: int) -> str:
    """Say a time so that it has but one meaning."""
    if style == 0 and moment.hour not in {10, 11}:  # "10:00" may be the evening
        return f"{moment:%H:%M}"
    hour = moment.hour % 12 or 12
    if style == 1 or moment.hour in {10, 11}:
        return f"{hour}:{moment:%M} {'am' if moment.hour < 12 else 'pm'}"
    minutes = {15: " y cuarto", 30: " y media"}.get(moment.minute, f":{moment:%M}")
    if language == "en" or not 5 <= moment.hour < 21 or hour == 12:
        return f"{moment:%H:%M}"
    return f"las {hour}{minutes} de la {'mañana' if moment.hour < 12 else 'tarde'}"


def in_words(rule: Rule, language: str, style: int) -> str:
    """Say a rule in words."""
    names = [NAMES[language][day] for day in sorted(rule.weekdays)]
    every = {"en": "remind me every ", "es": "recuérdame cada "}[language]
    joined = {"en": " and ", "es": " y "}[language]
    at_ = {"en": "at ", "es": "a "}[language]
    clocks = (at_ + clock_in_words(moment, language, style) for moment in rule.times)
    return f"{every}{', '.join(names)} {joined.join(clocks)}"


minutes = st.sampled_from(range(0, 60, 5))
moments = st.builds(time, st.integers(0, 23), minutes)
rules = st.builds(
    lambda days, times: Rule(days, tuple(sorted(times))),
    st.frozensets(st.integers(0, 6), min_size=1),
    st.sets(moments, min_size=1, max_size=8),
)


@given(rule=rules, language=st.sampled_from(["en", "es"]), style=st.integers(0, 2))
@settings(deadline=None, max_examples=300)
def test_what_is_said_of_a_rule_is_read_as_that_rule(ask: Ask, rule: Rule, language: str, style: int) -> None:
    meaning = ask(in_words(rule, language, style), language)
    assert isinstance(meaning, AddReminder), meaning
    assert meaning.times.rule == rule


@given(days=st.integers(1, 60), start=st.dates(date(2024, 1, 1), date(2028, 12, 31)))
@settings(deadline=None, max_examples=80)
def test_a_pause_of_so_many_days_ends_so_many_days_later(ask: Ask, days: int, start: date) -> None:
    assert ask(f"pause for {days} days", today=start) == Pause(start + timedelta(days=days))


@pytest.mark.parametrize(
    ("text", "language", "times"),
    [
        ("a reminder at half past twelve every day, lunch time", "en", Times(DAILY, (time(12, 30),))),
        ("set 730am and 5p", "en", Times(None, (time(7, 30), time(17)))),
        (
            "please remind me at five in the afternoon, monday to friday, and not at five in the morning",
            "en",
            Times(frozenset(range(5)), (time(17),)),
        ),
        ("remind me every day but saturday at 6:15 pm", "en", Times(DAILY - {5}, (time(18, 15),))),
        ("from today remind me every day at 8 pm", "en", Times(DAILY, (time(20),))),
        ("un aviso cuando me levanto, a las 06:45", "es", Times(None, (time(6, 45),))),
    ],
)
def test_what_is_said_beside_a_time_leaves_it_as_it_is(
    ask_as_shipped: Ask, text: str, language: str, times: Times
) -> None:
    assert ask_as_shipped(text, language) == AddReminder(times)
