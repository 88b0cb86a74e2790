"""The language of a passage, by its letters and function words."""

import pytest

from ushtil.language.detect import detect, scores

SENTENCES = {
    "en": [
        "The inspectors were not let into the prison before noon.",
        "Witnesses told her that the hearing had been moved.",
    ],
    "ru": [
        "Наблюдателей не пустили в колонию до полудня.",
        "Свидетели сообщили, что заседание перенесли.",
    ],
    "kk": [
        "Бақылаушыларды түске дейін түрмеге кіргізбеді.",
        "Куәлар отырыстың басқа күнге ауысқанын айтты.",
    ],
}


@pytest.mark.parametrize(
    ("code", "text"), [(code, text) for code, texts in SENTENCES.items() for text in texts]
)
def test_sentences(code, text):
    assert detect(text) == code
    assert detect(text.upper()) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Заключение", "ru"),
        ("Қорытынды", "kk"),
        ("Findings", "en"),
        ("Жалоба № 17", "ru"),
        ("№ 17 шағым", "kk"),
        ("Суд сол күні шешім шығарды", "kk"),
    ],
)
def test_short_texts(text, code):
    assert detect(text) == code


@pytest.mark.parametrize("text", ["", " ", "2022", "12.05.2022 — 14:30", "***", "日本語の文章"])
def test_what_holds_no_known_letters_is_in_no_language(text):
    assert detect(text) == ""


def test_a_language_that_is_not_asked_for_is_not_found():
    assert detect(SENTENCES["en"][0], ("ru", "kk")) == ""
    assert set(scores("any", ("ru", "kk"))) == {"ru", "kk"}


@pytest.mark.parametrize(("code", "other"), [("ru", "en"), ("kk", "en"), ("en", "ru"), ("kk", "ru")])
def test_a_name_in_another_language_changes_nothing(code, other):
    name = SENTENCES[other][0].split(" ")[1]
    assert detect(f"{SENTENCES[code][0]} {name}. {SENTENCES[code][1]}") == code


def test_half_and_half_lies_between():
    russian, kazakh = scores(SENTENCES["ru"][0]), scores(SENTENCES["kk"][0])
    both = scores(" ".join((SENTENCES["ru"][0], SENTENCES["kk"][0])))
    assert kazakh["ru"] < both["ru"] < russian["ru"]
    assert russian["kk"] < both["kk"] < kazakh["kk"]


def test_no_lead_is_no_language():
    assert detect("суд", margin=0.0) == "ru"
    assert detect("суд", margin=5.0) == ""


def test_latin_letters_inside_cyrillic_words_do_not_mislead():
    assert detect("Kуәлap oтыpыcтың бacқa күнгe aуыcқaнын aйтты.") == "kk"
    assert detect("Cвидeтeли cooбщили, чтo зaceдaниe пepeнecли.") == "ru"
