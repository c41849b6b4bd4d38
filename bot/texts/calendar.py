"""How a language writes days, times, lists and its own name. Loads babel, which a start does not need."""

from datetime import date, datetime, time
from typing import Literal

from babel import Locale
from babel.dates import format_date, format_time, get_day_names, get_month_names
from babel.lists import format_list
from babel.numbers import get_decimal_symbol


class Calendar:
    """The customs of those who speak a language.

    :param language: a code such as ``es`` or ``pt-br``
    """

    def __init__(self, language: str) -> None:
        self.locale = Locale.parse(language, sep="-")

    def time(self, moment: time | datetime, shape: str) -> str:
        """Return the time of day in Unicode's ``shape``, such as ``HH:mm``."""
        return format_time(moment if isinstance(moment, time) else moment.time(), shape, locale=self.locale)

    def date(self, day: date, shape: str) -> str:
        """Return a day in Unicode's ``shape``, such as ``d MMM``."""
        return format_date(day, shape, locale=self.locale)

    def weekday(self, number: int, width: Literal["abbreviated", "wide"]) -> str:
        """Return the name of a weekday, Monday 0."""
        return str(get_day_names(width, context="stand-alone", locale=self.locale)[number])

    def months(self) -> tuple[str, ...]:
        """Return the short names of the months, from January."""
        names = get_month_names("abbreviated", context="stand-alone", locale=self.locale)
        return tuple(str(names[number]) for number in range(1, 13))

    def join(self, parts: list[str]) -> str:
        """Return ``a, b and c``."""
        return format_list(parts, locale=self.locale)

    def decimal(self) -> str:
        """Return the sign between a number's whole and its parts."""
        return get_decimal_symbol(self.locale)

    def own_name(self) -> str:
        """Return what the language calls itself; empty where that is not known."""
        return self.locale.get_display_name() or ""
