"""What the folders of the languages hold is complete and of one shape."""

import pytest

from ushtil import language
from ushtil.language.dates import months
from ushtil.languages import SHIPPED, read

CODES = language.known()


def test_every_language_of_the_site_has_a_profile():
    assert {entry.code for entry in read(SHIPPED)} <= set(CODES)


@pytest.mark.parametrize(
    ("code", "size", "holds"), [("en", 26, "qwz"), ("ru", 33, "ёщъ"), ("kk", 42, "әғқңөұүһі")]
)
def test_alphabets_are_complete(code, size, holds):
    alphabet = language.profile(code).alphabet
    assert len(alphabet) == size
    assert set(holds) <= alphabet
    assert alphabet == {letter.lower() for letter in alphabet}


@pytest.mark.parametrize("code", CODES)
def test_function_words_are_in_the_alphabet(code):
    known = language.profile(code)
    assert {letter for word in known.function_words for letter in word} <= known.alphabet | {"-"}
    assert len(known.function_words) > 50


@pytest.mark.parametrize("code", CODES)
def test_there_are_twelve_months(code):
    assert len(set(language.profile(code).months)) == 12


def test_no_two_months_are_taken_for_one_another():
    names = [name for code in CODES for name in language.profile(code).months]
    assert len(set(names)) == 12 * len(CODES)
    assert {months()[name] for name in names} == set(range(1, 13))


def test_enumerators_are_of_the_same_kinds_and_hold_their_number():
    assert len({frozenset(language.profile(code).enumerators) for code in CODES}) == 1
    forms = [form for code in CODES for kind in language.profile(code).enumerators.values() for form in kind]
    assert [form for form in forms if form.count("{n}") != 1] == []


def test_sections_have_the_same_meanings_in_every_language():
    meanings = [set(language.profile(code).sections.values()) for code in CODES]
    assert all(meaning == meanings[0] for meaning in meanings)


@pytest.mark.parametrize("code", ["", "xx", "../ru", "EN"])
def test_a_language_without_a_folder_is_no_language(code):
    with pytest.raises(KeyError):
        language.profile(code)


@pytest.mark.parametrize(
    ("word", "matches"),
    [("following", True), ("has", True), ("hasty", False), ("unsaid", False), ("was", True), ("wasp", False)],
)
def test_beginnings_match_whole_words_or_their_stems(word, matches):
    assert bool(language.profile("en").announcing.match(word)) is matches


def test_alternatives_try_the_longest_first():
    assert language.alternatives(("p", "page", "p.")) == r"page|p\.|p"
