"""The download page shows the names of what it offers as they are."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from pathlib import Path

import pytest
from markdown import Markdown

from tests.sites import MIXED, Tags, plant
from ushtil import languages
from ushtil.archive import page
from ushtil.archive.contents import Kind
from ushtil.archive.downloads import Download, Offer
from ushtil.markup import extensions
from ushtil.publish.site import plan

ALL = languages.read(languages.SHIPPED)
BOOK = Download("texts-ru-a.epub", Kind.DOCUMENT, "ru", "", 1_000_000, "0" * 64)


def shown(root: Path, title: str, code: str) -> str:
    """The page in a language, where it offers a book of this title."""
    site = plan(plant(root, MIXED), ALL).value
    offer = Offer("2026-11-22", (replace(BOOK, title=title),))
    text = page.added(site, offer, is_archived=False).entries[page.PATH].versions[code].text
    return Markdown(extensions=extensions()).convert(text)


@pytest.mark.parametrize("code", ["en", "ru"])
@pytest.mark.parametrize(
    "title",
    [
        "A *bold* claim on [x](y)",
        "This | that",
        "`this | that` and ` more",
        "<script>alert(1)</script> & &amp; \\ \\|",
        "{title} {language} {: #id }",
        "![picture](/there.png) __strong__ <https://example.org/>",
    ],
)
def test_a_title_is_text(tmp_path: Path, title: str, code: str) -> None:
    rendered = shown(tmp_path, title, code)
    (row,) = re.findall(r"<tbody>(.*)</tbody>", rendered, re.DOTALL)
    cells = re.findall(r"<td[^>]*>(.*?)</td>", row, re.DOTALL)
    assert len(cells) == 4 and title in html.unescape(re.sub("<[^>]*>", "", cells[0]))
    tags = Tags(row)
    assert [one["href"].rpartition("/")[2] for one in tags.all("a")] == [BOOK.name, f"{BOOK.name}.sha256"]
    assert {name for name, _ in tags.tags} <= {"tr", "td", "th", "a", "span"}
    assert [one["lang"] for one in tags.all("span")] == (["ru"] if code == "en" else [])
