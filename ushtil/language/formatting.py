"""Numbers and dates as a language writes them, from Unicode's CLDR by way of Babel."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache

from babel import Locale, UnknownLocaleError, dates, numbers

from . import known, profile

UNKNOWN = "en"


@cache
def locale(code: str) -> Locale:
    """CLDR's conventions for a language, by its profile if it has one; English ones where CLDR has none."""
    told = profile(code).locale if code in known() else code
    try:
        return Locale.parse(told, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale.parse(UNKNOWN)


def number(value: Decimal, code: str) -> str:
    """12345.6 → "12,345.6", in Russian "12 345,6"; all decimals are kept."""
    return numbers.format_decimal(value, locale=locale(code), decimal_quantization=False)


def percent(value: Decimal, code: str) -> str:
    """88 → "88%", in Russian "88 %"."""
    return numbers.format_percent(value / 100, locale=locale(code), decimal_quantization=False)


def parts(written: object) -> tuple[int, ...]:
    """A date as texts tell it: "2025-12" → (2025, 12); () for what is none of the calendar."""
    told = str(written or "").split("-")
    is_number = len(told) <= 3 and all(part.isascii() and part.isdigit() for part in told)
    found = tuple(map(int, told)) if is_number else ()
    return found if found and is_day(found) else ()


def is_day(parts: tuple[int, ...]) -> bool:
    """Whether a year, a month or a day is one of the calendar."""
    try:
        date(*(*parts, 1, 1)[:3])
    except (TypeError, ValueError):
        return False
    return True


@cache
def day(parts: tuple[int, ...], code: str) -> str:
    """A year, a month or a day: (2025, 12, 10) → "10 December 2025". ValueError for no such day."""
    there = date(*(*parts, 1, 1)[:3])
    if len(parts) == 1:
        return str(there.year)
    if len(parts) == 2:
        return dates.format_skeleton("yMMMM", there, locale=locale(code))
    return dates.format_date(there, "long", locale=locale(code))


def shown(written: object, code: str) -> str:
    """A date as texts tell it, in words: "2025-12-10" → "10 December 2025"; "" for what is none."""
    there = parts(written)
    return day(there, code) if there else ""


@cache
def day_of_year(parts: tuple[int, ...], code: str) -> str:
    """A day or a month without its year: (2025, 12, 10) → "10 December"; "" for a year alone."""
    there = date(*(*parts, 1, 1)[:3])
    if len(parts) == 3:
        return dates.format_skeleton("MMMMd", there, locale=locale(code))
    return dates.format_date(there, "LLLL", locale=locale(code)) if len(parts) == 2 else ""


def months(code: str) -> list[str]:
    """The names of the months as they stand in dates."""
    return [locale(code).months["format"]["wide"][number] for number in range(1, 13)]
