"""Words of two scripts folded to one; words of one left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ushtil.language.homoglyphs import PAIRS, fold, fold_word


def scripts(word):
    return {
        "latin" if letter < "\u0370" or letter in "Əə" else "cyrillic" for letter in word if letter.isalpha()
    }


@pytest.mark.parametrize(
    ("mixed", "folded"),
    [
        ("кoмитeт", "комитет"),
        ("Peшeниe", "Решение"),
        ("құқыққa", "құқыққа"),
        ("бiлiм", "білім"),
        ("əділет", "әділет"),
        ("Əділет", "Әділет"),
        ("rightѕ", "rights"),
        ("соmmіttее", "committee"),
        ("Соuncil", "Council"),
    ],
)
def test_a_mixed_word_takes_the_script_of_its_telling_letters(mixed, folded):
    assert scripts(mixed) == {"latin", "cyrillic"}
    assert scripts(folded) < scripts(mixed)
    assert fold_word(mixed) == folded


@pytest.mark.parametrize(
    "word", ["Комитет", "СССР", "оса", "COVID", "Axe", "coca", "Қазақстан", "2022", "", "é"]
)
def test_a_word_of_one_script_is_left(word):
    assert fold_word(word) == word


def test_letters_that_tell_for_both_scripts_leave_a_word_mixed():
    assert fold_word("webсайт") == "webсайт"


def test_a_word_without_telling_letters_becomes_cyrillic():
    assert fold_word("aо") == "ао"


def test_words_are_folded_one_by_one():
    assert fold("The coca и кoмитeт, rightѕ-қaлa") == "The coca и комитет, rights-қала"


@given(st.text(st.sampled_from("".join(PAIRS) + "бжқwz -.1"), max_size=30))
def test_folding_keeps_the_length_and_is_done_once(text):
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded


def test_pairs_are_a_latin_and_a_cyrillic_letter():
    assert [pair for pair in PAIRS if len(pair) != 2 or scripts(pair) != {"latin", "cyrillic"}] == []
