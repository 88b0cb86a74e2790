"""Plain text is shown as it stands, whatever it holds."""

import re
from html.parser import HTMLParser

import markdown
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ushtil.markup import extensions
from ushtil.markup.escape import escape, paragraph, sentences, unescape

SIGNS = [
    *"#*_`~[](){}<>!|\\&;:.,-+=^ \"'$@%/ax1Қ",
    *(
        "http://a.b/",
        "https://c.org/d",
        "Done. ",
        "1. ",
        "a. ",
        "&lt;",
        "&#60;",
        "[^1]",
        "]: ",
        "<b>",
        "</b>",
    ),
    *("{#id}", "{: ", "mailto:", "javascript:", "://", "---", "```", "<!--", "-->", "<?", "[TOC]", "    "),
]
PRINTED = st.characters(exclude_categories=["Cc", "Cf", "Cs", "Co", "Cn"])


def lines_of(words):
    """A text as the importer has it: on one line, single blanks."""
    return " ".join(words.split())


TEXTS = st.one_of(
    st.lists(st.sampled_from(SIGNS), max_size=16).map("".join), st.text(PRINTED, max_size=60)
).map(lines_of)


class Page(HTMLParser):
    """What a browser would make of a page: elements and text."""

    def __init__(self, text):
        super().__init__()
        self.elements, self.text = [], ""
        self.feed(markdown.markdown(text, extensions=extensions()))
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text += data

    def handle_comment(self, data):
        self.elements.append(("comment", {}))

    handle_decl = handle_pi = unknown_decl = handle_comment


def active(page):
    """The elements that are neither a bare paragraph nor a bare link to the web."""
    return [
        (tag, attributes)
        for tag, attributes in page.elements
        if (tag, attributes) != ("p", {})
        and not (
            tag == "a"
            and [*attributes] == ["href"]
            and attributes["href"].startswith(("http://", "https://"))
        )
    ]


def holds(text):
    page = Page(paragraph(text))
    return active(page) == [] and page.text.split() == text.split()


# What the strict xfails below tell of; goes when they do.
KNOWN = re.compile(r"\\[~=:?%@]|://\S*[\[\\&]")


@given(TEXTS)
def test_unescape_gives_the_text_back(text):
    assume(not KNOWN.search(text))
    assert unescape(escape(text)) == text


@given(TEXTS)
def test_a_paragraph_shows_the_text_and_does_nothing(text):
    assume(not KNOWN.search(paragraph(text)))
    page = Page(paragraph(text))
    assert active(page) == []
    assert page.text.split() == text.split()


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<!-- a -->",
        "<!DOCTYPE a>",
        "<?php a ?>",
        "<![CDATA[a]]>",
        "</p><div>",
        "{#id}",
        "Text {: #p1 .x onclick=alert(1) }",
        "{: #p1 }",
        "| a |",
        "[x](javascript:alert(1))",
        "[x]: javascript:alert(1)",
        "[x][y] and [[z]]",
        "![](http://example.org/a.png)",
        "<javascript:alert(1)>",
        "<a@b.c> and mailto:a@b.c",
        "---",
        "***",
        "- - -",
        "[^1]: a",
        "A note[^1] here",
        "[TOC]",
        "*[HTML]: a",
        "&lt;b&gt; &amp; &copy; &#60; &#x3c; &nbsp;",
        "AT&T, R&D; a & b",
        "# a",
        "a #",
        "- a",
        "* a",
        "+ a",
        "1. a",
        "12) a",
        "a. b",
        "> a",
        "```",
        "`a` ``b``",
        "*a* **b** _c_ __d__ ***e***",
        "snake_case_word and _ alone",
        "a \\ b \\* c \\\\",
        "Done. # no heading",
        "Done. - No item. + None. > None.",
        "It ended in 1999. 2. No item",
        "Кто? Он! «Да». - Нет…",
        "!!! note",
        "--8<-- 'a'",
        "$a$ ^b^ \"c\" 'd' @e",
    ],
)
def test_hostile_text_is_harmless_and_visible(text):
    assert holds(text)
    assert unescape(escape(text)) == text


@pytest.mark.parametrize(
    "text", ["~", "~5 of them", "~~~", "=====", ": a", "::: a", "%a", "@a", "? a", "??? note", "==a=="]
)
def test_no_backslash_is_shown(text):
    assert holds(text)


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org/a_b_c/d*e*f?g=h&i=j#k",
        "https://example.org/a~b/%D2%9B",
        "https://пример.рф/путь",
    ],
)
def test_an_address_becomes_a_link(text):
    page = Page(paragraph(text))
    assert [attributes.get("href") for tag, attributes in page.elements if tag == "a"] == [text]
    assert page.text == text


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("(https://example.org/a)", "https://example.org/a"),
        ("See https://example.org/a.", "https://example.org/a"),
        ("«https://example.org/a», and", "https://example.org/a"),
        ("<https://example.org/a>", "https://example.org/a"),
    ],
)
def test_signs_around_an_address_are_no_part_of_it(text, address):
    page = Page(paragraph(text))
    assert [attributes["href"] for tag, attributes in page.elements if tag == "a"] == [address]
    assert page.text == text


@pytest.mark.parametrize(
    "text", ["ftp://example.org", "www.example.org", "javascript:alert(1)", "http:// a", "http://"]
)
def test_nothing_else_is_a_link(text):
    assert active(Page(paragraph(text))) == []
    assert "a" not in [tag for tag, _ in Page(paragraph(text)).elements]
    assert holds(text)


@pytest.mark.parametrize("sign", ["{", "}", "|", "`"])
def test_an_address_with_a_sign_of_markdown_is_text(sign):
    assert holds(f"see https://example.org/a{sign}b there")


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org/[x](javascript:alert(1))",
        "https://example.org/[x](y)",
        "https://example.org/![](http://example.com/a.png)",
    ],
)
def test_an_address_holds_no_other_link(text):
    assert holds(text)


@pytest.mark.parametrize(
    "text", ["https://example.org/a\\#b", "https://example.org/\\*", "https://example.org/&lt;#"]
)
def test_an_address_keeps_its_signs(text):
    assert holds(text)
    assert unescape(escape(text)) == text


@given(TEXTS)
def test_sentences_lose_nothing(text):
    assert " ".join(sentences(text)).split() == text.split()


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The court began. It rose at noon.", 2),
        ("Суд начался в девять. «Встаньте», — сказали всем.", 2),
        ("Сот басталды! Барлығы тұрды?", 2),
        ("Судья А. К. Нурланов вышел.", 1),
        ("See Art. 5 of the Code.", 1),
        ("It sat in St. Petersburg.", 1),
        ("no sign and no capital. nothing", 1),
    ],
)
def test_sentences_stand_on_lines_of_their_own(text, count):
    assert paragraph(text).count("\n") + 1 == count


@given(TEXTS, TEXTS)
def test_a_heading_shows_the_text(one, other):
    assume(one and other)
    page = Page(f"# {escape(one)} {{#s1}}\n\n{paragraph(other)}\n")
    assert page.elements[0] == ("h1", {"id": "s1"})
    assert [tag for tag, _ in page.elements if tag not in ("h1", "p", "a")] == []
