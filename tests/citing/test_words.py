"""Citations speak every language of the site."""

from __future__ import annotations

import re
from dataclasses import asdict

import pytest

from ushtil import languages
from ushtil.citing.plain import FORMS
from ushtil.citing.words import words

ALL = languages.read(languages.SHIPPED)
NAMED = re.compile(r"\{(\w+)\}")


def flat(code: str) -> dict[str, str]:
    told = asdict(words(code))
    told |= {f"{name}.{key}": text for name in ("cited", "interface") for key, text in told.pop(name).items()}
    return told


@pytest.mark.parametrize("code", ALL.codes)
def test_every_language_fills_in_the_same(code: str) -> None:
    default = flat(ALL.default.code)
    assert flat(code).keys() == default.keys()
    for key, text in flat(code).items():
        assert text.strip()
        if key != "day":
            assert sorted(NAMED.findall(text)) == sorted(NAMED.findall(default[key])), key
    assert set(NAMED.findall(words(code).day)) <= {"D", "M", "Y", "d", "month"}
    assert words(code).form in FORMS


def test_what_is_unknown_speaks_the_default_language() -> None:
    assert words("xx") == words(ALL.default.code)
