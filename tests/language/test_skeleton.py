"""Names are recognised across alphabets, and different names told apart."""

import pytest

from ushtil.language.skeleton import skeleton

NAMES = [
    ("Жумабаев", "Жұмабаев", "Zhumabayev"),
    ("Шарипова", "Шәріпова", "Sharipova"),
    ("Караганда", "Қарағанды", "Karaganda"),
    ("Хасенов", "Хасенов", "Khasenov"),
    ("Цветков", "Цветков", "Tsvetkov"),
    ("Щукин", "Щукин", "Shchukin"),
    ("Ескендиров", "Ескендіров", "Yeskendirov"),
    ("Мангистау", "Маңғыстау", "Mangystau"),
    ("Кызылорда", "Қызылорда", "Kyzylorda"),
]


@pytest.mark.parametrize("forms", NAMES, ids=lambda forms: forms[2])
def test_one_name_in_three_alphabets(forms):
    assert len({skeleton(form) for form in forms}) == 1
    assert skeleton(forms[0])


def test_different_names_differ():
    assert len({skeleton(forms[2]) for forms in NAMES}) == len(NAMES)


@pytest.mark.parametrize("word", ["Ахметов", "АХМЕТОВ", "ахметов", "Axмeтoв", "Ахметтов", "Ахметова"])
def test_case_homoglyphs_and_doubled_letters_do_not_count(word):
    assert skeleton(word).startswith(skeleton("Ахметов"))


@pytest.mark.parametrize("word", ["", "из", "Оля", "Ғани", "aeiou", "ьъы", "2022", "日本"])
def test_too_little_is_left_of_short_words(word):
    assert skeleton(word) == ""


@pytest.mark.parametrize("word", ["конституционализм", "constitutionalism"])
def test_endings_of_long_words_do_not_count(word):
    assert len(skeleton(word)) == 5
