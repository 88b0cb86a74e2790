"""Archives speak every language of the site."""

from __future__ import annotations

from string import Formatter

import pytest

from ushtil import languages
from ushtil.archive.contents import Kind
from ushtil.archive.strings import strings

ALL = languages.read(languages.SHIPPED)
DEFAULT = strings(ALL.default.code)


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("code", ALL.codes)
def test_every_language_says_all_of_it(code: str) -> None:
    told = strings(code)
    assert set(told.kinds) == set(told.devices) == set(Kind)
    assert len(told.start["steps"]) == len(DEFAULT.start["steps"])
    for key, text in DEFAULT.start.items():
        assert key == "steps" or places(told.start[key]) == places(text)
    for kind in Kind:
        assert places(told.kinds[kind]) == places(DEFAULT.kinds[kind])
    assert places(told.here) == {"start"} and places(told.check_about) == {"ending"}
    assert places(told.check_unpacked) == {"list"}


@pytest.mark.parametrize(
    ("size", "told"), [(1, "0,1 МБ"), (12_345_678, "12,3 МБ"), (1_234_567_890, "1 234,6 МБ")]
)
def test_a_size_is_written_as_in_the_language(size: int, told: str) -> None:
    assert strings("ru").amount(size, "ru").replace("\xa0", " ") == told
