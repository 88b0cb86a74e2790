"""The bibliography: what is read, and what is told of faulty CSL-JSON."""

from __future__ import annotations

import json

import pytest

from ushtil.references.bibliography import PATH, read

GOOD = {"id": "a-1", "type": "report", "title": "Report", "author": [{"family": "Omarov", "given": "B."}]}


def test_a_reference() -> None:
    item = {**GOOD, "issued": {"date-parts": [[2025, 12]]}, "custom": {"titles": {"kk": "Есеп"}}}
    found = read(json.dumps([item]), PATH).value["a-1"]
    assert [author.plain for author in found.authors] == ["B. Omarov"]
    assert (found.issued, found.titles) == ((2025, 12), {"kk": "Есеп"})


def test_what_a_citation_needs_besides() -> None:
    custom = {"custom": {"described": True}}
    item = {**GOOD, "publisher-place": "Geneva", "DOI": "10.1000/182", "note": "A\nnote", **custom}
    found = read(json.dumps([item]), PATH).value["a-1"]
    assert (found.place, found.doi, found.note) == ("Geneva", "10.1000/182", "A note")
    assert found.is_described


@pytest.mark.parametrize(
    ("path", "told"),
    [("told/s1.md", True), ("told.md", True), ("told-more.md", False), ("other/told.md", False)],
)
def test_the_pages_that_tell_what_a_source_says(path: str, told: bool) -> None:
    items = [{**GOOD, "custom": {"digest": "told"}}, {**GOOD, "id": "b-1"}]
    one, other = read(json.dumps(items), PATH).value.values()
    assert (one.is_told_on(path), other.is_told_on(path)) == (told, False)


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("[\n{]", 2, "no valid JSON"),
        ("{}", 1, "no list"),
        ('[\n{"id": "b", "type": "report"}]', 2, "0: title is missing"),
        ('[\n{"id": "b", "type": "rumour", "title": "T"}]', 2, "0: type must be one of"),
        (
            '[\n{"id": "b", "type": "report", "title": "T", "URL": "javascript:x"}]',
            2,
            "0: URL must be an http",
        ),
        (
            '[\n{"id": "b", "type": "bill", "title": "T", "issued": {"date-parts": [[2025, 13]]}}]',
            2,
            "no day",
        ),
        (
            '[\n{"id": "b", "type": "bill", "title": "T", "DOI": "https://doi.org/10.1/2"}]',
            2,
            "DOI must be a DOI",
        ),
        ("[3]", 1, "0: the reference must be"),
    ],
)
def test_a_fault_is_told_with_its_line(text: str, line: int, message: str) -> None:
    outcome = read(text, PATH)
    assert outcome.value == {}
    (problem,) = outcome.problems
    assert (problem.path, problem.line, problem.code) == (PATH, line, "R01")
    assert message in problem.message


def test_an_id_that_stands_twice_keeps_the_first() -> None:
    outcome = read(json.dumps([GOOD, {**GOOD, "title": "Other"}]), PATH)
    assert outcome.value["a-1"].title == "Report"
    assert "a second time" in outcome.problems[0].message
