"""The engine of endings: on a small grammar, on Kazakh by its evaluation set, and in the browser."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.language import evaluate
from ushtil.language import stemming, suffixes, tables, words

REPOSITORY = Path(__file__).parents[2]
SCRIPT = Path(__file__).parent / "suffixes.js"
TABLE = tables.table("kk", "stemmer")
ENDINGS = sorted(suffixes.Grammar(TABLE).endings)
kazakh = stemming.stemmer("kk")

# Two endings of a language that never was.
SMALL = {
    "sounds": {
        "back": "а ы",
        "front": "е і",
        "neutral": "у",
        "closed": "к л м н р т ғ қ",
        "voiceless": "к т қ",
        "loose": "нк",
    },
    "number": {"лар лер": "а е у", "тар тер": "voiceless"},
    "possession": {"ы і": "closed"},
    "case": {"мен": "а е", "тан": "л м н"},
    "own": {"ым": "closed"},
    "order": {"own": "number"},
    "verb": {"у": "closed"},
    "finals": {"ғ": "қ"},
    "lexicon": {"all": "кеталар"},
}


@pytest.mark.parametrize(
    ("form", "stem"),
    [
        ("каталар", "ката"),
        ("каталер", "каталер"),  # against harmony
        ("маттар", "мат"),
        ("мантар", "мантар"),  # not assimilated
        ("манктер", "манк"),  # a borrowed stem
        ("кетумен", "кетумен"),  # not on such an ending
        ("катамен", "ката"),
        ("лақтарғы", "лақтарқ"),
        ("тақ", "тақ"),
        ("тағы", "тақ"),
        ("кату", "кат-"),
        ("катық", "катқ"),
        ("катығы", "катқ"),
        ("кеталар", "кеталар"),  # a stem of the lexicon
        ("кеталары", "кеталар"),
        ("малтан", "мал"),
        ("малтаным", "малтан"),  # no case before the possessive
        ("каталарым", "ката"),
        ("тар", "тар"),  # nothing would be left
        ("", ""),
    ],
)
def test_a_small_grammar(form, stem):
    assert suffixes.by_data(SMALL)(form) == stem


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("қаласындағылардың", "қала"),
        ("құқығымыздың", "құқық"),
        ("халқына", "халық"),
        ("аузынан", "ауыз"),
        ("мектептеріміздегі", "мектеп"),
        ("ролі", "роль"),
        ("актілерге", "акті"),
        ("банкке", "банк"),
        ("жұмысы", "жұмыс"),
        ("белгісінен", "белгі"),
        ("асыруды", "асырған"),
        ("қабылдамауға", "қабылдаған"),
        ("министрлікке", "министрлігі"),
        ("мұғалімдікі", "мұғалім"),
        ("мәліметінше", "мәлімет"),
        ("адаммын", "адам"),
        ("достарыма", "дос"),
        ("құқығым", "құқық"),
    ],
)
def test_forms_of_one_lexeme(one, other):
    assert kazakh(one) == kazakh(other)


@pytest.mark.parametrize("held_out", [False, True])
def test_nouns_are_found(held_out):
    score = evaluate.score(evaluate.lexemes("kk", held_out), kazakh)
    assert score.recall >= 0.97, "\n".join(score.misses)
    assert score.precision >= 0.99, "\n".join(score.misses)


def test_words_of_running_text_are_found():
    score = evaluate.score(evaluate.running("kk"), kazakh)
    assert score.recall >= 0.97, "\n".join(score.misses)
    assert score.precision >= 0.95, "\n".join(score.misses)


def test_words_that_begin_alike_are_kept_apart():
    assert evaluate.mixed("kk", kazakh) == []


def test_every_row_of_the_grammar_is_used():
    """A row that no form of the evaluation set needs is a row that nobody would miss."""
    forms = [item.form for held_out in (False, True) for item in evaluate.lexemes("kk", held_out)]
    met = {ending for form in forms for ending in ENDINGS if words.fold(form).endswith(ending)}
    nouns = {
        ending
        for part in ("number", "possession", "own", "case")
        for row in TABLE[part]
        for ending in row.split()
    }
    assert nouns <= met


@given(st.text(alphabet="аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя", max_size=24))
def test_a_stem_is_never_longer_and_never_empty(form):
    stem = kazakh(form)
    assert len(stem) <= len(form) + 1
    assert bool(stem) == bool(form.strip("ь"))


def random_forms(count: int) -> list[str]:
    """Stems of the evaluation set with any endings after them, legal and not."""
    dice = random.Random(7)
    stems = [item.form.lower() for held_out in (False, True) for item in evaluate.lexemes("kk", held_out)]
    return [dice.choice(stems) + "".join(dice.choices(ENDINGS, k=dice.randint(0, 3))) for _ in range(count)]


def own_words() -> set[str]:
    """The words of the site's Kazakh texts."""
    texts = (path.read_text(encoding="utf-8") for path in (REPOSITORY / "docs_kk").rglob("*.md"))
    return {words.fold(word.form) for text in texts for word in words.words(text)}


def test_the_browser_stems_alike(node):
    evaluated = {item.form.lower() for held_out in (False, True) for item in evaluate.lexemes("kk", held_out)}
    apart = {form for line in evaluate.lines(evaluate.FOLDER / "kk.apart.txt") for form in line.split()}
    forms = sorted(
        own_words() | evaluated | apart | set(random_forms(20_000)) | {"", "а", "ы", "upr", "2026"}
    )
    found = node(SCRIPT, {"data": stemming.browser_data("kk", forms), "forms": forms})
    stem = suffixes.by_data(TABLE)
    different = [
        (form, stem(form), there) for form, there in zip(forms, found, strict=True) if stem(form) != there
    ]
    assert different == []
    assert len(forms) > 20_000


def test_the_browser_stems_alike_by_a_small_grammar(node):
    forms = ["каталар", "каталер", "манктер", "катығы", "кату", "кеталары", "малтан", "малтаным", "каталарым"]
    found = node(SCRIPT, {"data": SMALL, "forms": forms})
    assert found == [suffixes.by_data(SMALL)(form) for form in forms]
