"""Dates as texts write them."""

import pytest

from ushtil.language import formatting, known, profile
from ushtil.language.dates import iso_date


@pytest.mark.parametrize(
    "text",
    [
        "2025-12-09",
        "2025-12-9",
        "9.12.2025",
        "09/12/2025",
        "09.12.2025 г.",
        "09.12.2025 ж.",
        "9 декабря 2025",
        "9 декабря 2025 года",
        "«9» декабря 2025 г.",
        "9 December 2025",
        "9 December, 2025",
        "December 9, 2025",
        "DECEMBER 9 2025",
        "9 желтоқсан 2025",
        "9 желтоқсан 2025 ж.",
        "2025 жылғы 9 желтоқсан",
        "2025 ж. 9 желтоқсанда",
        "  9 декабря   2025 ",
    ],
)
def test_forms(text):
    assert iso_date(text) == "2025-12-09"


@pytest.mark.parametrize(("code", "number"), [(code, n) for code in known() for n in range(1, 13)])
def test_every_month_of_every_language(code, number):
    assert iso_date(f"7 {profile(code).months[number - 1]} 2019") == f"2019-{number:02d}-07"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2025",
        "в 2025 году",
        "9 декабря",
        "декабрь 2025",
        "9.12.25",
        "31.02.2025",
        "29 February 2023",
        "13.13.2025",
        "0 мая 2025",
        "9 December 1799",
        "9 December 2125",
        "9 judges 2025",
        "дело 9.12.2025/4",
        "on 9 December 2025",
        "192.168.2025",
    ],
)
def test_what_is_no_date(text):
    assert iso_date(text) == ""


@pytest.mark.parametrize("text", ["12 қазақ 2021", "5 maybe 2020", "3 marching 2020"])
def test_a_word_that_begins_like_a_month_is_none(text):
    assert iso_date(text) == ""


@pytest.mark.parametrize(
    ("written", "parts", "said"),
    [
        ("2025-12-10", (2025, 12, 10), "10 December 2025"),
        ("2025-12", (2025, 12), "December 2025"),
        (2025, (2025,), "2025"),
        ("2025-02-30", (), ""),
        ("2025-12-10-1", (), ""),
        ("²025", (), ""),
        ("10 December", (), ""),
        (None, (), ""),
    ],
)
def test_a_date_of_front_matter_is_read_and_said_or_is_none(written, parts, said):
    assert formatting.parts(written) == parts
    assert formatting.shown(written, "en") == said
