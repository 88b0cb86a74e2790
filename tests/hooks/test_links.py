"""Every link and picture of a built site leads to a file of the site, and to a place that is there."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

import pytest

_LINK = re.compile(r'\s(?:href|src)="?([^"\s>]+)')
_ID = re.compile(r'\sid="?([^"\s>]+)')
KINDS = {
    "an address of a paragraph": 'class="address"',
    "its other languages": 'class="facing"',
    "a row side by side": 'class="n"',
    "a heading in other languages": 'class="elsewhere"',
    "the languages of a page": 'class="languages"',
}


def leads(name: str, text: str) -> set[tuple[str, str]]:
    """The addresses within the site that a page leads to: name of the file and place in it."""
    found = set()
    for link in set(_LINK.findall(text)):
        parts = urlsplit(unescape(link))
        if not parts.scheme:
            path = normpath(join(dirname(name), unquote(parts.path))) if parts.path else name
            found.add((path, unquote(parts.fragment)))
    return found


@pytest.mark.parametrize("which", ["mixed", "growing", "shipped"])
def test_every_link_and_picture_leads_to_its_place(which: str, request: pytest.FixtureRequest) -> None:
    site: Path = request.getfixturevalue(which)
    files = {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}
    texts = {name: (site / name).read_text(encoding="utf-8") for name in files if name.endswith(".html")}
    there = {name: {"", *map(unescape, _ID.findall(text))} for name, text in texts.items()}
    # What is not found has no folder of its own, and leads from the top of the host.
    found = {(name, *way) for name in texts.keys() - {"404.html"} for way in leads(name, texts[name])}
    assert [way for way in sorted(found) if way[1] not in files] == []
    assert [way for way in sorted(found) if way[2] not in there.get(way[1], {""})] == []
    assert len(found) > 100
    if which != "mixed":
        whole = "".join(texts.values())
        assert [kind for kind, mark in KINDS.items() if mark not in whole] == []
