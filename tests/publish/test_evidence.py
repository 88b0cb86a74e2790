"""What texts draw from data, on the pages that are planned and built."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.sites import build, plant
from ushtil import languages
from ushtil.publish import site

BIBLIOGRAPHY = [
    {
        "id": "report",
        "type": "report",
        "title": "Report [draft]",
        "language": "en",
        "publisher": "Ministry",
        "issued": {"date-parts": [[2025, 12, 10]]},
        "custom": {"titles": {"ru": "Доклад"}, "digest": "digest"},
    },
    {"id": "bare", "type": "book", "title": "Bare"},
]
FIGURES = """
received:
  {value: 1234, unit: person, date: 2025, source: report, place: s1-c, label: {en: Received, ru: Есть}}
"""
LISTS = """---
title: Sources
---
# Sources {#sources}

/// bibliography
///

/// timeline
///
"""
PAGE = """---
title: Home
---
# Home {#home}

There were [=received] of them [@report, s1-c], said twice [@report, s1-c]; `[=received]`, [=other], [@other].
{: #p1 }

/// figures | area
///
"""
TREES = {
    "docs/data/bibliography.json": json.dumps(BIBLIOGRAPHY),
    "docs/data/figures/area.yml": FIGURES,
    "docs/data/timeline.yml": "- {date: 2010-02, event: {en: First}, source: report}",
    "docs/index.md": PAGE,
    "docs_ru/index.md": PAGE,
    "docs/digest/s1.md": "# Digest {#s1}\n\n## C {#s1-c}\n\nText.\n{: #p1 }\n",
    "docs/sources.md": LISTS,
}


@pytest.fixture(name="plan")
def _plan(tmp_path: Path) -> site.Site:
    plant(tmp_path, TREES)
    return site.plan(tmp_path, languages.load(tmp_path)).value


def drawn(plan: site.Site, path: str, code: str) -> str:
    return plan.entries[path].versions[code].drawn


def test_numbers_are_written_in_the_language_of_the_page(plan: site.Site) -> None:
    assert "There were 1,234 of them" in drawn(plan, "index.md", "en")
    assert "There were 1\u00a0234 of them" in drawn(plan, "index.md", "ru")


def test_a_source_cited_twice_is_one_note_that_leads_to_list_and_digest(plan: site.Site) -> None:
    text = drawn(plan, "index.md", "ru")
    assert text.count("them[^report--s1-c], said twice[^report--s1-c];") == 1
    (note,) = [line for line in text.splitlines() if line.startswith("[^report--s1-c]:")]
    assert note == (
        '[^report--s1-c]: [<cite lang="en">Report \\[draft\\]</cite>](sources.md#report) (Доклад). '
        "Ministry, 10 декабря 2025\u202fг., [раздел 1.c](digest/s1.md#s1-c)."
    )


def test_what_is_not_known_or_code_stays(plan: site.Site) -> None:
    assert "`[=received]`, [=other], [@other]." in drawn(plan, "index.md", "en")


def test_a_table_of_figures_cites_their_sources(plan: site.Site) -> None:
    assert "| Есть | 1\u00a0234 | 2025 |[^report--s1-c] |" in drawn(plan, "index.md", "ru")


def test_the_list_of_sources_has_an_address_for_each_and_tells_who_cites_it(plan: site.Site) -> None:
    text = drawn(plan, "sources.md", "en")
    assert '### Report \\[draft\\] {#report lang="en"}' in text
    assert "Cited on: [Home](index.md)." in text
    assert "What it says: [Digest](digest/s1.md)" in text
    assert "report" in plan.entries["sources.md"].versions["en"].ids


def test_nothing_stands_below_a_source_of_which_nothing_is_known(plan: site.Site) -> None:
    text = drawn(plan, "sources.md", "en")
    assert text.partition("### Bare {#bare}")[2].partition("- <time")[0].strip() == ""


def test_a_page_that_draws_on_nothing_is_left(plan: site.Site) -> None:
    assert not plan.entries["digest/s1.md"].versions["en"].drawn


def test_the_built_pages(tmp_path: Path) -> None:
    plant(tmp_path, TREES)
    build(tmp_path)
    built = tmp_path / "site"
    page = (built / "ru" / "index.html").read_text(encoding="utf-8")
    assert "1\u00a0234" in page
    assert 'href="sources.html#report"' in page
    assert 'href="digest/s1.html#s1-c"' in page
    assert 'id="report"' in (built / "sources.html").read_text(encoding="utf-8")
    side_by_side = (built / "parallel" / "index.html").read_text(encoding="utf-8")
    assert "1,234" in side_by_side and "1\u00a0234" in side_by_side
