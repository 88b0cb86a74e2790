"""The site speaks every one of its languages, and the theme speaks Kazakh."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from string import Formatter

import pytest

from tests.sites import REPOSITORY
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
}


def theme_strings(file: Path) -> dict[str, str]:
    return dict(re.findall(r'^  "([\w.]+)": "(.*?)",?$', file.read_text(encoding="utf-8"), re.MULTILINE))


def material(code: str) -> Path:
    spec = importlib.util.find_spec("material")
    assert spec and spec.origin
    return Path(spec.origin).parent / "templates/partials/languages" / f"{code}.html"


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


def test_the_theme_speaks_kazakh_wholly() -> None:
    ours, theirs = (
        theme_strings(REPOSITORY / "theme/partials/languages/kk.html"),
        theme_strings(material("en")),
    )
    assert len(theirs) > 50
    assert set(ours) == set(theirs)
    assert ours["language"] == "kk"
    assert all(ours.values())


def test_the_theme_says_in_kazakh_nothing_in_english() -> None:
    ours, theirs = (
        theme_strings(REPOSITORY / "theme/partials/languages/kk.html"),
        theme_strings(material("en")),
    )
    technical = {"language", "direction", *(key for key in theirs if key.startswith("search.config"))}
    for key in set(ours) - technical:
        assert ours[key] != theirs[key], key
        assert re.search("[а-яәғқңөұүһі]", ours[key]), key
        assert ours[key].count("#") == theirs[key].count("#"), key
