"""Stems: the forms of a lexeme together, other lexemes apart, whatever the site holds."""

import json
import random

import pytest

from tests.language import browser
from tests.language.evaluate import FOLDER
from ushtil.language import corrections, stemming
from ushtil.language.stemming import browser_data, stem
from ushtil.language.words import fold


def lexemes(code):
    lines = (FOLDER / f"{code}.txt").read_text(encoding="utf-8").splitlines()
    return [line.split() for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize(
    ("code", "forms"),
    [
        ("ru", "люди людей человек человеку ЛЮДЬМИ"),
        ("ru", "дети детей ребёнок ребенка"),
        ("ru", "граждан гражданин гражданам"),
        ("ru", "беженцев беженец"),
        ("ru", "пыток пытка пытки"),
        ("ru", "осуждённый осужденного осуждены осужден"),
        ("ru", "обвиняемая обвиняемый обвиняемых"),
        ("ru", "правовой правового правовые"),
        ("ru", "важный важно важнее важнейшие"),
        ("ru", "ночь ночью ночами"),
        ("ru", "путь путём путями"),
        ("ru", "сообщил сообщит сообщив"),
        ("ru", "статья статей"),
        ("ru", "Токаев Токаева Токаеву Токаевым"),
        ("en", "person people person's people's people’s"),
        ("en", "women woman woman's"),
        ("en", "criteria criterion"),
        ("en", "bodies body body's"),
        ("en", "organisations organization"),
    ],
)
def test_forms_of_one_lexeme_have_one_stem(code, forms):
    assert len({stem(form, code) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("ru", "суд судья судить судно"),
        ("ru", "право правовой правый"),
        ("ru", "осудить осуждать осуждённый осуждение"),
        ("ru", "закон законный"),
        ("ru", "страна странный сторона"),
        ("ru", "высший высокий"),
        ("ru", "УПО УПА"),
        ("en", "minority minor"),
        ("en", "authority author"),
        ("en", "universal university"),
        ("en", "international internal intern"),
        ("en", "organ organization"),
        ("en", "executive execution"),
    ],
)
def test_lexemes_that_look_alike_are_apart(code, words):
    assert len({stem(word, code) for word in words.split()}) == len(words.split())


def test_a_language_without_an_engine_has_its_folded_forms():
    assert stem("ҚұқықҚа", "zz") == "құқыққа"
    assert browser_data("zz", ["x"]) == {"kind": "fold"}


def test_figures_and_foreign_words_are_left():
    assert [stem(form, "ru") for form in ("2022", "UPR")] == ["2022", "upr"]


def test_a_form_that_is_no_lexeme_cannot_be_taken_for_one():
    assert stem("Бжуды", "ru") not in {stem("бжуд", "en"), "бжуд"}


@pytest.fixture(scope="module")
def site():
    """A site's forms: those of the shipped texts, one of each lexeme at hand, and unknown words."""
    some = random.Random(4)
    unknown = ["Кюрасай", "Токаева", "УПО", "омбудсвумен", "хабеас", "upr", "2022"]
    return [
        *(some.choice(forms) for forms in lexemes("ru")),
        *unknown,
        *sorted(browser.site_forms("docs_ru")),
    ]


@pytest.fixture(scope="module")
def data(site):
    return browser_data("ru", site)


def test_the_browser_stems_the_site_and_all_forms_of_its_words(site, data):
    engine = stemming.engine_of("ru")
    asked = {fold(form) for form in site}
    for form in site:
        asked.update(engine.morphology.forms(stem(form, "ru")))
    asked = sorted(asked)
    assert len(asked) > 5000
    came = browser.stems(asked, data=data)
    assert [(form, other) for form, other in zip(asked, came, strict=True) if stem(form, "ru") != other] == []


def test_the_browser_finds_no_word_of_the_site_by_another(site, data):
    held = {stem(form, "ru") for form in site if not stem(form, "ru").endswith("~")}
    words = stemming.engine_of("ru").morphology.beginning
    # To look all of them through takes a minute.
    beginnings = random.Random(7).sample(sorted({stem[:5] for stem in held if len(stem) > 4}), 300)
    others = sorted({form for beginning in beginnings for form in words(beginning)})
    assert len(others) > 10_000
    came = browser.stems(others, data=data)
    joined = [(form, other) for form, other in zip(others, came, strict=True) if other in held]
    assert len(joined) > 20
    assert [(form, other) for form, other in joined if stem(form, "ru") != other] == []


def test_a_part_is_enough_for_the_forms_that_begin_with_its_letters(data):
    parts = corrections.cut(data)
    assert max(len(json.dumps(part)) for part in parts.values()) < len(json.dumps(data)) / 3
    for letters in ("пр", "де", "лю", "ид"):
        asked = [form for forms in lexemes("ru") for form in map(fold, forms) if form.startswith(letters)]
        assert browser.stems(asked, data=parts[letters]) == browser.stems(asked, data=data)


@pytest.mark.parametrize("code", ["en", "ru", "kk"])
def test_a_built_site_is_asked_with_the_stems_of_its_index(code):
    site = sorted(browser.site_forms("docs" if code == "en" else f"docs_{code}"))
    stem_form = stemming.by_data(json.loads(json.dumps(browser_data(code, site))))
    assert [form for form in site if stem_form(form) != stem(form, code)] == []


def test_a_built_site_is_asked_for_what_it_has_not_as_in_the_browser(data):
    asked = [form for forms in lexemes("ru") for form in forms]
    stem_form = stemming.by_data(data)
    assert browser.stems(asked, data=data) == [stem_form(form) for form in asked]


def test_the_browser_stems_english():
    asked = [*(form for forms in lexemes("en") for form in forms), *sorted(browser.site_forms("docs"))]
    assert browser.stems(asked, data=browser_data("en", [])) == [stem(form, "en") for form in asked]
