"""What stands before the texts: the cover, and a page that tells where the book comes from."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap
from xml.etree.ElementTree import Element

from markdown import Markdown

from ushtil.epub import cleaning, links, xhtml
from ushtil.epub.books import Book
from ushtil.epub.package import Person
from ushtil.epub.words import words
from ushtil.epub.xhtml import element
from ushtil.language import formatting
from ushtil.markup import frontmatter
from ushtil.publish import bylines, heads
from ushtil.references import formatting as references

_WIDTH, _HEIGHT = 600, 900
_LETTERS = 20
"""Letters that a line of the cover surely holds."""
_LINES = 10

_ROLES = {"author": "aut", "translator": "trl", "reviewed_by": "pfr"}
"""Key of the front matter → code of MARC's list of relators."""

_OF_MAKING = ("status", "original", "translator", "reviewed_by")


def cover(book: Book) -> bytes:
    """The cover as a drawing: the title and the name of the site."""
    place = {"width": str(_WIDTH), "height": str(_HEIGHT)}
    whole = element("svg", {"xmlns": xhtml.SVG, "viewBox": f"0 0 {_WIDTH} {_HEIGHT}", **place})
    whole.append(Element("rect", {**place, "fill": "#1f4e5f"}))
    whole.append(Element("rect", {"x": "60", "y": "110", "width": "90", "height": "6", "fill": "#f0a071"}))
    family = "Noto Serif, Georgia, Times New Roman, serif"
    for number, line in enumerate(_lines(book.title, _LETTERS, _LINES)):
        at = {"x": "60", "y": str(190 + number * 54), "font-size": "40", "font-family": family}
        whole.append(element("text", {**at, "fill": "#ffffff"}, line))
    for number, line in enumerate(_lines(_below(book), _LETTERS * 3 // 2, 2)):
        at = {"x": "60", "y": str(_HEIGHT - 96 + number * 36), "font-size": "24", "font-family": family}
        whole.append(element("text", {**at, "fill": "#d9e6ea"}, line))
    return xhtml.xml(whole)


def _lines(text: str, letters: int, most: int) -> list[str]:
    """The text in lines, with a sign that there is more of it where these are too few."""
    return wrap(text, letters, max_lines=most, placeholder="…")


def _below(book: Book) -> str:
    told, site = words(book.code), book.library.site.name(book.code)
    return told.document.format(site=site) if book.document and site else told.whole


def cover_page(book: Book, file: str) -> Element:
    """The cover as a page."""
    shown = {"src": file, "alt": words(book.code).cover.format(title=book.title)}
    return element("div", {"class": "cover", "epub-type": "cover"}, Element("img", shown))


def title_page(book: Book, licence: str) -> Element:
    """Title, authors, translators, sources, date, licence. `licence` is what the texts say of it."""
    told = words(book.code)
    whole = element("section", {"class": "title-page", "epub-type": "titlepage"})
    whole.append(element("h1", {"id": "title"}, book.title))
    below = _below(book)
    if below != book.title:
        whole.append(element("p", {"class": "below"}, below))
    rows = Element("dl")
    for name, values in _rows(book, licence):
        if any(values):
            rows.append(element("dt", None, name))
            rows.extend(element("dd", None, value) for value in values if value)
    whole.extend([rows, element("p", {"class": "places"}, told.places)])
    return xhtml.telling(whole, book.code)


def _rows(book: Book, licence: str) -> Iterator[tuple[str, list[Element | str]]]:
    told, url = words(book.code), links.outside(book.library.site_url)
    names = {"author": told.authors, "translator": told.translators, "reviewed_by": told.reviewers}
    for key, role in _ROLES.items():
        named = ", ".join(person.name for person in people(book) if person.role == role)
        yield names[key], [named]
    yield told.texts, list(_made(book))
    yield told.sources, [_source(name, way) for name, way in sources(book)]
    yield told.date, [formatting.shown(book.date, book.code)]
    yield told.revision, [book.revision]
    yield told.address, [_linked(url, url)]
    yield told.licence, [licence]


def _source(name: str, way: str) -> Element:
    """What a source is called, and the way to it."""
    whole = cleaning.clean(name)
    for line in whole.iter("p"):
        line.tag = "span"
    if links.outside(way):
        whole.append(element("div", None, _linked(links.outside(way), way)))
    return whole


def _linked(name: str, way: str) -> Element | str:
    href = links.outside(way)
    return element("a", {"href": href}, name) if href else name


def people(book: Book) -> tuple[Person, ...]:
    """Who wrote, translated and reviewed the texts that are shown, each once in a role."""
    found: dict[Person, None] = {}
    for key, role in _ROLES.items():
        for entry in book.entries:
            for name in frontmatter.names(entry.shown(book.code).head.metadata, key):
                found[Person(name, role)] = None
    return tuple(found)


def _made(book: Book) -> Iterator[str]:
    """How the texts came about, in the words of the lines below them, without names of authors and dates."""
    said: dict[str, None] = {}
    for entry in book.entries:
        metadata = entry.shown(book.code).head.metadata
        kept = {key: metadata[key] for key in _OF_MAKING if key in metadata}
        said[bylines.byline(kept, book.code, book.library.site.languages)] = None
    yield from filter(None, said)


def sources(book: Book) -> list[tuple[str, str]]:
    """Name (as HTML) and address of each source: those of the texts, and what the document is a digest of."""
    found: dict[tuple[str, str], None] = {}
    for entry in book.entries:
        told = entry.shown(book.code).head.metadata.get("source")
        if isinstance(told, dict) and told.get("title"):
            parts = [told["title"], told.get("publisher"), told.get("date")]
            name = heads.escape(". ".join(str(part) for part in parts if part))
            found[(name, str(told.get("url") or ""))] = None
    for source in book.library.site.data.references.values():
        if book.document and source.digest == book.document:
            found[(Markdown().convert(references.reference(source, book.code)), source.url)] = None
    return list(found)
