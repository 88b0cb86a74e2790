"""The files of a language: what one lacks is filled from the default language, and none lacks any."""

from __future__ import annotations

import pytest

from ushtil import languages
from ushtil.language.tables import filled, having, table

ALL = languages.read(languages.SHIPPED)
DEFAULT = ALL.default.code
SAID = ("byline", "figures", "glossary", "interface", "references", "search-interface", "status")
"""What is said to readers, and falls back."""


@pytest.mark.parametrize("name", SAID)
@pytest.mark.parametrize("code", ALL.codes)
def test_a_language_lacks_nothing(code: str, name: str) -> None:
    own, default = table(code, name), table(DEFAULT, name)
    assert own.keys() == default.keys()
    for key, rows in default.items():
        if isinstance(rows, dict) and key != "names":  # of the other languages
            assert own[key].keys() == rows.keys(), key


def test_gaps_are_filled_also_in_the_tables_of_a_file() -> None:
    assert table("xx", "glossary") == {}
    assert filled("xx", "glossary") == table(DEFAULT, "glossary")
    assert filled("kk", "glossary") == table("kk", "glossary")


def test_a_language_is_found_by_its_file() -> None:
    assert having("profile") == tuple(sorted(ALL.codes))
    assert having("nothing") == ()
