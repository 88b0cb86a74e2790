"""The pages that come with search, and what the browser is told."""

from __future__ import annotations

import json
from pathlib import Path

from tests import sites
from ushtil import languages
from ushtil.language.tables import having
from ushtil.publish import search_pages
from ushtil.publish.site import Site, plan

TREES = {
    "docs/index.md": "# Texts {#home}\n",
    "docs/part/index.md": "# A part & more {#part}\n",
    "docs/part/one.md": "# One {#one}\n",
    "docs_kk/part/two.md": "# Екі {#two}\n",
}


def site_of(root: Path, files: dict[str, str]) -> Site:
    found = languages.read(languages.SHIPPED)
    return search_pages.added(plan(sites.plant(root, files), found).value)


def test_all_pages_are_listed_as_the_reader_sees_them(tmp_path: Path) -> None:
    site = site_of(tmp_path, TREES)
    text = site.entries["pages.md"].versions["ru"].text
    assert text.startswith("# Все страницы {#pages}\n")
    assert '<a href="index.html">Главная</a>' in text
    assert "<li>A part &amp; more<ul>" in text
    assert '<a href="part/two.html" lang="kk">Екі</a>' in text
    assert "search.html" not in text and "pages.html" not in text
    assert '<a href="../pages.json">pages.json</a>' in text


def test_navigation_leads_to_neither(tmp_path: Path) -> None:
    site = site_of(tmp_path, TREES)
    assert [item.first for item in site.navigation("en")] == ["index.md", "part/index.md"]


def test_adding_twice_changes_nothing(tmp_path: Path) -> None:
    site = site_of(tmp_path, TREES)
    assert search_pages.added(site) == site


def test_where_someone_wrote_a_page_of_results_there_is_no_search(tmp_path: Path) -> None:
    site = site_of(tmp_path, {**TREES, "docs/search.md": "# Mine {#mine}\n"})
    english = site.languages.default
    assert search_pages.box(site, english, "index.md") is None
    assert list(search_pages.files(site, english)) == []
    assert site.entries["search.md"].versions["en"].source


def test_the_scripts_are_told_strings_and_languages(tmp_path: Path) -> None:
    site = site_of(tmp_path, TREES)
    ((path, text),) = search_pages.files(site, site.languages.by_code("kk"))
    assert path == "search/kk/interface.js"
    value = json.loads(text.removeprefix("Ushtil.search.speak(").removesuffix(");\n"))
    assert value["told"]["search"] == "Іздеу"
    assert value["ways"] == {"results": "kk/search.html", "pages": "kk/pages.html", "glossary": ""}
    assert [one["results"] for one in value["languages"]] == [
        "search.html",
        "ru/search.html",
        "kk/search.html",
    ]


def test_each_stemmer_is_a_script_of_the_theme() -> None:
    names = {search_pages.stemmer(code) for code in having("stemmer")}
    assert names == {"english", "russian", "suffixes"}
    assert all((sites.REPOSITORY / f"theme/assets/stem/{name}.js").is_file() for name in names)
    assert search_pages.stemmer("xx") == ""
