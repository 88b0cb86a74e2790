"""What a feed says of the dates that front matter tells, and whether it is one by RFC 4287."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.casefiles import case_params, hold, load
from tests.sites import planned
from ushtil import languages
from ushtil.publish.metadata import feeds

ALL = languages.read(languages.SHIPPED)
URL = "https://example.org/t/"
ATOM = {"a": "http://www.w3.org/2005/Atom"}


def read(text: str) -> ElementTree.Element:
    """The feed, held to what RFC 4287 demands (4.1.1, 4.1.2, 4.2.7)."""
    root = ElementTree.fromstring(text.encode())
    assert root.tag == f"{{{ATOM['a']}}}feed"
    entries = root.findall("a:entry", ATOM)
    for one in (root, *entries):
        for name in ("id", "title", "updated"):
            (found,) = one.findall(f"a:{name}", ATOM)
            assert (found.text or "").strip()
        for name in ("updated", "published"):
            for date in one.findall(f"a:{name}", ATOM):
                assert datetime.strptime(date.text or "", "%Y-%m-%dT%H:%M:%SZ")
        links = [
            (link.get("rel"), link.get("type"), link.get("hreflang")) for link in one.findall("a:link", ATOM)
        ]
        assert len(links) == len(set(links))
        assert all(link.get("href", "").startswith(URL) for link in one.findall("a:link", ATOM))
        assert re.fullmatch(r"tag:[a-z.]+,\d{4}:\S+", one.findtext("a:id", "", ATOM))
    assert root.findall("a:author/a:name", ATOM)
    ids = [one.findtext("a:id", "", ATOM) for one in entries]
    assert len(ids) == len(set(ids))
    dates = [one.findtext("a:updated", "", ATOM) for one in entries]
    assert dates == sorted(dates, reverse=True)
    assert root.findtext("a:updated", "", ATOM) == dates[0]
    return root


def shown(entry: ElementTree.Element) -> dict[str, object]:
    def text(name: str) -> str:
        return entry.findtext(f"a:{name}", "", ATOM)

    (link,), (category,) = entry.findall("a:link", ATOM), entry.findall("a:category", ATOM)
    return {
        **{name: text(name) for name in ("id", "title", "published", "updated")},
        "link": link.get("href"),
        "category": category.get("term"),
        "authors": [name.text for name in entry.findall("a:author/a:name", ATOM)],
        "summary": text("summary"),
    }


@pytest.mark.parametrize("path", list(case_params("feeds")))
def test_case(path: Path, tmp_path: Path, update_cases: bool) -> None:
    case = load(path)
    site = planned(tmp_path, case["trees"])
    text = feeds.feed(site, ALL.by_code(case["language"]), "Texts", URL)
    entries = [shown(entry) for entry in read(text).findall("a:entry", ATOM)] if text else []
    hold(path, case, entries, update_cases, key="entries")


def test_hostile_titles_and_control_characters_stay_text(tmp_path: Path) -> None:
    title = '</title><script>&"\\x0b'
    text = f"---\ntitle: '</title><script>&\"'\ndate: 2025-01-01\n---\n# A {{#a}}\n\nA \x0b{title}.\n"
    root = read(feeds.feed(planned(tmp_path, {"docs/a.md": text}), ALL.default, "A & B <i>", URL))
    assert root.findtext("a:entry/a:title", "", ATOM) == '</title><script>&"'


def test_without_an_address_there_is_no_feed(tmp_path: Path) -> None:
    site = planned(tmp_path, {"docs/a.md": "---\ntitle: A\ndate: 2025-01-01\n---\n# A {#a}\n"})
    assert feeds.feed(site, ALL.default, "Texts", "") == ""
    assert feeds.feed(site, ALL.default, "Texts", URL)


def test_a_feed_has_the_newest_and_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feeds, "LONGEST", 2)
    files = {f"docs/p{n}.md": f"---\ntitle: P\ndate: 2025-01-0{n}\n---\n# P {{#p}}\n" for n in range(1, 5)}
    root = read(feeds.feed(planned(tmp_path, files), ALL.default, "Texts", URL))
    dates = [entry.findtext("a:updated", "", ATOM)[:10] for entry in root.findall("a:entry", ATOM)]
    assert dates == ["2025-01-04", "2025-01-03"]
