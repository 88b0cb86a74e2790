"""The index that a build writes: each page and section in its own language, at addresses that are built."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import sites
from ushtil.search.asking import ask, show
from ushtil.search.store import Store

TREES = {
    **sites.MIXED,
    "docs_kk/both.md": (
        "---\ntitle: Екеуі де\ndate: 2022-03-01\nupdated: 2026-01-31\n---\n"
        "# Екеуі де {#both}\n\nМәтін тек қазақша.\n"
    ),
    "docs/both.md": "# Both {#both}\n\nShort.\n\n## Lent {#lent}\n\nA borrowed zeppelin.\n",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = sites.plant(tmp_path_factory.mktemp("root"), TREES)
    sites.build(root)
    return root / "site"


def found(site: Path, code: str, query: str) -> list[tuple[str, str]]:
    store = Store(site, code)
    return [(shown.page, shown.id) for shown in (show(store, hit) for hit in ask(store, query).hits)]


def test_a_page_is_found_in_its_own_language_only(site: Path) -> None:
    assert found(site, "ru", "сноска") == [("deep/only.md", "only")]
    assert found(site, "en", "сноска") == found(site, "kk", "сноска") == []


def test_a_borrowed_section_is_found_in_its_own_language_only(site: Path) -> None:
    assert 'class="borrowed"' in (site / "kk/both.html").read_text(encoding="utf-8")
    assert found(site, "en", "zeppelin") == [("both.md", "lent")]
    assert found(site, "kk", "zeppelin") == []


def test_what_the_site_itself_says_is_not_found(site: Path) -> None:
    assert found(site, "en", "translated") == found(site, "en", "eng") == found(site, "ru", "1") == []


def test_all_ids_are_those_of_built_pages(site: Path) -> None:
    for code, prefix in (("en", ""), ("ru", "ru/"), ("kk", "kk/")):
        store = Store(site, code)
        assert store.manifest["prefix"] == prefix
        shards = [store.get(f"doc-{n}") for n in range(len(store.manifest["doc"]))]
        for shard in shards:
            for place, name, _, _ in shard["docs"]:
                path = shard["pages"][place][0]
                html = (site / prefix / Path(path).with_suffix(".html")).read_text(encoding="utf-8")
                assert not name or f'id="{name}"' in html


def test_a_page_tells_its_date(site: Path) -> None:
    store = Store(site, "kk")
    dates = {show(store, hit).page: show(store, hit).date for hit in ask(store, "қазақша").hits}
    assert dates["both.md"] == "2026-01-31"
