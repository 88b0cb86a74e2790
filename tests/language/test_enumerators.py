"""What titles begin with, and what only looks like it."""

import pytest

from ushtil.language.enumerators import enumerator, letter, number, settle


@pytest.mark.parametrize(
    ("text", "style", "value", "rest"),
    [
        ("Section 3. Prisons", "section", 3, "Prisons"),
        ("Раздел 2. Тюрьмы", "section", 2, "Тюрьмы"),
        ("РАЗДЕЛ 2. ТЮРЬМЫ", "section", 2, "ТЮРЬМЫ"),
        ("1 Бөлім. Түрмелер", "section", 1, "Түрмелер"),
        ("4-бөлім. Түрмелер", "section", 4, "Түрмелер"),
        ("3-бап", "article", 3, ""),
        ("3-бап. Кепілдіктер", "article", 3, "Кепілдіктер"),
        ("2-тарау", "chapter", 2, ""),
        ("Chapter IV: Trials", "chapter", 4, "Trials"),
        ("Appendix 2 – Tables", "annex", 2, "– Tables"),
        ("Приложение 1", "annex", 1, ""),
        ("Часть  I. Общая", "part", 1, "Общая"),
        ("IV. Trials", "roman", 4, "Trials"),
        ("c. Trials", "lower letter", 3, "Trials"),
        ("с. Суды", "lower letter", 3, "Суды"),
        ("B. Trials", "upper letter", 2, "Trials"),
        ("д. Суды", "lower letter", 5, "Суды"),
        ("1. Scope", "decimal 1", 1, "Scope"),
        ("1.2 Scope", "decimal 2", 2, "Scope"),
        ("3.1.4. Scope", "decimal 3", 4, "Scope"),
    ],
)
def test_enumerators(text, style, value, rest):
    found = enumerator(text)
    assert (found.style, found.value, text[found.length :]) == (style, value, rest)


@pytest.mark.parametrize(
    "text",
    [
        "5-бабында мұндай кепілдік жоқ",
        "5-бабы",
        "2-бөлімде айтылғандай",
        "2022 жылы сот болды",
        "2022",
        "12.05.2022 комиссия",
        "Section",
        "Sections 3 and 4 apply",
        "Section three",
        "Разделы 1 и 2",
        "1.2",
        "c.",
        "etc. and so on",
        "ул. Мира",
        "I think so",
        "3 judges",
        "3-day hearing",
        "",
    ],
)
def test_what_is_no_enumerator(text):
    assert enumerator(text) is None


@pytest.mark.parametrize(
    ("text", "value"), [("7", 7), ("I", 1), ("IV", 4), ("IX", 9), ("XIV", 14), ("XL", 40), ("XC", 90)]
)
def test_numbers(text, value):
    assert number(text) == value


@pytest.mark.parametrize(
    ("sign", "place"), [("a", 1), ("C", 3), ("с", 3), ("б", 2), ("z", 26), ("ж", 7), ("9", 0)]
)
def test_letters_have_a_place(sign, place):
    assert letter(sign) == place


@pytest.mark.parametrize(
    ("titles", "styles"),
    [
        ("I. a|II. b|III. c", "roman roman roman"),
        ("A. a|B. b|C. c|D. d", "upper upper upper upper"),
        ("I. a|A. b|B. c|C. d|D. e|II. f", "roman upper upper upper upper roman"),
        ("I. a|II. b|V. c", "roman roman roman"),
        ("H. a|I. b|J. c", "upper upper upper"),
    ],
)
def test_one_letter_roman_numbers_are_told_from_letters(titles, styles):
    found = settle([enumerator(title) for title in titles.split("|")])
    assert [item.style.split()[0] for item in found] == styles.split()


def test_titles_without_an_enumerator_stay_so():
    assert settle([None, enumerator("b. x"), None])[::2] == [None, None]


@pytest.mark.parametrize("text", ["Section 2.1 Prisons", "Раздел 2.1. Тюрьмы"])
def test_a_decimal_number_after_a_word_is_taken_whole(text):
    assert text[enumerator(text).length :].isalpha()
