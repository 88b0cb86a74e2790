"""Dates as texts write them, in the languages that have a profile, to ISO 8601."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from . import alternatives, known, profile


def iso_date(text: str) -> str:
    """The date that `text` is, as YYYY-MM-DD; "" where it is none."""
    for pattern in patterns():
        if match := pattern.fullmatch(text.strip().lower()):
            month = match["month"]
            try:
                return date(int(match["year"]), month_number(month), int(match["day"])).isoformat()
            except ValueError:
                return ""
    return ""


@cache
def patterns() -> tuple[re.Pattern[str], ...]:
    """The forms of dates."""
    names = alternatives(list(months()))
    year, day, number = r"(?P<year>(?:1[89]|20)\d\d)", r"(?P<day>\d{1,2})", r"(?P<month>\d{1,2})"
    name = f"(?P<month>{names})"
    return tuple(
        re.compile(form)
        for form in (
            rf"{year}-{number}-{day}",
            rf"{day}[./]{number}[./]{year}(?:\s*[^\W\d_]{{1,4}}\.?)?",
            rf"«?{day}»?\s+{name},?\s+{year}(?:\s*[^\W\d_]{{1,5}}\.?)?",
            rf"{name}\s+{day},?\s+{year}",
            rf"{year}\s*(?:[^\W\d_]+\.?)\s+{day}\s+{name}",
        )
    )


@cache
def months() -> dict[str, int]:
    """The names of months as they stand in dates, in all languages → 1 to 12."""
    return {
        name + ending: n
        for code in known()
        for n, name in enumerate(profile(code).months, 1)
        for ending in ("", *profile(code).month_endings)
    }


def month_number(text: str) -> int:
    """The number of a month given by number or name."""
    return int(text) if text.isdigit() else months()[text]
