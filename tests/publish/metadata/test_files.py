"""The files that stand once, or once a language: sitemap, robots.txt, list of pages, picture."""

from __future__ import annotations

import io
import json
from importlib import resources
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import pytest
from PIL import Image

from tests import sites
from tests.sites import planned
from ushtil import languages
from ushtil.language import profile
from ushtil.publish import dates
from ushtil.publish.metadata import cards, listing, sitemap, titles
from ushtil.publish.metadata.files import SCHEMA
from ushtil.publish.site import plan

ALL = languages.read(languages.SHIPPED)
URL = "https://example.org/t/"
MAPS = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
TREES = {
    "docs/a & b.md": "---\ntitle: A\ndate: 2025\n---\n# A {#a}\n\nText.\n{: #p1 }\n",
    "docs_kk/a & b.md": (
        "---\ntitle: Ә\noriginal: en\ndate: 2025-01-02\nupdated: 2025-02-03\nstatus: unofficial\n---\n"
        "# Ә {#a}\n\n"
        'Мәтін.\n{: #p1 also="p3" }\n\n### Тақырып\n\nТағы.\n{: #p2 }\n\n## Тек *қазақша* {#b}\n'
    ),
    "docs_ru/only.md": "# Только {#only}\n",
}


def schema() -> dict[str, object]:
    text = resources.files("ushtil.publish.metadata").joinpath(SCHEMA).read_text(encoding="utf-8")
    value: dict[str, object] = json.loads(text)
    return value


def test_the_sitemap_has_dates_of_front_matter_and_no_page_that_stands_in(tmp_path: Path) -> None:
    root = ElementTree.fromstring(sitemap.sitemap(planned(tmp_path, TREES), URL).encode())
    told = {
        url.findtext("s:loc", "", MAPS): (
            url.findtext("s:lastmod", "", MAPS),
            len(url.findall("x:link", MAPS)),
        )
        for url in root.findall("s:url", MAPS)
    }
    assert told == {
        f"{URL}index.html": ("", 4),
        f"{URL}ru/index.html": ("", 4),
        f"{URL}kk/index.html": ("", 4),
        f"{URL}a%20%26%20b.html": ("2025", 3),
        f"{URL}kk/a%20%26%20b.html": ("2025-02-03", 3),
        f"{URL}parallel/a%20%26%20b.html": ("2025-02-03", 0),
        f"{URL}ru/only.html": ("", 0),
    }


def test_robots_may_read_all_and_are_led_to_the_sitemap() -> None:
    assert sitemap.robots(URL) == f"User-agent: *\nAllow: /\n\nSitemap: {URL}sitemap.xml\n"
    assert "Sitemap" not in sitemap.robots("")


def test_the_list_of_pages(tmp_path: Path) -> None:
    value = json.loads(listing.listing(planned(tmp_path, TREES), URL))
    jsonschema.validate(value, schema())
    assert value["site"] == URL
    assert [page["path"] for page in value["pages"]] == ["index", "a & b", "only"]
    assert value["pages"][1] == {
        "path": "a & b",
        "original": "en",
        "parallel": "parallel/a & b.html",
        "versions": {
            "en": {"title": "A", "address": "a & b.html", "date": "2025"},
            "kk": {
                "title": "Ә",
                "address": "kk/a & b.html",
                "status": "unofficial",
                "date": "2025-01-02",
                "updated": "2025-02-03",
            },
        },
        "sections": [
            {"id": "a", "level": 1, "titles": {"en": "A", "kk": "Ә"}, "paragraphs": ["p1", "p3", "p2"]},
            {"id": "b", "level": 2, "titles": {"kk": "Тек қазақша"}},
        ],
    }


def test_the_list_of_this_site_is_what_its_schema_says() -> None:
    site = plan(sites.REPOSITORY, ALL).value
    text = listing.listing(site, "")
    jsonschema.validate(json.loads(text), schema())
    assert text == listing.listing(site, "")


@pytest.mark.parametrize("code", ALL.codes)
def test_a_picture_in_each_language(code: str) -> None:
    site = plan(sites.REPOSITORY, ALL).value
    names = [(one.name, one.code == code) for one in ALL]
    png = cards.card(site.name(code), names)
    with Image.open(io.BytesIO(png)) as image:
        assert (image.format, image.size) == ("PNG", (cards.WIDTH, cards.HEIGHT))
    assert len(png) <= 60_000
    assert png == cards.card(site.name(code), names)
    assert png != cards.card("X", names)


@pytest.mark.parametrize("code", ALL.codes)
def test_the_face_has_every_letter_of_every_language(code: str) -> None:
    alphabet = profile(code).order
    assert cards.can_draw(alphabet + alphabet.upper() + "«»“”–—…’№0123456789")


@pytest.mark.parametrize("name", ["", " ", "ქართული", "العربية", "Texts 中"])
def test_no_boxes_are_drawn(name: str) -> None:
    assert not cards.can_draw(name)


def test_a_very_long_name_is_cut_and_drawn() -> None:
    assert cards.card("Құқық " * 200, [("Қ" * 300, True)])


def test_no_two_pages_have_one_title(tmp_path: Path) -> None:
    front = "---\ntitle: Introduction\n---\n"
    files = {
        "docs/index.md": "# Site {#s}\n",
        "docs/r/index.md": "# Report & <b> {#r}\n",
        **dict.fromkeys(("docs/intro.md", "docs/r/intro.md", "docs/r/again.md"), front),
    }
    assert dict(titles.titles(planned(tmp_path, files), "en", "Site")) == {
        "index.md": "Site",
        "intro.md": "Introduction – Site",
        "r/again.md": "Introduction – Report & <b> – r/again – Site",
        "r/index.md": "Report & <b> – Site",
        "r/intro.md": "Introduction – Report & <b> – r/intro – Site",
    }


def test_the_date_of_the_content_is_the_newest_that_a_text_tells(tmp_path: Path) -> None:
    assert dates.newest(planned(tmp_path, TREES)) == "2025-02-03"
    assert dates.newest(planned(tmp_path / "none", {"docs/a.md": "# A {#a}\n"})) == ""


@pytest.mark.parametrize("wrong", ["2025-02-30", "soon", "2025-1-2-3", "", None, "١٢٣٤", ["2025"]])
def test_what_is_no_date_is_none(wrong: object) -> None:
    assert dates.told({"date": wrong}, "date") == ""
