"""The usual names of sections, alone or at the head of a text."""

import pytest

from ushtil.language.names import label_of, meaning_of


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("Introduction", "introduction"),
        ("ВВЕДЕНИЕ", "introduction"),
        ("Кіріспе", "introduction"),
        ("Выводы  и\nрекомендации:", "conclusions-recommendations"),
        ("Әдебиеттер тізімі.", "references"),
        ("Introduction to the law", ""),
        ("Пытки", ""),
        ("", ""),
    ],
)
def test_known_names(text, meaning):
    assert meaning_of(text) == meaning


def test_the_language_may_be_told():
    assert meaning_of("Введение", "ru") == "introduction"
    assert meaning_of("Введение", "kk") == ""
    assert meaning_of("Введение", "xx") == "introduction"


@pytest.mark.parametrize(
    ("text", "meaning", "rest"),
    [
        ("Abstract. We count the trials.", "abstract", "We count the trials."),
        ("Аннотация: Мы считаем суды.", "abstract", "Мы считаем суды."),
        ("Түйін сөздер: сот, түрме", "keywords", "сот, түрме"),
        ("Conclusion — the count is done", "conclusion", "the count is done"),
        ("Резюме - дело закрыто", "summary", "дело закрыто"),
    ],
)
def test_labels(text, meaning, rest):
    label = label_of(text)
    assert (label.meaning, text[label.start :]) == (meaning, rest)
    assert meaning_of(text[: label.end]) == meaning


@pytest.mark.parametrize(
    "text",
    [
        "Abstract",
        "Abstract.",
        "Abstract thinking. It helps.",
        "An abstract. Text",
        "Court. Text",
        "Abstract:text",
    ],
)
def test_what_is_no_label(text):
    assert label_of(text) is None
