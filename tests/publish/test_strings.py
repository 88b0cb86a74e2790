"""The site speaks every one of its languages."""

from __future__ import annotations

from string import Formatter

import pytest

from ushtil import languages
from ushtil.publish import strings

ALL = languages.read(languages.SHIPPED)
FIELDS = {
    "shown_in_original": {"language"},
    "shown_in_other": {"language"},
    "section_in_original": {"language"},
    "section_in_other": {"language"},
    "section_in": {"language"},
    "paragraph": {"number"},
    "paragraph_parallel": {"number"},
    "removed_paragraph": {"number"},
    "back_from_note": {""},
    "pages_of": {"title"},
}


@pytest.mark.parametrize("code", ALL.codes)
def test_a_language_names_all(code: str) -> None:
    assert set(strings.interface(code).names) == set(ALL.codes)


@pytest.mark.parametrize("code", ALL.codes)
def test_what_is_filled_in_is_the_same_in_every_language(code: str) -> None:
    for key, expected in FIELDS.items():
        text = getattr(strings.interface(code), key)
        assert {name for _, name, _, _ in Formatter().parse(text) if name is not None} == expected, key


def test_a_language_without_strings_borrows_them() -> None:
    assert strings.interface("xx").home == strings.interface(ALL.default.code).home


@pytest.mark.parametrize(
    ("reader", "shown", "original", "words"),
    [
        ("kk", "ru", "ru", "орыс тіліндегі түпнұсқасы"),
        ("kk", "en", "ru", "ағылшын тіліндегі мәтіні"),
        ("ru", "kk", "kk", "оригинал на казахском языке"),
        ("en", "ru", "", "text in Russian"),
    ],
)
def test_the_notice_is_honest_about_what_is_shown(reader: str, shown: str, original: str, words: str) -> None:
    assert words in strings.interface(reader).notice(shown, original, ALL)
