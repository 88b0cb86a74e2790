"""Numbers are read from running text, in digits and in words, in every language that has a profile."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ushtil.language import known
from ushtil.language.numbers import Kind, Strength, numbers


def shown(text, code):
    return [number.shown for number in numbers(text, code)]


@pytest.mark.parametrize(
    ("code", "text", "values"),
    [
        ("ru", "двести тридцать восемь", ["238"]),
        ("kk", "екі жүз отыз сегіз", ["238"]),
        ("en", "two hundred thirty-eight, two hundred and thirty-eight", ["238", "238"]),
        ("ru", "от семи до 12", ["7", "12"]),
        ("kk", "жетіден он екіге дейін", ["7", "12"]),
        ("ru", "6 223", ["6223"]),
        ("ru", "6\u00a0223 и 6&nbsp;223", ["6223", "6223"]),
        ("en", "6,223", ["6223"]),
        ("kk", "6233-тен, 198-і, 20%-ы", ["6233", "198", "20%"]),
        ("ru", "20 тысяч, двадцать тысяч, 1,6 млн, 1,125 миллиона", ["20000", "20000", "1600000", "1125000"]),
        ("kk", "20 мың, он мыңнан, 8,8 миллион", ["20000", "10000", "8800000"]),
        ("en", "20 thousand, twenty thousand, 1.6 million", ["20000", "20000", "1600000"]),
        ("ru", "две тысячи двадцать второго", ["2022"]),
        ("kk", "екі мың жиырма екінші жылы", ["2022"]),
        ("ru", "пять с половиной, полтора, два с половиной миллиона", ["5.5", "1.5", "2500000"]),
        ("kk", "бес жарым, бір жарым миллион", ["5.5", "1500000"]),
        ("en", "five and a half", ["5.5"]),
        ("ru", "две трети, половина", ["2/3", "0.5"]),
        ("kk", "үштен екісі, жартысы, үштен бірге көп", ["2/3", "0.5", "1/3"]),
        ("en", "two-thirds, one third, three quarters", ["2/3", "1/3", "0.75"]),
        ("kk", "алтыдан беске дейін", ["6", "5"]),
        ("ru", "шесть-семь, двадцать—тридцать", ["6", "7", "20", "30"]),
        ("kk", "екі-үш, он-он бес", ["2", "3", "10", "15"]),
        ("ru", "25 %, двадцать пять процентов, 10-процентного", ["25%", "25%", "10%"]),
        ("kk", "25 пайызы, жиырма бес пайыздан, 7 пайыздық", ["25%", "25%", "7%"]),
        ("en", "25%, twenty-five per cent", ["25%", "25%"]),
        ("ru", "10–20 %", ["10%", "20%"]),
        ("ru", "5 января 2022 года, 05.01.2022", ["5", "1", "2022", "5", "1", "2022"]),
        ("kk", "2021 жылғы 29 желтоқсанда, шілдесінде", ["2021", "29", "12", "7"]),
        ("en", "5 May 2021; they may march", ["5", "5", "2021"]),
        ("ru", "А/НRС/44/21, 60/251", ["A/HRC/44/21", "60/251"]),
        ("en", "CCPR/C/KAZ/CO/2, and/or", ["CCPR/C/KAZ/CO/2"]),
        ("ru", "2021/22, 2/3", ["2021", "2022", "2/3"]),
        ("ru", "XXI век, II", ["21", "2"]),
        ("ru", "2012-м, 90-е", ["2012", "90"]),
        # Words that look like numerals.
        ("kk", "үшін, оның, онда, оны, іс жүзінде, алтын, жетім, жүзеге, мыңдаған", []),
        ("ru", "семья, стол, пятница, требует, половой, второпях", []),
        ("en", "someone, often, weight, tent", []),
        ("ru", "трeх", ["3"]),  # a Latin letter
    ],
)  # fmt: skip
def test_values(code, text, values):
    assert shown(text, code) == values


@pytest.mark.parametrize(
    ("code", "text", "strength"),
    [
        ("ru", "один из них", Strength.WEAK),
        ("kk", "бірі", Strength.WEAK),
        ("en", "the first", Strength.WEAK),
        ("ru", "трёхлетний", Strength.WEAK),
        ("kk", "үшжақты", Strength.WEAK),
        ("en", "thousand", Strength.WEAK),
        ("ru", "оба", Strength.SOFT),
        ("kk", "жартысы", Strength.SOFT),
        ("ru", "трое", Strength.FIRM),
        ("kk", "1", Strength.FIRM),
    ],
)
def test_strength(code, text, strength):
    assert [number.strength for number in numbers(text, code)] == [strength]


def test_three_digits_behind_a_sign_have_two_readings():
    (number,) = numbers("6,223", "ru")
    assert (number.value, str(number.other)) == (6223, "6223/1000")


def test_places_are_those_of_the_text():
    text = "Их было\nдвести тридцать восемь, или 25 %."
    assert [text[n.start : n.end] for n in numbers(text, "ru")] == ["двести тридцать восемь", "25 %"]


def test_a_language_without_data_has_digits():
    assert [(n.kind, n.value) for n in numbers("12 %, twelve", "de")] == [(Kind.PERCENT, 12)]


@pytest.mark.parametrize(
    "text", ["1" * 50_000, "1 000 " * 20_000, "A/" * 30_000, "екі " * 30_000, "1/" * 30_000]
)
def test_time_grows_with_the_length(text):
    started = time.process_time()
    numbers(text, "kk")
    assert time.process_time() - started < 3


@given(st.text(st.sampled_from("0123456789 .,/-–%AХIекіжүзмың&;\n"), max_size=60), st.sampled_from(known()))
def test_any_text_is_read(text, code):
    found = numbers(text, code)
    assert all(0 <= n.start < n.end <= len(text) and n.shown for n in found)
    assert [n.start for n in found] == sorted(n.start for n in found)
