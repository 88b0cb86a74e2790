"""A page as a part of a book: what became of its Markdown, before it is known which book it is in.

The Markdown extensions are those of the site; only the ways to other languages are left out.  Links are
kept as the author wrote them, for where they lead depends on the book (`links`); what a page holds is kept
as text, so that a whole site does not stand in memory as trees.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from xml.etree.ElementTree import Element

from markdown import Markdown

from ushtil.epub import allowed, cleaning, notes, xhtml
from ushtil.epub.xhtml import element
from ushtil.languages import Language
from ushtil.markup import extensions, passages
from ushtil.markup.anchors import Labels
from ushtil.markup.elsewhere import Elsewhere, Surroundings
from ushtil.markup.notices import Notices
from ushtil.markup.terms import Place, Terms
from ushtil.publish import bylines, elsewhere, strings
from ushtil.publish.entries import Entry
from ushtil.publish.glossary import Glossary
from ushtil.publish.site import Site
from ushtil.status import strings as status_strings
from ushtil.status.notices import notices
from ushtil.status.page import Overview

TERM = "ushtil-term:"
"""What a link to the glossary begins with, until the book has one."""

_APART = frozenset({"blockquote", "li", "dd", "td", "th", "caption", "figcaption"})
"""What has headings of its own, which are none of the page."""


@dataclass(frozen=True)
class Heading:
    """A heading of a page; `language` is empty where it is the reader's."""

    level: int
    text: str
    id: str
    language: str = ""


@dataclass(frozen=True)
class Rendered:
    """A page in one reader's language; `text` is what `xhtml.read` reads."""

    path: str
    text: str
    headings: tuple[Heading, ...]
    ids: frozenset[str]
    terms: tuple[str, ...]
    """The concepts that are linked to, in the order in which they stand."""
    pictures: tuple[str, ...]
    """The files that it shows, as it names them."""

    @property
    def title(self) -> Heading:
        """Its first heading; never without words."""
        return self.headings[0]


class Renderer:
    """Renders the pages of a site for the readers of one language, each page once."""

    def __init__(self, site: Site, language: Language, glossary: Glossary | None, overview: Overview) -> None:
        self.site, self.language, self.glossary, self.overview = site, language, glossary, overview
        self.interface = strings.interface(language.code)
        self._made: dict[str, Rendered] = {}

    def page(self, path: str) -> Rendered:
        """A page by its path."""
        if path not in self._made:
            self._made[path] = self._render(self.site.entries[path])
        return self._made[path]

    @cached_property
    def _markdown(self) -> tuple[Markdown, Elsewhere, Terms, Notices]:
        around, terms = Elsewhere(), Terms(self.glossary.find if self.glossary else {})
        labels = Labels(self.interface.paragraph, self.interface.removed_paragraph)
        stale = Notices()
        return Markdown(extensions=[*extensions(labels), stale, around, terms]), around, terms, stale

    def _render(self, entry: Entry) -> Rendered:
        version = entry.shown(self.language.code)
        markdown, around, terms, stale = self._markdown
        around.page = self._surroundings(entry)
        code = self.language.code
        stale.page = notices(self.overview.states(entry.path, code), status_strings.strings(code))
        terms.page = Place(version.language, TERM) if self.glossary else None
        markdown.reset()
        html = markdown.convert(entry.completed[version.language].text)
        whole = cleaning.clean(passages.marked(html, version.language, self.language.code))
        lent = version.language if version.language != self.language.code else entry.fallback
        asides = notes.gather(whole, notes.Told(self.interface.back_from_note, self.language.code, lent))
        _quiet_numbers(whole)
        if not any(one.tag == "h1" for one, _ in _in_outline(whole, "")):
            whole.insert(0, element("h1", None, self._name(entry)))
        title, *below = _headings(whole, set().union(*map(xhtml.ids, (whole, *asides))))
        headings = (replace(title, text=title.text or self._name(entry)), *below)
        body = element("div", None, *self._framed(entry, whole, asides))
        return Rendered(
            path=entry.path,
            text=xhtml.written(body),
            headings=tuple(replace(one, language=one.language or self._foreign(entry)) for one in headings),
            ids=frozenset(xhtml.ids(body)),
            terms=tuple(dict.fromkeys(_terms(body))),
            pictures=tuple(dict.fromkeys(one.get("src", "") for one in body.iter("img"))),
        )

    def _name(self, entry: Entry) -> str:
        """What a page is called whose heading says nothing, as a picture does, or that has none."""
        code = self.language.code
        return entry.title(code).strip() or self.site.name(code) or self.interface.documents

    def _surroundings(self, entry: Entry) -> Surroundings:
        """Of a page's other versions only what it borrows from them."""
        found = elsewhere.surroundings(entry, self.language, self.site.languages)
        return replace(found, ways={}, stand_ins={}, beside={})

    def _foreign(self, entry: Entry) -> str:
        """The language of a page that is shown in another one than the reader's; "" for others."""
        shown = entry.shown(self.language.code).language
        return "" if shown == self.language.code else shown

    def _framed(self, entry: Entry, whole: Element, asides: list[Element]) -> Iterator[Element]:
        """The page with what is said above and below it."""
        foreign = self._foreign(entry)
        if foreign:
            told = self.interface.notice(foreign, entry.original, self.site.languages)
            yield element("p", {"class": "notice", "role": "note"}, told)
            whole.set("lang", foreign)
        yield whole
        metadata = entry.shown(self.language.code).head.metadata
        byline = bylines.byline(metadata, self.language.code, self.site.languages)
        if byline:
            yield element("p", {"class": "byline"}, byline)
        if asides:
            attributes = {"class": "notes", "epub-type": "footnotes", "lang": foreign}
            title = element("p", {"class": "notes-title", "lang": self.language.code}, self.interface.notes)
            yield element("section", attributes, title, *asides)


def _quiet_numbers(whole: Element) -> None:
    """The address of a paragraph is shown and leads nowhere: it stands where it would lead."""
    for one in whole.iter("a"):
        if one.get("class") == "address":
            one.tag, one.attrib = "span", {"class": "address"}


def _headings(whole: Element, taken: set[str]) -> Iterator[Heading]:
    """The headings of the outline in reading order; each has an id from here on, none of those `taken`."""
    for place, (one, language) in enumerate(list(_in_outline(whole, "")), 1):
        if not one.get("id"):
            one.set("id", xhtml.free(f"heading-{place}", taken))
        yield Heading(int(one.tag[1]), xhtml.words(one), one.attrib["id"], language)


def _in_outline(parent: Element, language: str) -> Iterator[tuple[Element, str]]:
    """The headings and their languages; those in quotations, lists, cells and captions are of these alone."""
    for child in parent:
        own = child.get("lang", language)
        if child.tag in allowed.HEADINGS:
            yield child, own
        elif child.tag not in _APART:
            yield from _in_outline(child, own)


def _terms(body: Element) -> Iterator[str]:
    for one in body.iter("a"):
        if one.get("href", "").startswith(f"{TERM}#"):
            yield one.attrib["href"].partition("#")[2]
