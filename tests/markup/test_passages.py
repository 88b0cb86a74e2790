"""Passages of other languages in HTML: each piece of a line marked apart, and only what has no `lang` yet."""

from __future__ import annotations

import pytest
from markdown import Markdown

from ushtil.markup import extensions
from ushtil.markup.passages import marked, titled
from ushtil.publish import heads


@pytest.mark.parametrize(
    ("language", "html", "out"),
    [
        ("kk", "<p>Human Rights Watch</p>", '<p><span lang="en">Human Rights Watch</span></p>'),
        # A line is looked at over its emphasis, and no element is crossed.
        (
            "kk",
            "<p>Human <em>Rights Watch</em> есебі</p>",
            '<p><span lang="en">Human</span> <em><span lang="en">Rights Watch</span></em> есебі</p>',
        ),
        # Emphasis sets off as quotation marks do.
        (
            "kk",
            "<p>Бұл <em>права человека и свободы</em> деген сөз, ал</p>",
            '<p>Бұл <em><span lang="ru">права человека и свободы</span></em> деген сөз, ал</p>',
        ),
        # What has a language already is in that.
        ("kk", '<cite lang="en">Human Rights Watch</cite>', '<cite lang="en">Human Rights Watch</cite>'),
        ("kk", '<p lang="ru">Human Rights</p>', '<p lang="ru"><span lang="en">Human Rights</span></p>'),
        ("en", '<p lang="ru">и <i lang="en">Law</i> да</p><p>да</p>',
         '<p lang="ru">и <i lang="en">Law</i> да</p><p><span lang="ru">да</span></p>'),
        # What only looks like the attribute is part of another.
        ("kk", '<a href="https://x.org/K?lang=ru">Human Rights Watch</a>',
         '<a href="https://x.org/K?lang=ru"><span lang="en">Human Rights Watch</span></a>'),
        ("en", '<a title=\'a lang="ru" b\' href="?lang=ru">the report on torture</a>',
         '<a title=\'a lang="ru" b\' href="?lang=ru">the report on torture</a>'),
        ("kk", '<p data-lang="kk" LANG=en>Human Rights</p>', '<p data-lang="kk" LANG=en>Human Rights</p>'),
        # Code, scripts, and what can hold no element.
        ("kk", "<p><code>human rights</code></p>", "<p><code>human rights</code></p>"),
        ("kk", "<option>Human rights</option>", "<option>Human rights</option>"),
        ("kk", '<p title="human law">да</p><!-- my law -->', '<p title="human law">да</p><!-- my law -->'),
        # A drawing has elements of its own.
        (
            "kk",
            "<svg><title>Human rights</title><text>Human rights</text></svg>",
            '<svg><title>Human rights</title><text><tspan lang="en">Human rights</tspan></text></svg>',
        ),
        # Entities are signs and no words.
        ("ru", "<p>A&nbsp;&amp;&nbsp;B &lt;да&gt;</p>", "<p>A&nbsp;&amp;&nbsp;B &lt;да&gt;</p>"),
        ("en", "<p>&laquo;да&raquo;</p>", '<p>&laquo;<span lang="ru">да</span>&raquo;</p>'),
    ],
)  # fmt: skip
def test_marked(language: str, html: str, out: str) -> None:
    assert marked(html, language) == out
    assert marked(out, language) == out


def test_what_the_site_says_is_in_the_readers_language() -> None:
    html = '<p><a class="address" href="#p1" aria-label="1-абзац">1</a> Да.</p>'
    assert marked(html, "ru", "kk") == html.replace('абзац">', 'абзац" lang="kk">')
    assert marked(html, "ru") == html


def test_a_title_in_another_language_is_told_as_a_whole() -> None:
    assert titled("Тексты", "ru", "kk") == '<span lang="ru">Тексты</span>'
    assert titled("Тексты", "ru", "ru") == "Тексты"
    assert titled("Закон «Тексты»", "en", "en") == '<span lang="ru">Закон «Тексты</span>»'


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Ең [аким]{lang=ru} деген", '<p>Ең <span lang="ru">аким</span> деген</p>'),
        ('[*Новая* газета]{: lang="ru" }', '<p><span lang="ru"><em>Новая</em> газета</span></p>'),
        ("*аким*{lang=ru}", '<p><em lang="ru">аким</em></p>'),
        (r"\[аким]{lang=ru}", "<p>[аким]{lang=ru}</p>"),
        ("[аким](a.md){lang=ru}", '<p><a href="a.md" lang="ru">аким</a></p>'),
        ("[^1]{lang=ru}", "<p>[^1]{lang=ru}</p>"),
    ],
)
def test_an_author_tells_the_language(text: str, html: str) -> None:
    assert Markdown(extensions=extensions()).convert(text) == html


def test_an_author_wins() -> None:
    html = Markdown(extensions=extensions()).convert("Бұл [Human Rights]{lang=fr} деген")
    assert marked(html, "kk") == html


def test_a_title_as_plain_text_has_no_marks() -> None:
    assert heads.plain("Ең [аким]{lang=ru} деген") == "Ең аким деген"
