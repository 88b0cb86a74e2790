"""Lists in the order of each language's own alphabet."""

from __future__ import annotations

import random

import pytest

from ushtil.language.collation import initial, key


def in_order(words: list[str], code: str) -> list[str]:
    shuffled = random.Random(1).sample(words, len(words))
    return sorted(shuffled, key=lambda word: key(word, code))


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("kk", list("аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя")),
        (
            "kk",
            [
                "Адам",
                "ақ",
                "Әділ",
                "бала",
                "Ғалым",
                "жер",
                "кодекс",
                "Қоғам",
                "отан",
                "Өтініш",
                "Ұлт",
                "үкім",
            ],
        ),
        ("ru", ["ель", "ещё", "ёж", "жалоба", "иск", "йод", "карта"]),
        ("en", ["1325", "abuse", "Café", "cafes", "right to work", "rights", "Zebra"]),
        # A term that the language lacks stands after its own.
        ("ru", ["20 дней", "яма", "UPR", "әділ"]),
        ("en", ["Zebra", "Аппеляция"]),
    ],
)
def test_the_order_is_that_of_the_alphabet(code: str, words: list[str]) -> None:
    assert in_order(words, code) == words


def test_the_order_of_code_points_would_be_another() -> None:
    assert sorted(["ғалым", "дау", "әділ"]) != in_order(["ғалым", "дау", "әділ"], "kk")


@pytest.mark.parametrize(
    ("text", "code", "letter"),
    [
        ("әділет", "kk", "Ә"),
        ("іс", "kk", "І"),
        ("«Нұр Отан»", "kk", "Н"),
        ("Ёлка", "ru", "Ё"),
        ("йога", "ru", "Й"),
        ("Éclair", "en", "E"),
        ("1325 (резолюция)", "ru", "1"),
        ("UPR", "ru", "U"),
        ("—", "ru", ""),
    ],
)
def test_an_index_names_the_letter(text: str, code: str, letter: str) -> None:
    assert initial(text, code) == letter


def test_a_language_without_a_profile_has_the_order_of_code_points() -> None:
    assert in_order(["a", "b", "я"], "xx") == ["a", "b", "я"]
