"""A book as the files of its container.

content.opf   nav.xhtml   toc.ncx   style.css   cover.svg   cover.xhtml   title.xhtml
text/003-report-2022-s1.xhtml   one a page, in reading order
glossary.xhtml   pictures/1.png
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from xml.etree.ElementTree import Element

from ushtil.epub import cleaning, container, contents, front, glossary, links, pictures, xhtml
from ushtil.epub.books import LICENCE, Book
from ushtil.epub.contents import Node
from ushtil.epub.links import Places
from ushtil.epub.package import Description, Item, package
from ushtil.epub.pictures import Picture
from ushtil.epub.rendering import Rendered
from ushtil.epub.words import words
from ushtil.epub.xhtml import Head, element
from ushtil.publish import dates
from ushtil.publish.glossary_reader import Reader

COVER, COVER_PAGE, TITLE, NAV = "cover.svg", "cover.xhtml", "title.xhtml", "nav.xhtml"
GLOSSARY, NCX, STYLE, PACKAGE = "glossary.xhtml", "toc.ncx", "style.css", "content.opf"
NO_DATE = "1980"
"""What a book is dated whose texts tell no date: every book must have one, and none may be the clock's."""

_NOT_IN_FILES = re.compile(r"[^a-z0-9]+")


def write(book: Book, path: Path) -> None:
    """Writes a book to the file `path`. Raises `OSError`."""
    container.write(path, files(book))


def files(book: Book) -> Iterator[tuple[str, bytes]]:
    """All files of a book by name, the package first."""
    made = _Made(book)
    yield PACKAGE, made.package
    yield NAV, contents.nav(made.nodes, made.landmarks, made.head(words(book.code).contents, NAV))
    yield NCX, contents.ncx(made.nodes, book.title, book.code, book.identifier)
    yield STYLE, Path(__file__).with_name("style.css").read_bytes()
    yield COVER, front.cover(book)
    yield COVER_PAGE, xhtml.document(made.head(book.title, COVER_PAGE), [front.cover_page(book, COVER)])
    title = [front.title_page(book, made.licence)]
    yield TITLE, xhtml.document(made.head(words(book.code).about, TITLE, "frontmatter"), title)
    for page in made.pages.values():
        yield made.files[page.path], made.chapter(page)
    if made.concepts:
        yield GLOSSARY, made.glossary
    for picture in made.pictures.values():
        yield picture.file, picture.data


@dataclass(frozen=True)
class _Made:
    """What is known of a book when all its pages are rendered."""

    book: Book

    @cached_property
    def pages(self) -> Mapping[str, Rendered]:
        return {entry.path: self.book.library.pages.page(entry.path) for entry in self.book.entries}

    @cached_property
    def files(self) -> Mapping[str, str]:
        return {path: _file(place, path) for place, path in enumerate(self.pages, 1)}

    @cached_property
    def pictures(self) -> Mapping[str, Picture]:
        return pictures.gather(self.pages.values(), self.book.library.site, self.book.code)

    @cached_property
    def concepts(self) -> tuple[str, ...]:
        """The terms that the pages link to."""
        told = self.book.library.glossary
        known = told.termbase.by_id if told else {}
        found = dict.fromkeys(concept for page in self.pages.values() for concept in page.terms)
        return tuple(concept for concept in found if concept in known)

    @cached_property
    def places(self) -> Places:
        library = self.book.library
        return Places(
            site=library.site,
            language=library.language,
            site_url=library.site_url,
            files=self.files,
            pages={path: page.ids for path, page in self.pages.items()},
            pictures={path: picture.file for path, picture in self.pictures.items()},
            glossary=GLOSSARY,
            concepts=frozenset(self.concepts),
        )

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """The contents, the book's own pages around those of the site."""
        about = Node(words(self.book.code).about, TITLE)
        nodes = [about, *contents.tree(self.book.items, self.pages, self.files)]
        if self.concepts:
            nodes.append(Node(self.reader.told.title, GLOSSARY))
        return tuple(nodes)

    @property
    def landmarks(self) -> dict[str, tuple[str, str]]:
        told = words(self.book.code)
        first = next(iter(self.pages.values()))
        marks = {
            "cover": (COVER_PAGE, told.cover.format(title=self.book.title)),
            "titlepage": (TITLE, told.about),
            "toc": (NAV, told.contents),
            "bodymatter": (self.files[first.path], first.title.text),
        }
        return {**marks, "glossary": (GLOSSARY, self.reader.told.title)} if self.concepts else marks

    @property
    def reader(self) -> Reader:
        told = self.book.library.glossary
        assert told
        return Reader(self.book.library.site, told.termbase, self.book.library.language)

    @property
    def glossary(self) -> bytes:
        by_id = self.reader.termbase.by_id
        chapter = glossary.chapter(self.reader, [by_id[concept] for concept in self.concepts])
        return xhtml.document(self.head(self.reader.told.title, GLOSSARY, "backmatter"), [chapter])

    def chapter(self, page: Rendered) -> bytes:
        """The file of a page."""
        whole = xhtml.read(page.text)
        links.follow(page, whole, self.places)
        whole.tag, whole.attrib = "section", {"epub-type": "chapter", "role": "doc-chapter"}
        whole.set("aria-labelledby", page.title.id)
        head = self.head(page.title.text, self.files[page.path], "bodymatter")
        return xhtml.document(head, [whole])

    @property
    def licence(self) -> str:
        """What the texts say of their licence: the first paragraph below the first heading of that page."""
        page = self.pages.get(LICENCE)
        if not page:
            return ""
        below = False
        for one in xhtml.read(page.text).iter():
            below = below or one.tag == "h2"
            if below and one.tag == "p":
                return xhtml.words(_without_numbers(one))
        return ""

    @cached_property
    def package(self) -> bytes:
        book, library = self.book, self.book.library
        told = words(book.code)
        has_pictures = bool(self.pictures) or any("<svg" in page.text for page in self.pages.values())
        description = Description(
            identifier=book.identifier,
            title=book.title,
            language=book.code,
            modified=dates.moment(book.date or NO_DATE),
            date=book.date,
            people=front.people(book),
            sources=[way or xhtml.words(cleaning.clean(name)) for name, way in front.sources(book)],
            publisher=library.site.name(book.code),
            rights=self.licence,
            about=self._about(),
            summary=told.summary,
            has_pictures=has_pictures,
        )
        return package(description, list(self._items()))

    def _about(self) -> str:
        first = next(iter(self.book.entries))
        return str(first.shown(self.book.code).head.metadata.get("description") or "")

    def _items(self) -> Iterator[Item]:
        yield Item(COVER_PAGE, in_spine=True)
        yield Item(TITLE, in_spine=True)
        yield Item(NAV, properties="nav", in_spine=True)
        for path, page in self.pages.items():
            yield Item(self.files[path], properties="svg" if "<svg" in page.text else "", in_spine=True)
        if self.concepts:
            yield Item(GLOSSARY, in_spine=True)
        yield Item(NCX, "application/x-dtbncx+xml", id="ncx")
        yield Item(STYLE, "text/css")
        yield Item(COVER, "image/svg+xml", properties="cover-image", id="cover-image")
        for picture in self.pictures.values():
            yield Item(picture.file, picture.media)

    def head(self, title: str, file: str, kind: str = "") -> Head:
        return Head(title, self.book.code, "../" * file.count("/") + STYLE, kind)


def _file(place: int, path: str) -> str:
    """Where a page stands: numbered, so that names of any letters differ, and plain, for any file system."""
    name = _NOT_IN_FILES.sub("-", path.removesuffix(".md").lower()).strip("-")
    return f"text/{place:03d}{f'-{name}' if name else ''}.xhtml"


def _without_numbers(whole: Element) -> Element:
    """A paragraph without its address and its marks of notes."""
    made = element(whole.tag, None, whole.text or "")
    for one in whole:
        is_number = one.get("class") == "address" or one.tag == "sup"
        xhtml.put(made, (one.tail or "") if is_number else one)
    return made
