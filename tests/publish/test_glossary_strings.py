"""The glossary speaks every language of the site."""

from __future__ import annotations

import pytest

from ushtil import languages
from ushtil.publish.glossary_strings import strings
from ushtil.terms.concepts import Status

ALL = languages.read(languages.SHIPPED)


@pytest.mark.parametrize("code", ALL.codes)
def test_every_status_has_a_name_and_every_count_its_number(code: str) -> None:
    told = strings(code)
    assert set(told.statuses) == set(Status)
    assert "8" in told.count.format(shown=3, all=8) and "3" in told.count.format(shown=3, all=8)
    assert "5" in told.uses.format(count=5) and "5" in told.more_uses.format(count=5)


def test_what_is_unknown_speaks_the_default_language() -> None:
    assert strings("xx") == strings(ALL.default.code)
