"""content.opf: what a book is, how accessible (EPUB Accessibility 1.1), and what it is made of (EPUB 3.3)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from ushtil.epub import xhtml
from ushtil.epub.xhtml import element

OPF = "http://www.idpf.org/2007/opf"
DC = "http://purl.org/dc/elements/1.1/"

XHTML = "application/xhtml+xml"


@dataclass(frozen=True)
class Item:
    """A file of the book as its manifest has it; `in_spine` where it is read in its turn."""

    file: str
    media: str = XHTML
    properties: str = ""
    in_spine: bool = False
    id: str = ""


@dataclass(frozen=True)
class Person:
    """Somebody who made the book; `role` is a code of MARC: aut, trl, pfr."""

    name: str
    role: str


@dataclass(frozen=True)
class Description:
    """What is told of a book; `modified` as RFC 3339 has it, to the second, in UTC."""

    identifier: str
    title: str
    language: str
    modified: str
    date: str
    people: Sequence[Person]
    sources: Sequence[str]
    publisher: str
    rights: str
    about: str
    summary: str
    """What a reader with a disability may expect."""
    has_pictures: bool


def package(told: Description, items: Sequence[Item]) -> bytes:
    """The file."""
    whole = Element(
        "package",
        {
            "xmlns": OPF,
            "version": "3.0",
            "unique-identifier": "id",
            "xml:lang": told.language,
        },
    )
    metadata = element("metadata", {"xmlns:dc": DC}, *_metadata(told))
    metadata.append(Element("meta", {"name": "cover", "content": "cover-image"}))
    manifest, spine = Element("manifest"), Element("spine", {"toc": "ncx"})
    for number, item in enumerate(items, 1):
        name = item.id or f"f{number}"
        entry = {"id": name, "href": item.file, "media-type": item.media, "properties": item.properties}
        manifest.append(element("item", entry))
        if item.in_spine:
            spine.append(Element("itemref", {"idref": name}))
    whole.extend([metadata, manifest, spine])
    return xhtml.xml(whole)


def _metadata(told: Description) -> Iterator[Element]:
    yield element("dc:identifier", {"id": "id"}, told.identifier)
    yield element("dc:title", {"id": "title"}, told.title)
    yield element("dc:language", None, told.language)
    yield from _people(told.people)
    texts = {"date": told.date, "publisher": told.publisher, "description": told.about, "rights": told.rights}
    for name, text in texts.items():
        if text:
            yield element(f"dc:{name}", None, text)
    for source in told.sources:
        yield element("dc:source", None, source)
    yield _meta("dcterms:modified", told.modified)
    yield from _access(told)


def _people(people: Iterable[Person]) -> Iterator[Element]:
    for number, person in enumerate(people, 1):
        name = "dc:creator" if person.role == "aut" else "dc:contributor"
        yield element(name, {"id": f"person-{number}"}, person.name)
        role = _meta("role", person.role)
        role.attrib.update({"refines": f"#person-{number}", "scheme": "marc:relators"})
        yield role


def _access(told: Description) -> Iterator[Element]:
    """Ways to read it, what helps, what might harm."""
    yield _meta("schema:accessMode", "textual")
    if told.has_pictures:
        yield _meta("schema:accessMode", "visual")
    yield _meta("schema:accessModeSufficient", "textual")
    features = ["tableOfContents", "readingOrder", "structuralNavigation", "displayTransformability", "ARIA"]
    for feature in features + ["alternativeText", "longDescription"] * told.has_pictures:
        yield _meta("schema:accessibilityFeature", feature)
    yield _meta("schema:accessibilityHazard", "none")
    yield _meta("schema:accessibilitySummary", told.summary)


def _meta(name: str, value: str) -> Element:
    return element("meta", {"property": name}, value)
