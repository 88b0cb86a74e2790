"""A translation is completed with the sections that it lacks, where they belong."""

from __future__ import annotations

import pytest

from ushtil.markup import reader
from ushtil.publish import sections
from ushtil.publish.sections import Completed

ORIGINAL = """# Report {#r}

Begin.

## Torture {#a}

Text[^2] and [link][x].

### Details {#a-1}

More.

## Courts {#b}

End[^1].

[^1]: One.
[^2]: Two
    goes on.

[x]: page.md
"""


def completed(own: str, original: str = ORIGINAL) -> Completed:
    return sections.complete(sections.chunks(own), sections.chunks(original), "ru")


def order(text: str) -> list[str]:
    return [section.id for section in reader.read_body(text).root.walk()]


def test_the_chunks_of_a_page_are_its_text() -> None:
    for text in (ORIGINAL, "Text first.\n\n## A {#a}\n", "", "```\n# code {#no}\n```\n"):
        assert "\n".join(chunk.text for chunk in sections.chunks(text)) == text
    assert [chunk.id for chunk in sections.chunks(ORIGINAL)] == ["r", "a", "a-1", "b"]


@pytest.mark.parametrize("hidden", ["```\n## A {#a}\n```", "<!--\n\n## A {#a}\n\n-->", "> ## A {#a}"])
def test_a_heading_that_is_none_divides_nothing(hidden: str) -> None:
    assert [chunk.id for chunk in sections.chunks(f"# T {{#t}}\n\n{hidden}\n\n## B {{#b}}\n")] == ["t", "b"]


def test_a_missing_section_stands_where_it_belongs_with_those_below_it() -> None:
    found = completed("# Есеп {#r}\n\nБасы.\n\n## Соттар {#b}\n\nСоңы.\n")
    assert order(found.text) == ["r", "a", "a-1", "b"]
    assert found.borrowed == ("a", "a-1")


def test_notes_and_link_definitions_come_along_and_clash_with_none() -> None:
    text = completed("# Есеп {#r}\n\n## Соттар {#b}\n\nСоңы[^2].\n\n[^2]: Өз ескертпесі.\n").text
    assert "Text[^ru-2] and [link][x]." in text
    assert "[^ru-2]: Two\n    goes on." in text and "[^2]: Өз ескертпесі." in text
    assert "[x]: page.md" in text
    assert "One." not in text


def test_what_only_the_translation_has_stays_with_its_section() -> None:
    own = "# Есеп {#r}\n\n### Қосымша {#own}\n\nМәтін.\n\n## Соттар {#b}\n"
    assert order(completed(own).text) == ["r", "own", "a", "a-1", "b"]


def test_a_missing_subsection_alone_is_put_in() -> None:
    found = completed("# Есеп {#r}\n\n## Азаптау {#a}\n\n## Соттар {#b}\n")
    assert found.borrowed == ("a-1",)
    assert order(found.text) == ["r", "a", "a-1", "b"]


def test_a_translation_that_has_everything_is_left_as_it_is() -> None:
    own = ORIGINAL.replace("Text", "Мәтін")
    assert completed(own) == Completed(own)


def test_an_address_that_only_the_original_has_leads_to_what_stands_before_it() -> None:
    original = '## A {#a}\n\n1\n{: #p1 }\n\n2\n{: #p2 }\n\n### No id\n\n3\n{: #p3 removed="p4" }\n'
    assert completed("## A {#a}\n\n2\n{: #p2 }\n", original).places == {
        "a-p1": "a",
        "a-p3": "a-p2",
        "a-p4": "a-p2",
    }
    assert completed('## A {#a}\n\n1\n{: #p1 also="p2 p3" removed="p4" }\n', original).places == {}


@pytest.mark.parametrize("code", ["```\n{: #p7 }\n```", "`{: #p7 }`", "<!-- {: #p7 } -->", "    {: #p7 }"])
def test_a_number_in_code_is_none(code: str) -> None:
    [chunk] = sections.chunks(f"## A {{#a}}\n\n{code}\n\nText.\n{{: #p2 }}\n")
    assert list(chunk.numbers) == ["p2"]


@pytest.mark.parametrize(
    ("sequences", "expected"),
    [
        (["abc", "abc"], "abc"),
        (["ac", "abc"], "abc"),
        (["abx", "ayb"], "aybx"),
        (["", "ab"], "ab"),
        (["ab", "xab"], "xab"),
    ],
)
def test_orders_are_merged(sequences: list[str], expected: str) -> None:
    assert "".join(sections.merged(list(sequence) for sequence in sequences)) == expected
