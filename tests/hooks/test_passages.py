"""What a built page says in another language tells so: in every page of the shipped texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

CYRILLIC = re.compile("[\u0400-\u04ff]+")
_WORD = r"(?<![\w./:_@&-])[A-Za-z]*[a-z]{2,}(?:[-'’][A-Za-z]+)*(?![\w./:_@=-][A-Za-z0-9]|[@=_/-])"
WORDS = re.compile(rf"{_WORD} {_WORD}")
NOT_ENGLISH = re.compile(r"q(?!u)", re.IGNORECASE)
VOID = {"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
UNREAD = {"code", "kbd", "pre", "samp", "script", "style", "title"}


class Texts(HTMLParser):
    """The texts of a page, each with its language and the tags that it stands in."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.above: list[tuple[str, str]] = []
        self.texts: list[tuple[str, str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            told = dict(attrs).get("lang")
            self.above.append((tag, told or (self.above[-1][1] if self.above else "")))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Holds nothing."""

    def handle_endtag(self, tag: str) -> None:
        while self.above and self.above.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self.above and not UNREAD & {tag for tag, _ in self.above}:
            self.texts.append((self.above[-1][1], " ".join(data.split())))


def untold(html: str) -> Iterator[tuple[str, str]]:
    """Words of another script whose language is not told, with the language that is."""
    for code, text in Texts(html).texts:
        foreign = CYRILLIC if code == "en" else WORDS
        yield from ((code, found[0]) for found in foreign.finditer(text) if not NOT_ENGLISH.search(found[0]))


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ('<p lang="en">In Almaty (Алматы)</p>', ["Алматы"]),
        ('<p lang="en">In Almaty (<b lang="ru">Алматы</b>)</p>', []),
        ('<p lang="kk">Human Rights Watch ұйымы</p>', ["Human Rights"]),
        ('<p lang="kk">A/HRC/1, example.org/some/path, Twitter</p>', []),
        ('<p lang="la">de facto</p><script lang="kk">var one</script>', ["de facto"]),
    ],
)
def test_untold(html: str, found: list[str]) -> None:
    assert [text for _, text in untold(html)] == found


def test_every_passage_in_another_script_tells_its_language(shipped: Path) -> None:
    pages = sorted(shipped.rglob("*.html"))
    assert len(pages) > 100
    faults = {
        page.relative_to(shipped).as_posix(): found
        for page in pages
        if (found := [one for one in untold(page.read_text(encoding="utf-8")) if one[0] != "la"])
    }
    assert faults == {}


def test_languages_are_told_in_every_kind_of_place(shipped: Path) -> None:
    """Not only where nothing is foreign: each of these pages has passages of several languages."""
    for name, codes in {
        "sources.html": {"en", "ru"},
        "kk/sources.html": {"kk", "en", "ru"},
        "ru/upr/index.html": {"ru", "en", "kk"},
        "glossary/labour.html": {"en", "ru", "kk"},
        "parallel/upr/index.html": {"en", "ru", "kk"},
    }.items():
        found = {code for code, text in Texts((shipped / name).read_text(encoding="utf-8")).texts if text}
        assert codes <= found, name
