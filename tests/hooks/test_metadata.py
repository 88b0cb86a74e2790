"""What the pages of a built site tell programs: of this site's own texts, with an address and without one."""

from __future__ import annotations

import json
import re
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

import pytest

from tests import sites
from tests.publish.metadata.test_feeds import ATOM
from tests.publish.metadata.test_feeds import URL as FEEDS_AT
from tests.publish.metadata.test_feeds import read as read_feed
from tests.publish.metadata.test_files import MAPS
from tests.sites import Tags
from ushtil import languages

URL = FEEDS_AT
ALL = languages.read(languages.SHIPPED)


@pytest.fixture(scope="module")
def placed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of this repository's texts, which knows its address."""
    root = sites.copied(tmp_path_factory.mktemp("placed"))
    sites.build(root, "--strict", USHTIL_SITE_URL=URL)
    return root / "site"


def heads(site: Path) -> dict[str, str]:
    """Address → what stands before </head>, of all pages."""
    files = {file.relative_to(site).as_posix(): file for file in sorted(site.rglob("*.html"))}
    return {name: file.read_text(encoding="utf-8").partition("</head>")[0] for name, file in files.items()}


def metas(tags: Tags, key: str = "name") -> dict[str, str]:
    return {attrs[key]: attrs["content"] for attrs in tags.all("meta") if key in attrs}


def is_indexed(head: str) -> bool:
    return metas(Tags(head)).get("robots") != "noindex"


def is_text(address: str) -> bool:
    """Whether it is a page of the shell, read in one language."""
    return address != "404.html" and not address.startswith(("parallel/", "cite/"))


def is_there(site: Path, url: str) -> bool:
    """Whether an absolute address is that of a file of the site."""
    path = unquote(urlsplit(url).path).removeprefix(urlsplit(URL).path)
    return url.startswith(URL) and (site / path).is_file()


def linked(head: str) -> list[dict[str, Any]]:
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', head, re.DOTALL)
    return [node for text in found for node in json.loads(text)["@graph"]]


@pytest.mark.parametrize("name", ["placed", "shipped"])
def test_every_page_has_a_title_of_its_own_and_a_description(
    name: str, request: pytest.FixtureRequest
) -> None:
    titles: dict[str, str] = {}
    for address, head in heads(request.getfixturevalue(name)).items():
        if address.startswith("cite/"):
            continue
        (title,) = re.findall(r"<title>([^<]+)</title>", head)
        assert titles.setdefault(title, address) == address
        description = metas(Tags(head)).get("description", "")
        assert not is_indexed(head) or 0 < len(description) <= 200, address


def test_a_page_is_its_own_original_and_its_translations_name_each_other(placed: Path) -> None:
    claimed: dict[str, dict[str, str]] = {}
    for address, head in heads(placed).items():
        tags = Tags(head)
        canonical = [link["href"] for link in tags.all("link", rel="canonical")]
        assert canonical == [URL + address] or (not is_indexed(head) and not canonical), address
        claims = {
            link["hreflang"]: link["href"] for link in tags.all("link", rel="alternate") if "hreflang" in link
        }
        claimed[URL + address] = claims
        assert all(is_there(placed, href) for href in claims.values())
        assert not claims or "x-default" in claims
    for url, claims in claimed.items():
        assert not claims or url in claims.values(), f"{url} does not name itself"
        assert all(claimed[href] == claims for href in claims.values())
    assert sum(map(bool, claimed.values())) > 100


def test_all_texts_may_be_found_and_what_only_leads_to_them_may_not(placed: Path) -> None:
    found = {name for name, head in heads(placed).items() if not is_indexed(head)}
    ways = {f"{one.prefix}/{page}".lstrip("/") for one in ALL for page in ("search.html", "pages.html")}
    value = json.loads((placed / "pages.json").read_text(encoding="utf-8"))
    texts = {version["address"] for page in value["pages"] for version in page["versions"].values()}
    assert {"404.html", *ways} <= found
    assert not texts & found


@pytest.mark.parametrize("name", ["placed", "shipped"])
def test_what_a_page_is_can_be_read_and_names_what_is_there(
    name: str, request: pytest.FixtureRequest
) -> None:
    site: Path = request.getfixturevalue(name)
    for address, head in heads(site).items():
        if not is_text(address):
            continue
        work, *crumbs = linked(head)
        assert {"@type", "@id", "url", "headline", "description", "inLanguage", "isPartOf"} <= work.keys()
        assert work["@type"] in {"Article", "Report", "CollectionPage"}
        if work["@type"] == "Article":
            assert {"author", "datePublished"} <= work.keys()
            assert "translationOfWork" in work or "workTranslation" in work
        ours = [
            work,
            work.get("translationOfWork"),
            *work.get("workTranslation", []),
            *work.get("citation", []),
        ]
        for node in filter(None, ours):
            path, _, anchor = node["@id"].partition("#")
            target = (
                normpath(join(dirname(address), unquote(path))) if name == "shipped" else path[len(URL) :]
            )
            assert (site / target).is_file(), node["@id"]
            assert anchor == "work" or f'id="{anchor}"' in (site / target).read_text(encoding="utf-8")
        assert all(len(crumb["itemListElement"]) > 1 for crumb in crumbs)


def test_the_sitemap_the_feeds_and_the_list_name_pages_that_are_there(placed: Path) -> None:
    root = ElementTree.parse(placed / "sitemap.xml").getroot()
    urls = [loc.text or "" for loc in root.findall("s:url/s:loc", MAPS)]
    links = {link.get("href", "") for link in root.findall("s:url/x:link", MAPS)}
    assert len(urls) == len(set(urls))
    assert set(urls) == {URL + name for name, head in heads(placed).items() if is_indexed(head)}
    assert links <= set(urls)
    for language in ALL:
        name = f"{language.prefix}/feed.xml".lstrip("/")
        feed = read_feed((placed / name).read_text(encoding="utf-8"))
        assert all(is_there(placed, link.get("href", "")) for link in feed.iterfind(".//a:link", ATOM))
        (link,) = Tags(heads(placed)[name.replace("feed.xml", "index.html")]).all(
            "link", type="application/atom+xml"
        )
        assert link["href"] == URL + name
    assert f"Sitemap: {URL}sitemap.xml" in (placed / "robots.txt").read_text(encoding="utf-8")


def test_the_list_of_pages_names_sections_and_paragraphs_that_are_there(shipped: Path) -> None:
    value = json.loads((shipped / "pages.json").read_text(encoding="utf-8"))
    assert len(value["pages"]) > 30
    for page in value["pages"]:
        wanted = {section["id"]: section.get("paragraphs", []) for section in page["sections"]}
        ids = set(wanted) | {f"{name}-{one}" for name, held in wanted.items() for one in held}
        for version in page["versions"].values():
            text = (shipped / version["address"]).read_text(encoding="utf-8")
            assert ids <= set(re.findall(r'\bid="([^"]+)"', text)), version["address"]
        for address in filter(
            None, [page.get("parallel"), *(one.get("parallel") for one in page["sections"])]
        ):
            assert (shipped / address).is_file()


def test_without_an_address_nothing_is_said_that_needs_one(shipped: Path) -> None:
    assert not [
        name
        for name in ("sitemap.xml", "feed.xml", "kk/feed.xml", "assets/cards")
        if (shipped / name).exists()
    ]
    assert "Sitemap" not in (shipped / "robots.txt").read_text(encoding="utf-8")
    for address, head in heads(shipped).items():
        tags = Tags(head)
        assert not metas(tags, "property"), address
        assert not tags.all("link", rel="alternate")
        assert not [link for link in tags.all("link", rel="canonical") if "://" in link["href"]]


def test_what_stands_in_is_nowhere_listed(mixed: Path) -> None:
    stand_ins = ["kk/index", "ru/both", "deep/only", "kk/deep/only", "kazakh", "ru/kazakh"]
    sitemap = (mixed / "sitemap.xml").read_text(encoding="utf-8")
    listed = json.loads((mixed / "pages.json").read_text(encoding="utf-8"))
    addresses = {version["address"] for page in listed["pages"] for version in page["versions"].values()}
    for page in stand_ins:
        head = (mixed / f"{page}.html").read_text(encoding="utf-8").partition("</head>")[0]
        assert f"/texts/{page}.html<" not in sitemap
        assert f"{page}.html" not in addresses
        assert "ld+json" not in head


def test_a_hostile_title_stays_text_in_a_head(tmp_path: Path) -> None:
    title = "</title></script><script>alert(1)</script> & \"q\" 'a'"
    front = f"---\ntitle: {json.dumps(title)}\ndescription: {json.dumps(title)}\ndate: 2025-01-01\n---\n"
    sites.plant(tmp_path, {"docs/index.md": f"{front}# T {{#t}}\n", "docs/a.md": f"{front}# A {{#a}}\n"})
    sites.build(tmp_path, "--strict", USHTIL_SITE_URL=URL)
    for address, head in heads(tmp_path / "site").items():
        assert not [
            attrs for attrs in Tags(head).all("script") if "src" not in attrs and "type" not in attrs
        ], address
        assert "alert(1)" in head
    (work, *_) = linked(heads(tmp_path / "site")["a.html"])
    assert work["headline"] == title
    assert metas(Tags(heads(tmp_path / "site")["a.html"]), "property")["og:title"] == title
