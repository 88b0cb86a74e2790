"""Which books a site gives: in each language all its texts, and each long document by itself.

A document is a folder of pages with a front page (`index.md`), the folders in it included; it is long where
its pages hold more in the language that they were written in than one page may (`markup.paging.LONG`).  It is
a book in each language that its front page exists in; what a translation lacks stands there in the original,
as on the site.
"""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from uuid import NAMESPACE_URL, uuid5

from ushtil.epub.rendering import Renderer
from ushtil.languages import Language
from ushtil.markup.paging import LONG
from ushtil.publish import dates, glossary, strings
from ushtil.publish.entries import Entry
from ushtil.publish.glossary import Glossary
from ushtil.publish.navigation import INDEX, Item, paths
from ushtil.publish.site import Site
from ushtil.status.page import Overview

LICENCE = "licence.md"
"""The page that tells on what terms the texts may be used; every book has it."""


@dataclass(frozen=True)
class Library:
    """What the books of one language share."""

    site: Site
    language: Language
    glossary: Glossary | None
    overview: Overview
    site_url: str

    @cached_property
    def pages(self) -> Renderer:
        return Renderer(self.site, self.language, self.glossary, self.overview)


@dataclass(frozen=True)
class Book:
    """A book. `document` is its folder, "" for all texts of the site; `date` the newest of its texts."""

    code: str
    document: str
    title: str
    date: str
    items: tuple[Item, ...]
    """Its pages as navigation has them."""
    library: Library = field(repr=False, compare=False)

    @property
    def name(self) -> str:
        """What its file is called behind the name of the archive: "en.epub", "en-report-2022.epub"."""
        return "-".join(filter(None, (self.code, self.document.replace("/", "--")))) + ".epub"

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Its pages in reading order."""
        return tuple(self.library.site.entries[path] for path in paths(self.items))

    @cached_property
    def revision(self) -> str:
        """A digest of its texts and what they tell of themselves: the same whenever it is made."""
        digest = hashlib.sha256()
        for entry in self.entries:
            version = entry.shown(self.code)
            text = entry.completed[version.language].text
            digest.update(f"{entry.path}\0{version.text}\0{text}\0".encode())
        return digest.hexdigest()[:12]

    @property
    def identifier(self) -> str:
        """A URN of this revision of the book."""
        about = f"{self.library.site_url}ushtil:{self.code}:{self.document}:{self.revision}"
        return uuid5(NAMESPACE_URL, about).urn


def books(site: Site, site_url: str = "") -> Iterator[Book]:
    """The books of a site, language by language, the one with all texts first.

    `site_url` is where the site stands, for links that leave a book; without it they become plain text.
    """
    termbase, overview = glossary.load(site).value, Overview(site)
    for language in site.languages:
        library = Library(site, language, termbase, overview, site_url)
        items = tuple(_written(site.navigation(language.code), site.entries))
        if any(language.code in site.entries[path].versions for path in paths(items)):
            title = site.name(language.code) or strings.interface(language.code).documents
            yield _book(library, "", title, items)
            yield from _documents(library, items)


def _documents(library: Library, items: Iterable[Item]) -> Iterator[Book]:
    """The long documents among the sections of the navigation."""
    for item in items:
        front = item.children[0].path if item.children else ""
        entries = [library.site.entries[path] for path in paths(item.children)]
        is_document = posixpath.basename(front) == INDEX and _is_long(entries)
        if is_document and library.language.code in entries[0].versions:
            title = entries[0].title(library.language.code)
            yield _book(library, posixpath.dirname(front), title, item.children)
        yield from _documents(library, item.children)


def _is_long(entries: list[Entry]) -> bool:
    size = sum(len(entry.versions[entry.fallback].text) for entry in entries)
    return len(entries) > 1 and size > LONG


def _book(library: Library, document: str, title: str, items: tuple[Item, ...]) -> Book:
    code, entries = library.language.code, library.site.entries
    own = [entries[path] for path in paths(items)]
    # The date is that of the texts; the licence may be older or newer and changes nothing in them.
    date = max((dates.changed(entry.shown(code).head.metadata) for entry in own), default="")
    if LICENCE in entries and entries[LICENCE] not in own:
        items = (*items, Item(entries[LICENCE].title(code), LICENCE))
    return Book(code, document, title, date, items, library)


def _written(items: Iterable[Item], entries: Mapping[str, Entry]) -> Iterator[Item]:
    """The navigation without the pages that Ushtil makes itself."""
    for item in items:
        children = tuple(_written(item.children, entries))
        if children:
            yield Item(item.title, children=children)
        elif item.path and all(version.source for version in entries[item.path].versions.values()):
            yield item
