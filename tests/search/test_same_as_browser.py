"""The browser's engine finds what Python's does: the same sections, order, scores, snippets, remarks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.search import indexes
from tests.sites import REPOSITORY
from ushtil import languages
from ushtil.publish import glossary
from ushtil.publish.site import plan
from ushtil.search.asking import Answer, ask, ask_concepts, show
from ushtil.search.site import terms
from ushtil.search.store import Store

HERE = Path(__file__).parent
LANGUAGES = languages.read(languages.SHIPPED)
CONCEPTS: list[list[str]] = [["upr"], ["torture"], ["upr", "torture"], ["no-such-concept"], []]


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Store]]:
    """The index of this repository's own texts and glossary, in each language."""
    folder = tmp_path_factory.mktemp("same")
    site = plan(REPOSITORY, LANGUAGES).value
    made = glossary.load(site).value
    assert made
    found = {}
    for language in LANGUAGES:
        files = sorted((REPOSITORY / language.tree).rglob("*.md"))
        pages = {file.name: file.read_text(encoding="utf-8") for file in files}
        found[language.code] = indexes.plant(
            folder, language.code, pages, terms(made.termbase, language.code)
        )
    return folder, found


def queries(code: str) -> list[str]:
    """Those of every kind that stand beside the test, and those that measure the search."""
    kinds = (HERE / "js" / "queries" / f"{code}.txt").read_text(encoding="utf-8").split("\n")[:-1]
    measured = (HERE / "queries" / f"{code}.txt").read_text(encoding="utf-8").splitlines()
    asked = [line.partition("=")[0] for line in measured if "=" in line and not line.startswith("#")]
    return [*kinds, "", *(query.strip() for line in asked for query in line.split("|"))]


def told(answer: Answer, store: Store) -> dict[str, Any]:
    """An answer as ask.js writes it."""
    hits = []
    for hit in answer.hits:
        shown = show(store, hit)
        pieces = [[piece.text, piece.is_marked] for piece in shown.pieces]
        where = [shown.page, shown.id, shown.title, list(shown.trail), shown.date]
        hits.append([*where, shown.score, int(hit.tier), pieces])
    return {
        "level": str(answer.level),
        "missing": list(answer.missing),
        "corrected": [[word, list(forms)] for word, forms in answer.corrected],
        "concepts": list(answer.concepts),
        "hits": hits,
    }


@pytest.mark.parametrize("typing", [False, True], ids=["entered", "typing"])
@pytest.mark.parametrize("code", LANGUAGES.codes)
def test_a_query_finds_the_same(
    code: str, typing: bool, stores: tuple[Path, dict[str, Store]], node: Callable[[Path, object], Any]
) -> None:
    folder, found = stores
    asked = queries(code)
    assert len(asked) > 150
    came = node(
        HERE / "js" / "ask.js",
        {"site": str(folder), "code": code, "queries": [{"text": text, "typing": typing} for text in asked]},
    )
    expected = [told(ask(found[code], text, typing), found[code]) for text in asked]
    differing = [row for row in zip(asked, came, expected, strict=True) if row[1] != row[2]]
    assert differing[:3] == []
    # Most of them find something, or the comparison would say little.
    assert sum(bool(answer["hits"]) for answer in expected) > len(asked) * 0.6


@pytest.mark.parametrize("code", LANGUAGES.codes)
def test_concepts_find_the_same(
    code: str, stores: tuple[Path, dict[str, Store]], node: Callable[[Path, object], Any]
) -> None:
    folder, found = stores
    asked = [{"concepts": concepts} for concepts in CONCEPTS]
    came = node(HERE / "js" / "ask.js", {"site": str(folder), "code": code, "queries": asked})
    expected = [told(ask_concepts(found[code], concepts), found[code]) for concepts in CONCEPTS]
    assert came == expected
    assert expected[0]["hits"]
