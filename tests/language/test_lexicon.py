"""The lexicon is the same in all languages, and finds meanings by the longest beginning."""

import pytest

from ushtil.language import known, tables
from ushtil.language.lexicon import lexicon, meanings

FILES = {code: tables.table(code, "lexicon") for code in known()}


def test_every_language_has_every_meaning():
    assert len({frozenset(table) for table in FILES.values()}) == 1


@pytest.mark.parametrize("code", known())
def test_every_meaning_has_words_in_small_letters(code):
    for name, forms in FILES[code].items():
        assert forms.split(), name
        assert forms == forms.lower().replace("ё", "е"), name


@pytest.mark.parametrize(
    ("word", "code", "meaning"),
    [("torture", "en", "torture"), ("пыток", "ru", "torture"), ("азаптауға", "kk", "torture"),
     ("судья", "ru", "judge"), ("суда", "ru", "court"), ("қыркүйекте", "kk", "september")],
)  # fmt: skip
def test_inflected_words_have_their_meaning(word, code, meaning):
    assert meaning in meanings(word, code)


def test_a_longer_beginning_wins():
    assert "judge" not in meanings("судебный", "ru")


def test_a_language_without_lexicon_knows_nothing():
    assert meanings("torture", "") == frozenset()
    assert lexicon("xx").longest == 0
