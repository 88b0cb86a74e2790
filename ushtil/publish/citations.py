"""What each page offers of its citation: a block at its end, files, a page for its paragraphs.

    ru/report-2022/s1.html              the block: the plain form, and ways to
    cite/ru/report-2022/s1.bib …          the files for programs, which need no script
    cite/ru/report-2022/s1.html           the plain form of every paragraph, which needs none either
    cite/ru/report-2022/s1.js             the templates, for who asks for a paragraph or wants the day put in

The paragraphs stand on a page of their own, and what the script needs in a file of its own, because hardly
any reader of a text asks for them and every reader would wait for them.

A page that a language lacks is cited as what it is: the page in its own language, at that page's address.
So is a section that a translation lacks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256
from pathlib import PurePosixPath

from ushtil.citing import documents, formats, templates
from ushtil.citing.formats import Format
from ushtil.citing.model import Citation, Page, Relation
from ushtil.citing.places import places
from ushtil.citing.words import Labels, words
from ushtil.language import formatting
from ushtil.languages import Language
from ushtil.literals import literal
from ushtil.publish import addresses, bylines, dates, heads, sections
from ushtil.publish.entries import Entry, Version
from ushtil.publish.plain_citations import shown
from ushtil.publish.site import HOME, Site
from ushtil.references.works import line

FOLDER = "cite"
_REVISION = 8


@dataclass(frozen=True)
class File:
    """A form of the citation as a file."""

    name: str
    media: str
    address: str
    saved_as: str


@dataclass(frozen=True)
class Paragraph:
    """A paragraph's plain citation. `address` is the paragraph's, from the page of citations."""

    id: str
    label: str
    address: str
    plain: str


@dataclass(frozen=True)
class Block:
    """What the block shows. Addresses are the site's; `plain` is HTML."""

    language: str
    labels: Labels
    title: str
    plain: str
    files: tuple[File, ...]
    each: str
    """The page of the paragraphs' citations; "" where the page has no paragraph with an address."""
    templates: str


@dataclass(frozen=True)
class Leaf:
    """The page of the paragraphs' citations. `base` leads to the site's top."""

    block: Block
    base: str
    address: str
    page: str
    """The way to the page that is cited."""
    is_shown_in: str
    """The language of its title."""
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True)
class Desk:
    """Cites the pages of a site for readers of one language. `name` is the site's, for want of another."""

    site: Site
    language: Language
    site_url: str
    name: str = ""

    def block(self, path: str) -> Block | None:
        """The block at the end of a page; None where there is nothing to cite, as on a page of results."""
        return self.sheets[path].block if path in self.sheets else None

    def files(self) -> Iterator[tuple[str, str]]:
        """Address and text of each file but the pages, in the order of paths."""
        for sheet in self.sheets.values():
            yield from sheet.files()

    def leaves(self) -> Iterator[Leaf]:
        """The pages of the paragraphs' citations."""
        return (sheet.leaf() for sheet in self.sheets.values() if sheet.paragraphs)

    @cached_property
    def sheets(self) -> dict[str, Sheet]:
        """The citations of each page, by its path."""
        return {path: Sheet(self, entry) for path, entry in self.site.entries.items() if entry.is_listed}

    def cite(self, entry: Entry, version: Version) -> Citation:
        """A page in one of its languages, as a reader of this desk's language cites it."""
        head = version.head.metadata
        work, relation = documents.document(entry.path, head, self.site.data.references, version.language)
        at = addresses.page(entry.path, self.site.languages.by_code(version.language))
        is_authors = relation is not Relation.TEXT
        page = Page(
            key=documents.identifier(f"{PurePosixPath(entry.path).with_suffix('')}-{version.language}"),
            title=line(version.head.title or entry.title(version.language)),
            language=version.language,
            site=""
            if entry.path == HOME and version.source
            else line(self.site.name(version.language) or self.name),
            address=addresses.absolute(at, self.site_url) if self.site_url else at,
            revision=revision(version),
            authors=documents.people(head, "author") if is_authors else (),
            translators=documents.people(head, "translator"),
            translation=_lower(bylines.translation(head, self.language.code, self.site.languages)),
            date=formatting.parts(dates.changed(head)),
        )
        return Citation(page, self.language.code, work, relation)


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def revision(version: Version) -> str:
    """A digest of the text as it is published, for who wants to know whether it is still the same."""
    text = heads.body(version.drawn or version.text).strip()
    return sha256(text.encode("utf-8")).hexdigest()[:_REVISION]


@dataclass(frozen=True)
class Sheet:
    """The citations of one page."""

    desk: Desk
    entry: Entry

    @cached_property
    def citation(self) -> Citation:
        return self.desk.cite(self.entry, self.version)

    @cached_property
    def version(self) -> Version:
        return self.entry.shown(self.desk.language.code)

    @cached_property
    def paragraphs(self) -> tuple[Citation, ...]:
        """Those of the page, in reading order; then those of sections that stand in for lacking ones."""
        borrowed = self.entry.completed[self.version.language].borrowed
        own = self._paragraphs(self.citation, self.version)
        if not borrowed:
            return tuple(own)
        lender = self.entry.versions[self.entry.fallback]
        lent = self._paragraphs(self.desk.cite(self.entry, lender), lender, frozenset(borrowed))
        return (*own, *lent)

    def _paragraphs(
        self, citation: Citation, version: Version, only: frozenset[str] | None = None
    ) -> Iterator[Citation]:
        chunks = ((chunk.id, chunk.text) for chunk in sections.chunks(heads.body(version.text)))
        there = (chunk for chunk in chunks if only is None or chunk[0] in only)
        return (replace(citation, place=place) for place in places(there, citation))

    @property
    def base(self) -> str:
        """Where the files stand, without their endings."""
        page = addresses.page(self.entry.path, self.desk.language)
        return f"{FOLDER}/{page.removesuffix('.html')}"

    @cached_property
    def block(self) -> Block:
        said = words(self.desk.language.code).interface
        return Block(
            self.desk.language.code,
            said,
            self.citation.page.title,
            shown(self.citation),
            tuple(map(self._file, formats.FILES)),
            f"{self.base}.html" if self.paragraphs else "",
            f"{self.base}.js",
        )

    def _file(self, form: Format) -> File:
        return File(form.name, form.media, f"{self.base}.{form.ending}", f"{self.citation.key}.{form.ending}")

    def files(self) -> Iterator[tuple[str, str]]:
        """Address and text of each."""
        for form in formats.FILES:
            yield f"{self.base}.{form.ending}", form.text(self.citation)
        made = literal(templates.templates(self.citation, self.paragraphs))
        yield f"{self.base}.js", f"(window.Ushtil = window.Ushtil || {{}}).citation = {made};\n"

    def leaf(self) -> Leaf:
        """The page of the paragraphs."""
        address = f"{self.base}.html"
        here = addresses.page(self.entry.path, self.desk.language)
        way = addresses.relative(here, address)
        told = (
            Paragraph(name, self.block.labels.one.format(number=name), f"{way}#{name}", shown(one))
            for one in self.paragraphs
            for name in (one.place.paragraph,)
        )
        base = "../" * address.count("/")
        return Leaf(self.block, base, address, way, self.version.language, tuple(told))
