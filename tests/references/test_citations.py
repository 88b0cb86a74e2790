"""Citations and the notes that they become."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ushtil.references.citations import Citation, citations, replaced


def note(citation: Citation) -> str:
    return "" if citation.key == "nobody" else f"{citation.key}, {citation.locator}"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Said [@us-2022].", [("us-2022", "")]),
        ("Said [@us-2022, s1-c; @baq, para. 4].", [("us-2022", "s1-c"), ("baq", "para. 4")]),
        ("Said [@us-2022, Art. 9(3), second sentence].", [("us-2022", "Art. 9(3), second sentence")]),
        ("Said [@Wrong Key].", [("Wrong Key", "")]),
        ("Write to [@home](a.md)? `[@us-2022]`", [("home", "")]),
        ("Said \\[@us-2022].", []),
        ("```\n[@us-2022]\n```", []),
        ("a@b.org [mail@b.org]", []),
    ],
)
def test_citations(text: str, found: list[tuple[str, str]]) -> None:
    assert [(one.key, one.locator) for one in citations(text)] == found


def test_the_line_of_a_citation() -> None:
    assert [one.line for one in citations("# A\n\ntext\nmore [@a]")] == [4]


def test_two_citations_of_one_place_are_one_note() -> None:
    text = replaced("One [@a, p. 4]. Two [@a, p. 4].", note)
    assert text == "One[^a--p-4]. Two[^a--p-4].\n\n[^a--p-4]: a, p. 4\n"


def test_two_sources_of_one_citation_are_one_note() -> None:
    text = replaced("One [@a, p. 4; @b; @nobody].", note)
    assert text == "One[^a--p-4_b].\n\n[^a--p-4_b]: a, p. 4 b, \n"


def test_what_is_not_known_stays() -> None:
    assert replaced("One [@nobody]. `[@a]`", note) == "One [@nobody]. `[@a]`"


@given(st.text(alphabet="[]@a,;\\`\n -x<>!", max_size=80))
def test_nothing_is_lost_where_nothing_is_known(text: str) -> None:
    assert replaced(text, lambda _: "") == text
