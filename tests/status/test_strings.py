"""The status speaks every language of the site."""

from __future__ import annotations

import pytest

from ushtil import languages
from ushtil.status.report import State
from ushtil.status.strings import strings

ALL = languages.read(languages.SHIPPED)


@pytest.mark.parametrize("code", ALL.codes)
def test_every_state_has_a_name(code: str) -> None:
    assert set(strings(code).states) == set(State)
    assert set(strings(code).notices) == {State.STALE, State.UNTRANSLATED}
    assert strings(code).count.format(done=3, all=8)


def test_what_is_unknown_speaks_the_default_language() -> None:
    assert strings("xx") == strings(ALL.default.code)
