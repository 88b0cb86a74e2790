"""Terms in running text: which are marked, how, and what is left alone."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import pytest
from markdown import Markdown

from ushtil.markup import extensions
from ushtil.markup.elsewhere import Elsewhere, Surroundings
from ushtil.markup.terms import Find, Found, Place, Terms

HERE = Place("en", "glossary.html")
LINK = '<a class="term" href="glossary.html#{}">{}</a>'
HRC, TROIKA = LINK.format("hrc", "Human Rights Council"), LINK.format("troika", "troika")
UPR = LINK.format("upr", '<abbr title="Universal Periodic Review">UPR</abbr>')


def finder(terms: Mapping[str, str], expansions: Mapping[str, str] | None = None) -> Find:
    """Finds terms as they are written, across line breaks, the longest first, endings with them."""
    longest = sorted(terms, key=len, reverse=True)
    pattern = re.compile(
        r"\b(" + "|".join(re.escape(term).replace(r"\ ", r"\s+") for term in longest) + r")(?:-\w+|s)?\b"
    )

    def find(text: str) -> Sequence[Found]:
        found = []
        for match in pattern.finditer(text):
            term = " ".join(match[1].split())
            expansion = (expansions or {}).get(term, "")
            found.append(Found(terms[term], *match.span(), term if expansion else "", expansion))
        return found

    return find


FIND = {
    "en": finder(
        {
            "Human Rights Council": "hrc",
            "Council": "hrc",
            "troika": "troika",
            "UPR": "upr",
            "Universal Periodic Review": "upr",
        },
        {"UPR": "Universal Periodic Review"},
    ),
    "kk": finder({"кеңес": "hrc", "ӘМШ": "upr"}, {"ӘМШ": "Әмбебап мерзімді шолу"}),
}


def converted(text: str, place: Place | None = HERE, **page: object) -> str:
    terms, elsewhere = Terms(FIND), Elsewhere()
    terms.page = place
    elsewhere.page = Surroundings(**page)  # type: ignore[arg-type]
    return Markdown(extensions=[*extensions(), elsewhere, terms]).convert(text)


def body(text: str) -> str:
    """The HTML of one paragraph."""
    html = converted(text)
    assert html.startswith("<p>") and html.endswith("</p>"), html
    return html[3:-4]


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("The Human Rights Council met.", f"The {HRC} met."),
        ("The troika, the troika.", f"The {TROIKA}, the troika."),
        ("The Human\nRights Council.", f"The {HRC.replace('Human ', 'Human' + chr(10))}."),
        ("A *troika* met.", f"A <em>{TROIKA}</em> met."),
        # Emphasis that a term takes in as a whole goes into the link with it …
        ("The *Human* Rights Council met.", f"The {HRC.replace('Human', '<em>Human</em>')} met."),
        ("The Human Rights *Council* met.", f"The {HRC.replace('Council', '<em>Council</em>')} met."),
        ("*Human* Rights *Council*", re.sub("Human|Council", r"<em>\g<0></em>", HRC)),
        ("*Human Rights Council met* again.", f"<em>{HRC} met</em> again."),
        # … and what crosses its edge is left; the next one is marked.
        ("The *new Human* Rights Council.", "The <em>new Human</em> Rights Council."),
        ("Human *Rights Council of*. Human Rights Council", f"Human <em>Rights Council of</em>. {HRC}"),
        ("The troika and the Human Rights Council.", f"The {TROIKA} and the {HRC}."),
        ("R&D, the troika &amp; 1 &lt; 2", f"R&amp;D, the {TROIKA} &amp; 1 &lt; 2"),
        ("\\*troika\\*", f"*{TROIKA}*"),
    ],
)  # fmt: skip
def test_a_term_becomes_a_link(text: str, html: str) -> None:
    assert body(text) == html


@pytest.mark.parametrize(
    "text",
    [
        "A troikapart, the UPRX",
        "[the troika](x.md)",
        "[*the troika*](x.md)",
        "`the troika`",
        "    the troika",
        "```\nthe troika\n```",
        "# The troika {#a}",
        "![the troika](x.png)",
        "*the troika*{: .unmarked }",
        "The troika met.\n{: .unmarked }",
        "The troika meets\n{: .caption }",
        'The <a href="x">new troika</a>.',
        'The <a href="x">new *troika* here</a>.',
        "The <abbr title='x'>troika</abbr>.",
        "The <ruby>troika<rt>three</rt></ruby>.",
        "<div>The troika</div>",
        "<figure>\n<figcaption>The troika</figcaption>\n</figure>",
        "<!-- the troika -->",
        "A note[^troika].\n\n[^troika]: Nothing.",
    ],
)
def test_what_is_left_alone(text: str) -> None:
    assert 'class="term"' not in converted(text)


def test_text_around_raw_html_is_marked() -> None:
    assert body("The troika<br>and <b>the troika</b>, UPR") == f"The {TROIKA}<br>and <b>the troika</b>, {UPR}"
    assert body("</b> the troika") == f"</b> the {TROIKA}"


def test_a_term_is_marked_once_in_each_section() -> None:
    html = converted("# A {#a}\n\ntroika\n\ntroika\n\n## B {#b}\n\ntroika troika\n\n> ## Q\n>\n> troika\n")
    assert html.count('class="term"') == 2
    assert f"<p>{TROIKA}</p>\n<p>troika</p>" in html and f"<p>{TROIKA} troika</p>" in html


def test_cells_items_quotations_and_notes_are_text() -> None:
    html = converted(
        "## A\n\n| x |\n| - |\n| troika |\n\n## B\n\n- troika\n\n## C\n\n> troika\n\n"
        "## D\n\nx[^1]\n\n[^1]: A troika."
    )
    assert f"<td>{TROIKA}</td>" in html and f"<li>{TROIKA}</li>" in html
    assert f"<p>{TROIKA}</p>" in html and f"A {TROIKA}." in html


def test_an_abbreviation_is_expanded_once_a_page() -> None:
    plain = LINK.format("upr", "UPR")
    html = converted("# UPR {#a}\n\nThe UPR, a UPR.\n\n## B {#b}\n\nThe UPR.\n")
    assert f"<p>The {UPR}, a UPR.</p>" in html and f"<p>The {plain}.</p>" in html


def test_an_abbreviation_after_its_full_name_is_expanded_without_a_second_link() -> None:
    full = LINK.format("upr", "Universal Periodic Review")
    assert body("Universal Periodic Review (UPRs)") == (
        f'{full} (<abbr title="Universal Periodic Review">UPR</abbr>s)'
    )


def test_an_ending_is_no_part_of_the_abbreviation() -> None:
    html = converted("ӘМШ-ның", Place("kk", "../glossary.html"))
    assert '"../glossary.html#upr"><abbr title="Әмбебап мерзімді шолу">ӘМШ</abbr>-ның</a>' in html


def test_the_language_of_the_passage_tells_the_terms() -> None:
    html = converted(
        "# T {#t}\n\ntroika, кеңес\n\n## Бөлім {#s}\n\ntroika, кеңес\n\n## Own {#o}\n\nтек кеңес troika\n",
        borrowed=frozenset({"s"}), language="kk", notice="Not yet: the troika.", reader="en",
    )  # fmt: skip
    marked = re.findall(r'href="glossary.html#(\w+)">(\w+)<', html)
    assert marked == [("troika", "troika"), ("hrc", "кеңес"), ("troika", "troika")]


def test_a_word_in_another_language_is_that_languages() -> None:
    assert body('Their *кеңес*{: lang="kk" } met') == (
        f'Their <em lang="kk">{LINK.format("hrc", "кеңес")}</em> met'
    )
    assert 'class="term"' not in converted('*troika*{: lang="kk" } *troika*{: lang="xx" }')


def test_the_addresses_of_paragraphs_stay() -> None:
    html = converted("## A {#a}\n\ntroika here\n{: #p1 }\n")
    assert f'href="#a-p1">1</a> {TROIKA} here</p>' in html


def test_a_page_that_is_not_to_be_marked_is_not() -> None:
    assert converted("The troika", None) == "<p>The troika</p>"


def test_the_text_of_a_page_stays_what_it_was() -> None:
    text = "The *new Human* Rights **Council** of UPRs\n\n- troika *of* the\n  Council `UPR` [UPR](x)\n"
    plain, marked = (re.sub(r"</?(?:a|abbr)\b[^>]*>", "", converted(text, place)) for place in (None, HERE))
    assert plain == marked


def test_each_conversion_counts_its_own() -> None:
    terms = Terms(FIND)
    markdown = Markdown(extensions=[*extensions(), terms])
    terms.page = HERE
    counts = []
    for text in ("troika, Council", "UPR", "none"):
        markdown.reset()
        markdown.convert(text)
        counts.append(terms.count)
    assert counts == [2, 1, 0]
