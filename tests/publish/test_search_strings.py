"""Search speaks every language of the site."""

from __future__ import annotations

import re
from dataclasses import asdict

import pytest

from ushtil import languages
from ushtil.publish.search_strings import strings

ALL = languages.read(languages.SHIPPED)
NAMED = re.compile(r"\{(\w+)\}")


@pytest.mark.parametrize("code", ALL.codes)
def test_every_language_fills_in_the_same(code: str) -> None:
    default = asdict(strings(ALL.default.code))
    for key, text in asdict(strings(code)).items():
        assert text.strip()
        assert sorted(NAMED.findall(text)) == sorted(NAMED.findall(default[key])), key


def test_what_is_unknown_speaks_the_default_language() -> None:
    assert strings("xx") == strings(ALL.default.code)
