"""Dates of the front matter are compared as texts, so each is told in one form."""

from __future__ import annotations

import datetime

import pytest
import yaml

from ushtil.publish import dates


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("2026-9-1", "2026-09-01"),
        ("2026-9", "2026-09"),
        ("2026", "2026"),
        (2026, "2026"),
        (datetime.date(2026, 9, 1), "2026-09-01"),
        ("998-1-2", "0998-01-02"),
    ],
)
def test_a_date_is_told_with_all_its_digits(written: object, told: str) -> None:
    assert dates.told({"date": written}, "date") == told


@pytest.mark.parametrize("quote", ["", "'"])
def test_the_later_of_two_dates_is_that_of_the_calendar(quote: str) -> None:
    front = yaml.safe_load(f"date: {quote}2026-11-22{quote}\nupdated: {quote}2026-9-1{quote}\n")
    assert dates.changed(front) == "2026-11-22"
    assert dates.moment(dates.changed({"date": "2026-9"})) == "2026-09-01T00:00:00Z"
