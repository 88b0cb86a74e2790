"""What is a word, what belongs to it, and which forms are the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.language import browser
from ushtil.language.words import fold, words

ACUTE, BREVE, SOFT_HYPHEN = "\u0301", "\u0306", "\u00ad"
LETTERS = "aceopxyABCHKabюяёйѝәғқңөұүһіЁЙӘҒİßΣé-'’ʼ‑«» .,12²½№" + ACUTE + BREVE + SOFT_HYPHEN


def forms(text):
    return [word.form for word in words(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Права человека — это 30 статей.", ["Права", "человека", "это", "30", "статей"]),
        ("зорлық-зомбылық, non-governmental", ["зорлық", "зомбылық", "non", "governmental"]),
        ("«ӘМШ-ның» ҮЕҰ‑лардың ІІМ-нің", ["ӘМШ", "ҮЕҰ", "ІІМ"]),
        ("УПО-шный, ООН-овский, БПЛА-ми", ["УПО", "ООН", "БПЛА"]),
        ("20-ға 1990-х 5-го 3-ші", ["20", "1990", "5", "3"]),
        # No ending follows: what stands after the hyphen is a word of its own.
        (
            "2-баптың ВИЧ-инфекция UN-led 20-year",
            ["2", "баптың", "ВИЧ", "инфекция", "UN", "led", "20", "year"],
        ),
        ("COVID-19, A/HRC/44/10", ["COVID", "19", "A", "HRC", "44", "10"]),
        ("Комитет-ға СО- ЗОРЛЫҚ-ЗОМБЫЛЫҚ", ["Комитет", "ға", "СО", "ЗОРЛЫҚ", "ЗОМБЫЛЫҚ"]),
        ("women’s don't 'quoted' states'", ["women’s", "don't", "quoted", "states"]),
        ("events2 10,0003 закон²", ["events", "2", "10", "0003", "закон"]),
        (
            f"во{ACUTE}ды пра{SOFT_HYPHEN}ва и{BREVE}од",
            [f"во{ACUTE}ды", f"пра{SOFT_HYPHEN}ва", f"и{BREVE}од"],
        ),
        ("_snake_ 3-й№4", ["snake", "3", "4"]),
        ("", []),
    ],
)
def test_words_of_a_text(text, found):
    assert forms(text) == found


def test_an_ending_lies_in_the_span_and_not_in_the_form():
    text = "по «ӘМШ-ның» баяндамасы"
    assert [(text[word.start : word.end], word.form) for word in words(text)][1] == ("ӘМШ-ның", "ӘМШ")


@pytest.mark.parametrize(
    ("form", "folded"),
    [
        ("Осуждённый", "осужденный"),
        (f"во{ACUTE}ды", "воды"),
        (f"пра{SOFT_HYPHEN}ва", "права"),
        (f"и{BREVE}од", "йод"),
        ("бiлiм", "білім"),
        ("Women’s", "women's"),
        ("café", "café"),
        ("ӘМШ", "әмш"),
        ("Mесто", "место"),
        ("Kазақстан", "казақстан"),
    ],
)
def test_folded_forms(form, folded):
    assert fold(form) == folded


@given(st.text(LETTERS, max_size=30))
def test_spans_are_in_order_and_begin_with_their_form(text):
    end = 0
    for word in words(text):
        assert end <= word.start < word.end
        assert text.startswith(word.form, word.start)
        end = word.end


@given(st.text(LETTERS, max_size=12))
def test_folding_twice_changes_nothing(form):
    assert fold(fold(form)) == fold(form)


@given(st.text(LETTERS, max_size=12))
def test_a_word_stays_one_when_it_is_folded(text):
    for word in words(text):
        assert "".join(forms(fold(word.form))) == fold(word.form)


def test_the_browser_folds_alike():
    single = [chr(n) for n in (*range(0x20, 0x600), *range(0x1E00, 0x2200))]
    mixed = [a + b + c for a in "aсBж" for b in LETTERS for c in "оxЯё" + ACUTE]
    asked = [*single, *mixed]
    folded = browser.run(asked, algorithm="english")["folded"]
    assert [(form, other) for form, other in zip(asked, folded, strict=True) if fold(form) != other] == []
