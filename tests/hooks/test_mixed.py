"""A site of pages that exist in one, two or three languages, built strictly: what its HTML says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests import sites
from tests.sites import PREFIXES, Tags

URL = "https://example.org/texts/"
PAGES = ("index", "both", "deep/only", "kazakh")
STATUS = tuple(f"{prefix}status" for prefix in PREFIXES.values())


def html(site: Path, page: str) -> str:
    return (site / f"{page}.html").read_text(encoding="utf-8")


def content(site: Path, page: str) -> str:
    """What a page has in its article."""
    found = re.search(r"<article.*?>(.*)</article>", html(site, page), re.DOTALL)
    assert found
    return found[1]


def fallbacks() -> list[tuple[str, str, str]]:
    """Page, the language it is read in, the language it is shown in."""
    return [
        ("index", "kk", "en"),
        ("both", "ru", "en"),
        ("deep/only", "en", "ru"),
        ("deep/only", "kk", "ru"),
        ("kazakh", "en", "kk"),
        ("kazakh", "ru", "kk"),
    ]


def test_every_page_stands_in_every_language(mixed: Path) -> None:
    built = {name for name in sites.read(mixed) if name.endswith(".html")} - {"404.html"}
    # Citations of paragraphs, where a page has any that can be cited.
    built = {name for name in built if not name.startswith("cite/")}
    side_by_side = {f"parallel/{page}.html" for page in ("index", "both")}
    pages = (*PAGES, "status", "search", "pages")
    assert built == {f"{prefix}{page}.html" for prefix in PREFIXES.values() for page in pages} | side_by_side


@pytest.mark.parametrize(("page", "reader", "shown"), fallbacks())
def test_a_fallback_says_what_it_is(mixed: Path, page: str, reader: str, shown: str) -> None:
    here = PREFIXES[reader] + page
    tags = Tags(html(mixed, here))
    assert tags.all("html", lang=reader)
    assert tags.all("div", lang=shown)
    assert tags.all("meta", name="robots", content="noindex")
    assert [link["href"] for link in tags.all("link", rel="canonical")] == [
        f"{URL}{PREFIXES[shown]}{page}.html"
    ]
    assert not [attrs for attrs in tags.all("link") if "alternate" in attrs.get("rel", "")]
    assert 'class="notice"' in content(mixed, here)


@pytest.mark.parametrize("page", ["index", "ru/index", "both", "kk/both", "ru/deep/only", "kk/kazakh"])
def test_a_page_in_its_own_language_is_nothing_of_that(mixed: Path, page: str) -> None:
    tags = Tags(html(mixed, page))
    assert not tags.all("meta", name="robots")
    assert [link["href"] for link in tags.all("link", rel="canonical")] == [f"{URL}{page}.html"]
    assert 'class="notice"' not in content(mixed, page)
    assert not re.search(r"<div lang=", content(mixed, page))


def test_the_notice_is_in_the_readers_language(mixed: Path) -> None:
    assert "орыс тіліндегі түпнұсқасы" in content(mixed, "kk/deep/only")
    assert "original, in Russian" in content(mixed, "deep/only")
    assert "оригинал на казахском языке" in content(mixed, "ru/kazakh")


def test_a_fallback_leads_to_where_its_translation_is_begun(mixed: Path) -> None:
    page = content(mixed, "kk/deep/only")
    (link,) = Tags(page).all("a", **{"class": "notice__translate"})
    assert link["href"] == "https://example.org/new/docs_kk/deep?filename=only.md"
    assert "<code>ushtil translate deep/only.md --lang kk</code>" in page
    assert "notice__translate" not in content(mixed, "ru/deep/only")


def test_hreflang_claims_real_translations_only(mixed: Path) -> None:
    def claims(page: str) -> dict[str, str]:
        links = Tags(html(mixed, page)).all("link")
        return {link["hreflang"]: link["href"] for link in links if "hreflang" in link}

    both = {"en": f"{URL}both.html", "kk": f"{URL}kk/both.html", "x-default": f"{URL}both.html"}
    assert claims("both") == claims("kk/both") == both
    assert claims("ru/deep/only") == {}


@pytest.mark.parametrize(
    ("page", "file"),
    [
        ("kk/deep/only", "docs_ru/deep/only.md"),
        ("ru/deep/only", "docs_ru/deep/only.md"),
        ("kazakh", "docs_kk/kazakh.md"),
        ("ru/index", "docs_ru/index.md"),
        ("kk/both", "docs_kk/both.md"),
    ],
)
def test_the_edit_link_leads_to_the_true_file(mixed: Path, page: str, file: str) -> None:
    assert [link["href"] for link in Tags(html(mixed, page)).all("a", rel="edit")] == [f"{sites.EDIT}{file}"]


def test_links_on_a_fallback_stay_in_the_readers_language(mixed: Path) -> None:
    links = Tags(content(mixed, "kk/deep/only").partition('class="cite"')[0]).all("a")
    links = [link["href"] for link in links if not {"class", "hreflang"} & set(link)]
    assert links == ["../both.html#both", "../kazakh.html", "only.html#s2"]


@pytest.mark.parametrize(
    ("page", "pictures"),
    [
        ("kk/deep/only", ["../../ru/deep/i/own.png", "../../i/dot.png"]),
        ("deep/only", ["../ru/deep/i/own.png", "../i/dot.png"]),
        ("kk/index", ["../i/dot.png"]),
    ],
)
def test_pictures_are_found_from_a_fallback(mixed: Path, page: str, pictures: list[str]) -> None:
    assert [picture["src"] for picture in Tags(content(mixed, page)).all("img")] == pictures


def test_paragraphs_have_addresses_read_out_in_the_readers_language(mixed: Path) -> None:
    assert [attrs["aria-label"] for attrs in Tags(html(mixed, "kk/both")).all("a", href="#both-p1")] == [
        "1-абзац"
    ]


def test_the_switcher_leads_to_the_same_page_and_tells_what_is_missing(mixed: Path) -> None:
    page = html(mixed, "ru/deep/only")
    switcher = Tags(
        page[page.index('<nav class="languages"') : page.index("</nav>", page.index("languages"))]
    )
    assert {link["hreflang"]: link["href"] for link in switcher.all("a")} == {
        "en": "../../deep/only.html",
        "ru": "only.html",
        "kk": "../../kk/deep/only.html",
    }
    assert [link["hreflang"] for link in switcher.all("a", **{"aria-current": "true"})] == ["ru"]
    assert re.findall(r'<small class="untranslated">(.*?)</small>', page) == [
        "not translated",
        "аудармасы жоқ",
    ]


def test_the_site_and_its_pages_are_named_in_each_language(mixed: Path) -> None:
    titles = {page: re.findall("<title>(.*?)</title>", html(mixed, page)) for page in ("index", "ru/index")}
    assert titles == {"index": ["Texts"], "ru/index": ["Тексты"]}
    assert re.findall("<title>(.*?)</title>", html(mixed, "ru/kazakh")) == ["Тек қазақша – Тексты"]


def test_the_page_not_found_speaks_all_languages(mixed: Path) -> None:
    page = (mixed / "404.html").read_text(encoding="utf-8")
    for words in ("Page not found", "Страница не найдена", "Бет табылмады"):
        assert words in page
    assert {"/texts/index.html", "/texts/ru/index.html", "/texts/kk/index.html"} <= {
        link["href"] for link in Tags(page).all("a")
    }


def test_the_sitemap_lists_every_text_once_and_no_fallback(mixed: Path) -> None:
    sitemap = (mixed / "sitemap.xml").read_text(encoding="utf-8")
    assert sorted(re.findall("<loc>(.*?)</loc>", sitemap)) == sorted(
        f"{URL}{page}.html"
        for page in (
            *("index", "ru/index", "both", "kk/both", "ru/deep/only", "kk/kazakh", *STATUS),
            *("parallel/index", "parallel/both"),
        )
    )
    assert "lastmod" not in sitemap
    assert not (mixed / "sitemap.xml.gz").exists()
