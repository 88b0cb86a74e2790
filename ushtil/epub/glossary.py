"""The glossary of a book: the terms that its texts have, in the order of the reader's alphabet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from ushtil.epub import xhtml
from ushtil.epub.xhtml import element
from ushtil.publish.glossary_reader import Reader
from ushtil.terms.concepts import Concept, Entry, Status


def chapter(reader: Reader, concepts: Sequence[Concept]) -> Element:
    """The title and the list, for the body of a file."""
    there = {concept.id for concept in concepts}
    # A concept may be called so, too.
    own = xhtml.free("glossary", {xhtml.name(concept) for concept in there})
    title = element("h1", {"id": own}, reader.told.title)
    whole = element("dl", {"class": "glossary", "epub-type": "glossary"})
    for concept in reader.sorted(concepts):
        whole.extend(_entry(reader, concept, there))
    section = element("section", {"role": "doc-glossary", "aria-labelledby": own}, title, whole)
    return xhtml.telling(section, reader.language.code)


def _entry(reader: Reader, concept: Concept, there: set[str]) -> Iterator[Element]:
    code, shown = reader.shown(concept)
    lang = code if code != reader.language.code else ""
    name = element("dfn", {"lang": lang}, shown.preferred)
    yield element("dt", {"epub-type": "glossterm", "id": xhtml.name(concept.id)}, name)
    meaning = Element("dd", {"epub-type": "glossdef"})
    for text in (shown.definition, shown.note):
        if text:
            meaning.append(element("p", {"lang": lang}, text))
    rows = [*_names(reader, shown, lang), *_elsewhere(reader, concept), *_related(reader, concept, there)]
    if rows:
        meaning.append(element("ul", {"class": "names"}, *rows))
    yield meaning


def _names(reader: Reader, shown: Entry, lang: str) -> Iterator[Element]:
    """Its other names, by what is thought of them."""
    others = [term for term in shown.terms() if term.is_abbreviation or term.status is not Status.PREFERRED]
    for status in Status:
        named = ", ".join(term.text for term in others if term.status is status)
        if named:
            told = f"{reader.told.statuses[status]}: "
            yield element("li", None, told, element("span", {"lang": lang}, named))


def _elsewhere(reader: Reader, concept: Concept) -> Iterator[Element]:
    """What the other languages call it."""
    for language in reader.site.languages:
        entry = concept.terms.get(language.code)
        if entry and language != reader.language:
            short = f" ({', '.join(entry.abbreviations)})" if entry.abbreviations else ""
            yield element("li", {"lang": language.code}, f"{language.name}: {entry.preferred}{short}")


def _related(reader: Reader, concept: Concept, there: set[str]) -> Iterator[Element]:
    """Ways to other terms of the book."""
    related = [reader.termbase.by_id[name] for name in concept.related if name in there]
    if not related:
        return
    line = element("li", None, f"{reader.told.related}: ")
    for place, other in enumerate(reader.sorted(related)):
        code, entry = reader.shown(other)
        lang = code if code != reader.language.code else ""
        link = {
            "href": f"#{xhtml.name(other.id)}",
            "epub-type": "glossref",
            "role": "doc-glossref",
            "lang": lang,
        }
        line.append(element("a", link, entry.preferred))
        line[-1].tail = ", " if place + 1 < len(related) else ""
    yield line
